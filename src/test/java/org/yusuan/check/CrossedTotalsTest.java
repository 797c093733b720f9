package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Transfers by region, and by item and region. */
class CrossedTotalsTest {

  private static Disclosure check(String second, String lastRegion) {
    MadeTable regions =
        MadeTable.items("t1", "gov_general_transfers_by_region", "专项转移支付分地区表", "万元")
            .measure("budget_amount", "决算数")
            .item(1, "甲市", "791,566")
            .item(1, "乙市", "312,978")
            .item(1, "丙市", "250,056")
            .item(1, "丁市", lastRegion);
    MadeTable items =
        MadeTable.items("t2", "gov_general_transfers_by_item_and_region", "专项转移支付分项目分地区表", "万元")
            .measure(null, "甲市")
            .measure(null, "乙市")
            .measure(null, "丙市")
            .measure(null, "丁市")
            .item(1, "水利", "246,018", "171,561", "106,107", "183,164")
            .item(1, "教育", "475,409", second, "118,401", "200,267")
            .item(1, "其他", "70,139", "5,740", "25,548", "6,874");
    return new Checker()
        .check(MadeDisclosure.budget("某省", 2024).table(regions).table(items).build());
  }

  @Test
  void aRegionIsTheTotalOfItsColumn() {
    Disclosure checked = check("135,677", "390,305");
    assertEquals(List.of(), checked.findings());
    for (int column = 1; column <= 4; column++) {
      assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", column - 1, 1).status());
      for (int row = 0; row < 3; row++) {
        assertEquals(Status.VERIFIED, Scans.cell(checked, "t2", row, column).status());
      }
    }
  }

  @Test
  void aRegionThatDisagreesIsNeitherProvedNorAccused() {
    Disclosure checked = check("135,977", "390,305");
    assertEquals(List.of(), checked.findings());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t1", 1, 1).status());
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t2", 1, 2).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t2", 1, 1).status());
  }

  @Test
  void tablesInWhichFewRegionsAgreeProveNothing() {
    Disclosure checked = check("135,977", "390,905");
    assertNotEquals(Status.VERIFIED, Scans.cell(checked, "t2", 1, 1).status());
  }
}
