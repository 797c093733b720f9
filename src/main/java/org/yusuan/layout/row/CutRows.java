package org.yusuan.layout.row;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;

/**
 * Puts rows together that the end of a page cut in two: the rest of a name, or the figures, stand
 * on the next page in a row without a code. Only tables whose rows all have codes tell such a rest
 * from a row of its own.
 */
public final class CutRows {

  /** At least this share of the items of a table must have codes. A guess. */
  private static final double MIN_CODED_SHARE = 0.7;

  private CutRows() {}

  /** The rows, with rests of rows joined to the rows that they belong to. */
  public static List<Row> mended(List<Row> rows) {
    long items = rows.stream().filter(row -> row.kind() == RowKind.ITEM).count();
    long coded = rows.stream().filter(row -> row.keys().code() != null).count();
    if (coded < MIN_CODED_SHARE * items) {
      return rows;
    }
    List<Row> mended = new ArrayList<>();
    for (Row row : rows) {
      Row before = last(mended, row.list());
      if (before != null && isRest(before, row)) {
        mended.set(mended.indexOf(before), joined(before, row));
      } else {
        mended.add(row);
      }
    }
    return mended;
  }

  private static @Nullable Row last(List<Row> rows, int list) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).list() == list) {
        return rows.get(i);
      }
    }
    return null;
  }

  private static boolean isRest(Row before, Row row) {
    if (row.kind() != RowKind.ITEM
        || row.keys().code() != null
        || before.keys().code() == null
        || row.cells().size() != before.cells().size()
        || row.cells().get(0).page() != before.cells().get(0).page() + 1) {
      return false;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      Cell one = before.cells().get(i);
      Cell other = row.cells().get(i);
      boolean both = !one.text().isEmpty() && !other.text().isEmpty();
      if (one.column() != other.column() || (both && (isFigure(one) || isFigure(other)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFigure(Cell cell) {
    return cell.value() != null;
  }

  private static Row joined(Row before, Row rest) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < before.cells().size(); i++) {
      Cell one = before.cells().get(i);
      Cell other = rest.cells().get(i);
      boolean moved = one.text().isEmpty() && !other.text().isEmpty();
      cells.add(
          moved ? other : other.text().isEmpty() ? one : one.withText(one.text() + other.text()));
    }
    Keys keys = before.keys();
    String label = keys.label() == null ? "" : keys.label();
    String more = rest.keys().label() == null ? "" : rest.keys().label();
    String whole = label + more;
    return before.withKeys(keys.withLabel(whole.isEmpty() ? null : whole)).withCells(cells);
  }
}
