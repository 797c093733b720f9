package org.yusuan.scan.restoration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class SquareSpectrumTest {
  private static final int SIDE = 64;

  @Test
  void waveHasItsEnergyAtItsSteps() {
    float[] square = new float[SIDE * SIDE];
    for (int i = 0; i < square.length; i++) {
      square[i] = (float) Math.cos(2 * Math.PI * (9 * (i % SIDE) - 14 * (i / SIDE)) / SIDE);
    }

    float[] energy = new SquareSpectrum(SIDE).energy(square);

    int most = 0;
    for (int down = 0; down < SIDE; down++) {
      for (int across = 0; across <= SIDE / 2; across++) {
        most = energy[down * SIDE + across] > energy[most] ? down * SIDE + across : most;
      }
    }
    assertEquals((SIDE - 14) * SIDE + 9, most);
  }

  @Test
  void squareIsCutWithoutItsMean() {
    GrayImage image = new GrayImage(SIDE, SIDE, new byte[SIDE * SIDE]);
    for (int i = 0; i < image.pixels.length; i++) {
      image.pixels[i] = (byte) (i % 2 == 0 ? 90 : 110);
    }
    float[] square = new float[SIDE * SIDE];

    assertEquals(10, new SquareSpectrum(SIDE).cut(image, 0, 0, square), 1e-6);
    assertEquals(-10, square[0], 1e-3);
  }
}
