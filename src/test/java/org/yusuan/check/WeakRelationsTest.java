package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Forms and lists in which one relation alone ties the amounts, and one that fails there. */
class WeakRelationsTest {

  private final Checker checker = new Checker();

  private Disclosure check(MadeTable table) {
    return checker.check(MadeDisclosure.budget("某局", 2025).table(table).build());
  }

  private List<String> rules(MadeTable table) {
    return check(table).findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  /** Projects that are paid by fiscal funds alone, but for the last. */
  private static MadeTable projects(int count, String total, String fiscal, String other) {
    MadeTable table =
        MadeTable.items("t1", "project_performance", "项目支出绩效目标表", "元")
            .measure("project_total", "项目总额")
            .measure("fiscal_funds", "其中：", "财政资金")
            .measure("other_funds", "其中：", "其他资金");
    for (int i = 0; i < count; i++) {
      String amount = 31 * i + 17 + "0500";
      table.item(1, "项目" + i, amount, amount, "");
    }
    return table.item(1, "末项", total, fiscal, other);
  }

  @Test
  void aProjectOfWhichTheFundsAreNotTheWholeIsTold() {
    assertEquals(List.of(), rules(projects(8, "860,000", "860,000", "")));
    assertEquals(List.of("identity WARNING"), rules(projects(8, "840,000", "860,000", "")));
    assertEquals(List.of(), rules(projects(1, "840,000", "860,000", "")));
  }

  @Test
  void aProjectThatAloneHasNoTotalIsTold() {
    assertEquals(List.of("identity WARNING"), rules(projects(11, "", "860,000", "860,000")));
    assertEquals(List.of(), rules(projects(2, "", "860,000", "860,000")));
  }

  private static MadeTable procurement(String goods, String total) {
    return MadeTable.items("t1", "government_procurement", "政府采购预算明细表", "元")
        .measure("budget_amount", "金额")
        .item(1, "A-货物", goods)
        .total("合计", total);
  }

  @Test
  void procurementOfGoodsAloneIsItsTotal() {
    assertEquals(List.of(), rules(procurement("125,000", "125,000")));
    assertEquals(List.of("list-incomplete WARNING"), rules(procurement("125,000", "12,400,734")));
  }

  @Test
  void aLongListThatIsShortOfItsTotalLacksARow() {
    MadeTable table =
        MadeTable.items("t1", "purchased_services", "政府购买服务明细表", "元")
            .measure("budget_amount", "金额");
    for (int i = 0; i < 10; i++) {
      table.item(1, "服务" + i, 73 * i + 21 + "8500");
    }
    assertEquals(List.of("list-incomplete WARNING"), rules(table.total("合计", "36,000,400")));
  }

  @Test
  void aNumberIsSkippedThoughTheTotalHasItWrittenOtherwise() {
    MadeTable table =
        MadeTable.items("t1", "fiscal_appropriation_summary", "财政拨款收支总表", "万元")
            .measure("budget_amount", "预算数")
            .item(1, "一、本年支出", "2,723.94")
            .item(2, "(二)外交支出", "20.00")
            .item(2, "(三)国防支出", "388.11")
            .item(2, "(四)教育支出", "203.14");
    assertEquals(List.of("list-incomplete WARNING"), rules(table));
  }

  @Test
  void aNumberBehindTheWordsOfWhichIsNotSkipped() {
    MadeTable table =
        MadeTable.items("t1", "social_insurance_expenditure", "社会保险基金支出表", "亿元")
            .measure("budget_amount", "预算数")
            .item(2, "(一)失业保险待遇支出", "201.75")
            .item(3, "其中:1.失业保险金", "125.10")
            .item(3, "2.医疗保险费", "47.37")
            .item(3, "3.丧葬抚恤补助", "0.87");
    assertEquals(List.of(), rules(table));
  }

  /** Twenty classes in 万元, each the sum of three items, and a form with one class beside them. */
  private List<String> classes(String second) {
    MadeTable table =
        MadeTable.coded("t1", "gov_general_expenditure", "支出表", "万元")
            .measure("budget_amount", "预算数");
    for (int i = 0; i < 20; i++) {
      String code = "2" + (10 + i);
      table
          .code(code, "类" + i, i == 1 ? second : 3 * i + 6 + ".66")
          .code(code + "01", "款一", i + 1 + ".12")
          .code(code + "02", "款二", i + 2 + ".23")
          .code(code + "03", "款三", i + 3 + ".31");
    }
    MadeTable form =
        MadeTable.coded("t2", "operating_expenditure", "机关运行经费表", "万元")
            .measure("basic_expenditure", "基本支出")
            .code("302", "商品和服务支出", "175.77")
            .code("30201", "办公费", "115.21")
            .code("30202", "印刷费", "25.41")
            .code("30205", "水费", "35.12");
    Disclosure given = MadeDisclosure.budget("某局", 2025).table(table).table(form).build();
    return checker.check(given).findings().stream()
        .map(f -> f.rule() + " " + f.severity())
        .toList();
  }

  @Test
  void whatIsOffByMoreThanRoundingIsToldWhereAllElseHoldsToTheLastPlace() {
    assertEquals(List.of("identity WARNING"), classes("9.66"));
    assertEquals(List.of("rounding INFO"), classes("9.67"));
  }

  /** Cities, each the sum of its own level and its districts; its counties are not in it. */
  private static MadeTable regions(String[] first, String[] second) {
    return MadeTable.items("t1", "debt_limit_balance", "债务限额及余额表", "亿元")
        .measure("debt_limit", "限额")
        .measure("general_debt_limit", "一般")
        .measure("special_debt_limit", "专项")
        .item(1, "甲市", "146.51", "61.25", "85.26")
        .item(1, "甲市本级", first)
        .item(1, "东区", "4.18", "4.07", "0.11")
        .item(1, "某县", "41.56", "20.15", "21.41")
        .item(1, "乙市", "47.39", "30.72", "16.67")
        .item(1, "乙市本级", second)
        .item(1, "西区", "5.12", "3.56", "1.56");
  }

  @Test
  void ownLevelsOfTwoCitiesThatAreExchangedAreNotVerified() {
    String[] first = {"142.33", "57.18", "85.15"};
    String[] second = {"42.27", "27.16", "15.11"};
    assertEquals(Status.VERIFIED, Scans.cell(check(regions(first, second)), "t1", 1, 1).status());
    Disclosure checked = check(regions(second, first));
    for (int column = 1; column <= 3; column++) {
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 1, column).status());
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 5, column).status());
    }
  }

  /** Counties stand below the city that they lie in, and are not in it. */
  @Test
  void whatIndentationTellsOfRegionsIsNoSum() {
    MadeTable table =
        MadeTable.items("t1", "debt_limit_balance", "债务限额及余额表", "亿元")
            .measure("debt_limit", "限额")
            .item(1, "某省", "500.11")
            .item(2, "某省本级", "215.21")
            .item(2, "甲市", "146.51")
            .item(3, "甲市本级", "142.33")
            .item(3, "东区", "4.18")
            .item(3, "某县", "91.00")
            .item(2, "乙市", "47.39")
            .item(3, "乙市本级", "42.27")
            .item(3, "西区", "5.12");
    assertEquals(List.of(), check(table).findings());
  }

  /** A list of which the numbers begin anew below its first row. */
  private static MadeTable restarted(String year, String left) {
    return MadeTable.items("t1", "fiscal_appropriation_summary", "财政拨款收支总表", "元")
        .measure("budget_amount", "预算数")
        .item(1, "一、本年支出", year)
        .item(1, "一、一般公共服务支出", "6,770.49")
        .item(1, "二、外交支出", "")
        .item(1, "三、国防支出", "18.73")
        .item(1, "四、教育支出", "8.40")
        .item(1, "五、卫生健康支出", "145.10")
        .item(1, "六、住房保障支出", "47.01")
        .item(1, "二、年终结转结余", left)
        .total("支出总计", "7,240.34");
  }

  @Test
  void numbersThatBeginAnewTellWhatTheRowAboveThemAddsUp() {
    assertEquals(List.of(), rules(restarted("6,989.73", "250.61")));
    assertEquals(List.of("list-incomplete WARNING"), rules(restarted("7,189.73", "50.61")));
    assertEquals(List.of("list-incomplete WARNING"), rules(restarted("6,989.73", "150.61")));
  }

  private static MadeTable issued(String budget, String execution, String limit) {
    return MadeTable.items("t1", "debt_general_balance", "一般债务余额情况表", "亿元")
        .measure("budget_amount", "预算数")
        .measure("execution_amount", "执行数")
        .item(1, "三、2024年地方政府一般债务发行额", budget, execution)
        .item(2, "中央转贷地方的国际金融组织和外国政府贷款", "", "")
        .item(2, "2024年地方政府一般债券发行额", "", "480.32")
        .item(1, "七、2025年地方政府一般债务余额限额", limit, "");
  }

  @Test
  void aTotalInAnotherColumnThanItsPartsIsTold() {
    assertEquals(List.of(), rules(issued("", "480.32", "3,797.28")));
    assertEquals(List.of("identity WARNING"), rules(issued("3,797.28", "", "")));
  }

  /** What two tables print for the same projects, but for the last one's aims. */
  private Disclosure performance(String last) {
    MadeTable list =
        MadeTable.items("t1", "project_expenditure", "项目支出预算表", "万元").measure("total", "合计");
    MadeTable aims =
        MadeTable.items("t2", "project_performance", "项目支出绩效表", "万元").measure("amount", "金额");
    List<String> amounts = List.of("120.50", "88.00", "61.25", "40.00", "35.75");
    for (int i = 0; i < amounts.size(); i++) {
      list.item(1, "项目" + i, amounts.get(i));
      aims.item(1, "项目" + i, i + 1 < amounts.size() ? amounts.get(i) : last);
    }
    return checker.check(
        MadeDisclosure.budget("某局", 2025).table(list.total("合计", "345.50")).table(aims).build());
  }

  @Test
  void theAimsOfAProjectNameItsAmount() {
    Disclosure same = performance("35.75");
    assertEquals(List.of(), same.findings());
    assertEquals(11, same.quality().verified());
    Disclosure other = performance("37.55");
    assertEquals(
        List.of("identity-across-tables WARNING"),
        other.findings().stream().map(f -> f.rule() + " " + f.severity()).toList());
  }
}
