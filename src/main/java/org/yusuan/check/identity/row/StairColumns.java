package org.yusuan.check.identity.row;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * How the rows of a list nest where several columns name them, each narrower than the one before,
 * and a blank means what stands above it: 采购大类, 专项, 经济科目, 物品. A row is part of the nearest row
 * above whose last name stands left of its own first one; 小计 there stands for the column before.
 */
final class StairColumns {

  private final Map<Integer, List<Integer>> parts = new HashMap<>();
  private final List<Integer> top = new ArrayList<>();

  private StairColumns() {}

  /**
   * How the rows of a list nest; null if its columns are no stair.
   *
   * @param rows the rows of the list, in order
   */
  static @Nullable StairColumns of(Table table, int list, List<Integer> rows, LabelPatterns words) {
    List<Integer> names = names(table, list);
    if (names.size() < 2) {
      return null;
    }
    StairColumns stair = new StairColumns();
    Deque<Step> open = new ArrayDeque<>();
    int below = 0;
    for (int r : rows) {
      Row row = table.rows().get(r);
      if (row.keys().code() != null || row.keys().unitCode() != null) {
        return null;
      }
      if (row.kind() != RowKind.ITEM || RowMarks.isHeading(row)) {
        continue;
      }
      int first = -1;
      int last = -1;
      for (int k = 0; k < names.size(); k++) {
        Cell cell = row.cell(names.get(k));
        if (cell == null || cell.text().isBlank()) {
          continue;
        }
        if (last >= 0 && last != k - 1) {
          return null;
        }
        first = first < 0 ? k : first;
        last = k;
      }
      if (last < 0) {
        return null;
      }
      Cell deepest = row.cell(names.get(last));
      int depth =
          last > first && deepest != null && words.isTotal(deepest.text()) ? last - 1 : last;
      while (!open.isEmpty() && first <= open.element().last) {
        open.pop();
      }
      if (open.isEmpty()) {
        stair.top.add(r);
      } else {
        stair.parts.computeIfAbsent(open.element().row, above -> new ArrayList<>()).add(r);
        below++;
      }
      open.push(new Step(r, depth));
    }
    return below >= 2 ? stair : null;
  }

  /** The columns of names before the first amount of a list. */
  private static List<Integer> names(Table table, int list) {
    List<Integer> names = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      if (column.list() == list) {
        if (column.role() == ColumnRole.AMOUNT) {
          return names;
        }
        if (column.role() != ColumnRole.SERIAL
            && column.role() != ColumnRole.COUNT
            && column.role() != ColumnRole.PERCENT) {
          names.add(c);
        }
      }
    }
    return names;
  }

  /** A row that others may be part of, and the last column that names it, as these count. */
  private record Step(int row, int last) {}

  /** The parts of a row. */
  List<Integer> below(int row) {
    return parts.getOrDefault(row, List.of());
  }

  /** The rows that are part of none. */
  List<Integer> top() {
    return top;
  }
}
