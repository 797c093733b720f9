package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.graph.DisjointSet;
import org.yusuan.grid.element.RulingJoiner;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;

/**
 * The cells that connected lines enclose.
 *
 * <p>The lines' positions cut the plane into small rectangles. Two neighbours between which no line
 * is drawn belong to one cell. A cell that is no rectangle, because a line is missing, is cut into
 * rectangles, so that cells always tile the lattice.
 *
 * @param xs boundaries between columns, rising, in points
 * @param ys boundaries between rows, rising, in points
 * @param cells the cells, by row, then by column
 */
record Lattice(double[] xs, double[] ys, List<CellSpan> cells) {

  /**
   * Vertical lines closer than this, in points, bound the same column: no column is narrower. A
   * guess.
   */
  private static final double MIN_COLUMN_WIDTH = 3.0;

  /** A side of a cell counts as drawn if a line covers at least this part of it. A guess. */
  private static final double MIN_DRAWN_SHARE = 0.5;

  /** Pieces whose positions, rounded to this many points, are equal are one line. A guess. */
  private static final double POSITION_STEP = 1.0;

  /**
   * Lines that reach farther than this, in points, beyond the last crossing line leave a side open.
   * A guess.
   */
  private static final double MIN_OPEN_SIDE = 6.0;

  /** A lattice of more places than this is no table that anyone could read. A guess. */
  private static final int MAX_PLACES = 2_000_000;

  /**
   * Where a cell lies in the lattice.
   *
   * @param row first row
   * @param column first column
   * @param rowEnd row below the last
   * @param columnEnd column right of the last
   */
  record CellSpan(int row, int column, int rowEnd, int columnEnd) {}

  /** Number of rows. */
  int rows() {
    return ys.length - 1;
  }

  /** Number of columns. */
  int columns() {
    return xs.length - 1;
  }

  /** The rectangle around all. */
  Box box() {
    return new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
  }

  /** The rectangle of a cell. */
  Box box(CellSpan place) {
    return new Box(xs[place.column], ys[place.row], xs[place.columnEnd], ys[place.rowEnd]);
  }

  /**
   * Builds the lattice of connected lines.
   *
   * @return null if they enclose nothing
   */
  static @Nullable Lattice of(List<Ruling> horizontal, List<Ruling> vertical) {
    double[] xs = boundaries(vertical, horizontal, MIN_COLUMN_WIDTH);
    double[] ys = boundaries(horizontal, vertical, RulingJoiner.MAX_POSITION_DIFFERENCE);
    if (xs.length < 2 || ys.length < 2 || (long) xs.length * ys.length > MAX_PLACES) {
      return null;
    }
    boolean[][] right = sides(vertical, xs, ys);
    boolean[][] below = sides(horizontal, ys, xs);
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    DisjointSet undivided = new DisjointSet(rows * columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int here = row * columns + column;
        if (column + 1 < columns && !right[column + 1][row]) {
          undivided.union(here, here + 1);
        }
        if (row + 1 < rows && !below[row + 1][column]) {
          undivided.union(here, here + columns);
        }
      }
    }
    return new Lattice(xs, ys, rectangles(undivided, rows, columns)).withoutUnusedBoundaries();
  }

  /**
   * The positions of the lines of one direction, and the ends of the crossing lines where those
   * reach beyond: a table without side borders, or one whose last row the page's end cut open.
   */
  private static double[] boundaries(List<Ruling> lines, List<Ruling> crossing, double tolerance) {
    double[] positions = lines.stream().mapToDouble(Ruling::position).sorted().toArray();
    List<Double> clusters = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= positions.length; i++) {
      if (i == positions.length || positions[i] - positions[from] > tolerance) {
        clusters.add(Arrays.stream(positions, from, i).average().orElseThrow());
        from = i;
      }
    }
    if (clusters.isEmpty()) {
      return new double[0];
    }
    double first = clusters.get(0);
    double last = clusters.get(clusters.size() - 1);
    // A line may be drawn in pieces, one a column: it starts where the first of them does.
    Map<Long, List<Ruling>> whole =
        crossing.stream()
            .collect(Collectors.groupingBy(line -> Math.round(line.position() / POSITION_STEP)));
    double[] starts =
        whole.values().stream()
            .mapToDouble(pieces -> pieces.stream().mapToDouble(Ruling::start).min().orElseThrow())
            .sorted()
            .toArray();
    double[] ends =
        whole.values().stream()
            .mapToDouble(pieces -> pieces.stream().mapToDouble(Ruling::end).max().orElseThrow())
            .sorted()
            .toArray();
    if (starts.length > 0) {
      // The median decides: a single line that sticks out does not make a column.
      double start = starts[starts.length / 2];
      double end = ends[ends.length / 2];
      if (first - start > MIN_OPEN_SIDE) {
        clusters.add(0, start);
      }
      if (end - last > MIN_OPEN_SIDE) {
        clusters.add(end);
      }
    }
    return clusters.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether side {@code [boundary][interval]} is drawn. Outer boundaries count as drawn. */
  private static boolean[][] sides(List<Ruling> lines, double[] boundaries, double[] intervals) {
    int count = intervals.length - 1;
    double[][] covered = new double[boundaries.length][count];
    for (Ruling line : lines) {
      int boundary = nearest(boundaries, line.position());
      for (int i = 0; i < count; i++) {
        covered[boundary][i] +=
            Math.max(
                0, Math.min(line.end(), intervals[i + 1]) - Math.max(line.start(), intervals[i]));
      }
    }
    boolean[][] drawn = new boolean[boundaries.length][count];
    for (int b = 0; b < boundaries.length; b++) {
      for (int i = 0; i < count; i++) {
        drawn[b][i] =
            b == 0
                || b == boundaries.length - 1
                || covered[b][i] >= MIN_DRAWN_SHARE * (intervals[i + 1] - intervals[i]);
      }
    }
    return drawn;
  }

  private static int nearest(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at >= 0) {
      return at;
    }
    int next = -at - 1;
    if (next == 0) {
      return 0;
    }
    if (next == sorted.length) {
      return sorted.length - 1;
    }
    return value - sorted[next - 1] <= sorted[next] - value ? next - 1 : next;
  }

  /** Cuts every group into as few rectangles as a greedy walk finds; a rectangle stays whole. */
  private static List<CellSpan> rectangles(DisjointSet undivided, int rows, int columns) {
    boolean[] used = new boolean[rows * columns];
    List<CellSpan> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int start = row * columns + column;
        if (used[start]) {
          continue;
        }
        int root = undivided.find(start);
        int columnEnd = column + 1;
        while (columnEnd < columns && isFree(undivided, used, row * columns + columnEnd, root)) {
          columnEnd++;
        }
        int rowEnd = row + 1;
        while (rowEnd < rows
            && isFreeRow(undivided, used, rowEnd * columns, column, columnEnd, root)) {
          rowEnd++;
        }
        for (int r = row; r < rowEnd; r++) {
          Arrays.fill(used, r * columns + column, r * columns + columnEnd, true);
        }
        places.add(new CellSpan(row, column, rowEnd, columnEnd));
      }
    }
    return places;
  }

  private static boolean isFree(DisjointSet undivided, boolean[] used, int at, int root) {
    return !used[at] && undivided.find(at) == root;
  }

  private static boolean isFreeRow(
      DisjointSet undivided, boolean[] used, int rowStart, int from, int to, int root) {
    for (int column = from; column < to; column++) {
      if (!isFree(undivided, used, rowStart + column, root)) {
        return false;
      }
    }
    return true;
  }

  /** This lattice without boundaries at which no cell begins. */
  private Lattice withoutUnusedBoundaries() {
    boolean[] usedX = new boolean[xs.length];
    boolean[] usedY = new boolean[ys.length];
    usedX[xs.length - 1] = true;
    usedY[ys.length - 1] = true;
    for (CellSpan cell : cells) {
      usedX[cell.column] = true;
      usedY[cell.row] = true;
    }
    int[] newX = ranks(usedX);
    int[] newY = ranks(usedY);
    List<CellSpan> renumbered = new ArrayList<>(cells.size());
    for (CellSpan cell : cells) {
      renumbered.add(
          new CellSpan(newY[cell.row], newX[cell.column], newY[cell.rowEnd], newX[cell.columnEnd]));
    }
    return new Lattice(keep(xs, usedX), keep(ys, usedY), List.copyOf(renumbered));
  }

  private static int[] ranks(boolean[] used) {
    int[] ranks = new int[used.length];
    int rank = 0;
    for (int i = 0; i < used.length; i++) {
      ranks[i] = rank;
      rank += used[i] ? 1 : 0;
    }
    return ranks;
  }

  private static double[] keep(double[] values, boolean[] used) {
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (used[i]) {
        kept.add(values[i]);
      }
    }
    return kept.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
