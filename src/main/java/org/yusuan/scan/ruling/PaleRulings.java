package org.yusuan.scan.ruling;

import java.util.Arrays;
import java.util.List;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.ImageCleaner;
import org.yusuan.scan.ruling.tracking.FollowedRulings;

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

  /** A ruling that tells how dark those of a page are is at least this long. */
  private static final double MIN_TELLING = 0.9;

  /** Rulings meet if one ends within this distance of the other. */
  private static final double MAX_MEETING_GAP = 0.03;

  /** Every so many pixels of it are looked at. */
  private static final int SAMPLED = 5;

  /** From this tone, of 255, on rulings are pale: 57 to 101 where black, 182 to 223 where grey. */
  private static final int MIN_PALE_TONE = 160;

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
   * The rulings of a page. Where print is faded they are drawn before; where those that a threshold
   * finds are pale themselves, paler ones are sought, and believed if more of them cross.
   *
   * @param picture a straightened page whose paper is even; it is changed if print is faded
   * @param clean how it was cleaned
   */
  public static List<Ruling> findRulings(GrayImage picture, ImageCleaner clean, double dpi) {
    return FollowedRulings.followed(picture, found(picture, clean, dpi), clean.faded(), dpi);
  }

  private static List<Ruling> found(GrayImage picture, ImageCleaner clean, double dpi) {
    RulingFinder finder = new RulingFinder(dpi);
    if (clean.faded()) {
      GrayImage seen = new GrayImage(picture.width, picture.height, picture.pixels.clone());
      strengthen(picture, dpi);
      return ShownThrough.without(seen, finder.findRulings(picture, clean.rulingThreshold()));
    }
    List<Ruling> rulings =
        ShownThrough.without(picture, finder.findRulings(picture, clean.rulingThreshold()));
    if (!arePale(picture, rulings, dpi)) {
      return rulings;
    }
    GrayImage drawn = new GrayImage(picture.width, picture.height, picture.pixels.clone());
    strengthen(drawn, dpi);
    List<Ruling> more =
        ShownThrough.without(picture, finder.findRulings(drawn, clean.rulingThreshold()));
    return crossings(more, dpi) > crossings(rulings, dpi) ? more : rulings;
  }

  /** How often rulings cross or meet. */
  private static long crossings(List<Ruling> rulings, double dpi) {
    double reach = MAX_MEETING_GAP * dpi;
    return rulings.stream()
        .filter(Ruling::horizontal)
        .mapToLong(
            across ->
                rulings.stream()
                    .filter(line -> !line.horizontal())
                    .filter(down -> meet(across, down, reach) && meet(down, across, reach))
                    .count())
        .sum();
  }

  private static boolean meet(Ruling one, Ruling other, double reach) {
    return one.start() - reach <= other.position() && other.position() <= one.end() + reach;
  }

  /** Whether half of the long rulings are paler than print. */
  private static boolean arePale(GrayImage picture, List<Ruling> rulings, double dpi) {
    int[] tones =
        rulings.stream()
            .filter(line -> line.length() >= MIN_TELLING * dpi)
            .mapToInt(line -> tone(picture, line))
            .sorted()
            .toArray();
    return tones.length > 0 && tones[tones.length / 2] >= MIN_PALE_TONE;
  }

  /** The usual tone of a ruling where it is darkest across. */
  private static int tone(GrayImage picture, Ruling line) {
    int middle = (int) Math.floor(line.position());
    int across = line.horizontal() ? picture.height : picture.width;
    int end = line.horizontal() ? picture.width : picture.height;
    int[] tones = new int[(int) line.length() / SAMPLED + 1];
    Arrays.fill(tones, 255);
    for (int i = 0; i < tones.length; i++) {
      int along = Math.max(0, Math.min(end - 1, (int) line.start() + i * SAMPLED));
      for (int k = Math.max(0, middle - 1); k <= Math.min(across - 1, middle + 1); k++) {
        tones[i] =
            Math.min(tones[i], line.horizontal() ? picture.at(along, k) : picture.at(k, along));
      }
    }
    Arrays.sort(tones);
    return tones[tones.length / 2];
  }

  /**
   * The picture with its pale rulings drawn.
   *
   * @param picture a straightened page whose paper is even; it is changed
   */
  static void strengthen(GrayImage picture, double dpi) {
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
      boolean[] own = ink.ink;
      int at = y * ink.width;
      int above = at - ink.width;
      int below = at + ink.width;
      int count = 0;
      for (int x = 0; x < counts.length - 1; x++) {
        count += own[at + x] | own[above + x] | own[below + x] ? 1 : 0;
        counts[x + 1] = count;
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
