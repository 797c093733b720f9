package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

/**
 * Mends the rulings of a bilevel picture that fell into dots and dashes, as in a copy of a copy:
 * thin ink with nothing above and below it, dense along a row, is joined over its gaps (a closing
 * along the line of what is thin across it) and drawn as one line. Lengths are inches; constants
 * are guesses unless they say what was measured.
 */
public final class BrokenRulings {
  /** A ruling has no ink beside it from here on. */
  private static final double HALF_THICKNESS = 0.02;

  /** And none up to this distance, on most of its way. */
  private static final double BARE = 0.04;

  /** Gaps between the dots of one dash. */
  private static final double MAX_DOT_GAP = 0.06;

  /** A dash is at least this long: longer than a stroke of a character. */
  private static final double MIN_DASH = 0.2;

  /** And at most this high: it may slope. */
  private static final double MAX_DASH_HEIGHT = 0.055;

  /** Share of a dash, and of a ruling, that has ink. */
  private static final double MIN_DENSITY = 0.5;

  /** Share of a dash with nothing close to one side of it: a row of print has less. */
  private static final double MIN_BARE_SHARE = 0.75;

  /** Gap between two dashes of one ruling. */
  private static final double MAX_DASH_GAP = 0.6;

  /** Two dashes of one ruling are off each other's height by at most this. */
  private static final double MAX_STEP = 0.015;

  /** A ruling is at least this long. */
  private static final double MIN_LENGTH = 0.8;

  /** What has ink on a larger share of its length is whole. */
  private static final double MAX_BROKEN_SHARE = 0.95;

  /**
   * Share of the rulings of a page, by their length, that must be broken: of a fax a few strokes of
   * characters in line with a whole ruling seem to be, of copies most.
   */
  private static final double MIN_BROKEN_PAGE = 0.3;

  /** The way of a ruling is evened over this length. */
  private static final double SMOOTHING = 0.15;

  private final BinaryImage ink;
  private final double dpi;
  private final BinaryImage thin;

  /**
   * Some columns of one ruling, from left to right, and the middle of its ink in each.
   *
   * @param columns may have gaps
   */
  private record Dash(int[] columns, double[] middles) {
    int start() {
      return columns[0];
    }

    int end() {
      return columns[columns.length - 1] + 1;
    }

    double length() {
      return end() - start();
    }

    double middle(boolean ofEnd, int count) {
      int some = Math.min(count, middles.length);
      int from = ofEnd ? middles.length - some : 0;
      return Arrays.stream(middles, from, from + some).average().orElse(0);
    }

    Dash with(Dash next) {
      int[] all = Arrays.copyOf(columns, columns.length + next.columns.length);
      double[] ways = Arrays.copyOf(middles, all.length);
      int kept = columns.length;
      for (int i = 0; i < next.columns.length; i++) {
        if (next.columns[i] >= end()) {
          all[kept] = next.columns[i];
          ways[kept++] = next.middles[i];
        }
      }
      return new Dash(Arrays.copyOf(all, kept), Arrays.copyOf(ways, kept));
    }
  }

  private BrokenRulings(BinaryImage ink, double dpi) {
    this.ink = ink;
    this.dpi = dpi;
    int near = pixels(HALF_THICKNESS);
    this.thin = new BinaryImage(ink.width, ink.height);
    for (int y = 0; y < ink.height; y++) {
      for (int x = 0; x < ink.width; x++) {
        thin.ink[y * ink.width + x] =
            ink.ink[y * ink.width + x]
                && !hasInk(x, y - near - 2, y - near)
                && !hasInk(x, y + near, y + near + 2);
      }
    }
  }

  /** The picture, black on white, with its rulings whole. */
  public static GrayImage mended(GrayImage picture, double dpi) {
    BinaryImage ink = BinaryImage.darkerThan(picture, 128);
    BrokenRulings across = new BrokenRulings(ink, dpi);
    BrokenRulings down = new BrokenRulings(ink.transposed(), dpi);
    List<Dash> rows = across.rulings();
    List<Dash> columns = down.rulings();
    double broken = across.brokenLength(rows) + down.brokenLength(columns);
    double all = length(rows) + length(columns);
    if (broken < MIN_BROKEN_PAGE * all || all == 0) {
      return picture;
    }
    GrayImage mended = new GrayImage(picture.width, picture.height, picture.pixels.clone());
    across.draw(rows, mended.pixels, picture.width, 1);
    down.draw(columns, mended.pixels, 1, picture.width);
    return mended;
  }

  private static double length(List<Dash> rulings) {
    return rulings.stream().mapToDouble(Dash::length).sum();
  }

  private double brokenLength(List<Dash> rulings) {
    return length(rulings.stream().filter(this::isBroken).toList());
  }

  private boolean isBroken(Dash ruling) {
    double density = ruling.columns.length / ruling.length();
    return ruling.length() >= MIN_LENGTH * dpi
        && density >= MIN_DENSITY
        && density <= MAX_BROKEN_SHARE;
  }

  private int pixels(double inches) {
    return (int) Math.round(inches * dpi);
  }

  /** Whether a column has ink between two rows, both inclusive. */
  private boolean hasInk(int x, int from, int to) {
    for (int y = Math.max(0, from); y <= Math.min(ink.height - 1, to); y++) {
      if (ink.ink[y * ink.width + x]) {
        return true;
      }
    }
    return false;
  }

  /** Draws the broken rulings into pixels that lie so far apart down and along a row. */
  private void draw(List<Dash> rulings, byte[] pixels, int down, int along) {
    for (Dash ruling : rulings) {
      if (!isBroken(ruling)) {
        continue;
      }
      int length = (int) ruling.length();
      double[] way = way(ruling);
      for (int i = 0; i < length; i++) {
        int x = ruling.start() + i;
        int middle = (int) Math.round(way[i]);
        int near = pixels(HALF_THICKNESS);
        for (int y = Math.max(0, middle - near);
            y <= Math.min(ink.height - 1, middle + near);
            y++) {
          if (y == middle || y == middle + 1) {
            pixels[y * down + x * along] = 0;
          } else if (thin.ink[y * ink.width + x]) {
            pixels[y * down + x * along] = (byte) 255;
          }
        }
      }
    }
  }

  /** The middle of a ruling in each column, evened. */
  private double[] way(Dash ruling) {
    double[] way = new double[ruling.end() - ruling.start()];
    for (int i = 0; i + 1 < ruling.columns.length; i++) {
      int from = ruling.columns[i];
      int to = ruling.columns[i + 1];
      for (int x = from; x < to; x++) {
        way[x - ruling.start()] =
            ruling.middles[i]
                + (ruling.middles[i + 1] - ruling.middles[i]) * (x - from) / (to - from);
      }
    }
    way[way.length - 1] = ruling.middles[ruling.middles.length - 1];
    int reach = pixels(SMOOTHING / 2);
    double[] even = new double[way.length];
    Arrays.setAll(
        even,
        i -> {
          int around = Math.min(reach, Math.min(i, way.length - 1 - i));
          return Arrays.stream(way, i - around, i + around + 1).average().orElse(way[i]);
        });
    return even;
  }

  private List<Dash> rulings() {
    List<Dash> rulings = new ArrayList<>();
    List<Dash> dashes = new ArrayList<>(dashes());
    dashes.sort(Comparator.comparingInt(Dash::start));
    int some = pixels(MIN_DASH / 2);
    for (Dash dash : dashes) {
      int best = -1;
      for (int i = 0; i < rulings.size(); i++) {
        Dash ruling = rulings.get(i);
        int gap = dash.start() - ruling.end();
        if (gap >= -pixels(MAX_DASH_HEIGHT)
            && gap <= MAX_DASH_GAP * dpi
            && Math.abs(dash.middle(false, some) - ruling.middle(true, some)) <= MAX_STEP * dpi
            && (best < 0 || ruling.end() > rulings.get(best).end())) {
          best = i;
        }
      }
      if (best < 0) {
        rulings.add(dash);
      } else {
        rulings.set(best, rulings.get(best).with(dash));
      }
    }
    return rulings;
  }

  private List<Dash> dashes() {
    BinaryImage joined = new BinaryImage(ink.width, ink.height);
    int gap = pixels(MAX_DOT_GAP);
    int shortest = pixels(MIN_DASH);
    for (int y = 1; y < ink.height - 1; y++) {
      int start = -1;
      int last = -1;
      for (int x = 0; x <= ink.width; x++) {
        boolean end = x == ink.width || start >= 0 && x - last > gap;
        if (end && start >= 0 && last + 1 - start >= shortest) {
          Arrays.fill(joined.ink, y * ink.width + start, y * ink.width + last + 1, true);
        }
        start = end ? -1 : start;
        if (x < ink.width && isThinAbout(x, y)) {
          start = start < 0 ? x : start;
          last = x;
        }
      }
    }
    return ConnectedComponent.allIn(joined).stream()
        .filter(piece -> piece.height() <= MAX_DASH_HEIGHT * dpi)
        .map(this::dash)
        .filter(this::isOfRuling)
        .toList();
  }

  /** Whether a row or one of its neighbours has thin ink: a line sways. */
  private boolean isThinAbout(int x, int y) {
    int at = y * ink.width + x;
    return thin.ink[at - ink.width] || thin.ink[at] || thin.ink[at + ink.width];
  }

  private Dash dash(ConnectedComponent piece) {
    int[] columns = new int[piece.width()];
    double[] middles = new double[piece.width()];
    int count = 0;
    for (int x = piece.left(); x < piece.right(); x++) {
      int rows = 0;
      double sum = 0;
      for (int y = piece.top(); y < piece.bottom(); y++) {
        if (thin.ink[y * ink.width + x]) {
          rows++;
          sum += y;
        }
      }
      if (rows > 0) {
        columns[count] = x;
        middles[count++] = sum / rows;
      }
    }
    return new Dash(Arrays.copyOf(columns, count), Arrays.copyOf(middles, count));
  }

  private boolean isOfRuling(Dash dash) {
    int count = dash.columns.length;
    if (count == 0 || count < MIN_DENSITY * (dash.end() - dash.start())) {
      return false;
    }
    int near = pixels(HALF_THICKNESS);
    int far = pixels(BARE);
    int above = 0;
    int below = 0;
    for (int i = 0; i < count; i++) {
      int y = (int) Math.round(dash.middles[i]);
      above += hasInk(dash.columns[i], y - far, y - near) ? 0 : 1;
      below += hasInk(dash.columns[i], y + near, y + far) ? 0 : 1;
    }
    return Math.min(above, below) >= MIN_BARE_SHARE * count;
  }
}
