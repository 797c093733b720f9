package org.yusuan.workbench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.CheckTrace;
import org.yusuan.check.Checker;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Table;

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
  private static final Map<String, String> PAGE_FILES =
      Map.of(
          "/", "text/html; charset=utf-8",
          "/workbench.js", "text/javascript; charset=utf-8",
          "/workbench.css", "text/css; charset=utf-8");

  /** A request with more bytes is refused: a correction has a few hundred. */
  private static final int MAX_REQUEST_BYTES = 1 << 20;

  /** What a browser asks to add. */
  record Request(
      CorrectionEntry.Kind kind,
      @Nullable Integer page,
      @Nullable Box bbox,
      @Nullable String target,
      String read,
      String is,
      String who,
      @Nullable String why) {}

  /** A request that is answered with a status other than 200. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refusal(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  private final Workspace workspace;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final String token;
  private final Checker checker = new Checker();
  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private WorkbenchServer(Workspace workspace, HttpServer server) {
    this.workspace = workspace;
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
          answer(exchange, path.split("/", -1));
        }
      } catch (Refusal refusal) {
        error(exchange, refusal.status, String.valueOf(refusal.getMessage()));
      } catch (JsonProcessingException e) {
        error(exchange, 400, "the request is no such JSON");
      } catch (IOException | RuntimeException e) {
        String message = e.getMessage();
        error(exchange, 500, message == null ? e.getClass().getSimpleName() : message);
      }
    }
  }

  private void refuseStrangers(HttpExchange exchange) throws Refusal {
    Headers headers = exchange.getRequestHeaders();
    String origin = headers.getFirst("Origin");
    if (!host().equals(headers.getFirst("Host"))
        || origin != null && !origin.equals("http://" + host())) {
      throw new Refusal(403, "this server answers its own page only");
    }
  }

  private void requireToken(HttpExchange exchange) throws Refusal {
    String given = exchange.getRequestHeaders().getFirst("X-Token");
    if (given == null
        || !MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal(403, "open the workbench by the link that the command printed");
    }
  }

  private void answer(HttpExchange exchange, String[] path) throws IOException, Refusal {
    boolean post = exchange.getRequestMethod().equals("POST");
    if (path.length == 3 && path[2].equals("documents") && !post) {
      Map<String, Object> folder = new LinkedHashMap<>();
      folder.put("documents", workspace.documents());
      folder.put("unreadable", workspace.unreadable());
      send(exchange, folder);
      return;
    }
    if (path.length < 4 || !path[1].equals("api") || !path[2].equals("document")) {
      throw new Refusal(404, "there is no such place");
    }
    String id = path[3];
    if (path.length == 4 && !post) {
      send(exchange, state(id));
    } else if (path.length == 6 && path[4].equals("page") && !post) {
      byte[] picture = workspace.picture(id, number(path[5]));
      if (picture == null) {
        throw new Refusal(404, "the document is not there: name its folder with --sources");
      }
      send(exchange, 200, "image/png", picture);
    } else if (path.length == 5 && path[4].equals("corrections") && post) {
      workspace.add(entries(id, body(exchange)));
      send(exchange, state(id));
    } else if (path.length == 6 && path[4].equals("undo") && post) {
      undo(id, path[5]);
      send(exchange, state(id));
    } else {
      throw new Refusal(404, "there is no such place");
    }
  }

  private static int number(String text) throws Refusal {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new Refusal(404, "there is no such page");
    }
    return Integer.parseInt(text);
  }

  /** A document with its corrections, its verdicts and what to look at. */
  private Map<String, Object> state(String id) throws IOException, Refusal {
    Disclosure disclosure = workspace.document(id);
    if (disclosure == null) {
      throw new Refusal(404, "there is no such document");
    }
    Set<String> tables = disclosure.tables().stream().map(Table::id).collect(Collectors.toSet());
    CheckTrace trace = checker.check(disclosure, tables).trace();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("disclosure", disclosure);
    state.put("plan", ReviewQueue.of(disclosure, trace));
    state.put("identities", trace.groups());
    state.put("corrections", workspace.corrections(id));
    return state;
  }

  private List<CorrectionEntry> entries(String id, byte[] body) throws IOException, Refusal {
    if (workspace.document(id) == null) {
      throw new Refusal(404, "there is no such document");
    }
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    List<CorrectionEntry> entries = new ArrayList<>();
    for (Request request : json.readValue(body, Request[].class)) {
      if (request.kind() == null
          || request.read() == null
          || request.is() == null
          || request.who() == null
          || request.who().isBlank()) {
        throw new Refusal(
            400, "a correction names its kind, what was read, what it is, and who says so");
      }
      entries.add(
          CorrectionEntry.of(
              id,
              request.kind(),
              request.page(),
              request.bbox(),
              request.target(),
              request.read(),
              request.is(),
              request.who(),
              now,
              request.why()));
    }
    return entries;
  }

  private void undo(String id, String entry) throws IOException, Refusal {
    for (CorrectionEntry made : workspace.corrections(id)) {
      if (made.id().equals(entry)) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        workspace.add(List.of(CorrectionEntry.undo(made, made.who(), now, null)));
        return;
      }
    }
    throw new Refusal(404, "there is no such correction");
  }

  private static byte[] body(HttpExchange exchange) throws IOException, Refusal {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES + 1);
    if (body.length > MAX_REQUEST_BYTES) {
      throw new Refusal(413, "the request is too long");
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

  private void send(HttpExchange exchange, Object answer) throws IOException {
    send(exchange, 200, "application/json", json.writeValueAsBytes(answer));
  }

  private void error(HttpExchange exchange, int status, String message) throws IOException {
    send(exchange, status, "application/json", json.writeValueAsBytes(Map.of("error", message)));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
