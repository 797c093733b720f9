package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class BrokenRulingsTest {
  private static final int DPI = 200;
  private static final int SIDE = 500;

  private static void fill(GrayImage image, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        image.pixels[y * SIDE + x] = 0;
      }
    }
  }

  /** A ruling across and one down of which only dots are left. */
  private static GrayImage dotted() {
    Random random = new Random(3);
    GrayImage image = GrayImage.blank(SIDE, SIDE);
    for (int at = 50; at < 450; at += 7) {
      int sway = random.nextInt(2);
      fill(image, at, 200 + sway, 5, 2);
      fill(image, 300 + sway, at, 2, 5);
    }
    return image;
  }

  private static int longestGap(GrayImage image, boolean across) {
    int longest = 0;
    int gap = 0;
    for (int at = 60; at < 440; at++) {
      boolean ink = false;
      for (int aside = -2; aside <= 3; aside++) {
        int x = across ? at : 300 + aside;
        int y = across ? 200 + aside : at;
        ink |= image.at(x, y) == 0;
      }
      gap = ink ? 0 : gap + 1;
      longest = Math.max(longest, gap);
    }
    return longest;
  }

  @Test
  void dotsOfARulingBecomeALine() {
    GrayImage mended = BrokenRulings.mended(dotted(), DPI);

    assertEquals(0, longestGap(mended, true));
    assertEquals(0, longestGap(mended, false));
  }

  @Test
  void printAndWholeRulingsStayAsTheyAre() {
    GrayImage image = GrayImage.blank(SIDE, SIDE);
    fill(image, 20, 20, 460, 2);
    Random random = new Random(5);
    for (int line = 60; line < 460; line += 40) {
      for (int x = 40; x < 460; x += 26) {
        // A character: three strokes down and three across, as chance has it.
        for (int stroke = 0; stroke < 3; stroke++) {
          fill(image, x + random.nextInt(20), line, 3, 24);
          fill(image, x, line + random.nextInt(21), 22, 3);
        }
      }
    }

    assertArrayEquals(image.pixels, BrokenRulings.mended(image, DPI).pixels);
  }
}
