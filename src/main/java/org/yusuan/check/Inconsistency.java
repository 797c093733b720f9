package org.yusuan.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * A cell of a file whose stored parts do not follow from its text: somebody edited one and not the
 * other.
 *
 * @param table id of the table
 * @param row index of the row in the table's rows, from 0
 * @param column index of the cell's column, from 0
 * @param text the cell's text
 * @param part which part it is: {@code value}, {@code amount} or {@code status}
 * @param stored what the file states; {@code none} if it states nothing
 * @param follows what follows from the text; {@code none} if nothing does
 */
public record Inconsistency(
    String table, int row, int column, String text, String part, String stored, String follows) {

  /**
   * Where a file differs from what follows from its texts.
   *
   * @param stored the file as it is
   * @param anew the same with everything worked out from its texts
   */
  public static List<Inconsistency> between(Disclosure stored, Disclosure anew) {
    List<Inconsistency> found = new ArrayList<>();
    for (int t = 0; t < stored.tables().size(); t++) {
      Table table = stored.tables().get(t);
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        Row other = anew.tables().get(t).rows().get(r);
        for (int c = 0; c < row.cells().size(); c++) {
          Cell cell = row.cells().get(c);
          Cell follows = other.cells().get(c);
          if (!isSame(cell.value(), follows.value())) {
            found.add(of(table, r, cell, "value", cell.value(), follows.value()));
          } else if (!isSame(cell.amount(), follows.amount())) {
            found.add(of(table, r, cell, "amount", cell.amount(), follows.amount()));
          } else if (cell.status() != follows.status()) {
            found.add(of(table, r, cell, "status", cell.status(), follows.status()));
          }
        }
      }
    }
    return found;
  }

  private static Inconsistency of(
      Table table,
      int row,
      Cell cell,
      String part,
      @Nullable Object stored,
      @Nullable Object follows) {
    return new Inconsistency(
        table.id(), row, cell.column(), cell.text(), part, print(stored), print(follows));
  }

  private static String print(@Nullable Object part) {
    return part instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(part, "none").toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean isSame(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? a == b : a.compareTo(b) == 0;
  }

  /** One sentence that names the place and both values. */
  public String message() {
    return "table "
        + table
        + ", row "
        + row
        + ", column "
        + column
        + ": the text is 「"
        + text
        + "」, the stored "
        + part
        + " is "
        + stored
        + ", but "
        + follows
        + " follows from the texts";
  }
}
