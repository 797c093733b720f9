package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Status;

/** Who is accused where figures do not add up, and who is not. */
class AccusationTest {

  private final Checker checker = new Checker();

  private Disclosure check(MadeTable table) {
    return checker.check(MadeDisclosure.budget("某局", 2025).table(table).build());
  }

  private List<String> rules(MadeTable table) {
    return check(table).findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  private static MadeTable coded() {
    return MadeTable.coded("t1", "unknown", "支出决算表", "元")
        .measure("final_amount", "决算数")
        .code("205", "教育支出", "1,300")
        .code("20501", "教育管理事务", "500")
        .code("2050101", "行政运行", "300")
        .code("2050199", "其他教育管理事务支出", "200")
        .code("20502", "普通教育", "800")
        .code("2050201", "学前教育", "350")
        .code("2050202", "小学教育", "450");
  }

  @Test
  void aRowLeftOutIsAListThatIsNotComplete() {
    MadeTable table =
        coded()
            .code("210", "卫生健康支出", "900")
            .code("21001", "卫生健康管理事务", "900")
            .code("2100101", "行政运行", "613")
            .code("2100199", "其他卫生健康管理事务支出", "111")
            .total("合计", "2,200");
    Disclosure checked = check(table);
    Finding finding = checked.findings().get(0);
    assertEquals(1, checked.findings().size(), checked.findings().toString());
    assertEquals("list-incomplete", finding.rule());
    assertEquals(Severity.WARNING, finding.severity());
    assertTrue(finding.messageZh().contains("21001"), "it names the parent");
    assertTrue(finding.messageZh().contains("176"), finding.messageZh());
  }

  @Test
  void aRowLeftOutIsMissingInAllColumns() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "支出执行表", "万元").measure(null, "预算数").measure(null, "决算数");
    for (int i = 1; i <= 12; i++) {
      table
          .item(1, "支出" + i, 100 + 3 * i + "", 200 + 5 * i + "")
          .item(2, "甲", 40 + i + "", 70 + i + "")
          .item(2, "乙", 60 + 2 * i + "", 130 + 4 * i + "");
    }
    table.item(1, "其他支出", "3,123", "4,327").item(2, "国家赔偿费用支出", "2,000", "3,182");
    List<Finding> findings = check(table).findings();
    assertEquals(1, findings.size(), findings.toString());
    assertEquals("list-incomplete", findings.get(0).rule());
    assertTrue(findings.get(0).messageZh().contains("「其他支出」"), "it names the parent");
    assertTrue(findings.get(0).messageZh().contains("另有 1 个关系"), "and tells of both columns");
  }

  @Test
  void aRowLeftOutOfTheOnlyListOfATableIsMissingInAllColumns() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出表", "万元")
            .measure(null, "上年数")
            .measure(null, "本年数")
            .code("201", "一般公共服务支出", "720.84", "816.20")
            .code("205", "教育支出", "1,630.21", "1,470.90")
            .code("207", "文化旅游体育与传媒支出", "124.71", "131.10")
            .total("合计", "3,116.52", "3,110.33");
    assertEquals(List.of("list-incomplete WARNING"), rules(table));
    assertTrue(check(table).findings().get(0).messageZh().contains("640.76"), "of the first");
  }

  @Test
  void aNumberThatIsSkippedTellsThatARowIsLeftOut() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "基金支出表", "万元")
            .measure(null, "上年数")
            .measure(null, "本年数")
            .item(1, "1.彩票公益金支出", "412", "618")
            .item(1, "3.污水处理费支出", "2,735", "3,011")
            .item(1, "4.其他支出", "164", "95")
            .total("合计", "5,026", "6,111");
    assertEquals(List.of("list-incomplete WARNING"), rules(table));
    MadeTable numbered =
        MadeTable.items("t1", "unknown", "基金支出表", "万元")
            .measure(null, "上年数")
            .measure(null, "本年数")
            .item(1, "1.彩票公益金支出", "412", "618")
            .item(1, "2.污水处理费支出", "2,735", "3,011")
            .item(1, "3.其他支出", "164", "95")
            .total("合计", "5,026", "6,111");
    assertEquals(List.of(), rules(numbered));
  }

  @Test
  void aTotalOfOneRowMayCountSomethingElse() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "专项资金表", "万元")
            .measure(null, "2020年")
            .measure(null, "2021年")
            .item(1, "甲厅", "21,530", "18,260")
            .item(1, "乙厅", "46,150", "75,830")
            .subtotal("小计", "67,680", "94,090")
            .total("总计", "161,770", "");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void rowsOfADeeperLevelBelowASubtotalMakeItsTotalDoubtful() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入执行表", "万元")
            .measure(null, "执行数")
            .measure(null, "决算数")
            .item(1, "一、税收收入", "7,969,850", "6,832,220")
            .item(1, "二、非税收入", "1,931,950", "2,456,600")
            .subtotal("本年收入合计", "9,901,800", "9,288,820")
            .item(2, "债务收入", "1,465,000", "1,532,600")
            .item(2, "转移性收入", "7,200,140", "7,507,600")
            .item(1, "动用预算稳定调节基金", "783,120", "1,067,690")
            .item(1, "上年结转收入", "967,240", "857,140")
            .total("收入总计", "18,602,400", "18,332,900");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void aColumnOfWhichTheTotalAloneIsPrintedIsAListThatIsNotComplete() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出表", "万元")
            .measure(null, "合计")
            .measure(null, "基本支出")
            .measure(null, "项目支出")
            .code("2010601", "行政运行", "613.27", "613.27", "")
            .code("2080505", "养老保险缴费", "152.11", "152.11", "")
            .code("2210201", "住房公积金", "98.41", "98.41", "")
            .total("合计", "9,151.31", "863.79", "8,287.52");
    Disclosure checked = check(table);
    List<Finding> findings = checked.findings();
    assertEquals(
        List.of("list-incomplete WARNING"),
        findings.stream().map(f -> f.rule() + " " + f.severity()).toList());
    assertTrue(findings.get(0).messageZh().contains("8287.52"), findings.toString());
    // What the list is short of is printed beside it: no amount of it is contradicted.
    assertEquals(
        List.of(Status.VERIFIED, Status.VERIFIED),
        checked.tables().get(0).rows().get(0).cells().stream()
            .map(Cell::status)
            .filter(Status.VERIFIED::equals)
            .toList());
  }

  @Test
  void aNoteMayExplainWhatARowWithAMarkIsShortOf() {
    MadeTable plain =
        coded().code("210", "卫生健康支出", "900").code("21001", "卫生健康管理事务", "724").total("合计", "2,200");
    MadeTable marked =
        coded().code("210", "卫生健康支出◎", "900").code("21001", "卫生健康管理事务", "724").total("合计", "2,200");
    assertEquals(List.of("list-incomplete WARNING"), rules(plain));
    assertEquals(List.of(), rules(marked));
  }

  @Test
  void aNoteMayExplainWhatAListWithAMarkedRowExceeds() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "专项资金表", "万元").measure(null, "甲项").measure(null, "乙项");
    for (int i = 1; i <= 12; i++) {
      table
          .item(1, "资金" + i, 100 + 3 * i + "", 200 + 5 * i + "")
          .item(2, "甲", 40 + i + "", 70 + i + "")
          .item(2, "乙", 60 + 2 * i + "", 130 + 4 * i + "");
    }
    table.item(1, "改革资金", "3,123", "4,327").item(2, "改造", "2,000", "3,000");
    MadeTable marked = table.item(2, "集群◎", "1,335", "1,327");
    assertEquals(List.of(), rules(marked));
  }

  @Test
  void amountsTellHowRowsNestThoughOneColumnFails() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "支出执行表", "万元")
            .measure(null, "预算数")
            .measure(null, "调整预算数")
            .measure(null, "决算数");
    for (int i = 1; i <= 4; i++) {
      int k = 1000 * i;
      table
          .item(1, "支出" + i, 971 + 2 * k + "", 1373 + 3 * k + "", 2911 + 5 * k + "")
          .item(1, "甲", 447 + k + "", 619 + k + "", 1523 + 2 * k + "")
          .item(1, "乙", 524 + k + "", 754 + 2 * k + "", 1388 + 3 * k + "");
    }
    table
        .item(1, "其他支出", "94,592", "110,683", "103,675")
        .item(1, "宣传", "85,892", "85,893", "79,407")
        .item(1, "其他", "8,700", "16,091", "24,268");
    List<Finding> findings = check(table).findings();
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(Severity.WARNING, findings.get(0).severity());
    assertTrue(findings.get(0).messageZh().contains("101984"), findings.toString());
  }

  @Test
  void whatMayBeWithheldIsNoFault() {
    MadeTable table =
        coded().code("204", "公共安全支出", "9,000").code("20402", "公安", "7,777").total("合计", "10,300");
    assertEquals(List.of("list-not-printed-in-full INFO"), rules(table));
  }

  @Test
  void rowsNestByWhatTheyAddUpToWhereNoLevelsArePrinted() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "支出执行表", "万元")
            .measure(null, "决算数")
            .measure(null, "执行数")
            .item(1, "一般公共服务", "29,580", "27,977")
            .item(1, "人大事务", "16,949", "16,093")
            .item(1, "行政运行", "11,223", "11,147")
            .item(1, "代表工作", "5,726", "4,946")
            .item(1, "政协事务", "12,631", "11,884")
            .item(1, "行政运行", "8,871", "9,033")
            .item(1, "参政议政", "3,760", "2,851")
            .item(1, "教育", "5,312", "6,110");
    Disclosure checked = check(table);
    assertEquals(List.of(), checked.findings());
    assertEquals(14, checked.quality().verified());
  }

  @Test
  void aColumnThatHoldsAnotherIsNoContradiction() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出表", "元")
            .measure(null, "合计")
            .measure(null, "基本支出", "小计")
            .measure(null, "项目支出总数")
            .measure(null, "扣除基建项目后预算数")
            .code("205", "教育支出", "1,300", "500", "800", "700")
            .code("20501", "教育管理事务", "450", "200", "250", "150")
            .code("20502", "普通教育", "850", "300", "550", "550")
            .total("合计", "1,300", "500", "800", "700");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void rowsBetweenSubtotalAndTotalBelongToTheTotal() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "支出表", "万元")
            .measure(null, "预算数")
            .item(1, "一、教育支出", "1,234")
            .item(1, "二、卫生健康支出", "4,321")
            .subtotal("本年支出合计", "5,555")
            .item(1, "转移性支出", "8,642")
            .item(2, "上解支出", "8,000")
            .item(2, "调出资金", "642")
            .item(1, "债务还本支出", "777")
            .total("支出总计", "14,974");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void aTotalBeyondRoundingWherePartsHoldElsewhereIsAnError() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "债务限额表", "亿元")
            .measure(null, "合计")
            .measure(null, "一般债务")
            .measure(null, "专项债务");
    for (int i = 1; i <= 8; i++) {
      table.item(1, "某市" + i, 30 + i + ".50", 10 + i + ".20", "20.30");
    }
    table.item(1, "另一市", "93.40", "38.04", "55.32");
    List<Finding> findings = check(table).findings();
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(Severity.ERROR, findings.get(0).severity());
  }

  @Test
  void figuresPrintedShorterAreRounded() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出表", "元")
            .measure(null, "合计")
            .measure(null, "基本支出")
            .measure(null, "项目支出")
            .code("205", "教育支出", "475907032.4", "475907000.21", "32.21")
            .code("206", "科学技术支出", "350.25", "150.15", "200.10");
    assertTrue(check(table).findings().stream().allMatch(f -> f.severity() == Severity.INFO));
  }

  @Test
  void decimalsThatAFormPrintsBehindWholeAmountsAreNoDigits() {
    assertEquals(List.of(), warnings(whole("900.00", "100.00")));
    assertEquals(List.of("list-incomplete WARNING"), warnings(whole("930.00", "100.00")));
    assertEquals(List.of("list-incomplete WARNING"), warnings(whole("900.00", "100.25")));
  }

  /** A class of which three groups add up to 899, beside six of two that add up. */
  private static MadeTable whole(String amount, String another) {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出预算表", "万元").measure("budget_amount", "预算数");
    for (int i = 5; i < 11; i++) {
      String code = "2%02d".formatted(i);
      table.code(code, "支出" + i, i == 5 ? another.replace("100", "300") : "300.00");
      table.code(code + "01", "事务" + i, i == 5 ? another : "100.00");
      table.code(code + "02", "其他事务" + i, "200.00");
    }
    return table
        .code("212", "城乡社区支出", amount)
        .code("21201", "城乡社区管理事务", "199.00")
        .code("21202", "城乡社区规划与管理", "300.00")
        .code("21299", "其他城乡社区支出", "400.00");
  }

  private List<String> warnings(MadeTable table) {
    return rules(table).stream().filter(rule -> !rule.endsWith("INFO")).toList();
  }

  @Test
  void aListGoesOnBehindARowOfAnotherClass() {
    MadeTable table =
        coded()
            .code("110", "转移性收入", "60,000")
            .code("11001", "返还性收入", "12,000")
            .code("11008", "上年结余收入", "10,000")
            .code("105", "债务收入", "16,000")
            .code("10504", "一般债务收入", "16,000")
            .code("11009", "调入资金", "22,000");
    assertEquals(List.of(), warnings(table));
  }

  @Test
  void tellsWhatSpokeForWhat() {
    MadeTable table = coded().code("204", "公共安全支出", "9,000").code("20402", "公安", "7,777");
    CheckTrace trace =
        checker.check(MadeDisclosure.budget("某局", 2025).table(table).build(), Set.of("t1")).trace();
    assertTrue(
        trace.groups().stream()
            .flatMap(group -> group.equations().stream())
            .flatMap(equation -> equation.evidence().stream())
            .anyMatch(evidence -> evidence.id().equals("withheld-class")));
  }

  /** Three rows of a table whose header states a sum. */
  private static MadeTable threeRows(String first, String second, String third) {
    String[][] rows = {first.split(" "), second.split(" "), third.split(" ")};
    return MadeTable.coded("t1", "expenditure", "部门支出总表", "万元")
        .measure("total", "合计")
        .measure("basic_expenditure", "基本支出")
        .measure("project_expenditure", "项目支出")
        .total("合计", rows[0])
        .code("201", "一般公共服务支出", rows[1])
        .code("208", "社会保障和就业支出", rows[2]);
  }

  private List<Status> statuses(MadeTable table) {
    return check(table).tables().get(0).rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.amount() != null)
        .map(Cell::status)
        .distinct()
        .toList();
  }

  @Test
  void aSumThatTheHeaderStatesAndThatHoldsInNoRowProvesNothingAndIsToldOnce() {
    // All columns add up.
    MadeTable table =
        threeRows("7.00 8,140.00 960.50", "4.00 8,000.00 300.50", "3.00 140.00 660.00");
    Finding finding = check(table).findings().get(0);
    assertEquals(List.of("sum-fails-throughout WARNING"), rules(table));
    assertEquals(Blame.UNKNOWN, finding.blame());
    assertTrue(finding.messageZh().contains("另有 2 个关系"), finding.messageZh());
    assertEquals(List.of(Status.UNVERIFIED), statuses(table));
  }

  @Test
  void aSumThatHoldsInTheOtherRowsStillProves() {
    MadeTable table =
        threeRows("9,100.50 8,140.00 960.50", "8,300.50 8,000.00 300.50", "800.00 140.00 660.00");
    assertEquals(List.of(), rules(table));
    assertEquals(List.of(Status.VERIFIED), statuses(table));
  }

  @Test
  void aMeanOfColumnsIsNoSumThatFails() {
    MadeTable table = threeRows("9.00 8.00 10.00", "4.00 3.00 5.00", "5.00 5.00 5.00");
    assertEquals(List.of(), rules(table));
  }
}
