package org.yusuan.scan.restoration;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.scan.image.GrayImage;

class MotionBlurTest {
  private static final int SIDE = 640;

  /** Strokes of all directions in rows, as print has them. */
  private static GrayImage print() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.setColor(Color.BLACK);
    Random random = new Random(3);
    for (int y = 20; y < SIDE - 30; y += 30) {
      for (int x = 20; x < SIDE - 20; x += 11) {
        for (int k = 0; k < 2; k++) {
          graphics.drawLine(
              x + random.nextInt(9), y + random.nextInt(15),
              x + random.nextInt(9), y + random.nextInt(15));
        }
        graphics.drawLine(x, y, x + random.nextInt(9), y);
        graphics.drawLine(x + 4, y, x + 4, y + random.nextInt(15));
      }
    }
    graphics.dispose();
    return GrayImage.of(image).blur(0.6);
  }

  /** The mean of the picture along a line, with some noise. */
  private static GrayImage moved(GrayImage image, double degrees, double length) {
    Random random = new Random(4);
    byte[] pixels = new byte[image.pixels.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double sum = 0;
        for (int k = -10; k <= 10; k++) {
          double along = k / 21.0 * length;
          sum +=
              between(
                  image,
                  x + along * Math.cos(Math.toRadians(degrees)),
                  y + along * Math.sin(Math.toRadians(degrees)));
        }
        pixels[y * SIDE + x] =
            (byte) Math.max(0, Math.min(255, sum / 21 + 3 * random.nextGaussian()));
      }
    }
    return new GrayImage(SIDE, SIDE, pixels);
  }

  private static double between(GrayImage image, double x, double y) {
    int left = (int) Math.max(0, Math.min(SIDE - 2, Math.floor(x)));
    int top = (int) Math.max(0, Math.min(SIDE - 2, Math.floor(y)));
    double right = Math.max(0, Math.min(1, x - left));
    double down = Math.max(0, Math.min(1, y - top));
    return (1 - down) * ((1 - right) * image.at(left, top) + right * image.at(left + 1, top))
        + down * ((1 - right) * image.at(left, top + 1) + right * image.at(left + 1, top + 1));
  }

  private static double distance(GrayImage one, GrayImage other) {
    double sum = 0;
    for (int i = 0; i < one.pixels.length; i++) {
      sum += Math.abs((one.pixels[i] & 255) - (other.pixels[i] & 255));
    }
    return sum / one.pixels.length;
  }

  @ParameterizedTest
  @CsvSource({"20, 7", "160, 7", "50, 9", "130, 5"})
  void movementIsUndone(double degrees, double length) {
    GrayImage print = print();
    GrayImage moved = moved(print, degrees, length);

    GrayImage sharp = MotionBlur.sharpened(moved);

    assertNotSame(moved, sharp);
    assertTrue(
        distance(print, sharp) < 0.85 * distance(print, moved),
        distance(print, sharp) + " of " + distance(print, moved));
  }

  @Test
  void stillPictureStays() {
    GrayImage print = print();

    assertSame(print, MotionBlur.sharpened(print));
  }

  @Test
  void slantedPrintIsNoMovement() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(3));
    Random random = new Random(3);
    for (int y = 10; y < SIDE; y += 30) {
      for (int x = 10; x < SIDE; x += 11) {
        graphics.drawLine(
            x + random.nextInt(9), y + random.nextInt(15),
            x + random.nextInt(9), y + random.nextInt(15));
        graphics.drawLine(x + 8, y, x, y + 15);
        graphics.drawLine(x, y, x + 9, y);
      }
    }
    graphics.dispose();
    GrayImage slanted = GrayImage.of(image).blur(0.6);

    assertSame(slanted, MotionBlur.sharpened(slanted));
  }

  @Test
  void softPictureStays() {
    GrayImage soft = print().blur(1.6);

    assertSame(soft, MotionBlur.sharpened(soft));
  }
}
