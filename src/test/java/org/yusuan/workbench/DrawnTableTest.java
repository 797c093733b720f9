package org.yusuan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.browser.Chromium;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.correction.Corrections;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.Sha256;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;

/** A table whose lines are missing on the page, read with lines that a person drew. */
class DrawnTableTest {

  private static final Box AREA = new Box(50, 80, 450, 240);

  /** What the page states below its header. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("Roads", "1,200.00", "1,100.00"),
          List.of("Schools", "800.00", "750.00"),
          List.of("Parks", "100.00", "90.00"));

  @TempDir private Path folder;
  private Path pdf;
  private Disclosure read;

  @SuppressWarnings("NullAway.Init")
  DrawnTableTest() {}

  @BeforeEach
  void document() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    pdf = folder.resolve("out/plan.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.addRect(50, PDRectangle.A4.getHeight() - 240, 400, 160);
        content.stroke();
        String[][] rows = {
          {"Item", "Budget", "Spent"},
          {"Roads", "1,200.00", "1,100.00"},
          {"Schools", "800.00", "750.00"},
          {"Parks", "100.00", "90.00"}
        };
        for (int r = 0; r < rows.length; r++) {
          for (int c = 0; c < rows[r].length; c++) {
            content.beginText();
            content.setFont(PDType1Font.HELVETICA, 11);
            content.newLineAtOffset(60 + 130f * c, PDRectangle.A4.getHeight() - 105 - 40f * r);
            content.showText(rows[r][c]);
            content.endText();
          }
        }
      }
      document.save(pdf.toFile());
    }
    read = Yusuan.extract(pdf, Options.defaults());
    Files.write(folder.resolve("out/plan.json"), new DisclosureJson().write(read, false));
  }

  private CorrectionEntry drawn(String is) {
    return CorrectionEntry.of(
        read.source().sha256(),
        CorrectionEntry.Kind.TABLE_AREA,
        1,
        AREA,
        null,
        "",
        is,
        "王五",
        "2026-01-01T00:00:00Z",
        null);
  }

  private Table again(String is) throws IOException {
    Corrections corrections = new Corrections(List.of(drawn(is)));
    return Yusuan.extract(pdf, Options.defaults().withCorrections(corrections)).tables().get(0);
  }

  private static List<List<String>> texts(Table table) {
    return table.rows().stream().map(row -> row.cells().stream().map(Cell::text).toList()).toList();
  }

  @Test
  void theDrawnLinesDivideTheTable() throws IOException {
    Table table = again("columns: 180.0 310.0; rows: 120.0 160.0 200.0; header: 1");
    assertEquals(3, table.columns().size());
    assertEquals(1, table.headerRows());
    assertEquals(List.of("Budget"), table.columns().get(1).header());
    assertEquals(ROWS, texts(table));
  }

  @Test
  void theDrawnLinesDivideATableOnAPictureToo() throws IOException {
    Path scan = folder.resolve("scan.pdf");
    try (PDDocument printed = PDDocument.load(pdf.toFile());
        PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDImageXObject picture =
          LosslessFactory.createFromImage(
              document, new PDFRenderer(printed).renderImageWithDPI(0, 200, ImageType.GRAY));
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            picture, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
      }
      document.save(scan.toFile());
    }
    CorrectionEntry entry =
        CorrectionEntry.of(
            Sha256.of(scan),
            CorrectionEntry.Kind.TABLE_AREA,
            1,
            AREA,
            null,
            "",
            "columns: 180.0 310.0; rows: 120.0 160.0 200.0; header: 1",
            "王五",
            "2026-01-01T00:00:00Z",
            null);
    Options options = Options.defaults().withCorrections(new Corrections(List.of(entry)));
    Table table = Yusuan.extract(scan, options).tables().get(0);
    assertEquals(3, table.columns().size());
    assertEquals(1, table.headerRows());
    assertEquals(
        List.of("1,200.00", "800.00", "100.00"),
        table.rows().stream().map(row -> row.cells().get(1).text()).toList());
  }

  @Test
  void anotherLineMakesAnotherColumnAndHeaderRowsAreAsNamed() throws IOException {
    Table table = again("columns: 310.0; rows: 120.0 160.0 200.0; header: 2");
    assertEquals(2, table.columns().size());
    assertEquals(2, table.headerRows());
    assertEquals(
        List.of(List.of("Schools 800.00", "750.00"), List.of("Parks 100.00", "90.00")),
        texts(table));
  }

  @Test
  void rowsAreFoundByTheirTextIfNoneAreDrawn() throws IOException {
    Table table = again("columns: 180.0 310.0; rows:; header: 1");
    assertEquals(ROWS, texts(table));
  }

  @Test
  void anotherFileIsReadAsEver() throws IOException {
    Files.write(pdf, new byte[] {'\n'}, java.nio.file.StandardOpenOption.APPEND);
    Corrections corrections = new Corrections(List.of(drawn("columns: 310.0; rows:; header:")));
    Disclosure other = Yusuan.extract(pdf, Options.defaults().withCorrections(corrections));
    assertEquals(read.tables(), other.tables());
  }

  @Test
  void aPersonDrawsItInTheWorkbenchAndItIsKept() throws Exception {
    assumeTrue(Chromium.isInstalled(), "no chromium here");
    Path corrections = folder.resolve("out/corrections.jsonl");
    Workspace workspace = new Workspace(folder.resolve("out"), null, corrections);
    try (WorkbenchServer server = WorkbenchServer.start(workspace, 0);
        Chromium browser = new Chromium(folder.resolve("profile"))) {
      browser.show(server.link() + "/" + read.source().sha256(), 1400, 1000);
      browser.await("document.querySelector('.sheet canvas')");
      browser.value("document.querySelector('#who').value = '王五'");
      browser.press("t");
      browser.await("document.querySelector('.layer')");
      if (!browser.value("Boolean(document.querySelector('.layer .area'))").asBoolean()) {
        double[] from = point(browser, 50, 80);
        double[] to = point(browser, 450, 240);
        browser.drag(from[0], from[1], to[0], to[1]);
        browser.await("document.querySelector('.layer .area')");
      }
      browser.value(
          "for (const [i, text] of [[0, '180 310'], [1, '120 160 200']]) { const field ="
              + " document.querySelectorAll('.drawing .lines')[i]; field.value = text;"
              + " field.dispatchEvent(new Event('change')); }");
      browser.await("document.querySelectorAll('.column-line').length === 2");
      double[] line = point(browser, 240, 150);
      browser.drag(line[0], line[1], line[0], line[1]);
      browser.await("document.querySelectorAll('.column-line').length === 3");
      browser.value("document.querySelector('#read-again').click()");
      browser.await("!document.querySelector('.drawing')");
      browser.await("document.querySelectorAll('section table').length > 0");
      List<String> kept = Files.readAllLines(corrections);
      assertEquals(1, kept.size());
      assertTrue(kept.get(0).contains("\"kind\":\"table-area\""), kept.get(0));
      Disclosure now =
          Yusuan.extract(
              pdf, Options.defaults().withCorrections(new CorrectionFile(corrections).read()));
      assertEquals(4, now.tables().get(0).columns().size());
      assertFalse(now.findings().stream().anyMatch(f -> f.rule().equals("correction-not-applied")));
    }
  }

  /** A point of the page, in points, as one of the window. */
  private static double[] point(Chromium browser, double x, double y) throws IOException {
    browser.value("document.querySelector('.layer').scrollIntoView({block: 'start'})");
    String box = "document.querySelector('.layer').getBoundingClientRect()";
    return new double[] {
      browser.value(box + ".left + " + box + ".width * " + x + " / 595.28").asDouble(),
      browser.value(box + ".top + " + box + ".height * " + y + " / 841.89").asDouble()
    };
  }
}
