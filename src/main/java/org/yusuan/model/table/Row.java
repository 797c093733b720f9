package org.yusuan.model.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of one list of a table. Where lists stand side by side, one printed row yields a row for
 * each list.
 *
 * @param list the list it belongs to, from 0 at the left
 * @param line the printed row of the joined table, from 0 below the header; rows of lists that
 *     stand beside each other share it
 * @param kind item, subtotal or total
 * @param level depth in the list's hierarchy, from 1 (类, or 一、) down; 0 for a total
 * @param keys what the row is about
 * @param cells the cells that start in this row, in the order of their columns; blank ones are
 *     there
 */
public record Row(int list, int line, RowKind kind, int level, Keys keys, List<Cell> cells) {
  public Row {
    cells = List.copyOf(cells);
  }

  /** The cell that starts in a column; null if none does. */
  public @Nullable Cell cell(int column) {
    return cells.stream().filter(cell -> cell.column() == column).findFirst().orElse(null);
  }

  /** This row with other cells. */
  public Row withCells(List<Cell> newCells) {
    return new Row(list, line, kind, level, keys, newCells);
  }

  /** This row with other keys. */
  public Row withKeys(Keys newKeys) {
    return new Row(list, line, kind, level, newKeys, cells);
  }

  /** This row as one that another is a part of, or that is a part of another. */
  public Row withLevel(int newLevel) {
    return new Row(list, line, kind, newLevel, keys, cells);
  }

  /** This row as one of another kind; a total has level 0. */
  public Row withKind(RowKind newKind) {
    int newLevel = newKind == RowKind.TOTAL ? 0 : Math.max(1, level);
    return new Row(list, line, newKind, newLevel, keys, cells);
  }
}
