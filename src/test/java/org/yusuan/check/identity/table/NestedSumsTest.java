package org.yusuan.check.identity.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.made.MadeTable;

/** Rows that are the sums of others, told by their amounts. */
class NestedSumsTest {

  private static MadeTable list() {
    return MadeTable.items("t1", "bond_use", "表", "亿元").measure(null, "规模");
  }

  private static Map<Integer, List<Integer>> sums(MadeTable table, int rows) {
    return new NestedSums(
            new AmountIndex(List.of(table.build())),
            0,
            IntStream.range(0, rows).boxed().toList(),
            List.of(1))
        .all();
  }

  @Test
  void rowsThatAddUpToTheOneAboveAreItsParts() {
    MadeTable table = list();
    table.item(1, "甲市", "1,234.56").item(1, "甲区", "1,000.11").item(1, "乙区", "234.45");
    table.item(1, "乙市", "987.65").item(1, "丙区", "345.67").item(1, "丁区", "641.98");
    assertEquals(Map.of(0, List.of(1, 2), 3, List.of(4, 5)), sums(table, 6));
  }

  /** Bonds come in few sizes: equal ones follow one another, and many are sums of others. */
  @Test
  void aLongListOfFewAmountsHasNoSums() {
    String[] sizes = {"16.99", "33.98", "50.97", "30.00", "60.00", "118.93", "48.95", "9.79"};
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      MadeTable table = list();
      for (int i = 0; i < 500; i++) {
        table.item(1, "项目" + i, sizes[random.nextInt(sizes.length)]);
      }
      int found = sums(table, 500).size();
      assertEquals(0, found, 5, "seed " + seed);
    }
  }
}
