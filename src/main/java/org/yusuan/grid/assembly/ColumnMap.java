package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;

/**
 * How the columns of two pieces of one table correspond.
 *
 * @param firstStarts for each boundary of the first piece, its boundary in the joined table
 * @param secondStarts the same for the second piece
 * @param columns number of columns of the joined table
 */
record ColumnMap(int[] firstStarts, int[] secondStarts, int columns) {

  /**
   * Boundaries of one column on two pages differ by less than this, in points: below 8 pt in all
   * tables seen, while no amount column is narrower than 20 pt.
   */
  private static final double MAX_BOUNDARY_SHIFT = 8.0;

  /**
   * Each page of paper lies otherwise in the scanner or before the camera: the outer edges of one
   * table differ by less than this on two pages, in points. A guess: 14 mm.
   */
  private static final double MAX_EDGE_SHIFT_ON_PAPER = 40.0;

  /** The width of one table differs by less than this share on two pages of paper. A guess. */
  private static final double MAX_WIDTH_CHANGE_ON_PAPER = 0.05;

  /** With this many inner columns or fewer, equal positions prove nothing. A guess. */
  private static final int MAX_INNER_BY_CHANCE = 3;

  /**
   * Matches the columns by place, or by number where both pieces have the same number of them.
   *
   * @return null if the pieces cannot be one table
   */
  static @Nullable ColumnMap of(Grid first, Grid second) {
    double[] a = boundaries(first);
    double[] b = boundaries(second);
    ColumnMap byPlace = haveSameEdges(a, b, MAX_BOUNDARY_SHIFT) ? byPlace(a, b) : null;
    if (byPlace == null
        && first.isRecognized()
        && second.isRecognized()
        && haveSameEdges(a, b, MAX_EDGE_SHIFT_ON_PAPER)
        && Math.abs(width(b) / width(a) - 1) < MAX_WIDTH_CHANGE_ON_PAPER) {
      byPlace = byPlace(a, laidOver(a, b));
    }
    if (byPlace != null) {
      return byPlace;
    }
    if (first.columns() == second.columns()) {
      int[] same = IntStream.range(0, a.length).toArray();
      return new ColumnMap(same, same, first.columns());
    }
    return withOpenSides(a, b);
  }

  /**
   * Outer cells that go on from the page before may be drawn without their sides: then the piece
   * has the inner columns alone, each in its place.
   */
  private static @Nullable ColumnMap withOpenSides(double[] a, double[] b) {
    int from = 0;
    while (from < a.length && Math.abs(a[from] - b[0]) > MAX_BOUNDARY_SHIFT) {
      from++;
    }
    if (from + b.length > a.length || b.length < a.length / 2 || b.length <= MAX_INNER_BY_CHANCE) {
      return null;
    }
    int[] inner = new int[b.length];
    for (int i = 0; i < b.length; i++) {
      if (Math.abs(a[from + i] - b[i]) > MAX_BOUNDARY_SHIFT) {
        return null;
      }
      inner[i] = from + i;
    }
    return new ColumnMap(IntStream.range(0, a.length).toArray(), inner, a.length - 1);
  }

  /** The columns that the second piece was drawn without, from the left. */
  List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      if (column < secondStarts[0] || column >= secondStarts[secondStarts.length - 1]) {
        missing.add(column);
      }
    }
    return missing;
  }

  private static boolean haveSameEdges(double[] a, double[] b, double tolerance) {
    return Math.abs(a[0] - b[0]) <= tolerance
        && Math.abs(a[a.length - 1] - b[b.length - 1]) <= tolerance;
  }

  private static double width(double[] boundaries) {
    return boundaries[boundaries.length - 1] - boundaries[0];
  }

  /** The second boundaries, moved and stretched so that their outer ones are the first's. */
  private static double[] laidOver(double[] a, double[] b) {
    double scale = width(a) / width(b);
    return Arrays.stream(b).map(x -> a[0] + (x - b[0]) * scale).toArray();
  }

  /**
   * Matches columns by place: each boundary of the piece with fewer columns must be one of the
   * other, as merged cells take boundaries away and add none.
   */
  private static @Nullable ColumnMap byPlace(double[] a, double[] b) {
    double[] fine = a.length >= b.length ? a : b;
    double[] coarse = fine == a ? b : a;
    int[] map = new int[coarse.length];
    TreeSet<Integer> used = new TreeSet<>();
    for (int i = 0; i < coarse.length; i++) {
      int best = 0;
      for (int j = 1; j < fine.length; j++) {
        if (Math.abs(fine[j] - coarse[i]) < Math.abs(fine[best] - coarse[i])) {
          best = j;
        }
      }
      if (Math.abs(fine[best] - coarse[i]) > MAX_BOUNDARY_SHIFT || !used.add(best)) {
        return null;
      }
      map[i] = best;
    }
    int[] same = IntStream.range(0, fine.length).toArray();
    return fine == a
        ? new ColumnMap(same, map, a.length - 1)
        : new ColumnMap(map, same, b.length - 1);
  }

  /** The x of the left edge of every column, and of the right edge of the last. */
  static double[] boundaries(Grid grid) {
    List<List<Double>> edges = new ArrayList<>();
    for (int i = 0; i <= grid.columns(); i++) {
      edges.add(new ArrayList<>());
    }
    int lastPage = grid.regions().get(grid.regions().size() - 1).page();
    for (boolean onLastPage : new boolean[] {true, false}) {
      for (GridCell cell : grid.cells()) {
        // Cells of the page beside the joint decide; those of earlier pages fill what they leave
        // open.
        if ((cell.page() == lastPage) == onLastPage) {
          addIfFirst(edges.get(cell.column()), cell.box().left(), onLastPage);
          addIfFirst(edges.get(cell.columnEnd()), cell.box().right(), onLastPage);
        }
      }
    }
    double[] boundaries = new double[edges.size()];
    for (int i = 0; i < boundaries.length; i++) {
      boundaries[i] =
          edges.get(i).stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
      if (Double.isNaN(boundaries[i])) {
        boundaries[i] = i == 0 ? grid.regions().get(0).bbox().left() : boundaries[i - 1];
      }
    }
    return boundaries;
  }

  private static void addIfFirst(List<Double> edges, double x, boolean always) {
    if (always || edges.isEmpty()) {
      edges.add(x);
    }
  }

  /** A cell of the first piece in the joined table's columns. */
  GridCell inFirst(GridCell cell) {
    return moved(cell, firstStarts);
  }

  /** A cell of the second piece in the joined table's columns. */
  GridCell inSecond(GridCell cell) {
    return moved(cell, secondStarts);
  }

  private static GridCell moved(GridCell cell, int[] starts) {
    int start = starts[cell.column()];
    int end = starts[cell.columnEnd()];
    return new GridCell(
        cell.row(),
        start,
        cell.rowSpan(),
        end - start,
        cell.page(),
        cell.box(),
        cell.words(),
        cell.text());
  }
}
