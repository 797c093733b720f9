package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.ScanSimulator;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.ImageCleaner;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.segment.LineCrops;

/** Lines drawn with a font that comes with PDFBox, scanned, and cut out as the program does. */
class FiguresNetworkTest {
  private static final int MARGIN = 20;

  private static Font font(float size) throws IOException, FontFormatException {
    try (InputStream file =
        PDDocument.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(size);
    }
  }

  private static GrayImage scanned(String text, Font font, ScanSimulator scanner, boolean fax)
      throws IOException {
    return scanned(text, font, scanner, fax, 1);
  }

  /**
   * @param moved by how many pixels, along a row, the camera moved
   */
  private static GrayImage scanned(
      String text, Font font, ScanSimulator scanner, boolean fax, int moved) throws IOException {
    BufferedImage page = new BufferedImage(400, 100, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(font);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.drawString(text, MARGIN, 60);
    graphics.dispose();
    GrayImage scan = ImageCleaner.clean(GrayImage.of(scanner.scan(moved(page, moved)))).image();
    int left = scan.width;
    int top = scan.height;
    int right = 0;
    int bottom = 0;
    for (ConnectedComponent blob : ConnectedComponent.allIn(BinaryImage.darkerThan(scan, 160))) {
      if (blob.area() > 2) {
        left = Math.min(left, blob.left());
        top = Math.min(top, blob.top());
        right = Math.max(right, blob.right());
        bottom = Math.max(bottom, blob.bottom());
      }
    }
    return LineCrops.crop(scan, new LineBox(left, top, right, bottom, LineBox.NO_CELL), fax);
  }

  /** Each pixel is the mean of as many beside it. */
  private static BufferedImage moved(BufferedImage page, int by) {
    BufferedImage moved =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int sum = 0;
        for (int i = 0; i < by; i++) {
          sum += page.getRaster().getSample(Math.max(0, x - i), y, 0);
        }
        moved.getRaster().setSample(x, y, 0, sum / by);
      }
    }
    return moved;
  }

  private static List<List<Reading>> read(List<GrayImage> lines) {
    try (CtcModel model = CtcModel.figures(ModelCache.ofUser());
        Recognizer network = CtcRecognizer.ofFigures(model)) {
      return network.readLines(lines);
    }
  }

  private static ScanSimulator straight(ScanSimulator scanner) {
    return new ScanSimulator(
        0,
        0,
        scanner.blur(),
        scanner.noise(),
        scanner.quality(),
        scanner.bilevel(),
        scanner.seed());
  }

  private static double rightShare(float size, boolean fax, int moved) throws Exception {
    Random random = new Random(5);
    Font font = font(size);
    List<String> texts = new ArrayList<>();
    List<GrayImage> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long amount = (long) Math.pow(10, 1 + 7 * random.nextDouble());
      String text = String.format("%,d.%02d", amount, random.nextInt(100));
      texts.add(text);
      ScanSimulator scanner = fax ? ScanSimulator.fax(i) : ScanSimulator.office(i);
      lines.add(scanned(text, font, straight(scanner), fax, moved));
    }
    List<List<Reading>> read = read(lines);
    int right = 0;
    for (int i = 0; i < texts.size(); i++) {
      // Points and commas are told apart by where they stand.
      right += FigureText.mend(read.get(i).get(0).text()).equals(texts.get(i)) ? 1 : 0;
    }
    return right / (double) texts.size();
  }

  @Test
  void readsFiguresOfNinePointsAtTwoHundredDpi() throws Exception {
    assertEquals(1, rightShare(25, false, 1), 0.02);
  }

  @Test
  void readsFiguresOfFivePoints() throws Exception {
    assertEquals(1, rightShare(14, false, 1), 0.05);
  }

  @Test
  void readsFiguresOfAFax() throws Exception {
    assertEquals(1, rightShare(25, true, 1), 0.05);
  }

  @Test
  void readsFiguresThatTheCameraBlurred() throws Exception {
    assertEquals(1, rightShare(25, false, 6), 0.1);
  }

  @Test
  void marksWhatIsNoFigure() throws Exception {
    Font font = font(25);
    List<GrayImage> lines = new ArrayList<>();
    for (String text : List.of("Budget", "FY2023", "Total:", "km/h", "No. 7", "Wages")) {
      lines.add(scanned(text, font, straight(ScanSimulator.office(1)), false));
    }
    for (List<Reading> readings : read(lines)) {
      assertTrue(readings.get(0).text().contains(CtcModel.OTHER), readings.toString());
    }
  }
}
