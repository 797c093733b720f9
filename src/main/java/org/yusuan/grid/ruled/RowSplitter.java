package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** Builds the grid in which some ruled rows are cut into the rows that were found in them. */
final class RowSplitter {

  /** At least this many dots lead to a figure: a single one may be a mark for none. */
  private static final int MIN_LEADERS = 2;

  private final Grid grid;
  private final List<List<RowBand>> cuts;
  private final List<GridCell> whole;

  /**
   * @param cuts the rows of each ruled row, from the top down; none where it is one row
   * @param whole cells that stand beside all rows of their ruled row
   */
  RowSplitter(Grid grid, List<List<RowBand>> cuts, List<GridCell> whole) {
    this.grid = grid;
    this.cuts = cuts;
    this.whole = whole;
  }

  /** The grid with its rows cut; cells beside all rows of their ruled row span them. */
  Grid split() {
    int[] starts = new int[grid.rows() + 1];
    for (int row = 0; row < grid.rows(); row++) {
      starts[row + 1] = starts[row] + Math.max(1, cuts.get(row).size());
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      List<RowBand> bands =
          cell.rowSpan() == 1 && !whole.contains(cell) ? cuts.get(cell.row()) : List.of();
      if (bands.isEmpty()) {
        int start = starts[cell.row()];
        cells.add(
            new GridCell(
                start,
                cell.column(),
                starts[cell.rowEnd()] - start,
                cell.columnSpan(),
                cell.page(),
                cell.box(),
                cell.words(),
                cell.text()));
        continue;
      }
      for (int i = 0; i < bands.size(); i++) {
        cells.add(part(cell, bands, i, starts[cell.row()] + i));
      }
    }
    return new Grid(starts[grid.rows()], grid.columns(), cells, grid.regions(), grid.ruled());
  }

  private static GridCell part(GridCell cell, List<RowBand> bands, int index, int row) {
    Box whole = cell.box();
    double top = index == 0 ? whole.top() : bands.get(index - 1).edge(bands.get(index));
    double bottom =
        index == bands.size() - 1 ? whole.bottom() : bands.get(index).edge(bands.get(index + 1));
    Box box = new Box(whole.left(), top, whole.right(), Math.max(top, bottom));
    List<TextLine> lines = new ArrayList<>();
    for (CellBlock block : bands.get(index).blocks()) {
      if (block.cell() == cell) {
        lines.addAll(block.lines());
      }
    }
    List<Word> words =
        lines.stream().flatMap(line -> withoutLeaders(line.words()).stream()).toList();
    return new GridCell(
        row,
        cell.column(),
        1,
        cell.columnSpan(),
        cell.page(),
        box,
        words,
        TextLines.cellText(TextLines.of(words), box.width()));
  }

  /** The words of a line without the dots that lead from its label to a figure. */
  private static List<Word> withoutLeaders(List<Word> words) {
    return words.stream().filter(TextChunk::isLeader).count() < MIN_LEADERS
        ? words
        : words.stream().filter(word -> !TextChunk.isLeader(word)).toList();
  }
}
