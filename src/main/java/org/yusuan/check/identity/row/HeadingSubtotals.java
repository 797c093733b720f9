package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Subtotals that stand above what they add up: 小计, its rows, the next 小计. A list is read so if it
 * begins with a subtotal and has another one, for the first of them has nothing above it. Of 3,245
 * such sums in 49 lists of 190 published documents 26 do not hold, those of rows of other levels
 * among them.
 */
final class HeadingSubtotals {

  private final Table table;
  private final List<Integer> rows;

  /**
   * @param rows the rows of the list, in order
   */
  HeadingSubtotals(Table table, List<Integer> rows) {
    this.table = table;
    this.rows = rows.stream().filter(r -> kind(table, r) != RowKind.TOTAL).toList();
  }

  /** Each subtotal with the rows below it; empty if the list is not of this form. */
  Map<Integer, List<Integer>> find() {
    Map<Integer, List<Integer>> sums = new LinkedHashMap<>();
    List<Integer> subtotals =
        rows.stream().filter(r -> kind(table, r) == RowKind.SUBTOTAL).toList();
    if (subtotals.size() < 2 || !subtotals.get(0).equals(rows.get(0))) {
      return sums;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (kind(table, rows.get(i)) != RowKind.SUBTOTAL) {
        continue;
      }
      List<Integer> below = below(i + 1);
      // 合计 of all cities stands right above 合计 of the first one.
      List<Integer> parts =
          below.isEmpty() && i == 0 ? subtotals.subList(1, subtotals.size()) : below;
      if (!parts.isEmpty()) {
        sums.put(rows.get(i), List.copyOf(parts));
      }
    }
    return sums;
  }

  /** The rows as deep as the first, down to the next subtotal or to one that stands less deep. */
  private List<Integer> below(int from) {
    List<Integer> below = new ArrayList<>();
    for (int k = from; k < rows.size(); k++) {
      Row row = table.rows().get(rows.get(k));
      int level = table.rows().get(rows.get(from)).level();
      if (row.kind() == RowKind.SUBTOTAL || row.level() < level) {
        break;
      }
      if (row.level() == level) {
        below.add(rows.get(k));
      }
    }
    return below;
  }

  private static RowKind kind(Table table, int row) {
    return table.rows().get(row).kind();
  }
}
