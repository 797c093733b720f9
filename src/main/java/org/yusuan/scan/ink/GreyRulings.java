package org.yusuan.scan.ink;

import java.util.Arrays;
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
  private final double slope;

  /** So many pixels of a ruling may be as pale as paper: where it leans from row to row. */
  private final int pale;

  private GreyRulings(GrayImage print, int least, double slope) {
    this.print = print;
    this.least = least;
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
    BinaryImage ink = BinaryImage.darkerThan(print, most + 1);
    GreyRulings rulings = new GreyRulings(print, least, new Deskewer(ink, dpi).slope());
    BinaryImage across = rulings.pieces(ink, dpi, rulings.slope);
    BinaryImage down = rulings.pieces(ink.transposed(), dpi, -rulings.slope).transposed();
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

  /** Pixels in a thin run of ink along the rows of a picture, which fall with a slope. */
  private BinaryImage pieces(BinaryImage picture, double dpi, double leaning) {
    int thickest = (int) Math.round(MAX_THICKNESS_INCHES * dpi);
    int shortest = (int) Math.round(MIN_PIECE_INCHES * dpi);
    BinaryImage ink = level(picture, leaning);
    BinaryImage turned = ink.transposed();
    BinaryImage thin = runs(turned, turned, 1, thickest, 0).transposed();
    return level(runs(thin, ink, shortest, Integer.MAX_VALUE, 2 * thickest), -leaning);
  }

  /** A picture of which what falls with a slope lies along its rows. */
  private static BinaryImage level(BinaryImage leaning, double slope) {
    return slope == 0 ? leaning : leaning.shearedUp(slope);
  }

  /**
   * Marks runs along the rows whose length is within bounds.
   *
   * @param among what they consist of
   * @param ink what may interrupt them: a ruling that crosses, print that touches them
   * @param longestGap how long it may do so, in pixels
   */
  private BinaryImage runs(
      BinaryImage among, BinaryImage ink, int shortest, int longest, int longestGap) {
    BinaryImage marked = new BinaryImage(among.width, among.height);
    boolean[] own = among.ink;
    int longestPale = Math.min(pale, longestGap);
    for (int row = 0; row < among.height; row++) {
      int first = row * among.width;
      int last = first + among.width;
      int from = 0;
      int to = 0;
      for (int at = first; at <= last; at++) {
        if (at < last && own[at]) {
          from = to == 0 ? at : from;
          to = at + 1;
        } else if (to > 0 && (at == last || at - to >= (ink.ink[at] ? longestGap : longestPale))) {
          if (to - from >= shortest && to - from <= longest) {
            Arrays.fill(marked.ink, from, to, true);
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
    BinaryImage rows = longRuns(across, telling, slope);
    BinaryImage columns = longRuns(down.transposed(), telling, -slope).transposed();
    int grey = 0;
    int dark = 0;
    for (int i = 0; i < rows.ink.length; i++) {
      int times = (rows.ink[i] ? 1 : 0) + (columns.ink[i] ? 1 : 0);
      if (times > 0) {
        boolean light = (print.pixels[i] & 255) >= least;
        grey += light ? times : 0;
        dark += light ? 0 : times;
      }
    }
    return new Telling(grey, dark);
  }

  private BinaryImage longRuns(BinaryImage pieces, int telling, double leaning) {
    BinaryImage level = level(pieces, leaning);
    return level(runs(level, level, telling, Integer.MAX_VALUE, 0), -leaning);
  }
}
