package org.yusuan.scan.ruling;

import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;

/**
 * Strengthens the rulings of a page whose print is faded: hairlines drown in the grain of the
 * paper, so that no threshold finds them, but over a length nearly every place of one is darker
 * than paper, and hardly any above and below it. Lengths are inches; constants are guesses unless
 * they say what was measured.
 */
public final class PaleRulings {
  /** The length over which places are counted: more than a character is wide. */
  private static final double WINDOW = 0.3;

  /** A ruling is seen over at least this length. */
  private static final double MIN_LENGTH = 0.4;

  /** Darker than this, of 255, where cleaned paper has 250, is more than most grain. */
  private static final int INK_TONE = 243;

  /**
   * Share of the places that have ink within a pixel of a ruling at least. Rulings of three pages
   * of low contrast had 0.8 and more, rows of characters 0.6, grain 0.3.
   */
  private static final double MIN_INKED = 0.75;

  /** Share of places with ink beside a ruling at most, on its barer side. */
  private static final double MAX_INKED_BESIDE = 0.4;

  /** And on the other. */
  private static final double MAX_INKED_ASIDE = 0.65;

  /**
   * On a shaded ground a ruling is paler still: 0.32 to 0.55 of its places were inked, and next to
   * none beside it.
   */
  private static final double MIN_INKED_ON_SHADE = 0.3;

  /** Share of such places to those beside at least. */
  private static final double MIN_INKED_RATIO = 4;

  /** Share of places as dark as print at most: dots that lead to a page number are. */
  private static final double MAX_DARK_ON_SHADE = 0.1;

  /** Darker than this, of 255, is print. */
  private static final int PRINT_TONE = 190;

  /** A gap near the end of a ruling, in pixels, at most. */
  private static final int MAX_GAP_PIXELS = 8;

  /** Beside a ruling is this far from its middle. */
  private static final double BESIDE = 0.025;

  /** The tone, of 255, that a ruling gets: rulings are sought below 232. */
  private static final byte RULING_TONE = (byte) 180;

  private final BinaryImage ink;
  private final BinaryImage print;
  private final int half;
  private final int least;
  private final int aside;

  private PaleRulings(BinaryImage ink, BinaryImage print, double dpi) {
    this.ink = ink;
    this.print = print;
    this.half = (int) Math.round(WINDOW * dpi / 2);
    this.least = (int) Math.round(MIN_LENGTH * dpi);
    this.aside = Math.max(3, (int) Math.round(BESIDE * dpi));
  }

  private interface Place {
    void draw(int along, int across);
  }

  /**
   * The picture with its pale rulings drawn.
   *
   * @param picture a straightened page whose paper is even; it is changed
   */
  public static void strengthen(GrayImage picture, double dpi) {
    BinaryImage ink = BinaryImage.darkerThan(picture, INK_TONE);
    BinaryImage print = BinaryImage.darkerThan(picture, PRINT_TONE);
    int width = picture.width;
    byte[] tones = picture.pixels;
    new PaleRulings(ink, print, dpi).alongRows((x, y) -> darken(tones, y * width + x));
    new PaleRulings(ink.transposed(), print.transposed(), dpi)
        .alongRows((y, x) -> darken(tones, y * width + x));
  }

  private static void darken(byte[] tones, int at) {
    tones[at] = (byte) Math.min(tones[at] & 255, RULING_TONE & 255);
  }

  private void alongRows(Place place) {
    int[][] counts = new int[ink.height][];
    int[][] darkCounts = new int[ink.height][];
    for (int y = aside + 1; y < ink.height - aside - 1; y++) {
      int[] here = counts(counts, ink, y);
      int[] above = counts(counts, ink, y - aside);
      int[] below = counts(counts, ink, y + aside);
      int[] dark = counts(darkCounts, print, y);
      darkCounts[y] = null;
      counts[Math.max(0, y - aside - 2)] = null;
      int from = 0;
      for (int x = 0; x <= ink.width; x++) {
        if (x < ink.width && isRuling(here, above, below, dark, x)) {
          continue;
        }
        if (x - from >= least - half) {
          draw(place, from, x, y);
        }
        from = x + 1;
      }
    }
  }

  /** Draws the ruling through the middles of some windows, on both sides as far as it goes on. */
  private void draw(Place place, int from, int to, int y) {
    int start = Math.min(to, from + half);
    for (int x = start; x > Math.max(0, from - half) && start - x <= MAX_GAP_PIXELS; x--) {
      start = isInked(ink, x - 1, y) ? x - 1 : start;
    }
    int end = Math.max(from, to - half);
    for (int x = end; x < Math.min(ink.width, to + half) && x - end <= MAX_GAP_PIXELS; x++) {
      end = isInked(ink, x, y) ? x + 1 : end;
    }
    for (int x = start; x < end; x++) {
      place.draw(x, y);
    }
  }

  private boolean isRuling(int[] here, int[] above, int[] below, int[] dark, int x) {
    double inked = share(here, x);
    if (inked < MIN_INKED_ON_SHADE) {
      return false;
    }
    double over = share(above, x);
    double under = share(below, x);
    if (inked < MIN_INKED) {
      return inked >= MIN_INKED_RATIO * Math.max(over, under)
          && share(dark, x) <= MAX_DARK_ON_SHADE;
    }
    return Math.min(over, under) <= MAX_INKED_BESIDE && Math.max(over, under) <= MAX_INKED_ASIDE;
  }

  private double share(int[] counts, int x) {
    int from = Math.max(0, x - half);
    int to = Math.min(ink.width, x + half + 1);
    return (double) (counts[to] - counts[from]) / (to - from);
  }

  /** How many places of a row before each have ink within a pixel above and below. */
  private static int[] counts(int[][] known, BinaryImage ink, int y) {
    if (known[y] == null) {
      int[] counts = new int[ink.width + 1];
      for (int x = 0; x < ink.width; x++) {
        counts[x + 1] = counts[x] + (isInked(ink, x, y) ? 1 : 0);
      }
      known[y] = counts;
    }
    return known[y];
  }

  private static boolean isInked(BinaryImage ink, int x, int y) {
    int at = y * ink.width + x;
    return ink.ink[at] || ink.ink[at - ink.width] || ink.ink[at + ink.width];
  }
}
