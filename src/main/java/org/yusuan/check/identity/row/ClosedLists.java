package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Which lists that stand side by side one total closes: its label stands below all of them, or they
 * are one list that goes on beside itself.
 */
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

  /**
   * The items of all lists that have one header, if no other row closes one of them: a long list of
   * few columns, as that of regions, is printed in several pieces side by side. None if the items
   * have parts, or if there is one list.
   *
   * @param total the row that closes them
   */
  static List<Integer> continued(Table table, int total) {
    List<List<List<String>>> headers =
        IntStream.range(0, table.listCount())
            .mapToObj(
                list ->
                    table.columns().stream()
                        .filter(column -> column.list() == list)
                        .map(Column::header)
                        .toList())
            .distinct()
            .toList();
    List<Integer> items = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      if (row.kind() == RowKind.ITEM && row.level() == 1) {
        items.add(r);
      } else if (r != total) {
        return List.of();
      }
    }
    return table.listCount() > 1 && headers.size() == 1 ? items : List.of();
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
