package org.yusuan.scan.restoration;

import org.yusuan.scan.image.GrayImage;

/** The energy of the waves that squares of a picture consist of (Cooley and Tukey 1965). */
final class SquareSpectrum {
  private final int side;
  private final float[] window;
  private final float[] cosines;
  private final float[] sines;

  /**
   * @param side side of the squares in pixels, a power of two
   */
  SquareSpectrum(int side) {
    this.side = side;
    this.window = new float[side];
    this.cosines = new float[side / 2];
    this.sines = new float[side / 2];
    for (int i = 0; i < side; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / (side - 1)));
    }
    for (int i = 0; i < side / 2; i++) {
      cosines[i] = (float) Math.cos(2 * Math.PI * i / side);
      sines[i] = (float) -Math.sin(2 * Math.PI * i / side);
    }
  }

  /**
   * Copies a square of a picture, with 0 for its mean tone.
   *
   * @return the standard deviation of its tones
   */
  double cut(GrayImage image, int left, int top, float[] square) {
    double sum = 0;
    double squares = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int tone = image.at(left + x, top + y);
        square[y * side + x] = tone;
        sum += tone;
        squares += (double) tone * tone;
      }
    }
    double mean = sum / square.length;
    for (int i = 0; i < square.length; i++) {
      square[i] -= (float) mean;
    }
    return Math.sqrt(Math.max(0, squares / square.length - mean * mean));
  }

  /**
   * The energy of each wave, faded out towards the edges of the square: rows of waves down the
   * picture, each with those across it, in steps of one wave a square.
   */
  float[] energy(float[] square) {
    float[] real = new float[square.length];
    float[] imaginary = new float[square.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        real[y * side + x] = square[y * side + x] * window[x] * window[y];
      }
    }
    for (int i = 0; i < side; i++) {
      transform(real, imaginary, i * side, 1);
    }
    for (int i = 0; i < side; i++) {
      transform(real, imaginary, i, side);
    }
    for (int i = 0; i < real.length; i++) {
      real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    return real;
  }

  private void transform(float[] real, float[] imaginary, int first, int step) {
    for (int i = 1, mirrored = 0; i < side; i++) {
      int bit = side >> 1;
      for (; (mirrored & bit) != 0; bit >>= 1) {
        mirrored ^= bit;
      }
      mirrored ^= bit;
      if (i < mirrored) {
        swap(real, first + i * step, first + mirrored * step);
        swap(imaginary, first + i * step, first + mirrored * step);
      }
    }
    for (int length = 2; length <= side; length <<= 1) {
      int half = length / 2;
      for (int start = 0; start < side; start += length) {
        for (int k = 0; k < half; k++) {
          float cosine = cosines[k * (side / length)];
          float sine = sines[k * (side / length)];
          int a = first + (start + k) * step;
          int b = a + half * step;
          float re = real[b] * cosine - imaginary[b] * sine;
          float im = real[b] * sine + imaginary[b] * cosine;
          real[b] = real[a] - re;
          imaginary[b] = imaginary[a] - im;
          real[a] += re;
          imaginary[a] += im;
        }
      }
    }
  }

  private static void swap(float[] values, int one, int other) {
    float value = values[one];
    values[one] = values[other];
    values[other] = value;
  }
}
