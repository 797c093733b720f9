package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Status;

/** Contradictions that no total alone shows. */
class ContradictionTest {

  private final Checker checker = new Checker();

  private Disclosure check(MadeTable... tables) {
    MadeDisclosure made = MadeDisclosure.budget("某局", 2025);
    for (MadeTable table : tables) {
      made.table(table);
    }
    return checker.check(made.build());
  }

  private static List<String> rules(Disclosure checked) {
    return checked.findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  @Test
  void aPrintedFormulaOfColumnsIsUsed() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "限额表", "亿元")
            .measure(null, "限额", "A=B+C")
            .measure(null, "限额", "一般", "B")
            .measure(null, "限额", "专项", "C")
            .item(1, "甲县", "30.50", "10.20", "20.30")
            .item(1, "乙县", "35.50", "10.20", "20.30");
    Disclosure checked = check(table);
    assertEquals(1, checked.findings().size(), checked.findings().toString());
    assertTrue(checked.findings().get(0).messageZh().contains("A=B+C"));
    assertEquals(3, checked.quality().verified());
  }

  @Test
  void aPrintedFormulaBehindALabelIsUsed() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收支表", "万元")
            .measure(null, "金额")
            .item(1, "一、收入", "613.27")
            .item(1, "二、结转", "152.11")
            .item(1, "三、调入", "41.00")
            .item(1, "总计(一+二)", "765.38");
    assertEquals(3, check(table).quality().verified());
  }

  @Test
  void rowsNamedOfATotalAreTheSumOfThoseNamedOfItsItems() {
    MadeTable table =
        MadeTable.items("t1", "social_insurance_revenue", "基金收入表", "万元")
            .measure(null, "执行数")
            .measure(null, "预算数")
            .item(1, "甲基金收入", "16,673", "18,283")
            .item(2, "其中：保险费收入", "4,889", "5,130")
            .item(3, "财政补贴收入", "10,450", "11,698")
            .item(3, "利息收入", "233", "295")
            .item(1, "乙基金收入", "95,582", "98,384")
            .item(2, "其中：保险费收入", "80,486", "83,078")
            .item(3, "财政补贴收入", "11,937", "12,383")
            .item(3, "利息收入", "614", "540")
            .subtotal("收入小计", "112,255", "116,667")
            .item(2, "其中：保险费收入", "85,375", "88,208")
            .item(3, "利息收入", "22,387", "24,081")
            .item(3, "财政补贴收入", "847", "835");
    Disclosure checked = check(table);
    Finding finding =
        checked.findings().stream()
            .filter(f -> f.rule().equals("amounts-displaced"))
            .findFirst()
            .orElseThrow();
    assertEquals(Severity.WARNING, finding.severity());
    assertTrue(finding.messageZh().contains("「利息收入」与「财政补贴收入」"), finding.messageZh());
  }

  @Test
  void whatBelongsToTheAreaCannotExceedIt() {
    MadeTable table =
        MadeTable.items("t1", "debt_issue_repayment", "债券发行及还本付息情况表", "亿元")
            .measure("whole_area", "本地区")
            .measure("own_level", "本级")
            .item(1, "发行", "192.87", "61.36")
            .item(1, "还本", "57.73", "32.67")
            .item(1, "付息", "9.46", "13.46");
    assertEquals(List.of("part-exceeds-whole WARNING"), rules(check(table)));
  }

  @Test
  void aBalanceAboveItsLimitIsTold() {
    MadeTable table =
        MadeTable.items("t1", "debt_special_balance", "专项债务余额情况表", "亿元")
            .measure("budget_amount", "预算数")
            .measure("final_amount", "执行数")
            .item(1, "一、2021年末地方政府专项债务余额实际数", "", "6,700.48")
            .item(1, "二、2022年末地方政府专项债务余额限额", "8,137.89", "")
            .item(1, "三、2022年地方政府专项债务发行额", "", "1,777.40")
            .item(1, "四、2022年地方政府专项债务还本额", "", "293.00")
            .item(1, "五、2022年末地方政府专项债务余额预计执行数", "", "8,184.88");
    Disclosure checked = check(table);
    assertEquals(List.of("part-exceeds-whole WARNING"), rules(checked));
    assertTrue(checked.findings().get(0).messageZh().contains("46.99"));
    assertEquals(4, checked.quality().verified(), "the balance is last + issued - repaid");
  }

  private static MadeTable byFunction(String id, String kind, String[][] rows) {
    MadeTable table =
        MadeTable.coded(id, kind, id, "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出");
    for (String[] row : rows) {
      if (row[0].isEmpty()) {
        table.total("合计", row[1], row[2], row[3]);
      } else {
        table.code(row[0], "科目" + row[0], row[1], row[2], row[3]);
      }
    }
    return table;
  }

  private static String[][] rows() {
    return new String[][] {
      {"205", "6,030", "3,513", "2,517"},
      {"20501", "2,211", "1,313", "898"},
      {"2050101", "1,313", "1,313", ""},
      {"2050199", "898", "", "898"},
      {"20502", "3,819", "2,200", "1,619"},
      {"2050201", "2,746", "1,127", "1,619"},
      {"2050202", "1,073", "1,073", ""},
      {"210", "1,787", "1,144", "643"},
      {"21001", "1,787", "1,144", "643"},
      {"2100101", "1,144", "1,144", ""},
      {"2100199", "643", "", "643"},
      {"", "7,817", "4,657", "3,160"}
    };
  }

  @Test
  void twoRowsThatCarryEachOthersAmountsAreToldAndNotVerified() {
    String[][] swapped = rows();
    swapped[5] = new String[] {"2050201", "1,073", "1,073", ""};
    swapped[6] = new String[] {"2050202", "2,746", "1,127", "1,619"};
    Disclosure checked =
        check(
            byFunction("t1", "expenditure", rows()),
            byFunction("t2", "general_public_budget_functional", swapped));
    assertTrue(rules(checked).contains("amounts-displaced WARNING"), rules(checked).toString());
    for (int t = 0; t < 2; t++) {
      for (int r = 5; r <= 6; r++) {
        assertTrue(
            checked.tables().get(t).rows().get(r).cells().stream()
                .noneMatch(cell -> cell.column() == 2 && cell.status() == Status.VERIFIED),
            "either table may be wrong");
      }
    }
  }

  @Test
  void twoColumnsThatCarryEachOthersAmountsAreTold() {
    String[][] swapped = rows();
    for (String[] row : swapped) {
      String basic = row[2];
      row[2] = row[3];
      row[3] = basic;
    }
    Disclosure checked =
        check(
            byFunction("t1", "expenditure", rows()),
            byFunction("t2", "general_public_budget_functional", swapped));
    assertEquals(List.of("amounts-displaced WARNING"), rules(checked).stream().distinct().toList());
  }

  @Test
  void aCodeThatAnotherTablePrintsIsMissed() {
    String[][] shorter = new String[11][];
    String[][] all = rows();
    System.arraycopy(all, 0, shorter, 0, 6);
    System.arraycopy(all, 7, shorter, 6, 5);
    Disclosure checked =
        check(
            byFunction("t1", "expenditure", all),
            byFunction("t2", "general_public_budget_functional", shorter));
    assertTrue(
        checked.findings().stream()
            .anyMatch(f -> f.rule().equals("code-not-listed") && f.messageZh().contains("2050202")),
        checked.findings().toString());
  }

  @Test
  void tablesThatAgreeAreNotAccused() {
    Disclosure checked =
        check(
            byFunction("t1", "expenditure", rows()),
            byFunction("t2", "general_public_budget_functional", rows()));
    assertEquals(List.of(), checked.findings());
  }

  @Test
  void aClassThatIsLeftOutAboveItsItemsIsMissed() {
    MadeTable table =
        MadeTable.coded("t1", "basic_expenditure_economic", "基本支出", "元")
            .measure("total", "合计")
            .code("301", "工资福利支出", "600")
            .code("30101", "基本工资", "210")
            .code("30102", "津贴补贴", "390")
            .code("30201", "办公费", "150")
            .code("30202", "印刷费", "250")
            .total("合计", "1,000");
    assertTrue(
        check(table).findings().stream()
            .anyMatch(f -> f.rule().equals("code-not-listed") && f.messageZh().contains("302")));
  }
}
