package org.yusuan.check.identity.row;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

class OpenEndTest {

  /** A list of which the first rows stand on one page, the others on the next, down to some y. */
  private static OpenEnd end(int onFirst, double bottom) {
    MadeTable made =
        MadeTable.items("t1", "gov_general_expenditure", "支出决算表", "元")
            .measure("final_amount", "决算数");
    int[] levels = {1, 2, 2, 3};
    for (int i = 0; i < 4; i++) {
      made.on(i < onFirst ? 1 : 2, Status.UNVERIFIED).item(levels[i], "某项" + i, "90");
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : made.build().rows()) {
      int i = rows.size();
      double y = i == 3 ? bottom : i == onFirst - 1 ? 700 : 100 + 20 * i;
      Box box = new Box(50, y - 20, 130, y);
      rows.add(row.withCells(row.cells().stream().map(cell -> cell.withBox(box)).toList()));
    }
    Table table = made.build().withRows(rows);
    return new OpenEnd(table, List.of(0, 1, 2, 3));
  }

  @Test
  void aGroupAtTheEndOfAFullPageMayGoOn() {
    OpenEnd end = end(2, 695);
    assertTrue(end.holds(0));
    assertTrue(end.holds(2));
    assertFalse(end.holds(1));
  }

  @Test
  void aListThatEndsHighOnItsPageIsWhole() {
    assertFalse(end(2, 400).holds(2));
  }

  @Test
  void ofOnePageNothingIsKnown() {
    assertFalse(end(4, 700).holds(2));
  }
}
