package org.yusuan.scan.restoration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class RowsOfDotsTest {
  private static final int SIDE = 200;

  @Test
  void dotsInARowBecomeALineAndPrintStays() {
    GrayImage image = GrayImage.blank(SIDE, SIDE);
    for (int i = 20; i < 180; i += 6) {
      dot(image, i, 50 + i % 2);
      dot(image, 150, i);
    }
    for (int y = 90; y < 104; y++) {
      for (int x = 20; x < 120; x += 4) {
        dot(image, x, y);
      }
    }

    GrayImage drawn = RowsOfDots.asLines(image, 6);

    for (int i = 30; i < 170; i++) {
      assertTrue(Math.min(drawn.at(i, 50), drawn.at(i, 51)) <= 170, "across " + i);
      assertTrue(drawn.at(150, i) <= 170, "down " + i);
    }
    assertEquals(255, drawn.at(22, 97));
    assertEquals(255, drawn.at(100, 60));
  }

  @Test
  void dotsFarApartAreNoLine() {
    GrayImage image = GrayImage.blank(SIDE, SIDE);
    for (int i = 20; i < 180; i += 12) {
      dot(image, i, 50);
    }

    assertEquals(255, RowsOfDots.asLines(image, 6).at(26, 50));
  }

  private static void dot(GrayImage image, int x, int y) {
    image.pixels[y * SIDE + x] = 60;
  }
}
