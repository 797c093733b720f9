package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Claim;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

/** Reports of governments that speak of one budget after another. */
class BudgetsOfReportsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();

  private static final List<Table> TABLES =
      List.of(
          table("t1", "2024年全市一般公共预算收入决算表", "项目|决算数", "税收收入|41,530", "合计|52,460"),
          table("t2", "2024年全市政府性基金收入决算表", "项目|决算数", "污水处理费收入|3,150", "合计|17,820"),
          table("t3", "2024年市级政府性基金收入决算表", "项目|决算数", "污水处理费收入|1,150", "合计|9,340"),
          table("t4", "2024年市级国有资本经营收入决算表", "项目|决算数", "利润收入|1,020", "合计|1,870"),
          table(
              "t5",
              "2024年省级一般公共预算支出决算表",
              "项目|决算数",
              "教育支出|66,010",
              "地方政府一般债务转贷支出|48,790",
              "地方政府一般债务还本支出|11,690",
              "地方政府一般债务付息支出|16,730",
              "补助下级支出|46,780",
              "返还性支出|4,330"));

  private static Table table(String id, String title, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    return new TableMapper(Layouts.shipped(), CLASSIFICATION)
        .map(PlacedGrid.of(Grids.of(rows), above, List.of()), id)
        .table();
  }

  private static String cells(String... lines) {
    return MadeProse.linked(
            new Claims(CLASSIFICATION), Stage.FINAL_ACCOUNTS, MadeProse.lines(lines), TABLES)
        .claims()
        .stream()
        .map(Claim::refersTo)
        .map(cells -> cells.isEmpty() ? "-" : place(cells.get(0)))
        .collect(Collectors.joining(" "));
  }

  private static String place(CellRef cell) {
    return cell.table() + "/" + cell.row();
  }

  @Test
  void aHeadingInTheParagraphTellsTheBudgetOfItsSentences() {
    assertEquals(
        "t2/1 t3/1 t4/1",
        cells("————政府性基金预算完成情况。全市收入完成1.782亿元。市级收入完成0.934亿元。", "————国有资本经营预算完成情况。市级收入完成0.187亿元。"));
  }

  @Test
  void theIncomeOfABudgetMayBeCompletedOrAchieved() {
    assertEquals("t1/1 t2/1", cells("2024年，全市完成一般公共预算收入5.246亿元，完成政府性基金预算收入1.782亿元。"));
    assertEquals("t1/1 t2/1", cells("2024年全市实现一般公共预算收入5.246亿元，实现政府性基金收入1.782亿元。"));
    assertEquals("t1/1 t3/1", cells("2024年，全市完成一般公共预算收入5.246亿元，其中市本级实现政府性基金收入0.934亿元。"));
  }

  @Test
  void anItemBehindADashIsCalledByItsName() {
    assertEquals("t1/1 t1/0 -", cells("2024年，全市一般公共预算收入完成5.246亿元。", "——税收收入。完成4.153亿元，增长3.0%。"));
  }

  @Test
  void aHeadingInAParagraphEndsWithItsItem() {
    assertEquals("t4/1 -", cells("（一）国有资本经营预算完成情况。市级收入完成0.19亿元。", "（二）其他资金充足，市级收入完成0.19亿元。"));
  }

  @Test
  void whatIsRepaidAndPaidAfterADebtIsOfThatDebt() {
    assertEquals(
        "- t5/1 t5/2 t5/3",
        cells("2024年，省级地方政府一般债务省级支出0.7亿元，转贷支出4.879亿元，还本支出1.169亿元，付息支出1.673亿元。"));
    assertEquals("t5/2", cells("2024年，省级地方政府一般债券还本支出1.169亿元。"));
  }

  @Test
  void whatIsPaidToThoseBelowGoesByTheNameOfEitherSide() {
    assertEquals("t5/4 t5/5", cells("2024年，省财政安排对市县一般公共预算补助4.678亿元。其中：税收返还0.433亿元。"));
  }
}
