package org.yusuan.check.weigh;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * The numbers of lines that a table prints, as 栏次: where they run on but for a gap, lines were
 * taken out before the table was published. One thread at a time may use it.
 */
final class PrintedLines {

  /**
   * The numbers of a table run on if at least this part of them is one more than the one before. In
   * 60 published tables that number their lines it is 0.93 to 1.00, in 3 lists whose numbers are
   * something else 0.70 to 0.79.
   */
  private static final double MIN_SHARE_RUNNING_ON = 0.9;

  /** Fewer numbers do not show that they run on. A guess. */
  private static final int MIN_LINES = 10;

  private final Map<Table, int[]> numbers = new IdentityHashMap<>();

  /** Whether the numbers leave some out between a row and the next one that is not below it. */
  boolean isSkippedBelow(Table table, int row) {
    int[] own = numbers.computeIfAbsent(table, PrintedLines::read);
    if (own.length == 0) {
      return false;
    }
    List<Row> rows = table.rows();
    int before = own[row];
    boolean skipped = false;
    for (int r = row + 1; r < rows.size() && before > 0; r++) {
      if (own[r] <= before) {
        return false;
      }
      skipped |= own[r] > before + 1;
      before = own[r];
      if (rows.get(r).level() <= rows.get(row).level()) {
        return skipped;
      }
    }
    return false;
  }

  /** The number of each line, 0 where there is none; empty if they do not run on. */
  private static int[] read(Table table) {
    int column = -1;
    for (int c = 0; c < table.columns().size(); c++) {
      Column one = table.columns().get(c);
      column = column < 0 && one.role() == ColumnRole.SERIAL ? c : column;
    }
    int[] own = new int[table.rows().size()];
    int lines = 0;
    int runningOn = 0;
    for (int r = 0; r < own.length && column >= 0; r++) {
      Cell cell = table.rows().get(r).cell(column);
      String text = cell == null ? "" : cell.text().strip();
      own[r] = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
      lines += own[r] > 0 ? 1 : 0;
      runningOn += r > 0 && own[r] > 0 && own[r] == own[r - 1] + 1 ? 1 : 0;
    }
    return lines >= MIN_LINES && runningOn >= MIN_SHARE_RUNNING_ON * (lines - 1) ? own : new int[0];
  }
}
