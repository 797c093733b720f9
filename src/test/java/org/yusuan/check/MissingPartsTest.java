package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** Lists that lack a part which other rows name. */
class MissingPartsTest {

  private final Checker checker = new Checker();

  private List<String> rules(MadeTable table) {
    return checker.check(MadeDisclosure.budget("某省", 2025).table(table).build()).findings().stream()
        .map(f -> f.rule() + " " + f.severity())
        .toList();
  }

  private static MadeTable balances(String label, boolean general) {
    MadeTable table =
        MadeTable.items("t1", "debt_issue_repayment", "债务情况表", "亿元")
            .measure("whole_area", "本地区")
            .measure("own_level", "本级")
            .item(1, "一、上年末" + label, "4,711.66", "866.89");
    if (general) {
      table.item(2, "其中：一般债务", "3,647.15", "806.96");
    }
    return table.item(3, "专项债务", "1,064.51", "59.93");
  }

  @Test
  void oneOfTwoPartsThatMakeUpTheWholeIsMissed() {
    assertEquals(List.of(), rules(balances("政府债务余额", true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(balances("政府债务余额", false)));
  }

  private static MadeTable bonds(boolean first) {
    MadeTable table =
        MadeTable.items("t1", "debt_issue_repayment", "债券情况表", "万元")
            .measure("whole_area", "本地区")
            .measure("own_level", "本级")
            .item(1, "一、2025年发行执行数", "14,177,611", "6,460,209");
    if (first) {
      table.item(2, "（一）一般债券", "2,460,651", "1,722,442");
    }
    return table
        .item(3, "其中：再融资债券", "2,440,651", "1,712,442")
        .item(2, "（二）专项债券", "11,716,960", "4,737,767");
  }

  @Test
  void aPartOfARowThatIsNotPrintedIsNoPartOfTheTotal() {
    assertEquals(List.of(), rules(bonds(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(bonds(false)));
  }

  private static MadeTable repaid(String second, String refinanced, String budget) {
    MadeTable table =
        MadeTable.items("t1", "debt_issue_repayment", "债券发行及还本付息情况表", "亿元")
            .measure("whole_area", "本地区")
            .measure("own_level", "本级")
            .item(1, "一、2025年发行预计执行数", "53.80", "12.10")
            .item(2, "（一）一般债券", "21.30", "5.10")
            .item(3, "其中：再融资债券", "18.90", "4.10")
            .item(2, "（二）专项债券", "32.50", "7.00")
            .item(3, "其中：再融资债券", "16.70", "3.30")
            .item(1, "二、2026年还本预算数", "36.21", "8.50")
            .item(2, "（一）一般债券", "19.46", "5.20")
            .item(3, "其中：再融资", "18.60", "4.60")
            .item(4, "财政预算安排", "0.86", "0.60")
            .item(2, "（二）专项债券", "16.75", "3.30")
            .item(3, "其中：再融资", refinanced, "2.70");
    return second.isEmpty() ? table : table.item(4, second, budget, "0.60");
  }

  @Test
  void whatBondsAreRepaidFromIsTheWholeThoughMarkedAsAPart() {
    assertEquals(List.of(), rules(repaid("财政预算安排", "12.90", "3.85")));
    assertEquals(List.of("list-incomplete WARNING"), rules(repaid("", "12.90", "")));
    assertEquals(List.of("identity ERROR"), rules(repaid("财政预算安排", "12.90", "9.85")));
  }

  private static MadeTable insurance(boolean first) {
    MadeTable table =
        MadeTable.items("t1", "social_insurance_revenue", "社会保险基金收入决算表", "万元")
            .measure("budget_amount", "预算数")
            .measure("final_amount", "决算数")
            .item(1, "甲保险基金", "2,477,240", "2,908,509");
    if (first) {
      table.item(1, "其中：保险费收入", "1,798,991", "2,161,494");
    }
    return table
        .item(1, "财政补贴收入", "593,925", "638,448")
        .item(1, "利息收入", "37,416", "49,233")
        .item(1, "乙保险基金", "301,614", "347,672")
        .item(1, "其中：保险费收入", "130,831", "161,318")
        .item(1, "财政补贴收入", "165,432", "168,834")
        .item(1, "利息收入", "3,050", "3,760")
        .item(1, "丙保险基金", "29,488", "127,686")
        .item(1, "其中：保险费收入", "5,496", "51,897")
        .item(1, "利息收入", "3,200", "5,260")
        .subtotal("保险基金收入合计", "2,808,342", "3,383,867")
        .item(1, "其中：保险费收入", "1,935,318", "2,374,709")
        .item(1, "财政补贴收入", "759,357", "807,282")
        .item(1, "利息收入", "43,666", "58,253");
  }

  @Test
  void theGreatestOfTheItemsThatATotalNamesIsMissed() {
    assertEquals(List.of(), rules(insurance(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(insurance(false)));
  }

  private static MadeTable revenue(boolean housing) {
    MadeTable table =
        MadeTable.items("t1", "gov_general_revenue", "一般公共预算收入执行情况表", "万元")
            .measure("budget_amount", "预算数")
            .measure("execution_amount", "执行数")
            .item(1, "一般公共预算收入", "25,902", "26,179")
            .item(1, "1、税收收入", "21,098", "20,251")
            .item(2, "其中：增值税", "15,010", "14,915")
            .item(3, "企业所得税", "6,088", "5,336")
            .item(1, "2、非税收入", "4,804", "5,928")
            .item(2, "其中：专项收入", "1,605", "1,433")
            .item(3, "教育费附加收入", "974", "874")
            .item(3, "地方教育附加收入", "631", "559")
            .item(3, "罚没收入", "1,800", "2,058")
            .item(3, "国有资本经营收入", "1,033", "2,040");
    if (housing) {
      table.item(3, "政府住房基金收入", "241", "287");
    }
    return table.item(3, "其他收入", "125", "110");
  }

  @Test
  void anItemBesideThoseOfAMarkedSubtotalIsMissed() {
    assertEquals(List.of(), rules(revenue(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(revenue(false)));
  }

  private static MadeTable summary(boolean housing) {
    MadeTable table =
        MadeTable.items("t1", "income_expenditure_summary", "部门收支总表", "万元")
            .measure("budget_amount", "支出", "预算数")
            .named("213", "农林水支出", "2,471.63")
            .named("208", "社会保障和就业支出", "651.17")
            .named("210", "卫生健康支出", "131.56");
    if (housing) {
      table.named("221", "住房保障支出", "216.24");
    }
    return table.subtotal("本年支出合计", "3,470.60").total("支出总计", "3,470.60");
  }

  private static MadeTable expenditure() {
    return MadeTable.coded("t2", "expenditure", "部门支出总表", "万元")
        .measure("total", "总计")
        .total("合计", "3,470.60")
        .code("213", "农林水支出", "2,471.63")
        .code("208", "社会保障和就业支出", "651.17")
        .code("210", "卫生健康支出", "131.56")
        .code("221", "住房保障支出", "216.24");
  }

  @Test
  void aClassThatOnlyItsNameTellsIsMissedWhereAnotherTablePrintsIt() {
    for (boolean housing : List.of(true, false)) {
      assertEquals(
          housing ? List.of() : List.of("list-incomplete WARNING"),
          checker
              .check(
                  MadeDisclosure.budget("某局", 2025)
                      .table(summary(housing))
                      .table(expenditure())
                      .build())
              .findings()
              .stream()
              .map(f -> f.rule() + " " + f.severity())
              .toList());
    }
  }

  private static MadeTable dividends(boolean all, String subtotal, String total) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "国有资本经营收入表", "万元")
            .measure("budget_amount", "预算数")
            .item(1, "一、利润收入", "3,370")
            .item(2, "甲类企业利润收入", "2,260")
            .item(2, "乙类企业利润收入", "1,110")
            .item(1, "二、股利收入", "7,340")
            .item(2, "丙类公司股利收入", "3,200");
    if (all) {
      table.item(2, "丁类公司股利收入", "2,630");
    }
    return table
        .item(2, "戊类公司股利收入", "1,510")
        .subtotal("收入小计", subtotal)
        .item(1, "上年结转", "1,957")
        .total("合计", total);
  }

  @Test
  void aPartIsMissedWhereWhatIsAboveShowsThatTheWholeIsRight() {
    assertEquals(List.of(), rules(dividends(true, "10,710", "12,667")));
    assertEquals(List.of("list-incomplete WARNING"), rules(dividends(false, "10,710", "12,667")));
    assertFalse(rules(dividends(false, "10,110", "12,067")).contains("list-incomplete WARNING"));
  }

  private static MadeTable balance(boolean all) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "国有资本经营收支总表", "万元")
            .measure("budget_amount", "决算数")
            .item(1, "国有资本经营收入", "9,509")
            .item(1, "国有资本经营上级补助收入", "57,378")
            .item(1, "国有资本经营上年结余", "13,206")
            .total("收入总计", "80,093")
            .beside()
            .measure("budget_amount", "决算数")
            .item(1, "国有资本经营支出", "5,865")
            .item(1, "国有资本经营补助下级支出", "57,378");
    if (all) {
      table.item(1, "国有资本经营调出资金", "3,679");
    }
    return table.item(1, "国有资本经营年终结余", "13,171").total("支出总计", "80,093");
  }

  @Test
  void aPartIsMissedWhereTheTotalBesideIsTheSame() {
    assertEquals(List.of(), rules(balance(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(balance(false)));
  }

  /** The rows of two lists stand in turn, as they are printed. */
  @Test
  void whatIsMarkedAsSomePartsIsNotTakenForAllOfThemBesideAnotherList() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "一般公共预算收支总表", "万元")
            .measure("budget_amount", "预算数")
            .item(1, "一、预算收入", "23,730")
            .item(2, "税收收入", "20,030")
            .item(2, "非税收入", "3,700")
            .item(1, "二、上级补助收入", "1,270")
            .total("收入合计", "25,000")
            .beside()
            .measure("budget_amount", "预算数")
            .item(1, "一、预算支出", "22,531")
            .item(2, "其中：部门预算", "10,437")
            .item(3, "基本支出", "6,580")
            .item(3, "项目支出", "3,857")
            .item(3, "援助其他地区", "376")
            .item(3, "债务付息支出", "692")
            .item(1, "二、上解支出", "2,469")
            .total("支出合计", "25,000");
    Table made = table.build();
    List<Row> inTurn = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      inTurn.addAll(of(made, 0, k));
      inTurn.addAll(of(made, 1, k));
    }
    Disclosure disclosure = MadeDisclosure.budget("某省", 2025).table(table).build();
    assertEquals(
        List.of(), checker.check(disclosure.withTables(List.of(made.withRows(inTurn)))).findings());
  }

  /** The row of a list at a place of its own, if there is one. */
  private static List<Row> of(Table table, int list, int place) {
    return table.rows().stream().filter(row -> row.list() == list).skip(place).limit(1).toList();
  }

  private static MadeTable revenue() {
    return MadeTable.coded("t1", "gov_general_revenue", "一般公共预算收入表", "万元")
        .measure("execution_amount", "执行数")
        .code("101", "税收收入", "62,000")
        .code("10101", "增值税", "40,000")
        .code("10104", "企业所得税", "22,000")
        .code("110", "转移性收入", "48,852")
        .code("11001", "返还性收入", "12,601")
        .code("11002", "一般性转移支付收入", "32,399")
        .code("105", "债务收入", "5,528")
        .code("1050401", "一般债务收入", "5,528")
        .code("11015", "动用预算稳定调节基金", "3,567")
        .code("11021", "区域间转移性收入", "285")
        .total("收入总计", "116,380");
  }

  @Test
  void itemsOfAClassBehindAnotherAreNoPartsOfThatOne() {
    assertEquals(List.of(), rules(revenue()));
  }

  @Test
  void aColumnOfChangesDoesNotTellThatOtherRowsAreAdded() {
    assertEquals(
        List.of("list-incomplete WARNING"),
        rules(
            MadeTable.items("t1", "three_public", "“三公”经费支出表", "万元")
                .measure("prior_year_budget", "2024年预算数")
                .measure("budget_amount", "2025年预算数")
                .measure("change_amount", "增减额")
                .total("合计", "36.10", "31.90", "-4.20")
                .item(1, "1、因公出国（境）费用", "6.10", "5.20", "-0.90")
                .item(1, "3、公务用车购置及运行维护费", "25.00", "24.00", "-1.00")));
  }

  @Test
  void aNumberBeforeAYearIsOne() {
    MadeTable table =
        MadeTable.items("t1", "bond_use", "债券项目安排情况表", "万元")
            .measure("total", "合计")
            .measure(null, "一般债券")
            .item(1, "一、交通", "9,000", "9,000")
            .item(2, "1.甲公路", "6,200", "6,200")
            .item(2, "2.乙公路", "2,800", "2,800")
            .item(1, "二、农业", "16,117", "16,117")
            .item(2, "1.2025年高标准农田建设项目", "8,102", "8,102")
            .item(2, "2.2024年监测点建设项目", "53", "53")
            .item(2, "4.丙水利工程", "7,500", "7,500")
            .total("合计", "25,117", "25,117");
    assertEquals(List.of("list-incomplete WARNING"), rules(table).stream().distinct().toList());
  }

  private static MadeTable economic(boolean first) {
    MadeTable table =
        MadeTable.coded("t1", "gov_general_basic_expenditure", "基本支出表", "万元")
            .measure(null, "预算数")
            .code("501", "机关工资福利支出", "25,230")
            .code("50101", "工资奖金津补贴", "20,110")
            .code("50102", "社会保障缴费", "5,120")
            .code("505", "对事业单位经常性补助", "16,200");
    if (first) {
      table.code("50501", "工资福利支出", "15,000");
    }
    return table.code("50502", "商品和服务支出", "1,200").total("合计", "41,430");
  }

  @Test
  void theGreaterOfTwoCodesIsMissedWhereTheTotalIsRight() {
    assertEquals(List.of(), rules(economic(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(economic(false)));
  }

  private static MadeTable taxes(boolean whole) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入表", "万元")
            .measure(null, "上年数")
            .measure(null, "本年数")
            .item(1, "一、税收收入", whole ? "13,156" : "14,165", whole ? "14,267" : "15,256");
    int k = 0;
    for (String tax : "增值税 所得税 资源税 城建税 房产税 土地税 车船税 占用税 契税 烟叶税 环保税".split(" ")) {
      table.item(2, tax, 1_181 + 3 * k + "", 1_287 + 2 * k + "");
      k++;
    }
    return table
        .item(1, "二、非税收入", "1,015", "1,024")
        .item(2, "专项收入", "600", "700")
        .item(2, "罚没收入", "415", "324")
        .total("合计", whole ? "14,171" : "15,180", whole ? "15,291" : "16,280");
  }

  @Test
  void aLongListLacksAnItemWhereItsTotalIsRight() {
    assertEquals(List.of(), rules(taxes(true)));
    assertEquals(
        List.of("list-incomplete WARNING"), rules(taxes(false)).stream().distinct().toList());
  }

  private static MadeTable insurances(boolean second) {
    MadeTable table =
        MadeTable.items("t1", "social_insurance_expenditure", "社会保险基金支出表", "万元")
            .measure(null, "预算数")
            .measure(null, "决算数")
            .total("社会保险基金支出合计", "81,730", "83,916")
            .item(1, "其中：社会保险待遇支出", "77,003", "78,251")
            .item(1, "（一）养老保险基金支出", "41,533", "41,037");
    if (second) {
      table.item(1, "（二）失业保险基金支出", "2,117", "2,259");
    }
    return table
        .item(1, "（三）医疗保险基金支出", "19,224", "19,215")
        .item(1, "（四）工伤保险基金支出", "18,856", "21,405");
  }

  @Test
  void whatIsMarkedAboveANumberedListIsNoneOfIt() {
    assertEquals(List.of(), rules(insurances(true)));
    assertEquals(
        List.of("list-incomplete WARNING"), rules(insurances(false)).stream().distinct().toList());
  }
}
