package org.yusuan.grid;

import java.util.Comparator;
import java.util.List;
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

  public Grid {
    cells = cells.stream().sorted(ORDER).toList();
    regions = List.copyOf(regions);
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
