package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Subtotals that stand above what they add up. */
class HeadingSubtotalsTest {

  private static Disclosure check(String town, boolean all) {
    MadeTable table =
        MadeTable.items("t1", "gov_transfers_by_region", "转移支付表", "万元")
            .measure("total", "合计")
            .subtotal("各市合计", "6,210")
            .subtotal("东山市小计", "1,730")
            .item(1, "东山市本级", "900")
            .item(1, "杏花县", town)
            .item(1, "桃源县", "430")
            .subtotal("西河市小计", "2,680")
            .item(1, "西河市本级", "1,250")
            .item(1, "柳林县", "1,430");
    if (all) {
      table.item(1, "枫桥县", "0");
    }
    table.subtotal("南川市小计", "1,800").item(1, "南川市本级", "800").item(1, "竹溪县", "700");
    if (all) {
      table.item(1, "松岭县", "300");
    }
    return new Checker().check(MadeDisclosure.budget("某省", 2025).table(table).build());
  }

  private static List<String> rules(Disclosure checked) {
    return checked.findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  @Test
  void eachIsTheSumOfTheRowsBelowIt() {
    Disclosure checked = check("400", true);
    assertEquals(List.of(), rules(checked));
    assertEquals(checked.quality().amounts(), checked.quality().verified());
  }

  @Test
  void anAmountThatTheSubtotalAboveContradictsIsNotVerified() {
    Disclosure checked = check("404", true);
    assertEquals(List.of("identity WARNING"), rules(checked));
    assertEquals(Status.DISPUTED, Scans.cell(checked, "t1", 3, 1).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 6, 1).status());
  }

  @Test
  void aRowThatIsLeftOutIsMissed() {
    assertEquals(List.of("list-incomplete WARNING"), rules(check("400", false)));
  }
}
