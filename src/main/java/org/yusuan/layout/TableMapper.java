package org.yusuan.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layout;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.TableKinds;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.layout.column.ColumnReader;
import org.yusuan.layout.column.EconomicNames;
import org.yusuan.layout.column.Header;
import org.yusuan.layout.column.MappingTrace;
import org.yusuan.layout.row.CutRows;
import org.yusuan.layout.row.RowReader;
import org.yusuan.layout.title.Heading;
import org.yusuan.layout.title.KindReader;
import org.yusuan.layout.title.LayoutMatcher;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.TextNormalizer;

/**
 * Turns grids into tables: which standard table each is, what its columns and rows mean. Immutable;
 * threads may share it.
 */
public final class TableMapper {

  /** An amount with its marks: a code has no decimals and no commas. */
  private static final Pattern FIGURE =
      Pattern.compile("[-−(（]?(\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+\\.\\d+)[)）]?");

  private static final Pattern NOT_ZERO = Pattern.compile("[1-9]");

  /**
   * At least this share of a document's tables must be of departments, or of governments, to decide
   * for those that do not say. On 122 documents of 34 places the share of the others was below 0.25
   * in 118.
   */
  private static final double MIN_CLEAR_SHARE = 0.75;

  private static final Logger LOG = LoggerFactory.getLogger(TableMapper.class);

  private final Layouts layouts;
  private final LayoutMatcher matcher;
  private final KindReader kindReader;
  private final EconomicNames economicNames;

  /** A mapper that knows the given layouts and names of economic classes. */
  public TableMapper(Layouts layouts, Classification classification) {
    this.layouts = layouts;
    this.matcher = new LayoutMatcher(layouts);
    this.kindReader = new KindReader(layouts.grammar(), layouts.kinds());
    this.economicNames = new EconomicNames(classification);
  }

  /**
   * A table and what was read around it.
   *
   * @param table the table
   * @param title where its own title stands; null if it has none
   * @param organization whose table it is; null if not stated
   * @param stage the stage that its layout reports; null if unknown
   * @param subject whose kind of table it is; null if that is unknown
   * @param subjectStated whether its title or its header say whose
   * @param trace why it became this table
   */
  public record Mapped(
      Table table,
      @Nullable Stated<String> title,
      @Nullable Stated<String> organization,
      @Nullable Stage stage,
      @Nullable String subject,
      boolean subjectStated,
      MappingTrace trace) {}

  /** Maps the grids of one document; its tables are called {@code t1}, {@code t2}, … */
  public List<Mapped> map(List<PlacedGrid> grids) {
    List<Mapped> mapped = new ArrayList<>();
    for (PlacedGrid grid : grids) {
      mapped.add(map(grid, "t" + (mapped.size() + 1)));
    }
    String prevailingSubject = prevailingSubject(mapped);
    for (int i = 0; i < grids.size() && prevailingSubject != null; i++) {
      Mapped one = mapped.get(i);
      if (!one.subjectStated() && !prevailingSubject.equals(one.subject())) {
        mapped.set(i, map(grids.get(i), one.table().id(), null, prevailingSubject));
      }
    }
    AssumedUnit unit = AssumedUnit.of(mapped.stream().map(Mapped::table).toList());
    for (int i = 0; i < grids.size(); i++) {
      Table table = mapped.get(i).table();
      if (grids.get(i).grid().isRecognized()
          && !table.kind().equals(Table.UNKNOWN)
          && table.unit() == null) {
        Integer factor = unit.factor(table);
        if (factor != null) {
          mapped.set(i, map(grids.get(i), table.id(), factor, prevailingSubject));
        }
      }
    }
    return mapped;
  }

  /**
   * Maps one grid.
   *
   * @param id the id that the table gets
   */
  public Mapped map(PlacedGrid placed, String id) {
    return map(placed, id, null, null);
  }

  /**
   * Maps one grid.
   *
   * @param assumed how many 元 one unit is worth if the table states none; null if that is unknown
   * @param prevailingSubject whose tables the document's others are; null if that is unknown
   */
  private Mapped map(
      PlacedGrid placed, String id, @Nullable Integer assumed, @Nullable String prevailingSubject) {
    TableTerms words = layouts.vocabulary();
    Header header = Header.of(placed.grid(), words, placed.headerRows());
    Heading heading = Heading.around(placed, header, layouts);
    ColumnReader columnReader = new ColumnReader(words, economicNames);
    // A section's title need not describe each of its tables.
    String title = heading.title() == null || !heading.own() ? null : heading.title().value();
    Integer year = kindReader.year(title);
    List<ColumnReader.FoundMeaning> meanings =
        columnReader.readMeanings(placed.grid(), header, year);
    LayoutMatcher.Choice choice = matcher.match(title, meanings, placed.grid());
    if (placed.grid().isRecognized()) {
      Layout layout = matcher.byTitleAndWidth(title, meanings.size());
      LayoutMatcher.Match first = choice.match();
      if (layout != null && (first == null || layout.equals(first.layout()))) {
        List<ColumnReader.FoundMeaning> byLayout =
            first == null
                ? columnReader.byPlace(meanings, layout)
                : columnReader.fillByPlace(meanings, layout);
        if (!columnReader.contradict(byLayout, placed.grid(), header)) {
          meanings = byLayout;
        }
        choice = first == null ? choice.byWidth(layout) : choice;
      }
    }
    KindReader.FoundKind found =
        kindReader.readKind(title, placed.grid(), header, prevailingSubject);
    TableKinds.TitleKind told = found.told();
    LayoutMatcher.Match match = choice.match();
    if (told != null && (told.government() || isOverruled(choice, told))) {
      // The layouts are those of departments.
      choice = choice.without();
      match = null;
    }
    boolean form = match != null ? match.layout().form() : told != null && told.form();
    if (form) {
      header = Header.none(placed.grid().columns());
      meanings = columnReader.readMeanings(placed.grid(), header, year);
    }
    Layout layout = match == null ? null : match.layout();
    List<Column> columns =
        meanings.stream()
            .map(meaning -> canonical(meaning.column(), layout))
            .map(column -> heading.counts() ? counted(column) : column)
            .toList();
    String unit = heading.unit() == null ? unitInCells(placed, words) : heading.unit();
    MoneyUnit stated = unit == null ? null : MoneyUnit.named(unit);
    Integer factor = stated == null ? assumed : Integer.valueOf(stated.factor());
    List<Row> read = new RowReader(words, columns, factor, form).readRows(placed.grid(), header);
    List<Row> rows =
        CutRows.mended(
            read.stream().filter(row -> !isNote(row, columns.size(), words)).toList(), factor);
    String note = note(heading.note(), read, words, columns.size());
    String kind = layout != null ? layout.kind() : told != null ? told.kind() : Table.UNKNOWN;
    Table table =
        new Table(
            id,
            kind,
            match == null ? null : match.layout().id(),
            layouts
                .kinds()
                .completed(
                    found.dimensions(),
                    kind,
                    layout == null ? stage(columns, found.dimensions()) : layout.stage()),
            heading.published(),
            heading.attachment(),
            unit,
            factor,
            placed.grid().regions().stream().map(Region::page).distinct().toList(),
            placed.grid().regions(),
            header.end() - header.captionRows(),
            headerCells(placed, header),
            columns,
            rows,
            !holdsFigures(placed.grid()) && isDeclaredEmpty(rows, note, heading.unit(), words),
            note);
    LOG.debug(
        "{}: page {}, {} by {}, {} columns, {} rows",
        id,
        placed.firstPage(),
        table.layout() == null ? table.kind() : table.layout(),
        choice.decision(),
        columns.size(),
        rows.size());
    return new Mapped(
        table,
        heading.own() ? heading.title() : null,
        heading.organization(),
        match == null ? null : match.layout().stage(),
        found.subject(),
        found.stated(),
        new MappingTrace(
            choice.decision(),
            choice.traced(),
            meanings.stream().map(ColumnReader.FoundMeaning::reason).toList()));
  }

  /**
   * Whether the kind that the title tells overrules the layout that fits: the title has only the
   * end of that of the layout, or no layout describes its kind, so that a similar one with the same
   * header fits best.
   */
  private boolean isOverruled(LayoutMatcher.Choice choice, TableKinds.TitleKind told) {
    LayoutMatcher.Match match = choice.match();
    if (match == null || !told.byTitle() || match.layout().kind().equals(told.kind())) {
      return false;
    }
    if (told.list() && match.layout().form()) {
      return true;
    }
    // A title that is wholly that of a layout outweighs the parts of a title.
    return match.title() < 1
        && (choice.decision() == MappingTrace.Decision.TITLE_AND_HEADER
            || layouts.all().stream().noneMatch(layout -> layout.kind().equals(told.kind())));
  }

  /**
   * Whether nearly all tables of a document are of departments or of governments; null if that is
   * not clear.
   */
  private static @Nullable String prevailingSubject(List<Mapped> mapped) {
    Map<String, Long> counts =
        mapped.stream()
            .map(Mapped::subject)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(subject -> subject, Collectors.counting()));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= MIN_CLEAR_SHARE * all)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /**
   * The stage that all columns of the table's own year report; null if they differ or tell none.
   */
  private static @Nullable Stage stage(List<Column> columns, Dimensions about) {
    Set<Stage> stages = new HashSet<>();
    for (Column column : columns) {
      boolean isOther =
          about.fiscalYear() != null
              && column.year() != null
              && !about.fiscalYear().equals(column.year());
      if (column.stage() != null && !isOther) {
        stages.add(column.stage());
      }
    }
    return stages.size() == 1 ? stages.iterator().next() : null;
  }

  private static Column canonical(Column column, @Nullable Layout layout) {
    String measure = column.measure();
    return layout == null || measure == null
        ? column
        : column.withMeaning(column.role(), layout.canonical(measure));
  }

  /** A column of a table whose unit is one of things: its figures are no money. */
  private static Column counted(Column column) {
    return column.role() == ColumnRole.AMOUNT
        ? column.withMeaning(ColumnRole.COUNT, column.measure())
        : column;
  }

  /** The unit that the labels of a form state, as 项目资金（元）; null unless all that state one agree. */
  private static @Nullable String unitInCells(PlacedGrid placed, TableTerms words) {
    String unit = null;
    for (GridCell cell : placed.grid().cells()) {
      Matcher matcher = words.captions().unitInCell().matcher(TextNormalizer.of(cell.text()));
      String stated = matcher.matches() ? Heading.group(matcher.reset()) : null;
      if (stated != null && unit != null && !unit.equals(stated)) {
        return null;
      }
      unit = stated == null ? unit : stated;
    }
    return unit;
  }

  private static List<HeaderCell> headerCells(PlacedGrid placed, Header header) {
    List<HeaderCell> cells = new ArrayList<>();
    for (GridCell cell : placed.grid().cells()) {
      if (header.holds(cell) && !cell.isBlank()) {
        cells.add(
            new HeaderCell(
                cell.row() - header.captionRows(),
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.text(),
                cell.page(),
                cell.box()));
      }
    }
    return cells;
  }

  /** Whether a cell, be it of the header, is a figure that is more than a code or a zero. */
  private static boolean holdsFigures(Grid grid) {
    return grid.cells().stream()
        .map(GridCell::text)
        .anyMatch(text -> FIGURE.matcher(text).matches() && NOT_ZERO.matcher(text).find());
  }

  /**
   * Whether a table has no figure anywhere, and its note says that, or a cell says 无, or there is
   * nothing but labels.
   */
  private static boolean isDeclaredEmpty(
      List<Row> rows, @Nullable String note, @Nullable String unit, TableTerms words) {
    for (Row row : rows) {
      for (Cell cell : row.cells()) {
        if (cell.value() != null && cell.value().signum() != 0) {
          return false;
        }
      }
    }
    Pattern empty = words.captions().empty();
    boolean said =
        note != null
            && note.lines().anyMatch(line -> empty.matcher(TextNormalizer.of(line)).matches());
    boolean nothing =
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(
                cell ->
                    words.captions().nothing().matcher(TextNormalizer.of(cell.text())).matches());
    boolean blank =
        rows.stream().flatMap(row -> row.cells().stream()).noneMatch(cell -> cell.value() != null);
    return said || nothing || (blank && (unit != null || rows.isEmpty()));
  }

  /** Whether a row is a footnote that the grid encloses: one text across most columns. */
  private static boolean isNote(Row row, int columns, TableTerms words) {
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.text().isEmpty()).toList();
    return filled.size() == 1
        && filled.get(0).columnSpan() > columns / 2
        && words.captions().note().matcher(TextNormalizer.of(filled.get(0).text())).matches();
  }

  private static @Nullable String note(
      @Nullable String below, List<Row> read, TableTerms words, int columns) {
    List<String> notes = new ArrayList<>();
    for (Row row : read) {
      if (isNote(row, columns, words)) {
        row.cells().stream().map(Cell::text).filter(text -> !text.isEmpty()).forEach(notes::add);
      }
    }
    if (below != null) {
      notes.add(below);
    }
    return notes.isEmpty() ? null : String.join("\n", notes);
  }
}
