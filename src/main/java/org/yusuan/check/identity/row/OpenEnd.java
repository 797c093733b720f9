package org.yusuan.check.identity.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Whether a list may go on on a page that the file lacks: files are often some pages of a document.
 * Then a group that reaches to the last row need not be all printed.
 */
public final class OpenEnd {

  private final Table table;
  private final boolean full;

  /** The least level of the rows after each, by its place in the table; the highest int if none. */
  private final int[] least;

  /**
   * @param rows the rows of one list, in order
   */
  public OpenEnd(Table table, List<Integer> rows) {
    this.table = table;
    this.full = isFull(table);
    this.least = new int[table.rows().size()];
    int level = Integer.MAX_VALUE;
    for (int i = rows.size() - 1; i >= 0; i--) {
      least[rows.get(i)] = level;
      level = Math.min(level, table.rows().get(rows.get(i)).level());
    }
  }

  /**
   * Whether there are rows below one and these, down to the last of the list, all stand deeper than
   * it does, and the last page of the table is as full as those before.
   */
  public boolean holds(int row) {
    return full && least[row] < Integer.MAX_VALUE && least[row] > table.rows().get(row).level();
  }

  /** Whether the last row ends where that of some page before does, up to its own height. */
  private static boolean isFull(Table table) {
    if (table.rows().isEmpty() || table.rows().get(table.rows().size() - 1).cells().isEmpty()) {
      return false;
    }
    Map<Integer, Double> ends = new HashMap<>();
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        ends.merge(cell.page(), cell.bbox().bottom(), Math::max);
      }
    }
    Cell last = table.rows().get(table.rows().size() - 1).cells().get(0);
    double least =
        ends.entrySet().stream()
            .filter(end -> end.getKey() != last.page())
            .mapToDouble(Map.Entry::getValue)
            .min()
            .orElse(Double.MAX_VALUE);
    return last.bbox().bottom() > least - last.bbox().height();
  }
}
