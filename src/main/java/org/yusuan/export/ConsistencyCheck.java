package org.yusuan.export;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** What a schema cannot say of a disclosure: that its parts fit together. */
final class ConsistencyCheck {

  /** Digits of a figure at most; the budget of China in 分 has 16. */
  private static final int MAX_DIGITS = 30;

  private ConsistencyCheck() {}

  /** What is wrong, as part of a sentence; null if nothing is. */
  static @Nullable String fault(Disclosure disclosure) {
    Map<String, Table> tables = new HashMap<>();
    for (Table table : disclosure.tables()) {
      tables.put(table.id(), table);
      String fault = fault(table);
      if (fault != null) {
        return "table " + table.id() + ": " + fault;
      }
    }
    for (Finding finding : disclosure.findings()) {
      for (CellRef cell : finding.cells()) {
        Table table = tables.get(cell.table());
        if (table == null || !holds(table, cell)) {
          return "finding " + finding.rule() + " names a cell that is not there: " + cell;
        }
      }
    }
    return null;
  }

  private static @Nullable String fault(Table table) {
    int columns = table.columns().size();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      for (Cell cell : row.cells()) {
        if (cell.column() >= columns || cell.columnSpan() > columns - cell.column()) {
          return "row " + r + " has a cell in column " + cell.column() + " of " + columns;
        }
        if (isTooLong(cell.value()) || isTooLong(cell.amount())) {
          return "row " + r + " has a figure of more than " + MAX_DIGITS + " digits";
        }
      }
    }
    return null;
  }

  private static boolean holds(Table table, CellRef cell) {
    return cell.row() >= 0
        && cell.row() < table.rows().size()
        && cell.column() >= 0
        && cell.column() < table.columns().size();
  }

  private static boolean isTooLong(@Nullable BigDecimal figure) {
    return figure != null
        && (figure.precision() > MAX_DIGITS
            || figure.scale() > MAX_DIGITS
            || figure.scale() < -MAX_DIGITS);
  }
}
