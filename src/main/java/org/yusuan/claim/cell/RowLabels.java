package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * The labels of the amounts of a row. A label between amounts belongs to those after it: 「一般公共服务
 * 10｜基本支出 7」 is two things beside each other, whatever the lists of the table are.
 */
public final class RowLabels {

  private static final Pattern WORDS = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("\\s*((?:19|20)\\d\\d)\\s*年度?\\s*");

  /** No cell that states only a year has more characters. */
  private static final int MAX_YEAR_CHARACTERS = 10;

  private static final Pattern WHOLE = Pattern.compile("\\s*[合总]\\s*计\\s*");

  private RowLabels() {}

  /**
   * A part of a row.
   *
   * @param from its first column
   * @param to the column after its last
   * @param label its name; null if it has none
   * @param first whether the keys of the row are its
   */
  record LabelSpan(int from, int to, @Nullable String label, boolean first) {
    boolean holds(int column) {
      return column >= from && column < to;
    }
  }

  /** The parts of a row from left to right. */
  static List<LabelSpan> of(Table table, Row row) {
    List<LabelSpan> parts = new ArrayList<>();
    String label = row.keys().label();
    int from = 0;
    boolean amounts = false;
    List<Cell> cells = row.cells().stream().sorted(Comparator.comparingInt(Cell::column)).toList();
    for (Cell cell : cells) {
      Column column = table.columns().get(cell.column());
      boolean words = WORDS.matcher(cell.text()).matches();
      boolean names =
          column.role() == ColumnRole.NAME
              || column.role() == ColumnRole.ITEM
              || column.role() == ColumnRole.PROJECT;
      if (amounts && (names || (column.role() == ColumnRole.AMOUNT && words))) {
        parts.add(new LabelSpan(from, cell.column(), label, parts.isEmpty()));
        from = cell.column();
        label = words ? cell.text() : null;
        amounts = false;
      } else {
        amounts |= column.role() == ColumnRole.AMOUNT;
        if (!amounts && row.keys().code() == null && WHOLE.matcher(cell.text()).matches()) {
          label = cell.text();
        }
      }
    }
    parts.add(new LabelSpan(from, Integer.MAX_VALUE, label, parts.isEmpty()));
    return parts;
  }

  /** The year that a cell of a row states, beside its label or as its label; null if none does. */
  static @Nullable String year(Row row) {
    for (Cell cell : row.cells()) {
      Matcher year = YEAR.matcher(cell.text());
      if (cell.text().length() <= MAX_YEAR_CHARACTERS && year.matches()) {
        return year.group(1);
      }
    }
    return null;
  }

  /** The part of a row that a column is in. */
  static LabelSpan at(Table table, Row row, int column) {
    return of(table, row).stream()
        .filter(part -> part.holds(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + column));
  }

  /** The label of a cell: code and label of its row, and the headers above it. */
  public static String label(Table table, CellRef ref) {
    Row row = table.rows().get(ref.row());
    LabelSpan part = at(table, row, ref.column());
    String code = part.first() ? row.keys().code() : null;
    String label = part.label();
    String header = String.join("/", table.columns().get(ref.column()).header());
    return (code == null ? "" : code + " ") + (label == null ? "" : label + "」「") + header;
  }
}
