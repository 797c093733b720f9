package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.TextLine;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/**
 * Pages that hold one table too wide for a page. Spreadsheet programs print the columns that the
 * first page cannot hold on further ones, each row at the same height: the pages beside one another
 * first (over, then down), or all pages of the left columns first (down, then over).
 *
 * @param strips for each part of the columns, from the left to the right, its pages from the top
 *     down; all have the same number of pages, and those beside one another the same number of rows
 * @param step how many pages on the next one of a strip is
 * @param pages how many pages there are in all
 */
record PagesAcross(List<List<PageContent>> strips, int step, int pages) {

  /** Pages beside one another differ in size by less than this, in points: a guess. */
  private static final double MAX_SIZE_DIFFERENCE = 2;

  /** A table with fewer rows may have those of another by chance: a guess. */
  private static final int MIN_ROWS = 4;

  /**
   * A table goes over at most this many pages side by side. A guess: those of budgets seen go over
   * two.
   */
  private static final int MAX_ACROSS = 6;

  /** At most this many pages of left columns come before their right ones. A guess. */
  private static final int MAX_DOWN = 30;

  /** A header has at most this many rows. A guess. */
  private static final int MAX_HEADER_ROWS = 4;

  /** The name of a table, which a remark in brackets may follow. */
  private static final Pattern TITLE = Pattern.compile(".{3,}表(?:[(].*)?");

  /** The pages from an index on that hold one table across; null if there are none. */
  static @Nullable PagesAcross at(List<PageContent> pages, int first) {
    List<PageContent> group = group(pages, first);
    int across = group.size();
    if (across > 1) {
      List<List<PageContent>> groups = new ArrayList<>();
      int next = first;
      while (group.size() == across && haveColumnsOf(group, groups)) {
        groups.add(group);
        next += across;
        group = group(pages, next);
      }
      List<List<PageContent>> strips =
          IntStream.range(0, across)
              .mapToObj(strip -> groups.stream().map(row -> row.get(strip)).toList())
              .toList();
      return new PagesAcross(strips, across, next - first);
    }
    for (int down = 2; down <= MAX_DOWN && first + 2 * down <= pages.size(); down++) {
      List<PageContent> right = new ArrayList<>();
      for (int i = first; i < first + down; i++) {
        PageContent beside = beside(pages, i, i + down);
        if (beside == null) {
          break;
        }
        right.add(beside);
      }
      if (right.size() == down) {
        return new PagesAcross(List.of(pages.subList(first, first + down), right), 1, 2 * down);
      }
    }
    return null;
  }

  /** A page with those that hold further columns of its rows. */
  private static List<PageContent> group(List<PageContent> pages, int first) {
    List<PageContent> group = new ArrayList<>();
    if (first < pages.size()) {
      group.add(pages.get(first));
    }
    for (int i = 1; i < MAX_ACROSS; i++) {
      PageContent beside = beside(pages, first, first + i);
      if (beside == null) {
        break;
      }
      group.add(beside);
    }
    return group;
  }

  private static boolean haveColumnsOf(List<PageContent> group, List<List<PageContent>> above) {
    return above.isEmpty()
        || IntStream.range(0, group.size())
            .allMatch(
                i ->
                    group.get(i).grids().get(0).columns()
                        == above.get(0).get(i).grids().get(0).columns());
  }

  /** The second page with the rows of the first; null if its columns do not belong to them. */
  private static @Nullable PageContent beside(List<PageContent> pages, int first, int second) {
    if (second >= pages.size()) {
      return null;
    }
    PageContent one = pages.get(first);
    PageContent other = pages.get(second);
    if (one.grids().size() != 1
        || other.grids().size() != 1
        || other.page().number() - one.page().number() != second - first
        || Math.abs(one.page().width() - other.page().width()) > MAX_SIZE_DIFFERENCE
        || Math.abs(one.page().height() - other.page().height()) > MAX_SIZE_DIFFERENCE) {
      return null;
    }
    Grid left = one.grids().get(0);
    Grid right = other.grids().get(0);
    // Most pages are ruled out by their last row, which has a label: the right half of a table
    // has none.
    if (left.rows() < MIN_ROWS
        || right.rows() < MIN_ROWS
        || right.rows() > left.rows()
        || endsWithLabel(right)) {
      return null;
    }
    if (PageJoiner.beginsWithTitle(right) && isTitle(right.cells().get(0).text())
        || hasOwnHeading(other, one)
            && (firstFigureRow(right) == Integer.MAX_VALUE
                || namesRows(right)
                || isTitled(one) && isTitled(other))) {
      return null; // a table of its own, or a form that was left blank
    }
    Grid aligned = aligned(left, right);
    return aligned != null && isWithoutLabels(left, aligned)
        ? new PageContent(other.page(), List.of(aligned), other.lines())
        : null;
  }

  /**
   * The right one with the rows of the left one. Rows without any text on the right may be missing
   * there: they come out blank.
   *
   * @return null if a row of the right one is beside none of the left one
   */
  private static @Nullable Grid aligned(Grid left, Grid right) {
    double[][] bands = bands(left);
    if (Arrays.stream(bands).anyMatch(band -> band[0] > band[1])) {
      return null; // a row that only cells of other rows span has no height
    }
    double[][] own = bands(right);
    int[] rows = new int[right.rows()];
    int next = 0;
    for (int row = 0; row < rows.length; row++) {
      double center = (own[row][0] + own[row][1]) / 2;
      while (next < bands.length && !(bands[next][1] > center)) {
        next++;
      }
      if (next == bands.length || bands[next][0] > center) {
        return null;
      }
      rows[row] = next++;
    }
    List<GridCell> cells = new ArrayList<>();
    boolean[][] covered = new boolean[left.rows()][right.columns()];
    for (GridCell cell : right.cells()) {
      int from = rows[cell.row()];
      int to = rows[cell.rowEnd() - 1] + 1;
      cells.add(cell.inRows(from, to - from));
      for (int row = from; row < to; row++) {
        Arrays.fill(covered[row], cell.column(), cell.columnEnd(), true);
      }
    }
    double[] edges = ColumnMap.boundaries(right);
    int page = right.regions().get(0).page();
    for (int row = 0; row < covered.length; row++) {
      for (int column = 0; column < right.columns(); column++) {
        if (!covered[row][column]) {
          Box box = new Box(edges[column], bands[row][0], edges[column + 1], bands[row][1]);
          cells.add(new GridCell(row, column, 1, 1, page, box, List.of(), ""));
        }
      }
    }
    return new Grid(left.rows(), right.columns(), cells, right.regions(), right.ruled());
  }

  /** The top and the bottom of each row: those of its cells that span no other. */
  private static double[][] bands(Grid grid) {
    double[][] bands = new double[grid.rows()][];
    Arrays.setAll(bands, row -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
    for (GridCell cell : grid.cells()) {
      if (cell.rowSpan() == 1) {
        double[] band = bands[cell.row()];
        band[0] = Math.min(band[0], cell.box().top());
        band[1] = Math.max(band[1], cell.box().bottom());
      }
    }
    return bands;
  }

  /**
   * Whether the right one has figures under names of columns that the left one lacks, and no text
   * that names its rows, while the left one names them.
   */
  private static boolean isWithoutLabels(Grid left, Grid right) {
    int body = Math.min(firstFigureRow(left), firstFigureRow(right));
    if (body < 1 || body > MAX_HEADER_ROWS) {
      return false;
    }
    Set<String> names = new HashSet<>();
    int labels = 0;
    for (GridCell cell : left.cells()) {
      if (cell.row() < body) {
        names.add(TextNormalizer.of(cell.text()));
      } else {
        labels += cell.column() == 0 && hasLetters(cell) ? 1 : 0;
      }
    }
    boolean named = false;
    for (GridCell cell : right.cells()) {
      if (cell.row() < body) {
        named |= hasLetters(cell);
        if (cell.rowEnd() == body
            && hasLetters(cell)
            && names.contains(TextNormalizer.of(cell.text()))) {
          return false;
        }
      } else if (cell.column() == 0 && hasLetters(cell)) {
        return false;
      }
    }
    return named && 2 * labels >= left.rows() - body;
  }

  /**
   * Whether a line with letters stands above a page's table that the other page does not have. The
   * unit and other captions, which have a colon, may stand above the last columns alone.
   */
  private static boolean hasOwnHeading(PageContent page, PageContent other) {
    return heading(page)
        .anyMatch(line -> other.lines().stream().noneMatch(one -> one.text().equals(line.text())));
  }

  /** Whether the name of a table stands above a page's table. */
  private static boolean isTitled(PageContent page) {
    return heading(page).anyMatch(line -> isTitle(line.text()));
  }

  private static Stream<TextLine> heading(PageContent page) {
    double top = page.grids().get(0).regions().get(0).bbox().top();
    return page.lines().stream()
        .filter(line -> line.box().bottom() <= top)
        .filter(line -> line.text().codePoints().anyMatch(Character::isLetter))
        .filter(line -> line.text().indexOf('：') < 0 && line.text().indexOf(':') < 0);
  }

  private static boolean isTitle(String text) {
    return TITLE.matcher(TextNormalizer.of(text)).matches();
  }

  /** Whether most rows of figures have words too, in whatever column. */
  private static boolean namesRows(Grid grid) {
    int body = firstFigureRow(grid);
    long named =
        grid.cells().stream()
            .filter(cell -> cell.row() >= body && hasLetters(cell))
            .mapToInt(GridCell::row)
            .distinct()
            .count();
    return 2 * named >= grid.rows() - body;
  }

  /** The first row that holds a figure; beyond all rows if none does. */
  private static int firstFigureRow(Grid grid) {
    int first = Integer.MAX_VALUE;
    for (GridCell cell : grid.cells()) {
      if (cell.row() < first && PrintedNumber.parse(cell.text()) != null) {
        first = cell.row();
      }
    }
    return first;
  }

  private static boolean endsWithLabel(Grid grid) {
    for (int i = grid.cells().size() - 1; i >= 0; i--) {
      GridCell cell = grid.cells().get(i);
      if (cell.column() == 0) {
        return hasLetters(cell);
      }
    }
    return false;
  }

  private static boolean hasLetters(GridCell cell) {
    return cell.text().codePoints().anyMatch(Character::isLetter);
  }

  /**
   * The strips of one table beside one another, with the lines around all of them; null if their
   * numbers of rows differ.
   */
  static @Nullable PlacedGrid beside(List<PlacedGrid> strips) {
    PlacedGrid first = strips.get(0);
    List<GridCell> cells = new ArrayList<>();
    List<Region> regions = new ArrayList<>();
    List<TextLine> above = new ArrayList<>();
    List<TextLine> below = new ArrayList<>();
    int columns = 0;
    for (PlacedGrid strip : strips) {
      Grid grid = strip.grid();
      if (grid.rows() != first.grid().rows()) {
        return null;
      }
      for (GridCell cell : grid.cells()) {
        cells.add(cell.inColumn(cell.column() + columns));
      }
      regions.addAll(grid.regions());
      addNew(above, strip.above());
      addNew(below, strip.below());
      columns += grid.columns();
    }
    regions.sort(Comparator.comparingInt(Region::page));
    return new PlacedGrid(
        new Grid(first.grid().rows(), columns, cells, regions, first.grid().ruled()),
        above,
        below,
        first.foot(),
        first.repeatedHeaderRows());
  }

  /**
   * Adds lines but those that are there already: headings may be printed again on each page across.
   */
  private static void addNew(List<TextLine> lines, List<TextLine> others) {
    for (TextLine line : others) {
      if (lines.stream().noneMatch(one -> one.text().equals(line.text()))) {
        lines.add(line);
      }
    }
  }
}
