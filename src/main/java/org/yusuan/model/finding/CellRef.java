package org.yusuan.model.finding;

import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Table;

/**
 * Names one cell of a disclosure.
 *
 * @param table the table's id
 * @param row index into {@link Table#rows()}
 * @param column index into {@link Table#columns()}
 */
public record CellRef(String table, int row, int column) {

  /** Written out, as is {@link #hashCode}: what Java makes at the first call costs milliseconds. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CellRef ref
        && row == ref.row
        && column == ref.column
        && table.equals(ref.table);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * table.hashCode() + row) + column;
  }
}
