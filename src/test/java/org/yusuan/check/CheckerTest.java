package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.check.identity.Identity;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Correction;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Status;

class CheckerTest {

  private final Checker checker = new Checker();

  /** 类 201 with two 款, 类 208 with one; 合计 = 基本支出 + 项目支出. */
  private static MadeTable functional(String id, String unit) {
    return MadeTable.coded(id, "expenditure", "支出总表", unit)
        .measure("total", "支出预算", "合计")
        .measure("basic_expenditure", "支出预算", "基本支出")
        .measure("project_expenditure", "支出预算", "项目支出");
  }

  private static MadeTable right() {
    return functional("t1", "元")
        .code("201", "一般公共服务支出", "3,300", "2,100", "1,200")
        .code("20103", "政府办公厅（室）及相关机构事务", "2,900", "1,900", "1,000")
        .code("20105", "统计信息事务", "400", "200", "200")
        .code("208", "社会保障和就业支出", "700", "700", "")
        .code("20805", "行政事业单位养老支出", "700", "700", "")
        .total("合计", "4,000", "2,800", "1,200");
  }

  private Disclosure check(MadeTable... tables) {
    MadeDisclosure made = MadeDisclosure.budget("某局", 2025);
    for (MadeTable table : tables) {
      made.table(table);
    }
    return checker.check(made.build());
  }

  /** A speck of a fax in a blank row is read as a dash, which is nothing: all sums hold with it. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "-"})
  void aLoneNoughtOrDashAmongBlanksOfAScanIsNotVerified(String stain) {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "支出总表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("201", "一般公共服务支出", "3,300", "2,100", "1,200")
            .code("208", "社会保障和就业支出", "700", "700", "")
            .code("210", "卫生健康支出", "", "", stain)
            .code("211", "节能环保支出", "", "", "")
            .code("212", "城乡社区支出", "", "", "")
            .total("合计", "4,000", "2,800", "1,200");
    Disclosure checked =
        new Checker()
            .check(Scans.of(MadeDisclosure.budget("某局", 2025).table(table).build(), Map.of()));
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 3).status());
    assertEquals(Status.UNVERIFIED, Scans.cell(checked, "t1", 2, 4).status());
  }

  /** What is left of a seal in a blank cell is read as -1, and corrected to a dash by the sums. */
  @Test
  void aStainThatSumsCorrectToADashIsNotVerified() {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "支出总表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("201", "一般公共服务支出", "3,300", "2,100", "1,200")
            .code("208", "社会保障和就业支出", "700", "700", "-1")
            .code("211", "节能环保支出", "", "", "")
            .code("212", "城乡社区支出", "", "", "")
            .total("合计", "4,000", "2,800", "1,200");
    Disclosure checked =
        new Checker()
            .check(
                Scans.of(
                    MadeDisclosure.budget("某局", 2025).table(table).build(),
                    Map.of(
                        new CellRef("t1", 1, 4),
                        List.of(new Reading("-1", 0.9), new Reading("-", 0.09)))));
    assertEquals("-", Scans.cell(checked, "t1", 1, 4).text());
    assertEquals(Status.UNVERIFIED, Scans.cell(checked, "t1", 1, 4).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 4).status());
  }

  @Test
  void verifiesEveryAmountOfATableThatAddsUp() {
    Disclosure checked = check(right());
    assertEquals(List.of(), checked.findings());
    assertEquals(checked.quality().amounts(), checked.quality().verified());
    assertEquals(1.0, checked.quality().coverage());
  }

  @Test
  void blamesTheOneAmountThatBreaksThreeIdentities() {
    Disclosure checked =
        check(
            functional("t1", "元")
                .code("201", "一般公共服务支出", "3,800", "2,100", "1,200")
                .code("20103", "政府办公厅（室）及相关机构事务", "2,900", "1,900", "1,000")
                .code("20105", "统计信息事务", "400", "200", "200")
                .code("208", "社会保障和就业支出", "700", "700", "")
                .total("合计", "4,000", "2,800", "1,200"));
    Finding finding = only(checked);
    assertEquals(List.of(new CellRef("t1", 0, 2)), finding.cells());
    assertEquals(0, new BigDecimal("3300").compareTo(finding.expected()));
    assertEquals(0, new BigDecimal("500").compareTo(finding.difference()));
    assertEquals(Severity.ERROR, finding.severity());
    assertEquals(Blame.DOCUMENT, finding.blame());
    assertEquals(Status.DISPUTED, Scans.cell(checked, "t1", 0, 2).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 3).status());
  }

  @Test
  void theTraceHoldsEveryIdentityWithItsNumbersAndTheBlame() {
    MadeDisclosure made =
        MadeDisclosure.budget("某局", 2025)
            .table(
                functional("t1", "元")
                    .code("201", "一般公共服务支出", "3,800", "2,100", "1,200")
                    .code("20103", "政府办公厅（室）及相关机构事务", "2,900", "1,900", "1,000")
                    .code("20105", "统计信息事务", "400", "200", "200")
                    .code("208", "社会保障和就业支出", "700", "700", "")
                    .total("合计", "4,000", "2,800", "1,200"))
            .table(functional("t2", "元").code("201", "一般公共服务支出", "7", "7", ""));
    CheckTrace trace = checker.check(made.build(), Set.of("t1")).trace();
    CheckTrace.Group columns =
        trace.groups().stream()
            .filter(family -> family.id().equals("column-sum"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, columns.fails());
    CheckTrace.Equation failed =
        columns.equations().stream()
            .filter(equation -> equation.outcome() == Identity.Outcome.FAILS)
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(new CellRef("t1", 0, 2), new CellRef("t1", 0, 3), new CellRef("t1", 0, 4)),
        failed.members().stream().map(CheckTrace.Member::cell).toList());
    assertEquals(new BigDecimal("500.00"), failed.residual());
    assertTrue(failed.believed());
    assertEquals(
        List.of(List.of(new CheckTrace.Change(new CellRef("t1", 0, 2), new BigDecimal("-500.00")))),
        trace.explanations().get(0).changes());
    assertTrue(
        trace.groups().stream()
            .flatMap(family -> family.equations().stream())
            .allMatch(e -> e.members().stream().anyMatch(m -> m.cell().table().equals("t1"))));
  }

  @Test
  void neverChangesTheTextLayer() {
    Disclosure checked =
        check(
            functional("t1", "元")
                .code("201", "一般公共服务支出", "3,800", "2,100", "1,200")
                .total("合计", "3,300", "2,100", "1,200"));
    assertEquals("3,800", Scans.cell(checked, "t1", 0, 2).text());
    assertNull(Scans.cell(checked, "t1", 0, 2).correction());
  }

  @Test
  void takesABlankForNothing() {
    Disclosure checked =
        check(
            functional("t1", "元")
                .code("201", "一般公共服务支出", "3,300", "2,100", "")
                .code("20103", "政府办公厅（室）及相关机构事务", "3,300", "2,100", "1,200")
                .total("合计", "3,300", "2,100", "1,200"));
    Finding finding = only(checked);
    assertEquals(List.of(new CellRef("t1", 0, 4)), finding.cells());
    assertTrue(finding.messageZh().contains("为空，应为 1200 元"), finding.messageZh());
  }

  @Test
  void takesTheLastPlaceForRounding() {
    Disclosure checked =
        check(
            functional("t1", "万元")
                .code("201", "一般公共服务支出", "10.01", "6.00", "4.00")
                .total("合计", "10.01", "6.00", "4.01"));
    assertTrue(
        checked.findings().stream().allMatch(f -> f.rule().equals("rounding")),
        checked.findings().toString());
    assertEquals(Severity.INFO, checked.findings().get(0).severity());
  }

  @Test
  void allowsNoRoundingWhereTheFenIsPrinted() {
    Disclosure checked =
        check(
            functional("t1", "元")
                .code("201", "一般公共服务支出", "10.01", "6.00", "4.00")
                .code("208", "社会保障和就业支出", "3.00", "2.00", "1.00")
                .total("合计", "13.01", "8.00", "5.00"));
    assertTrue(checked.findings().stream().anyMatch(f -> f.rule().equals("identity")));
  }

  @Test
  void saysNothingOfPartsThatNeedNotBeComplete() {
    Disclosure checked =
        check(
            MadeTable.items("t1", "unknown", "收入表", "元")
                .measure("budget_amount", "预算数")
                .item(1, "一、财政拨款收入", "900")
                .item(2, "其中：专项", "100")
                .item(1, "二、其他收入", "50")
                .total("收入总计", "950"));
    assertEquals(List.of(), checked.findings());
  }

  @Test
  void addsNoPartsOfACarryoverToItself() {
    Disclosure checked =
        check(
            MadeTable.items("t1", "unknown", "收入支出决算总表", "元")
                .measure("final_amount", "决算数")
                .item(1, "一、财政拨款收入", "900")
                .item(1, "二、其他收入", "50")
                .subtotal("本年收入合计", "950")
                .item(1, "年初结转和结余", "30")
                .item(1, "基本支出结转", "10")
                .item(1, "项目支出结转和结余", "20")
                .total("总计", "980"));
    assertEquals(List.of(), checked.findings());
  }

  @Test
  void saysNothingOfASumThatNeverHolds() {
    Disclosure checked =
        check(
            functional("t1", "元")
                .code("201", "一般公共服务支出", "3,300", "100", "120")
                .code("204", "公共安全支出", "2,900", "190", "100")
                .code("205", "教育支出", "450", "200", "205")
                .code("208", "社会保障和就业支出", "707", "71", "1"));
    assertEquals(List.of(), checked.findings());
  }

  @Test
  void findsThatTwoTablesContradictEachOther() {
    Disclosure checked =
        check(
            right(),
            MadeTable.items("t2", "income_expenditure_summary", "收支总表", "元")
                .measure("budget_amount", "支出", "预算数")
                .item(1, "一、一般公共服务支出", "3,300")
                .item(1, "二、社会保障和就业支出", "800")
                .total("支出总计", "4,100"));
    Finding finding = only(checked);
    assertEquals("identity-across-tables", finding.rule());
    assertEquals(0, new BigDecimal("100").compareTo(finding.difference()));
  }

  private static MadeTable byCode(String id, String kind, String police, boolean added) {
    MadeTable table =
        MadeTable.coded(id, kind, "表" + id, "元")
            .measure("total", "合计")
            .code("201", "一般公共服务支出", "3,300")
            .code("204", "公共安全支出", police)
            .code("205", "教育支出", "450")
            .code("206", "科学技术支出", "820")
            .code("208", "社会保障和就业支出", "707");
    return added ? table.total("合计", "8,177") : table;
  }

  @Test
  void ofTwoTablesThatDisagreeNeitherIsSaidToBeRight() {
    Disclosure checked =
        check(byCode("t1", "income", "2,900", true), byCode("t2", "expenditure", "2,800", false));
    Finding finding = only(checked);
    assertEquals("identity-across-tables", finding.rule());
    assertTrue(finding.messageZh().contains("不一致"), finding.messageZh());
    assertFalse(finding.messageZh().contains("应为"), finding.messageZh());
    assertFalse(finding.messageEn().contains("should be"), finding.messageEn());
    assertEquals(List.of("t1", "t2"), finding.cells().stream().map(CellRef::table).toList());
    for (String table : List.of("t1", "t2")) {
      assertEquals(Status.DISPUTED, Scans.cell(checked, table, 1, 2).status(), table);
    }
  }

  @Test
  void findsNothingTwiceWhenCheckedTwice() {
    Disclosure once =
        check(
            functional("t1", "元")
                .code("201", "一般公共服务支出", "3,800", "2,100", "1,200")
                .total("合计", "3,300", "2,100", "1,200"));
    assertEquals(once, checker.check(once));
  }

  @Test
  void aColumnOfTheDetailIsTheRowOfItsEconomicClass() {
    MadeTable detail =
        MadeTable.coded("t1", "general_public_budget_goods_services", "明细表", "元")
            .measure("economic-30201", "办公费")
            .measure(null, "印刷费")
            .measure("economic-30211", "旅差费")
            .measure(null, "税金")
            .code("201", "一般公共服务支出", "10", "20", "36", "5")
            .total("合计", "10", "20", "36", "5");
    MadeTable economic =
        MadeTable.coded("t2", "basic_expenditure_economic", "经济分类表", "元")
            .measure("total", "合计")
            .code("302", "商品和服务支出", "65")
            .code("30201", "办公费", "10")
            .code("30202", "印刷费", "20")
            .code("30211", "差旅费", "30")
            .code("30240", "税金", "5")
            .total("合计", "65");
    Finding finding = only(check(detail, economic));
    assertEquals("identity-across-tables", finding.rule());
    assertTrue(finding.messageZh().contains("旅差费"), finding.messageZh());
  }

  // --- scans

  private Disclosure scan(Map<CellRef, List<Reading>> readings) {
    return checker.check(
        Scans.of(MadeDisclosure.budget("某局", 2025).table(right()).build(), readings));
  }

  @Test
  void aScannedHeaderThatCannotBeReadAccusesNobody() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "明细表", "元")
            .measure("total", "总计")
            .measure(null, "工资", "合计")
            .measure(null, "工资", "基本工资")
            .measure(null, "保险", "Aut")
            .measure(null, "保险", "医疗")
            .code("201", "一般公共服务支出", "1,500", "1,000", "1,000", "500", "500");
    Disclosure made = MadeDisclosure.budget("某局", 2025).table(table).build();
    assertEquals(0, checker.check(Scans.of(made, Map.of())).quality().disputed());
  }

  @Test
  void correctsADigitThatTheImageOffers() {
    Disclosure checked =
        scan(
            Map.of(
                new CellRef("t1", 1, 3),
                List.of(new Reading("1,300", 0.6), new Reading("1,900", 0.3))));
    Cell cell = Scans.cell(checked, "t1", 1, 3);
    assertEquals("1,900", cell.text());
    assertEquals(0, new BigDecimal("1900").compareTo(cell.amount()));
    Correction correction = Objects.requireNonNull(cell.correction());
    assertEquals("1,300", correction.read());
    assertEquals(0.3, correction.probability());
    assertTrue(correction.identities().size() >= 2, correction.toString());
    assertEquals(Status.VERIFIED, cell.status());
  }

  /** Points taken for commas in two amounts of one sum: the digits are sure, the sum tells. */
  @Test
  void correctsPointsOfTwoAmountsOfOneSum() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "明细表", "万元")
            .measure("amount", "金额")
            .item(1, "甲", "35.678")
            .item(1, "乙", "0.495")
            .item(1, "丙", "12.300")
            .total("合计", "48.473");
    CellRef first = new CellRef("t1", 0, 1);
    CellRef second = new CellRef("t1", 1, 1);
    Disclosure checked =
        checker.check(
            Scans.of(
                MadeDisclosure.budget("某局", 2025).table(table).build(),
                Map.of(
                    first,
                    List.of(new Reading("35,678", 0.96), new Reading("35.678", 0.02)),
                    second,
                    List.of(new Reading("0,495", 0.9), new Reading("0.495", 0.05)))));
    assertEquals("35.678", Scans.cell(checked, "t1", 0, 1).text());
    assertEquals("0.495", Scans.cell(checked, "t1", 1, 1).text());
    assertEquals(0, checked.quality().disputed());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 1).status());
  }

  /** A stain after the last decimal: no sum in 分 could tell it from the right reading. */
  @Test
  void partsOfAFenAreNeitherVerifiedNorChosen() {
    CellRef ref = new CellRef("t1", 1, 3);
    Cell read = Scans.cell(scan(Map.of(ref, List.of(new Reading("1,900.001", 0.9)))), "t1", 1, 3);
    assertEquals("1,900.001", read.text());
    assertNotEquals(Status.VERIFIED, read.status());
    Cell chosen =
        Scans.cell(
            scan(
                Map.of(
                    ref,
                    List.of(
                        new Reading("1,300", 0.6),
                        new Reading("1,900.001", 0.3),
                        new Reading("1,900", 0.1)))),
            "t1",
            1,
            3);
    assertEquals("1,900", chosen.text());
  }

  @Test
  void neverCorrectsToWhatTheImageDoesNotOffer() {
    Disclosure checked = scan(Map.of(new CellRef("t1", 1, 3), List.of(new Reading("1,300", 0.6))));
    Cell cell = Scans.cell(checked, "t1", 1, 3);
    assertEquals("1,300", cell.text());
    assertNull(cell.correction());
    assertEquals(Status.DISPUTED, cell.status());
  }

  @Test
  void movesANumberBackFromTheNextColumn() {
    Disclosure checked =
        scan(
            Map.of(
                new CellRef("t1", 3, 3), List.of(new Reading("", 1)),
                new CellRef("t1", 3, 4), List.of(new Reading("700", 0.9))));
    assertEquals("700", Scans.cell(checked, "t1", 3, 3).text());
    assertEquals("", Scans.cell(checked, "t1", 3, 4).text());
  }

  @Test
  void fillsABlankThatTheImageReads() {
    Disclosure checked =
        scan(
            Map.of(
                new CellRef("t1", 2, 4), List.of(new Reading("", 0.5), new Reading("200", 0.2))));
    assertEquals("200", Scans.cell(checked, "t1", 2, 4).text());
  }

  @Test
  void doesNotVerifyWhatOneIdentityAloneConfirmsOnAScan() {
    MadeTable list =
        MadeTable.items("t1", "unknown", "表", "元")
            .measure("budget_amount", "预算数")
            .item(1, "一、甲", "123")
            .item(1, "二、乙", "456")
            .total("合计", "579");
    Disclosure checked =
        checker.check(Scans.of(MadeDisclosure.budget("某局", 2025).table(list).build(), Map.of()));
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 1).status());
  }

  private static MadeTable points(String id, String... amounts) {
    return MadeTable.coded(id, "expenditure", "支出总表", "元")
        .measure("total", "合计")
        .measure("basic_expenditure", "基本支出")
        .measure("project_expenditure", "项目支出")
        .code("201", "一般公共服务支出", amounts[0], amounts[1], amounts[2])
        .code("208", "社会保障和就业支出", amounts[3], amounts[4], amounts[5])
        .total("合计", amounts[6], amounts[7], amounts[8]);
  }

  /** All its sums hold. */
  @Test
  void aTableOfAScanThatMayHaveLostItsPointsIsNotVerified() {
    MadeTable without =
        points("t1", "33000", "21000", "12000", "7050", "3050", "4000", "40050", "24050", "16000");
    MadeTable with =
        points(
            "t2", "330.00", "210.00", "120.00", "70.50", "30.50", "40.00", "400.50", "240.50",
            "160.00");
    assertEquals(9, checkedScan(without).quality().verified());
    Disclosure both =
        checker.check(
            Scans.of(
                MadeDisclosure.budget("某局", 2025).table(without).table(with).build(),
                Map.of(),
                0.99));
    assertEquals(Status.UNVERIFIED, Scans.cell(both, "t1", 0, 2).status());
    assertEquals(Status.VERIFIED, Scans.cell(both, "t2", 0, 2).status());
  }

  private static MadeTable oneSum(String third, String total) {
    return MadeTable.coded("t1", "expenditure", "支出总表", "元")
        .measure("total", "合计")
        .code("201", "一般公共服务支出", "3,300.00")
        .code("208", "社会保障和就业支出", "705.50")
        .code("210", "卫生健康支出", third)
        .total("合计", total);
  }

  private Disclosure checkedScan(MadeTable table) {
    return checker.check(
        Scans.of(MadeDisclosure.budget("某局", 2025).table(table).build(), Map.of(), 0.99));
  }

  @Test
  void oneSumProvesTheAmountsOfAScanThatAreReadSurely() {
    Disclosure checked = checkedScan(oneSum("12.25", "4,017.75"));
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 2).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 3, 2).status());
  }

  @Test
  void oneSumProvesNothingOfAmountsThatMayHaveLostTheirPoints() {
    Disclosure checked =
        checkedScan(
            MadeTable.coded("t1", "expenditure", "支出总表", "元")
                .measure("total", "合计")
                .code("201", "一般公共服务支出", "330000")
                .code("208", "社会保障和就业支出", "70550")
                .code("210", "卫生健康支出", "1225")
                .total("合计", "401775"));
    assertEquals(Status.UNVERIFIED, Scans.cell(checked, "t1", 0, 2).status());
  }

  /** A seal hides the third part. */
  @Test
  void whatIsNoNumberIsUnknownAndDisputesNothing() {
    Disclosure checked = checkedScan(oneSum("某市专用章", "4,017.75"));
    assertEquals(List.of(), checked.findings());
    assertEquals(0, checked.quality().disputed());
    assertEquals(0, checked.quality().verified());
  }

  private static Finding only(Disclosure checked) {
    assertEquals(1, checked.findings().size(), checked.findings().toString());
    return checked.findings().get(0);
  }

  @Test
  void amountsOfAnAssumedUnitAreProvedOnlyByAnotherTable() {
    MadeTable alone = right().unitNotPrinted();
    Disclosure made = MadeDisclosure.budget("某局", 2025).table(alone).build();
    assertEquals(0, checker.check(Scans.of(made, Map.of())).quality().verified());
    MadeTable summary =
        MadeTable.items("t2", "income_expenditure_summary", "收支总表", "元")
            .measure("budget_amount", "支出", "预算数")
            .total("支出总计", "4,000");
    Disclosure tied =
        checker.check(
            Scans.of(
                MadeDisclosure.budget("某局", 2025).table(alone).table(summary).build(), Map.of()));
    assertEquals(Status.VERIFIED, Scans.cell(tied, "t1", 1, 2).status());
  }
}
