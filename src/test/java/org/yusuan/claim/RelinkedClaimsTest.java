package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.knowledge.Classification;
import org.yusuan.made.MadeProse;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
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
}
