package org.yusuan.grid.unruled.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.Word;

/** Cells of an unruled table while it is being built; places without text become blank cells. */
final class GridBuilder {

  private record PlacedCell(int row, int column, int rowEnd, int columnEnd, List<Word> words) {}

  private final List<PlacedCell> entries = new ArrayList<>();

  void add(int row, int column, int rowEnd, int columnEnd, List<Word> words) {
    entries.add(new PlacedCell(row, column, rowEnd, columnEnd, List.copyOf(words)));
  }

  /**
   * The grid; null if it has fewer than two rows or columns with text. A cell keeps of its span
   * what no earlier cell has taken.
   */
  @Nullable Grid grid(int rows, int columns, int page) {
    if (rows < 2 || columns < 2) {
      return null;
    }
    boolean[][] taken = new boolean[rows][columns];
    List<GridCell> cells = new ArrayList<>();
    Box all = Box.around(entries.stream().flatMap(e -> e.words.stream()).map(Word::box).toList());
    entries.sort(Comparator.comparingInt(PlacedCell::row).thenComparingInt(PlacedCell::column));
    for (PlacedCell entry : entries) {
      if (taken[entry.row][entry.column]) {
        continue;
      }
      int columnEnd = entry.column + 1;
      while (columnEnd < entry.columnEnd && !taken[entry.row][columnEnd]) {
        columnEnd++;
      }
      int rowEnd = entry.row + 1;
      while (rowEnd < entry.rowEnd && isFree(taken[rowEnd], entry.column, columnEnd)) {
        rowEnd++;
      }
      for (int row = entry.row; row < rowEnd; row++) {
        Arrays.fill(taken[row], entry.column, columnEnd, true);
      }
      Box box = Box.around(entry.words.stream().map(Word::box).toList());
      cells.add(
          new GridCell(
              entry.row,
              entry.column,
              rowEnd - entry.row,
              columnEnd - entry.column,
              page,
              box,
              entry.words,
              TextLines.cellText(TextLines.of(entry.words), box.width())));
    }
    addBlanks(cells, taken, page, all);
    return new Grid(rows, columns, cells, List.of(new Region(page, all)), false);
  }

  private static boolean isFree(boolean[] row, int from, int to) {
    for (int column = from; column < to; column++) {
      if (row[column]) {
        return false;
      }
    }
    return true;
  }

  /** A blank cell's box lies between the text of its row and its column. */
  private static void addBlanks(List<GridCell> cells, boolean[][] taken, int page, Box all) {
    int rows = taken.length;
    int columns = taken[0].length;
    double[] lefts = new double[columns];
    double[] rights = new double[columns];
    double[] tops = new double[rows];
    double[] bottoms = new double[rows];
    Arrays.fill(lefts, all.right());
    Arrays.fill(rights, all.left());
    Arrays.fill(tops, all.bottom());
    Arrays.fill(bottoms, all.top());
    for (GridCell cell : cells) {
      if (cell.columnSpan() == 1) {
        lefts[cell.column()] = Math.min(lefts[cell.column()], cell.box().left());
        rights[cell.column()] = Math.max(rights[cell.column()], cell.box().right());
      }
      if (cell.rowSpan() == 1) {
        tops[cell.row()] = Math.min(tops[cell.row()], cell.box().top());
        bottoms[cell.row()] = Math.max(bottoms[cell.row()], cell.box().bottom());
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (!taken[row][column]) {
          Box box =
              new Box(
                  Math.min(lefts[column], rights[column]),
                  Math.min(tops[row], bottoms[row]),
                  Math.max(lefts[column], rights[column]),
                  Math.max(tops[row], bottoms[row]));
          cells.add(new GridCell(row, column, 1, 1, page, box, List.of(), ""));
        }
      }
    }
  }
}
