package org.yusuan.made;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;
import org.yusuan.text.PrintedNumber;

/** Builds small tables for tests. Codes key the rows, or labels do. */
public final class MadeTable {

  private final String id;
  private final String kind;
  private final String title;
  private final String unit;
  private final boolean coded;
  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, Integer> covered = new HashMap<>();
  private int list;
  private int start;
  private int page = 1;
  private Status status = Status.VERIFIED;
  private boolean unitPrinted = true;
  private @Nullable String scope;
  private @Nullable Integer year;
  private @Nullable Stage stage;
  private @Nullable String note;

  private MadeTable(String id, String kind, String title, String unit, boolean coded) {
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.unit = unit;
    this.coded = coded;
    if (coded) {
      columns.add(new Column(List.of("项目", "科目编码"), ColumnRole.CODE, null, null, null, 0));
      columns.add(new Column(List.of("项目", "科目名称"), ColumnRole.NAME, null, null, null, 0));
    } else {
      columns.add(new Column(List.of("项目"), ColumnRole.ITEM, null, null, null, 0));
    }
  }

  /** A table whose rows have codes of a classification. */
  public static MadeTable coded(String id, String kind, String title, String unit) {
    return new MadeTable(id, kind, title, unit, true);
  }

  /** A table whose rows have labels. */
  public static MadeTable items(String id, String kind, String title, String unit) {
    return new MadeTable(id, kind, title, unit, false);
  }

  /** Adds a column of amounts. */
  public MadeTable measure(@Nullable String measure, String... header) {
    columns.add(new Column(List.of(header), ColumnRole.AMOUNT, measure, null, null, list));
    return this;
  }

  /** The year that the last column names. */
  public MadeTable ofYear(int named) {
    Column last = columns.remove(columns.size() - 1);
    columns.add(new Column(last.header(), last.role(), last.measure(), named, null, last.list()));
    return this;
  }

  /** Begins another list of items beside those before: its columns and rows follow. */
  public MadeTable beside() {
    list++;
    start = columns.size();
    columns.add(new Column(List.of("项目"), ColumnRole.ITEM, null, null, null, list));
    return this;
  }

  /** The page and the status of the rows that follow. */
  public MadeTable on(int newPage, Status newStatus) {
    page = newPage;
    status = newStatus;
    return this;
  }

  /** Which level of government the table is of. */
  public MadeTable scope(String newScope) {
    scope = newScope;
    return this;
  }

  /** What year and stage the title names. */
  public MadeTable of(int newYear, Stage newStage) {
    year = newYear;
    stage = newStage;
    return this;
  }

  /** Leaves the unit out of the table: it is only assumed. */
  public MadeTable unitNotPrinted() {
    unitPrinted = false;
    return this;
  }

  /** Adds a row of a coded table. */
  public MadeTable code(String code, String name, String... amounts) {
    boolean economic = code.startsWith("3") || code.startsWith("5");
    String parent = code.length() > 3 ? code.substring(0, code.length() - 2) : null;
    Keys keys =
        new Keys(
            name, economic ? null : code, economic ? code : null, parent, name, null, null, null);
    return row(RowKind.ITEM, (code.length() - 1) / 2, keys, List.of(code, name), amounts);
  }

  /** Prints the last row once more, as its own only part. */
  public MadeTable again() {
    Row last = rows.get(rows.size() - 1);
    rows.add(new Row(list, rows.size(), last.kind(), last.level() + 1, last.keys(), last.cells()));
    return this;
  }

  /** Adds a row of a list of items. */
  public MadeTable item(int level, String label, String... amounts) {
    return row(RowKind.ITEM, level, Keys.labelled(label), List.of(label), amounts);
  }

  /** Adds the row of a budget unit. */
  public MadeTable unit(String code, String name, String... amounts) {
    return row(
        RowKind.ITEM,
        1,
        new Keys(name, null, null, null, null, code, name, null),
        List.of(name),
        amounts);
  }

  /** Adds a column of names beside the first one. */
  public MadeTable names(String header) {
    columns.add(new Column(List.of(header), ColumnRole.TEXT, null, null, null, list));
    return this;
  }

  /** Adds a row that several columns name; blank where it stands below the same name as before. */
  public MadeTable step(List<String> names, String... amounts) {
    String label = names.stream().filter(name -> !name.isEmpty()).findFirst().orElse(null);
    return row(RowKind.ITEM, 1, Keys.labelled(label), names, amounts);
  }

  /** Adds a row of a list of items whose name alone tells its code. */
  public MadeTable named(String code, String label, String... amounts) {
    return row(
        RowKind.ITEM, 1, Keys.labelled(label).withCodeByName(code, label), List.of(label), amounts);
  }

  /** Adds a note below the table. */
  public MadeTable note(String text) {
    note = text;
    return this;
  }

  /** Adds a total. */
  public MadeTable total(String label, String... amounts) {
    List<String> texts = new ArrayList<>(coded ? List.of("", label) : List.of(label));
    columns.stream().filter(each -> each.role() == ColumnRole.TEXT).forEach(each -> texts.add(""));
    return row(RowKind.TOTAL, 0, Keys.labelled(label), texts, amounts);
  }

  /** Adds a subtotal of a list of items. */
  public MadeTable subtotal(String label, String... amounts) {
    return row(RowKind.SUBTOTAL, 1, Keys.labelled(label), List.of(label), amounts);
  }

  /** Adds a row of amounts that nothing names. */
  public MadeTable nameless(String... amounts) {
    return row(RowKind.ITEM, 1, Keys.labelled(null), List.of(""), amounts);
  }

  /** Lets a cell of the last row cover rows that follow; what they have there is left out. */
  public MadeTable over(int column, int lines) {
    int last = rows.size() - 1;
    List<Cell> cells = new ArrayList<>(rows.get(last).cells());
    cells.replaceAll(cell -> cell.column() == column ? cell(cell, 1, lines) : cell);
    rows.set(last, rows.get(last).withCells(cells));
    covered.put(column, last + lines);
    return this;
  }

  /** Lets a cell of the last row cover columns that follow; what stands there is left out. */
  public MadeTable wide(int column, int width) {
    int last = rows.size() - 1;
    List<Cell> cells = new ArrayList<>(rows.get(last).cells());
    cells.removeIf(cell -> cell.column() > column && cell.column() < column + width);
    cells.replaceAll(cell -> cell.column() == column ? cell(cell, width, 1) : cell);
    rows.set(last, rows.get(last).withCells(cells));
    return this;
  }

  private static Cell cell(Cell of, int width, int lines) {
    return new Cell(
        of.column(),
        width,
        lines,
        of.text(),
        of.value(),
        of.amount(),
        of.page(),
        of.bbox(),
        of.origin(),
        of.confidence(),
        of.readings(),
        of.status(),
        of.correction());
  }

  private MadeTable row(
      RowKind rowKind, int level, Keys keys, List<String> texts, String... amounts) {
    List<Cell> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(cell(start + cells.size(), text, null));
    }
    for (String amount : amounts) {
      PrintedNumber figure = PrintedNumber.parse(amount);
      cells.add(cell(start + cells.size(), amount, figure == null ? null : figure.value()));
    }
    cells.removeIf(cell -> rows.size() < covered.getOrDefault(cell.column(), 0));
    rows.add(new Row(list, rows.size(), rowKind, level, keys, cells));
    return this;
  }

  private Cell cell(int column, String text, @Nullable BigDecimal value) {
    BigDecimal amount = value == null ? null : value.multiply(BigDecimal.valueOf(factor()));
    double left = 50 + 80.0 * column;
    double top = 100 + 20.0 * rows.size();
    return new Cell(
        column,
        1,
        1,
        text,
        value,
        amount,
        page,
        new Box(left, top, left + 80, top + 20),
        Origin.TEXT,
        null,
        List.of(),
        amount == null ? null : status,
        null);
  }

  private int factor() {
    return unit.equals("万元") ? 10_000 : 1;
  }

  /** The table. */
  public Table build() {
    List<HeaderCell> header = new ArrayList<>();
    int depth = columns.stream().mapToInt(column -> column.header().size()).max().orElse(1);
    for (int column = 0; column < columns.size(); column++) {
      List<String> path = columns.get(column).header();
      for (int row = 0; row < path.size(); row++) {
        if (column > 0
            && row < path.size() - 1
            && columns.get(column - 1).header().get(0).equals(path.get(row))) {
          continue;
        }
        int span = 1;
        while (row < path.size() - 1
            && column + span < columns.size()
            && columns.get(column + span).header().get(0).equals(path.get(row))) {
          span++;
        }
        int down = row == path.size() - 1 ? depth - row : 1;
        header.add(
            new HeaderCell(row, column, down, span, path.get(row), 1, new Box(50, 60, 130, 80)));
      }
    }
    return new Table(
        id,
        kind,
        kind,
        new Dimensions(null, null, scope, stage, year, null),
        title,
        null,
        unitPrinted ? unit : null,
        factor(),
        List.of(page),
        List.of(new Region(page, new Box(50, 60, 500, 700))),
        depth,
        header,
        columns,
        rows,
        false,
        note);
  }
}
