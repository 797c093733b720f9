package org.yusuan.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.table.TableMeanings;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Correction;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/** Turns disclosures into facts: one for every cell that holds an amount. Threads may share it. */
public final class Facts {

  /** Parts the labels of a path. */
  public static final String PATH_SEPARATOR = " > ";

  private final TableMeanings meanings = TableMeanings.shipped();

  /** All facts of a disclosure, in the order of its tables, rows and columns. */
  public List<Fact> of(Disclosure disclosure) {
    Fact.Document document = document(disclosure);
    return disclosure.tables().stream().flatMap(table -> of(document, table)).toList();
  }

  /** All rows of a disclosure's tables that hold cells, in their order; blank ones are there. */
  public List<PrintedLine> linesOf(Disclosure disclosure) {
    Fact.Document document = document(disclosure);
    List<PrintedLine> lines = new ArrayList<>();
    for (Table table : disclosure.tables()) {
      Paths paths = new Paths();
      for (int index = 0; index < table.rows().size(); index++) {
        Row row = table.rows().get(index);
        Fact.Line line = line(index, row, paths.enter(row));
        if (!row.cells().isEmpty()) {
          lines.add(new PrintedLine(document, key(table), line, row.cells().get(0).page()));
        }
      }
    }
    return lines;
  }

  /** Whose disclosure it is. */
  public static Fact.Document document(Disclosure disclosure) {
    Subject subject = disclosure.subject();
    Stated<?> level = subject.level();
    Stated<?> stage = subject.stage();
    return new Fact.Document(
        disclosure.source().sha256(),
        disclosure.source().file(),
        subject.organization() == null ? null : subject.organization().value(),
        subject.region() == null ? null : subject.region().value(),
        level == null ? null : JsonTerm.of((Enum<?>) level.value()),
        subject.fiscalYear() == null ? null : subject.fiscalYear().value(),
        stage == null ? null : JsonTerm.of((Enum<?>) stage.value()));
  }

  private Stream<Fact> of(Fact.Document document, Table table) {
    Fact.TableKey key = key(table);
    List<Fact> facts = new ArrayList<>();
    Paths paths = new Paths();
    for (int index = 0; index < table.rows().size(); index++) {
      Row row = table.rows().get(index);
      Fact.Line line = line(index, row, paths.enter(row));
      for (Cell cell : row.cells()) {
        if (cell.amount() != null) {
          facts.add(
              new Fact(
                  document,
                  key,
                  line,
                  meaning(document, table, cell),
                  cell.amount(),
                  cell.text(),
                  table.unit(),
                  evidence(cell)));
        }
      }
    }
    return facts.stream();
  }

  private static Fact.TableKey key(Table table) {
    return new Fact.TableKey(table.id(), table.kind(), table.title(), table.dimensions());
  }

  private static Fact.Line line(int index, Row row, @Nullable String path) {
    Keys keys = row.keys();
    String name = keys.standardName() == null ? keys.label() : keys.standardName();
    return new Fact.Line(
        index,
        row.list(),
        JsonTerm.of(row.kind()),
        row.level(),
        keys.functionalCode(),
        keys.functionalCode() == null ? null : name,
        keys.economicCode(),
        keys.economicCode() == null ? null : name,
        keys.label(),
        path,
        keys.project(),
        keys.unitCode(),
        keys.unitName(),
        keys.governmentCode(),
        keys.region());
  }

  /**
   * The code that a row prints, or that its name tells; null if neither is of the classification.
   */
  private static @Nullable String coded(Keys keys, @Nullable String printed, String... begins) {
    if (printed != null) {
      return printed;
    }
    String told = keys.code() == null ? keys.codeByName() : null;
    return told != null && Stream.of(begins).anyMatch(told::startsWith) ? told : null;
  }

  private Fact.ColumnMeaning meaning(Fact.Document document, Table table, Cell cell) {
    Column column = table.columns().get(cell.column());
    Integer year = column.year();
    Integer own = table.dimensions().fiscalYear();
    Integer base = own == null ? document.fiscalYear() : own;
    if (year == null && base != null) {
      String offset = meanings.of("year", table.kind(), column);
      year = base + (offset == null ? 0 : Integer.parseInt(offset));
    }
    String basis =
        column.stage() == null
            ? meanings.of("basis", table.kind(), column)
            : JsonTerm.of(column.stage());
    return new Fact.ColumnMeaning(
        cell.column(),
        column.measure(),
        String.join(PATH_SEPARATOR, column.header()),
        year,
        basis == null ? document.stage() : basis,
        direction(table, column),
        funding(table, column));
  }

  private @Nullable String direction(Table table, Column column) {
    String direction = meanings.of("direction", table.kind(), column);
    String side = table.dimensions().side();
    boolean one = "revenue".equals(side) || "expenditure".equals(side);
    return direction == null && one ? side : direction;
  }

  private @Nullable String funding(Table table, Column column) {
    String funding = meanings.of("funding", table.kind(), column);
    return funding == null ? table.dimensions().budget() : funding;
  }

  private static Fact.Provenance evidence(Cell cell) {
    Correction correction = cell.correction();
    return new Fact.Provenance(
        cell.page(),
        cell.bbox(),
        JsonTerm.of(cell.origin()),
        cell.confidence(),
        JsonTerm.of(cell.status() == null ? Status.UNVERIFIED : cell.status()),
        correction == null ? null : correction.read(),
        vouchedBy(cell),
        correction == null ? null : correction.who());
  }

  private static String vouchedBy(Cell cell) {
    if (cell.status() == Status.VERIFIED) {
      return "arithmetic";
    }
    if (cell.correction() != null && cell.correction().by() == Correction.By.PERSON) {
      return "person";
    }
    return cell.origin() == Origin.TEXT ? "text_layer" : "recognition";
  }

  /** The labels above each row of the lists that stand side by side. */
  private static final class Paths {
    private final List<List<Row>> above = new ArrayList<>();

    /** The path of a row's label; the row then stands above those that follow it. */
    @Nullable String enter(Row row) {
      while (above.size() <= row.list()) {
        above.add(new ArrayList<>());
      }
      List<Row> stack = above.get(row.list());
      if (row.kind() != RowKind.ITEM) {
        stack.clear();
        return row.keys().label();
      }
      stack.removeIf(higher -> higher.level() >= row.level());
      stack.add(row);
      List<String> labels = new ArrayList<>();
      for (Row higher : stack) {
        String label = higher.keys().label();
        if (label != null) {
          labels.add(label);
        }
      }
      return labels.isEmpty() ? null : String.join(PATH_SEPARATOR, labels);
    }
  }
}
