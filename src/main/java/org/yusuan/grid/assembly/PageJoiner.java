package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * Joins the pieces of tables that run over page ends.
 *
 * <p>A table goes on if it is the last on its page, the next page begins with a table, and the
 * columns of both fit. That table has no heading, or prints the same heading and header again; a
 * further page may hold the total row alone and so fewer ruled columns. A table too wide for a page
 * is joined across its pages too ({@link PagesAcross}), and one that a gap parts on its page before
 * all that ({@link PartedTable}).
 */
public final class PageJoiner {

  /** A mark that says that a table goes on from the page before. */
  private static final Pattern CONTINUED = Pattern.compile(".*(续表|[(（]续[)）]).*");

  /**
   * A title at the foot of a page, with its number and caption, has at most this many lines. A
   * guess.
   */
  private static final int MAX_FOOT_LINES = 4;

  /** Below a repeated heading, a row of a header has at least this many texts. A guess. */
  private static final int MIN_HEADER_TEXTS = 2;

  /**
   * Without a heading, a row of a header has at least this many texts: more than a title, or a
   * caption, inside the grid. A guess.
   */
  private static final int MIN_HEADER_TEXTS_ALONE = 3;

  private PageJoiner() {}

  /** The tables of a document in reading order, each in one piece. */
  public static List<PlacedGrid> join(List<PageContent> sheets) {
    List<PageContent> pages =
        sheets.stream().flatMap(sheet -> Spread.pages(sheet).stream()).toList();
    RunningLines running = RunningLines.of(pages);
    List<PlacedGrid> placed = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < pages.size(); i++) {
      PagesAcross across = PagesAcross.at(pages, i);
      if (across == null) {
        continue;
      }
      List<PlacedGrid> wide = beside(across, running);
      if (!wide.isEmpty()) {
        placed.addAll(down(pages.subList(from, i), 1, running));
        placed.addAll(wide);
        from = i + across.pages();
        i = from - 1;
      }
    }
    placed.addAll(down(pages.subList(from, pages.size()), 1, running));
    // Rulings without any text are no table, unless they are the end of one.
    placed.removeIf(piece -> piece.grid().cells().stream().allMatch(GridCell::isBlank));
    return placed;
  }

  /** The tables of pages across, row beside row; none if they do not fit after all. */
  private static List<PlacedGrid> beside(PagesAcross across, RunningLines running) {
    List<List<PlacedGrid>> strips =
        across.strips().stream().map(strip -> down(strip, across.step(), running)).toList();
    int pieces = strips.get(0).size();
    if (strips.stream().anyMatch(strip -> strip.size() != pieces)) {
      return List.of();
    }
    List<PlacedGrid> tables = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      int piece = i;
      PlacedGrid table =
          PagesAcross.beside(strips.stream().map(strip -> strip.get(piece)).toList());
      if (table == null) {
        return List.of();
      }
      tables.add(table);
    }
    return tables;
  }

  /**
   * The tables of pages that follow one another, or of those that hold the same columns.
   *
   * @param step how many pages on the next one is
   */
  private static List<PlacedGrid> down(List<PageContent> pages, int step, RunningLines running) {
    List<PlacedGrid> placed = new ArrayList<>();
    List<TextLine> foot = List.of();
    for (PageContent page : pages) {
      List<TextLine> lines =
          page.lines().stream()
              .filter(line -> line.text().codePoints().anyMatch(Character::isLetterOrDigit))
              .filter(line -> !running.contains(page, line))
              .toList();
      List<PlacedGrid> onPage = place(page, lines, foot);
      for (int i = 0; i < onPage.size(); i++) {
        PlacedGrid piece = onPage.get(i);
        PlacedGrid before = placed.isEmpty() ? null : placed.get(placed.size() - 1);
        if (i == 0 && before != null && page.page().number() - before.lastPage() == step) {
          PlacedGrid joined = joined(before, piece, lines);
          if (joined != null) {
            placed.set(placed.size() - 1, joined);
            continue;
          }
        }
        placed.add(piece);
      }
      List<TextLine> below = onPage.isEmpty() ? lines : onPage.get(onPage.size() - 1).below();
      foot = below.subList(Math.max(0, below.size() - MAX_FOOT_LINES), below.size());
    }
    return placed;
  }

  private static List<PlacedGrid> place(
      PageContent page, List<TextLine> lines, List<TextLine> foot) {
    List<PlacedGrid> placed = new ArrayList<>();
    double from = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < page.grids().size(); i++) {
      Grid grid = page.grids().get(i);
      double top = grid.regions().get(0).bbox().top();
      double bottom = grid.regions().get(0).bbox().bottom();
      double to =
          i + 1 < page.grids().size()
              ? page.grids().get(i + 1).regions().get(0).bbox().top()
              : Double.POSITIVE_INFINITY;
      placed.add(
          new PlacedGrid(
              grid,
              between(lines, from, top),
              between(lines, bottom, to),
              i == 0 ? foot : List.of(),
              0));
      from = bottom;
    }
    return PartedTable.joined(placed);
  }

  private static List<TextLine> between(List<TextLine> lines, double from, double to) {
    return lines.stream()
        .filter(line -> line.box().centerY() > from && line.box().centerY() <= to)
        .toList();
  }

  /**
   * Both as one table; null if the second is a table of its own.
   *
   * @param lines the lines of the second's page
   */
  private static @Nullable PlacedGrid joined(
      PlacedGrid first, PlacedGrid second, List<TextLine> lines) {
    ColumnMap map = ColumnMap.of(first.grid(), second.grid());
    if (map == null) {
      return null;
    }
    Grid next =
        map.missing().isEmpty() ? second.grid() : withMissing(first, second.grid(), map, lines);
    RepeatedHeader header = RepeatedHeader.of(first.grid(), next);
    List<TextLine> below =
        first.below().stream()
            .filter(line -> !EdgeText.isPrintedIn(next, line, header.rows()))
            .toList();
    List<TextLine> above =
        second.above().stream()
            .filter(line -> !EdgeText.isPrintedIn(first.grid(), line, -1))
            .toList();
    boolean bare = above.isEmpty() || !map.missing().isEmpty();
    boolean marked = above.stream().anyMatch(line -> CONTINUED.matcher(line.text()).matches());
    // The same heading above the same header is printed for the same table, whatever stands
    // between.
    boolean printedAgain =
        !above.isEmpty()
            && repeatsHeading(first, above)
            && header.hasRowOf(MIN_HEADER_TEXTS, first.grid())
            && !header.beginsAnew(first.grid(), next);
    if (!bare && !printedAgain && !marked) {
      return null;
    }
    if (!printedAgain && !below.isEmpty() && !SameText.areOffered(below, second.below())) {
      return null;
    }
    if (first.grid().ruled() != next.ruled() && !printedAgain) {
      return null;
    }
    if (beginsWithTitle(next) && !header.hasRowOf(MIN_HEADER_TEXTS_ALONE, first.grid())) {
      return null;
    }
    Grid grid = append(first.grid(), header.mended(next), header.rows(), map);
    return new PlacedGrid(
        grid,
        first.above(),
        second.below(),
        first.foot(),
        Math.max(first.repeatedHeaderRows(), header.rows()));
  }

  /**
   * Whether the heading of the second is the end of the first's: what stands above both tables, as
   * the number of an attachment, may be printed once.
   */
  private static boolean repeatsHeading(PlacedGrid first, List<TextLine> heading) {
    List<TextLine> above = new ArrayList<>(first.foot());
    above.addAll(first.above());
    int from = above.size() - heading.size();
    return from >= 0 && SameText.areOffered(heading, above.subList(from, above.size()));
  }

  /**
   * Whether the first row is one cell with text across the whole table: a title inside the grid.
   */
  static boolean beginsWithTitle(Grid grid) {
    GridCell first = grid.cells().get(0);
    return first.columnSpan() == grid.columns() && grid.columns() > 1 && !first.isBlank();
  }

  /** The piece with the outer columns that it was drawn without: one cell each. */
  private static Grid withMissing(
      PlacedGrid first, Grid piece, ColumnMap map, List<TextLine> lines) {
    double[] edges = ColumnMap.boundaries(first.grid());
    Region region = piece.regions().get(0);
    List<GridCell> cells = new ArrayList<>();
    for (int column : map.missing()) {
      Box box =
          new Box(edges[column], region.bbox().top(), edges[column + 1], region.bbox().bottom());
      List<Word> words = new ArrayList<>();
      for (TextLine line : lines) {
        for (Word word : line.words()) {
          if (word.box().overlapY(box) > 0
              && word.box().centerX() > box.left()
              && word.box().centerX() < box.right()) {
            words.add(word);
          }
        }
      }
      String text = TextLines.cellText(TextLines.of(words), box.width());
      cells.add(new GridCell(0, column, piece.rows(), 1, region.page(), box, words, text));
    }
    for (GridCell cell : piece.cells()) {
      cells.add(map.inSecond(cell));
    }
    return new Grid(piece.rows(), map.columns(), cells, piece.regions(), piece.ruled());
  }

  /** What is left of a cell without the rows above a row: a label at the side may begin there. */
  private static GridCell below(GridCell cell, int row) {
    return cell.row() >= row
        ? cell
        : new GridCell(
            row,
            cell.column(),
            cell.rowEnd() - row,
            cell.columnSpan(),
            cell.page(),
            cell.box(),
            cell.words(),
            cell.text());
  }

  private static Grid append(Grid first, Grid second, int skippedRows, ColumnMap map) {
    boolean whole = second.columns() == map.columns() && !map.missing().isEmpty();
    List<GridCell> cells = new ArrayList<>();
    List<GridCell> last = new ArrayList<>();
    for (GridCell cell : first.cells()) {
      (cell.rowEnd() == first.rows() ? last : cells).add(map.inFirst(cell));
    }
    List<GridCell> rest =
        second.cells().stream()
            .filter(cell -> cell.rowEnd() > skippedRows)
            .map(cell -> below(cell, skippedRows))
            .map(cell -> whole ? cell : map.inSecond(cell))
            .toList();
    List<GridCell> next = rest.stream().filter(cell -> cell.row() == skippedRows).toList();
    PageBreakRow seam =
        first.ruled()
            ? PageBreakRow.of(last, next, second.rows() - skippedRows)
            : new PageBreakRow(last, List.of(), false);
    cells.addAll(seam.above());
    int offset = first.rows() - skippedRows - (seam.row() ? 1 : 0);
    Set<GridCell> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    taken.addAll(seam.taken());
    for (GridCell cell : rest) {
      if (!taken.contains(cell)) {
        cells.add(
            new GridCell(
                cell.row() + offset,
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.page(),
                cell.box(),
                cell.words(),
                cell.text()));
      }
    }
    List<Region> regions = new ArrayList<>(first.regions());
    regions.addAll(second.regions());
    return new Grid(offset + second.rows(), map.columns(), cells, regions, first.ruled());
  }
}
