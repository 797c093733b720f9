package org.yusuan.benchmark.damage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.PrintedNumber;

/**
 * Puts misreadings into a disclosure as recognizers make them: look-alike digits, a lost point, a
 * number in the next column, a number not seen at all. Right amounts get wrong candidates too.
 */
final class Misreadings {

  /** Digits that recognizers take for one another; each digit's own, likeliest first. */
  private static final String[] ALIKE = {
    "86", "74", "73", "859", "91", "638", "805", "12", "3609", "408"
  };

  /** Share of the made misreadings that have the right reading among their candidates. A guess. */
  private static final double RIGHT_OFFERED_SHARE = 0.85;

  private final Random random;
  private final double rate;
  private final Set<CellRef> wrong = new HashSet<>();
  private final Set<CellRef> offered = new HashSet<>();

  /**
   * @param rate the share of amounts that are misread
   */
  Misreadings(long seed, double rate) {
    this.random = new Random(seed);
    this.rate = rate;
  }

  /** The cells that are now wrong; both cells of a number in the wrong column. */
  Set<CellRef> wrong() {
    return wrong;
  }

  /** Of these, those whose right reading the image still offers. */
  Set<CellRef> offered() {
    return offered;
  }

  /** The disclosure with misreadings. */
  Disclosure put(Disclosure disclosure) {
    List<Table> tables = new ArrayList<>();
    for (Table table : disclosure.tables()) {
      List<Row> rows = new ArrayList<>();
      for (int r = 0; r < table.rows().size(); r++) {
        rows.add(table.rows().get(r).withCells(cells(table, r)));
      }
      tables.add(table.withRows(rows));
    }
    return disclosure.withTables(tables, disclosure.quality());
  }

  private List<Cell> cells(Table table, int r) {
    List<Cell> cells = new ArrayList<>(table.rows().get(r).cells());
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      CellRef ref = new CellRef(table.id(), r, cell.column());
      if (cell.amount() == null || wrong.contains(ref)) {
        continue;
      }
      if (random.nextDouble() >= rate) {
        cells.set(i, read(table, cell, cell.text(), alternatives(cell.text(), null)));
        continue;
      }
      int how = random.nextInt(100);
      Integer beside = how < 15 ? blankBeside(table, cells, i) : null;
      if (beside != null) {
        wrong.add(ref);
        offered.add(ref);
        CellRef other = new CellRef(table.id(), r, cells.get(beside).column());
        wrong.add(other);
        offered.add(other);
        cells.set(beside, read(table, cells.get(beside), cell.text(), List.of()));
        cells.set(i, read(table, cell, "", List.of()));
        continue;
      }
      String misread =
          how < 30
              ? ""
              : how < 45 && cell.text().contains(".")
                  ? cell.text().replace(".", "")
                  : swap(cell.text());
      boolean right = random.nextDouble() < RIGHT_OFFERED_SHARE;
      wrong.add(ref);
      if (right) {
        offered.add(ref);
      }
      cells.set(i, read(table, cell, misread, alternatives(misread, right ? cell.text() : null)));
    }
    return cells;
  }

  private static @Nullable Integer blankBeside(Table table, List<Cell> cells, int i) {
    for (int other : new int[] {i + 1, i - 1}) {
      if (other >= 0
          && other < cells.size()
          && cells.get(other).text().isEmpty()
          && table.columns().get(cells.get(other).column()).role() == ColumnRole.AMOUNT) {
        return other;
      }
    }
    return null;
  }

  /** Readings, the first one the cell's own; the right one among them if it is given. */
  private List<Reading> alternatives(String text, @Nullable String right) {
    List<Reading> readings = new ArrayList<>();
    double left = 1;
    if (!text.isEmpty()) {
      double first = 0.4 + 0.5 * random.nextDouble();
      readings.add(new Reading(text, first));
      left -= first;
    }
    List<String> others = new ArrayList<>();
    if (right != null) {
      others.add(right);
    }
    for (int n = random.nextInt(3); n > 0 && !text.isEmpty(); n--) {
      others.add(swap(text));
    }
    while (!others.isEmpty()) {
      String other = others.remove(random.nextInt(others.size()));
      readings.add(new Reading(other, left * (0.3 + 0.4 * random.nextDouble())));
      left *= 0.4;
    }
    return readings;
  }

  /** The text with one digit, seldom two, taken for others. */
  private String swap(String text) {
    StringBuilder swapped = new StringBuilder(text);
    for (int n = random.nextInt(5) == 0 ? 2 : 1; n > 0; n--) {
      int at = random.nextInt(text.length());
      while (!Character.isDigit(text.charAt(at))) {
        at = random.nextInt(text.length());
      }
      String alike = ALIKE[text.charAt(at) - '0'];
      swapped.setCharAt(at, alike.charAt(random.nextInt(alike.length())));
    }
    return swapped.toString();
  }

  private static Cell read(Table table, Cell cell, String text, List<Reading> readings) {
    PrintedNumber figure = PrintedNumber.parse(text);
    Integer factor = table.unitFactor();
    BigDecimal value = figure == null ? null : figure.value();
    return new Cell(
        cell.column(),
        cell.columnSpan(),
        cell.rowSpan(),
        text,
        value,
        value == null || factor == null ? null : value.multiply(BigDecimal.valueOf(factor)),
        cell.page(),
        cell.bbox(),
        cell.origin(),
        cell.confidence(),
        readings,
        null,
        null);
  }
}
