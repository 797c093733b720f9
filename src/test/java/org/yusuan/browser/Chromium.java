package org.yusuan.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real browser for tests: Debian's Chromium, driven by the Chrome DevTools Protocol
 * (https://chromedevtools.github.io/devtools-protocol/) over the JDK's own WebSocket.
 */
public final class Chromium implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  /** How long a page may take on a machine that does much else. Seconds. */
  private static final int PATIENCE = 60;

  private static final Map<String, Integer> KEY_CODES =
      Map.of(
          "Enter",
          13,
          "Escape",
          27,
          "Tab",
          9,
          "ArrowLeft",
          37,
          "ArrowUp",
          38,
          "ArrowRight",
          39,
          "ArrowDown",
          40);

  private final Process process;
  private final Path profile;
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private WebSocket socket;

  /** Whether there is one on this machine. */
  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Starts one.
   *
   * @param profile a folder that it may fill
   */
  @SuppressWarnings("NullAway.Init")
  public Chromium(Path profile) throws IOException, InterruptedException {
    this.profile = profile;
    process =
        new ProcessBuilder(
                List.of(
                    PROGRAM.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--remote-debugging-port=0",
                    "--remote-allow-origins=*",
                    "--user-data-dir=" + profile,
                    "about:blank"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      connect();
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void connect() throws IOException, InterruptedException {
    Path ports = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!Files.exists(ports) || Files.readAllLines(ports).size() < 2) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IOException("the browser does not start");
      }
      Thread.sleep(50);
    }
    String port = Files.readAllLines(ports).get(0);
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build();
    String page = "";
    while (page.isEmpty()) {
      JsonNode targets =
          json.readTree(client.send(list, HttpResponse.BodyHandlers.ofString()).body());
      for (JsonNode target : targets) {
        if (target.path("type").asText().equals("page")) {
          page = target.path("webSocketDebuggerUrl").asText();
        }
      }
      Thread.sleep(page.isEmpty() ? 50 : 0);
    }
    socket = client.newWebSocketBuilder().buildAsync(URI.create(page), new Listener()).join();
    ask("Page.enable", json.createObjectNode());
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
      text.append(data);
      if (end) {
        try {
          JsonNode message = json.readTree(text.toString());
          CompletableFuture<JsonNode> asked = waiting.remove(message.path("id").asInt(-1));
          if (asked != null) {
            asked.complete(message);
          }
        } catch (IOException e) {
          throw new IllegalStateException(e);
        } finally {
          text.setLength(0);
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  private JsonNode ask(String method, ObjectNode parameters) throws IOException {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    try {
      JsonNode answered = answer.get(PATIENCE, TimeUnit.SECONDS);
      if (answered.has("error")) {
        throw new IOException(method + ": " + answered.get("error"));
      }
      return answered.path("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(method + " was not answered", e);
    }
  }

  /** Opens an address in a window of the given size and waits until the page has loaded. */
  public void show(String address, int width, int height) throws IOException {
    ask(
        "Emulation.setDeviceMetricsOverride",
        json.createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    ask("Page.navigate", json.createObjectNode().put("url", "about:blank"));
    await("location.href === 'about:blank' && document.readyState === 'complete'");
    ask("Page.navigate", json.createObjectNode().put("url", address));
    await("location.href !== 'about:blank' && document.readyState === 'complete'");
  }

  /** The value of an expression in the page; a promise is waited for. */
  public JsonNode value(String expression) throws IOException {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            json.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Waits until an expression is true in the page. */
  public void await(String expression) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (true) {
      boolean done;
      try {
        done = value("Boolean(" + expression + ")").asBoolean();
      } catch (IOException e) {
        // The page is changing.
        done = false;
      }
      if (done) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IOException("never true: " + expression + "\n" + text());
      }
      try {
        Thread.sleep(40);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  /** The page as it is now, as HTML. */
  public String html() throws IOException {
    return value("document.documentElement.outerHTML").asText();
  }

  /** What can be read on the page. */
  public String text() throws IOException {
    return value("document.body.innerText").asText();
  }

  /** Presses a key: a letter, or one with a name as Enter. */
  public void press(String key) throws IOException {
    boolean printable = key.length() == 1;
    int code = printable ? Character.toUpperCase(key.charAt(0)) : KEY_CODES.getOrDefault(key, 0);
    ObjectNode down =
        json.createObjectNode()
            .put("type", "keyDown")
            .put("key", key)
            .put("windowsVirtualKeyCode", code);
    if (printable || key.equals("Enter")) {
      down.put("text", printable ? key : "\r");
    }
    ask("Input.dispatchKeyEvent", down);
    ask(
        "Input.dispatchKeyEvent",
        json.createObjectNode()
            .put("type", "keyUp")
            .put("key", key)
            .put("windowsVirtualKeyCode", code));
  }

  /** Types a text where the cursor is. */
  public void type(String text) throws IOException {
    ask("Input.insertText", json.createObjectNode().put("text", text));
  }

  /** Drags the mouse from one point of the window to another. */
  public void drag(double fromX, double fromY, double toX, double toY) throws IOException {
    mouse("mousePressed", fromX, fromY);
    mouse("mouseMoved", (fromX + toX) / 2, (fromY + toY) / 2);
    mouse("mouseMoved", toX, toY);
    mouse("mouseReleased", toX, toY);
  }

  private void mouse(String type, double x, double y) throws IOException {
    ask(
        "Input.dispatchMouseEvent",
        json.createObjectNode()
            .put("type", type)
            .put("x", x)
            .put("y", y)
            .put("button", "left")
            .put("buttons", 1)
            .put("clickCount", 1));
  }

  /** A picture of the whole page, as PNG. */
  public byte[] picture() throws IOException {
    JsonNode taken =
        ask("Page.captureScreenshot", json.createObjectNode().put("captureBeyondViewport", true));
    return Base64.getDecoder().decode(taken.path("data").asText());
  }

  /** The page as it is printed, as PDF. */
  public byte[] print() throws IOException {
    JsonNode printed =
        ask(
            "Page.printToPDF",
            json.createObjectNode().put("printBackground", false).put("preferCSSPageSize", true));
    return Base64.getDecoder().decode(printed.path("data").asText());
  }

  /** Ends the browser with all its processes: one that lives on would write to the profile. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      one.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }
  }
}
