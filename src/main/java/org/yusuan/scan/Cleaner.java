package org.yusuan.scan;

/**
 * Makes paper white and ink dark: takes out the specks of a bilevel fax and evens the light.
 *
 * @param image the cleaned picture
 * @param textThreshold grey below which a pixel is taken for ink of text
 * @param lineThreshold grey below which a pixel may belong to a ruling: thin lines come out paler
 *     than text
 * @param contrast difference between paper and ink, 0 to 255; small on a blank page
 * @param bilevel whether the picture had no greys to speak of: a fax
 */
record Cleaner(Gray image, int textThreshold, int lineThreshold, int contrast, boolean bilevel) {

  /** Side of the blocks whose paper tone is measured, in pixels. */
  private static final int BLOCK = 32;

  /** Paper tone is the tone that this share of a block's pixels do not exceed. */
  private static final double PAPER_QUANTILE = 0.8;

  /**
   * A block darker than this can be no paper: a picture, a border. Its neighbours lend their tone.
   */
  private static final int DARKEST_PAPER = 90;

  /** Neighbouring blocks of paper under one light differ by less than this. */
  private static final double EVEN = 0.93;

  /** The thickest stroke or ruling, in pixels, that is not taken for shaded paper. */
  private static final int THICKEST_STROKE = 16;

  /** Share of grey pixels that a bilevel picture may have: some come from rescaling. */
  private static final double MAX_GREY = 0.002;

  /** Share of isolated pixels above which a page counts as speckled; clean scans have none. */
  private static final double SPECKLED = 0.0002;

  static Cleaner clean(Gray source) {
    Gray even = evenLight(despeckle(source));
    int[] histogram = new int[256];
    for (byte pixel : even.pixels) {
      histogram[pixel & 255]++;
    }
    int otsu = otsu(histogram);
    long darkSum = 0;
    long darkCount = 0;
    for (int tone = 0; tone < otsu; tone++) {
      darkSum += (long) tone * histogram[tone];
      darkCount += histogram[tone];
    }
    int inkTone = darkCount == 0 ? 255 : (int) (darkSum / darkCount);
    double noise = noise(histogram);
    int text = Math.max(110, Math.min(200, otsu));
    int line = (int) Math.max(text, Math.min(222, 250 - 5 * noise));
    return new Cleaner(even, text, line, 255 - inkTone, bilevel(source));
  }

  private static boolean bilevel(Gray source) {
    int grey = 0;
    for (byte pixel : source.pixels) {
      int tone = pixel & 255;
      if (tone > 24 && tone < 231) {
        grey++;
      }
    }
    return grey < source.pixels.length * MAX_GREY;
  }

  /** Isolated dark pixels become white, isolated light ones dark, if the page has many of them. */
  private static Gray despeckle(Gray source) {
    int width = source.width;
    int specks = 0;
    byte[] pixels = source.pixels.clone();
    for (int y = 1; y < source.height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        boolean dark = (source.pixels[at] & 255) < 128;
        int unlike = 0;
        for (int dy = -width; dy <= width; dy += width) {
          for (int dx = -1; dx <= 1; dx++) {
            if ((source.pixels[at + dy + dx] & 255) < 128 != dark) {
              unlike++;
            }
          }
        }
        if (unlike == 8 || !dark && unlike == 7) {
          pixels[at] = (byte) (dark ? 255 : 0);
          if (dark) {
            specks++;
          }
        }
      }
    }
    return specks > SPECKLED * source.pixels.length
        ? new Gray(width, source.height, pixels)
        : source;
  }

  /** Divides each pixel by the tone of the paper around it. */
  private static Gray evenLight(Gray source) {
    int columns = (source.width + BLOCK - 1) / BLOCK;
    int rows = (source.height + BLOCK - 1) / BLOCK;
    double[] paper = new double[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        paper[row * columns + column] = paperTone(source, column * BLOCK, row * BLOCK);
      }
    }
    paper = fillDark(paper, columns, rows);
    boolean[] uneven = uneven(paper, columns, rows);
    paper = smooth(paper, columns, rows);
    byte[] pixels = new byte[source.pixels.length];
    for (int y = 0; y < source.height; y++) {
      double v = Math.max(0, Math.min(rows - 1.001, (y + 0.5) / BLOCK - 0.5));
      int row = (int) v;
      int below = Math.min(rows - 1, row + 1);
      double fv = v - row;
      for (int x = 0; x < source.width; x++) {
        double u = Math.max(0, Math.min(columns - 1.001, (x + 0.5) / BLOCK - 0.5));
        int column = (int) u;
        int right = Math.min(columns - 1, column + 1);
        double fu = u - column;
        double tone =
            (1 - fv)
                    * ((1 - fu) * paper[row * columns + column] + fu * paper[row * columns + right])
                + fv
                    * ((1 - fu) * paper[below * columns + column]
                        + fu * paper[below * columns + right]);
        int at = y * source.width + x;
        pixels[at] = evened(source.pixels[at] & 255, tone);
      }
    }
    Background background = new Background(source, THICKEST_STROKE);
    for (int block = 0; block < uneven.length; block++) {
      if (uneven[block]) {
        evenBlock(source, background, block % columns * BLOCK, block / columns * BLOCK, pixels);
      }
    }
    return new Gray(source.width, source.height, pixels);
  }

  private static byte evened(int pixel, double paper) {
    return (byte) Math.min(255, (int) (pixel * 250 / paper + 0.5));
  }

  /** Divides the pixels of a block by the tone right behind them, where that can be told. */
  private static void evenBlock(
      Gray source, Background background, int left, int top, byte[] pixels) {
    int right = Math.min(source.width, left + BLOCK);
    int bottom = Math.min(source.height, top + BLOCK);
    Gray tones = background.of(left, top, right, bottom);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int tone = tones.at(x - left, y - top);
        if (tone >= DARKEST_PAPER) {
          pixels[y * source.width + x] = evened(source.at(x, y), tone);
        }
      }
    }
  }

  /**
   * The blocks where the tone of the paper changes at once, as at the edge of a shaded header: what
   * is between the tones of two blocks there is that of neither.
   */
  private static boolean[] uneven(double[] paper, int columns, int rows) {
    boolean[] uneven = new boolean[paper.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double lightest = 0;
        double darkest = 255;
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            lightest = Math.max(lightest, paper[r * columns + c]);
            darkest = Math.min(darkest, paper[r * columns + c]);
          }
        }
        uneven[row * columns + column] = darkest < lightest * EVEN;
      }
    }
    return uneven;
  }

  private static double paperTone(Gray source, int left, int top) {
    int[] histogram = new int[256];
    int right = Math.min(source.width, left + BLOCK);
    int bottom = Math.min(source.height, top + BLOCK);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        histogram[source.at(x, y)]++;
      }
    }
    int wanted = (int) ((right - left) * (bottom - top) * PAPER_QUANTILE);
    int seen = 0;
    for (int tone = 0; tone < 256; tone++) {
      seen += histogram[tone];
      if (seen > wanted) {
        return tone;
      }
    }
    return 255;
  }

  /** Dark blocks take the tone of the lightest block near them, step by step. */
  private static double[] fillDark(double[] paper, int columns, int rows) {
    double[] filled = paper.clone();
    for (int pass = 0; pass < 6; pass++) {
      double[] before = filled.clone();
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int at = row * columns + column;
          if (before[at] >= DARKEST_PAPER) {
            continue;
          }
          for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
              filled[at] = Math.max(filled[at], before[r * columns + c]);
            }
          }
        }
      }
    }
    for (int i = 0; i < filled.length; i++) {
      filled[i] = Math.max(DARKEST_PAPER, filled[i]);
    }
    return filled;
  }

  private static double[] smooth(double[] values, int columns, int rows) {
    double[] smooth = new double[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        int count = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            sum += values[r * columns + c];
            count++;
          }
        }
        smooth[row * columns + column] = sum / count;
      }
    }
    return smooth;
  }

  /** The threshold that parts the histogram best (Otsu 1979). */
  private static int otsu(int[] histogram) {
    double total = 0;
    double sum = 0;
    for (int tone = 0; tone < 256; tone++) {
      total += histogram[tone];
      sum += (double) tone * histogram[tone];
    }
    double below = 0;
    double belowSum = 0;
    double best = -1;
    int threshold = 128;
    for (int tone = 0; tone < 256; tone++) {
      below += histogram[tone];
      belowSum += (double) tone * histogram[tone];
      if (below == 0 || below == total) {
        continue;
      }
      double distance = belowSum / below - (sum - belowSum) / (total - below);
      double between = below * (total - below) * distance * distance;
      if (between > best) {
        best = between;
        threshold = tone + 1;
      }
    }
    return threshold;
  }

  /** Standard deviation of the paper's tone, from the darker half of the paper pixels. */
  private static double noise(int[] histogram) {
    int mode = 200;
    for (int tone = 200; tone < 256; tone++) {
      if (histogram[tone] > histogram[mode]) {
        mode = tone;
      }
    }
    double squares = 0;
    double count = 0;
    for (int tone = Math.max(0, mode - 40); tone <= mode; tone++) {
      squares += (double) histogram[tone] * (mode - tone) * (mode - tone);
      count += histogram[tone];
    }
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}
