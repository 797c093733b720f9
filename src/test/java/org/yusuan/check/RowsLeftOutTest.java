package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Status;

/** Rows that a list lacks, and rows one column too far, where little else is printed. */
class RowsLeftOutTest {

  private static List<String> rules(MadeTable table) {
    return new Checker()
        .check(MadeDisclosure.budget("某局", 2025).table(table).build()).findings().stream()
            .map(f -> f.rule() + " " + f.severity())
            .toList();
  }

  private static MadeTable trips(boolean first) {
    MadeTable table =
        MadeTable.items("t1", "three_public", "“三公”经费汇总表", "元")
            .measure("budget_amount", "预算数")
            .measure("final_amount", "决算数")
            .measure(null, "决算数比预算数增减")
            .total("合计", "12,300", "10,105", "-2,195");
    if (first) {
      table.item(1, "1.因公出国（境）费用", "700", "600", "-100");
    }
    return table
        .item(1, "2.公务接待费", "3,100", "2,405", "-695")
        .item(1, "3.公务用车购置及运行维护费", "8,500", "7,100", "-1,400");
  }

  @Test
  void aColumnOfChangesDoesNotHideThatTheFirstRowIsMissing() {
    assertEquals(List.of(), rules(trips(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(trips(false)));
  }

  private static MadeTable limits(String whole) {
    return MadeTable.items("t1", "debt_limit_balance", "政府债务限额及余额情况表", "万元")
        .measure("budget_amount", "预算数")
        .measure("execution_amount", "执行数")
        .item(1, "一、2029年末地方政府债务余额", "", "1,300")
        .item(2, "其中：一般债务", "", "600")
        .item(3, "专项债务", "", "700")
        .item(1, "二、2029年末地方政府债务限额", "", whole)
        .item(2, "其中：一般债务", "", "650")
        .item(3, "专项债务", "", "800");
  }

  @Test
  void generalAndSpecialDebtMakeUpAllDebt() {
    assertEquals(List.of(), rules(limits("1,450")));
    assertEquals(List.of("identity WARNING"), rules(limits("1,250")));
  }

  private static MadeTable office(boolean shifted) {
    MadeTable table =
        MadeTable.items("t1", "income", "收入预算表", "元")
            .measure("total", "合计")
            .measure("subtotal", "本年收入", "小计")
            .measure("general_public_budget", "本年收入", "一般公共预算")
            .measure("government_fund", "本年收入", "政府性基金预算")
            .measure("carry_over", "上年结转")
            .unit("105", "某局", "40,166", "40,166", "40,166", "", "");
    if (shifted) {
      table.unit("105001", "某局", "", "40,166", "40,166", "40,166", "");
    } else {
      table.unit("105001", "某局", "40,166", "40,166", "40,166", "", "");
    }
    return table.total("合计", "40,166", "40,166", "40,166", "", "");
  }

  @Test
  void theOnlyOfficeOneColumnTooFarIsTold() {
    assertEquals(List.of(), rules(office(false)));
    assertEquals(List.of("amounts-displaced WARNING"), rules(office(true)));
  }

  private static MadeTable water(String reservoirs) {
    return MadeTable.coded("t1", "gov_fund_expenditure", "政府性基金预算支出表", "万元")
        .measure("execution_amount", "完成数")
        .code("207", "文化旅游体育与传媒支出", "864")
        .code("20709", "旅游发展基金支出", "864")
        .code("213", "农林水支出", "14,123")
        .code("21366", "大中型水库库区基金安排的支出", "143")
        .code("21372", "大中型水库移民后期扶持基金支出", "13,979")
        .code("21373", "小型水库移民扶助基金安排的支出", reservoirs)
        .code("229", "其他支出", "5,300")
        .code("22908", "彩票发行销售机构业务费安排的支出", "4,575")
        .code("22960", "彩票公益金安排的支出", "725");
  }

  @Test
  void whatRowsNearlyAddUpToIsNotTheSumThatCodesState() {
    assertEquals(List.of(), rules(water("1")));
    assertEquals(List.of("identity ERROR"), rules(water("9")));
  }

  private static MadeTable pages(boolean last) {
    MadeTable table =
        MadeTable.coded("t1", "general_public_budget_functional", "一般公共预算支出表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("205", "教育支出", "900", "600", "300")
            .code("20502", "普通教育", "900", "600", "300")
            .code("2050201", "学前教育", "500", "400", "100")
            .code("2050202", "小学教育", "400", "200", "200")
            .code("210", "卫生健康支出", "380", "300", "80")
            .code("21011", "行政事业单位医疗", "380", "300", "80")
            .code("2101101", "行政单位医疗", "200", "180", "20");
    if (last) {
      table.code("2101103", "公务员医疗补助", "180", "120", "60");
    }
    return table
        .on(2, Status.VERIFIED)
        .code("221", "住房保障支出", "150", "150", "")
        .code("22102", "住房改革支出", "150", "150", "")
        .code("2210201", "住房公积金", "150", "150", "")
        .total("合计", "1,430", "1,050", "380");
  }

  @Test
  void aGroupOfCodesThatEndsWithItsPageIsAllThereIs() {
    assertEquals(List.of(), rules(pages(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(pages(false)));
  }
}
