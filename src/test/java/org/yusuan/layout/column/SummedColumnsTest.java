package org.yusuan.layout.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.Grids;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.TableTerms;

class SummedColumnsTest {

  private static final TableTerms WORDS = Layouts.shipped().vocabulary();
  private static final ColumnReader READER =
      new ColumnReader(WORDS, new EconomicNames(Classification.shipped()));

  private static List<ColumnReader.FoundMeaning> meanings(Grid grid) {
    return READER.readMeanings(grid, Header.of(grid, WORDS), null);
  }

  private static List<String> terms(Grid grid) {
    return meanings(grid).stream().map(ColumnReader.FoundMeaning::term).toList();
  }

  private static final String[] BODY = {
    "201|教育|30.00|20.00|15.00|5.00|10.00",
    "202|体育|8.00|8.00||8.00|",
    "203|水利|7.00|7.00|4.00|3.00|",
    "204|林业|9.00||||9.00"
  };

  private static Grid grid(String header) {
    String[] rows = new String[BODY.length + 1];
    rows[0] = header;
    System.arraycopy(BODY, 0, rows, 1, BODY.length);
    return Grids.recognized(rows);
  }

  @Test
  void aColumnWhoseNameWasMisreadIsTheSumOfItsParts() {
    assertEquals(
        List.of(
            "code",
            "name",
            "total",
            "basic_expenditure",
            "personnel_expenditure",
            "public_expenditure",
            "project_expenditure"),
        terms(grid("科目编码|科目名称|合计|小计|人员经费|公用经费|项目支出")));
    assertEquals("total", terms(grid("科目编码|科目名称|今计口|基本支出|人员经费|公用经费|项目支出")).get(2));
    assertEquals("personnel_expenditure", terms(grid("科目编码|科目名称|合计|基本支出|人见经弗|公用经费|项目支出")).get(4));
  }

  @Test
  void aColumnIsNotNamedByASumThatItDoesNotKeep() {
    Grid grid =
        Grids.recognized(
            "科目编码|科目名称|合计|小计|人员经费|公用经费",
            "201|教育|30.00|20.00|15.00|6.00",
            "202|体育|8.00|8.00||9.00",
            "203|水利|7.00|7.00|4.00|1.00",
            "204|林业|9.00|5.00|3.00|2.00");
    assertEquals("subtotal", terms(grid).get(3));
  }

  @Test
  void meaningsThatTheFiguresContradictAreKnown() {
    Grid right = grid("科目编码|科目名称|合计|基本支出|人员经费|公用经费|项目支出");
    Grid wrong = grid("科目编码|科目名称|合计|人员经费|基本支出|公用经费|项目支出");
    assertFalse(READER.contradict(meanings(right), right, Header.of(right, WORDS)));
    assertTrue(READER.contradict(meanings(wrong), wrong, Header.of(wrong, WORDS)));
  }
}
