package org.yusuan.scan.image;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Evens the light of a picture: each pixel is divided by the tone of the paper around it, be it
 * white, in a shadow, or the shade behind a header. The constants are guesses.
 */
final class IlluminationCorrection {
  /** Side of the blocks whose paper tone is measured, in pixels. */
  private static final int BLOCK_PIXELS = 32;

  /** Side of the squares, in pixels, whose means are looked at to find shades. */
  private static final int COARSE_PIXELS = 4;

  /** Paper tone is the tone that this share of a block's pixels do not exceed. */
  private static final double PAPER_QUANTILE = 0.8;

  /**
   * A block darker than this can be no paper, but a picture or a border: it takes the tone of its
   * neighbours.
   */
  private static final int MIN_PAPER_TONE = 90;

  /** A block takes the tone of its neighbours from at most this many blocks away. */
  private static final int MAX_LENDER_BLOCKS = 6;

  /**
   * The darker of two neighbouring blocks of paper under one light has at least this part of the
   * tone of the lighter one.
   */
  private static final double MIN_EVEN_RATIO = 0.93;

  /** The thickest stroke or ruling, in pixels, that is not taken for shaded paper. */
  private static final int MAX_STROKE_PIXELS = 16;

  /** A value for each block of the picture, row by row. */
  private record Blocks(double[] values, int columns, int rows) {

    /**
     * Combines the value of each block with those of its eight neighbours, of which there are fewer
     * at the edge.
     */
    Blocks around(DoubleBinaryOperator operator) {
      double[] around = new double[values.length];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          double value = Double.NaN;
          for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
              double other = values[r * columns + c];
              value = Double.isNaN(value) ? other : operator.applyAsDouble(value, other);
            }
          }
          around[row * columns + column] = value;
        }
      }
      return new Blocks(around, columns, rows);
    }

    /** The mean of each block and its neighbours. */
    Blocks smooth() {
      double[] ones = new double[values.length];
      Arrays.fill(ones, 1);
      double[] counts = new Blocks(ones, columns, rows).around(Double::sum).values;
      double[] means = around(Double::sum).values;
      Arrays.setAll(means, i -> means[i] / counts[i]);
      return new Blocks(means, columns, rows);
    }

    /** Dark blocks take the tone of the lightest block near them, step by step. */
    Blocks withoutDark() {
      Blocks filled = this;
      for (int step = 0; step < MAX_LENDER_BLOCKS; step++) {
        double[] before = filled.values;
        double[] after = filled.around(Math::max).values;
        Arrays.setAll(after, i -> before[i] >= MIN_PAPER_TONE ? before[i] : after[i]);
        filled = new Blocks(after, columns, rows);
      }
      double[] tones = filled.values;
      Arrays.setAll(tones, i -> Math.max(MIN_PAPER_TONE, tones[i]));
      return filled;
    }

    /**
     * Fills a row of pixels with values between those of the middles of the blocks around.
     *
     * @param places where each pixel lies among them across
     */
    void fill(double[] pixels, double[] places, int y) {
      double v = between(y, rows);
      int row = (int) v;
      int below = Math.min(rows - 1, row + 1);
      double down = v - row;
      double[] here = new double[columns + 1];
      for (int column = 0; column < columns; column++) {
        here[column] =
            (1 - down) * values[row * columns + column] + down * values[below * columns + column];
      }
      here[columns] = here[columns - 1];
      for (int x = 0; x < pixels.length; x++) {
        int column = (int) places[x];
        double across = places[x] - column;
        pixels[x] = (1 - across) * here[column] + across * here[column + 1];
      }
    }

    /** Where a pixel lies among the middles of blocks. */
    static double between(int pixel, int blocks) {
      return Math.max(0, Math.min(blocks - 1.001, (pixel + 0.5) / BLOCK_PIXELS - 0.5));
    }
  }

  private final GrayImage source;

  private IlluminationCorrection(GrayImage source) {
    this.source = source;
  }

  /** The picture with all its paper in one tone, nearly white. */
  static GrayImage evenLight(GrayImage source) {
    return new IlluminationCorrection(source).evened();
  }

  private GrayImage evened() {
    Blocks paper = paper().withoutDark();
    Blocks smooth = paper.smooth();
    byte[] pixels = new byte[source.pixels.length];
    double[] tones = new double[source.width];
    double[] places = new double[source.width];
    Arrays.setAll(places, x -> Blocks.between(x, paper.columns));
    for (int y = 0; y < source.height; y++) {
      smooth.fill(tones, places, y);
      for (int x = 0; x < source.width; x++) {
        pixels[y * source.width + x] = evened(source.at(x, y), tones[x]);
      }
    }
    Morphology background = new Morphology(source, MAX_STROKE_PIXELS);
    boolean[] shaded = shaded(paper);
    for (int row = 0; row < paper.rows; row++) {
      int end;
      for (int column = 0; column < paper.columns; column = end) {
        boolean dark = shaded[row * paper.columns + column];
        end = column + 1;
        while (end < paper.columns && shaded[row * paper.columns + end] == dark) {
          end++;
        }
        if (dark) {
          evenBlocks(background, column * BLOCK_PIXELS, end * BLOCK_PIXELS, row, pixels);
        }
      }
    }
    return new GrayImage(source.width, source.height, pixels);
  }

  private static byte evened(int pixel, double paper) {
    return (byte) Math.min(255, (int) (pixel * ImageCleaner.CLEAN_PAPER_TONE / paper + 0.5));
  }

  /**
   * Divides the pixels of neighbouring blocks by the tone right behind them, where that can be
   * told.
   */
  private void evenBlocks(Morphology background, int left, int end, int row, byte[] pixels) {
    int top = row * BLOCK_PIXELS;
    int right = Math.min(source.width, end);
    int bottom = Math.min(source.height, top + BLOCK_PIXELS);
    GrayImage tones = background.behind(left, top, right, bottom);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int tone = tones.at(x - left, y - top);
        if (tone >= MIN_PAPER_TONE) {
          pixels[y * source.width + x] = evened(source.at(x, y), tone);
        }
      }
    }
  }

  /**
   * The blocks where the tone of the paper changes at once or near by, as at the edge of a shaded
   * header: what is between the tones of two blocks there is that of neither. A header may be lower
   * than a block, so shades are looked for in a coarser picture, not in the tones of blocks.
   */
  private boolean[] shaded(Blocks paper) {
    GrayImage shades =
        Morphology.closed(source.reduced(COARSE_PIXELS), MAX_STROKE_PIXELS / COARSE_PIXELS / 2);
    double[] tones = new double[paper.values.length];
    Arrays.fill(tones, 255);
    for (int y = 0; y < shades.height; y++) {
      for (int x = 0; x < shades.width; x++) {
        int block =
            y * COARSE_PIXELS / BLOCK_PIXELS * paper.columns + x * COARSE_PIXELS / BLOCK_PIXELS;
        tones[block] = Math.min(tones[block], shades.at(x, y));
      }
    }
    double[] darkest = new Blocks(tones, paper.columns, paper.rows).around(Math::min).values;
    double[] lightest = paper.around(Math::max).values;
    boolean[] shaded = new boolean[tones.length];
    for (int block = 0; block < shaded.length; block++) {
      shaded[block] = darkest[block] < lightest[block] * MIN_EVEN_RATIO;
    }
    return shaded;
  }

  private Blocks paper() {
    int columns = (source.width + BLOCK_PIXELS - 1) / BLOCK_PIXELS;
    int rows = (source.height + BLOCK_PIXELS - 1) / BLOCK_PIXELS;
    double[] tones = new double[columns * rows];
    Arrays.setAll(tones, i -> paperTone(i % columns * BLOCK_PIXELS, i / columns * BLOCK_PIXELS));
    return new Blocks(tones, columns, rows);
  }

  private double paperTone(int left, int top) {
    int[] histogram = new int[256];
    int right = Math.min(source.width, left + BLOCK_PIXELS);
    int bottom = Math.min(source.height, top + BLOCK_PIXELS);
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
}
