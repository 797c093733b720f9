package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.made.MadeTable;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

class TableReviewTest {

  private static final TableMapper MAPPER =
      new TableMapper(Layouts.shipped(), Classification.shipped());

  private final TableReview review = new TableReview(Layouts.shipped(), Messages.shipped());

  private List<String> rules(Table... tables) {
    return review.review(List.of(tables)).stream().map(Finding::rule).toList();
  }

  /** A table of the first page that prints no unit above it. */
  private static Table unitless(String item) {
    return MAPPER
        .map(
            PlacedGrid.of(
                Grids.of("项目|预算数", item + "|300.00", "收入总计|300.00"),
                TextLines.of(List.of(Grids.word("2025年收入预算总表", 10, -60))),
                List.of()),
            "t1")
        .table();
  }

  private static Table next(int page) {
    return MadeTable.items("t2", "income", "2025年收入预算总表", "万元")
        .on(page, Status.UNVERIFIED)
        .measure("total", "合计")
        .item(1, "其他收入", "300.00")
        .build();
  }

  @Test
  void aUnitThatMayBePrintedElsewhereIsNotMissed() {
    Table plain = unitless("事业收入");
    assertEquals(List.of("unit-missing"), rules(plain));
    assertEquals(List.of("unit-missing"), rules(plain, next(2)), "a table of its own");
    assertEquals(List.of(), rules(plain, next(2).withTitle(null)), "its right half");
    assertEquals(List.of("unit-missing"), rules(plain, next(3).withTitle(null)), "not beside it");
    assertEquals(List.of(), rules(plain.withTitle(null)), "a piece of a table");
  }

  @Test
  void aFormThatStatesUnitsInItsLabelsMissesNone() {
    Table form =
        MAPPER
            .map(
                PlacedGrid.of(
                    Grids.of("资金总额（万元）|28.91", "所需经费（元）|70.00", "其他资金|1.00"),
                    TextLines.of(List.of(Grids.word("部门专项业务经费绩效目标表", 10, -60))),
                    List.of()),
                "t1")
            .table();
    assertEquals(List.of(), rules(form.withKind("performance_target", null)));
  }

  @Test
  void hoursAndDaysAreNoDamagedFigure() {
    Table table = unitless("事业收入");
    assertEquals(List.of("unit-missing"), rules(with(table, "7*24")));
    assertEquals(List.of("unit-missing", "not-a-number"), rules(with(table, "12*345")));
  }

  @Test
  void aMarkOfASpreadsheetStandsForAFigureThatIsNotKnown() {
    Table table = unitless("事业收入");
    for (String mark : List.of("#####", "#REF!", "#DIV/0!")) {
      assertEquals(List.of("unit-missing", "not-a-number"), rules(with(table, mark)));
    }
    assertEquals(List.of("unit-missing"), rules(with(table, "#3楼")));
  }

  private static Table with(Table table, String text) {
    return MAPPER
        .map(
            PlacedGrid.of(
                Grids.of("项目|预算数", "事业收入|300.00", "其他收入|" + text, "收入总计|300.00"),
                TextLines.of(List.of(Grids.word(String.valueOf(table.title()), 10, -60))),
                List.of()),
            "t1")
        .table();
  }
}
