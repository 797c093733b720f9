package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Table;

/**
 * Rows of a form that head the amounts of the row below them, as 财政拨款 over 合计, 基本支出 and 项目支出 in a
 * sheet of aims. The form itself has no columns of amounts.
 */
final class FormHeaders {

  /** Fewer amounts beside one another are values of labels, not columns. */
  private static final int MIN_AMOUNTS = 3;

  private final Table table;

  FormHeaders(Table table) {
    this.table = table;
  }

  /**
   * The rows of amounts that are headed so, from the top down.
   *
   * @return by row, the table with the header of that row
   */
  Map<Integer, Table> find() {
    Map<Integer, Table> found = new TreeMap<>();
    if (!table.amountColumns().isEmpty()) {
      return found;
    }
    for (int r = 1; r < table.rows().size(); r++) {
      List<Cell> amounts = printed(r);
      if (amounts.size() >= MIN_AMOUNTS
          && amounts.stream().allMatch(cell -> cell.amount() != null)) {
        List<Column> columns = headed(r, amounts);
        if (!columns.isEmpty()) {
          found.put(r, table.withColumns(columns));
        }
      }
    }
    return found;
  }

  private List<Cell> printed(int row) {
    return table.rows().get(row).cells().stream().filter(cell -> !cell.text().isBlank()).toList();
  }

  /** The columns with the header of a row; none if some amount of it has nothing above it. */
  private List<Column> headed(int row, List<Cell> amounts) {
    List<List<String>> paths = new ArrayList<>();
    table.columns().forEach(column -> paths.add(new ArrayList<>()));
    for (int r = row - 1; r >= 0; r--) {
      List<Cell> names = over(r, amounts);
      if (names.size() < 2 || names.stream().anyMatch(cell -> cell.amount() != null)) {
        break;
      }
      for (Cell name : names) {
        for (int c = name.column(); c < name.column() + name.columnSpan(); c++) {
          paths.get(c).add(name.text());
        }
      }
    }
    if (amounts.stream().anyMatch(cell -> paths.get(cell.column()).isEmpty())) {
      return List.of();
    }
    List<Column> columns = new ArrayList<>(table.columns());
    for (Cell cell : amounts) {
      List<String> path = paths.get(cell.column());
      Collections.reverse(path);
      Column column = columns.get(cell.column());
      columns.set(
          cell.column(), new Column(path, ColumnRole.AMOUNT, null, null, null, column.list()));
    }
    return columns;
  }

  /** What a row prints over some amounts. */
  private List<Cell> over(int row, List<Cell> amounts) {
    return printed(row).stream()
        .filter(
            name ->
                amounts.stream()
                    .anyMatch(
                        cell ->
                            cell.column() >= name.column()
                                && cell.column() < name.column() + name.columnSpan()))
        .toList();
  }
}
