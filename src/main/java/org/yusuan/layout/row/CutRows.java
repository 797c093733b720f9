package org.yusuan.layout.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/**
 * Puts rows together that the end of a page cut in two: the rest of a name, or the figures, stand
 * on the next page in a row without a code. Only tables whose rows all have codes tell such a rest
 * from a row of its own; or a figure that goes on there, as 143,999.0 and 5.
 */
public final class CutRows {

  /** At least this share of the items of a table must have codes. A guess. */
  private static final double MIN_CODED_SHARE = 0.7;

  /** A figure of two decimals that lacks the last, or both. */
  private static final Pattern CUT_FIGURE = Pattern.compile("[-−]?\\d[\\d,]*\\.\\d?");

  /** So many other figures of a table tell how many decimals it prints. A guess. */
  private static final int MIN_FIGURES = 8;

  private static final Pattern REST = Pattern.compile("\\d{1,2}");
  private static final Pattern WHOLE_FIGURE = Pattern.compile("[-−]?\\d[\\d,]*\\.\\d{2}");

  private CutRows() {}

  /**
   * The rows, with rests of rows joined to the rows that they belong to.
   *
   * @param unitFactor how many 元 one unit of the table's amounts is worth; null if unknown
   */
  public static List<Row> mended(List<Row> rows, @Nullable Integer unitFactor) {
    long items = rows.stream().filter(row -> row.kind() == RowKind.ITEM).count();
    long coded = rows.stream().filter(row -> row.keys().code() != null).count();
    boolean byCodes = coded >= MIN_CODED_SHARE * items;
    List<Row> mended = new ArrayList<>();
    for (Row row : rows) {
      Row before = last(mended, row.list());
      if (before != null && isRest(before, row, byCodes, rows)) {
        mended.set(mended.lastIndexOf(before), joined(before, row, unitFactor));
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

  private static boolean isRest(Row before, Row row, boolean byCodes, List<Row> rows) {
    if (row.kind() != RowKind.ITEM
        || row.keys().code() != null
        || row.cells().size() != before.cells().size()
        || row.cells().get(0).page() != before.cells().get(0).page() + 1) {
      return false;
    }
    boolean goesOn = false;
    for (int i = 0; i < row.cells().size(); i++) {
      Cell one = before.cells().get(i);
      Cell other = row.cells().get(i);
      boolean end = isEnd(one, other) && hasTwoDecimals(rows, before, row);
      goesOn |= end;
      boolean both = !one.text().isEmpty() && !other.text().isEmpty() && !end;
      if (one.column() != other.column() || (both && (isFigure(one) || isFigure(other)))) {
        return false;
      }
    }
    return goesOn || byCodes && before.keys().code() != null;
  }

  /**
   * Whether a number is the end of an amount that begins above it; not of a recognized one, as its
   * other readings are of its beginning.
   */
  private static boolean isEnd(Cell begun, Cell end) {
    return begun.value() != null
        && begun.origin() == Origin.TEXT
        && CUT_FIGURE.matcher(begun.text()).matches()
        && REST.matcher(end.text()).matches()
        && WHOLE_FIGURE.matcher(begun.text() + end.text()).matches();
  }

  /**
   * Whether all figures of the other rows that are not zero have two decimals: where some have one,
   * the number below is the amount of the next row.
   */
  private static boolean hasTwoDecimals(List<Row> rows, Row begun, Row end) {
    List<String> figures =
        rows.stream()
            .filter(row -> row != begun && row != end)
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.value() != null && cell.value().signum() != 0)
            .map(Cell::text)
            .toList();
    return figures.size() >= MIN_FIGURES
        && figures.stream().allMatch(text -> WHOLE_FIGURE.matcher(text).matches());
  }

  private static boolean isFigure(Cell cell) {
    return cell.value() != null;
  }

  private static Row joined(Row before, Row rest, @Nullable Integer unitFactor) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < before.cells().size(); i++) {
      Cell one = before.cells().get(i);
      Cell other = rest.cells().get(i);
      boolean moved = one.text().isEmpty() && !other.text().isEmpty();
      cells.add(moved ? other : other.text().isEmpty() ? one : joined(one, other, unitFactor));
    }
    Keys keys = before.keys();
    String label = keys.label() == null ? "" : keys.label();
    String more = rest.keys().label() == null ? "" : rest.keys().label();
    String whole = label + more;
    return before.withKeys(keys.withLabel(whole.isEmpty() ? null : whole)).withCells(cells);
  }

  /** A cell with the text of its rest, and the number that both are. */
  private static Cell joined(Cell one, Cell rest, @Nullable Integer unitFactor) {
    Cell whole = one.withText(one.text() + rest.text());
    PrintedNumber figure = isEnd(one, rest) ? PrintedNumber.parse(whole.text()) : null;
    if (figure == null) {
      return whole;
    }
    BigDecimal amount =
        one.amount() == null || unitFactor == null
            ? null
            : MoneyUnit.toYuan(figure.value(), unitFactor);
    return whole.withNumber(figure.value(), amount);
  }
}
