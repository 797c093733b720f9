package org.yusuan.scan.restoration;

import java.util.Arrays;
import org.yusuan.scan.image.GrayImage;

/**
 * Takes out the dots that a printing press or a copier draws greys with: wave by wave where these
 * are seen ({@link PeriodicPattern}), else by smoothing. They cover the whole page in one small
 * step, so paper is like itself one step on and unlike itself half a step on; specks and print are
 * not. Measured in squares of the paper, by autocorrelation along the rows of pixels.
 */
public final class HalftoneScreen {
  /** Side of the squares that are measured, in pixels. A guess. */
  private static final int SQUARE_PIXELS = 32;

  /** Distance from one square to the next, in pixels. A guess. */
  private static final int SQUARE_STEP = 64;

  /** Shortest step of a screen, in pixels: noise and blur are like themselves 1 or 2 pixels on. */
  private static final int MIN_PERIOD = 3;

  /** Longest step of a screen, in pixels. A guess. */
  private static final int MAX_PERIOD = 8;

  /**
   * The longest distance, in pixels, at which a square is compared with itself: two steps and one
   * pixel more.
   */
  private static final int MAX_LAG = 2 * MAX_PERIOD + 1;

  /**
   * Correlation two steps on as a share of that one step on: 0.82 to 1.03 in halftones, 0.45 to
   * 0.53 in photos of displays, where two steps of different lengths beat: {@link PeriodicPattern}
   * takes those out.
   */
  private static final double MIN_LASTING_SHARE = 0.7;

  /**
   * Correlation one step on: the median is 0.8 on made pictures with halftones, below 0.1 under
   * noise.
   */
  private static final double MIN_LIKENESS = 0.5;

  /** Correlation at most between: shadows are like themselves there, screens are not. A guess. */
  private static final double MAX_LIKENESS_BETWEEN = -0.1;

  /** Standard deviation of tones below which a square has no screen: 18 on those pictures. */
  private static final double MIN_DEVIATION = 5;

  /**
   * Share of squares with a screen: 0.40 to 0.68 on nine made pages with halftones, at most 0.01 on
   * pages with shadows, watermarks and noise, and on three real scans.
   */
  private static final double MIN_SCREENED_SHARE = 0.2;

  /**
   * Standard deviation of the blur per step: what repeats at a step along the rows is weakened to a
   * twentieth, where the screen is turned by 45 degrees. Read best of three that were tried.
   */
  private static final double BLUR_PER_PERIOD = 0.22;

  /** Side of the squares, in pixels, in which the tone of the paper is measured. A guess. */
  private static final int PAPER_PIXELS = 12;

  /** Paper has this quantile of the tones of a square: print makes the others darker. A guess. */
  private static final double PAPER_QUANTILE = 0.6;

  /** So many squares around one, each way, tell its paper: print may cover some. A guess. */
  private static final int PAPER_REACH = 2;

  /**
   * Screens leave spots on the paper; what has at least this share of its tone becomes white. Set
   * on 2 pictures.
   */
  private static final double MIN_WHITE_SHARE = 0.965;

  /**
   * Standard deviation, in pixels, of the blur of a picture whose screen was taken out wave by
   * wave: it takes out waves of two pixels, the edges of dots. Of 165 figures of three pages 139
   * were read with none, 137 with this; with 0.6 rulings were seen that are none.
   */
  private static final double PLAIN_BLUR_PIXELS = 0.45;

  private HalftoneScreen() {}

  /** The picture without the screen; the picture itself if it has none. */
  public static GrayImage smoothed(GrayImage image) {
    GrayImage plain = PeriodicPattern.takenOut(image);
    if (plain != image) {
      return plain.blur(PLAIN_BLUR_PIXELS);
    }
    int[] periods = new int[MAX_PERIOD + 1];
    int squares = 0;
    int screened = 0;
    int width = SQUARE_PIXELS + MAX_LAG;
    for (int top = 0; top + SQUARE_PIXELS <= image.height; top += SQUARE_STEP) {
      for (int left = 0; left + width <= image.width; left += SQUARE_STEP) {
        int period = period(image, left, top);
        squares++;
        if (period > 0) {
          screened++;
          periods[period]++;
        }
      }
    }
    if (squares == 0 || screened < MIN_SCREENED_SHARE * squares) {
      return image;
    }
    int usual = MIN_PERIOD;
    for (int period = MIN_PERIOD; period <= MAX_PERIOD; period++) {
      usual = periods[period] > periods[usual] ? period : usual;
    }
    return whitened(image.blur(BLUR_PER_PERIOD * usual));
  }

  /**
   * The picture with its paper white, spots of the screen too. Where the dots of a screen fall on
   * those of the scanner its paper is in patches of several tones, so each is measured.
   */
  private static GrayImage whitened(GrayImage image) {
    GrayImage paper = paper(image).resize(image.width, image.height, false);
    byte[] pixels = new byte[image.pixels.length];
    for (int at = 0; at < pixels.length; at++) {
      double white = Math.max(1, (paper.pixels[at] & 255) * MIN_WHITE_SHARE);
      pixels[at] = (byte) Math.min(255, Math.round((image.pixels[at] & 255) * 255 / white));
    }
    return new GrayImage(image.width, image.height, pixels);
  }

  /** The tone of the paper in each square: the median of those around it. */
  private static GrayImage paper(GrayImage image) {
    int columns = (image.width + PAPER_PIXELS - 1) / PAPER_PIXELS;
    int rows = (image.height + PAPER_PIXELS - 1) / PAPER_PIXELS;
    int[] tones = new int[columns * rows];
    Arrays.setAll(
        tones, i -> paperTone(image, i % columns * PAPER_PIXELS, i / columns * PAPER_PIXELS));
    byte[] medians = new byte[tones.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int[] around = new int[(2 * PAPER_REACH + 1) * (2 * PAPER_REACH + 1)];
        int count = 0;
        for (int y = row - PAPER_REACH; y <= row + PAPER_REACH; y++) {
          for (int x = column - PAPER_REACH; x <= column + PAPER_REACH; x++) {
            around[count++] =
                tones[
                    Math.max(0, Math.min(rows - 1, y)) * columns
                        + Math.max(0, Math.min(columns - 1, x))];
          }
        }
        Arrays.sort(around);
        medians[row * columns + column] = (byte) around[around.length / 2];
      }
    }
    return new GrayImage(columns, rows, medians);
  }

  private static int paperTone(GrayImage image, int left, int top) {
    int right = Math.min(image.width, left + PAPER_PIXELS);
    int bottom = Math.min(image.height, top + PAPER_PIXELS);
    int[] tones = new int[(right - left) * (bottom - top)];
    int count = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        tones[count++] = image.at(x, y);
      }
    }
    Arrays.sort(tones);
    return tones[(int) (count * PAPER_QUANTILE)];
  }

  /** The step of the screen in a square in pixels; 0 if it has none. */
  private static int period(GrayImage image, int left, int top) {
    int width = SQUARE_PIXELS + MAX_LAG;
    double sum = 0;
    double squares = 0;
    for (int y = top; y < top + SQUARE_PIXELS; y++) {
      for (int x = left; x < left + width; x++) {
        double tone = image.at(x, y);
        sum += tone;
        squares += tone * tone;
      }
    }
    double count = (double) width * SQUARE_PIXELS;
    double mean = sum / count;
    double variance = squares / count - mean * mean;
    if (variance < MIN_DEVIATION * MIN_DEVIATION) {
      return 0;
    }
    double[] likeness = new double[MAX_LAG + 1];
    for (int lag = 2; lag <= MAX_LAG; lag++) {
      double product = 0;
      for (int y = top; y < top + SQUARE_PIXELS; y++) {
        for (int x = left; x < left + SQUARE_PIXELS; x++) {
          product += (image.at(x, y) - mean) * (image.at(x + lag, y) - mean);
        }
      }
      likeness[lag] = product / (SQUARE_PIXELS * SQUARE_PIXELS) / variance;
    }
    double least = likeness[2];
    int period = 0;
    for (int lag = MIN_PERIOD; lag <= MAX_PERIOD; lag++) {
      if (least < MAX_LIKENESS_BETWEEN
          && likeness[lag] > Math.max(MIN_LIKENESS, likeness[period])) {
        period = lag;
      }
      least = Math.min(least, likeness[lag]);
    }
    if (period == 0) {
      return 0;
    }
    double twice =
        Math.max(
            likeness[2 * period], Math.max(likeness[2 * period - 1], likeness[2 * period + 1]));
    return twice >= MIN_LASTING_SHARE * likeness[period] ? period : 0;
  }
}
