package org.yusuan.check.identity.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.check.Checker;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;

/** Sums of lists that print neither codes nor levels, and of tables cut in two. */
class StructureByNamesTest {

  private final Checker checker = new Checker();

  private static MadeTable regions(String id, String... headers) {
    MadeTable table = MadeTable.items(id, "gov_transfers_by_item_and_region", id, "元");
    for (String header : headers) {
      table.measure(header.equals("合计") ? "total" : null, header);
    }
    return table;
  }

  private Disclosure wide(String third) {
    MadeTable first =
        regions("t1", "合计", "甲市", "乙市")
            .item(1, "所得税返还", "1,010", "201", "307")
            .item(1, "均衡性补助", "2,113", "404", "601")
            .item(1, "结算补助", "3,127", "707", "911")
            .item(1, "奖励资金", "4,211", "817", "1,003")
            .item(1, "教育补助", "5,303", "1,009", "1,201");
    MadeTable second =
        regions("t2", "丙市", "丁市")
            .item(1, "所得税返还", "401", "101")
            .item(1, "均衡性补助", "503", "605")
            .item(1, "结算补助", third, "700")
            .item(1, "奖励资金", "1,100", "1,291")
            .item(1, "教育补助", "1,301", "1,792");
    return checker.check(MadeDisclosure.budget("某市", 2025).table(first).table(second).build());
  }

  @Test
  void aTotalIsTheSumOfItsRowInAllTablesThatContinueIt() {
    Disclosure checked = wide("809");
    assertEquals(List.of(), checked.findings());
    assertEquals(checked.quality().amounts(), checked.quality().verified());
  }

  @Test
  void aRowThatDoesNotAddUpOverTheTablesIsTold() {
    List<Finding> findings = wide("899").findings();
    assertTrue(findings.stream().anyMatch(f -> f.severity() != Severity.INFO), findings.toString());
    assertTrue(findings.get(0).messageZh().contains("丁市"), findings.get(0).messageZh());
  }

  @Test
  void equalAmountsBesideOneAnotherAreNoSums() {
    MadeTable table = MadeTable.items("t1", "bond_use", "债券", "元").measure(null, "规模");
    for (int i = 0; i < 12; i++) {
      table.item(1, "项目" + i, i % 4 == 0 ? "67.96" : "16.99");
    }
    Disclosure checked = checker.check(MadeDisclosure.budget("某市", 2025).table(table).build());
    assertEquals(0, checked.quality().verified());
  }

  @Test
  void namesOfTheClassificationTellWhatBelongsToWhat() {
    MadeTable table =
        MadeTable.items("t1", "gov_general_expenditure", "支出", "元")
            .measure("final_amount", "决算数")
            .named("208", "社会保障和就业支出", "30")
            .named("20801", "人力资源和社会保障管理事务", "21")
            .named("2080101", "行政运行", "13")
            .named("2080102", "一般行政管理事务", "8")
            .named("20802", "民政管理事务", "9")
            .named("2080201", "行政运行", "9");
    Disclosure checked = checker.check(MadeDisclosure.budget("某市", 2025).table(table).build());
    assertEquals(6, checked.quality().verified());
  }

  @Test
  void aSumOfTheYearHoldsTheSmallerSumAboveIt() {
    MadeTable table =
        MadeTable.items("t1", "social_insurance_balance", "基金", "元")
            .measure("budget_amount", "预算数")
            .item(1, "一、养老金支出", "40")
            .item(1, "二、丧葬补助支出", "7")
            .subtotal("三、本年支出小计", "47")
            .item(1, "四、补助下级支出", "20")
            .subtotal("五、本年支出合计", "67")
            .item(1, "六、本年收支结余", "10")
            .item(1, "七、年末滚存结余", "151")
            .total("总计", "218");
    Disclosure checked = checker.check(MadeDisclosure.budget("某市", 2025).table(table).build());
    assertEquals(List.of(), checked.findings());
  }
}
