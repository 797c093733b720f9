package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.knowledge.Classification;
import org.yusuan.made.MadeProse;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Stage;

/** What is stored of a claim is enough to link it to the same cell again. */
class RelinkedClaimsTest {

  private static final Claims CLAIMS = new Claims(Classification.shipped());

  @Test
  void aPartOfAGroupStaysBesideItThoughItsItemHasItsName() {
    MadeTable table =
        MadeTable.coded("t1", "gpb_expenditure", "2024年一般公共预算支出表", "元")
            .measure("total", "合计")
            .measure("personnel_expenditure", "人员经费")
            .code("208", "社会保障和就业支出", "900,000", "500,000")
            .code("20899", "其他社会保障和就业支出", "300,000", "200,000")
            .code("2089999", "其他社会保障和就业支出", "300,000", "200,000");
    Disclosure read =
        MadeProse.linked(
            CLAIMS,
            Stage.BUDGET,
            MadeProse.lines("其他社会保障和就业支出（20899）30.00万元，其中：人员经费20.00万元。"),
            List.of(table.build()));
    List<CellRef> first = read.claims().stream().map(claim -> claim.refersTo().get(0)).toList();
    assertEquals(List.of(new CellRef("t1", 1, 2), new CellRef("t1", 1, 3)), first);
    assertEquals(read.claims(), CLAIMS.recheck(read).claims());
  }

  @Test
  void theMoneyOfSomeProjectsIsNotThatOfAll() {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "2024年部门支出总表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("205", "教育支出", "700,000", "300,000", "400,000")
            .code("206", "科学技术支出", "500,000", "400,000", "100,000")
            .code("208", "社会保障和就业支出", "400,000", "400,000", "")
            .total("合计", "1,600,000", "1,100,000", "500,000");
    String[] known = {
      "教育支出70.00万元。", "科学技术支出50.00万元。", "社会保障和就业支出40.00万元。", "支出预算160.00万元，其中基本支出110.00万元。"
    };
    assertEquals(List.of(), told(table, known, "编报绩效目标的项目5个，涉及项目预算资金34.10万元。"));
    assertEquals(1, told(table, known, "本部门项目支出34.10万元。").size());
  }

  /** What is told of some sentences, when they are read and when they are read again. */
  private static List<String> told(MadeTable table, String[] known, String more) {
    List<String> lines = new ArrayList<>(List.of(known));
    lines.add(more);
    Disclosure read =
        MadeProse.linked(
            CLAIMS,
            Stage.BUDGET,
            MadeProse.lines(lines.toArray(String[]::new)),
            List.of(table.build()));
    assertEquals(read.findings(), CLAIMS.recheck(read).findings());
    return read.findings().stream().map(Finding::messageZh).toList();
  }
}
