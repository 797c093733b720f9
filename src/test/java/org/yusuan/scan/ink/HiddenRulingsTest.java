package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.BinaryImage;

class HiddenRulingsTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 60;
  private static final int RULING = 30;
  private static final int DPI = 200;

  private final BinaryImage cleared = new BinaryImage(WIDTH, HEIGHT);
  private final byte[] tones = new byte[WIDTH * HEIGHT];

  HiddenRulingsTest() {
    Arrays.fill(tones, (byte) 255);
  }

  private void ruling(int from, int to) {
    Arrays.fill(tones, RULING * WIDTH + from, RULING * WIDTH + to, (byte) 20);
  }

  private void clear(int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(cleared.ink, y * WIDTH + left, y * WIDTH + right, true);
    }
  }

  private long inked(int from, int to) {
    HiddenRulings.drawAgain(
        cleared, tones, HiddenRulings.PRINT_TONE, HiddenRulings.RULING_TONE, DPI);
    long inked = 0;
    for (int x = from; x < to; x++) {
      boolean dark = false;
      for (int y = RULING - 1; y <= RULING + 1; y++) {
        dark |= (tones[y * WIDTH + x] & 255) < HiddenRulings.PRINT_TONE;
      }
      inked += dark ? 1 : 0;
    }
    return inked;
  }

  @Test
  void aCircleThatLeavesARulingAndMeetsItAgainHidesNoneOfIt() {
    ruling(20, 120);
    ruling(220, 236);
    // The circle crosses the ruling twice, and between is three pixels above it.
    clear(120, RULING - 3, 145, RULING + 3);
    clear(145, RULING - 7, 195, RULING - 2);
    clear(195, RULING - 3, 220, RULING + 3);

    assertEquals(100, inked(120, 220));
  }

  @Test
  void aRulingThatIsHiddenTwiceGoesOn() {
    ruling(20, 120);
    clear(120, RULING - 3, 180, RULING + 3);
    ruling(180, 194);
    clear(194, RULING - 3, 260, RULING + 3);
    ruling(260, 274);

    assertEquals(140, inked(120, 260));
  }

  @Test
  void rulingsOnEitherSideOfASealThatTouchesThemStayApart() {
    ruling(20, 120);
    ruling(280, 380);
    clear(118, 0, 150, HEIGHT);
    clear(250, 0, 282, HEIGHT);

    assertTrue(inked(150, 250) == 0);
  }
}
