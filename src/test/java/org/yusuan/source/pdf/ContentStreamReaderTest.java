package org.yusuan.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.model.table.Box;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.source.pdf.text.StandardWidths;

/** What is drawn on a page comes out as words, rulings and pictures. */
class ContentStreamReaderTest {

  private static final double WIDTH = 400;
  private static final double HEIGHT = 300;

  @TempDir private Path folder;

  private interface Drawing {
    void draw(PDPageContentStream out, PDDocument document) throws IOException;
  }

  private Page read(Drawing drawing) throws IOException {
    return read(0, drawing);
  }

  /** Draws on a page of 400 by 300 points as displayed. */
  private Page read(int rotation, Drawing drawing) throws IOException {
    Path file = folder.resolve("page" + rotation + ".pdf");
    boolean sideways = rotation % 180 != 0;
    try (PDDocument document = new PDDocument()) {
      PDPage page =
          new PDPage(
              new PDRectangle(
                  (float) (sideways ? HEIGHT : WIDTH), (float) (sideways ? WIDTH : HEIGHT)));
      page.setRotation(rotation);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        switch (rotation) {
          case 90 -> out.transform(new Matrix(0, 1, -1, 0, (float) HEIGHT, 0));
          case 180 -> out.transform(new Matrix(-1, 0, 0, -1, (float) WIDTH, (float) HEIGHT));
          case 270 -> out.transform(new Matrix(0, -1, 1, 0, 0, (float) WIDTH));
          default -> {
            // upright
          }
        }
        drawing.draw(out, document);
      }
      document.save(file.toFile());
    }
    try (PdfFile pdf = PdfFile.open(file)) {
      return pdf.page(1);
    }
  }

  private static void text(PDPageContentStream out, PDFont font, float x, float y, String text)
      throws IOException {
    out.beginText();
    out.setFont(font, 10);
    out.newLineAtOffset(x, y);
    out.showText(text);
    out.endText();
  }

  private static List<String> texts(Page page) {
    return page.words().stream().map(Word::text).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void aTurnedPageIsReadAsItIsDisplayed(int rotation) throws IOException {
    Page page =
        read(
            rotation,
            (out, document) -> {
              text(out, PDType1Font.HELVETICA, 50, 200, "Total");
              out.moveTo(40, 190);
              out.lineTo(240, 190);
              out.stroke();
            });
    assertEquals(WIDTH, page.width(), 0.01);
    assertEquals(List.of("Total"), texts(page));
    Box box = page.words().get(0).box();
    assertEquals(50, box.left(), 0.01);
    assertEquals(101.4, box.bottom(), 0.01);
    assertEquals(10, box.height(), 0.01);
    Ruling ruling = page.rulings().get(0);
    assertTrue(ruling.horizontal());
    assertEquals(110, ruling.position(), 0.01);
    assertEquals(40, ruling.start(), 0.01);
    assertEquals(240, ruling.end(), 0.01);
  }

  @Test
  void boldByDrawingTwiceIsReadOnce() throws IOException {
    Page page =
        read(
            (out, document) -> {
              text(out, PDType1Font.HELVETICA, 50, 200, "11.00");
              text(out, PDType1Font.HELVETICA, 50.3f, 200, "11.00");
            });
    assertEquals(List.of("11.00"), texts(page));
  }

  @Test
  void thinRectanglesAreLinesAndFillsAndWhiteOnesAreNot() throws IOException {
    Page page =
        read(
            (out, document) -> {
              out.setNonStrokingColor(Color.LIGHT_GRAY);
              out.addRect(40, 180, 200, 20);
              out.fill();
              out.setNonStrokingColor(Color.WHITE);
              out.addRect(40, 150, 200, 0.8f);
              out.fill();
              out.setNonStrokingColor(Color.BLACK);
              out.addRect(40, 100, 200, 0.8f);
              out.fill();
            });
    assertEquals(1, page.rulings().size());
    assertEquals(199.6, page.rulings().get(0).position(), 0.01);
  }

  @Test
  void whatAClipHidesIsLeftOut() throws IOException {
    Page page =
        read(
            (out, document) -> {
              out.saveGraphicsState();
              out.addRect(0, 150, 400, 150);
              out.clip();
              text(out, PDType1Font.HELVETICA, 50, 200, "seen");
              text(out, PDType1Font.HELVETICA, 50, 50, "hidden");
              out.restoreGraphicsState();
              text(out, PDType1Font.HELVETICA, 50, 20, "after");
            });
    assertEquals(List.of("seen", "after"), texts(page));
  }

  @Test
  void aWatermarkAcrossThePageIsNotRead() throws IOException {
    Page page =
        read(
            (out, document) -> {
              text(out, PDType1Font.HELVETICA, 50, 200, "read");
              out.beginText();
              out.setFont(PDType1Font.HELVETICA, 40);
              out.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(45), 100, 50));
              out.showText("DRAFT");
              out.endText();
            });
    assertEquals(List.of("read"), texts(page));
  }

  @Test
  void invisibleTextIsNotReadAndSaidSo() throws IOException {
    Page page =
        read(
            (out, document) -> {
              text(out, PDType1Font.HELVETICA, 50, 200, "seen");
              out.setRenderingMode(RenderingMode.NEITHER);
              text(out, PDType1Font.HELVETICA, 50, 100, "hidden");
            });
    assertEquals(List.of("seen"), texts(page));
    assertEquals(List.of("page 1 has invisible text, which was not read"), page.problems());
  }

  @Test
  void invisibleTextOverAPictureIsAnEarlierRecognition() throws IOException {
    Page page =
        read(
            (out, document) -> {
              BufferedImage scan = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
              out.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 400, 300);
              out.setRenderingMode(RenderingMode.NEITHER);
              text(out, PDType1Font.HELVETICA, 50, 100, "recognized");
            });
    assertEquals(List.of("recognized"), texts(page));
    assertTrue(page.problems().get(0).contains("earlier recognition"), page.problems().toString());
  }

  @Test
  void aStandardFontWithoutWidthsIsMeasuredAlikeOnEveryMachine() throws IOException {
    Page page =
        read(
            (out, document) -> {
              COSDictionary font = new COSDictionary();
              font.setItem(COSName.TYPE, COSName.FONT);
              font.setItem(COSName.SUBTYPE, COSName.TYPE1);
              font.setName(COSName.BASE_FONT, "Times-Roman");
              // A renamed character makes it a font of its own for PDFBox.
              font.setItem(COSName.ENCODING, differences(128, "fi"));
              text(out, PDFontFactory.createFont(font), 50, 200, "illicit");
            });
    // The published widths, in thousandths: i 278, l 278, c 444, t 278.
    Box box = page.words().get(0).box();
    assertEquals(50, box.left(), 0.01);
    assertEquals(50 + 6 * 2.78 + 4.44, box.right(), 0.01);
  }

  @Test
  void namesOfFontsTellTheStandardOnes() {
    assertEquals("Times-BoldItalic", StandardWidths.standardName("TimesNewRoman,BoldItalic"));
    assertEquals("Helvetica", StandardWidths.standardName("ArialMT"));
    assertEquals("Courier-Oblique", StandardWidths.standardName("Courier-Oblique"));
    assertEquals("", StandardWidths.standardName("SimSun"));
  }

  @Test
  void charactersWithStandardNamesOfADrawnFontAreRead() throws IOException {
    Page page = read((out, document) -> show(out, drawnFont(document, "one")));
    assertEquals(List.of("111"), texts(page));
    assertEquals(List.of(), page.problems());
  }

  @Test
  void charactersWhoseNamesMeanNothingAreNotGuessed() throws IOException {
    Page page = read((out, document) -> show(out, drawnFont(document, "g17")));
    assertEquals(List.of("\uFFFD\uFFFD\uFFFD"), texts(page));
    assertTrue(
        page.problems().get(0).contains("3 of 3 characters have no Unicode meaning"),
        page.problems().toString());
  }

  @Test
  void textDrawnAsOutlinesIsAPicture() throws IOException {
    Page page =
        read(
            (out, document) -> {
              out.moveTo(50, 100);
              out.curveTo(50, 130, 70, 150, 90, 150); // its control points are within its bounds
              out.lineTo(90, 100);
              out.fill();
            });
    assertEquals(List.of(new Box(50, 150, 90, 200)), page.images());
  }

  @Test
  void aPageOfLinesAloneHoldsNoPicture() throws IOException {
    Page page =
        read(
            (out, document) -> {
              out.addRect(40, 100, 200, 50);
              out.stroke();
            });
    assertEquals(List.of(), page.images());
    assertEquals(4, page.rulings().size());
  }

  private static COSDictionary differences(int code, String name) {
    COSArray names = new COSArray();
    names.add(COSInteger.get(code));
    names.add(COSName.getPDFName(name));
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    encoding.setItem(COSName.DIFFERENCES, names);
    return encoding;
  }

  /** A font of the kind Type 3 whose code 65 draws a box under the given name. */
  private static PDFont drawnFont(PDDocument document, String name) throws IOException {
    COSStream drawing = document.getDocument().createCOSStream();
    try (OutputStream out = drawing.createOutputStream()) {
      out.write("600 0 0 0 500 700 d1 0 0 500 700 re f".getBytes(StandardCharsets.US_ASCII));
    }
    COSDictionary drawings = new COSDictionary();
    drawings.setItem(COSName.getPDFName(name), drawing);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setItem(COSName.FONT_BBOX, new PDRectangle(600, 700).getCOSArray());
    COSArray matrix = new COSArray();
    for (float value : new float[] {0.001f, 0, 0, 0.001f, 0, 0}) {
      matrix.add(new COSFloat(value));
    }
    font.setItem(COSName.FONT_MATRIX, matrix);
    font.setItem(COSName.CHAR_PROCS, drawings);
    font.setItem(COSName.ENCODING, differences(65, name));
    font.setInt(COSName.FIRST_CHAR, 65);
    font.setInt(COSName.LAST_CHAR, 65);
    COSArray widths = new COSArray();
    widths.add(COSInteger.get(600));
    font.setItem(COSName.WIDTHS, widths);
    return PDFontFactory.createFont(font);
  }

  /** Shows code 65 three times; the font itself cannot encode text. */
  @SuppressWarnings("deprecation") // the only way to write operators as they are
  private static void show(PDPageContentStream out, PDFont font) throws IOException {
    out.beginText();
    out.setFont(font, 10);
    out.newLineAtOffset(50, 200);
    out.appendRawCommands("(AAA) Tj\n");
    out.endText();
  }
}
