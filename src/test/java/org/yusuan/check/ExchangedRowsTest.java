package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.table.ExchangedRows;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Rows that carry each other's amounts in lists of which only the amounts tell the sums. */
class ExchangedRowsTest {

  private static final List<String[]> AMOUNTS =
      List.of(
          new String[] {"61,735", "72,911", "80,417"},
          new String[] {"21,502", "30,118", "35,206"},
          new String[] {"40,233", "42,793", "45,211"},
          new String[] {"93,846", "88,127", "91,303"},
          new String[] {"50,611", "41,902", "47,120"},
          new String[] {"43,235", "46,225", "44,183"});

  /** Two sums of two rows each; the rows print the amounts of the given places. */
  private static Disclosure check(int... places) {
    return new Checker().check(MadeDisclosure.budget("某局", 2025).table(list(places)).build());
  }

  private static MadeTable list(int... places) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入表", "万元")
            .measure(null, "预算数")
            .measure(null, "执行数")
            .measure(null, "决算数");
    String[] labels = {"林场收入", "杉木收入", "松木收入", "渔场收入", "鲫鱼收入", "鲤鱼收入"};
    for (int row = 0; row < labels.length; row++) {
      table.item(1, labels[row], AMOUNTS.get(places[row]));
    }
    return table;
  }

  private static List<String> rules(Disclosure checked) {
    return checked.findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  @Test
  void aListWhoseSumsHoldIsLeftAlone() {
    Disclosure checked = check(0, 1, 2, 3, 4, 5);
    assertEquals(List.of(), rules(checked));
    assertEquals(18, checked.quality().verified());
  }

  @Test
  void rowsOfTwoSumsAreExchanged() {
    Disclosure checked = check(0, 1, 4, 3, 2, 5);
    assertEquals(List.of("amounts-displaced WARNING"), rules(checked));
    for (int column = 1; column <= 3; column++) {
      assertEquals(Status.DISPUTED, Scans.cell(checked, "t1", 2, column).status());
      assertEquals(Status.DISPUTED, Scans.cell(checked, "t1", 4, column).status());
    }
  }

  @Test
  void rowsOfOneSumMayBeEither() {
    assertEquals(List.of(), rules(check(0, 2, 1, 3, 4, 5)));
  }

  @Test
  void aRowThatNoExchangeMendsIsNoExchange() {
    assertEquals(List.of(), rules(check(0, 1, 2, 3, 4, 1)));
  }

  private static Set<Integer> suspected(boolean shifted) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "转移支付表", "万元")
            .measure(null, "东山市")
            .measure(null, "西河市")
            .measure(null, "南川市")
            .item(1, "基金转移支付", "51,435", "40,167", "48,611")
            .item(1, "社会福利资金", "23,411", "17,520", "19,381")
            .item(
                1,
                "民航发展资金",
                shifted ? "1,900" : "12,554",
                shifted ? "12,554" : "",
                shifted ? "" : "1,900")
            .item(1, "体育发展资金", "8,133", "11,317", "18,183")
            .item(1, "医疗救助资金", "7,337", "11,330", "9,147");
    AmountIndex index =
        new AmountIndex(MadeDisclosure.budget("某省", 2026).table(table).build().tables());
    ExchangedRows rows =
        new ExchangedRows(index, List.of(), LabelPatterns.shipped(), Messages.shipped());
    rows.best(0);
    return rows.suspected();
  }

  @Test
  void aRowThatStandsOneColumnTooFarIsSuspected() {
    assertEquals(Set.of(), suspected(false));
    assertEquals(3, suspected(true).size());
  }

  @Test
  void rowsAreExchangedThoughAnotherTableHasSome() {
    MadeTable rows = list(0, 1, 4, 3, 2, 5);
    MadeTable coded =
        MadeTable.coded("t2", "expenditure", "支出表", "元")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("205", "教育支出", "9,310", "7,170")
            .code("20502", "普通教育", "9,310", "7,170")
            .code("2050201", "学前教育", "1,210", "2,150")
            .code("2050202", "小学教育", "5,200", "3,100")
            .code("208", "社会保障支出", "6,410", "5,250")
            .code("20801", "管理事务", "6,410", "5,250")
            .code("2080101", "行政运行", "4,110", "4,070")
            .code("2080199", "其他支出", "5,200", "3,100")
            .total("合计", "15,720", "12,420");
    Disclosure checked =
        new Checker().check(MadeDisclosure.budget("某局", 2025).table(rows).table(coded).build());
    assertEquals(
        List.of("t1", "t2"),
        checked.findings().stream()
            .filter(f -> f.rule().equals("amounts-displaced"))
            .map(f -> f.cells().get(0).table())
            .sorted()
            .toList());
  }

  /** 2026 = 2025 + the change, and each row is the sum of its own columns. */
  @Test
  void twoYearsAndTheirChangeAreInTheirPlaces() {
    MadeTable table =
        MadeTable.items("t1", "three_public", "三公经费预算表", "万元")
            .measure("three_public_total", "合计")
            .measure("overseas_travel", "因公出国（境）费")
            .measure("official_reception", "公务接待费")
            .measure("official_vehicles", "公务用车费", "小计")
            .measure("vehicle_purchase", "公务用车费", "购置")
            .measure("vehicle_operation", "公务用车费", "运行")
            .item(1, "2025年", "313.20", "6.00", "11.00", "296.20", "286.20", "10.00")
            .item(1, "2026年", "121.40", "97.70", "12.00", "11.70", "0.00", "11.70")
            .item(1, "增减变化金额", "-191.80", "91.70", "1.00", "-284.50", "-286.20", "1.70");
    Disclosure checked =
        new Checker().check(MadeDisclosure.budget("某局", 2026).table(table).build());
    assertEquals(List.of(), rules(checked));
    assertEquals(18, checked.quality().verified());
  }
}
