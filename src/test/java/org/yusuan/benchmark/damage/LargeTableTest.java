package org.yusuan.benchmark.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LargeTableTest {

  @Test
  void errorsOfALargeTableAreNamedAndNotVerified() {
    LargeTable table = LargeTable.of(300, 10, 6);
    assertTrue(table.amounts() > 1_500, "about 300 rows of 10 amounts, a quarter of them blank");
    LargeTable.Outcome outcome = table.check();
    assertEquals(6, outcome.named());
    assertEquals(0, outcome.verified());
  }
}
