package org.yusuan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;

class FactsTest {

  private static List<Fact> facts(MadeDisclosure disclosure) {
    return new Facts().of(disclosure.build());
  }

  @Test
  void anAmountBecomesOneFactInYuan() {
    List<Fact> facts =
        facts(
            MadeDisclosure.budget("甲局", 2024)
                .table(
                    MadeTable.coded("t1", "expenditure", "支出预算总表", "万元")
                        .measure("total", "合计")
                        .measure("basic_expenditure", "基本支出")
                        .code("2013701", "行政运行", "1,234.56", "")));
    assertEquals(1, facts.size());
    Fact fact = facts.get(0);
    assertEquals(0, fact.amount().compareTo(new BigDecimal("12345600")));
    assertEquals("1,234.56", fact.text());
    assertEquals("2013701", fact.line().functionalCode());
    assertEquals(3, FactField.FUNCTIONAL_LEVEL.of(fact));
    assertNull(fact.line().economicCode());
    assertEquals("expenditure", fact.meaning().direction());
    assertEquals(2024, fact.meaning().year());
    assertEquals("budget", fact.meaning().basis());
    assertEquals("verified", fact.evidence().status());
    assertEquals("department", fact.document().level());
  }

  @Test
  void theItemsAboveARowAreItsPath() {
    List<Fact> facts =
        facts(
            MadeDisclosure.budget("甲局", 2024)
                .table(
                    MadeTable.items("t1", "income_expenditure_summary", "收支总表", "元")
                        .measure("budget_amount", "本年收入", "预算数")
                        .item(1, "一、财政拨款收入", "10")
                        .item(2, "1. 一般公共预算资金", "7")
                        .item(2, "2. 政府性基金", "3")
                        .item(1, "二、事业收入", "5")
                        .total("收入总计", "15")));
    assertEquals("一、财政拨款收入 > 2. 政府性基金", facts.get(2).line().itemPath());
    assertEquals("二、事业收入", facts.get(3).line().itemPath());
    assertEquals("收入总计", facts.get(4).line().itemPath());
    assertEquals("revenue", facts.get(0).meaning().direction());
  }

  @Test
  void aFinalAccountsBudgetColumnIsABudget() {
    List<Fact> facts =
        facts(
            MadeDisclosure.finalAccounts("甲局", 2024)
                .table(
                    MadeTable.items("t1", "three_public", "“三公”经费支出决算表", "万元")
                        .measure("official_reception", "公务接待费", "预算数")
                        .measure("official_reception", "公务接待费", "决算数")
                        .item(1, "", "2.00", "1.50")));
    assertEquals("budget", facts.get(0).meaning().basis());
    assertEquals("final-accounts", facts.get(1).meaning().basis());
    assertEquals("final-accounts", facts.get(0).document().stage());
  }

  @Test
  void lastYearsFigureIsLastYears() {
    List<Fact> facts =
        facts(
            MadeDisclosure.budget("甲部", 2024)
                .table(
                    MadeTable.coded("t1", "general_public_budget_functional", "支出表", "万元")
                        .measure("prior_year_final", "上年执行数")
                        .measure("budget_amount", "本年预算数")
                        .code("201", "一般公共服务支出", "1", "2")));
    assertEquals(2023, facts.get(0).meaning().year());
    assertEquals("final-accounts", facts.get(0).meaning().basis());
    assertEquals(2024, facts.get(1).meaning().year());
    assertEquals("general_public_budget", facts.get(1).meaning().funding());
  }
}
