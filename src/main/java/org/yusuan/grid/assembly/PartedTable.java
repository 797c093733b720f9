package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.text.PrintedNumber;

/**
 * Joins pieces of one table that a gap parts on their page: a row that is printed without rulings,
 * or whose rulings are lost. Both pieces have the same columns at the same places, no text stands
 * between them, and the lower one begins with figures, so with no header of its own.
 */
final class PartedTable {

  /** Boundaries of one column differ by less than this many points. A guess: 1.4 mm. */
  private static final double MAX_BOUNDARY_SHIFT = 4;

  /** The gap is at most this many usual rows of the lower piece high. A guess. */
  private static final double MAX_GAP_ROWS = 2.5;

  /** With fewer columns equal places prove nothing. A guess. */
  private static final int MIN_COLUMNS = 3;

  private PartedTable() {}

  /** The tables of a page, from the top down, with parted ones in one piece. */
  static List<PlacedGrid> joined(List<PlacedGrid> onPage) {
    List<PlacedGrid> joined = new ArrayList<>();
    for (PlacedGrid piece : onPage) {
      PlacedGrid before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && isParted(before, piece)) {
        joined.set(
            joined.size() - 1,
            new PlacedGrid(
                appended(before.grid(), piece.grid()),
                before.above(),
                piece.below(),
                before.foot(),
                before.repeatedHeaderRows()));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  private static boolean isParted(PlacedGrid upper, PlacedGrid lower) {
    Grid first = upper.grid();
    Grid second = lower.grid();
    double gap = box(second).top() - box(first).bottom();
    return first.ruled()
        && second.ruled()
        && lower.above().isEmpty()
        && first.columns() >= MIN_COLUMNS
        && gap >= 0
        && gap <= MAX_GAP_ROWS * usualRow(second)
        && haveSameColumns(first, second)
        && second.cells().stream()
            .anyMatch(cell -> cell.row() == 0 && PrintedNumber.parse(cell.text()) != null);
  }

  private static Box box(Grid grid) {
    return grid.regions().get(0).bbox();
  }

  private static boolean haveSameColumns(Grid first, Grid second) {
    double[] a = ColumnMap.boundaries(first);
    double[] b = ColumnMap.boundaries(second);
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) >= MAX_BOUNDARY_SHIFT) {
        return false;
      }
    }
    return true;
  }

  /** The usual height of a row, in points. */
  private static double usualRow(Grid grid) {
    double[] heights =
        grid.cells().stream()
            .filter(cell -> cell.rowSpan() == 1)
            .mapToDouble(cell -> cell.box().height())
            .sorted()
            .toArray();
    return heights.length == 0 ? 0 : heights[heights.length / 2];
  }

  private static Grid appended(Grid first, Grid second) {
    List<GridCell> cells = new ArrayList<>(first.cells());
    for (GridCell cell : second.cells()) {
      cells.add(cell.inRows(cell.row() + first.rows(), cell.rowSpan()));
    }
    Region upper = first.regions().get(0);
    Region whole = new Region(upper.page(), Box.around(List.of(box(first), box(second))));
    return new Grid(
        first.rows() + second.rows(), first.columns(), cells, List.of(whole), first.ruled());
  }
}
