package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

/** A table of which one sum misses, by what rounding may explain of so many amounts. */
class LoneRoundingTest {

  private static long verified(String total) {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出表", "万元")
            .measure(null, "金额")
            .code("205", "教育支出", total);
    for (int i = 1; i <= 9; i++) {
      table.code("2050" + i, "款" + i, "1" + i + "3");
    }
    Disclosure checked =
        new Checker().check(MadeDisclosure.budget("某局", 2025).table(table).build());
    assertEquals(
        0,
        checked.findings().stream().filter(f -> !f.rule().equals("rounding")).count(),
        checked.findings().toString());
    return checked.quality().verified();
  }

  @Test
  void aLittleIsRounding() {
    assertEquals(10, verified("1377"));
    assertEquals(10, verified("1379"));
  }

  @Test
  void muchIsAWrongDigitAsLikely() {
    assertEquals(0, verified("1381"));
  }
}
