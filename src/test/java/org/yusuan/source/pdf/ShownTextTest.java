package org.yusuan.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.page.Page;
import org.yusuan.page.Word;

/** What a page shows is read once, and what it does not show is not read. */
class ShownTextTest {

  @TempDir private Path folder;

  private interface Drawing {
    void draw(PDPageContentStream out, PDDocument document) throws IOException;
  }

  private List<String> read(Drawing drawing) throws IOException {
    return words(drawing).stream().map(Word::text).toList();
  }

  /** Each word with its left and right edge. */
  private List<String> places(Drawing drawing) throws IOException {
    return words(drawing).stream()
        .map(
            word ->
                "%s [%d, %d]"
                    .formatted(
                        word.text(), Math.round(word.box().left()), Math.round(word.box().right())))
        .toList();
  }

  /** Asserts what is read, and that the rest is told. */
  private void assertRead(List<String> texts, String told, Drawing drawing) throws IOException {
    Page page = page(drawing);
    assertEquals(texts, page.words().stream().map(Word::text).toList());
    assertEquals(1, page.problems().size());
    assertTrue(page.problems().get(0).contains(told), page.problems().toString());
  }

  private List<Word> words(Drawing drawing) throws IOException {
    Page page = page(drawing);
    assertEquals(List.of(), page.problems());
    return page.words();
  }

  private Page page(Drawing drawing) throws IOException {
    Path file = folder.resolve("page.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(400, 300));
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        drawing.draw(out, document);
      }
      document.save(file.toFile());
    }
    try (PdfFile pdf = PdfFile.open(file)) {
      return pdf.page(1);
    }
  }

  private static void text(PDPageContentStream out, float size, float x, float y, String text)
      throws IOException {
    out.beginText();
    out.setFont(PDType1Font.HELVETICA, size);
    out.newLineAtOffset(x, y);
    out.showText(text);
    out.endText();
  }

  private static void fill(PDPageContentStream out, Color color, float x, float y, float w, float h)
      throws IOException {
    out.setNonStrokingColor(color);
    out.addRect(x, y, w, h);
    out.fill();
    out.setNonStrokingColor(Color.BLACK);
  }

  @Test
  void aCopyDrawnMuchLaterIsReadOnce() throws IOException {
    List<String> words =
        read(
            (out, document) -> {
              for (int copy = 0; copy < 2; copy++) {
                for (int row = 0; row < 20; row++) {
                  text(out, 10, 50 + 0.2f * copy, 280 - 12 * row, "1,11" + row % 10 + ".11");
                }
              }
            });
    assertEquals(20, words.size());
    assertEquals("1,113.11", words.get(3));
  }

  @Test
  void aShadowIsReadOnce() throws IOException {
    assertEquals(
        List.of("3,456.78"),
        read(
            (out, document) -> {
              out.setNonStrokingColor(Color.LIGHT_GRAY);
              text(out, 9, 51, 199, "3,456.78");
              out.setNonStrokingColor(Color.BLACK);
              text(out, 9, 50, 200, "3,456.78");
            }));
  }

  @Test
  void repeatedDigitsAndLeadersAreNoCopies() throws IOException {
    assertEquals(
        List.of("1111.00", "......"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "1111.00");
              text(out, 10, 50, 150, "......");
            }));
  }

  @Test
  void aSmallRaisedDigitIsAMark() throws IOException {
    assertEquals(
        List.of("2,345.67¹", "500.00²"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "2,345.67");
              text(out, 6, 91, 203.5f, "1");
              text(out, 10, 150, 200, "500.00");
              text(out, 5.8f, 182, 203.5f, "2");
            }));
  }

  @Test
  void smallDigitsOnTheSameLineAreNoMarks() throws IOException {
    assertEquals(
        List.of("2,345.67"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "2,345.");
              text(out, 7, 77.8f, 200, "67");
            }));
  }

  @Test
  void smallDigitsBehindTheDigitsOfAFigureAreNotOfIt() throws IOException {
    assertEquals(
        List.of("4,798.36", "12"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "4,798.36");
              text(out, 7, 90.5f, 200, "12");
            }));
  }

  private static void clipped(
      PDPageContentStream out, float left, float width, float x, String text) throws IOException {
    out.saveGraphicsState();
    out.addRect(left, 195, width, 14);
    out.clip();
    text(out, 10, x, 200, text);
    out.restoreGraphicsState();
  }

  @Test
  void aTextThatTheEdgeOfItsCellCutsIsReadWholeAndLiesInTheCell() throws IOException {
    assertEquals(
        List.of("Projects [50, 78]", "12.50 [85, 110]"),
        places(
            (out, document) -> {
              clipped(out, 40, 38, 50, "Projects");
              text(out, 10, 85, 200, "12.50");
            }));
    assertEquals(
        List.of("Projects [60, 86]"),
        places((out, document) -> clipped(out, 60, 90, 50, "Projects")));
  }

  @Test
  void aTextOfWhichNothingIsShownIsNotRead() throws IOException {
    assertEquals(
        List.of("12.50"),
        read(
            (out, document) -> {
              clipped(out, 40, 38, 80, "Projects");
              clipped(out, 40, 38, 50, "12.50");
            }));
  }

  @Test
  void aFigureBehindALatinWordIsItsPartInWhateverTextObject() throws IOException {
    assertEquals(
        List.of("No.7"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "No.");
              text(out, 10, 66, 200, "7");
            }));
  }

  @Test
  void aRowWithoutHeightIsNotRead() throws IOException {
    assertEquals(
        List.of("900.50"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "900.50");
              out.saveGraphicsState();
              out.addRect(40, 190, 200, 0.4f);
              out.clip();
              text(out, 10, 50, 190, "66.66");
              out.restoreGraphicsState();
            }));
  }

  @Test
  void whatAnOpaqueBoxCoversIsNotRead() throws IOException {
    assertEquals(
        List.of("445.17"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "495.17");
              fill(out, Color.WHITE, 48, 196, 40, 14);
              text(out, 10, 50, 200, "445.17");
            }));
  }

  @Test
  void whatAnOpaquePictureCoversIsNotReadAndWhatLiesOnItIs() throws IOException {
    assertEquals(
        List.of("445.17"),
        read(
            (out, document) -> {
              BufferedImage grey = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
              text(out, 10, 50, 200, "495.17");
              out.drawImage(LosslessFactory.createFromImage(document, grey), 48, 196, 40, 14);
              text(out, 10, 50, 200, "445.17");
            }));
  }

  @Test
  void whatAFrameOrATransparentBoxLiesOnIsRead() throws IOException {
    assertEquals(
        List.of("11.00", "22.00"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "11.00");
              out.addRect(40, 190, 100, 30);
              out.addRect(41, 191, 98, 28);
              out.fillEvenOdd();
              text(out, 10, 50, 100, "22.00");
              PDExtendedGraphicsState half = new PDExtendedGraphicsState();
              half.setNonStrokingAlphaConstant(0.5f);
              out.setGraphicsStateParameters(half);
              fill(out, Color.YELLOW, 40, 95, 100, 20);
            }));
  }

  @Test
  void textInTheColourOfItsGroundIsNotRead() throws IOException {
    assertRead(
        List.of("head", "11.00"),
        "in the colour",
        (out, document) -> {
          fill(out, Color.BLUE, 40, 190, 100, 30);
          out.setNonStrokingColor(Color.WHITE);
          text(out, 10, 50, 200, "head");
          text(out, 10, 50, 100, "77.77");
          out.setNonStrokingColor(Color.BLUE);
          text(out, 10, 90, 200, "88.88");
          text(out, 10, 50, 50, "11.00");
        });
  }

  @Test
  void transparentAndTinyTextIsNotRead() throws IOException {
    assertRead(
        List.of("11.00"),
        "too small",
        (out, document) -> {
          text(out, 10, 50, 200, "11.00");
          text(out, 0.5f, 50, 150, "66.66");
          PDExtendedGraphicsState clear = new PDExtendedGraphicsState();
          clear.setNonStrokingAlphaConstant(0f);
          out.setGraphicsStateParameters(clear);
          text(out, 10, 50, 100, "77.77");
        });
  }

  @Test
  void aLayerThatIsOffIsNotRead() throws IOException {
    assertEquals(
        List.of("shown", "after"),
        read(
            (out, document) -> {
              PDOptionalContentGroup on = new PDOptionalContentGroup("on");
              PDOptionalContentGroup off = new PDOptionalContentGroup("off");
              PDOptionalContentProperties layers = new PDOptionalContentProperties();
              layers.addGroup(on);
              layers.addGroup(off);
              layers.setGroupEnabled(off, false);
              document.getDocumentCatalog().setOCProperties(layers);
              out.beginMarkedContent(COSName.OC, on);
              text(out, 10, 50, 200, "shown");
              out.endMarkedContent();
              out.beginMarkedContent(COSName.OC, off);
              text(out, 10, 50, 150, "hidden");
              out.endMarkedContent();
              text(out, 10, 50, 100, "after");
            }));
  }

  @Test
  void theValueOfAFieldThatIsShownIsRead() throws IOException {
    assertEquals(
        List.of("label", "12.50"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "label");
              for (boolean hidden : new boolean[] {false, true}) {
                PDAnnotationWidget field = new PDAnnotationWidget();
                field.setRectangle(new PDRectangle(100, 195, 60, 15));
                field.setHidden(hidden);
                PDAppearanceStream shown = new PDAppearanceStream(document);
                shown.setBBox(new PDRectangle(0, 0, 60, 15));
                shown.setResources(new PDResources());
                try (PDPageContentStream value = new PDPageContentStream(document, shown)) {
                  text(value, 10, 2, 5, hidden ? "99.99" : "12.50");
                }
                PDAppearanceDictionary appearance = new PDAppearanceDictionary();
                appearance.setNormalAppearance(shown);
                field.setAppearance(appearance);
                document.getPage(0).getAnnotations().add(field);
              }
            }));
  }

  private static void line(PDPageContentStream out, float x0, float y0, float x1, float y1)
      throws IOException {
    out.moveTo(x0, y0);
    out.lineTo(x1, y1);
    out.stroke();
  }

  @Test
  void aStruckFigureIsToldAndNotRead() throws IOException {
    Page page =
        page(
            (out, document) -> {
              text(out, 10, 50, 200, "495.17");
              line(out, 49, 203, 83, 203);
              text(out, 10, 90, 200, "445.17");
              // A figure that a ruling of the table runs through is read.
              line(out, 40, 153, 120, 153);
              text(out, 10, 50, 150, "1.50");
            });
    assertEquals(List.of("445.17", "1.50"), page.words().stream().map(Word::text).toList());
    assertEquals(
        List.of("page 1 has text that is struck out, which was not read: 495.17"), page.problems());
  }

  @Test
  void aLevelWatermarkIsNotRead() throws IOException {
    assertEquals(
        List.of("1,845.17", "0.00", "0.00", "0.00"),
        read(
            (out, document) -> {
              out.setNonStrokingColor(new Color(215, 215, 215));
              for (int tile = 0; tile < 4; tile++) {
                text(out, 12, 40 + 90 * tile, 202, "8888 COPY");
              }
              out.setNonStrokingColor(Color.BLACK);
              text(out, 10, 50, 200, "1,845.17");
              // Faint zeros stand in cells of their own.
              out.setNonStrokingColor(new Color(170, 170, 170));
              for (int row = 0; row < 3; row++) {
                text(out, 10, 50, 100 - 20 * row, "0.00");
              }
            }));
  }

  /** Lines, each as its direction, place and ends. */
  private List<String> lines(Drawing drawing) throws IOException {
    return page(drawing).rulings().stream()
        .map(
            line ->
                "%s %d [%d, %d]"
                    .formatted(
                        line.horizontal() ? "level" : "upright",
                        Math.round(line.position()),
                        Math.round(line.start()),
                        Math.round(line.end())))
        .toList();
  }

  @Test
  void dotsInARowAreALine() throws IOException {
    assertEquals(
        List.of("level 100 [50, 150]", "upright 50 [100, 140]"),
        lines(
            (out, document) -> {
              for (int i = 0; i <= 50; i++) {
                fill(out, Color.BLACK, 50 + 2 * i - 0.3f, 199.7f, 0.6f, 0.6f);
              }
              for (int i = 1; i <= 20; i++) {
                fill(out, Color.BLACK, 49.7f, 200 - 2 * i - 0.3f, 0.6f, 0.6f);
              }
            }));
  }

  @Test
  void theEdgesOfShadedRowsAreLinesWhereThereAreNone() throws IOException {
    assertEquals(
        List.of(
            "level 60 [50, 350]",
            "level 80 [50, 350]",
            "level 100 [50, 350]",
            "level 120 [50, 350]",
            "level 140 [50, 350]",
            "level 160 [50, 350]"),
        lines(
            (out, document) -> {
              for (int row = 0; row < 3; row++) {
                fill(out, Color.LIGHT_GRAY, 50, 220 - 40 * row, 300, 20);
              }
            }));
    assertEquals(
        List.of("level 150 [50, 350]"),
        lines(
            (out, document) -> {
              for (int row = 0; row < 3; row++) {
                fill(out, Color.LIGHT_GRAY, 50, 220 - 40 * row, 300, 20);
              }
              line(out, 50, 150, 350, 150);
            }));
  }

  @Test
  void aWhiteLineIsOneOnlyOnAShade() throws IOException {
    assertEquals(
        List.of("upright 150 [180, 200]"),
        lines(
            (out, document) -> {
              fill(out, Color.LIGHT_GRAY, 50, 100, 300, 20);
              out.setStrokingColor(Color.WHITE);
              line(out, 150, 100, 150, 120);
              line(out, 150, 150, 150, 170);
            }));
  }

  /** An embedded font that names 3 and 8 as given. */
  private static PDFont font(PDDocument document, String three, String eight) throws IOException {
    try (InputStream program =
        PDFont.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      PDType0Font font = PDType0Font.load(document, program, false);
      StringBuilder map =
          new StringBuilder(
              "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF>"
                  + " endcodespacerange 4 beginbfchar ");
      for (String[] named : new String[][] {{"1", "1"}, {"3", three}, {"8", eight}, {".", "."}}) {
        byte[] code = font.encode(named[0]);
        map.append(String.format("<%02X%02X> <%04X> ", code[0], code[1], (int) named[1].charAt(0)));
      }
      map.append("endbfchar endcmap end");
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream out = stream.createOutputStream()) {
        out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
      }
      font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
      return font;
    }
  }

  private Page named(String three, String eight) throws IOException {
    return page(
        (out, document) -> {
          out.beginText();
          out.setFont(font(document, three, eight), 10);
          out.newLineAtOffset(50, 200);
          out.showText("138.83");
          out.endText();
        });
  }

  @Test
  void aFontThatLiesAboutItsDigitsIsNotBelieved() throws IOException {
    assertEquals("138.83", named("3", "8").words().get(0).text());
    assertEquals(List.of(), named("3", "8").problems());
    Page page = named("8", "3");
    assertEquals("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", page.words().get(0).text());
    assertEquals(
        "page 1: a font of it names its digits otherwise than they look", page.problems().get(0));
  }

  /** Two digits of one font that look differently are not the same. */
  @Test
  void aFontThatNamesTwoDigitsAlikeIsNotBelieved() throws IOException {
    Page page = named("8", "8");
    assertEquals("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", page.words().get(0).text());
    assertTrue(page.problems().get(0).contains("otherwise than they look"));
  }

  @Test
  void blackedOutFiguresAreTold() throws IOException {
    assertRead(
        List.of("11.00"),
        "blacked out",
        (out, document) -> {
          text(out, 10, 50, 200, "445.17");
          fill(out, Color.BLACK, 45, 195, 60, 16);
          text(out, 10, 50, 100, "11.00");
        });
  }

  @Test
  void loweredDigitsAndRaisedLettersBehindFiguresAreMarks() throws IOException {
    assertEquals(
        List.of("2,345.67₁", "500.00ᵃ", "70.00*²"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "2,345.67");
              text(out, 6, 91, 198, "1");
              text(out, 10, 150, 200, "500.00");
              text(out, 5.8f, 182, 203.5f, "a");
              text(out, 10, 250, 200, "70.00");
              text(out, 5.8f, 277, 203.5f, "*2");
            }));
  }

  @Test
  void raisedStarsAndNumbersInBracketsAreMarks() throws IOException {
    assertEquals(
        List.of("2,345.67*", "500.00⁽³⁾", "70.00⁽²⁾"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "2,345.67");
              text(out, 6, 91, 203.5f, "*");
              text(out, 10, 150, 200, "500.00");
              text(out, 5.8f, 182, 203.5f, "(3)");
              text(out, 10, 250, 200, "70.00");
              text(out, 5.8f, 277, 203.5f, "[2]");
            }));
  }

  @Test
  void aFigureUnderAThickWhiteLineIsNotRead() throws IOException {
    assertEquals(
        List.of("445.17"),
        read(
            (out, document) -> {
              text(out, 10, 50, 200, "495.17");
              out.setStrokingColor(Color.WHITE);
              out.setLineWidth(12);
              out.moveTo(45, 204);
              out.lineTo(90, 204);
              out.stroke();
              text(out, 10, 50, 200, "445.17");
            }));
  }

  @Test
  void aFieldWhoseValueTheFileDoesNotDrawIsTold() throws IOException {
    Page page =
        page(
            (out, document) -> {
              PDAnnotationWidget field = new PDAnnotationWidget();
              field.setRectangle(new PDRectangle(50, 200, 80, 14));
              field.getCOSObject().setString(COSName.V, "77.77");
              document.getPage(0).getAnnotations().add(field);
              text(out, 10, 50, 100, "12.50");
            });
    assertEquals(List.of("12.50"), page.words().stream().map(Word::text).toList());
    assertEquals(1, page.problems().size());
  }

  @Test
  void digitsThatAFontOutsideTheFileIsAskedForByOtherNamesAreNotBelieved() throws IOException {
    Page page =
        page(
            (out, document) -> {
              PDType1Font font = PDType1Font.HELVETICA;
              COSDictionary lying = new COSDictionary(font.getCOSObject());
              COSStream map = document.getDocument().createCOSStream();
              try (OutputStream bytes = map.createOutputStream()) {
                String text =
                    "1 begincodespacerange <00> <ff> endcodespacerange "
                        + "2 beginbfchar <35> <0036> <36> <0035> endbfchar";
                bytes.write(text.getBytes(StandardCharsets.US_ASCII));
              }
              lying.setItem(COSName.TO_UNICODE, map);
              out.beginText();
              out.setFont(new PDType1Font(lying), 10);
              out.newLineAtOffset(50, 200);
              out.showText("1235");
              out.showText("1236");
              out.endText();
            });
    assertEquals(
        List.of(), page.words().stream().map(Word::text).filter(t -> t.contains("5")).toList());
    assertEquals(false, page.problems().isEmpty());
  }
}
