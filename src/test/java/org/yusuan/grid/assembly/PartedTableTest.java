package org.yusuan.grid.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** Pieces of a table on one page, with a gap between them. */
class PartedTableTest {

  private static final Grid HEADER = Grids.onPage(1, "编码 | 名称 | 基本支出 | 项目支出");
  private static final Grid ROWS =
      Grids.onPage(1, "201 | 公共 | 1.00 | 2.00", "208 | 社保 | 3.00 | 4.00");
  private static final double ROW = ROWS.cells().get(0).box().height();

  private static PlacedGrid at(Grid grid, double right, double down, TextLine... above) {
    List<GridCell> cells =
        grid.cells().stream()
            .map(
                cell ->
                    new GridCell(
                        cell.row(),
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        1,
                        moved(cell.box(), right, down),
                        cell.words(),
                        cell.text()))
            .toList();
    Region region = new Region(1, moved(grid.regions().get(0).bbox(), right, down));
    return PlacedGrid.of(
        new Grid(grid.rows(), grid.columns(), cells, List.of(region), true),
        List.of(above),
        List.of());
  }

  private static Box moved(Box box, double right, double down) {
    return new Box(box.left() + right, box.top() + down, box.right() + right, box.bottom() + down);
  }

  private static int pieces(PlacedGrid upper, PlacedGrid lower) {
    return PartedTable.joined(List.of(upper, lower)).size();
  }

  @Test
  void rowsBelowAGapGoOnWithTheTable() {
    List<PlacedGrid> joined =
        PartedTable.joined(List.of(at(HEADER, 0, 0), at(ROWS, 0, 2 * ROW), at(ROWS, 0, 5 * ROW)));
    assertEquals(1, joined.size());
    Grid grid = joined.get(0).grid();
    assertEquals(5, grid.rows());
    assertEquals(
        List.of("编码", "201", "208", "201", "208"),
        grid.cells().stream().filter(cell -> cell.column() == 0).map(GridCell::text).toList());
    assertEquals(1, grid.regions().size());
    assertEquals(7 * ROW, grid.regions().get(0).bbox().bottom(), 0.001);
  }

  @Test
  void aHeaderBeginsATableOfItsOwn() {
    assertEquals(2, pieces(at(ROWS, 0, 0), at(HEADER, 0, 3 * ROW)));
  }

  @Test
  void textBetweenIsTheHeadingOfAnother() {
    Word word = Grids.word("专项支出", 10, 40);
    TextLine line = new TextLine(word.text(), word.box(), List.of(word));
    assertEquals(2, pieces(at(HEADER, 0, 0), at(ROWS, 0, 2 * ROW, line)));
  }

  @Test
  void otherColumnsAreOfAnother() {
    assertEquals(2, pieces(at(HEADER, 0, 0), at(ROWS, 6, 2 * ROW)));
  }

  @Test
  void aWideGapParts() {
    assertEquals(2, pieces(at(HEADER, 0, 0), at(ROWS, 0, 5 * ROW)));
  }
}
