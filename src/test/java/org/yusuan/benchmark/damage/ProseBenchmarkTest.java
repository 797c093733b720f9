package org.yusuan.benchmark.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yusuan.claim.Claims;
import org.yusuan.knowledge.Classification;
import org.yusuan.made.MadeProse;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Stage;

class ProseBenchmarkTest {

  private static Disclosure made() {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "2024年部门支出总表", "元")
            .measure("total", "合计")
            .code("205", "教育支出", "7,012,000")
            .code("206", "科学技术支出", "5,023,000")
            .code("208", "社会保障和就业支出", "4,065,000")
            .total("合计", "16,100,000");
    return MadeProse.linked(
        new Claims(Classification.shipped()),
        Stage.BUDGET,
        MadeProse.lines(
            "2024年支出预算合计1610.00万元，其中：教育支出701.20万元，占43.55%；科学技术支出502.30万元，占31.20%；"
                + "社会保障和就业支出406.50万元，占25.25%。",
            "教育支出701.20万元，与上年相比增加100.00万元，增长16.63%。",
            "科学技术支出502.30万元，与上年相比减少100.00万元，下降16.60%。",
            "社会保障和就业支出406.50万元，与上年相比增加6.50万元，增长1.63%。",
            "2024年教育支出701.20万元，与上年相比增加100.00万元，增长16.63%。"),
        List.of(table.build()));
  }

  @Test
  void whatIsPlantedIsToldAndNothingElse() {
    ProseBenchmark benchmark = new ProseBenchmark(null);
    benchmark.run(made(), 0, 3);
    StringWriter out = new StringWriter();
    benchmark.print(new PrintWriter(out));
    assertEquals(1, benchmark.toldShare(), out.toString());
    assertTrue(out.toString().contains("shares of tables"), out.toString());
  }

  @Test
  void otherFaultsArePlantedFromAnotherNumberOn() {
    StringWriter missed = new StringWriter();
    ProseBenchmark benchmark = new ProseBenchmark(new PrintWriter(missed));
    benchmark.run(made(), 60, 3);
    StringWriter out = new StringWriter();
    benchmark.print(new PrintWriter(out));
    assertEquals(1, benchmark.toldShare(), out.toString() + missed);
  }

  @ParameterizedTest
  @EnumSource(
      value = ProseDamage.Kind.class,
      names = {"AMOUNT", "SHARE", "RATE", "DIRECTION"})
  void oneClaimIsAnotherAndAllOthersAreAsTheyWere(ProseDamage.Kind kind) {
    Disclosure right = made();
    ProseDamage.Planted planted = ProseDamage.plant(right, kind, 7);
    assertNotNull(planted);
    for (int i = 0; i < right.claims().size(); i++) {
      if (i == planted.at()) {
        assertNotEquals(right.claims().get(i).text(), planted.claim().text());
      } else {
        assertEquals(right.claims().get(i), planted.disclosure().claims().get(i));
      }
    }
  }

  @Test
  void nothingIsPlantedWhereNothingWouldContradictIt() {
    Disclosure right =
        MadeProse.linked(
            new Claims(Classification.shipped()),
            Stage.BUDGET,
            MadeProse.lines("教育支出701.20万元。"),
            List.of());
    for (ProseDamage.Kind kind : ProseDamage.Kind.values()) {
      assertNull(ProseDamage.plant(right, kind, 7));
    }
  }
}
