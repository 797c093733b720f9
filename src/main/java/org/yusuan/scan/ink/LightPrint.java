package org.yusuan.scan.ink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

/**
 * Turns light print on dark ground, as in the heads of many tables, to dark print on white. A
 * ground is a rectangle of one dark tone in which what differs is lighter. Constants are guesses
 * unless they say what was measured.
 */
final class LightPrint {
  /** Side of the squares, in inches, in which dark and light are counted. */
  private static final double WINDOW_INCHES = 0.1;

  /** Pixels darker than this tone, of 255, are dark. */
  private static final int MAX_DARK_TONE = 160;

  /** Share of dark pixels in a square of ground: bold print on white has 0.5. */
  private static final double MIN_DARK_SHARE = 0.62;

  /** A ground is at least this high, in inches. */
  private static final double MIN_HEIGHT_INCHES = 0.14;

  /** A ground is at least this wide, in inches. */
  private static final double MIN_WIDTH_INCHES = 0.3;

  /** At its edge a ground's rows and columns are at least this share as dark as within. */
  private static final double MIN_EDGE_SHARE = 0.5;

  /** A light row or column of a ground, which parts two cells, is dark in less than this share. */
  private static final double MAX_GAP_SHARE = 0.3;

  /**
   * A ground ends where the share of dark pixels changes by at least this: lines of print change it
   * by 0.3.
   */
  private static final double MIN_STEP = 0.38;

  /** The distance, in inches, over which that change is measured. */
  private static final double STEP_INCHES = 0.06;

  /** The print on a ground takes at least this share of its pixels. */
  private static final double MIN_PRINT_SHARE = 0.003;

  /** And at most this share. */
  private static final double MAX_PRINT_SHARE = 0.45;

  /**
   * Pixels darker than the ground may be this share of those that are lighter: otherwise the print
   * is dark, and what is light are gaps between two cells.
   */
  private static final double MAX_DARKER_SHARE = 0.7;

  /** Print keeps away from the edge of its ground; the notches of a star or a dark photo do not. */
  private static final double MAX_LIGHT_EDGE_SHARE = 0.15;

  /** This many pixels at the edge of a ground may belong to what is beside it. */
  private static final int EDGE_PIXELS = 3;

  /** The light line between two grounds is at most this thick, in inches. */
  private static final double MAX_GAP_INCHES = 0.05;

  /** At least this share of it is light. */
  private static final double MIN_LIGHT_SHARE = 0.5;

  /** The tone, of 255, that such a line gets. */
  private static final byte RULING_TONE = 90;

  /** Print is lighter than its ground by at least this, in tones of 255. */
  private static final int MIN_CONTRAST = 60;

  private final GrayImage print;
  private final GrayImage darkest;
  private final double dpi;

  private LightPrint(GrayImage print, GrayImage darkest, double dpi) {
    this.print = print;
    this.darkest = darkest;
    this.dpi = dpi;
  }

  /**
   * The picture with all its print dark.
   *
   * @param print the picture without coloured ink; it is changed
   * @param darkest the darkest channel of each pixel; may be the same picture
   */
  static GrayImage turned(GrayImage print, GrayImage darkest, double dpi) {
    LightPrint light = new LightPrint(print, darkest, dpi);
    List<PixelBox> grounds = light.grounds();
    List<PixelBox> turned = grounds.stream().filter(light::turn).toList();
    for (PixelBox one : turned) {
      for (PixelBox other : grounds) {
        light.draw(one.gap(other));
        light.draw(other.gap(one));
        light.draw(one.transposed().gap(other.transposed()).transposed());
        light.draw(other.transposed().gap(one.transposed()).transposed());
      }
    }
    return print;
  }

  /**
   * Draws the light line between two grounds, which is a ruling: where both are white now, little
   * is left of it.
   */
  private void draw(PixelBox gap) {
    boolean upright = gap.height() > gap.width();
    int length = Math.max(gap.width(), gap.height());
    int thickness = Math.min(gap.width(), gap.height());
    if (thickness < 1 || thickness > MAX_GAP_INCHES * dpi || length < MIN_HEIGHT_INCHES * dpi) {
      return;
    }
    int light = 0;
    for (int y = gap.top(); y < gap.bottom(); y++) {
      for (int x = gap.left(); x < gap.right(); x++) {
        light += darkest.at(x, y) >= MAX_DARK_TONE ? 1 : 0;
      }
    }
    if (light < MIN_LIGHT_SHARE * gap.width() * gap.height()) {
      return;
    }
    int middle = (thickness - 1) / 2;
    // It goes on over the light line that crosses it at either end, as a gap there is missing
    // toner.
    int left = upright ? gap.left() + middle : Math.max(0, gap.left() - thickness);
    int top = upright ? Math.max(0, gap.top() - thickness) : gap.top() + middle;
    int right = upright ? gap.left() + middle + 2 : Math.min(print.width, gap.right() + thickness);
    int bottom =
        upright ? Math.min(print.height, gap.bottom() + thickness) : gap.top() + middle + 2;
    for (int y = top; y < Math.min(print.height, bottom); y++) {
      for (int x = left; x < Math.min(print.width, right); x++) {
        print.pixels[y * print.width + x] = RULING_TONE;
      }
    }
  }

  private List<PixelBox> grounds() {
    int side = Math.max(4, (int) Math.round(WINDOW_INCHES * dpi / 2));
    int columns = darkest.width / side;
    int rows = darkest.height / side;
    int[] dark = new int[columns * rows];
    for (int y = 0; y < rows * side; y++) {
      int at = y * darkest.width;
      for (int column = 0; column < columns; column++) {
        int sum = 0;
        for (int end = at + side; at < end; at++) {
          sum += (darkest.pixels[at] & 255) < MAX_DARK_TONE ? 1 : 0;
        }
        dark[y / side * columns + column] += sum;
      }
    }
    BinaryImage windows = new BinaryImage(Math.max(0, columns - 1), Math.max(0, rows - 1));
    for (int row = 0; row < windows.height; row++) {
      for (int column = 0; column < windows.width; column++) {
        int at = row * columns + column;
        int sum = dark[at] + dark[at + 1] + dark[at + columns] + dark[at + columns + 1];
        windows.ink[row * windows.width + column] = sum >= MIN_DARK_SHARE * 4 * side * side;
      }
    }
    List<ConnectedComponent> pieces = ConnectedComponent.allIn(windows);
    if (pieces.isEmpty()) {
      return List.of();
    }
    int[] sums = darkSums();
    List<PixelBox> grounds = new ArrayList<>();
    for (ConnectedComponent piece : pieces) {
      addCells(
          fitted(
              new PixelBox(
                  piece.left() * side,
                  piece.top() * side,
                  (piece.right() + 1) * side,
                  (piece.bottom() + 1) * side),
              side,
              sums),
          sums,
          grounds);
    }
    return grounds;
  }

  /**
   * How many dark pixels lie above and left of each corner of a pixel: an area of a photo without
   * light may be cut at each of its rows, and is not counted anew each time.
   */
  private int[] darkSums() {
    int stride = darkest.width + 1;
    int[] sums = new int[stride * (darkest.height + 1)];
    for (int y = 0; y < darkest.height; y++) {
      int inRow = 0;
      for (int x = 0; x < darkest.width; x++) {
        inRow += darkest.at(x, y) < MAX_DARK_TONE ? 1 : 0;
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + inRow;
      }
    }
    return sums;
  }

  /** Adds the rectangles of an area that light rows and columns part. */
  private void addCells(PixelBox whole, int[] sums, List<PixelBox> grounds) {
    Deque<PixelBox> open = new ArrayDeque<>(List.of(whole));
    while (!open.isEmpty()) {
      PixelBox area = open.pop();
      if (area.height() < MIN_HEIGHT_INCHES * dpi || area.width() < MIN_WIDTH_INCHES * dpi) {
        continue;
      }
      double[] rows = darkShares(area, true, sums);
      double[] columns = darkShares(area, false, sums);
      int row = cut(rows);
      int column = cut(columns);
      // What runs through the whole area goes first: the rest may part some of its cells alone.
      if (column > 0 && (row == 0 || columns[column] < rows[row])) {
        row = 0;
      }
      if (row > 0) {
        open.push(
            fitted(
                new PixelBox(area.left(), area.top() + row, area.right(), area.bottom()), 0, sums));
        open.push(
            fitted(new PixelBox(area.left(), area.top(), area.right(), area.top() + row), 0, sums));
      } else if (column > 0) {
        open.push(
            fitted(
                new PixelBox(area.left() + column, area.top(), area.right(), area.bottom()),
                0,
                sums));
        open.push(
            fitted(
                new PixelBox(area.left(), area.top(), area.left() + column, area.bottom()),
                0,
                sums));
      } else {
        grounds.add(area);
      }
    }
  }

  /**
   * The place of a light row within, or where an area with a notch becomes narrower; 0 if there is
   * none.
   */
  private int cut(double[] shares) {
    int lightest = 0;
    for (int i = 1; i < shares.length - 1; i++) {
      if (shares[i] < MAX_GAP_SHARE && (lightest == 0 || shares[i] < shares[lightest])) {
        lightest = i;
      }
    }
    if (lightest > 0) {
      return lightest;
    }
    int around = (int) Math.round(STEP_INCHES * dpi);
    double most = MIN_STEP;
    int cut = 0;
    for (int i = around; i + around <= shares.length; i++) {
      double before = Arrays.stream(shares, i - around, i).sum() / around;
      double after = Arrays.stream(shares, i, i + around).sum() / around;
      if (Math.abs(after - before) > most) {
        most = Math.abs(after - before);
        cut = i;
      }
    }
    return cut;
  }

  /**
   * The area with its edges moved to where dark ends, outwards by at most the given number of
   * pixels.
   */
  private PixelBox fitted(PixelBox rough, int reach, int[] sums) {
    PixelBox wide =
        new PixelBox(
            Math.max(0, rough.left() - reach),
            Math.max(0, rough.top() - reach),
            Math.min(darkest.width, rough.right() + reach),
            Math.min(darkest.height, rough.bottom() + reach));
    double[] rows =
        darkShares(
            new PixelBox(rough.left(), wide.top(), rough.right(), wide.bottom()), true, sums);
    int top = first(rows);
    int bottom = last(rows);
    PixelBox level = new PixelBox(wide.left(), wide.top() + top, wide.right(), wide.top() + bottom);
    if (level.height() <= 0) {
      return new PixelBox(0, 0, 0, 0);
    }
    double[] columns = darkShares(level, false, sums);
    return new PixelBox(
        level.left() + first(columns), level.top(), level.left() + last(columns), level.bottom());
  }

  /** The share of the darker rows, but for the few that are rulings. */
  private static double usual(double[] shares) {
    double[] sorted = shares.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length * 3 / 4];
  }

  private static int first(double[] shares) {
    double least = MIN_EDGE_SHARE * usual(shares);
    int i = 0;
    while (i < shares.length && shares[i] < least) {
      i++;
    }
    return i;
  }

  private static int last(double[] shares) {
    double least = MIN_EDGE_SHARE * usual(shares);
    int i = shares.length;
    while (i > 0 && shares[i - 1] < least) {
      i--;
    }
    return i;
  }

  private double[] darkShares(PixelBox area, boolean rows, int[] sums) {
    int stride = darkest.width + 1;
    double[] shares = new double[Math.max(0, rows ? area.height() : area.width())];
    double whole = Math.max(1, rows ? area.width() : area.height());
    for (int i = 0; i < shares.length; i++) {
      int left = rows ? area.left() : area.left() + i;
      int right = rows ? area.right() : left + 1;
      int top = rows ? area.top() + i : area.top();
      int bottom = rows ? top + 1 : area.bottom();
      shares[i] =
          right <= left || bottom <= top
              ? 0
              : (sums[bottom * stride + right]
                      - sums[bottom * stride + left]
                      - sums[top * stride + right]
                      + sums[top * stride + left])
                  / whole;
    }
    return shares;
  }

  /** Turns the print on a ground; says whether there was any. */
  private boolean turn(PixelBox area) {
    int[] histogram = histogram(darkest, area);
    int pixels = Arrays.stream(histogram).sum();
    int ground = median(histogram);
    int light = 255;
    for (int seen = histogram[255]; seen < pixels * MIN_PRINT_SHARE / 2; seen += histogram[light]) {
      light--;
    }
    int middle = (ground + light) / 2;
    int lighter = Arrays.stream(histogram, middle, 256).sum();
    int[] printed = histogram(print, area);
    int darker = Arrays.stream(printed, 0, median(printed) / 2).sum();
    if (ground > MAX_DARK_TONE
        || lightShareAtEdge(area, middle) > MAX_LIGHT_EDGE_SHARE
        || light - ground < MIN_CONTRAST
        || lighter < MIN_PRINT_SHARE * pixels
        || lighter > MAX_PRINT_SHARE * pixels
        || darker > MAX_DARKER_SHARE * lighter) {
      return false;
    }
    for (int y = area.top(); y < area.bottom(); y++) {
      for (int x = area.left(); x < area.right(); x++) {
        int tone = 255 - 255 * (darkest.at(x, y) - ground) / (light - ground);
        // Half of a pixel at the edge is beside the ground: inverted, it would look like a ruling.
        boolean inside =
            Math.min(
                    Math.min(x - area.left(), area.right() - 1 - x),
                    Math.min(y - area.top(), area.bottom() - 1 - y))
                >= EDGE_PIXELS - 1;
        print.pixels[y * print.width + x] =
            (byte) (inside ? Math.max(0, Math.min(255, tone)) : 255);
      }
    }
    return true;
  }

  /** Share of pixels along the edge of an area that are lighter than its ground. */
  private double lightShareAtEdge(PixelBox area, int middle) {
    int left = area.left() + EDGE_PIXELS;
    int right = area.right() - 1 - EDGE_PIXELS;
    int top = area.top() + EDGE_PIXELS;
    int bottom = area.bottom() - 1 - EDGE_PIXELS;
    int light = 0;
    for (int x = left; x <= right; x++) {
      light += darkest.at(x, top) > middle ? 1 : 0;
      light += darkest.at(x, bottom) > middle ? 1 : 0;
    }
    for (int y = top; y <= bottom; y++) {
      light += darkest.at(left, y) > middle ? 1 : 0;
      light += darkest.at(right, y) > middle ? 1 : 0;
    }
    return light / (2.0 * (right - left + 1 + bottom - top + 1));
  }

  /** How many pixels have each tone, but for the edge of an area. */
  private static int[] histogram(GrayImage image, PixelBox area) {
    int[] histogram = new int[256];
    for (int y = area.top() + EDGE_PIXELS; y < area.bottom() - EDGE_PIXELS; y++) {
      for (int x = area.left() + EDGE_PIXELS; x < area.right() - EDGE_PIXELS; x++) {
        histogram[image.at(x, y)]++;
      }
    }
    return histogram;
  }

  private static int median(int[] histogram) {
    int half = Arrays.stream(histogram).sum() / 2;
    int tone = 0;
    for (int seen = histogram[0]; seen < half; seen += histogram[tone]) {
      tone++;
    }
    return tone;
  }
}
