package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;

/** Nobody is said to leave out what may stand in the table unread. */
class UnreadFiguresTest {

  private static List<String> rules(MadeTable table) {
    return new Checker()
        .check(MadeDisclosure.budget("某县", 2024).table(table).build()).findings().stream()
            .filter(finding -> !finding.rule().equals("not-a-number"))
            .map(finding -> finding.rule() + " " + finding.severity())
            .toList();
  }

  private static MadeTable funds(String year, String left, String... balance) {
    return MadeTable.items("t1", "social_insurance_balance", "社会保险基金预算收支表", "万元")
        .measure("year_revenue", "收入预算")
        .measure("year_expenditure", "支出预算")
        .measure("year_surplus", year)
        .measure("final_balance", balance)
        .item(1, "一、企业职工基本养老保险基金", "30,017", "28,503", "1,514", "12,031")
        .item(1, "二、城乡居民基本养老保险基金", "12,329", "10,104", "2,225", "33,056")
        .item(1, "三、机关事业单位基本养老保险基金", "15,061", "15,010", left, "")
        .total("合计", "57,407", "53,617", "3,790", "45,898");
  }

  @Test
  void aFigureMayStandInTheCellBesideIt() {
    assertEquals(List.of(), rules(funds("本年结余", "51 811", "年末滚存结余")));
    assertEquals(List.of("list-incomplete WARNING"), rules(funds("本年结余", "51", "年末滚存结余")));
  }

  @Test
  void oneOfSeveralColumnsWithoutNamesMayHoldWhatAnotherLacks() {
    assertEquals(List.of(), rules(funds("", "51", "")));
  }

  /** No room for the figure of the second item: it is not nothing. */
  @Test
  void aMarkOfASpreadsheetIsNotNothing() {
    MadeTable table = MadeTable.items("t1", "unknown", "支出", "万元").measure("total", "合计");
    table.item(1, "一、办公费", "100.00").item(1, "二、差旅费", "#####").total("合计", "350.00");
    assertEquals(List.of(), rules(table));
  }
}
