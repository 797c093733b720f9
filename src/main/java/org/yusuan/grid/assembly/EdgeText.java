package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * Text that runs over the upper or lower edge of a table. A spreadsheet program that breaks a high
 * cell over pages prints the line at the break on either side of the edge; it belongs to the cell.
 */
final class EdgeText {

  /**
   * Such a line touches the edge: it begins, or ends, within this many points of it. On 88 breaks
   * of spreadsheets seen the gap is below 1 pt; captions keep 1.4 pt or more.
   */
  private static final double MAX_EDGE_GAP = 1.2;

  /**
   * Lines of one cell differ by less than this in their distance and in their left edge or middle,
   * in points. A guess.
   */
  private static final double MAX_LINE_DIFFERENCE = 1.5;

  /**
   * The font sizes of lines of one cell, or of one table, differ by less than this, in points. A
   * guess.
   */
  private static final double MAX_SIZE_DIFFERENCE = 0.6;

  private EdgeText() {}

  /**
   * The grid with the words that hang over its edges in their cells.
   *
   * @param outside words in no cell; those that are found to hang over are taken out
   */
  static Grid taken(Grid grid, List<Word> outside) {
    Box box = grid.regions().get(0).bbox();
    Map<GridCell, List<Word>> above = hanging(grid, outside, box, true);
    Map<GridCell, List<Word>> below = hanging(grid, outside, box, false);
    if (above.isEmpty() && below.isEmpty()) {
      return grid;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      List<Word> words = new ArrayList<>(above.getOrDefault(cell, List.of()));
      words.addAll(cell.words());
      words.addAll(below.getOrDefault(cell, List.of()));
      cells.add(
          words.size() == cell.words().size()
              ? cell
              : cell.with(words, TextLines.cellText(TextLines.of(words), cell.box().width())));
    }
    above.values().forEach(outside::removeAll);
    below.values().forEach(outside::removeAll);
    return new Grid(grid.rows(), grid.columns(), cells, grid.regions(), grid.ruled());
  }

  private static Map<GridCell, List<Word>> hanging(
      Grid grid, List<Word> outside, Box box, boolean top) {
    Map<GridCell, List<Word>> sure = new LinkedHashMap<>();
    Map<GridCell, List<Word>> likely = new LinkedHashMap<>();
    for (Word word : outside) {
      if (!touches(word.box(), box, top)) {
        continue;
      }
      for (GridCell cell : grid.cells()) {
        boolean atEdge = top ? cell.row() == 0 : cell.rowEnd() == grid.rows();
        if (atEdge && holds(cell.box(), word.box())) {
          boolean goesOn = goesOn(cell, word, top);
          if (goesOn) {
            sure.computeIfAbsent(cell, key -> new ArrayList<>()).add(word);
          } else if (cell.isBlank() && isOfSize(grid, word)) {
            (cell.rowSpan() > 1 ? sure : likely)
                .computeIfAbsent(cell, key -> new ArrayList<>())
                .add(word);
          }
        }
      }
    }
    if (!sure.isEmpty()) {
      // Text on the same edge in other cells of the row is cut by the page end too.
      likely.forEach(sure::putIfAbsent);
    }
    return sure;
  }

  /**
   * Whether the cells on the other side of a page break hold each word of a line at its place: then
   * the line belongs to a cell, and does not stand between tables.
   *
   * @param top the row at the top of the page that the line would go on in: its cells begin with
   *     it; -1 for the last row of the page before, whose cells end with it
   */
  static boolean isPrintedIn(Grid grid, TextLine line, int top) {
    return line.words().stream()
        .allMatch(
            word ->
                grid.cells().stream()
                    .filter(cell -> top < 0 ? cell.rowEnd() == grid.rows() : cell.row() == top)
                    .filter(cell -> holds(cell.box(), word.box()))
                    .anyMatch(
                        cell ->
                            top < 0
                                ? cell.text().endsWith(word.text())
                                : cell.text().startsWith(word.text())));
  }

  private static boolean touches(Box word, Box box, boolean top) {
    return top
        ? word.centerY() < box.top() && word.bottom() >= box.top() - MAX_EDGE_GAP
        : word.centerY() > box.bottom() && word.top() <= box.bottom() + MAX_EDGE_GAP;
  }

  private static boolean holds(Box cell, Box word) {
    return word.left() >= cell.left() - MAX_LINE_DIFFERENCE
        && word.right() <= cell.right() + MAX_LINE_DIFFERENCE;
  }

  /** Whether the word would be one more line of the cell, as far from the next as they are. */
  private static boolean goesOn(GridCell cell, Word word, boolean top) {
    List<TextLine> lines = TextLines.of(cell.words());
    if (lines.size() < 2) {
      // A cell of one line has no distance between lines to compare; isPrintedIn finds such
      // lines.
      return false;
    }
    TextLine next = top ? lines.get(0) : lines.get(lines.size() - 1);
    TextLine second = top ? lines.get(1) : lines.get(lines.size() - 2);
    double pitch = Math.abs(next.box().centerY() - second.box().centerY());
    double gap = Math.abs(word.box().centerY() - next.box().centerY());
    boolean aligned =
        Math.abs(word.box().left() - next.box().left()) < MAX_LINE_DIFFERENCE
            || Math.abs(word.box().left() - second.box().left()) < MAX_LINE_DIFFERENCE
            || Math.abs(word.box().centerX() - next.box().centerX()) < MAX_LINE_DIFFERENCE;
    return aligned
        && Math.abs(gap - pitch) < MAX_LINE_DIFFERENCE
        && Math.abs(word.fontSize() - next.words().get(0).fontSize()) < MAX_SIZE_DIFFERENCE;
  }

  private static boolean isOfSize(Grid grid, Word word) {
    double[] sizes =
        grid.cells().stream()
            .flatMap(cell -> cell.words().stream())
            .mapToDouble(Word::fontSize)
            .sorted()
            .toArray();
    return sizes.length > 0
        && Math.abs(word.fontSize() - sizes[sizes.length / 2]) < MAX_SIZE_DIFFERENCE;
  }
}
