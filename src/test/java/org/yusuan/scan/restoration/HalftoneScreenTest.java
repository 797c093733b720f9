package org.yusuan.scan.restoration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class HalftoneScreenTest {
  private static final int SIDE = 400;

  /** A page with a black bar 12 pixels thick; the rest has the tones of the function. */
  private static GrayImage page(java.util.function.IntBinaryOperator paper) {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean bar = y >= 200 && y < 212 && x >= 50 && x < 350;
        pixels[y * SIDE + x] = (byte) (bar ? 10 : paper.applyAsInt(x, y));
      }
    }
    return new GrayImage(SIDE, SIDE, pixels);
  }

  @Test
  void dotsOfGreyPaperBecomeWhiteAndPrintStays() {
    GrayImage dots = page((x, y) -> x % 6 < 3 == y % 6 < 3 ? 250 : 150);

    GrayImage smooth = HalftoneScreen.smoothed(dots);

    assertEquals(150, dots.at(103, 100));
    int darkest = 255;
    for (int y = 40; y < 180; y++) {
      for (int x = 40; x < 360; x++) {
        darkest = Math.min(darkest, smooth.at(x, y));
      }
    }
    assertTrue(darkest >= 220, "paper " + darkest);
    assertTrue(smooth.at(200, 206) < 60, "print " + smooth.at(200, 206));
  }

  @Test
  void noiseIsNoScreen() {
    Random random = new Random(1);
    GrayImage noisy = page((x, y) -> 200 + (int) (12 * random.nextGaussian()));

    assertSame(noisy, HalftoneScreen.smoothed(noisy));
  }

  @Test
  void shadowIsNoScreen() {
    GrayImage shaded = page((x, y) -> 120 + x / 3);

    assertSame(shaded, HalftoneScreen.smoothed(shaded));
  }

  @Test
  void rulingsAreNoScreen() {
    GrayImage ruled = page((x, y) -> x % 40 < 2 || y % 30 < 2 ? 30 : 250);

    assertSame(ruled, HalftoneScreen.smoothed(ruled));
  }
}
