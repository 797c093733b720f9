package org.yusuan.check.identity.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.check.Checker;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

/** Columns of one table that are printed as several. */
class WideTablesTest {

  private static final String[] ITEMS = {
    "均衡补助", "民政补助", "教育补助", "卫生补助", "农业补助", "林业补助", "水利补助", "交通补助", "文化补助", "科技补助"
  };

  private static MadeTable table(String id, String title, String... columns) {
    MadeTable table = MadeTable.items(id, "gov_transfers_by_region", title, "万元");
    for (String column : columns) {
      table.measure(null, column);
    }
    return table;
  }

  /** 合计 of row i is 60 + 6i in four columns: two here, two in the second table. */
  private static MadeTable left(String title, int[] totals) {
    MadeTable table = table("t1", title, "合计", "青山市", "绿水市");
    for (int i = 0; i < ITEMS.length; i++) {
      table.item(1, ITEMS[i], "" + totals[i], "" + (11 + i), "" + (13 + i));
    }
    return table;
  }

  private static MadeTable right(String title, String... columns) {
    MadeTable table = table("t2", title, columns);
    for (int i = 0; i < ITEMS.length; i++) {
      table.item(1, ITEMS[i], "" + (17 + 2 * i), "" + (19 + 2 * i));
    }
    return table;
  }

  private static final int[] TOTALS = {60, 66, 72, 78, 84, 90, 96, 102, 108, 114};

  private static Disclosure check(MadeTable... tables) {
    MadeDisclosure made = MadeDisclosure.budget("青山省", 2030);
    for (MadeTable table : tables) {
      made.table(table);
    }
    return new Checker().check(made.build());
  }

  @Test
  void theTotalIsTheSumOfTheColumnsOfAll() {
    Disclosure checked = check(left("转移支付分地区表（一）", TOTALS), right("转移支付分地区表（二）", "红岩市", "白云市"));
    assertEquals(50, checked.quality().verified());
    assertEquals(List.of(), checked.findings());
  }

  @Test
  void otherRowsOrASecondTotalAreAnotherTable() {
    MadeTable total = right("转移支付分地区表（二）", "合计", "白云市");
    assertEquals(0, check(left("转移支付分地区表（一）", TOTALS), total).quality().verified());
    MadeTable rows = table("t2", "转移支付分地区表（二）", "红岩市", "白云市");
    for (int i = 0; i < ITEMS.length; i++) {
      rows.item(1, "其他" + ITEMS[i], "" + (17 + 2 * i), "" + (19 + 2 * i));
    }
    assertEquals(0, check(left("转移支付分地区表（一）", TOTALS), rows).quality().verified());
  }

  @Test
  void rowsExchangedInOneOfTheTablesAreTold() {
    MadeTable other = table("t2", "转移支付分地区表（二）", "红岩市", "白云市");
    for (int i = 0; i < ITEMS.length; i++) {
      int from = i == 2 ? 5 : i == 5 ? 2 : i;
      other.item(1, ITEMS[i], "" + (17 + 2 * from), "" + (19 + 2 * from));
    }
    Disclosure checked = check(left("转移支付分地区表（一）", TOTALS), other);
    assertEquals(
        List.of("identity", "identity"),
        checked.findings().stream().map(finding -> finding.rule()).toList());
  }

  @Test
  void theTotalsInTheColumnOfAPartAreTold() {
    MadeTable exchanged = table("t1", "转移支付分地区表（一）", "合计", "青山市", "绿水市");
    for (int i = 0; i < ITEMS.length; i++) {
      exchanged.item(1, ITEMS[i], "" + (11 + i), "" + TOTALS[i], "" + (13 + i));
    }
    Disclosure checked = check(exchanged, right("转移支付分地区表（二）", "红岩市", "白云市"));
    assertEquals(
        List.of("amounts-displaced"),
        checked.findings().stream().map(finding -> finding.rule()).toList());
  }
}
