package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

/** What a document as a whole gives away. */
class DocumentReviewTest {

  private static List<String> rules(MadeTable... tables) {
    MadeDisclosure made = MadeDisclosure.budget("某局", 2025);
    for (MadeTable table : tables) {
      made.table(table);
    }
    Disclosure checked = new Checker().check(made.build());
    return checked.findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  private static MadeTable table(String id, String title) {
    return MadeTable.coded(id, "unknown", title, "元")
        .measure("final_amount", "决算数")
        .code("205", "教育支出", "500")
        .code("20501", "教育管理事务", "500");
  }

  @Test
  void aTemplateThatWasNotFilledInIsTold() {
    assertEquals(List.of("template-remains WARNING"), rules(table("t1", "XX局收支总表")));
  }

  private static MadeTable reservoirs(String moved, String works) {
    return MadeTable.items("t1", "unknown", "基金支出表", "万元")
        .measure(null, "决算数")
        .item(1, "大型水库移民扶持支出", "36,083")
        .item(1, "移民补助", "11,832")
        .item(1, "基础设施建设", "23,993")
        .item(1, "其他扶持支出", "258")
        .item(1, "小型水库移民扶助支出", "506")
        .item(1, "移民补助", moved)
        .item(1, "基础设施建设", works)
        .item(1, "土地出让支出", "9,290");
  }

  @Test
  void rowsThatWereCopiedFromAnotherTotalAreTold() {
    assertEquals(List.of(), rules(reservoirs("206", "300")));
    assertEquals(List.of(), rules(reservoirs("11,832", "300")));
    assertEquals(List.of("rows-of-another-total WARNING"), rules(reservoirs("11,832", "23,993")));
  }

  @Test
  void twoTotalsInARowAreTold() {
    assertEquals(
        List.of("two-totals WARNING"),
        rules(table("t1", "收支总表").total("合计", "500").total("合计", "500")));
  }

  @Test
  void theSameTotalAtTheHeadAndAtTheFootIsTold() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出总表", "元")
            .measure("final_amount", "决算数")
            .total("合计", "500")
            .code("205", "教育支出", "500")
            .total("合计", "500");
    assertEquals(List.of("two-totals WARNING"), rules(table));
  }

  @Test
  void theNumberBeforeANameIsNoneOfIt() {
    MadeTable other =
        MadeTable.coded("t2", "unknown", "另一表", "元")
            .measure("final_amount", "决算数")
            .code("205", "十五、教育支出", "500");
    MadeTable one =
        MadeTable.coded("t1", "unknown", "一表", "元")
            .measure("final_amount", "决算数")
            .code("205", "十六、教育支出", "500");
    assertEquals(List.of(), rules(one, other));
  }

  @Test
  void aTitleOfAnotherYearIsToldUnlessItHasATwin() {
    MadeTable[] tables = {
      table("t1", "2025年收支预算总表"),
      table("t2", "2025年收入预算表"),
      table("t3", "2025年支出预算表"),
      table("t4", "2024年三公经费预算表")
    };
    assertEquals(List.of("title-of-another-year WARNING"), rules(tables));
    tables[3] = table("t4", "2024年支出预算表");
    assertEquals(List.of(), rules(tables));
  }

  @Test
  void namesThatDifferBetweenTablesAreTold() {
    MadeTable other =
        MadeTable.coded("t2", "unknown", "另一表", "元")
            .measure("final_amount", "决算数")
            .code("205", "教育支出", "500")
            .code("20501", "普通教育", "500");
    assertEquals(List.of("names-differ-between-tables INFO"), rules(table("t1", "一表"), other));
  }

  @ParameterizedTest
  @CsvSource({
    "注：省尚未下达某市提前下达的新增债务限额。,true",
    "备注：财政部暂未分配提前下达的新增债务限额，待分配后公开。,true",
    "注：省尚未下达某市2026年债务限额。,false",
    "注：本表反映提前下达的新增债务限额。,false"
  })
  void aNoteThatDeniesWhatItsTablePrintsIsTold(String note, boolean told) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "债务限额提前下达情况表", "元")
            .measure("own_level", "本级")
            .item(1, "一、债务限额", "900")
            .item(1, "二、提前下达的新增债务限额", "500")
            .note(note);
    assertEquals(told ? List.of("note-against-table WARNING") : List.of(), rules(table));
  }

  private static MadeTable repaid(String general, String special) {
    return MadeTable.items("t1", "debt_issue_repayment", "债券发行及还本付息情况表", "亿元")
        .measure("whole_area", "本地区")
        .item(1, "一、2024年发行预计执行数", "50")
        .item(2, "（一）一般债券", "30")
        .item(2, "（二）专项债券", "20")
        .item(1, "二、2024年还本预计执行数", "20")
        .item(2, "（一）一般债券", general)
        .item(2, "（二）专项债券", special);
  }

  private static MadeTable balance(String id, String kind, String issued, String repaid) {
    return MadeTable.items(id, kind, "2024年政府债务余额情况表", "亿元")
        .scope("whole_area")
        .measure("budget_amount", "预算数")
        .measure("execution_amount", "执行数")
        .item(1, "三、2024年地方政府债务发行额", "9", issued)
        .item(1, "四、2024年地方政府债务还本额", "8", repaid);
  }

  @ParameterizedTest
  @CsvSource({
    // What was repaid of the special debt is 12: 8 was budgeted.
    "8,8,1",
    "8,12,0",
    "8,11.9,0",
    "7,8,1"
  })
  void aBudgetThatIsCalledExecutionIsTold(String general, String special, int told) {
    List<String> rules =
        rules(
            repaid(general, special),
            balance("t2", "debt_general_balance", "30", "8.2"),
            balance("t3", "debt_special_balance", "20", "12"));
    assertEquals(told, rules.stream().filter("budget-called-execution WARNING"::equals).count());
  }

  @ParameterizedTest
  @CsvSource({"'',8600,1", "8600,'',0", "'',860,0", "'',8700,0"})
  void aTotalThatStandsOneRowTooLowIsTold(String total, String below, int told) {
    MadeTable table =
        MadeTable.items("t1", "gov_fund_balance", "政府性基金预算收支决算总表", "万元")
            .measure("budget_amount", "预算数")
            .item(1, "一、本级收入", "8600")
            .item(1, "总收入", "8600")
            .beside()
            .measure("budget_amount", "预算数")
            .item(1, "一、本级支出", "8600")
            .item(1, "总支出", total)
            .item(1, "结转下年", below);
    assertEquals(
        told, rules(table).stream().filter("total-one-row-too-low WARNING"::equals).count());
  }
}
