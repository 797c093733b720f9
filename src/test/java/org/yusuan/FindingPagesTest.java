package org.yusuan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.claim.Claims;
import org.yusuan.correction.Corrections;
import org.yusuan.knowledge.Classification;
import org.yusuan.made.MadeProse;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Stage;

/** A finding names the pages of all that it is about. */
class FindingPagesTest {

  @Test
  void aSentenceAgainstATableIsOnThePagesOfBoth() {
    MadeTable table =
        MadeTable.coded("t1", "general_public_budget_functional", "2024年部门一般公共预算支出表", "元")
            .measure("total", "合计")
            .code("204", "公共安全支出", "300,000")
            .code("205", "教育支出", "700,000")
            .code("206", "科学技术支出", "500,000")
            .code("208", "社会保障和就业支出", "400,000")
            .code("210", "卫生健康支出", "600,000")
            .total("合计", "2,500,000");
    Disclosure read =
        MadeProse.linked(
            new Claims(Classification.shipped()),
            Stage.BUDGET,
            MadeProse.lines(
                "公共安全支出（类）30.00万元。",
                "教育支出（类）70.00万元。",
                "社会保障和就业支出（类）40.00万元。",
                "卫生健康支出（类）60.00万元。",
                "科学技术支出（类）51.00万元。"),
            List.of(table.build()));
    Finding finding =
        new Recheck()
            .recheck(read, Corrections.NONE).findings().stream()
                .filter(one -> one.rule().equals(Claims.RULE))
                .findFirst()
                .orElseThrow();
    assertEquals(3, finding.page());
    assertEquals(List.of(1, 3), finding.pages());
    assertTrue(finding.isOn(1) && finding.isOn(3));
    assertFalse(finding.isOn(2));
  }
}
