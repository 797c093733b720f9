package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yusuan.scan.image.GrayImage;

class ColorSeparationTest {
  private static final int DPI = 200;
  private static final int SIZE = 800;
  private static final Color SEAL = new Color(215, 80, 80);

  private final BufferedImage page = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D pen = page.createGraphics();

  ColorSeparationTest() {
    fill(Color.WHITE, 0, 0, SIZE, SIZE);
    // Print: strokes of digits, and a ruling.
    for (int x = 100; x < 700; x += 20) {
      fill(Color.BLACK, x, 400, 4, 24);
    }
    fill(Color.BLACK, 50, 450, 700, 3);
  }

  private void fill(Color color, int left, int top, int width, int height) {
    pen.setColor(color);
    pen.fillRect(left, top, width, height);
  }

  private void ring(int left, int top, int size) {
    pen.setColor(SEAL);
    pen.setStroke(new BasicStroke(9));
    pen.drawOval(left, top, size, size);
  }

  private GrayImage print() {
    return ColorSeparation.print(page, DPI).picture();
  }

  private static int darkest(GrayImage image, int left, int top, int right, int bottom) {
    int darkest = 255;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        darkest = Math.min(darkest, image.at(x, y));
      }
    }
    return darkest;
  }

  @Test
  void aSealVanishesWithItsTextAndThePrintUnderItStays() {
    GrayImage clean = print();
    ring(300, 250, 330);
    for (int i = 0; i < 5; i++) {
      fill(SEAL, 400 + 30 * i, 500, 22, 24);
    }
    // Its ink lets print shine through.
    for (int x = 100; x < 700; x += 20) {
      fill(Color.BLACK, x, 400, 4, 24);
    }
    fill(Color.BLACK, 50, 450, 700, 3);
    GrayImage print = print();
    assertTrue(darkest(print, 250, 200, 700, 399) > 235, "ring");
    assertTrue(darkest(print, 390, 490, 560, 540) > 235, "text of the seal");
    for (int x = 100; x < 700; x += 20) {
      assertTrue(print.at(x + 2, 412) < 60, "stroke at " + x);
    }
    assertTrue(clean.at(400, 451) < 60 && print.at(400, 451) < 60);
  }

  @Test
  void aRowOfColoredCharactersIsPrint() {
    for (int i = 0; i < 6; i++) {
      fill(new Color(220, 30, 30), 200 + 50 * i, 60, 40, 45);
    }
    GrayImage print = print();
    for (int i = 0; i < 6; i++) {
      assertTrue(print.at(220 + 50 * i, 80) < 130, "character " + i);
    }
  }

  @Test
  void aColoredRulingIsPrintAndATickIsNot() {
    fill(new Color(40, 60, 200), 50, 600, 700, 3);
    pen.setColor(new Color(40, 60, 200));
    pen.setStroke(new BasicStroke(4));
    pen.drawLine(300, 660, 312, 676);
    pen.drawLine(312, 676, 345, 640);
    GrayImage print = print();
    assertTrue(print.at(400, 601) < 130, "ruling");
    assertTrue(darkest(print, 290, 630, 360, 690) > 225, "tick");
  }

  /** Compression makes the edge of a pale ground more coloured than its middle. */
  @Test
  void theEdgeOfAPaleGroundIsNoRuling() {
    fill(new Color(208, 240, 200), 50, 560, 700, 60);
    fill(new Color(195, 240, 185), 50, 565, 700, 2);
    fill(new Color(40, 60, 200), 50, 700, 700, 3);
    GrayImage print = print();
    assertTrue(darkest(print, 60, 555, 740, 625) > 235, "ground");
    assertTrue(print.at(400, 701) < 130, "ruling");
  }

  @Test
  void lightPrintOnADarkGroundIsTurned() {
    for (Color ground : new Color[] {new Color(20, 70, 130), new Color(70, 70, 70)}) {
      fill(ground, 50, 100, 300, 60);
      fill(ground, 356, 100, 300, 60);
      for (int i = 0; i < 8; i++) {
        fill(Color.WHITE, 120 + 20 * i, 118, 5, 24);
        fill(Color.WHITE, 426 + 20 * i, 118, 5, 24);
      }
      GrayImage print = print();
      assertTrue(print.at(122, 130) < 60 && print.at(428, 130) < 60, "print on " + ground);
      assertTrue(print.at(132, 130) > 225 && print.at(600, 130) > 225, "ground " + ground);
      assertTrue(print.at(353, 130) < 130, "the light line between two cells is a ruling");
    }
  }

  @Test
  void darkPrintOnAColoredGroundStaysDark() {
    fill(new Color(90, 170, 225), 50, 100, 700, 50);
    fill(new Color(90, 170, 225), 50, 150, 300, 100);
    for (int i = 0; i < 8; i++) {
      fill(Color.BLACK, 120 + 20 * i, 190, 6, 24);
    }
    GrayImage print = print();
    assertTrue(print.at(122, 200) < 60);
    assertTrue(print.at(132, 200) > 225);
    assertTrue(print.at(500, 200) > 225);
  }

  @Test
  void aPageWithoutColorIsItsGreys() {
    assertArrayEquals(GrayImage.of(page).pixels, print().pixels);
  }

  @Test
  void aGreySealOverBlackPrintVanishesToo() {
    pen.setColor(new Color(125, 125, 125));
    pen.setStroke(new BasicStroke(9));
    pen.drawOval(300, 250, 330, 330);
    for (int x = 100; x < 700; x += 20) {
      fill(Color.BLACK, x, 400, 4, 24);
    }
    fill(Color.BLACK, 50, 450, 700, 3);
    GrayImage print = print();
    assertTrue(darkest(print, 250, 200, 700, 399) > 225, "ring");
    for (int x = 100; x < 700; x += 20) {
      assertTrue(print.at(x + 2, 412) < 60, "stroke at " + x);
    }
  }

  @Test
  void thePrintOfTheBackVanishesWhereItShowsThrough() {
    for (int line = 0; line < 6; line++) {
      for (int x = 120; x < 680; x += 30) {
        fill(new Color(170, 170, 170), x, 510 + 40 * line, 20, 6);
        fill(new Color(170, 170, 170), x + 8, 500 + 40 * line, 5, 24);
      }
    }
    fill(Color.BLACK, 125, 505, 4, 24);
    GrayImage print = print();
    assertTrue(darkest(print, 140, 495, 700, 760) > 225, "back");
    assertTrue(print.at(127, 513) < 60 && print.at(102, 412) < 60, "print");
  }

  @Test
  void shadeOnThePaperIsNoPrintOfTheBack() {
    BufferedImage photo = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        // Light falls off to the left; the noise of the camera crosses the bounds of greys.
        int tone = 190 + x / 14 + (x * 7919 + y * 104729) % 9;
        photo.getRaster().setSample(x, y, 0, Math.min(255, tone));
      }
    }
    for (int x = 100; x < 700; x += 20) {
      for (int y = 400; y < 424; y++) {
        photo.getRaster().setSample(x, y, 0, 20);
      }
    }
    assertArrayEquals(
        GrayImage.of(photo).pixels, ColorSeparation.print(photo, DPI).picture().pixels);
  }

  @Test
  void printThatTheCameraBlurredIsNoPrintOfTheBack() {
    BufferedImage photo = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        photo.getRaster().setSample(x, y, 0, 250);
      }
    }
    // Strokes across are long enough to be dark; those down are smeared to grey.
    for (int line = 0; line < 12; line++) {
      for (int x = 120; x < 680; x += 30) {
        smear(photo, x, 210 + 40 * line, 20, 3, 90);
        smear(photo, x + 8, 200 + 40 * line, 7, 24, 165);
      }
    }
    assertArrayEquals(
        GrayImage.of(photo).pixels, ColorSeparation.print(photo, DPI).picture().pixels);
  }

  @Test
  void printThatIsPalerThanItsRulingsIsNoPrintOfTheBack() {
    BufferedImage photo = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D brush = photo.createGraphics();
    brush.setColor(new Color(250, 250, 250));
    brush.fillRect(0, 0, SIZE, SIZE);
    for (int line = 0; line < 6; line++) {
      for (int x = 120; x < 680; x += 30) {
        brush.setColor(new Color(165, 165, 165));
        brush.fillRect(x + 6, 200 + 80 * line, 8, 24);
        brush.setColor(new Color(80, 80, 80));
        brush.fillRect(x, 210 + 80 * line, 20, 2);
      }
      brush.fillRect(50, 240 + 80 * line, 700, 3);
    }
    assertArrayEquals(
        GrayImage.of(photo).pixels, ColorSeparation.print(photo, DPI).picture().pixels);
  }

  @Test
  void blurredPrintBelowALargeDarkTitleIsNoPrintOfTheBack() {
    BufferedImage photo = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D brush = photo.createGraphics();
    brush.setColor(new Color(250, 250, 250));
    brush.fillRect(0, 0, SIZE, SIZE);
    brush.setColor(new Color(80, 80, 80));
    brush.fillRect(200, 60, 30, 60);
    for (int line = 0; line < 6; line++) {
      for (int x = 120; x < 680; x += 30) {
        brush.setColor(new Color(165, 165, 165));
        brush.fillRect(x, 200 + 80 * line, 14, 24);
        brush.setColor(new Color(125, 125, 125));
        brush.fillRect(x, 212 + 80 * line, 14, 12);
      }
    }
    assertArrayEquals(
        GrayImage.of(photo).pixels, ColorSeparation.print(photo, DPI).picture().pixels);
  }

  /** A stroke that fades at both ends along the motion, and is sharp across it. */
  private static void smear(
      BufferedImage photo, int left, int top, int width, int height, int tone) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        int inside = Math.min(x - left, left + width - 1 - x);
        int faded = Math.max(tone, 225 - 30 * inside);
        photo.getRaster().setSample(x, y, 0, Math.min(photo.getRaster().getSample(x, y, 0), faded));
      }
    }
  }

  @Test
  void aRulingGoesOnBeneathTheStrokeThatRunsAlongIt() {
    fill(new Color(210, 40, 40), 300, 447, 130, 8);
    GrayImage print = print();
    for (int x = 300; x < 430; x++) {
      assertTrue(darkest(print, x, 450, x + 1, 453) < 100, "hidden at " + x);
    }
    assertTrue(darkest(print, 310, 456, 420, 460) > 200, "the stroke itself is gone");
  }

  /** Its dark area was cut, and counted anew, at each of its rows: that took minutes. */
  @Test
  @Timeout(20)
  void aDarkPhotoThatFadesToOneSideIsReadInShortTime() {
    int size = 1200;
    BufferedImage photo = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D light = photo.createGraphics();
    light.setColor(Color.DARK_GRAY);
    light.fillRect(0, 0, size, size);
    light.setColor(Color.WHITE);
    for (int y = 0; y < size; y++) {
      light.fillRect(y % 2 == 0 ? 0 : size - y, y, y % 2 == 0 ? size - 40 : y / 2, 1);
    }
    assertEquals(size, ColorSeparation.print(photo, 100).picture().width);
  }
}
