package org.yusuan.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.JsonTerm;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Correction;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;

/**
 * Applies what people corrected to what was read. Texts are put in place; values, amounts and
 * verdicts are not: they are worked out anew from the texts afterwards. An entry that no longer
 * fits (another reading stands there, another table) is handed back and changes nothing. Immutable;
 * threads may share it.
 */
public final class Replay {

  /**
   * An entry's cell is the one that shares at least this part of the area that both cover. Guess:
   * builds of the program draw the same cell alike to the point, and neighbours share nothing.
   */
  static final double MIN_SHARED_AREA = 0.5;

  /**
   * The result of applying corrections.
   *
   * @param disclosure the disclosure with the corrections that fit
   * @param applied how many entries fit
   * @param rejected the entries that did not
   */
  public record Outcome(Disclosure disclosure, int applied, List<CorrectionEntry> rejected) {
    public Outcome {
      rejected = List.copyOf(rejected);
    }
  }

  /** Where a cell stands in a disclosure. */
  private record CellPosition(int table, int row, int cell) {}

  /** The disclosure with the corrections of its document, in their order. */
  public Outcome apply(Disclosure disclosure, Corrections corrections) {
    Disclosure current = disclosure;
    int applied = 0;
    List<CorrectionEntry> rejected = new ArrayList<>();
    for (CorrectionEntry entry : corrections.of(disclosure.source().sha256())) {
      if (entry.kind() == CorrectionEntry.Kind.FINDING
          || entry.kind() == CorrectionEntry.Kind.TABLE_AREA) {
        continue;
      }
      Disclosure next = apply(current, entry);
      if (next == null) {
        rejected.add(entry);
      } else {
        current = next;
        applied++;
      }
    }
    return new Outcome(current.withTables(current.tables()), applied, rejected);
  }

  /** The disclosure with one entry; null if it does not fit. */
  private @Nullable Disclosure apply(Disclosure disclosure, CorrectionEntry entry) {
    return switch (entry.kind()) {
      case CELL -> cell(disclosure, entry);
      case ROW -> row(disclosure, entry);
      case TITLE, UNIT, TABLE_KIND, COLUMN -> table(disclosure, entry);
      case ORGANIZATION, FISCAL_YEAR, STAGE -> subject(disclosure, entry);
      case TABLE_AREA, FINDING, UNDO -> null;
    };
  }

  private static @Nullable Disclosure cell(Disclosure disclosure, CorrectionEntry entry) {
    CellPosition place = place(disclosure.tables(), entry);
    if (place == null) {
      return null;
    }
    Table table = disclosure.tables().get(place.table());
    Row row = table.rows().get(place.row());
    Cell cell = row.cells().get(place.cell());
    Correction before = cell.correction();
    boolean fits =
        same(cell.text(), entry.read())
            || same(cell.text(), entry.is())
            || before != null && same(before.read(), entry.read());
    if (!fits) {
      return null;
    }
    String read = before == null ? cell.text() : before.read();
    Correction why =
        Correction.byPerson(read, entry.is(), entry.who(), entry.when(), entry.why(), entry.id());
    List<Cell> cells = new ArrayList<>(row.cells());
    cells.set(place.cell(), cell.withPersonalText(entry.is(), why));
    // An amount may have the same text as the code of its row.
    boolean numeric =
        cell.column() < table.columns().size()
            && table.columns().get(cell.column()).role().isNumeric();
    Row changed =
        row.withCells(cells)
            .withKeys(numeric ? row.keys() : keys(row.keys(), cell.text(), entry.is()));
    return with(disclosure, place.table(), with(table, place.row(), changed));
  }

  /** The keys of a row whose label or code stood in the corrected cell. */
  private static Keys keys(Keys keys, String before, String now) {
    return new Keys(
        replaced(keys.label(), before, now),
        code(keys.functionalCode(), before, now),
        code(keys.economicCode(), before, now),
        code(keys.governmentCode(), before, now),
        replaced(keys.region(), before, now),
        keys.codeByName(),
        keys.parentCode(),
        keys.standardName(),
        replaced(keys.unitCode(), before, now),
        replaced(keys.unitName(), before, now),
        replaced(keys.project(), before, now));
  }

  private static @Nullable String replaced(@Nullable String key, String before, String now) {
    return key != null && !before.isBlank() && same(key, before) ? now : key;
  }

  /** The same of a code; what a person typed instead may be none. */
  private static @Nullable String code(@Nullable String key, String before, String now) {
    String code = replaced(key, before, now);
    return code == null || same(code, String.valueOf(key))
        ? key
        : code.strip().matches("\\d+") ? code.strip() : null;
  }

  private static @Nullable Disclosure row(Disclosure disclosure, CorrectionEntry entry) {
    CellPosition place = place(disclosure.tables(), entry);
    RowKind kind = JsonTerm.constant(RowKind.class, entry.is());
    if (place == null || kind == null) {
      return null;
    }
    Table table = disclosure.tables().get(place.table());
    Row row = table.rows().get(place.row());
    if (row.kind() != kind && row.kind() != JsonTerm.constant(RowKind.class, entry.read())) {
      return null;
    }
    return with(disclosure, place.table(), with(table, place.row(), row.withKind(kind)));
  }

  private @Nullable Disclosure table(Disclosure disclosure, CorrectionEntry entry) {
    int index = tableAt(disclosure.tables(), entry);
    if (index < 0) {
      return null;
    }
    Table table = disclosure.tables().get(index);
    Table changed =
        switch (entry.kind()) {
          case TITLE -> fits(table.title(), entry) ? table.withTitle(entry.is()) : null;
          case UNIT -> unit(table, entry);
          case TABLE_KIND -> fits(table.kind(), entry) ? table.withKind(entry.is(), null) : null;
          default -> column(table, entry);
        };
    return changed == null ? null : with(disclosure, index, changed);
  }

  private @Nullable Table unit(Table table, CorrectionEntry entry) {
    MoneyUnit unit = MoneyUnit.named(entry.is());
    return unit == null || !fits(table.unit(), entry)
        ? null
        : table.withUnit(unit.name(), unit.factor());
  }

  private static @Nullable Table column(Table table, CorrectionEntry entry) {
    String[] meaning = entry.is().split(":", 2);
    ColumnRole role = JsonTerm.constant(ColumnRole.class, meaning[0]);
    if (role == null) {
      return null;
    }
    String measure = meaning.length > 1 ? meaning[1] : null;
    List<Column> columns = new ArrayList<>(table.columns());
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      if (same(String.join("/", column.header()), String.valueOf(entry.target()))) {
        columns.set(c, column.withMeaning(role, measure));
        int at = c;
        boolean money = role == ColumnRole.AMOUNT;
        return table
            .withColumns(columns)
            .withRows(table.rows().stream().map(row -> readAnew(row, at, money)).toList());
      }
    }
    return null;
  }

  /** The row with the numbers of one column to be read anew, as money or as no money. */
  private static Row readAnew(Row row, int column, boolean money) {
    return row.withCells(
        row.cells().stream()
            .map(
                cell ->
                    cell.column() != column || money == (cell.amount() != null)
                        ? cell
                        : cell.withNumber(money ? null : cell.value(), null).withStatus(null))
            .toList());
  }

  private static @Nullable Disclosure subject(Disclosure disclosure, CorrectionEntry entry) {
    Subject subject = disclosure.subject();
    Subject changed =
        switch (entry.kind()) {
          case ORGANIZATION -> {
            Stated<String> stated = subject.organization();
            yield fits(stated == null ? null : stated.value(), entry)
                ? subject.withOrganization(stated(stated, entry.is(), entry))
                : null;
          }
          case FISCAL_YEAR -> {
            Stated<Integer> stated = subject.fiscalYear();
            boolean year = entry.is().matches("(19|20)\\d\\d");
            yield year && fits(stated == null ? null : String.valueOf(stated.value()), entry)
                ? subject.withFiscalYear(stated(stated, Integer.valueOf(entry.is()), entry))
                : null;
          }
          default -> {
            Stated<Stage> stated = subject.stage();
            Stage stage = JsonTerm.constant(Stage.class, entry.is());
            yield stage != null && fits(stated == null ? null : JsonTerm.of(stated.value()), entry)
                ? subject.withStage(stated(stated, stage, entry))
                : null;
          }
        };
    return changed == null ? null : disclosure.withSubject(changed);
  }

  private static <T> Stated<T> stated(@Nullable Stated<T> before, T value, CorrectionEntry entry) {
    return before == null
        ? new Stated<>(value, entry.is(), 1, new Box(0, 0, 0, 0))
        : new Stated<>(value, before.text(), before.page(), before.bbox());
  }

  /** Whether what stands there is what the entry was made for, or what it makes of it. */
  private static boolean fits(@Nullable String current, CorrectionEntry entry) {
    String text = current == null ? "" : current;
    return same(text, entry.read()) || same(text, entry.is());
  }

  private static @Nullable CellPosition place(List<Table> tables, CorrectionEntry entry) {
    Box box = entry.bbox();
    Integer page = entry.page();
    if (box == null || page == null) {
      return null;
    }
    CellPosition best = null;
    double most = MIN_SHARED_AREA;
    for (int t = 0; t < tables.size(); t++) {
      if (!tables.get(t).pages().contains(page)) {
        continue;
      }
      List<Row> rows = tables.get(t).rows();
      for (int r = 0; r < rows.size(); r++) {
        List<Cell> cells = rows.get(r).cells();
        for (int c = 0; c < cells.size(); c++) {
          double shared =
              cells.get(c).page() == page ? cells.get(c).bbox().intersectionOverUnion(box) : 0;
          if (shared >= most) {
            most = shared;
            best = new CellPosition(t, r, c);
          }
        }
      }
    }
    return best;
  }

  /** The table that an entry is about; null if none is there. */
  public static @Nullable Table named(Disclosure disclosure, CorrectionEntry entry) {
    int index = tableAt(disclosure.tables(), entry);
    return index < 0 ? null : disclosure.tables().get(index);
  }

  private static int tableAt(List<Table> tables, CorrectionEntry entry) {
    Box box = entry.bbox();
    Integer page = entry.page();
    int best = -1;
    double most = MIN_SHARED_AREA;
    for (int t = 0; t < tables.size() && box != null && page != null; t++) {
      for (Region region : tables.get(t).regions()) {
        double shared = region.page() == page ? region.bbox().intersectionOverUnion(box) : 0;
        if (shared >= most) {
          most = shared;
          best = t;
        }
      }
    }
    return best;
  }

  static boolean same(String a, String b) {
    UnaryOperator<String> plain = text -> text.replaceAll("\\s+", "");
    return plain.apply(a).equals(plain.apply(b));
  }

  private static Table with(Table table, int row, Row changed) {
    List<Row> rows = new ArrayList<>(table.rows());
    rows.set(row, changed);
    return table.withRows(rows);
  }

  private static Disclosure with(Disclosure disclosure, int table, Table changed) {
    List<Table> tables = new ArrayList<>(disclosure.tables());
    tables.set(table, changed);
    // What the amounts come to is counted once, when all entries are in.
    return disclosure.withTables(tables, disclosure.quality());
  }
}
