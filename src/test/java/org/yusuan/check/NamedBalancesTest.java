package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Status;

/** Revenue, expenditure and surplus of funds in tables of their own. */
class NamedBalancesTest {

  private final Checker checker = new Checker();

  private static MadeTable table(String id, String side, String title) {
    return MadeTable.items(id, "social_insurance_" + side, title, "万元")
        .scope("whole_area")
        .of(2026, Stage.BUDGET)
        .measure("prior_year_final", "2025年执行数")
        .measure("budget_amount", "2026年预算数");
  }

  private static MadeTable revenue() {
    return table("t1", "revenue", "社会保险基金收入表")
        .item(1, "一、甲保险基金收入", "6,110,334", "7,401,694")
        .item(1, "二、乙保险（含丙保险）基金收入", "521,531", "505,458");
  }

  private static MadeTable expenditure() {
    return table("t2", "expenditure", "社会保险基金支出表")
        .item(1, "一、甲保险基金支出", "6,013,769", "6,925,991")
        .item(1, "二、乙保险基金支出", "691,700", "736,815");
  }

  private static MadeTable surplus(String saved, String end) {
    return table("t3", "surplus", "社会保险基金结余表")
        .item(1, "一、甲保险基金本年收支结余", "96,565", saved)
        .item(2, "甲保险基金年末累计结余", "16,878,439", end)
        .item(1, "二、乙保险基金本年收支结余", "-170,169", "-231,357")
        .item(2, "乙保险基金年末累计结余", "1,053,208", "821,851");
  }

  private Disclosure checked(MadeTable surplus) {
    return checker.check(
        MadeDisclosure.budget("某市", 2026)
            .table(revenue())
            .table(expenditure())
            .table(surplus)
            .build());
  }

  private static String verified(Disclosure checked, String table) {
    StringBuilder verified = new StringBuilder();
    for (int row = 0; row < (table.equals("t3") ? 4 : 2); row++) {
      for (int column = 1; column <= 2; column++) {
        Status status = Objects.requireNonNull(Scans.cell(checked, table, row, column).status());
        verified.append(status == Status.VERIFIED ? '+' : '-');
      }
    }
    return verified.toString();
  }

  @Test
  void surplusIsRevenueLessExpenditureAndIsCarriedOn() {
    Disclosure checked = checked(surplus("475,703", "17,354,142"));
    assertEquals(List.of(), checked.findings());
    assertEquals("++++", verified(checked, "t1"));
    assertEquals("++++", verified(checked, "t2"));
    assertEquals("++++++++", verified(checked, "t3"));
  }

  @Test
  void aWrongDigitIsNotProved() {
    Disclosure checked = checked(surplus("475,703", "17,354,742"));
    assertEquals("++" + "--" + "++" + "--", verified(checked, "t3"));
  }
}
