package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;

/** Lines drawn with a font that comes with PDFBox, read by the engine of text. */
class CtcRecognizerTest {
  private static final String TEXT = "spent 1715.97 and 406.39 of them";

  private static GrayImage line(double blur) throws Exception {
    BufferedImage image = new BufferedImage(560, 48, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    try (InputStream file =
        PDDocument.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      graphics.setFont(Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(34f));
    }
    graphics.drawString(TEXT, 10, 36);
    graphics.dispose();
    GrayImage gray = GrayImage.of(image);
    return blur > 0 ? gray.blur(blur) : gray;
  }

  private static String read(GrayImage line) {
    try (CtcModel model = CtcModel.ppOcr(ModelCache.ofUser());
        Recognizer network = CtcRecognizer.ofText(model, List.of())) {
      List<List<Reading>> readings = network.readLines(List.of(line));
      return readings.get(0).get(0).text().replace(" ", "");
    }
  }

  @Test
  void longLinesAreReadSmall() throws Exception {
    assertEquals(TEXT.replace(" ", ""), read(line(0)));
  }

  @Test
  void longLinesThatAreNotSureWhenSmallAreReadWhole() throws Exception {
    assertEquals(TEXT.replace(" ", ""), read(line(2)));
  }

  @Test
  void aShortLineIsReadWhole() throws Exception {
    GrayImage whole = line(0);
    assertEquals("spent", read(whole.crop(0, 0, 110, whole.height, 0)));
  }
}
