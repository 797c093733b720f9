package org.yusuan.compare.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.compare.holding.Period;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Level;
import org.yusuan.model.table.Stage;

class OverviewTest {

  private static Overview.Member member(String name, MadeDisclosure... made) {
    return new Overview.Member(name, null, Compared.by("function", made));
  }

  private static MadeTable expenditure(String amount) {
    return MadeTable.coded("t1", "expenditure", "支出总表", "元")
        .measure("total", "合计")
        .code("201", "一般公共服务支出", amount)
        .total("合计", amount);
  }

  private static Overview three() {
    return Overview.of(
        List.of(
            member("甲局", MadeDisclosure.budget("甲局", 2024).table(expenditure("25"))),
            member(
                "乙局",
                MadeDisclosure.budget("乙局", 2023).table(expenditure("50")),
                MadeDisclosure.budget("乙局", 2024).table(expenditure("75"))),
            member(
                "乙局本级",
                new MadeDisclosure("乙局本级", Level.UNIT, 2024, Stage.BUDGET)
                    .table(expenditure("40")))));
  }

  private static Overview.OrganizationRank standing(Overview overview, String name) {
    return overview.ranking(new Period(2024, Period.BUDGET)).stream()
        .filter(one -> one.member().organization().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theGreatestComesFirstWithItsShareAndChange() {
    Overview.OrganizationRank first = standing(three(), "乙局");
    assertEquals(1, first.rank());
    assertEquals(new BigDecimal("75.00"), first.share());
    assertEquals(new BigDecimal("50.00"), first.change() == null ? null : first.change().percent());
    assertEquals(2, standing(three(), "甲局").rank());
    assertNull(standing(three(), "甲局").change());
  }

  @Test
  void aUnitIsNotCountedBesideItsDepartment() {
    Overview.OrganizationRank unit = standing(three(), "乙局本级");
    assertEquals(1, unit.rank());
    assertEquals(new BigDecimal("100.00"), unit.share());
  }

  @Test
  void equalAmountsShareARank() {
    List<Overview.Member> members = new ArrayList<>();
    for (String name : new String[] {"甲局", "乙局", "丙局"}) {
      String amount = name.equals("丙局") ? "1" : "2";
      members.add(member(name, MadeDisclosure.budget(name, 2024).table(expenditure(amount))));
    }
    Overview overview = Overview.of(members);
    assertEquals(1, standing(overview, "甲局").rank());
    assertEquals(1, standing(overview, "乙局").rank());
    assertEquals(3, standing(overview, "丙局").rank());
  }

  @Test
  void anOrganizationWithoutAFigureHasNoRank() {
    MadeTable blank =
        MadeTable.coded("t1", "expenditure", "支出总表", "元").measure("total", "合计").total("合计", "");
    Overview overview =
        Overview.of(List.of(member("甲局", MadeDisclosure.budget("甲局", 2024).table(blank))));
    assertNull(standing(overview, "甲局").rank());
  }
}
