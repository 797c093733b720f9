package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Status;

/** Tables of one kind for several years, or for a whole area and its levels. */
class LikeTablesTest {

  private final Checker checker = new Checker();

  private static MadeTable table(String id, String scope, int year, Stage stage) {
    return MadeTable.items(id, "social_insurance_expenditure", "社会保险基金支出表", "元")
        .scope(scope)
        .of(year, stage)
        .measure("budget_amount", "金额");
  }

  private String verified(MadeTable... tables) {
    MadeDisclosure made = MadeDisclosure.budget("某省", 2025);
    List.of(tables).forEach(made::table);
    Disclosure checked = checker.check(made.build());
    assertEquals(List.of(), checked.findings());
    StringBuilder verified = new StringBuilder();
    for (int t = 0; t < tables.length; t++) {
      for (int row = 0; row < checked.tables().get(t).rows().size(); row++) {
        boolean proved = Scans.cell(checked, "t" + (t + 1), row, 1).status() == Status.VERIFIED;
        verified.append(proved ? '+' : '-');
      }
      verified.append(' ');
    }
    return verified.toString().strip();
  }

  @Test
  void whatTablesOfTwoLevelsShareIsProvedAndTheRestIsNot() {
    assertEquals(
        "+-+- +-+-",
        verified(
            table("t1", "whole_area", 2025, Stage.BUDGET)
                .item(1, "一、养老保险", "61,158")
                .item(2, "其中：待遇支出", "59,314")
                .item(1, "二、失业保险", "4,382")
                .item(2, "其中：待遇支出", "700"),
            table("t2", "own_level", 2025, Stage.BUDGET)
                .item(1, "一、养老保险", "61,158")
                .item(2, "其中：待遇支出", "59,814")
                .item(1, "二、失业保险", "4,382")
                .item(2, "其中：待遇支出", "700")));
  }

  @Test
  void amountsOfOtherYearsAndItemsAreNotCompared() {
    assertEquals(
        "-- --",
        verified(
            table("t1", "whole_area", 2024, Stage.BUDGET)
                .item(1, "一、养老保险", "61,158")
                .item(1, "二、失业保险", "4,382"),
            table("t2", "whole_area", 2025, Stage.BUDGET)
                .item(1, "一、养老保险", "61,158")
                .item(1, "三、工伤保险", "4,382")));
  }

  @Test
  void theWholeAreaIsItsOwnLevelAndThoseBelow() {
    assertEquals(
        "+- +- +-",
        verified(
            table("t1", "whole_area", 2025, Stage.BUDGET)
                .item(1, "一、养老保险", "75")
                .item(1, "二、失业保险", "48"),
            table("t2", "own_level", 2025, Stage.BUDGET)
                .item(1, "一、养老保险", "61")
                .item(1, "二、失业保险", "31"),
            table("t3", "lower_levels", 2025, Stage.BUDGET)
                .item(1, "一、养老保险", "14")
                .item(1, "二、失业保险", "27")));
  }

  private List<String> profits(String own, String alone) {
    MadeTable whole =
        MadeTable.items("t1", "gov_state_capital_revenue", "全省收入表", "万元")
            .scope("whole_area")
            .of(2025, Stage.BUDGET)
            .measure("subtotal", "小计")
            .measure("own_level", "省本级")
            .measure("lower_levels", "市县级")
            .item(1, "煤炭企业利润收入", "30", "30", "")
            .item(1, "投资服务企业利润收入", "846", "840", "6")
            .item(1, "建筑企业利润收入", "28", "28", "")
            .item(1, "贸易企业利润收入", "31", "31", "")
            .item(1, "烟草企业利润收入", "57", "57", "")
            .item(1, "石油企业利润收入", "63", "63", "")
            .item(1, "农林企业利润收入", "985", own, "")
            .item(1, "其他企业利润收入", "1,407", "142", "1,265")
            .total("合计", "3,447", "2,176", "1,271");
    MadeTable level =
        MadeTable.items("t2", "gov_state_capital_revenue", "省本级收入表", "万元")
            .scope("own_level")
            .of(2025, Stage.BUDGET)
            .measure("budget_amount", "预算数")
            .item(1, "煤炭企业利润收入", "30")
            .item(1, "投资服务企业利润收入", "840")
            .item(1, "建筑企业利润收入", "28")
            .item(1, "贸易企业利润收入", "31")
            .item(1, "烟草企业利润收入", "57")
            .item(1, "石油企业利润收入", "63")
            .item(1, "农林企业利润收入", alone)
            .item(1, "其他企业利润收入", alone.equals("995") ? "132" : "142")
            .total("合计", "2,176");
    return checker
        .check(MadeDisclosure.budget("某省", 2025).table(whole).table(level).build())
        .findings()
        .stream()
        .map(finding -> finding.rule())
        .distinct()
        .toList();
  }

  @Test
  void theColumnOfTheOwnLevelAgreesWithTheTableOfThatLevel() {
    assertEquals(List.of(), profits("985", "985"));
    assertEquals(List.of("identity-across-tables"), profits("985", "995"));
  }
}
