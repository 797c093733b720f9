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
}
