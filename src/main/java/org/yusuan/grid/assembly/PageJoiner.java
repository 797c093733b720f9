package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.Region;
import org.yusuan.page.TextLine;

/**
 * Joins the pieces of tables that run over page ends.
 *
 * <p>A table goes on if it is the last on its page, the next page begins with a table that has no
 * title of its own, and the columns of both fit. The header may be repeated or not; a further page
 * may hold the total row alone and so fewer ruled columns.
 */
public final class PageJoiner {

  /** A page number, alone on its line. */
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—－–.·•\\s]*(第\\s*)?\\d{1,4}(\\s*页)?(\\s*[/／,，共]\\s*\\d{1,4}\\s*页?)?[-—－–.·•\\s]*");

  /** A mark that says that a table goes on from the page before. */
  private static final Pattern CONTINUED = Pattern.compile(".*(续表|[(（]续[)）]).*");

  private PageJoiner() {}

  /** The tables of a document in reading order, each in one piece. */
  public static List<PlacedGrid> join(List<PageContent> pages) {
    RunningLines running = RunningLines.of(pages);
    List<PlacedGrid> placed = new ArrayList<>();
    for (PageContent page : pages) {
      List<PlacedGrid> onPage = place(page, running);
      for (int i = 0; i < onPage.size(); i++) {
        PlacedGrid piece = onPage.get(i);
        PlacedGrid before = placed.isEmpty() ? null : placed.get(placed.size() - 1);
        if (i == 0 && before != null && before.lastPage() == page.page().number() - 1) {
          PlacedGrid joined = joined(before, piece);
          if (joined != null) {
            placed.set(placed.size() - 1, joined);
            continue;
          }
        }
        placed.add(piece);
      }
    }
    // Rulings without any text say nothing, unless they are the end of a table.
    placed.removeIf(piece -> piece.grid().cells().stream().allMatch(GridCell::isBlank));
    return placed;
  }

  private static List<PlacedGrid> place(PageContent page, RunningLines running) {
    List<PlacedGrid> placed = new ArrayList<>();
    List<TextLine> lines =
        page.lines().stream()
            .filter(line -> !PAGE_NUMBER.matcher(line.text()).matches())
            .filter(line -> line.text().codePoints().anyMatch(Character::isLetterOrDigit))
            .filter(line -> !running.contains(page, line))
            .toList();
    double from = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < page.grids().size(); i++) {
      Grid grid = page.grids().get(i);
      double top = grid.regions().get(0).bbox().top();
      double bottom = grid.regions().get(0).bbox().bottom();
      double to =
          i + 1 < page.grids().size()
              ? page.grids().get(i + 1).regions().get(0).bbox().top()
              : Double.POSITIVE_INFINITY;
      placed.add(new PlacedGrid(grid, between(lines, from, top), between(lines, bottom, to), 0));
      from = bottom;
    }
    return placed;
  }

  private static List<TextLine> between(List<TextLine> lines, double from, double to) {
    return lines.stream()
        .filter(line -> line.box().centerY() > from && line.box().centerY() <= to)
        .toList();
  }

  /** Both as one table; null if the second is a table of its own. */
  private static @Nullable PlacedGrid joined(PlacedGrid first, PlacedGrid second) {
    boolean sameHeading =
        !second.above().isEmpty() && SameText.areOffered(second.above(), first.above());
    boolean marked =
        second.above().stream().anyMatch(line -> CONTINUED.matcher(line.text()).matches());
    boolean sameNotes = SameText.areOffered(first.below(), second.below());
    if (!second.above().isEmpty() && !sameHeading && !marked) {
      return null;
    }
    if (!first.below().isEmpty() && !sameNotes) {
      return null;
    }
    if (first.grid().ruled() != second.grid().ruled()) {
      return null;
    }
    int repeated = repeatedRows(first.grid(), second.grid());
    if (sameHeading && !marked && repeated == 0) {
      return null;
    }
    if (beginsWithTitle(second.grid()) && !isHeader(second.grid(), repeated)) {
      return null;
    }
    ColumnMap map = ColumnMap.of(first.grid(), second.grid());
    if (map == null) {
      return null;
    }
    Grid grid = append(first.grid(), second.grid(), repeated, map);
    return new PlacedGrid(
        grid, first.above(), second.below(), Math.max(first.repeatedHeaderRows(), repeated));
  }

  /** How many rows at the top of the second piece say the same as those of the first. */
  private static int repeatedRows(Grid first, Grid second) {
    if (first.columns() != second.columns()) {
      return 0;
    }
    int rows = 0;
    while (rows < first.rows() && rows < second.rows() && isRepeated(first, second, rows)) {
      rows++;
    }
    return rows;
  }

  /**
   * Whether a row says the same in both. In a row of one text, each character counts: it may be the
   * title of one of two like parts.
   */
  private static boolean isRepeated(Grid first, Grid second, int row) {
    List<GridCell> ours = row(first, row);
    List<GridCell> theirs = row(second, row);
    boolean lettered =
        theirs.stream()
            .anyMatch(cell -> cell.text().codePoints().anyMatch(Character::isLetterOrDigit));
    boolean single = theirs.stream().filter(cell -> !cell.isBlank()).count() == 1;
    if (!lettered || ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      GridCell one = ours.get(i);
      GridCell other = theirs.get(i);
      if (one.column() != other.column()
          || !(single ? SameText.isOffered(one, other) : SameText.isAlike(one, other))) {
        return false;
      }
    }
    return true;
  }

  private static List<GridCell> row(Grid grid, int row) {
    return grid.cells().stream().filter(cell -> cell.row() == row).toList();
  }

  /**
   * Whether the first row is one cell with text across the whole table: a title inside the grid.
   */
  private static boolean beginsWithTitle(Grid grid) {
    GridCell first = grid.cells().get(0);
    return first.columnSpan() == grid.columns() && grid.columns() > 1 && !first.isBlank();
  }

  /** Whether the first rows name columns: one of them has more cells than a title has. */
  private static boolean isHeader(Grid grid, int rows) {
    for (int row = 0; row < rows; row++) {
      int at = row;
      if (grid.cells().stream().filter(cell -> cell.row() == at && !cell.isBlank()).count() > 2) {
        return true;
      }
    }
    return false;
  }

  private static Grid append(Grid first, Grid second, int skippedRows, ColumnMap map) {
    List<GridCell> cells = new ArrayList<>();
    List<GridCell> last = new ArrayList<>();
    for (GridCell cell : first.cells()) {
      GridCell mapped = map.inFirst(cell);
      (cell.rowEnd() == first.rows() ? last : cells).add(mapped);
    }
    List<GridCell> next =
        second.cells().stream()
            .filter(cell -> cell.row() == skippedRows)
            .map(map::inSecond)
            .toList();
    List<GridCell> cut = first.ruled() ? CutRow.joined(last, next) : null;
    cells.addAll(cut == null ? last : cut);
    int from = cut == null ? skippedRows : skippedRows + 1;
    int offset = first.rows() - from;
    for (GridCell cell : second.cells()) {
      if (cell.row() >= from) {
        GridCell mapped = map.inSecond(cell);
        cells.add(
            new GridCell(
                mapped.row() + offset,
                mapped.column(),
                mapped.rowSpan(),
                mapped.columnSpan(),
                mapped.page(),
                mapped.box(),
                mapped.words(),
                mapped.text()));
      }
    }
    List<Region> regions = new ArrayList<>(first.regions());
    regions.addAll(second.regions());
    return new Grid(offset + second.rows(), map.columns(), cells, regions, first.ruled());
  }
}
