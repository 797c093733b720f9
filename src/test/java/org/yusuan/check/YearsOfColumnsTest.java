package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Relations between tables are about the year of the budget, not about last year's columns. */
class YearsOfColumnsTest {

  private static Disclosure checked(MadeTable ownTable) {
    MadeTable summary =
        MadeTable.items("t1", "fiscal_appropriation_summary", "财政拨款收支总表", "万元")
            .measure("budget_amount", "收入预算数")
            .total("收入合计", "812.40")
            .beside()
            .measure("total", "支出", "合计")
            .measure("general_public_budget", "支出", "一般公共预算财政拨款")
            .item(1, "农林水支出", "701.15", "701.15")
            .item(1, "住房保障支出", "111.25", "111.25")
            .total("支出合计", "812.40", "812.40");
    return new Checker()
        .check(MadeDisclosure.budget("某局", 2024).table(summary).table(ownTable).build());
  }

  private static MadeTable withRows(MadeTable table) {
    return table
        .total("合计", "790.06", "812.40", "600.10", "212.30")
        .code("213", "农林水支出", "690.30", "701.15", "488.85", "212.30")
        .code("221", "住房保障支出", "99.76", "111.25", "111.25", "");
  }

  private static MadeTable ownTable() {
    return MadeTable.coded("t2", "general_public_budget_functional", "一般公共预算财政拨款支出预算表", "万元");
  }

  private static void assertVerified(Disclosure checked) {
    assertEquals(List.of(), checked.findings());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t2", 0, 2).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t2", 0, 3).status());
  }

  @Test
  void aColumnOfLastYearMayStandFirst() {
    assertVerified(
        checked(
            withRows(
                ownTable()
                    .measure("budget_amount", "2023年预算数")
                    .ofYear(2023)
                    .measure("total", "2024年预算数", "总计")
                    .ofYear(2024)
                    .measure("basic_expenditure", "2024年预算数", "基本支出")
                    .ofYear(2024)
                    .measure("project_expenditure", "2024年预算数", "项目支出")
                    .ofYear(2024))));
  }

  @Test
  void theColumnOfLastYearMayNameNoYear() {
    assertVerified(
        checked(
            withRows(
                ownTable()
                    .measure("prior_year_final", "上年执行数")
                    .measure("total", "本年预算数", "总计")
                    .measure("basic_expenditure", "本年预算数", "基本支出")
                    .measure("project_expenditure", "本年预算数", "项目支出"))));
  }
}
