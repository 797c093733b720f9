package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Status;

/** Amounts in one another's place: every sum holds, and another table says otherwise. */
class SwappedAmountsTest {

  private final Checker checker = new Checker();

  private static MadeTable table(String id, String kind, String... amounts) {
    String[] codes = {"2050201", "2050202", "2050203", "2050204", "2050205", "2050299"};
    MadeTable table =
        MadeTable.coded(id, kind, "表" + id, "元")
            .measure("total", "合计")
            .code("205", "教育支出", "2,100")
            .code("20502", "普通教育", "2,100");
    for (int i = 0; i < codes.length; i++) {
      table.code(codes[i], "教育" + i, amounts[i]);
    }
    return table.total("合计", "2,100");
  }

  private Disclosure check(String incomeFirst, String incomeSecond) {
    return checker.check(
        MadeDisclosure.budget("某局", 2025)
            .table(table("t1", "income", incomeFirst, incomeSecond, "301", "399", "500", "600"))
            .table(table("t2", "expenditure", "100", "200", "301", "399", "500", "600"))
            .build());
  }

  @Test
  void twoTablesThatAgreeVerifyEachOther() {
    Disclosure checked = check("100", "200");
    assertEquals(List.of(), checked.findings());
    assertEquals(checked.quality().amounts(), checked.quality().verified());
  }

  @Test
  void amountsSwappedInOneTableAreReportedAndNotVerified() {
    Disclosure checked = check("200", "100");
    List<Finding> findings = checked.findings();
    assertTrue(
        findings.stream().anyMatch(f -> f.rule().equals("amounts-displaced")), findings.toString());
    for (int row = 2; row <= 3; row++) {
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", row, 2).status());
      assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t2", row, 2).status());
    }
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 4, 2).status());
  }

  private Disclosure economic(String second, String third) {
    MadeTable table =
        MadeTable.coded("t1", "basic_expenditure_economic", "基本支出", "元")
            .measure("total", "合计")
            .measure("personnel_expenditure", "人员经费")
            .measure("public_expenditure", "公用经费")
            .code("301", "工资福利支出", "600", "600", "");
    table.code("30101", "基本工资", second, second, "").code("30102", "津贴补贴", "400", "400", "");
    table.code("302", "商品和服务支出", third, "", third);
    table.code("30201", "办公费", "150", "", "150").code("30202", "印刷费", "250", "", "250");
    return checker.check(
        MadeDisclosure.budget("某局", 2025).table(table.total("合计", "1,000", "600", "400")).build());
  }

  @Test
  void aSumAlongTheRowDoesNotVerifyWhatItsColumnContradicts() {
    assertEquals(Status.VERIFIED, Scans.cell(economic("200", "400"), "t1", 1, 2).status());
    Disclosure checked = economic("220", "400");
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 1, 2).status());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 1, 3).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 4, 2).status());
  }

  @Test
  void classesExchangedWithTheirColumnsAreTold() {
    MadeTable table =
        MadeTable.coded("t1", "basic_expenditure_economic", "基本支出", "元")
            .measure("total", "合计")
            .measure("personnel_expenditure", "人员经费")
            .measure("public_expenditure", "公用经费")
            .code("301", "工资福利支出", "400", "", "400")
            .code("30101", "基本工资", "210", "210", "")
            .code("30102", "津贴补贴", "390", "390", "")
            .code("302", "商品和服务支出", "600", "600", "")
            .code("30201", "办公费", "150", "", "150")
            .code("30202", "印刷费", "250", "", "250")
            .total("合计", "1,000", "600", "400");
    Disclosure checked = checker.check(MadeDisclosure.budget("某局", 2025).table(table).build());
    assertTrue(
        checked.findings().stream().anyMatch(f -> f.rule().equals("amounts-displaced")),
        checked.findings().toString());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 2).status());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 3, 3).status());
  }

  /** Two cities with their counties, no level printed. */
  private Disclosure cities(String[] first, String[] second) {
    return checker.check(
        MadeDisclosure.budget("某厅", 2025)
            .table(
                MadeTable.items("t1", "unknown", "债务余额表", "亿元")
                    .measure("total", "合计")
                    .measure(null, "一般债务")
                    .measure(null, "专项债务")
                    .subtotal("市县小计", "3,186.12", "1,291.51", "1,894.61")
                    .item(1, "甲市", "1,755.53", "731.42", "1,024.11")
                    .item(1, "甲市本级", "1,043.13", "415.72", "627.41")
                    .item(1, "子县", first)
                    .item(1, "丑县", "315.99", "129.27", "186.72")
                    .item(1, "乙市", "1,430.59", "560.09", "870.50")
                    .item(1, "乙市本级", "823.77", "301.65", "522.12")
                    .item(1, "寅县", second)
                    .item(1, "卯县", "216.61", "88.78", "127.83"))
            .build());
  }

  @Test
  void aTotalThatNothingAddsUpToLeavesSumsAlongRowsUnproved() {
    String[] one = {"396.41", "186.43", "209.98"};
    String[] other = {"390.21", "169.66", "220.55"};
    assertEquals(Status.VERIFIED, Scans.cell(cities(one, other), "t1", 3, 1).status());
    Disclosure exchanged = cities(other, one);
    assertNotEquals(Status.VERIFIED, Scans.cell(exchanged, "t1", 3, 1).status());
    assertNotEquals(Status.VERIFIED, Scans.cell(exchanged, "t1", 7, 3).status());
  }

  /** A unit and its subunits, whose amounts add up to it in all columns. */
  private Disclosure units(String[] unit, String[] last) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入总表", "元")
            .measure("total", "合计")
            .measure(null, "财政拨款")
            .measure(null, "其他收入");
    table.unit("302", "某委", unit).unit("302001", "某委本级", "700", "500", "200");
    table.unit("302002", "某中心", "190", "110", "80").unit("302003", "某站", last);
    return checker.check(
        MadeDisclosure.budget("某委", 2025).table(table.total("合计", "1,000", "663", "337")).build());
  }

  @Test
  void aWholeExchangedWithItsOwnPartIsNotVerified() {
    String[] whole = {"1,000", "663", "337"};
    String[] part = {"110", "53", "57"};
    assertEquals(Status.VERIFIED, Scans.cell(units(whole, part), "t1", 3, 2).status());
    Disclosure exchanged = units(part, whole);
    for (int row : new int[] {0, 3}) {
      assertNotEquals(Status.VERIFIED, Scans.cell(exchanged, "t1", row, 2).status());
    }
  }

  /** Revenue and what was carried over, whose parts also add up to the grand total one by one. */
  private Disclosure revenue(String first, String carried) {
    return checker.check(
        MadeDisclosure.budget("某局", 2025)
            .table(
                MadeTable.items("t1", "unknown", "收入表", "元")
                    .measure("budget_amount", "预算数")
                    .item(1, "一、拨款收入", first)
                    .item(1, "二、事业收入", "7,836")
                    .item(1, "三、其他收入", "477")
                    .subtotal("本年收入合计", "93,498")
                    .item(1, "上年结转结余", carried)
                    .total("收入总计", "105,555"))
            .build());
  }

  @Test
  void twoAmountsThatTheirExchangeWouldExplainAreNotSure() {
    assertEquals(Status.VERIFIED, Scans.cell(revenue("85,185", "12,057"), "t1", 0, 1).status());
    Disclosure exchanged = revenue("12,057", "85,185");
    assertNotEquals(Status.VERIFIED, Scans.cell(exchanged, "t1", 0, 1).status());
    assertNotEquals(Status.VERIFIED, Scans.cell(exchanged, "t1", 4, 1).status());
  }

  /** Vehicles: a total in each row of what is bought and what is run, and guests beside it. */
  private Disclosure vehicles(String[] guests, String[] cars) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "三公经费表", "元")
            .measure(null, "公务接待费")
            .measure(null, "公务用车", "小计")
            .measure(null, "公务用车", "购置费")
            .measure(null, "公务用车", "运行费");
    String[] run = {"80", "", "100", "", "3"};
    for (int i = 0; i < run.length; i++) {
      table.item(1, "单位" + i, guests[i], cars[i], "", run[i]);
    }
    return checker.check(MadeDisclosure.budget("某局", 2025).table(table).build());
  }

  @Test
  void columnsExchangedThroughoutAreTold() {
    String[] guests = {"30", "5", "", "4", "13.9"};
    String[] cars = {"80", "", "100", "", "3"};
    assertEquals(Status.VERIFIED, Scans.cell(vehicles(guests, cars), "t1", 0, 2).status());
    Disclosure exchanged = vehicles(cars, guests);
    for (int row : new int[] {0, 2, 4}) {
      assertNotEquals(Status.VERIFIED, Scans.cell(exchanged, "t1", row, 1).status());
      assertNotEquals(Status.VERIFIED, Scans.cell(exchanged, "t1", row, 2).status());
    }
  }

  private Disclosure sums(String... header) {
    MadeTable table = MadeTable.items("t1", "unknown", "支出", "元").measure("total", "总计");
    table.measure("basic_expenditure", header).measure("project_expenditure", "项目支出");
    table.measure("other_expenditure", "其他支出");
    for (int i = 1; i < 6; i++) {
      // The columns of 基本支出 and 其他支出 are exchanged.
      table.item(1, "局" + i, "" + 111 * i, "" + 11 * i, "" + 100 * i, "");
    }
    return checker.check(MadeDisclosure.budget("某局", 2025).table(table).build());
  }

  @Test
  void aColumnWithoutAHeaderOrWithoutAmountsWasNotReadAsItStands() {
    assertEquals(List.of(), sums().findings());
    assertEquals(List.of(), sums("基本支出").findings());
  }

  private Disclosure folded(String last) {
    MadeTable table = MadeTable.items("t1", "gov_transfers_by_region", "分地区表", "元");
    table.measure("budget_amount", "预算数");
    table.total("合计", "1,500").item(1, "青石镇", "100").item(1, "白水镇", "200");
    table.beside().measure("budget_amount", "预算数");
    table.item(1, "红叶乡", "300").item(1, "金沟乡", "400").item(1, "银坪镇", last);
    return checker.check(MadeDisclosure.budget("某县", 2025).table(table).build());
  }

  @Test
  void aListThatGoesOnBesideItselfHasOneTotal() {
    assertEquals(6, folded("500").quality().verified());
    assertEquals(0, folded("600").quality().verified());
  }
}
