package org.yusuan.scan.restoration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class PeriodicPatternTest {
  private static final int SIDE = 512;

  /** Short bars as print has them on paper of one tone, times a function of the place. */
  private static GrayImage page(DoubleBinaryOperator light) {
    Random random = new Random(5);
    byte[] pixels = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double tone = isPrint(x, y) ? 30 : 240;
        pixels[y * SIDE + x] =
            (byte)
                Math.max(
                    0, Math.min(255, tone * light.applyAsDouble(x, y) + 2 * random.nextGaussian()));
      }
    }
    return new GrayImage(SIDE, SIDE, pixels);
  }

  private static boolean isPrint(int x, int y) {
    int stroke = new Random(31L * (y / 40) + 7L * (x / 12)).nextInt(9);
    return y % 40 < 14 && x % 12 >= stroke && x % 12 < stroke + 2 && x % 200 > 60;
  }

  /** Mean distance of paper from its own mean. */
  private static double unevenness(GrayImage image) {
    double sum = 0;
    int count = 0;
    double mean = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int y = 60; y < SIDE - 60; y++) {
        for (int x = 60; x < SIDE - 60; x++) {
          if (y % 40 > 20 && y % 40 < 34) {
            sum += pass == 0 ? image.at(x, y) : Math.abs(image.at(x, y) - mean);
            count++;
          }
        }
      }
      mean = sum / count;
      sum = pass == 0 ? 0 : sum;
      count = pass == 0 ? 0 : count;
    }
    return mean;
  }

  @Test
  void pixelsOfADisplayAreTakenOutAndPrintStays() {
    GrayImage shown =
        page(
            (x, y) ->
                0.78
                    + 0.22
                        * Math.sin(2 * Math.PI * (x + 0.13 * y) / 6.1)
                        * Math.sin(2 * Math.PI * (y - 0.08 * x) / 5.3));

    GrayImage plain = PeriodicPattern.takenOut(shown);

    assertTrue(unevenness(shown) > 15, "before " + unevenness(shown));
    assertTrue(unevenness(plain) < 6, "after " + unevenness(plain));
    int print = 0;
    int all = 0;
    for (int y = 80; y < 400; y++) {
      for (int x = 80; x < 400; x++) {
        if (isPrint(x, y)) {
          all++;
          print += plain.at(x, y) < 120 ? 1 : 0;
        }
      }
    }
    assertEquals(1, (double) print / all, 0.01);
  }

  @Test
  void rowsOfPrintAreNoPattern() {
    GrayImage print = page((x, y) -> 1);

    assertSame(print, PeriodicPattern.takenOut(print));
  }

  @Test
  void noiseIsNoPattern() {
    Random random = new Random(1);
    GrayImage noisy = page((x, y) -> 0.8 + 0.06 * random.nextGaussian());

    assertSame(noisy, PeriodicPattern.takenOut(noisy));
  }
}
