package org.yusuan.source.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Password;

/** What another reader reads otherwise. */
class SecondReaderTest {

  @TempDir private Path folder;

  /** A page of four ruled cells with numbers. */
  private Path drawn() throws IOException {
    Path file = folder.resolve("drawn.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        for (int k = 0; k <= 2; k++) {
          content.moveTo(100, 700 - 30 * k);
          content.lineTo(300, 700 - 30 * k);
          content.moveTo(100 + 100 * k, 700);
          content.lineTo(100 + 100 * k, 640);
        }
        content.stroke();
        String[] texts = {"1,234.50", "77", "88", "99.25"};
        for (int i = 0; i < 4; i++) {
          content.beginText();
          content.setFont(PDType1Font.HELVETICA, 10);
          content.newLineAtOffset(110 + 100 * (i % 2), 680 - 30 * (i / 2));
          content.showText(texts[i]);
          content.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static Cell cell(String text, int column, int row) {
    double top = PDRectangle.A4.getHeight() - 700 + 30 * row;
    Box box = new Box(100 + 100 * column, top, 200 + 100 * column, top + 30);
    return new Cell(
        column, 1, 1, text, null, null, 1, box, Origin.TEXT, null, java.util.List.of(), null, null);
  }

  @Test
  void tellsTheCellThatItReadsOtherwise() throws IOException {
    CellRef right = new CellRef("t1", 0, 0);
    CellRef wrong = new CellRef("t1", 1, 1);
    assertEquals(
        Map.of(wrong, "99.25"),
        SecondReader.differing(
            drawn(),
            Password.NONE,
            Map.of(right, cell("1,234.50", 0, 0), wrong, cell("98.25", 1, 1))));
  }

  @Test
  void saysNothingOfAFileThatItCannotRead() {
    assertEquals(
        Map.of(),
        SecondReader.differing(
            folder.resolve("none.pdf"),
            Password.NONE,
            Map.of(new CellRef("t1", 0, 0), cell("1", 0, 0))));
  }

  @Test
  void comparesNumbers() {
    assertFalse(SecondReader.differs("1,234", "1234"));
    assertTrue(SecondReader.differs("1,234", "1,235"));
    assertFalse(SecondReader.differs("1,234", "1,234 5,678"), "two cells may have run together");
  }
}
