package org.yusuan.compare.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yusuan.compare.series.Compared.by;
import static org.yusuan.compare.series.Compared.change;
import static org.yusuan.compare.series.Compared.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.LineChange;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;

class ComparisonTest {

  private static MadeTable expenditure(String unit) {
    return MadeTable.coded("t1", "expenditure", "支出总表", unit).measure("total", "合计");
  }

  private static MadeTable economic() {
    return MadeTable.coded("t1", "basic_expenditure_economic", "基本支出表", "元").measure("total", "合计");
  }

  private static MadeTable summary() {
    return MadeTable.items("t1", "income_expenditure_summary", "收支总表", "元")
        .measure("budget_amount", "支出", "预算数");
  }

  private static MadeDisclosure budget(int year, MadeTable... tables) {
    MadeDisclosure made = MadeDisclosure.budget("甲局", year);
    for (MadeTable table : tables) {
      made.table(table);
    }
    return made;
  }

  /** A budget with one line. */
  private static MadeDisclosure services(int year, String amount) {
    return budget(year, expenditure("元").code("201", "一般公共服务支出", amount));
  }

  private static Comparison byFunction(MadeDisclosure... documents) {
    return by("function", documents);
  }

  private static MadeDisclosure accounts(int year, MadeTable table) {
    return MadeDisclosure.finalAccounts("甲局", year).table(table);
  }

  private static void same(String expected, @Nullable BigDecimal actual) {
    assertTrue(
        actual != null && new BigDecimal(expected).compareTo(actual) == 0,
        () -> expected + " ≠ " + actual);
  }

  private static String notes(Comparison comparison) {
    return comparison.allNotes().toString();
  }

  @Test
  void amountsInDifferentUnitsAreCompared() {
    Comparison comparison =
        byFunction(
            services(2023, "30,000"),
            budget(2024, expenditure("万元").code("201", "一般公共服务支出", "4.50")));
    LineChange change = change(comparison, "201");
    same("15000", change.amount());
    same("50", change.percent());
    assertEquals(
        "4.50", Objects.requireNonNull(line(comparison, "201").entries().get(1).fact()).text());
  }

  @Test
  void aRenamedCodeIsTheSameLine() {
    Comparison comparison =
        byFunction(
            budget(2019, expenditure("元").code("20805", "行政事业单位离退休", "10")),
            budget(2020, expenditure("元").code("20805", "行政事业单位养老支出", "12")));
    assertEquals(LineChange.Kind.CHANGED, change(comparison, "20805").kind());
    assertTrue(line(comparison, "20805").notes().get(0).en().startsWith("renamed"));
  }

  @Test
  void aRenumberedThingIsTheSameLine() {
    Comparison comparison =
        byFunction(
            budget(2023, expenditure("元").code("2101601", "老龄卫生健康事务", "10")),
            budget(2024, expenditure("元").code("2080209", "老龄事务", "12")));
    assertEquals(1, comparison.lines().lines().size());
    same("2", change(comparison, "2080209").amount());
    assertTrue(line(comparison, "2080209").notes().toString().contains("renumbered"));
  }

  @Test
  void partsThatMovedAwayAreSaid() {
    Comparison comparison =
        byFunction(
            budget(
                2023,
                expenditure("元")
                    .code("20802", "民政管理事务", "50")
                    .code("2080201", "行政运行", "50")
                    .code("21016", "老龄卫生健康事务", "10")
                    .code("2101601", "老龄卫生健康事务", "10")),
            budget(
                2024,
                expenditure("元")
                    .code("20802", "民政管理事务", "62")
                    .code("2080201", "行政运行", "50")
                    .code("2080209", "老龄事务", "12")));
    assertTrue(change(comparison, "20802").notes().toString().contains("2101601"));
    assertEquals(LineChange.Kind.CHANGED, change(comparison, "20802").kind());
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "21016").kind());
  }

  @Test
  void theEconomicClassificationOf2018IsNotComparedWhereItWasRebuilt() {
    Comparison comparison =
        by(
            "economic",
            budget(
                2017,
                economic()
                    .code("301", "工资福利支出", "100")
                    .code("30101", "基本工资", "40")
                    .code("303", "对个人和家庭的补助", "30")
                    .code("30311", "住房公积金", "20")),
            budget(
                2018,
                economic()
                    .code("301", "工资福利支出", "130")
                    .code("30101", "基本工资", "44")
                    .code("30113", "住房公积金", "22")
                    .code("303", "对个人和家庭的补助", "10")));
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "301").kind());
    assertTrue(change(comparison, "301").notes().get(0).en().contains("rebuilt in 2018"));
    assertNull(change(comparison, "301").amount());
    same("10", change(comparison, "30101").percent());
    same("2", change(comparison, "30113").amount());
  }

  @Test
  void aMergedLineIsNeitherNewNorVanished() {
    Comparison comparison =
        byFunction(
            budget(2018, expenditure("元").code("20115", "工商行政管理事务", "10")),
            budget(2019, expenditure("元").code("20138", "市场监督管理事务", "30")));
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "20115").kind());
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "20138").kind());
  }

  @Test
  void aLineIsNewWhereTheOtherYearHasNothingThatCouldHaveMoved() {
    Comparison comparison =
        byFunction(
            budget(2018, expenditure("元").code("20103", "政府办公厅（室）及相关机构事务", "10")),
            budget(
                2019,
                expenditure("元")
                    .code("20103", "政府办公厅（室）及相关机构事务", "10")
                    .code("20138", "市场监督管理事务", "30")));
    assertEquals(LineChange.Kind.NEW, change(comparison, "20138").kind());
    assertEquals(LineChange.Kind.UNCHANGED, change(comparison, "20103").kind());
  }

  @Test
  void blankZeroAndAbsentAreDifferentThings() {
    Comparison comparison =
        by(
            "item",
            budget(
                2023,
                summary().item(1, "一、一般公共服务支出", "").item(1, "二、外交支出", "0").item(1, "三、教育支出", "5")),
            budget(
                2024,
                summary()
                    .item(1, "一、一般公共服务支出", "7")
                    .item(1, "二、外交支出", "3")
                    .item(1, "三、国防支出", "5")));
    assertEquals(LineChange.Kind.BLANK, change(comparison, "expenditure/201").kind());
    assertNull(change(comparison, "expenditure/201").amount());
    assertEquals(LineChange.Kind.CHANGED, change(comparison, "expenditure/202").kind());
    assertNull(change(comparison, "expenditure/202").percent());
    assertEquals(LineChange.Kind.VANISHED, change(comparison, "expenditure/205").kind());
    assertEquals(LineChange.Kind.NEW, change(comparison, "expenditure/203").kind());
  }

  @Test
  void itemsAreMatchedWhateverTheirNumbersAndNames() {
    Comparison comparison =
        by(
            "item",
            budget(2018, summary().item(1, "五、医疗卫生与计划生育支出", "5").item(1, "九、上年结转", "1")),
            budget(2019, summary().item(1, "六、卫生健康支出", "6").item(1, "上年结转收入", "2")));
    same("1", change(comparison, "expenditure/210").amount());
    same("1", change(comparison, "expenditure/prior_year_carryover").amount());
  }

  @Test
  void aLineThatStatesNothingOrZeroIsNeitherNewNorVanished() {
    Comparison comparison =
        by(
            "item",
            budget(2023, summary().item(1, "一、外交支出", "0").item(1, "二、国防支出", "5")),
            budget(2024, summary().item(1, "一、国防支出", "5").item(1, "二、教育支出", "")));
    assertEquals(LineChange.Kind.NONE, change(comparison, "expenditure/202").kind());
    assertEquals(LineChange.Kind.NONE, change(comparison, "expenditure/205").kind());
    assertEquals(
        StatedLine.State.ABSENT, line(comparison, "expenditure/205").entries().get(0).state());
  }

  @Test
  void aGroupThatAnotherTableDoesWithoutIsNotNew() {
    MadeTable grouped =
        MadeTable.items("t1", "income_expenditure_summary", "收支总表", "元")
            .measure("budget_amount", "收入", "预算数")
            .item(1, "一、财政拨款收入", "9")
            .item(2, "1.一般公共预算资金", "9");
    MadeTable flat =
        MadeTable.items("t1", "income_expenditure_summary", "收支决算总表", "元")
            .measure("final_amount", "收入", "决算数")
            .item(1, "一、一般公共预算财政拨款收入", "8")
            .item(1, "二、使用非财政拨款结余", "1");
    Comparison comparison = by("item", budget(2024, grouped), accounts(2024, flat));
    same("-1", change(comparison, "revenue/general_public_budget").amount());
    assertEquals(
        LineChange.Kind.NOT_COMPARABLE, change(comparison, "revenue/fiscal_appropriation").kind());
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "revenue/使用非财政拨款结余").kind());
  }

  @Test
  void aTableThatGoesLessDeepDropsNothing() {
    Comparison comparison =
        byFunction(
            budget(2023, expenditure("元").code("201", "一般公共服务支出", "9").code("20103", "政府办公厅", "9")),
            services(2024, "8"));
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "20103").kind());
  }

  @Test
  void theGovernmentsViewIsNotTheDepartments() {
    Comparison comparison =
        by(
            "economic",
            budget(2023, economic().code("301", "工资福利支出", "9")),
            budget(2024, economic().code("501", "机关工资福利支出", "9")));
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "301").kind());
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "501").kind());
  }

  @Test
  void oneCodeUnderTwoNamesIsNotCompared() {
    Comparison comparison =
        byFunction(
            budget(
                2023,
                expenditure("元")
                    .code("2120399", "其他城乡社区公共设施支出", "5")
                    .code("2299998", "扶持小微企业", "5")),
            budget(
                2024,
                expenditure("元")
                    .code("2120399", "其它城乡社区公共设施支出", "6")
                    .code("2299998", "旧区改造", "6")));
    assertEquals(LineChange.Kind.CHANGED, change(comparison, "2120399").kind());
    assertTrue(change(comparison, "2120399").notes().toString().contains("differ a little"));
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "2299998").kind());
  }

  @Test
  void aMisprintedCodeIsMatchedByAnUnmistakableName() {
    Comparison comparison =
        byFunction(
            budget(2023, expenditure("元").code("2101102", "事业单位医疗", "5")),
            budget(2024, expenditure("元").code("71102", "事业单位医疗", "6")));
    same("1", change(comparison, "2101102").amount());
    assertEquals("2101102", line(comparison, "2101102").code());
    assertTrue(line(comparison, "2101102").notes().toString().contains("matched by name"));
  }

  @Test
  void aRegionsOwnCodeThatWasNumberedAnewIsMatchedByName() {
    Comparison comparison =
        by(
            "economic",
            budget(2023, economic().code("3029901", "网格化管理", "5")),
            budget(2024, economic().code("3029902", "网格化管理", "6")));
    same("1", change(comparison, "3029902").amount());
  }

  @Test
  void budgetsAreHeldAgainstFinalAccounts() {
    Comparison comparison =
        byFunction(
            services(2024, "200"),
            accounts(
                2024,
                MadeTable.coded("t1", "expenditure", "支出决算表", "元")
                    .measure("year_expenditure", "本年支出合计")
                    .measure("basic_expenditure", "基本支出")
                    .code("201", "一般公共服务支出", "150", "99")));
    LineChange change = change(comparison, "201");
    assertTrue(change.isExecution());
    same("75", change.percent());
    same("-50", change.amount());
  }

  @Test
  void budgetsThatFinalAccountsRepeatAreKeptApart() {
    MadeTable spent =
        MadeTable.items("t8", "three_public", "三公经费支出决算表", "元")
            .measure("three_public_total", "合计", "预算数")
            .measure("three_public_total", "合计", "决算数")
            .item(1, "", "80", "60");
    MadeTable planned =
        MadeTable.items("t9", "three_public_and_operating", "三公经费预算表", "元")
            .measure("three_public_total", "合计")
            .item(1, "", "90");
    Comparison comparison = byFunction(budget(2024, planned), accounts(2024, spent));
    ComparedLine total = comparison.threePublic().lines().get(0);
    same("90", total.entries().get(0).amount());
    same("60", total.entries().get(1).amount());
    same("66.67", total.changes().get(0).percent());
    assertTrue(notes(comparison).contains("tables disagree"), notes(comparison));
  }

  @Test
  void amountsOfOtherYearsInATableAreNotTaken() {
    Comparison comparison =
        byFunction(
            budget(
                2024,
                MadeTable.coded("t1", "general_public_budget_functional", "支出表", "元")
                    .measure("prior_year_final", "上年执行数")
                    .measure("total", "本年预算数", "小计")
                    .code("201", "一般公共服务支出", "1", "2")));
    same("2", line(comparison, "201").entries().get(0).amount());
  }

  private static MadeTable government(String id, String scope, String amount) {
    return MadeTable.items(id, "gov_general_expenditure", "一般公共预算支出表", "元")
        .scope(scope)
        .measure("budget_amount", "预算数")
        .item(1, "一、一般公共服务支出", amount)
        .total("支出合计", amount);
  }

  @Test
  void whatAGovernmentSpendsItselfIsNotHeldAgainstItsWholeArea() {
    Comparison comparison =
        byFunction(
            budget(2024, government("t1", "whole_area", "9"))
                .table(government("t2", "own_level", "4")));
    assertTrue(!notes(comparison).contains("disagree"), notes(comparison));
    same("4", line(comparison, "201").entries().get(0).amount());
    assertTrue(comparison.functions().lines().stream().anyMatch(one -> one.key().equals("total")));
  }

  @Test
  void ofTwoDocumentsThatDifferOneIsTakenAndTheCellsAreNamed() {
    MadeTable other = expenditure("元").code("201", "一般公共服务支出", "11");
    Comparison comparison =
        byFunction(services(2023, "9"), services(2024, "10"), budget(2024, other).salt("更正"));
    assertEquals(2, comparison.columns().size());
    String notes = notes(comparison);
    assertTrue(notes.contains("differ; the first is taken"), notes);
    assertTrue(notes.contains("一般公共服务支出") && notes.contains("≠"), notes);
  }

  @Test
  void twoDocumentsThatSayTheSameCountAsOne() {
    Comparison comparison =
        byFunction(services(2023, "9"), services(2024, "10"), services(2024, "10.00").salt("copy"));
    assertEquals(2, comparison.columns().size());
    assertTrue(notes(comparison).contains("same amounts"));
  }

  @Test
  void missingYearsAreSaidAndBridged() {
    Comparison comparison =
        Comparison.of(
            Compared.holdings(services(2022, "8"), services(2024, "10")),
            new Comparison.Question("function", 2022, 2025, null));
    assertTrue(notes(comparison).contains("budget of 2023, 2025"), notes(comparison));
    assertEquals(2022, change(comparison, "201").from().year());
    same("25", change(comparison, "201").percent());
  }

  @Test
  void threeYearsAreAlsoComparedFromFirstToLast() {
    List<LineChange> changes =
        line(byFunction(services(2022, "8"), services(2023, "9"), services(2024, "10")), "201")
            .changes();
    assertEquals(
        List.of("2022 to 2023", "2023 to 2024", "2022 to 2024"),
        changes.stream().map(c -> c.from().year() + " to " + c.to().year()).toList());
    same("1", changes.get(0).amount());
    same("1", changes.get(1).amount());
    same("2", changes.get(2).amount());
  }

  @Test
  void tablesOfOneDocumentThatDisagreeAreSaid() {
    MadeTable summary =
        MadeTable.items("t2", "income_expenditure_summary", "收支总表", "万元")
            .measure("budget_amount", "支出", "预算数")
            .item(1, "一、一般公共服务支出", "1.23")
            .item(1, "二、外交支出", "2.00");
    Comparison comparison =
        byFunction(
            budget(
                2024,
                summary,
                expenditure("元").code("201", "一般公共服务支出", "12,345").code("202", "外交支出", "21,000")));
    assertEquals(1, comparison.lines().notes().size(), notes(comparison));
    assertTrue(comparison.lines().notes().get(0).en().contains("外交支出"));
    same("21000", line(comparison, "202").entries().get(0).amount());
  }

  @Test
  void aTotalWithCarryoversIsNotHeldAgainstOneWithout() {
    MadeTable summary =
        MadeTable.items("t1", "income_expenditure_summary", "收入支出决算总表", "万元")
            .measure("final_amount", "支出", "决算数")
            .item(1, "八、社会保障和就业支出", "5.01")
            .total("总计", "9.00");
    MadeTable spent =
        MadeTable.coded("t2", "expenditure", "支出决算表", "万元")
            .measure("year_expenditure", "本年支出合计")
            .total("合计", "5.02")
            .code("208", "社会保障和就业支出", "5.02");
    Comparison comparison =
        byFunction(MadeDisclosure.finalAccounts("甲局", 2024).table(summary).table(spent));
    assertEquals(1, comparison.lines().notes().size(), notes(comparison));
    assertTrue(notes(comparison).contains("as of rounding"));
  }

  @Test
  void tablesOfDifferentScopeAreNotCompared() {
    Comparison comparison =
        byFunction(
            services(2022, "8"),
            services(2023, "9"),
            budget(
                2024,
                MadeTable.coded("t1", "general_public_budget_functional", "支出表", "元")
                    .measure("total", "合计")
                    .code("201", "一般公共服务支出", "5")));
    ComparedLine line = line(comparison, "201");
    assertEquals(StatedLine.State.NO_TABLE, line.entries().get(2).state());
    assertEquals(LineChange.Kind.NOT_COMPARABLE, line.changes().get(1).kind());
    assertTrue(notes(comparison).contains("has no table that can be compared: by function"));
  }

  @Test
  void linesThatStandTwiceAndDifferAreNotCompared() {
    Comparison comparison =
        byFunction(
            budget(
                2023, expenditure("元").code("201", "一般公共服务支出", "8").code("201", "一般公共服务支出", "9")),
            services(2024, "9"));
    assertEquals(StatedLine.State.AMBIGUOUS, line(comparison, "201").entries().get(0).state());
    assertEquals(LineChange.Kind.NOT_COMPARABLE, change(comparison, "201").kind());
  }
}
