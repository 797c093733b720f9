package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;

/**
 * Follows thin strokes of ink from left to right, column by column, though they sway, and through
 * the print that they cross. All lengths are pixels. Constants are guesses.
 */
final class StrokeTracer {
  /** From one column to the next the middle of a stroke moves by at most this. */
  private static final double MAX_JUMP = 2;

  /** A stroke may be broken over so many columns. */
  private static final int MAX_BLANK = 2;

  /** The way of a stroke goes on as over its last columns, so many of them. */
  private static final int COLUMNS_OF_SLOPE = 10;

  /** Steeper strokes are not followed. */
  private static final double MAX_SLOPE = 1;

  /** At least this share of a stroke shows beside the print that it crosses. */
  private static final double MIN_SHOWN_SHARE = 0.45;

  private final BinaryImage columns;
  private final int thickest;
  private final int longestHidden;

  /**
   * One stroke.
   *
   * @param start its first column
   * @param middles its middle in each column
   * @param shown whether it shows there; else print covers it
   * @param thickness usual thickness where it shows
   */
  record Stroke(int start, double[] middles, boolean[] shown, double thickness) {
    int end() {
      return start + middles.length;
    }

    /** The root mean square of its distance from the straight line that fits it best. */
    double sway() {
      int n = middles.length;
      double meanX = (n - 1) / 2.0;
      double meanY = Arrays.stream(middles).average().orElse(0);
      double xx = 0;
      double xy = 0;
      for (int i = 0; i < n; i++) {
        xx += (i - meanX) * (i - meanX);
        xy += (i - meanX) * (middles[i] - meanY);
      }
      double slope = xx == 0 ? 0 : xy / xx;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double off = middles[i] - meanY - slope * (i - meanX);
        squares += off * off;
      }
      return Math.sqrt(squares / n);
    }
  }

  /** A stroke that is being followed. */
  private static final class Path {
    final int start;
    final List<Double> middles = new ArrayList<>();
    final List<Integer> thickness = new ArrayList<>();
    int hidden;
    int blank;

    /** Whether it ran into another one, which goes on. */
    boolean met;

    Path(int start) {
      this.start = start;
    }

    void add(double middle, int thick) {
      middles.add(middle);
      thickness.add(thick);
    }

    double expected() {
      int last = middles.size() - 1;
      int first = Math.max(0, last - COLUMNS_OF_SLOPE);
      double slope = last == first ? 0 : (middles.get(last) - middles.get(first)) / (last - first);
      return middles.get(last) + Math.max(-MAX_SLOPE, Math.min(MAX_SLOPE, slope));
    }

    Stroke stroke() {
      int length = middles.size() - hidden - blank;
      boolean[] shown = new boolean[length];
      double[] way = new double[length];
      for (int i = 0; i < length; i++) {
        shown[i] = thickness.get(i) > 0;
        way[i] = middles.get(i);
      }
      int[] thick = thickness.stream().mapToInt(t -> t).filter(t -> t > 0).sorted().toArray();
      return new Stroke(start, way, shown, thick[thick.length / 2]);
    }
  }

  /**
   * @param thickest thicker ink is no stroke
   * @param longestHidden a stroke goes on behind print over at most so many columns
   */
  StrokeTracer(BinaryImage ink, int thickest, int longestHidden) {
    this.columns = ink.transposed();
    this.thickest = thickest;
    this.longestHidden = longestHidden;
  }

  /** All strokes of at least a length. */
  List<Stroke> strokes(int shortest) {
    List<Stroke> strokes = new ArrayList<>();
    List<Path> open = new ArrayList<>();
    int[] runs = new int[columns.width + 1];
    for (int x = 0; x < columns.height; x++) {
      boolean[] taken = new boolean[columns.width];
      List<Path> going = new ArrayList<>();
      for (Path path : open) {
        follow(path, x, taken);
        if (!path.met && path.hidden <= longestHidden && path.blank <= MAX_BLANK) {
          going.add(path);
        } else {
          addIfLong(path, shortest, strokes);
        }
      }
      int count = runs(x, runs);
      for (int i = 0; i < count; i += 2) {
        int thick = runs[i + 1] - runs[i];
        if (thick <= thickest && !taken[runs[i]]) {
          Path path = new Path(x);
          path.add((runs[i] + runs[i + 1] - 1) / 2.0, thick);
          going.add(path);
        }
      }
      open = going;
    }
    open.forEach(path -> addIfLong(path, shortest, strokes));
    return strokes;
  }

  private static void addIfLong(Path path, int shortest, List<Stroke> strokes) {
    int length = path.middles.size() - path.hidden - path.blank;
    if (length >= shortest) {
      Stroke stroke = path.stroke();
      int shown = 0;
      for (boolean shows : stroke.shown) {
        shown += shows ? 1 : 0;
      }
      if (shown >= MIN_SHOWN_SHARE * length) {
        strokes.add(stroke);
      }
    }
  }

  private void follow(Path path, int x, boolean[] taken) {
    double expected = path.expected();
    int at = at(x, (int) Math.round(expected));
    if (at < 0) {
      path.blank++;
      path.add(expected, 0);
      return;
    }
    int top = top(x, at);
    int bottom = bottom(x, at);
    double middle = (top + bottom - 1) / 2.0;
    if (bottom - top > thickest || Math.abs(middle - expected) > MAX_JUMP) {
      path.hidden++;
      path.add(expected, 0);
      return;
    }
    if (taken[top]) {
      path.met = true;
      return;
    }
    taken[top] = true;
    path.hidden = 0;
    path.blank = 0;
    path.add(middle, bottom - top);
  }

  /** A row near an expected one with ink; −1 if there is none. */
  private int at(int x, int expected) {
    for (int step : new int[] {0, 1, -1, 2, -2}) {
      if (isInk(x, expected + step)) {
        return expected + step;
      }
    }
    return -1;
  }

  boolean isInk(int x, int y) {
    return y >= 0 && y < columns.width && columns.ink[x * columns.width + y];
  }

  int top(int x, int y) {
    int top = y;
    while (isInk(x, top - 1)) {
      top--;
    }
    return top;
  }

  int bottom(int x, int y) {
    int bottom = y + 1;
    while (isInk(x, bottom)) {
      bottom++;
    }
    return bottom;
  }

  /** The first and the last row, exclusive, of each run of ink in a column; how many numbers. */
  private int runs(int x, int[] runs) {
    int count = 0;
    int y = 0;
    int row = x * columns.width;
    while (y < columns.width) {
      if (!columns.ink[row + y]) {
        y++;
        continue;
      }
      runs[count] = y;
      while (y < columns.width && columns.ink[row + y]) {
        y++;
      }
      runs[count + 1] = y;
      count += 2;
    }
    return count;
  }

  /** The row of ink nearest to the middle of a stroke in a column; −1 if there is none. */
  int inkAt(Stroke stroke, int i) {
    return at(stroke.start + i, (int) Math.round(stroke.middles[i]));
  }
}
