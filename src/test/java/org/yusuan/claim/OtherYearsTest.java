package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

/** Amounts of the document's year that the prose calls those of another. */
class OtherYearsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();
  private static final Claims CLAIMS = new Claims(CLASSIFICATION);

  private static final Table THREE_PUBLIC =
      new TableMapper(Layouts.shipped(), CLASSIFICATION)
          .map(
              PlacedGrid.of(
                  Grids.of(
                      "项目|2024年预算数",
                      "合计|73.05",
                      "因公出国（境）费|20.31",
                      "公务用车购置及运行费|40.62",
                      "公务接待费|12.12"),
                  TextLines.of(
                      List.of(Grids.word("2024年“三公”经费预算表", 10, -60), Grids.word("单位：万元", 10, -40))),
                  List.of()),
              "t1")
          .table();

  private static List<String> told(String... lines) {
    return MadeProse.linked(CLAIMS, Stage.BUDGET, MadeProse.lines(lines), List.of(THREE_PUBLIC))
        .findings()
        .stream()
        .filter(finding -> finding.rule().equals(OtherYears.RULE))
        .map(Finding::messageZh)
        .toList();
  }

  @Test
  void anAmountOfTheDocumentsYearIsNotThatOfTheYearBefore() {
    List<String> told = told("2023年公务接待费预算12.12万元。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("2024 年正是此数"), told.get(0));
  }

  @Test
  void anAmountThatDidNotChangeIsThatOfBothYears() {
    assertEquals(List.of(), told("2023年公务接待费预算12.12万元。2024年公务接待费预算12.12万元，与上年持平。"));
  }

  @Test
  void anotherAmountOfAnotherYearIsNotTold() {
    assertEquals(List.of(), told("2023年公务接待费预算12.21万元。", "2024年公务接待费预算12.12万元。"));
  }

  private static final Table SUMMARY =
      new TableMapper(Layouts.shipped(), Classification.shipped())
          .map(
              PlacedGrid.of(
                  Grids.of(
                      "项目|预算数|项目|预算数",
                      "一、一般公共预算拨款收入|84,715.62|一、教育支出|84,715.62",
                      "本年收入合计|84,715.62|本年支出合计|84,715.62",
                      "收入总计|84,715.62|支出总计|84,715.62"),
                  TextLines.of(List.of(Grids.word("收支总表", 10, -60), Grids.word("单位：万元", 10, -40))),
                  List.of()),
              "t1")
          .table();

  private static long ofSummary(String... lines) {
    return MadeProse.linked(CLAIMS, Stage.BUDGET, MadeProse.lines(lines), List.of(SUMMARY))
        .findings()
        .stream()
        .filter(finding -> finding.rule().equals(OtherYears.RULE))
        .count();
  }

  @Test
  void anAmountOfManyDigitsIsToldThoughItsPartsAreTheSame() {
    assertEquals(1, ofSummary("某局2023年度收入、支出预算总计84,715.62万元。其中：", "（一）收入预算总计84,715.62万元，包括："));
    assertEquals(0, ofSummary("某局2024年度收入、支出预算总计84,715.62万元。其中：", "（一）收入预算总计84,715.62万元，包括："));
  }

  @Test
  void anAmountOfManyDigitsThatTheTextGivesForThisYearTooIsNotTold() {
    assertEquals(0, ofSummary("某局2024年收入预算总计84,715.62万元，", "与2023年收入预算总计84,715.62万元持平。"));
  }
}
