package org.yusuan.layout.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;

/**
 * Finds classes (类, 款) that a list prints once for each level, because the classification has
 * nothing below them, as 227 预备费: the second is a part of the first, not another one beside it.
 */
final class RepeatedClasses {

  private RepeatedClasses() {}

  /** The rows, with each repetition a level below the row that it repeats. */
  static List<Row> lowered(List<Row> rows, List<Column> columns) {
    List<Row> lowered = new ArrayList<>();
    Map<Integer, Row> above = new HashMap<>();
    for (Row row : rows) {
      Row last = above.get(row.list());
      Row own =
          last != null && isClass(row) && repeats(row, last, columns)
              ? row.withLevel(last.level() + 1)
              : row;
      lowered.add(own);
      above.put(row.list(), own);
    }
    return lowered;
  }

  private static boolean isClass(Row row) {
    String functional = row.keys().functionalCode();
    String economic = row.keys().economicCode();
    if (row.kind() != RowKind.ITEM || (functional == null) == (economic == null)) {
      return false;
    }
    // An item (项) by function, and a group (款) by economic class, have nothing below them.
    return functional != null
        ? ClassificationCode.level(functional) < 3
        : ClassificationCode.level(Objects.requireNonNull(economic)) < 2;
  }

  /** Whether two rows say the same but for their numbers in the table, and say any amount. */
  private static boolean repeats(Row row, Row above, List<Column> columns) {
    if (!Objects.equals(row.keys().code(), above.keys().code())) {
      return false;
    }
    boolean any = false;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).role() != ColumnRole.SERIAL) {
        Cell cell = row.cell(i);
        if (!text(cell).equals(text(above.cell(i)))) {
          return false;
        }
        any |= cell != null && cell.amount() != null;
      }
    }
    return any;
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "" : cell.text().strip();
  }
}
