package org.yusuan.grid.unruled;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;

class TableLikenessTest {

  private static final String[] CHART = {"40000|34243|55322", "35000|29780|31250", "30000|26811|"};

  @Test
  void figuresOfAPictureThatNameNothingAreAChart() {
    assertFalse(TableLikeness.isFull(Grids.recognized(CHART)));
  }

  @Test
  void aPageOfATextLayerMayGoOnWithoutLabels() {
    assertTrue(TableLikeness.isFull(Grids.of(CHART)));
  }

  @Test
  void oneNamedRowIsEnoughForATable() {
    assertTrue(
        TableLikeness.isFull(
            Grids.recognized("合计|34243|55322", "35000|29780|31250", "30000|26811|")));
  }

  @Test
  void whatIsRecognizedWithoutAFigureIsAHeading() {
    String[] heading = {"-|公开02表|", "收入总表|-|单位：万元"};
    assertTrue(TableLikeness.isHeading(Grids.recognized(heading)));
    assertFalse(TableLikeness.isHeading(Grids.of(heading)));
    assertFalse(TableLikeness.isHeading(Grids.recognized("项目|金额", "合计|1.00")));
  }
}
