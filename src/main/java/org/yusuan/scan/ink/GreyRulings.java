package org.yusuan.scan.ink;

import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.Deskewer;
import org.yusuan.scan.image.GrayImage;

/**
 * The rulings of a page that are printed in grey. They are as evenly grey as a seal on a copy, and
 * a table that they make is as large as one, but they are thin and run along the page. Pages whose
 * rulings are dark have none: grey ones there show through from the back. Constants are guesses.
 */
final class GreyRulings {
  /** A ruling is at most this thick, in inches. The rim of a seal has twice as much. */
  private static final double MAX_THICKNESS_INCHES = 0.03;

  /** Shortest run of ink along the page, in inches, that is a piece of one. */
  private static final double MIN_PIECE_INCHES = 0.15;

  /** Runs of this length, in inches, tell whether rulings of a page are grey: no stroke has it. */
  private static final double MIN_TELLING_INCHES = 0.35;

  /** A page of grey rulings has at least so many times its width of such runs. */
  private static final int MIN_TELLING_WIDTHS = 3;

  /**
   * Rulings are surely grey if so many times as much of them is grey as dark: next to none was dark
   * on six pages ruled in grey, a sixth and more on three whose back shows through.
   */
  private static final int MIN_GREY_RATIO = 20;

  /**
   * From this slope on a page leans so much that thin rulings fall into runs that are too short:
   * one two pixels thick has runs of a hundred there.
   */
  private static final double MIN_SLOPE = 0.02;

  /** A hairline of a leaning page is pale for so many pixels where it lies between two rows. */
  private static final int MAX_PALE_PIXELS = 5;

  private final GrayImage print;
  private final int least;
  private final int most;
  private final double slope;

  /** So many pixels of a ruling may be as pale as paper: where it leans from row to row. */
  private final int pale;

  private GreyRulings(GrayImage print, int least, int most, double slope) {
    this.print = print;
    this.least = least;
    this.most = most;
    this.slope = Math.abs(slope) < MIN_SLOPE ? 0 : slope;
    this.pale = this.slope == 0 ? 0 : MAX_PALE_PIXELS;
  }

  /**
   * Takes the rulings of a page out of what is evenly grey on it, if they are grey, and adds them
   * to its print.
   *
   * @param flat what is evenly grey
   * @param dark the print
   * @param least tone of the darkest grey
   * @param most tone of the lightest grey
   * @return the tone of the rulings of the page if they are surely grey, else 0
   */
  static int spare(
      GrayImage print, BinaryImage flat, BinaryImage dark, int least, int most, double dpi) {
    double slope = new Deskewer(BinaryImage.darkerThan(print, most + 1), dpi).slope();
    GreyRulings rulings = new GreyRulings(print, least, most, slope);
    BinaryImage across = rulings.runs(true, dpi);
    BinaryImage down = rulings.runs(false, dpi);
    Telling telling = rulings.telling(across, down, (int) (MIN_TELLING_INCHES * dpi));
    if (telling.grey() <= telling.dark() || telling.grey() < MIN_TELLING_WIDTHS * print.width) {
      return 0;
    }
    long tones = 0;
    int count = 0;
    for (int i = 0; i < flat.ink.length; i++) {
      boolean ruling = across.ink[i] || down.ink[i];
      flat.ink[i] &= !ruling;
      dark.ink[i] |= ruling;
      if (ruling) {
        tones += print.pixels[i] & 255;
        count++;
      }
    }
    return telling.grey() < MIN_GREY_RATIO * telling.dark()
        ? 0
        : (int) (tones / Math.max(1, count));
  }

  /** Pixels in a thin run of ink along the rows of a page, or along its columns. */
  private BinaryImage runs(boolean rows, double dpi) {
    int thickest = (int) Math.round(MAX_THICKNESS_INCHES * dpi);
    int shortest = (int) Math.round(MIN_PIECE_INCHES * dpi);
    BinaryImage ink = level(BinaryImage.darkerThan(print, most + 1), rows, slope);
    BinaryImage thin = runs(ink, ink, !rows, 1, thickest, 0);
    return level(runs(thin, ink, rows, shortest, Integer.MAX_VALUE, 2 * thickest), rows, -slope);
  }

  /** A picture of which what falls with a slope lies along its rows, or along its columns. */
  private static BinaryImage level(BinaryImage leaning, boolean rows, double slope) {
    if (slope == 0) {
      return leaning;
    }
    return rows ? leaning.shearedUp(slope) : leaning.transposed().shearedUp(-slope).transposed();
  }

  /**
   * Marks runs whose length is within bounds.
   *
   * @param among what they consist of
   * @param ink what may interrupt them: a ruling that crosses, print that touches them
   * @param longestGap how long it may do so, in pixels
   */
  private BinaryImage runs(
      BinaryImage among, BinaryImage ink, boolean rows, int shortest, int longest, int longestGap) {
    BinaryImage marked = new BinaryImage(print.width, print.height);
    int lines = rows ? print.height : print.width;
    int length = rows ? print.width : print.height;
    int lineStep = rows ? print.width : 1;
    int step = rows ? 1 : print.width;
    for (int line = 0; line < lines; line++) {
      int from = 0;
      int to = 0;
      for (int k = 0; k <= length; k++) {
        int at = line * lineStep + k * step;
        if (k < length && among.ink[at]) {
          from = to == 0 ? k : from;
          to = k + 1;
        } else if (to > 0
            && (k == length || k - to >= (ink.ink[at] ? longestGap : Math.min(pale, longestGap)))) {
          if (to - from >= shortest && to - from <= longest) {
            for (int i = from; i < to; i++) {
              marked.ink[line * lineStep + i * step] = true;
            }
          }
          to = 0;
        }
      }
    }
    return marked;
  }

  /** Pixels of long runs, which are of rulings. */
  private record Telling(int grey, int dark) {}

  private Telling telling(BinaryImage across, BinaryImage down, int telling) {
    int grey = 0;
    int dark = 0;
    for (boolean rows : new boolean[] {true, false}) {
      BinaryImage pieces = level(rows ? across : down, rows, slope);
      BinaryImage marked =
          level(runs(pieces, pieces, rows, telling, Integer.MAX_VALUE, 0), rows, -slope);
      for (int i = 0; i < marked.ink.length; i++) {
        if (marked.ink[i]) {
          int tone = print.pixels[i] & 255;
          grey += tone >= least ? 1 : 0;
          dark += tone < least ? 1 : 0;
        }
      }
    }
    return new Telling(grey, dark);
  }
}
