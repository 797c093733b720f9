package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Status;

/** Amounts that another printed figure contradicts are not verified, and mostly reported. */
class ContradictedAmountsTest {

  private final Checker checker = new Checker();

  private Disclosure check(MadeTable... tables) {
    MadeDisclosure made = MadeDisclosure.budget("某局", 2025);
    for (MadeTable table : tables) {
      made = made.table(table);
    }
    return checker.check(made.build());
  }

  private List<String> rules(MadeTable table) {
    return check(table).findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  private static MadeTable taxes(String land, boolean others) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入表", "万元")
            .measure(null, "上年数")
            .measure(null, "本年数")
            .item(1, "一、税收收入", "2,650", "2,812")
            .item(2, "增值税", "1,200", "1,310")
            .item(2, "企业所得税", "800", "702");
    if (!land.isEmpty()) {
      table.item(2, "土地增值税", land, "430");
    }
    table.item(2, "契税", "190", "275");
    if (others) {
      table.item(2, "其他税收收入", "60", "95");
    } else {
      table.item(2, "印花税", "60", "95");
    }
    return table
        .item(1, "二、非税收入", "1,015", "1,024")
        .item(2, "专项收入", "600", "700")
        .item(2, "罚没收入", "415", "324")
        .total("合计", "3,665", "3,836");
  }

  @Test
  void aListThatEndsWithTheOthersIsComplete() {
    assertEquals(List.of(), rules(taxes("400", true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(taxes("", true)));
    assertEquals(List.of(), rules(taxes("", false)), "other lists may leave out small items");
  }

  private static MadeTable longTaxes(boolean stamp) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入表", "万元")
            .measure(null, "上年数")
            .measure(null, "本年数")
            .item(1, "一、税收收入", "26,506", "28,127")
            .item(2, "增值税", "12,000", "13,100")
            .item(2, "企业所得税", "8,500", "8,702")
            .item(2, "契税", "5,900", "6,230");
    return (stamp ? table.item(2, "印花税", "106", "95") : table)
        .item(1, "二、非税收入", "10,150", "10,240")
        .item(2, "专项收入", "6,000", "7,000")
        .item(2, "罚没收入", "4,150", "3,240")
        .total("合计", "36,656", "38,367");
  }

  @Test
  void aListThatIsShortByLittleInAllColumnsLacksARow() {
    assertEquals(List.of(), rules(longTaxes(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(longTaxes(false)));
  }

  private static MadeTable basic(boolean shifted) {
    return MadeTable.coded("t1", "basic_expenditure_economic", "基本支出表", "元")
        .measure("total", "合计")
        .measure("personnel", "人员经费")
        .measure("public_expenses", "公用经费")
        .code("30101", "基本工资", "41,310", "41,310", "")
        .code("30102", "津贴补贴", "36,220", "36,220", "")
        .code("30201", "办公费", "7,685", shifted ? "7,685" : "", shifted ? "" : "7,685")
        .code("30202", "印刷费", "7,685", "", "7,685")
        .code("30205", "水费", "3,420", "", "3,420")
        .total("合计", "96,320", "77,530", "18,790");
  }

  @Test
  void anAmountInTheNextColumnIsSeenByTheTotalsOfBoth() {
    assertEquals(List.of(), rules(basic(false)));
    Disclosure checked = check(basic(true));
    assertFalse(checked.findings().isEmpty());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 2, 3).status());
  }

  private static MadeTable revenue(boolean exchanged) {
    String[] transfers = {"67,223", "67,335"};
    String[] regional = {"120", "141"};
    return MadeTable.items("t1", "unknown", "收入情况表", "万元")
        .measure(null, "上年数")
        .measure(null, "本年数")
        .item(1, "一、税收收入", "33,447", "32,534")
        .item(1, "二、非税收入", "19,173", "21,242")
        .item(1, "本级收入合计", "52,620", "53,776")
        .item(1, "三、转移性收入", exchanged ? regional : transfers)
        .item(2, "返还性收入", "20,041", "20,138")
        .item(2, "一般性收入", "29,372", "27,118")
        .item(2, "专项收入", "17,690", "19,938")
        .item(2, "区域间收入", exchanged ? transfers : regional)
        .item(1, "收入总计", "119,843", "121,111");
  }

  @Test
  void aNumberedClassIsNoPartOfAnItemBelowIt() {
    assertEquals(List.of(), rules(revenue(false)));
    Disclosure checked = check(revenue(true));
    for (int column = 1; column <= 2; column++) {
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 3, column).status());
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 7, column).status());
    }
  }

  @Test
  void whatOrderTellsCastsDoubtWhereItMostlyHolds() {
    Disclosure checked = check(taxes("440", true));
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 3, 1).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 3, 2).status());
  }

  private static MadeTable funds(String first, String second) {
    return MadeTable.items("t1", "unknown", "政府性基金支出表", "万元")
        .measure(null, "预算数")
        .measure(null, "决算数")
        .item(1, "一、城乡社区支出", "9,213", "7,284")
        .item(2, "征地和拆迁补偿支出", first, "1,100")
        .item(2, "土地开发支出", second, "6,184")
        .item(1, "二、其他支出", "300", "310")
        .item(2, "社会福利支出", "100", "110")
        .item(2, "体育事业支出", "200", "200")
        .item(1, "三、交通运输支出", "80", "90")
        .item(2, "民航发展支出", "50", "60")
        .item(2, "港口建设支出", "30", "30")
        .total("合计", "9,593", "7,684");
  }

  @Test
  void partsThatArePrintedAsZeroDoNotAddUpToTheirWhole() {
    assertEquals(List.of("list-incomplete WARNING"), rules(funds("0", "0")));
    assertEquals(List.of(), rules(funds("", "")), "blanks need not be zero");
    assertEquals(List.of(), rules(funds("3,000", "6,213")));
  }

  @Test
  void headingsWithoutAmountsDoNotHideThatAllItemsAreNumbered() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收支表", "元")
            .measure(null, "支出")
            .item(1, "支出用途", "")
            .item(1, "二、项目支出", "331")
            .item(1, "三、预留经费", "115")
            .total("支出合计", "1,005");
    assertEquals(List.of("list-incomplete WARNING"), rules(table));
  }

  @Test
  void unitsAreThePartsOfTheUnitWhoseCodeTheirsBeginWith() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "支出表", "元")
            .measure(null, "金额")
            .unit("234", "某局", "1,899")
            .unit("234001", "某局机关", "1,700")
            .item(1, "通用项目", "900")
            .item(1, "专用项目", "800");
    assertEquals(List.of("list-incomplete WARNING"), rules(table));
    assertEquals(
        List.of(),
        rules(table.unit("234002", "某中心", "199").item(1, "专用项目", "199")),
        "projects may stand between them");
  }

  private static MadeTable functional(String id, String kind, boolean exchanged) {
    String[][] codes = {
      {"2050201", "120", "31"},
      {"2050202", "85", "44"},
      {"2050203", "230", "17"},
      {"2050204", "61", "92"},
      {"2050205", "0", "405"}
    };
    MadeTable table =
        MadeTable.coded(id, kind, id, "元")
            .measure("total", "合计")
            .measure("basic_expenditure", exchanged ? "项目支出" : "基本支出")
            .measure("project_expenditure", exchanged ? "基本支出" : "项目支出");
    long basic = 0;
    long project = 0;
    for (String[] code : codes) {
      long own = Long.parseLong(code[1]);
      // The other table has projects of other funds too.
      long other = Long.parseLong(code[2]) + (kind.equals("expenditure") ? 7 : 0);
      basic += own;
      project += other;
      String[] two = {own == 0 ? "" : "" + own, "" + other};
      table.code(
          code[0],
          "教育" + code[0],
          own + other + "",
          two[exchanged ? 1 : 0],
          two[exchanged ? 0 : 1]);
    }
    String[] sums = {"" + basic, "" + project};
    return table.total(
        "合计", basic + project + "", sums[exchanged ? 1 : 0], sums[exchanged ? 0 : 1]);
  }

  @Test
  void whereColumnsAreExchangedNoAmountOfThemIsVerified() {
    Disclosure checked =
        check(
            functional("t1", "expenditure", false),
            functional("t2", "general_public_budget_functional", true));
    List<Finding> findings = checked.findings();
    assertTrue(
        findings.stream().anyMatch(f -> f.rule().equals("amounts-displaced")), findings.toString());
    for (int row = 0; row < 5; row++) {
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t2", row, 3).status(), "row " + row);
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t2", row, 4).status(), "row " + row);
    }
  }

  @Test
  void partsThatExceedTheirTotalAreNotCutOff() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出表", "万元")
            .measure(null, "金额")
            .code("205", "教育支出", "85.00")
            .code("210", "卫生健康支出", "12.31")
            .code("221", "住房保障支出", "3.44")
            .total("合计", "100.71");
    assertEquals(List.of("identity ERROR"), rules(table));
  }

  @Test
  void procurementIsGoodsWorksAndServices() {
    MadeTable table =
        MadeTable.items("t1", "government_procurement", "政府采购预算表", "元")
            .measure("amount", "金额")
            .item(1, "A-货物", "187");
    assertEquals(List.of(), rules(table.item(1, "C-服务", "356").total("合计", "543")));
    assertEquals(
        List.of("list-incomplete WARNING"),
        rules(
            MadeTable.items("t1", "government_procurement", "政府采购预算表", "元")
                .measure("amount", "金额")
                .item(1, "A-货物", "187")
                .item(1, "C-服务", "356")
                .total("合计", "643")));
  }

  @Test
  void partsOfATotalThatIsKnownToBeWrongAreNotDoubted() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("205", "教育支出", "1,700", "1,100", "600")
            .code("20501", "教育管理事务", "300", "200", "100")
            .code("20502", "普通教育", "1,400", "900", "500")
            .code("208", "社会保障和就业支出", "800", "517", "250")
            .code("20805", "养老支出", "470", "317", "153")
            .code("20808", "抚恤", "330", "233", "97")
            .code("210", "卫生健康支出", "900", "480", "420")
            .code("21001", "管理事务", "410", "180", "230")
            .code("21002", "公立医院", "490", "300", "190")
            .total("合计", "3,400", "2,130", "1,270");
    Disclosure checked = check(table);
    assertTrue(
        checked.findings().stream().anyMatch(f -> f.rule().equals("identity")),
        checked.findings().toString());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 3, 3).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 4, 3).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 5, 4).status());
  }

  @Test
  void anItemOfAWithheldListIsProvedByItsOwnParts() {
    MadeTable table =
        MadeTable.coded("t1", "gov_general_expenditure", "一般公共预算支出表", "万元")
            .measure("budget_amount", "预算数")
            .code("201", "一般公共服务支出", "1,000")
            .code("20101", "人大事务", "137")
            .code("2010101", "行政运行", "86")
            .code("2010104", "人大会议", "20")
            .code("2010199", "其他人大事务支出", "31")
            .code("20102", "政协事务", "89")
            .code("2010201", "行政运行", "58")
            .code("2010204", "政协会议", "12")
            .code("2010299", "其他政协事务支出", "19")
            .code("20103", "政府办公厅事务", "412")
            .code("205", "教育支出", "2,340")
            .code("20502", "普通教育", "2,040")
            .code("2050201", "学前教育", "740")
            .code("2050202", "小学教育", "1,300")
            .code("20503", "职业教育", "300");
    Disclosure checked =
        new Checker()
            .check(MadeDisclosure.budget("某市", 2025).table(table.total("合计", "3,340")).build());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 1, 2).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 2, 2).status());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 9, 2).status());
  }

  private static MadeTable insured(String id, String scope, String... rows) {
    MadeTable table =
        MadeTable.items(id, "social_insurance_expenditure", "社会保险基金支出决算表", "万元")
            .scope(scope)
            .of(2025, Stage.FINAL_ACCOUNTS)
            .measure("total", "合计")
            .measure(null, "甲保险基金")
            .measure(null, "乙保险基金");
    for (String row : rows) {
      String[] cells = row.split(" ");
      table.item(1, cells[0], cells[1], cells[2], cells[3]);
    }
    return table;
  }

  /**
   * The total of all funds in one table is that of a fund in another: two columns are exchanged.
   */
  @Test
  void aTotalOfAllFundsIsNotProvedByThatOfOneFund() {
    MadeTable area =
        insured(
            "t1",
            "whole_area",
            "本年支出 23,139,261 19,983,148 3,156,113",
            "待遇支出 20,416,818 18,204,364 2,212,454",
            "转移支出 297,740 194,587 103,153");
    Disclosure checked =
        check(
            area,
            insured(
                "t2",
                "own_level",
                "本年支出 19,983,148 22,139,261 2,156,113",
                "待遇支出 18,204,364 20,316,818 2,112,454",
                "转移支出 194,587 207,740 13,153"));
    for (int row = 0; row < 3; row++) {
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t2", row, 1).status());
    }
  }

  /** A row stands one column too far to the right, and what a like table prints agrees with it. */
  @Test
  void whatTablesHappenToShareDoesNotOutvoteAStatedSum() {
    Disclosure checked =
        check(
            insured(
                "t1",
                "whole_area",
                "本年支出 23,139,261 19,983,148 3,156,113",
                "调剂支出 1,210,900 0 1,210,900"),
            insured(
                "t2",
                "own_level",
                "本年支出 22,139,261 19,983,148 2,156,113",
                "待遇支出 20,316,818 18,204,364 2,112,454",
                "转移支出 207,740 194,587 13,153",
                "调剂支出 0 1,210,900 1,210,900"));
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t2", 3, 3).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t2", 1, 3).status());
  }
}
