package org.yusuan.check.identity.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yusuan.check.Checker;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Lists of the projects of units by kinds and purposes, of which no code tells the purposes. */
class ProjectListsTest {

  private static Disclosure check(String printing, String second) {
    MadeTable table =
        MadeTable.items("t1", "project_expenditure", "专项业务经费支出表", "元")
            .measure("amount", "项目金额")
            .total("合计", "1560300.00")
            .unit("154001", "某局", "1092300.00")
            .item(1, "通用项目", "602300.00")
            .item(1, "大型活动", "402300.00")
            .item(1, "业务会议", "200900.00")
            .item(1, "业务培训", "201400.00")
            .item(1, "大宗印刷项目", printing)
            .item(1, "业务印刷", "200000.00")
            .item(1, "专用项目", "490000.00")
            .item(1, "信息化运行维护", "490000.00")
            .item(1, "系统甲", "180000.00")
            .item(1, "系统乙", second)
            .unit("154002", "某中心", "468000.00")
            .item(1, "专用项目", "468000.00")
            .item(1, "援助补贴", "468000.00")
            .item(1, "援助业务", "342000.00")
            .item(1, "援助补助", "126000.00");
    return new Checker().check(MadeDisclosure.budget("某局", 2025).table(table).build());
  }

  private static String statuses(Disclosure checked) {
    return checked.tables().get(0).rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.amount() != null)
        .map(cell -> cell.status() == Status.VERIFIED ? "+" : "-")
        .collect(Collectors.joining());
  }

  @Test
  void aPurposeIsTheSumOfTheProjectsThatFollowIt() {
    assertEquals("+".repeat(17), statuses(check("200000.00", "310000.00")));
  }

  @Test
  void whatIsNotMadeUpAccusesNobody() {
    Disclosure checked = check("200000.00", "301000.00");
    assertEquals(0, checked.findings().size());
    assertEquals("----", statuses(checked).substring(8, 12));
  }
}
