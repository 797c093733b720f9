package org.yusuan.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.yusuan.io.ErrorMessage;

/**
 * Serves a workspace to a browser on this machine: by the JDK's own server, on 127.0.0.1 only, with
 * a random token that a link carries. A request must name this host and, if it names an origin,
 * this one; so no other page can use it, nor a name that was made to point here. Pages run no
 * script but the workbench's own.
 */
public final class WorkbenchServer implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The files of the page; nothing else can be asked for. */
  private static final Map<String, String> PAGE_FILES = pageFiles();

  private static Map<String, String> pageFiles() {
    Map<String, String> files = new HashMap<>();
    files.put("/", "text/html; charset=utf-8");
    for (String script :
        List.of(
            "workbench",
            "text",
            "page",
            "folder",
            "document",
            "look",
            "drawing",
            "search",
            "finding")) {
      files.put("/" + script + ".js", "text/javascript; charset=utf-8");
    }
    for (String style : List.of("workbench", "report")) {
      files.put("/" + style + ".css", "text/css; charset=utf-8");
    }
    return Map.copyOf(files);
  }

  /** A request with more bytes is refused: a correction has a few hundred. A guess. */
  private static final int MAX_REQUEST_BYTES = 1 << 20;

  private final WorkbenchApi api;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final String token;

  private WorkbenchServer(Workspace workspace, HttpServer server) {
    this.api = new WorkbenchApi(workspace);
    this.server = server;
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
  }

  /**
   * Starts a server.
   *
   * @param port the port; 0 for any that is free
   * @throws IOException if the port is taken
   */
  public static WorkbenchServer start(Workspace workspace, int port) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 64);
    WorkbenchServer server = new WorkbenchServer(workspace, http);
    http.createContext("/", server::handle);
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  /** The link that opens the workbench. */
  public String link() {
    return "http://" + host() + "/#" + token;
  }

  private String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Security-Policy", POLICY);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cache-Control", "no-store");
      try {
        refuseStrangers(exchange);
        String path = exchange.getRequestURI().getPath();
        String type = PAGE_FILES.get(path);
        if (type != null && exchange.getRequestMethod().equals("GET")) {
          send(exchange, 200, type, file(path.equals("/") ? "/workbench.html" : path));
        } else {
          requireToken(exchange);
          boolean post = exchange.getRequestMethod().equals("POST");
          List<String> parts = List.of(path.substring(1).split("/", -1));
          WorkbenchApi.Answer answer = api.answer(parts, post ? body(exchange) : null);
          send(exchange, 200, answer.type(), answer.body());
        }
      } catch (HttpStatusException refusal) {
        error(exchange, refusal.status(), String.valueOf(refusal.getMessage()));
      } catch (IllegalArgumentException e) {
        error(exchange, 400, ErrorMessage.of(e));
      } catch (JsonProcessingException e) {
        error(exchange, 400, "the request is no such JSON");
      } catch (IOException | RuntimeException e) {
        error(exchange, 500, ErrorMessage.of(e));
      }
    }
  }

  private void refuseStrangers(HttpExchange exchange) throws HttpStatusException {
    Headers headers = exchange.getRequestHeaders();
    String origin = headers.getFirst("Origin");
    if (!host().equals(headers.getFirst("Host"))
        || origin != null && !origin.equals("http://" + host())) {
      throw new HttpStatusException(403, "this server answers its own page only");
    }
  }

  private void requireToken(HttpExchange exchange) throws HttpStatusException {
    String given = exchange.getRequestHeaders().getFirst("X-Token");
    if (given == null
        || !MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
      throw new HttpStatusException(403, "open the workbench by the link that the command printed");
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException, HttpStatusException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES + 1);
    if (body.length > MAX_REQUEST_BYTES) {
      throw new HttpStatusException(413, "the request is too long");
    }
    return body;
  }

  private static byte[] file(String path) throws IOException {
    String name = path.substring(1);
    try (InputStream in = WorkbenchServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("missing in the archive: " + name);
      }
      return in.readAllBytes();
    }
  }

  private static void error(HttpExchange exchange, int status, String message) throws IOException {
    send(exchange, status, "application/json", WorkbenchApi.error(message));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
