package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Lists of a whole region, its own level, and those below it together and one by one. */
class LevelsOfGovernmentTest {

  private final Checker checker = new Checker();

  private Disclosure check(MadeTable table) {
    return checker.check(MadeDisclosure.budget("某省", 2025).table(table).build());
  }

  private List<String> rules(MadeTable table) {
    return check(table).findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  private static MadeTable debt(String[] own, String[] city) {
    return MadeTable.items("t1", "debt_limit_balance", "政府债务限额及余额情况表", "亿元")
        .measure(null, "合计")
        .measure(null, "一般债务")
        .measure(null, "专项债务")
        .item(1, "某省", "873.36", "358.57", "514.79")
        .item(1, "省本级", own)
        .item(1, "所属地区小计", "736.48", "299.98", "436.50")
        .item(1, "甲市", city)
        .item(1, "乙市", "302.98", "158.08", "144.90")
        .item(1, "丙市", "171.03", "45.24", "125.79");
  }

  private static final String[] OWN = {"136.88", "58.59", "78.29"};
  private static final String[] CITY = {"262.47", "96.66", "165.81"};

  @Test
  void anOwnLevelExchangedWithARegionIsNotVerified() {
    Disclosure right = check(debt(OWN, CITY));
    assertEquals(List.of(), right.findings());
    assertEquals(Status.VERIFIED, Scans.cell(right, "t1", 1, 1).status());
    Disclosure wrong = check(debt(CITY, OWN));
    assertEquals("amounts-displaced", wrong.findings().get(0).rule());
    for (int column = 1; column <= 3; column++) {
      assertNotEquals(Status.VERIFIED, Scans.cell(wrong, "t1", 1, column).status());
      assertNotEquals(Status.VERIFIED, Scans.cell(wrong, "t1", 3, column).status());
    }
  }

  private static MadeTable regions(String... left) {
    MadeTable table =
        MadeTable.items("t1", "debt_issue", "政府债券发行情况表", "亿元")
            .measure(null, "一般债券")
            .item(1, "全省", "61.90")
            .item(1, "省本级", "10.40")
            .item(1, "地市合计", "51.50");
    String[] issued = {"23.10", "9.80", "12.20", "6.40"};
    for (int i = 0; i < issued.length; i++) {
      String region = "甲乙丙丁".charAt(i) + "市";
      if (!List.of(left).contains(region)) {
        table.item(1, region, issued[i]);
      }
    }
    return table;
  }

  @Test
  void aRegionLeftOutIsMissed() {
    assertEquals(List.of(), rules(regions()));
    assertEquals(List.of("list-incomplete WARNING"), rules(regions("丙市")));
  }

  @Test
  void anAreaBesideTheOwnLevelIsAdded() {
    MadeTable table =
        MadeTable.items("t1", "debt_limit_balance", "政府债务限额情况表", "亿元")
            .measure(null, "一般债务")
            .measure(null, "专项债务")
            .item(1, "某自治区", "1,345.41", "521.53")
            .item(1, "自治区本级", "367.80", "103.62")
            .item(1, "某新区", "51.01", "7.91")
            .item(1, "市县合计", "926.60", "410.00")
            .item(1, "甲市", "601.50", "280.70")
            .item(1, "乙市", "325.10", "129.30");
    assertEquals(List.of(), rules(table));
    assertEquals(Status.VERIFIED, Scans.cell(check(table), "t1", 0, 1).status());
  }

  @Test
  void regionsWithLevelsOfTheirOwnAreNoPartsOfOneSum() {
    MadeTable table =
        MadeTable.items("t1", "debt_limit_balance", "政府债务限额情况表", "亿元")
            .measure(null, "一般债务")
            .item(1, "某省", "90.31")
            .item(1, "省本级", "20.11")
            .item(1, "市县小计", "70.20")
            .item(1, "甲市", "70.20")
            .item(1, "甲市本级", "40.10")
            .item(1, "东区", "30.10");
    assertEquals(List.of(), rules(table));
  }
}
