package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

/** Cells that hold one amount under one name: of the other side, of another budget, of a class. */
class SidesOfAmountsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();

  private static Table table(String title, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    return new TableMapper(Layouts.shipped(), CLASSIFICATION)
        .map(PlacedGrid.of(Grids.of(rows), above, List.of()), "t1")
        .table();
  }

  /** The first cell of the last amount in the text. */
  private static CellRef last(Table table, Stage stage, String... lines) {
    var claims =
        MadeProse.linked(new Claims(CLASSIFICATION), stage, MadeProse.lines(lines), List.of(table))
            .claims();
    return claims.get(claims.size() - 1).refersTo().get(0);
  }

  @Test
  void whatIsSpentIsInTheListOfWhatIsSpent() {
    Table table =
        table(
            "2024年省本级一般公共预算收支总表",
            "项目|决算数|项目|决算数",
            "上级补助收入|912,000|补助下级支出|802,000",
            "返还性收入|85,000|返还性支出|63,000",
            "专项转移支付收入|227,100|专项转移支付支出|319,000",
            "交通运输|41,217|交通运输|33,508",
            "住房保障|52,346|住房保障|52,346");
    CellRef cell =
        last(
            table,
            Stage.FINAL_ACCOUNTS,
            "二、2024年省本级一般公共预算补助下级支出情况",
            "（一）专项转移支付支出31.9亿元。其中：1、交通运输33508万元；2、住房保障52346万元。");
    assertEquals(3, cell.column());
  }

  @Test
  void aBudgetAfterAWholeIsOfItsSideAndInItsOwnRow() {
    Table table =
        table(
            "部门综合预算收支总表",
            "项目|预算数|项目|预算数",
            "一、财政拨款|7,315.20|一、本年支出|7,315.20",
            "（1）一般公共预算拨款|7,315.20|1、一般公共预算支出|7,315.20",
            "收入总计|7,315.20|支出总计|7,315.20");
    String income = "本部门当年预算收入7315.20万元，其中：一般公共预算拨款7315.20万元。";
    CellRef received = last(table, Stage.BUDGET, income);
    assertEquals("（1）一般公共预算拨款", table.rows().get(received.row()).keys().label());
    CellRef spent = last(table, Stage.BUDGET, income, "当年预算支出7315.20万元，其中：一般公共预算拨款7315.20万元。");
    assertEquals("1、一般公共预算支出", table.rows().get(spent.row()).keys().label());
  }

  @Test
  void anItemOfAnotherFundIsNotItsClass() {
    Table table =
        table(
            "2024年政府性基金预算支出表",
            "功能分类科目名称|合计",
            "城乡社区支出|300.00",
            "其他支出|8,127.00",
            "其他政府性基金及对应专项债务收入安排的支出|8,127.00",
            "其他政府性基金安排的支出|8,127.00");
    CellRef cell =
        last(
            table,
            Stage.BUDGET,
            "政府性基金预算支出8427万元，具体为：",
            "其他支出（类）其他政府性基金及对应专项债务收入安排的支出（款）其他政府性基金安排的支出（项）预算为8127.00万元。");
    assertEquals(3, cell.row());
  }

  @Test
  void vehiclesGoByTheirShortName() {
    Table table =
        table(
            "2024年市本级一般公共预算“三公”经费决算表",
            "项目|2024年决算数",
            "合计|5,821.00",
            "公务用车购置费|1,204.00",
            "公务用车运行维护费|4,617.00");
    CellRef cell = last(table, Stage.FINAL_ACCOUNTS, "2024年市本级公车运行维护费4617万元。");
    assertEquals(2, cell.row());
  }

  @Test
  void aFindingNamesWhatTheWordsOfTheAmountLeaveOut() {
    Table table =
        table(
            "2024年一般公共预算财政拨款“三公”经费支出决算表",
            "项目|预算数|决算数",
            "合计|59.70|48.30",
            "因公出国（境）费|12.40|9.80",
            "公务用车购置及运行费|26.10|24.20",
            "公务接待费|21.20|14.30");
    List<String> told =
        MadeProse.linked(
                new Claims(CLASSIFICATION),
                Stage.FINAL_ACCOUNTS,
                MadeProse.lines(
                    "2024年度“三公”经费支出决算为48.30万元。",
                    "因公出国（境）费支出预算为12.40万元，支出决算为9.80万元。",
                    "公务用车购置及运行费支出预算为26.10万元，支出决算为24.20万元。",
                    "公务接待费支出预算为21.20万元，支出决算为17.30万元。"),
                List.of(table))
            .findings()
            .stream()
            .map(finding -> finding.messageZh())
            .toList();
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("第3页正文（公务接待费）称「支出决算为17.30万元」"), told.get(0));
  }
}
