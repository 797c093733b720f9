package org.yusuan.scan.toner;

/**
 * Fills a gap that runs along a picture with what joins its sides: from each place on either a line
 * is drawn to the place on the other that is most like it. Nothing becomes lighter.
 */
final class GapFill {
  /** Pixels beside a gap that its blurred edge takes. */
  private static final int EDGE_PIXELS = 1;

  /**
   * A place is taken for a nearer one only if it is more alike by this tone for each pixel. A
   * guess.
   */
  private static final int TONES_PER_SLANT = 6;

  private final byte[] pixels;
  private final int across;
  private final int along;
  private final int acrossStep;
  private final int alongStep;

  /**
   * @param pixels the picture, which is changed
   * @param across pixels across the gaps
   * @param along pixels along them
   * @param acrossStep from one pixel to the next across them
   * @param alongStep from one pixel to the next along them
   */
  GapFill(byte[] pixels, int across, int along, int acrossStep, int alongStep) {
    this.pixels = pixels;
    this.across = across;
    this.along = along;
    this.acrossStep = acrossStep;
    this.alongStep = alongStep;
  }

  /** Fills the gap from one place across the picture to another. */
  void fill(int first, int last) {
    int before = first - EDGE_PIXELS - 1;
    int after = last + EDGE_PIXELS + 1;
    if (before < 0 || after >= across) {
      return;
    }
    int[] one = side(before);
    int[] other = side(after);
    for (int i = 0; i < along; i++) {
      int slant = slant(one, i, other, after - before);
      join(before, after, i, i + slant, one[i], other[inside(i + slant)]);
      slant = slant(other, i, one, after - before);
      join(before, after, i + slant, i, one[inside(i + slant)], other[i]);
    }
  }

  /** How many pixels further along the other side is most like a place on this one. */
  private int slant(int[] side, int i, int[] other, int most) {
    int slant = 0;
    int least = Integer.MAX_VALUE;
    for (int k = 0; k <= 2 * most; k++) {
      int tried = k % 2 == 0 ? k / 2 : -(k + 1) / 2;
      int unlike = unlike(side, i, other, i + tried) + TONES_PER_SLANT * Math.abs(tried);
      if (unlike < least) {
        least = unlike;
        slant = tried;
      }
    }
    return slant;
  }

  private void join(int before, int after, int start, int end, int from, int to) {
    int width = after - before;
    for (int x = before + 1; x < after; x++) {
      int i = inside(start + Math.round((float) (end - start) * (x - before) / width));
      int at = i * alongStep + x * acrossStep;
      pixels[at] = (byte) Math.min(pixels[at] & 255, from + (to - from) * (x - before) / width);
    }
  }

  private int[] side(int x) {
    int[] side = new int[along];
    for (int i = 0; i < along; i++) {
      side[i] = pixels[i * alongStep + x * acrossStep] & 255;
    }
    return side;
  }

  private int unlike(int[] one, int i, int[] other, int k) {
    int unlike = 0;
    for (int d = -1; d <= 1; d++) {
      unlike += Math.abs(one[inside(i + d)] - other[inside(k + d)]);
    }
    return unlike;
  }

  private int inside(int i) {
    return Math.max(0, Math.min(along - 1, i));
  }
}
