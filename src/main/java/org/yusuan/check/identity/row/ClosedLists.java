package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** Which lists that stand side by side one total closes: its label stands below all of them. */
final class ClosedLists {

  private ClosedLists() {}

  /**
   * The rows of a list and of those that its total closes too; none if a list to the right does.
   */
  static List<Integer> rows(Table table, int list) {
    List<Integer> rows = new ArrayList<>();
    if (isClosedElsewhere(table, list)) {
      return rows;
    }
    for (int part = first(table, list); part <= list; part++) {
      for (int r = 0; r < table.rows().size(); r++) {
        if (table.rows().get(r).list() == part) {
          rows.add(r);
        }
      }
    }
    return rows;
  }

  private static int first(Table table, int of) {
    int first = of;
    for (Row row : table.rows()) {
      if (row.list() == of) {
        for (Cell cell : row.cells()) {
          first = Math.min(first, table.columns().get(cell.column()).list());
        }
      }
    }
    return first;
  }

  private static boolean isClosedElsewhere(Table table, int list) {
    for (int other = list + 1; other < table.listCount(); other++) {
      if (first(table, other) <= list) {
        return true;
      }
    }
    return false;
  }
}
