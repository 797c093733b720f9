package org.yusuan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.Options;
import org.yusuan.Recheck;
import org.yusuan.browser.Chromium;
import org.yusuan.correction.Corrections;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.Sha256;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.store.Store;

/** The workbench in a real browser. */
class WorkbenchPageTest {

  private static final String HOSTILE = "<img src=x onerror=window.hacked=1>";

  @TempDir private Path folder;
  private Chromium browser;
  private WorkbenchServer server;

  @SuppressWarnings("NullAway.Init")
  WorkbenchPageTest() {}

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assumeTrue(Chromium.isInstalled(), "no chromium here");
    browser = new Chromium(folder.resolve("profile"));
    Files.createDirectories(folder.resolve("out"));
    server =
        WorkbenchServer.start(
            new Workspace(folder.resolve("out"), null, folder.resolve("out/corrections.jsonl")), 0);
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  private Disclosure document(String organization, String title) throws IOException {
    Path pdf = folder.resolve("out").resolve(organization.replace("/", "") + "-2025.pdf");
    try (PDDocument blank = new PDDocument()) {
      blank.addPage(new PDPage(PDRectangle.A4));
      blank.save(pdf.toFile());
    }
    MadeTable table =
        MadeTable.coded("t1", "expenditure", title, "元")
            .measure("total", "合计" + (title.startsWith("<") ? title : ""))
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("201", title.startsWith("<") ? title : "一般公共服务支出", "3,800", "2,100", "1,200")
            .code("208", "社会保障和就业支出", "700", "700", "")
            .total("合计", "4,000", "2,800", "1,200");
    Disclosure disclosure =
        new Recheck()
            .recheck(
                MadeDisclosure.budget(organization, 2025)
                    .hash(Sha256.of(pdf))
                    .table(table)
                    .finding("t1", 0, 2)
                    .build(),
                Corrections.NONE);
    Files.write(
        folder.resolve("out").resolve(organization.replace("/", "") + ".json"),
        new DisclosureJson().write(disclosure, false));
    return disclosure;
  }

  /** Every text of a JSON value that is no term of the contract, made markup. */
  private static JsonNode hostile(JsonNode node) {
    if (node.isTextual() && node.asText().codePoints().anyMatch(c -> c > 0x2000)) {
      return TextNode.valueOf(HOSTILE + node.asText());
    }
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, hostile(list.get(i)));
      }
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        field.setValue(hostile(field.getValue()));
      }
    }
    return node;
  }

  private void assertHarmless(String view) throws IOException {
    assertTrue(browser.html().contains("&lt;img src=x"), view + " shows the text");
    assertFalse(browser.value("Boolean(window.hacked)").asBoolean(), view);
    assertEquals(0, browser.value("document.querySelectorAll('img').length").asInt(), view);
  }

  @Test
  void noFieldOfADocumentACorrectionOrTheDatabaseBecomesMarkup() throws Exception {
    Disclosure disclosure = document("某局", "部门支出总表");
    Path json = folder.resolve("out/某局.json");
    JsonNode all = hostile(new ObjectMapper().readTree(json.toFile()));
    Files.delete(json);
    Path hostile = folder.resolve("out/" + HOSTILE + ".json");
    Files.write(hostile, new ObjectMapper().writeValueAsBytes(all));
    Files.move(folder.resolve("out/某局-2025.pdf"), folder.resolve("out/" + HOSTILE + "某局-2025.pdf"));
    Path database = folder.resolve("facts.duckdb");
    try (Store store = Store.open(database)) {
      store.load(new DisclosureJson().read(hostile));
    }
    server.close();
    Path corrections = folder.resolve("out/corrections.jsonl");
    server =
        WorkbenchServer.start(
            new Workspace(folder.resolve("out"), null, corrections, database, Options.defaults()),
            0);
    String id = disclosure.source().sha256();
    browser.show(server.link(), 1000, 800);
    browser.await("document.querySelector('.list tbody tr')");
    browser.value("document.querySelector('.search').open = true");
    browser.await("document.querySelector('.results tbody tr')");
    assertHarmless("folder and search");
    browser.show(server.link() + "/" + id + "/t1.0.2", 1000, 800);
    browser.await("document.querySelector('.crop canvas')");
    browser.value("document.querySelector('#who').value = '" + HOSTILE + "'");
    browser.press("1");
    browser.type(HOSTILE);
    browser.press("Enter");
    browser.await("document.querySelector('td.person')");
    browser.value("document.querySelector('.meaning').open = true");
    browser.await("document.querySelector('.meaning select')");
    assertTrue(browser.html().contains("1&lt;img src=x"), "the correction");
    assertHarmless("document");
    browser.value("document.activeElement.blur()");
    browser.press("u");
    browser.await("!document.querySelector('td.person')");
    browser.show(server.link() + "/" + id + "/finding/1", 1000, 800);
    browser.await("document.querySelector('.report canvas')");
    browser.value("document.querySelector('#who').value = '" + HOSTILE + "'");
    browser.value("document.querySelector('#reason').value = '" + HOSTILE + "'");
    browser.press("d");
    browser.await("document.querySelector('.report .review')");
    assertHarmless("finding");
    browser.value(
        "const real = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " blob.text().then(text => window.saved = text); return real.call(URL, blob); }");
    browser.press("e");
    browser.await("window.saved");
    Path saved = folder.resolve("saved.html");
    Files.writeString(saved, browser.value("window.saved").asText());
    browser.show(saved.toUri().toString(), 1000, 800);
    browser.await("document.querySelector('.report')");
    assertFalse(browser.value("Boolean(window.hacked)").asBoolean(), "the saved page");
    assertEquals(0, browser.value("document.querySelectorAll('img[src=x]').length").asInt());
  }

  private List<String> corrections() throws IOException {
    Path file = folder.resolve("out/corrections.jsonl");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Test
  void noTextOfADocumentBecomesMarkup() throws IOException {
    Disclosure disclosure = document(HOSTILE, HOSTILE);
    Files.writeString(folder.resolve("out/" + HOSTILE + "bad.json"), "{}");
    browser.show(server.link(), 1000, 800);
    browser.await("document.querySelector('.list tbody tr')");
    String id = disclosure.source().sha256();
    browser.show(server.link() + "/" + id, 1000, 800);
    browser.await("document.querySelector('td.at')");
    assertTrue(browser.text().contains(HOSTILE));
    browser.show(server.link() + "/" + id + "/finding/1", 1000, 800);
    browser.await("document.querySelector('.report canvas')");
    assertFalse(browser.value("Boolean(window.hacked)").asBoolean());
    assertEquals(0, browser.value("document.querySelectorAll('img[src=x]').length").asInt());
  }

  @Test
  void theKeyboardAloneCorrectsAndTakesBack() throws IOException {
    document("某局", "部门支出总表");
    browser.show(server.link(), 1200, 900);
    browser.await("document.querySelector('.list tbody a')");
    tabTo("document.activeElement.id === 'who'");
    browser.type("王五");
    tabTo("document.activeElement.matches('.list a')");
    browser.press("Enter");
    browser.await("document.querySelector('.crop canvas')");
    browser.value("document.activeElement.blur()");
    String first = browser.value("document.querySelector('td.at').textContent").asText();
    browser.press("j");
    browser.press("k");
    assertEquals(first, browser.value("document.querySelector('td.at').textContent").asText());
    browser.press("3");
    browser.type(",300");
    browser.press("Enter");
    browser.await("document.querySelector('td.person')");
    assertEquals(1, corrections().size());
    assertTrue(corrections().get(0).contains("\"is\":\"3,300\""), corrections().get(0));
    assertTrue(corrections().get(0).contains("王五"), corrections().get(0));
    browser.value("document.activeElement.blur()");
    browser.press("u");
    browser.await("!document.querySelector('td.person')");
    assertEquals(2, corrections().size());
  }

  /** A document with five amounts that nothing else confirms. */
  private String listing() throws IOException {
    Path pdf = folder.resolve("out/某局-2025.pdf");
    try (PDDocument blank = new PDDocument()) {
      blank.addPage(new PDPage(PDRectangle.A4));
      blank.save(pdf.toFile());
    }
    MadeTable table = MadeTable.items("t1", "unknown", "一览", "元").measure(null, "金额");
    for (String amount : new String[] {"811", "37", "2,604", "95", "4,730"}) {
      table.item(1, "项目" + amount, amount);
    }
    Disclosure disclosure =
        new Recheck()
            .recheck(
                MadeDisclosure.budget("某局", 2025).hash(Sha256.of(pdf)).table(table).build(),
                Corrections.NONE);
    Files.write(folder.resolve("out/listing.json"), new DisclosureJson().write(disclosure, false));
    return disclosure.source().sha256();
  }

  @Test
  void severalAmountsAreComparedLineByLineAndAcceptedAtOnce() throws IOException {
    browser.show(server.link() + "/" + listing(), 1200, 900);
    browser.await("document.querySelectorAll('.strip .line canvas').length === 5");
    browser.value("document.querySelector('#who').value = '王五'");
    browser.press("ArrowDown");
    browser.press("3");
    browser.type("8");
    browser.press("Enter");
    browser.await("document.querySelectorAll('.strip .line')[2].classList.contains('at')");
    assertEquals(0, corrections().size(), "Enter in a field goes on to the next line");
    browser.press("Enter");
    browser.await("document.querySelectorAll('td.person').length === 5");
    assertEquals(5, corrections().size());
    assertTrue(
        corrections().get(1).contains("\"read\":\"37\",\"is\":\"38\""), corrections().get(1));
    assertTrue(corrections().get(4).contains("\"is\":\"4,730\""), corrections().get(4));
    browser.press("u");
    browser.await("document.querySelectorAll('.strip .line').length === 5");
    assertEquals(10, corrections().size());
    assertEquals("37", browser.value("document.querySelectorAll('td')[3].textContent").asText());
  }

  @Test
  void nothingIsAcceptedBeforeItsPictureStandsThereOrByAKeyHeldDown() throws IOException {
    browser.show(server.link() + "/" + listing(), 1200, 900);
    browser.await("document.querySelector('.strip canvas')");
    browser.value("document.querySelector('#who').value = '王五'");
    browser.value(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', repeat: true,"
            + " bubbles: true}))");
    browser.value(
        "const asked = window.fetch; window.fetch = (path, more) => path.includes('/page/') ? new"
            + " Promise(() => {}) : asked(path, more)");
    browser.value("location.hash = location.hash.split('/')[0]");
    browser.await("document.querySelector('.list tbody a')");
    browser.value(
        "import('/page.js').then(page => { for (let i = 50; i < 60; i++) page.picture(i); })");
    browser.value("document.querySelector('.list tbody a').click()");
    browser.await("document.querySelector('.strip')");
    browser.press("Enter");
    browser.press("j");
    assertEquals(List.of(), corrections());
  }

  private void tabTo(String condition) throws IOException {
    for (int i = 0; i < 40; i++) {
      if (browser.value(condition).asBoolean()) {
        return;
      }
      browser.press("Tab");
    }
    throw new IOException("no Tab leads there: " + condition);
  }

  @Test
  void aFindingIsShownWithItsPlacesAndDismissedWithAReasonOnly() throws IOException {
    String id = document("某局", "部门支出总表").source().sha256();
    browser.show(server.link() + "/" + id + "/finding/1", 1200, 900);
    browser.await("document.querySelector('.report canvas')");
    String page = browser.text();
    assertTrue(page.contains(id) && page.contains("某局-2025.pdf") && page.contains("page 1"), page);
    browser.value("document.querySelector('#who').value = '王五'");
    browser.press("d");
    browser.await("document.activeElement.id === 'reason'");
    browser.press("Enter");
    browser.await("!document.querySelector('#message').hidden");
    assertEquals(0, corrections().size());
    browser.type("页面上写的是另一个数");
    browser.press("Enter");
    browser.await("document.querySelector('.report .review')");
    assertTrue(browser.text().contains("页面上写的是另一个数"));
    assertEquals(1, corrections().size());
    assertTrue(corrections().get(0).contains("\"is\":\"dismissed\""), corrections().get(0));
    browser.show(server.link(), 1200, 900);
    browser.await("document.querySelector('.list tbody tr')");
  }

  @Test
  void aFindingIsSavedAsAPageOfItsOwnAndPrints() throws IOException {
    String id = document("某局", "部门支出总表").source().sha256();
    browser.show(server.link() + "/" + id + "/finding/1", 1200, 900);
    browser.await("document.querySelector('.report canvas')");
    browser.value(
        "const real = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " blob.text().then(text => window.saved = text); return real.call(URL, blob); }");
    browser.press("e");
    browser.await("window.saved");
    String saved = browser.value("window.saved").asText();
    assertTrue(saved.startsWith("<!doctype html>"), saved.substring(0, 100));
    assertTrue(saved.contains("src=\"data:image/png;base64,") && saved.contains(id));
    assertTrue(saved.contains("<style>") && saved.contains("default-src 'none'"));
    assertFalse(saved.contains("<script") || saved.contains("<button"), "a page of its own");
    try (PDDocument printed = PDDocument.load(browser.print())) {
      assertEquals(1, printed.getNumberOfPages());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 820, 1440})
  void noViewIsWiderThanTheWindow(int width) throws IOException {
    String id = document("某市发展和改革委员会（本级）及所属单位", "部门支出总表").source().sha256();
    for (String view : new String[] {"", "/" + id, "/" + id + "/finding/1"}) {
      browser.show(server.link() + view, width, 900);
      browser.await("document.querySelector('.list tbody tr, td.at, .report canvas')");
      assertEquals(
          0,
          browser
              .value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
              .asInt(),
          "view " + view + " at " + width);
    }
  }
}
