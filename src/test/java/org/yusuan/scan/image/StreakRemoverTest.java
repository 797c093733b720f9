package org.yusuan.scan.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Pages of 1000 × 1414 pixels. */
class StreakRemoverTest {
  private final GrayImage page = GrayImage.blank(1000, 1414);

  private void ink(int left, int top, int right, int bottom, int tone) {
    ink(page, left, top, right, bottom, tone);
  }

  private static void ink(GrayImage picture, int left, int top, int right, int bottom, int tone) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        picture.pixels[y * picture.width + x] = (byte) tone;
      }
    }
  }

  /** A frame with margins around, and a line of print. */
  private void table() {
    ink(100, 200, 900, 203, 60);
    ink(100, 1200, 900, 1203, 60);
    ink(100, 200, 103, 1203, 60);
    ink(897, 200, 900, 1203, 60);
    for (int x = 120; x < 400; x += 12) {
      ink(x, 220, x + 8, 240, 30);
    }
  }

  @Test
  void aLineFromEdgeToEdgeIsTakenAway() {
    table();
    byte[] clean = page.pixels.clone();
    ink(650, 0, 652, 1414, 90);
    assertArrayEquals(clean, StreakRemover.removeStreaks(page).pixels);
  }

  @Test
  void soIsOneFromLeftToRight() {
    table();
    byte[] clean = page.pixels.clone();
    ink(0, 700, 1000, 701, 0);
    GrayImage without = StreakRemover.removeStreaks(page);
    assertEquals(255, without.at(500, 700));
    assertEquals(255, without.at(5, 700));
    assertEquals(clean[700 * 1000 + 101], without.pixels[700 * 1000 + 101], "the frame goes on");
  }

  @Test
  void rulingsWithinMarginsStay() {
    table();
    assertSame(page, StreakRemover.removeStreaks(page));
  }

  @Test
  void aTableCutOutAlongItsFrameKeepsItsRulings() {
    for (int x = 0; x <= 1000; x += 250) {
      ink(Math.min(x, 998), 0, Math.min(x + 2, 1000), 1414, 0);
    }
    for (int y = 0; y < 1414; y += 60) {
      ink(0, y, 1000, y + 2, 0);
    }
    assertSame(page, StreakRemover.removeStreaks(page));
  }

  @Test
  void aStripOfAPageKeepsItsRulings() {
    GrayImage strip = GrayImage.blank(1000, 300);
    for (int y = 20; y < 300; y += 120) {
      ink(strip, 0, y, 1000, y + 2, 0);
    }
    assertSame(strip, StreakRemover.removeStreaks(strip));
  }

  @Test
  void aBroadBorderIsNoStreak() {
    ink(0, 0, 25, 1414, 0);
    assertSame(page, StreakRemover.removeStreaks(page));
  }
}
