package org.yusuan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Recheck;
import org.yusuan.correction.Corrections;
import org.yusuan.export.DisclosureJson;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

class WorkbenchServerTest {

  /** What a server said. */
  private record Answer(int status, String head, String body) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }

  @TempDir private Path folder;
  private WorkbenchServer server;
  private Disclosure disclosure;
  private int port;
  private String token;

  @SuppressWarnings("NullAway.Init")
  WorkbenchServerTest() {}

  @BeforeEach
  void start() throws IOException {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "<img src=x onerror=alert(1)>", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("201", "一般公共服务支出", "3,800", "2,100", "1,200")
            .code("208", "社会保障和就业支出", "700", "700", "")
            .total("合计", "4,000", "2,800", "1,200");
    disclosure =
        new Recheck()
            .recheck(MadeDisclosure.budget("某局", 2025).table(table).build(), Corrections.NONE);
    Files.write(folder.resolve("made.json"), new DisclosureJson().write(disclosure, true));
    Files.writeString(folder.resolve("other.json"), "{}");
    server =
        WorkbenchServer.start(new Workspace(folder, null, folder.resolve("corrections.jsonl")), 0);
    URI link = URI.create(server.link());
    port = link.getPort();
    token = String.valueOf(link.getFragment());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer ask(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (!headers.containsKey("Host")) {
      request.append("Host: 127.0.0.1:").append(port).append("\r\n");
    }
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    request
        .append("Content-Length: ")
        .append(content.length)
        .append("\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request.toString().getBytes(StandardCharsets.UTF_8));
      out.write(content);
      out.flush();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int split = answer.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(answer.substring(9, 12)),
          answer.substring(0, split),
          answer.substring(split + 4));
    }
  }

  private Answer get(String path) throws IOException {
    return ask("GET", path, Map.of("X-Token", token), "");
  }

  private Answer correct(String body) throws IOException {
    return ask(
        "POST",
        "/api/document/" + disclosure.source().sha256() + "/corrections",
        Map.of("X-Token", token),
        body);
  }

  private static String cell(String read, String is) {
    return "[{\"kind\":\"cell\",\"page\":1,\"bbox\":[210,100,290,120],\"read\":\""
        + read
        + "\",\"is\":\""
        + is
        + "\",\"who\":\"王五\"}]";
  }

  @Test
  void theFolderListsDocumentsAndWhatIsNone() throws IOException {
    JsonNode answer = get("/api/documents").json();
    assertEquals(1, answer.get("documents").size());
    assertEquals("某局", answer.get("documents").get(0).at("/head/organization").asText());
    assertTrue(answer.get("unreadable").get(0).asText().startsWith("other.json: "));
  }

  @Test
  void aCorrectionChangesVerdictsAtOnceAndAnUndoTakesItBack() throws IOException {
    JsonNode state = correct(cell("3,800", "3,300")).json();
    JsonNode cell = state.at("/disclosure/tables/0/rows/0/cells/2");
    assertEquals("3,300", cell.get("text").asText());
    assertEquals("verified", cell.get("status").asText());
    assertEquals("person", cell.at("/correction/by").asText());
    assertEquals(1, Files.readAllLines(folder.resolve("corrections.jsonl")).size());
    String entry = state.at("/corrections/0/id").asText();
    JsonNode undone =
        ask(
                "POST",
                "/api/document/" + disclosure.source().sha256() + "/undo",
                Map.of("X-Token", token),
                "[\"" + entry + "\"]")
            .json();
    assertEquals("3,800", undone.at("/disclosure/tables/0/rows/0/cells/2/text").asText());
    assertEquals(2, Files.readAllLines(folder.resolve("corrections.jsonl")).size());
  }

  @Test
  void theJsonFilesAreNeverTouched() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("made.json"));
    correct(cell("3,800", "3,300"));
    assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(folder.resolve("made.json"))));
  }

  @Test
  void nothingIsToldWithoutTheToken() throws IOException {
    assertEquals(403, ask("GET", "/api/documents", Map.of(), "").status());
    assertEquals(403, ask("GET", "/api/documents", Map.of("X-Token", "0".repeat(48)), "").status());
  }

  @Test
  void anotherHostOrOriginIsRefusedEvenWithTheToken() throws IOException {
    assertEquals(
        403,
        ask("GET", "/api/documents", Map.of("X-Token", token, "Host", "evil.example:" + port), "")
            .status());
    assertEquals(
        403,
        ask("GET", "/api/documents", Map.of("X-Token", token, "Origin", "http://evil.example"), "")
            .status());
    assertEquals(403, ask("GET", "/", Map.of("Host", "localhost.evil.example"), "").status());
  }

  @Test
  void noFileButThoseOfThePageCanBeAskedFor() throws IOException {
    for (String path :
        new String[] {
          "/../../etc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/workbench.html",
          "/api/document/..%2f..%2fetc/page/1",
          "/api/document/" + "0".repeat(64) + "/page/1",
          "/api/nothing"
        }) {
      Answer answer = get(path);
      assertTrue(answer.status() == 404 || answer.status() == 400, path + " " + answer.status());
      assertFalse(answer.body().contains("root:"), path);
    }
  }

  @Test
  void noSpellingOfAPathLeadsOutOfThePage() throws IOException {
    String id = disclosure.source().sha256();
    Files.writeString(folder.resolve("secret.txt"), "root:secret");
    String[] up = {"..", "%2e%2e", "%252e%252e", "..%00", "%c0%ae%c0%ae", "....", ".%2e"};
    String[] slash = {"/", "%2f", "%5c", "%252f"};
    for (String dots : up) {
      for (String bar : slash) {
        String out = dots + bar;
        for (String path :
            new String[] {
              "/" + out + "secret.txt",
              "/" + out + out + out + "etc/passwd",
              "/api/document/" + out + "made.json",
              "/api/document/" + out + "secret.txt/page/1",
              "/api/document/" + id + bar + dots + "/page/1",
              "/api/document/" + id + "/page/" + out + "1",
              "/workbench.js" + bar + dots + bar + "secret.txt"
            }) {
          Answer answer = get(path);
          assertTrue(answer.status() == 404 || answer.status() == 400, path + answer.status());
          assertFalse(answer.body().contains("root:"), path);
        }
      }
    }
    for (String path :
        new String[] {
          "file:///etc/passwd", "http://127.0.0.1:" + port + "/etc/passwd", "//etc/x"
        }) {
      assertFalse(get(path).body().contains("root:"), path);
    }
  }

  @Test
  void theFileOfADocumentIsSoughtInItsFolderOnlyWhateverItsNameSays() throws IOException {
    Path outside = Files.createTempFile("outside", ".pdf");
    try {
      Files.writeString(outside, "%PDF-1.4 root:");
      Disclosure other =
          MadeDisclosure.budget("别局", 2025).hash(org.yusuan.io.Sha256.of(outside)).build();
      String json =
          new String(new DisclosureJson().write(other, true), StandardCharsets.UTF_8)
              .replace(other.source().file(), "../../" + outside);
      Files.writeString(folder.resolve("outside.json"), json);
      get("/api/documents");
      Answer answer = get("/api/document/" + other.source().sha256() + "/page/1");
      assertEquals(404, answer.status(), answer.body());
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void anotherPageCanNeitherAskNorWriteWithoutTheToken() throws IOException {
    String place = "/api/document/" + disclosure.source().sha256() + "/corrections";
    String wanted = cell("3,800", "3,300");
    for (Map<String, String> headers :
        java.util.List.of(
            Map.of("Content-Type", "text/plain"),
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Map.of("Content-Type", "text/plain", "Origin", "http://127.0.0.1:" + port),
            Map.of("Content-Type", "text/plain", "Cookie", "token=" + token),
            Map.of("X-Token", ""),
            Map.of("X-Token", token, "Origin", "null"),
            Map.of("X-Token", token, "Origin", "https://127.0.0.1:" + port),
            Map.of("X-Token", token, "Origin", "http://127.0.0.1"),
            Map.of("X-Token", token, "Origin", "http://127.0.0.1:" + port + ".evil.example"))) {
      Answer answer = ask("POST", place, headers, wanted);
      assertEquals(403, answer.status(), headers + " " + answer.body());
    }
    assertEquals(403, ask("POST", place + "?token=" + token, Map.of(), wanted).status());
    Answer asked =
        ask(
            "OPTIONS",
            place,
            Map.of(
                "Origin",
                "http://evil.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "X-Token"),
            "");
    assertEquals(403, asked.status());
    assertFalse(asked.head().toLowerCase(java.util.Locale.ROOT).contains("access-control"));
    assertFalse(Files.exists(folder.resolve("corrections.jsonl")));
  }

  @Test
  void noNameThatWasMadeToPointHereIsAnswered() throws IOException {
    for (String host :
        new String[] {
          "localhost:" + port,
          "127.0.0.1",
          "127.0.0.1:" + port + ".evil.example",
          "evil.example",
          "evil.example:" + port,
          "127.0.0.1.evil.example:" + port,
          "[::1]:" + port,
          "0.0.0.0:" + port,
          "127.1:" + port,
          ""
        }) {
      assertEquals(403, ask("GET", "/", Map.of("Host", host), "").status(), host);
      assertEquals(
          403,
          ask("GET", "/api/documents", Map.of("Host", host, "X-Token", token), "").status(),
          host);
    }
  }

  @Test
  void whatIsSentIsKeptAsTextAndNeverEndsALine() throws IOException {
    String hostile = "</script><img src=x onerror=alert(1)>\\n{\\\"id\\\":\\\"0\\\"}\\u2028";
    Answer answer = correct(cell("3,800", hostile).replace("王五", hostile));
    assertEquals(200, answer.status(), answer.body());
    assertTrue(answer.head().contains("application/json"), answer.head());
    assertEquals(1, Files.readAllLines(folder.resolve("corrections.jsonl")).size());
    assertEquals(1, get("/api/documents").json().at("/documents/0/corrections").asInt());
    assertEquals(400, correct("[".repeat(100_000)).status());
  }

  @Test
  void thePageRunsNoScriptButItsOwn() throws IOException {
    Answer page = ask("GET", "/", Map.of(), "");
    assertEquals(200, page.status());
    String head = page.head().toLowerCase(java.util.Locale.ROOT);
    assertTrue(head.contains("script-src 'self';") && head.contains("default-src 'none'"), head);
    assertFalse(page.body().contains("<script>"));
    assertFalse(page.body().contains(" onclick="));
    for (String name :
        new String[] {
          "workbench", "page", "text", "folder", "document", "look", "drawing", "search", "finding"
        }) {
      String script = ask("GET", "/" + name + ".js", Map.of(), "").body();
      assertTrue(script.startsWith("//"), name);
      assertFalse(script.contains("innerHTML"), "texts of documents are set as text");
      assertFalse(script.contains("eval("));
    }
  }

  @Test
  void aRequestThatIsNoCorrectionIsRefusedAndNothingIsWritten() throws IOException {
    assertEquals(400, correct("{").status());
    assertEquals(400, correct("[{\"kind\":\"cell\"}]").status());
    assertEquals(
        400, correct("[{\"kind\":\"nothing\",\"read\":\"\",\"is\":\"\",\"who\":\"x\"}]").status());
    assertEquals(413, correct("x".repeat((1 << 20) + 1)).status());
    assertFalse(Files.exists(folder.resolve("corrections.jsonl")));
  }

  @Test
  void aPictureOfADocumentThatIsNotThereIsToldSo() throws IOException {
    Answer answer = get("/api/document/" + disclosure.source().sha256() + "/page/1");
    assertEquals(404, answer.status());
    assertTrue(answer.body().contains("--sources"), answer.body());
  }
}
