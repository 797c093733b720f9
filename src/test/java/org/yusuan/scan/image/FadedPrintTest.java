package org.yusuan.scan.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FadedPrintTest {
  /** Strokes of a tone on paper, in the left half and in the right half of a page. */
  private static GrayImage page(int left, int right) {
    byte[] pixels = new byte[480 * 100];
    Arrays.fill(pixels, (byte) 250);
    for (int y = 10; y < 90; y++) {
      for (int x = 10; x < 470; x++) {
        if (x % 12 < 3) {
          pixels[y * 480 + x] = (byte) (x < 240 ? left : right);
        }
      }
    }
    return new GrayImage(480, 100, pixels);
  }

  @Test
  void blackPrintIsLeftAlone() {
    GrayImage black = page(40, 90);
    assertSame(black, FadedPrint.restored(black, 1).picture());
  }

  @Test
  void faintPrintBecomesDarkAndPaperStaysWhite() {
    GrayImage restored = FadedPrint.restored(page(200, 200), 1).picture();
    assertTrue(restored.at(24, 50) < 70, "print " + restored.at(24, 50));
    assertEquals(250, restored.at(30, 50));
  }

  @Test
  void onlyTheFadedBandIsChanged() {
    GrayImage restored = FadedPrint.restored(page(40, 190), 1).picture();
    assertEquals(40, restored.at(24, 50));
    assertTrue(restored.at(432, 50) < 70, "print " + restored.at(432, 50));
  }
}
