package org.yusuan.layout.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.page.TextLine;
import org.yusuan.text.AmountForm;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/**
 * The header of a grid: where it ends and what it says of each column.
 *
 * @param captionRows leading rows that hold the table's title or unit inside the grid
 * @param end the first row below the header
 * @param mixedColumns columns for which row {@code end - 1} is header while it is already body in
 *     the others; empty if no row is both
 * @param numberRows rows below the header that only number the columns; a row that is header in
 *     some columns may number the others
 * @param paths for each column, the header texts above it from the top down
 */
public record Header(
    int captionRows,
    int end,
    Set<Integer> mixedColumns,
    Set<Integer> numberRows,
    List<List<String>> paths) {

  /** Captions inside the grid cover at least this share of the columns. A guess. */
  private static final double MIN_CAPTION_WIDTH = 0.6;

  /** A header has at most this many rows. A guess: none seen has more than 5. */
  private static final int MAX_ROWS = 8;

  /** A number that is too large for one of a column, though it may be a code. */
  private static final Pattern LARGE = Pattern.compile("\\d{3,}|\\d+\\.\\d+");

  private static final Set<ColumnRole> PARTS_OF_CODES =
      Set.of(ColumnRole.CODE_CLASS, ColumnRole.CODE_GROUP, ColumnRole.CODE_ITEM);

  private static final Pattern CODE = Pattern.compile("\\d{2,7}");

  /** The header as it is found. */
  public static Header of(Grid grid, TableTerms words) {
    return of(grid, words, null);
  }

  /**
   * The header.
   *
   * @param rows how many rows it has, if a person said so; null if it is to be found
   */
  public static Header of(Grid grid, TableTerms words, @Nullable Integer rows) {
    if (rows == null) {
      return found(grid, words);
    }
    int end = Math.min(rows, grid.rows());
    GridCell[][] places = grid.places();
    Set<Integer> numbers = NumberingRow.below(places, end, words);
    return new Header(0, end, Set.of(), numbers, paths(places, 0, end, Set.of()));
  }

  private static Header found(Grid grid, TableTerms words) {
    GridCell[][] places = grid.places();
    int top = captionRows(grid, places, words.titles().inside());
    int end = top;
    Set<Integer> mixed = new TreeSet<>();
    if (top < grid.rows() && !holdsFigures(places[top], 0, grid.columns())) {
      end = rowEnd(places, top);
      while (end < grid.rows() && end - top < MAX_ROWS && mixed.isEmpty()) {
        int row = end;
        Set<Integer> children = childColumns(places, top, row, words);
        if (children.isEmpty() && row + 1 < grid.rows() && isQuiet(places[row])) {
          // Above the row that divides a header may be blank rows, or rows with one label.
          row++;
          children = childColumns(places, top, row, words);
        }
        if (children.isEmpty()) {
          break;
        }
        if (isBodyElsewhere(places[row], row, children, words)) {
          mixed = children;
        }
        int next = row + 1;
        for (int column : children) {
          next = Math.max(next, places[row][column].rowEnd());
        }
        // A label at the side of the rows below may be one of these columns.
        next = next - row > MAX_ROWS ? row + 1 : next;
        end = mixed.isEmpty() ? amountsFrom(places, row + 1, next, Header::isLarge) : row + 1;
      }
    }
    if (grid.isRecognized()) {
      // A header of which a word was misread as a figure is found by the row below it that
      // numbers the columns.
      int numbering = NumberingRow.first(places, top, top + MAX_ROWS, words);
      if (numbering > end) {
        end = numbering;
        mixed = Set.of();
      }
    }
    Set<Integer> numbers = new LinkedHashSet<>();
    if (!mixed.isEmpty() && NumberingRow.is(without(places[end - 1], mixed), words)) {
      numbers.add(end - 1);
    }
    numbers.addAll(NumberingRow.below(places, end, words));
    return new Header(top, end, mixed, numbers, paths(places, top, end, mixed));
  }

  /** No header: every row is body, and columns have no names. */
  public static Header none(int columns) {
    return new Header(0, 0, Set.of(), Set.of(), Collections.nCopies(columns, List.of()));
  }

  /** The first row of which some cells may be body. */
  public int bodyStart() {
    return mixedColumns.isEmpty() ? end : end - 1;
  }

  /** Whether a cell is part of the header. */
  public boolean holds(GridCell cell) {
    if (cell.row() < captionRows) {
      return false;
    }
    return cell.row() < bodyStart() || (cell.row() < end && mixedColumns.contains(cell.column()));
  }

  private static int captionRows(Grid grid, GridCell[][] places, Pattern inside) {
    int rows = 0;
    while (rows < grid.rows() - 1) {
      Set<GridCell> filled = filled(places[rows]);
      boolean caption = !filled.isEmpty() && filled.size() <= 2;
      int captions = 0;
      for (GridCell cell : filled) {
        String text = TextNormalizer.of(cell.text());
        caption &= inside.matcher(text).matches();
        // 2023年 beside 2024年 are columns of two years.
        captions += text.isEmpty() || Character.isDigit(text.charAt(0)) ? 0 : cell.columnSpan();
      }
      int widest = captions;
      for (GridCell cell : places[rows]) {
        widest = Math.max(widest, cell.columnSpan());
      }
      if (!caption || widest < MIN_CAPTION_WIDTH * grid.columns() || grid.columns() < 2) {
        break;
      }
      rows++;
    }
    return rows;
  }

  /** The cells of a row that have text, each once. */
  static Set<GridCell> filled(GridCell[] row) {
    Set<GridCell> filled = new LinkedHashSet<>();
    for (GridCell cell : row) {
      if (!cell.isBlank()) {
        filled.add(cell);
      }
    }
    return filled;
  }

  /** Where the header row ends; a label at the side may stand beside the body too. */
  private static int rowEnd(GridCell[][] places, int top) {
    int end = 0;
    for (GridCell cell : places[top]) {
      // Only a cell with text extends the header: a blank one may be high for other reasons. One
      // that is higher than any header is the label of the rows beside it.
      boolean high = !cell.isBlank() && cell.rowSpan() <= MAX_ROWS;
      end = Math.max(end, high ? cell.rowEnd() : cell.row() + 1);
    }
    return amountsFrom(places, top + 1, end, cell -> AmountForm.matches(cell.text()));
  }

  /** The first of some rows that holds several amounts; their end if none does. */
  private static int amountsFrom(
      GridCell[][] places, int from, int end, Predicate<GridCell> isAmount) {
    for (int row = from; row < Math.min(end, places.length); row++) {
      if (filled(places[row]).stream().filter(isAmount).count() > 1) {
        return row;
      }
    }
    return end;
  }

  /** Whether a cell is an amount, with or without decimals; a year is none. */
  private static boolean isLarge(GridCell cell) {
    return AmountForm.matches(cell.text())
        || (LARGE.matcher(cell.text().strip()).matches() && !isYear(cell.text()));
  }

  /** Whether a row is blank but for at most one cell, which is no figure. */
  private static boolean isQuiet(GridCell[] row) {
    return filled(row).size() <= 1 && !holdsFigures(row, 0, row.length);
  }

  /**
   * The columns below header cells that row {@code row} divides: such a row is one more header row.
   */
  private static Set<Integer> childColumns(
      GridCell[][] places, int top, int row, TableTerms words) {
    Set<Integer> columns = new TreeSet<>();
    Set<GridCell> parents = new LinkedHashSet<>();
    for (int column = 0; column < places[row].length; column++) {
      GridCell parent = parent(places, top, row, column);
      if (parent != null) {
        parents.add(parent);
      }
    }
    for (GridCell parent : parents) {
      Set<GridCell> children = new LinkedHashSet<>();
      for (int column = parent.column(); column < parent.columnEnd(); column++) {
        children.add(places[row][column]);
      }
      if (areHeaders(children, parent, places[row], words)
          || isTitleOfColumns(children, parent, places, words)) {
        for (int column = parent.column(); column < parent.columnEnd(); column++) {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  /** The nearest cell with text above a place, if it spans columns; null if there is none. */
  private static @Nullable GridCell parent(GridCell[][] places, int top, int row, int column) {
    for (int above = row - 1; above >= top; above--) {
      GridCell cell = places[above][column];
      if (!cell.isBlank()) {
        return cell.columnSpan() > 1 && cell.rowEnd() <= row && cell.row() >= top ? cell : null;
      }
    }
    return null;
  }

  /**
   * Whether one more label stands below that of some columns, across all of them, and the row below
   * it names each: 支出, below it 支出用途, below that 项目 and 金额.
   */
  private static boolean isTitleOfColumns(
      Set<GridCell> children, GridCell parent, GridCell[][] places, TableTerms words) {
    GridCell only = children.iterator().next();
    if (children.size() > 1
        || only.isBlank()
        || only.column() != parent.column()
        || only.columnSpan() != parent.columnSpan()
        || only.rowEnd() >= places.length
        || holdsFigures(places[only.row()], 0, places[only.row()].length)) {
      return false;
    }
    Set<GridCell> names = new LinkedHashSet<>();
    for (int column = only.column(); column < only.columnEnd(); column++) {
      names.add(places[only.rowEnd()][column]);
    }
    return names.size() == only.columnSpan()
        && names.stream()
            .map(name -> TextNormalizer.of(name.text()))
            .allMatch(text -> words.columns().stream().anyMatch(term -> term.fits(text, "")));
  }

  private static boolean areHeaders(
      Set<GridCell> children, GridCell parent, GridCell[] row, TableTerms words) {
    int named = 0;
    int known = 0;
    for (GridCell child : children) {
      String text = TextNormalizer.of(child.text());
      if (PrintedNumber.parse(child.text()) != null
          || CODE.matcher(text).matches()
          || child.column() < parent.column()
          || child.columnEnd() > parent.columnEnd()) {
        return false;
      }
      named += child.isBlank() ? 0 : 1;
      known += words.columns().stream().anyMatch(term -> term.fits(text, "")) ? 1 : 0;
    }
    if (children.size() < 2 || named < 2) {
      return false;
    }
    boolean figures =
        holdsFigures(row, 0, parent.column()) || holdsFigures(row, parent.columnEnd(), row.length);
    // Beside figures, only words that are known as headers are headers.
    return figures ? known == children.size() : named == children.size() || known >= 2;
  }

  private static boolean holdsFigures(GridCell[] row, int from, int to) {
    for (int column = from; column < to; column++) {
      PrintedNumber figure = PrintedNumber.parse(row[column].text());
      if (figure != null && !figure.dash() && !isYear(row[column].text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYear(String text) {
    return text.strip().matches("(19|20)\\d\\d");
  }

  /**
   * Whether a row that is header in some columns has anything in the others but the names of the
   * parts of a code: 科目 may be printed above 类 alone, without a cell that spans 款 and 项 too.
   */
  private static boolean isBodyElsewhere(
      GridCell[] row, int index, Set<Integer> children, TableTerms words) {
    for (int column = 0; column < row.length; column++) {
      GridCell cell = row[column];
      if (!children.contains(column)
          && cell.row() == index
          && !cell.isBlank()
          && !isPartOfCode(cell, words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPartOfCode(GridCell cell, TableTerms words) {
    String text = TextNormalizer.of(cell.text());
    return words.columns().stream()
        .filter(term -> PARTS_OF_CODES.contains(term.role()))
        .anyMatch(term -> term.fits(text, ""));
  }

  private static GridCell[] without(GridCell[] row, Set<Integer> columns) {
    return IntStream.range(0, row.length)
        .filter(column -> !columns.contains(column))
        .mapToObj(column -> row[column])
        .toArray(GridCell[]::new);
  }

  private static List<List<String>> paths(
      GridCell[][] places, int top, int end, Set<Integer> mixed) {
    List<List<String>> paths = new ArrayList<>();
    int columns = places.length == 0 ? 0 : places[0].length;
    for (int column = 0; column < columns; column++) {
      List<String> path = new ArrayList<>();
      GridCell last = null;
      for (int row = top; row < end; row++) {
        GridCell cell = places[row][column];
        boolean body = row == end - 1 && !mixed.isEmpty() && !mixed.contains(column);
        if (cell != last && !cell.isBlank() && !body) {
          path.addAll(texts(cell));
        }
        last = cell;
      }
      paths.add(List.copyOf(path));
    }
    return List.copyOf(paths);
  }

  /**
   * What a header cell says, from the top down: a slanted stroke parts a cell in the corner, whose
   * upper text is of the columns beside it and the lower one of its own.
   */
  private static List<String> texts(GridCell cell) {
    List<TextLine> lines = cell.column() == 0 ? TextLines.of(cell.words()) : List.of();
    int last = lines.size() - 1;
    return last > 0 && lines.get(0).box().left() >= lines.get(last).box().right()
        ? lines.stream().map(TextLine::text).toList()
        : List.of(cell.text());
  }
}
