package org.yusuan.scan;

import java.util.ArrayList;
import java.util.List;

/** Finds long thin runs of ink along the x axis: pieces of rulings. */
final class Tracer {

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
  record Trace(
      int start,
      int end,
      int top,
      int bottom,
      double intercept,
      double slope,
      int inked,
      double spread) {
    int length() {
      return end - start;
    }

    double thickness() {
      return (double) inked / Math.max(1, length());
    }
  }

  private Tracer() {}

  /**
   * @param mask where ink is
   * @param minRun shortest run in pixels
   * @param maxGap gap in a run that is overlooked
   */
  static List<Trace> trace(Mask mask, int minRun, int maxGap) {
    int width = mask.width;
    List<int[]> runs = new ArrayList<>();
    int[] firstOfRow = new int[mask.height + 1];
    boolean[] row = new boolean[width];
    for (int y = 0; y < mask.height; y++) {
      firstOfRow[y] = runs.size();
      thicken(mask, y, row);
      runsOf(row, y, minRun, maxGap, runs);
    }
    firstOfRow[mask.height] = runs.size();
    int[] parent = new int[runs.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int y = 1; y < mask.height; y++) {
      int above = firstOfRow[y - 1];
      for (int i = firstOfRow[y]; i < firstOfRow[y + 1]; i++) {
        int[] run = runs.get(i);
        while (above < firstOfRow[y] && runs.get(above)[2] <= run[1]) {
          above++;
        }
        for (int k = above; k < firstOfRow[y] && runs.get(k)[1] < run[2]; k++) {
          parent[root(parent, i)] = root(parent, k);
        }
      }
    }
    return fit(mask, runs, parent);
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /**
   * The row together with the one above and the one below: a slightly slanting line holds together.
   */
  private static void thicken(Mask mask, int y, boolean[] row) {
    int at = y * mask.width;
    for (int x = 0; x < mask.width; x++) {
      row[x] =
          mask.ink[at + x]
              || y > 0 && mask.ink[at + x - mask.width]
              || y + 1 < mask.height && mask.ink[at + x + mask.width];
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

  private static List<Trace> fit(Mask mask, List<int[]> runs, int[] parent) {
    double[][] sums = new double[runs.size()][];
    int[][] bounds = new int[runs.size()][];
    double middle = mask.width / 2.0;
    for (int i = 0; i < runs.size(); i++) {
      int root = root(parent, i);
      if (sums[root] == null) {
        sums[root] = new double[6];
        bounds[root] =
            new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE};
      }
      double[] sum = sums[root];
      int[] bound = bounds[root];
      int[] run = runs.get(i);
      for (int x = run[1]; x < run[2]; x++) {
        if (mask.ink[run[0] * mask.width + x]) {
          double dx = x + 0.5 - middle;
          double y = run[0] + 0.5;
          sum[0]++;
          sum[1] += dx;
          sum[2] += y;
          sum[3] += dx * dx;
          sum[4] += dx * y;
          sum[5] += y * y;
          bound[2] = Math.min(bound[2], run[0]);
          bound[3] = Math.max(bound[3], run[0] + 1);
        }
      }
      bound[0] = Math.min(bound[0], run[1]);
      bound[1] = Math.max(bound[1], run[2]);
    }
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      double[] sum = sums[i];
      if (sum == null || sum[0] == 0) {
        continue;
      }
      double n = sum[0];
      double varX = sum[3] - sum[1] * sum[1] / n;
      double slope = varX < 1 ? 0 : (sum[4] - sum[1] * sum[2] / n) / varX;
      double intercept = (sum[2] - slope * sum[1]) / n;
      double varY = sum[5] - sum[2] * sum[2] / n;
      double rest = Math.max(0, varY - slope * slope * varX) / n;
      traces.add(
          new Trace(
              bounds[i][0],
              bounds[i][1],
              bounds[i][2],
              bounds[i][3],
              intercept,
              slope,
              (int) n,
              Math.sqrt(rest)));
    }
    return traces;
  }
}
