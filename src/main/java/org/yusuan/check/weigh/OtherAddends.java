package org.yusuan.check.weigh;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Looks for other amounts with which a failing identity would hold: then the identity was misread,
 * not the document wrong.
 */
final class OtherAddends {

  /**
   * The more amounts are tried, the likelier one matches a difference by chance. So the difference
   * must be at least this many units of the last printed place for each amount tried. A guess.
   */
  private static final int MIN_PLACES_PER_TRIAL = 10;

  /** Longest run of neighbouring rows that is tried, in rows. A guess. */
  private static final int MAX_RUN_ROWS = 60;

  private final AmountIndex index;
  private final Assignment values;

  OtherAddends(AmountIndex index, Assignment values) {
    this.index = index;
    this.values = values;
  }

  /**
   * Whether one amount more or less makes an identity hold. Sums by codes are not doubted in this
   * way, as codes tell their parts well.
   */
  boolean explain(Identity identity) {
    if (identity.group().id().equals("code-hierarchy")) {
      return false;
    }
    long residual = identity.residual(values);
    int total = identity.cells()[0];
    int t = index.tableOf(total);
    Table table = index.tables().get(t);
    int row = index.ref(total).row();
    int column = index.ref(total).column();
    boolean down = index.ref(identity.cells()[identity.cells().length - 1]).row() != row;
    int tried = down ? table.rows().size() : table.columns().size();
    if (isOnePartTooMuch(identity, residual)) {
      return true;
    }
    if (Math.abs(residual)
        < (long) MIN_PLACES_PER_TRIAL * tried * Math.max(1, index.quantum(total))) {
      return false;
    }
    long tolerance = identity.tolerance(index, values);
    for (int i = 0; i < tried; i++) {
      int cell = down ? index.id(t, i, column) : index.id(t, row, i);
      if (cell < 0 || cell == total) {
        continue;
      }
      int at = identity.indexOf(cell);
      long mends = at < 0 ? values.of(cell) : identity.coefficients()[at] * values.of(cell);
      // A row counted twice may hide what rounding leaves beside it.
      if (values.of(cell) != 0 && Math.abs(mends - residual) <= tolerance) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the parts, but for rounding, is the difference: a row may be counted twice. */
  private boolean isOnePartTooMuch(Identity identity, long residual) {
    int[] cells = identity.cells();
    long tolerance = identity.tolerance(index, values);
    boolean told = identity.group().id().equals("nested");
    if (!told
        && Math.abs(residual)
            < (long) MIN_PLACES_PER_TRIAL * cells.length * Math.max(1, index.quantum(cells[0]))) {
      return false;
    }
    for (int i = 1; i < cells.length; i++) {
      long mends = identity.coefficients()[i] * values.of(cells[i]);
      if (mends != 0 && Math.abs(mends - residual) <= tolerance) {
        return true;
      }
    }
    return false;
  }

  /** Whether some rows beside one another are missing among the parts, or should not be there. */
  boolean neighboursExplain(Identity identity) {
    if (identity.group().id().equals("code-hierarchy")) {
      return false;
    }
    long residual = identity.residual(values);
    int total = identity.cells()[0];
    int t = index.tableOf(total);
    int column = index.ref(total).column();
    TreeSet<Integer> rows = new TreeSet<>();
    Arrays.stream(identity.cells()).skip(1).forEach(cell -> rows.add(index.ref(cell).row()));
    if (rows.isEmpty()
        || Math.abs(residual)
            < (long) MIN_PLACES_PER_TRIAL * MAX_RUN_ROWS * Math.max(1, index.quantum(total))) {
      return false;
    }
    int own = index.ref(total).row();
    return run(t, column, rows.last() + 1, 1, own, residual, rows)
        || run(t, column, rows.first() - 1, -1, own, residual, rows)
        || run(t, column, rows.first(), 1, own, residual, rows)
        || run(t, column, rows.last(), -1, own, residual, rows)
        || run(t, column, own + 1, 1, own, residual, rows)
        || run(t, column, own - 1, -1, own, residual, rows);
  }

  private boolean run(
      int t, int column, int from, int step, int total, long residual, Set<Integer> parts) {
    long missing = 0;
    long counted = 0;
    for (int k = 0; k < MAX_RUN_ROWS; k++) {
      int row = from + k * step;
      if (row < 0 || row >= index.tables().get(t).rows().size() || row == total) {
        return false;
      }
      int cell = index.id(t, row, column);
      if (cell >= 0 && parts.contains(row)) {
        counted += values.of(cell);
      } else if (cell >= 0) {
        missing += values.of(cell);
      }
      if (missing == residual || counted == -residual) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a list that is short goes on behind a row of another class: of 转移性收入 (110) some stand
   * behind 债务收入 (105), which the total holds too.
   */
  boolean goesOnBehindAnother(Identity identity) {
    long residual = identity.residual(values);
    int total = identity.cells()[0];
    int t = index.tableOf(total);
    List<Row> rows = index.tables().get(t).rows();
    int column = index.ref(total).column();
    int last = Arrays.stream(identity.cells()).map(cell -> index.ref(cell).row()).max().orElse(0);
    int list = rows.get(last).list();
    int level = rows.get(last).level();
    if (residual < (long) MIN_PLACES_PER_TRIAL * MAX_RUN_ROWS * Math.max(1, index.quantum(total))) {
      return false;
    }
    String another = "";
    long missing = 0;
    for (int r = last + 1; r < rows.size() && r <= last + MAX_RUN_ROWS; r++) {
      Row row = rows.get(r);
      boolean within = !another.isEmpty() && first(row).startsWith(another);
      if (row.list() != list || row.level() > level || within) {
        continue;
      }
      if (row.kind() != RowKind.ITEM) {
        return false;
      }
      another = row.level() < level ? first(row) : another;
      int cell = index.id(t, r, column);
      missing += cell < 0 ? 0 : values.of(cell);
      if (!another.isEmpty() && row.level() == level && missing == residual) {
        return true;
      }
    }
    return false;
  }

  /** Whether the parts of a row above them end where a page does, so that more may follow. */
  boolean endsAtPage(Identity identity) {
    int total = identity.cells()[0];
    int t = index.tableOf(total);
    Table table = index.tables().get(t);
    int last = 0;
    for (int cell : identity.cells()) {
      last = Math.max(last, index.ref(cell).row());
    }
    if (last == index.ref(total).row()) {
      return false;
    }
    int page = page(table.rows().get(last));
    if (last + 1 < table.rows().size()) {
      // Codes tell what belongs to a row on the next page too; a page between may lack.
      int next = page(table.rows().get(last + 1));
      return next != page && !(next == page + 1 && SumShape.isStatedByCodes(identity));
    }
    return t + 1 < index.tables().size()
        && index.tables().get(t + 1).pages().contains(page + 1)
        && !index.tables().get(t + 1).pages().contains(page)
        && !isAnother(table, index.tables().get(t + 1))
        && index.tables().get(t + 1).columns().size() == table.columns().size();
  }

  /** Whether a table has a title of its own, so that it does not go on with the one before. */
  private static boolean isAnother(Table table, Table next) {
    return next.title() != null && !next.title().equals(table.title());
  }

  /** The text of the first cell of a row: of an item that has one, its code. */
  private static String first(Row row) {
    return row.cells().isEmpty() ? "" : row.cells().get(0).text();
  }

  private static int page(Row row) {
    return row.cells().isEmpty() ? 0 : row.cells().get(0).page();
  }
}
