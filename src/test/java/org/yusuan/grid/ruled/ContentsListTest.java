package org.yusuan.grid.ruled;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;

class ContentsListTest {

  @Test
  void rowsOfDotsThatLeadToPagesAreContents() {
    assertTrue(
        ContentsList.isContents(Grids.of("一、收支总表......3", "二、收入总表......4", "三、支出总表......4")));
  }

  @Test
  void labelsWithPagesNeedNoDots() {
    assertTrue(
        ContentsList.isContents(
            Grids.of("第一部分 概况|1", "一、职责|2", "二、机构|2", "第二部分 预算表|4", "一、收支总表|5", "二、收入总表|6")));
  }

  @Test
  void countsThatFallOrAHeaderAboveThemAreATable() {
    assertFalse(ContentsList.isContents(Grids.of("车辆|1", "设备|2", "房屋|2", "图书|4", "家具|5", "用具|3")));
    assertFalse(
        ContentsList.isContents(Grids.of("名称|数量", "车辆|1", "设备|2", "房屋|2", "图书|4", "家具|5", "用具|6")));
  }
}
