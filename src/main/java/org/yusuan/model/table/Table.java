package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One table of a disclosure, joined over its pages.
 *
 * @param id name of the table in this disclosure: {@code t1}, {@code t2}, … in reading order
 * @param kind which standard table it is, as {@code income}; {@code unknown} if none fits
 * @param layout the layout file that describes it; null if none does
 * @param dimensions what the whole table is about
 * @param title the title as published; null if none was found
 * @param attachment the number that the document gives it, as {@code 3} or {@code 公开03表}; null if
 *     none
 * @param unit the unit of its amounts as published, as {@code 元} or {@code 万元}; null if not stated
 * @param unitFactor how many 元 one of its units is worth, as 1 or 10000; null if the unit is
 *     unknown. A recognized table whose unit cannot be read may have that of the others
 * @param pages the pages that it stands on, from 1, rising
 * @param regions its rectangle on each of them
 * @param headerRows number of printed header rows
 * @param header the header's printed cells
 * @param columns the leaf columns from left to right
 * @param rows the body rows in reading order: by printed row, then by list
 * @param declaredEmpty whether the document itself says that the table has nothing to report, or
 *     prints it without any figure
 * @param note the footnotes as published, one a line; null if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Table(
    String id,
    String kind,
    @Nullable String layout,
    @JsonUnwrapped Dimensions dimensions,
    @Nullable String title,
    @Nullable String attachment,
    @Nullable String unit,
    @Nullable Integer unitFactor,
    List<Integer> pages,
    List<Region> regions,
    int headerRows,
    List<HeaderCell> header,
    List<Column> columns,
    List<Row> rows,
    boolean declaredEmpty,
    @Nullable String note) {

  /** The kind of a table to which no known kind fits. */
  public static final String UNKNOWN = "unknown";

  public Table {
    pages = List.copyOf(pages);
    regions = List.copyOf(regions);
    header = List.copyOf(header);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The table as sentences name it: its title, or its id if it has none. */
  public String titleOrId() {
    return title == null ? id : title;
  }

  /**
   * A cell; null if there is none.
   *
   * @param row number of its row, from 0
   * @param column the column that it starts in, from 0
   */
  public @Nullable Cell cell(int row, int column) {
    return row < 0 || row >= rows.size() ? null : rows.get(row).cell(column);
  }

  /** How many lists stand side by side in it. */
  public int listCount() {
    return columns.stream().mapToInt(Column::list).max().orElse(-1) + 1;
  }

  /** The columns of amounts, as numbers from 0. */
  public List<Integer> amountColumns() {
    return IntStream.range(0, columns.size())
        .filter(column -> columns.get(column).role() == ColumnRole.AMOUNT)
        .boxed()
        .toList();
  }

  /** The columns of amounts of one of its lists, as numbers from 0. */
  public List<Integer> amountColumns(int list) {
    return amountColumns().stream().filter(column -> columns.get(column).list() == list).toList();
  }

  /** Whether any of its text was recognized on a picture. */
  public boolean hasRecognizedText() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell.origin() == Origin.OCR);
  }

  /** A table of which the dimensions are unknown. */
  public Table(
      String id,
      String kind,
      @Nullable String layout,
      @Nullable String title,
      @Nullable String attachment,
      @Nullable String unit,
      @Nullable Integer unitFactor,
      List<Integer> pages,
      List<Region> regions,
      int headerRows,
      List<HeaderCell> header,
      List<Column> columns,
      List<Row> rows,
      boolean declaredEmpty,
      @Nullable String note) {
    this(
        id,
        kind,
        layout,
        Dimensions.NONE,
        title,
        attachment,
        unit,
        unitFactor,
        pages,
        regions,
        headerRows,
        header,
        columns,
        rows,
        declaredEmpty,
        note);
  }

  /** This table with its regions and the cells of its header in other places. */
  public Table withPlaces(List<Region> newRegions, List<HeaderCell> newHeader) {
    return new Table(
        id,
        kind,
        layout,
        dimensions,
        title,
        attachment,
        unit,
        unitFactor,
        pages,
        newRegions,
        headerRows,
        newHeader,
        columns,
        rows,
        declaredEmpty,
        note);
  }

  /** This table under another name. */
  public Table withId(String newId) {
    return new Table(
        newId,
        kind,
        layout,
        dimensions,
        title,
        attachment,
        unit,
        unitFactor,
        pages,
        regions,
        headerRows,
        header,
        columns,
        rows,
        declaredEmpty,
        note);
  }

  /** This table with other rows. */
  public Table withRows(List<Row> newRows) {
    return new Table(
        id,
        kind,
        layout,
        dimensions,
        title,
        attachment,
        unit,
        unitFactor,
        pages,
        regions,
        headerRows,
        header,
        columns,
        newRows,
        declaredEmpty,
        note);
  }

  /** This table under another title. */
  public Table withTitle(@Nullable String newTitle) {
    return new Table(
        id,
        kind,
        layout,
        dimensions,
        newTitle,
        attachment,
        unit,
        unitFactor,
        pages,
        regions,
        headerRows,
        header,
        columns,
        rows,
        declaredEmpty,
        note);
  }

  /** This table in another unit, of which one is worth the given number of 元. */
  public Table withUnit(String newUnit, int factor) {
    return new Table(
        id,
        kind,
        layout,
        dimensions,
        title,
        attachment,
        newUnit,
        factor,
        pages,
        regions,
        headerRows,
        header,
        columns,
        rows,
        declaredEmpty,
        note);
  }

  /** This table as one of another kind, by a layout or by none. */
  public Table withKind(String newKind, @Nullable String newLayout) {
    return new Table(
        id,
        newKind,
        newLayout,
        dimensions,
        title,
        attachment,
        unit,
        unitFactor,
        pages,
        regions,
        headerRows,
        header,
        columns,
        rows,
        declaredEmpty,
        note);
  }

  /** This table with columns of other meanings. */
  public Table withColumns(List<Column> newColumns) {
    return new Table(
        id,
        kind,
        layout,
        dimensions,
        title,
        attachment,
        unit,
        unitFactor,
        pages,
        regions,
        headerRows,
        header,
        newColumns,
        rows,
        declaredEmpty,
        note);
  }
}
