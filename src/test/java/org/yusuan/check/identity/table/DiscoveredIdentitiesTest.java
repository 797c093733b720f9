package org.yusuan.check.identity.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.made.MadeTable;

class DiscoveredIdentitiesTest {

  private static MadeTable table(int columns) {
    MadeTable table = MadeTable.items("t1", "unknown", "表", "元");
    for (int c = 0; c < columns; c++) {
      table.measure(null, "列" + c);
    }
    return table;
  }

  private static List<Identity> discovered(MadeTable table) {
    return new DiscoveredIdentities(new AmountIndex(List.of(table.build())), Messages.shipped())
        .identitiesOf(0);
  }

  /** What an identity says of a table, its amounts in 分. */
  private static String told(AmountIndex index, Identity identity) {
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < identity.cells().length; i++) {
      String sign = identity.coefficients()[i] < 0 ? " + " : " - ";
      told.append(i == 0 ? "" : i == 1 ? " = " : sign);
      told.append(index.asRead().of(identity.cells()[i]));
    }
    return told.toString();
  }

  @Test
  void findsAColumnThatIsTheSumOfItsNeighbours() {
    MadeTable table = table(3);
    table.item(1, "甲", "700", "300", "400");
    table.item(1, "乙", "912", "811", "101");
    table.item(1, "丙", "555", "123", "432");
    table.item(1, "丁", "1001", "999", "2");
    AmountIndex index = new AmountIndex(List.of(table.build()));
    assertEquals(
        List.of(
            "70000 = 30000 + 40000",
            "91200 = 81100 + 10100",
            "55500 = 12300 + 43200",
            "100100 = 99900 + 200"),
        discovered(table).stream().map(identity -> told(index, identity)).toList());
  }

  @Test
  void findsNothingWhereTheSumHoldsTooSeldom() {
    MadeTable table = table(3);
    table.item(1, "甲", "700", "300", "400");
    table.item(1, "乙", "912", "811", "101");
    table.item(1, "丙", "555", "123", "432");
    table.item(1, "丁", "1001", "998", "2");
    assertEquals(List.of(), discovered(table));
  }

  @Test
  void copiesAreNoDiscovery() {
    MadeTable table = table(3);
    for (int i = 0; i < 9; i++) {
      table.item(1, "行" + i, "70" + i, "70" + i, "");
    }
    assertEquals(List.of(), discovered(table));
  }

  @Test
  void findsNothingInTwoThousandRandomTables() {
    int found = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      MadeTable table = table(3 + random.nextInt(6));
      int columns = table.build().columns().size() - 1;
      int rows = 4 + random.nextInt(12);
      int size = random.nextInt(4) == 0 ? 1_000 : 1_000_000;
      for (int r = 0; r < rows; r++) {
        String[] amounts = new String[columns];
        for (int c = 0; c < columns; c++) {
          amounts[c] = random.nextInt(8) == 0 ? "" : "" + random.nextInt(size);
        }
        table.item(1, "行" + r, amounts);
      }
      found += discovered(table).size();
    }
    assertEquals(0, found);
  }
}
