package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;

/** What rows of a list print that tells which is a part of which. */
final class RowMarks {

  private RowMarks() {}

  /** Whether a row holds no amount at all. */
  static boolean isHeading(Row row) {
    for (Cell cell : row.cells()) {
      if (cell.amount() != null) {
        return false;
      }
    }
    return true;
  }

  /** Whether a numbered item has parts that are numbered in turn, from 1 on. */
  static boolean isCounted(Row row, List<Row> parts) {
    if (parts.size() < 2 || mark(row) == null) {
      return false;
    }
    ListMark first = mark(parts.get(0));
    for (int k = 0; k < parts.size(); k++) {
      ListMark mark = mark(parts.get(k));
      if (first == null
          || mark == null
          || mark.style() != first.style()
          || mark.number() != k + 1) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable ListMark mark(Row row) {
    return ListMark.ofLabel(row.keys().label());
  }

  /**
   * Units whose codes go on that of a row's unit; projects of units, without codes, may stand
   * between them.
   *
   * @param rows the row, and those after it in its list
   */
  static List<Integer> unitsBelow(Table table, List<Integer> rows) {
    List<Integer> units = new ArrayList<>();
    String unit = table.rows().get(rows.get(0)).keys().unitCode();
    if (unit == null) {
      return units;
    }
    int digits = Integer.MAX_VALUE;
    for (int r : rows.subList(1, rows.size())) {
      String below = table.rows().get(r).keys().unitCode();
      if (below == null || !Character.isDigit(below.charAt(0))) {
        if (table.rows().get(r).kind() != RowKind.ITEM) {
          break;
        }
        continue;
      }
      if (below.length() <= unit.length() || !below.startsWith(unit)) {
        break;
      }
      if (below.length() <= digits) {
        digits = below.length();
        units.add(r);
      }
    }
    return units;
  }
}
