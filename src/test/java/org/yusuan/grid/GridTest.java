package org.yusuan.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void aPlaceWithoutACellIsBlank() {
    Grid whole = Grids.of("科目|合计|项目", "教育|3.00|2.00");
    List<GridCell> cells = new ArrayList<>(whole.cells());
    cells.remove(4);
    Grid grid = new Grid(2, 3, cells, whole.regions(), true);
    GridCell hole = grid.places()[1][1];
    assertTrue(hole.isBlank());
    assertEquals(whole.cells().get(1).box().left(), hole.box().left());
    assertEquals(whole.cells().get(3).box().top(), hole.box().top());
    assertEquals(6, grid.cells().size());
  }
}
