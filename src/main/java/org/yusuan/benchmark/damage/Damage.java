package org.yusuan.benchmark.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/** Plants one fault of a kind in a disclosure, as a publisher might make it. */
final class Damage {

  /** The kind of fault that is planted. */
  enum Kind {
    /** One digit of an amount is another. */
    AMOUNT("amounts"),
    /** Two rows carry each other's amounts. */
    ROWS("rows swapped"),
    /** Two columns carry each other's amounts. */
    COLUMNS("columns swapped"),
    /** An item is not printed. */
    DROPPED("row dropped"),
    /** The amounts of a row stand one column to the right. */
    SHIFTED("row shifted");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * A disclosure with a fault.
   *
   * @param disclosure with the fault
   * @param wrong the cells that do not print what they should, at their places now
   * @param was what cells printed before, in 元, at their places then; null for nothing
   * @param now what they print now, at their places then; cells of a dropped row print nothing
   * @param table the id of the table
   */
  record Planted(
      Disclosure disclosure,
      Set<CellRef> wrong,
      Map<CellRef, BigDecimal> was,
      Map<CellRef, BigDecimal> now,
      String table) {

    /** Whether the fault is a row that is not printed. */
    boolean isDropped() {
      return wrong.isEmpty();
    }
  }

  private final Random random;
  private final Disclosure right;
  private final Map<CellRef, BigDecimal> was = new HashMap<>();
  private final Map<CellRef, BigDecimal> now = new HashMap<>();

  private Damage(Disclosure right, long seed) {
    this.random = new Random(seed);
    this.right = right;
  }

  /** The disclosure with a fault; null if it holds nothing that such a fault could befall. */
  static @Nullable Planted plant(Disclosure right, Kind kind, long seed) {
    return new Damage(right, seed).plant(kind);
  }

  private @Nullable Planted plant(Kind kind) {
    List<Integer> tables = new ArrayList<>();
    for (int t = 0; t < right.tables().size(); t++) {
      if (filled(right.tables().get(t)).size() > 1) {
        tables.add(t);
      }
    }
    if (tables.isEmpty()) {
      return null;
    }
    int t = tables.get(random.nextInt(tables.size()));
    Table table = right.tables().get(t);
    List<Row> rows = new ArrayList<>(table.rows());
    List<Integer> filled = filled(table);
    int row = filled.get(random.nextInt(filled.size()));
    switch (kind) {
      case AMOUNT -> amount(table, rows, row);
      case ROWS -> {
        int other = filled.get(random.nextInt(filled.size()));
        for (int column : amounts(table)) {
          exchange(table, rows, row, column, other, column);
        }
      }
      case COLUMNS -> {
        List<Integer> columns = amounts(table);
        if (columns.size() < 2) {
          return null;
        }
        int first = random.nextInt(columns.size() - 1);
        for (int r = 0; r < rows.size(); r++) {
          if (table.rows().get(r).list() == table.columns().get(columns.get(first)).list()) {
            exchange(table, rows, r, columns.get(first), r, columns.get(first + 1));
          }
        }
      }
      case DROPPED -> {
        for (Cell cell : rows.get(row).cells()) {
          if (cell.amount() != null) {
            note(table, row, cell, null);
          }
        }
        rows.remove(row);
      }
      case SHIFTED -> {
        List<Integer> columns = amounts(table);
        for (int k = columns.size() - 1; k > 0; k--) {
          exchange(table, rows, row, columns.get(k), row, columns.get(k - 1));
        }
      }
    }
    now.entrySet().removeIf(entry -> same(entry.getValue(), was.get(entry.getKey())));
    was.keySet().retainAll(now.keySet());
    if (now.isEmpty()) {
      return null;
    }
    List<Table> all = new ArrayList<>(right.tables());
    all.set(t, table.withRows(rows));
    return new Planted(
        right.withTables(all),
        kind == Kind.DROPPED ? Set.of() : new HashSet<>(now.keySet()),
        was,
        now,
        table.id());
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return (one == null ? BigDecimal.ZERO : one).compareTo(other == null ? BigDecimal.ZERO : other)
        == 0;
  }

  /** Items with an amount that is not zero. */
  private static List<Integer> filled(Table table) {
    List<Integer> filled = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      if (row.kind() == RowKind.ITEM
          && row.cells().stream().anyMatch(c -> c.amount() != null && c.amount().signum() != 0)) {
        filled.add(r);
      }
    }
    return filled;
  }

  private static List<Integer> amounts(Table table) {
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      if (table.columns().get(c).role() == ColumnRole.AMOUNT) {
        columns.add(c);
      }
    }
    return columns;
  }

  private void amount(Table table, List<Row> rows, int row) {
    List<Cell> cells =
        rows.get(row).cells().stream()
            .filter(cell -> cell.amount() != null && cell.amount().signum() != 0)
            .toList();
    Cell cell = cells.get(random.nextInt(cells.size()));
    StringBuilder text = new StringBuilder(cell.text());
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits.add(i);
      }
    }
    int at = digits.get(random.nextInt(digits.size()));
    char digit = text.charAt(at);
    text.setCharAt(at, (char) ('0' + (digit - '0' + 1 + random.nextInt(9)) % 10));
    BigDecimal value =
        new BigDecimal(text.toString().replaceAll("[^0-9.]", "")).multiply(sign(cell));
    BigDecimal factor = BigDecimal.valueOf(table.unitFactor() == null ? 1 : table.unitFactor());
    put(table, rows, row, cell.withText(text.toString()), value, value.multiply(factor));
  }

  private static BigDecimal sign(Cell cell) {
    return BigDecimal.valueOf(cell.amount() == null ? 1 : cell.amount().signum());
  }

  private void exchange(Table table, List<Row> rows, int row, int column, int other, int beside) {
    Cell a = rows.get(row).cell(column);
    Cell b = rows.get(other).cell(beside);
    if (a != null && b != null) {
      put(table, rows, row, a.withText(b.text()), b.value(), b.amount());
      put(table, rows, other, b.withText(a.text()), a.value(), a.amount());
    }
  }

  private void put(
      Table table,
      List<Row> rows,
      int row,
      Cell cell,
      @Nullable BigDecimal value,
      @Nullable BigDecimal amount) {
    Cell before = rows.get(row).cell(cell.column());
    if (before != null) {
      note(table, row, before, amount);
    }
    rows.set(
        row,
        rows.get(row)
            .withCells(
                rows.get(row).cells().stream()
                    .map(
                        each ->
                            each.column() == cell.column() ? cell.withNumber(value, amount) : each)
                    .toList()));
  }

  private void note(Table table, int row, Cell before, @Nullable BigDecimal amount) {
    CellRef ref = new CellRef(table.id(), row, before.column());
    was.putIfAbsent(ref, before.amount() == null ? BigDecimal.ZERO : before.amount());
    now.put(ref, amount == null ? BigDecimal.ZERO : amount);
  }
}
