package org.yusuan.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Region;

/**
 * A table as rows and columns of cells that tile it: every place is covered by exactly one cell,
 * blank ones included.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param cells its cells, by row, then by column
 * @param regions where it stands, one rectangle a page
 * @param ruled whether its cells were found from rulings
 */
public record Grid(
    int rows, int columns, List<GridCell> cells, List<Region> regions, boolean ruled) {

  /** Reading order of cells. */
  public static final Comparator<GridCell> ORDER =
      Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column);

  /** Places that no cell covers are covered by blank ones. */
  public Grid {
    cells =
        Stream.concat(cells.stream(), holes(rows, columns, cells).stream()).sorted(ORDER).toList();
    regions = List.copyOf(regions);
  }

  /**
   * Blank cells for the places that no cell covers: rulings of a damaged page may leave some out.
   */
  private static List<GridCell> holes(int rows, int columns, List<GridCell> cells) {
    BitSet covered = new BitSet(rows * columns);
    for (GridCell cell : cells) {
      for (int row = cell.row(); row < cell.rowEnd(); row++) {
        covered.set(row * columns + cell.column(), row * columns + cell.columnEnd());
      }
    }
    List<GridCell> holes = new ArrayList<>();
    for (int at = covered.nextClearBit(0);
        at < rows * columns && !cells.isEmpty();
        at = covered.nextClearBit(at + 1)) {
      holes.add(hole(at / columns, at % columns, cells));
    }
    return holes;
  }

  /**
   * A blank cell for a place without one, as high as a cell of its row and as wide as one of its
   * column, if there are any.
   */
  private static GridCell hole(int row, int column, List<GridCell> cells) {
    GridCell beside = cells.get(0);
    GridCell above = cells.get(0);
    for (GridCell cell : cells) {
      beside = cell.row() <= row && row < cell.rowEnd() ? cell : beside;
      above = cell.column() <= column && column < cell.columnEnd() ? cell : above;
    }
    Box box =
        new Box(above.box().left(), beside.box().top(), above.box().right(), beside.box().bottom());
    return new GridCell(row, column, 1, 1, beside.page(), box, List.of(), "");
  }

  /** Whether any of its words was recognized on an image. */
  public boolean isRecognized() {
    return cells.stream()
        .flatMap(cell -> cell.words().stream())
        .anyMatch(word -> word.origin() == Origin.OCR);
  }

  /** The cell that covers each place: {@code [row][column]}. */
  public GridCell[][] places() {
    GridCell[][] places = new GridCell[rows][columns];
    for (GridCell cell : cells) {
      for (int row = cell.row(); row < cell.rowEnd(); row++) {
        for (int column = cell.column(); column < cell.columnEnd(); column++) {
          places[row][column] = cell;
        }
      }
    }
    return places;
  }
}
