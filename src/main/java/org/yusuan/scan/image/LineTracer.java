package org.yusuan.scan.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.graph.DisjointSet;

/** Finds long thin runs of ink along the x axis: pieces of rulings. */
public final class LineTracer {

  /**
   * A piece of a line, its middle at y = {@code intercept} + {@code slope} · (x − middle of the
   * picture).
   *
   * @param start first x
   * @param end x after the last
   * @param top first row with ink
   * @param bottom row after the last
   * @param inked number of ink pixels
   * @param spread root mean square distance of its ink from the fitted line
   */
  public record Trace(
      int start,
      int end,
      int top,
      int bottom,
      double intercept,
      double slope,
      int inked,
      double spread) {
    public int length() {
      return end - start;
    }

    public double thickness() {
      return (double) inked / Math.max(1, length());
    }
  }

  /** Ink further than this from the line, in pixels on average, is more than the line; a guess. */
  private static final double MAX_SPREAD_PIXELS = 2;

  /**
   * Runs of at least this share of the longest are the line's own. The runs of a slanting line are
   * short, so the first is tried first; the strokes that touch a short line may be as long.
   * Guesses.
   */
  private static final double[] LONG_RUN_SHARES = {0.3, 0.6, 0.9};

  /** How far print that touches a short line may turn it aside, in pixels; a guess. */
  private static final int MAX_ASIDE_PIXELS = 4;

  private LineTracer() {}

  /**
   * @param image the ink
   * @param minRun shortest run in pixels
   * @param maxGap gap in a run that is overlooked
   */
  public static List<Trace> traceLines(BinaryImage image, int minRun, int maxGap) {
    int width = image.width;
    List<int[]> runs = new ArrayList<>();
    int[] firstOfRow = new int[image.height + 1];
    boolean[] row = new boolean[width];
    for (int y = 0; y < image.height; y++) {
      firstOfRow[y] = runs.size();
      thicken(image, y, row);
      runsOf(row, y, minRun, maxGap, runs);
    }
    firstOfRow[image.height] = runs.size();
    DisjointSet connected = new DisjointSet(runs.size());
    for (int y = 1; y < image.height; y++) {
      int above = firstOfRow[y - 1];
      for (int i = firstOfRow[y]; i < firstOfRow[y + 1]; i++) {
        int[] run = runs.get(i);
        while (above < firstOfRow[y] && runs.get(above)[2] <= run[1]) {
          above++;
        }
        for (int k = above; k < firstOfRow[y] && runs.get(k)[1] < run[2]; k++) {
          connected.union(k, i);
        }
      }
    }
    return fit(image, runs, connected);
  }

  /**
   * The part of a line between two places, fitted anew, as print that touches the line elsewhere
   * may have turned it; null if it has no ink.
   */
  public static @Nullable Trace partOf(BinaryImage image, Trace trace, int from, int to) {
    double[] middles = new double[to - from];
    double[] heights = new double[to - from];
    int count = 0;
    for (int x = from; x < to; x++) {
      int y = (int) Math.floor(trace.intercept() + trace.slope() * (x + 0.5 - image.width / 2.0));
      int ink = nearestInk(image, x, y);
      if (ink >= 0) {
        int top = ink;
        int bottom = ink + 1;
        while (top > 0 && image.ink[(top - 1) * image.width + x]) {
          top--;
        }
        while (bottom < image.height && image.ink[bottom * image.width + x]) {
          bottom++;
        }
        middles[count] = (top + bottom) / 2.0;
        heights[count++] = bottom - top;
      }
    }
    if (count == 0) {
      return null;
    }
    double middle = ranked(middles, count, 0.5);
    // Where print touches the line it is higher: the lower places show how thick it is.
    double height = ranked(heights, count, 0.25);
    return new Trace(
        from,
        to,
        (int) Math.floor(middle - height / 2),
        (int) Math.ceil(middle + height / 2),
        middle,
        0,
        (int) Math.round(height * count),
        0);
  }

  /**
   * The row of the ink nearest to a place in its column, within {@link #MAX_ASIDE_PIXELS}; -1 if
   * none.
   */
  private static int nearestInk(BinaryImage image, int x, int y) {
    for (int away = 0; away <= MAX_ASIDE_PIXELS; away++) {
      for (int at : new int[] {y - away, y + away}) {
        if (at >= 0 && at < image.height && image.ink[at * image.width + x]) {
          return at;
        }
      }
    }
    return -1;
  }

  private static double ranked(double[] values, int count, double rank) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[(int) (count * rank)];
  }

  /**
   * The row together with the one above and the one below: a slightly slanting line holds together.
   */
  private static void thicken(BinaryImage image, int y, boolean[] row) {
    boolean[] ink = image.ink;
    int at = y * image.width;
    int above = y > 0 ? at - image.width : at;
    int below = y + 1 < image.height ? at + image.width : at;
    for (int x = 0; x < row.length; x++) {
      row[x] = ink[at + x] | ink[above + x] | ink[below + x];
    }
  }

  private static void runsOf(boolean[] row, int y, int minRun, int maxGap, List<int[]> runs) {
    int start = -1;
    int last = -1;
    for (int x = 0; x < row.length; x++) {
      if (!row[x]) {
        continue;
      }
      if (start < 0) {
        start = x;
      } else if (x - last > maxGap + 1) {
        if (last + 1 - start >= minRun) {
          runs.add(new int[] {y, start, last + 1});
        }
        start = x;
      }
      last = x;
    }
    if (start >= 0 && last + 1 - start >= minRun) {
      runs.add(new int[] {y, start, last + 1});
    }
  }

  private static List<Trace> fit(BinaryImage image, List<int[]> runs, DisjointSet connected) {
    Map<Integer, List<int[]>> groups = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      groups.computeIfAbsent(connected.find(i), key -> new ArrayList<>()).add(runs.get(i));
    }
    List<Trace> traces = new ArrayList<>();
    for (List<int[]> group : groups.values()) {
      Trace trace = fit(image, group);
      for (int i = 0;
          i < LONG_RUN_SHARES.length && trace != null && trace.spread() > MAX_SPREAD_PIXELS;
          i++) {
        trace = fit(image, along(image, group, LONG_RUN_SHARES[i]));
      }
      if (trace != null) {
        traces.add(trace);
      }
    }
    return traces;
  }

  /**
   * The runs of a group that belong to its line, without strokes of print that touch it.
   *
   * @param share how long the line's own runs are at least, as a share of the longest
   */
  private static List<int[]> along(BinaryImage image, List<int[]> group, double share) {
    int longest = group.stream().mapToInt(run -> run[2] - run[1]).max().orElse(0);
    Trace line =
        fit(image, group.stream().filter(run -> run[2] - run[1] >= share * longest).toList());
    if (line == null) {
      return group;
    }
    double reach = line.thickness() / 2 + 2;
    double middle = image.width / 2.0;
    return group.stream()
        .filter(
            run -> {
              double x = (run[1] + run[2]) / 2.0 - middle;
              return Math.abs(run[0] + 0.5 - line.intercept() - line.slope() * x) <= reach;
            })
        .toList();
  }

  /** The line of best fit through the ink of runs; null if they have none. */
  private static @Nullable Trace fit(BinaryImage image, List<int[]> runs) {
    double middle = image.width / 2.0;
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    int start = Integer.MAX_VALUE;
    int end = Integer.MIN_VALUE;
    int top = Integer.MAX_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (int[] run : runs) {
      for (int x = run[1]; x < run[2]; x++) {
        if (image.ink[run[0] * image.width + x]) {
          double dx = x + 0.5 - middle;
          double y = run[0] + 0.5;
          n++;
          sx += dx;
          sy += y;
          sxx += dx * dx;
          sxy += dx * y;
          syy += y * y;
          top = Math.min(top, run[0]);
          bottom = Math.max(bottom, run[0] + 1);
        }
      }
      start = Math.min(start, run[1]);
      end = Math.max(end, run[2]);
    }
    if (n == 0) {
      return null;
    }
    double varX = sxx - sx * sx / n;
    double slope = varX < 1 ? 0 : (sxy - sx * sy / n) / varX;
    double intercept = (sy - slope * sx) / n;
    double varY = syy - sy * sy / n;
    double rest = Math.max(0, varY - slope * slope * varX) / n;
    return new Trace(start, end, top, bottom, intercept, slope, (int) n, Math.sqrt(rest));
  }
}
