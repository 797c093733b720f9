package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;

/** Lists that lack a part which other rows name. */
class MissingPartsTest {

  private final Checker checker = new Checker();

  private List<String> rules(MadeTable table) {
    return checker.check(MadeDisclosure.budget("某省", 2025).table(table).build()).findings().stream()
        .map(f -> f.rule() + " " + f.severity())
        .toList();
  }

  private static MadeTable balances(String label, boolean general) {
    MadeTable table =
        MadeTable.items("t1", "debt_issue_repayment", "债务情况表", "亿元")
            .measure("whole_area", "本地区")
            .measure("own_level", "本级")
            .item(1, "一、上年末" + label, "4,711.66", "866.89");
    if (general) {
      table.item(2, "其中：一般债务", "3,647.15", "806.96");
    }
    return table.item(3, "专项债务", "1,064.51", "59.93");
  }

  @Test
  void oneOfTwoPartsThatMakeUpTheWholeIsMissed() {
    assertEquals(List.of(), rules(balances("政府债务余额", true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(balances("政府债务余额", false)));
  }

  private static MadeTable bonds(boolean first) {
    MadeTable table =
        MadeTable.items("t1", "debt_issue_repayment", "债券情况表", "万元")
            .measure("whole_area", "本地区")
            .measure("own_level", "本级")
            .item(1, "一、2025年发行执行数", "14,177,611", "6,460,209");
    if (first) {
      table.item(2, "（一）一般债券", "2,460,651", "1,722,442");
    }
    return table
        .item(3, "其中：再融资债券", "2,440,651", "1,712,442")
        .item(2, "（二）专项债券", "11,716,960", "4,737,767");
  }

  @Test
  void aPartOfARowThatIsNotPrintedIsNoPartOfTheTotal() {
    assertEquals(List.of(), rules(bonds(true)));
    assertEquals(List.of("list-incomplete WARNING"), rules(bonds(false)));
  }
}
