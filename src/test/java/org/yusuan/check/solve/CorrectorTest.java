package org.yusuan.check.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

class CorrectorTest {

  private static final List<Reading> OFFERED =
      List.of(
          new Reading("123.61", 0.9996),
          new Reading("123.60", 0.003),
          new Reading("36100123601236", 0.0001));

  /**
   * How many changes are made where the third amount offers 123.60 besides 123.61, and two run
   * together.
   */
  private static int changes(String total, String first, String another) {
    MadeTable made =
        MadeTable.items("t1", "income", "收入预算表", "万元")
            .measure("budget_amount", "预算数")
            .total("本年收入合计", total)
            .item(1, "一、财政拨款", first)
            .item(1, "七、其他收入", "123.61")
            .item(1, "八、其他", another);
    Table table = made.build();
    List<Row> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      boolean own = r == 2;
      Row row = table.rows().get(r);
      rows.add(
          row.withCells(
              row.cells().stream()
                  .map(cell -> own && cell.column() == 1 ? scanned(cell) : cell)
                  .toList()));
    }
    AmountIndex index = new AmountIndex(List.of(table.withRows(rows)));
    int[] ids = new int[rows.size()];
    for (int r = 0; r < ids.length; r++) {
      ids[r] = index.id(0, r, 1);
    }
    List<Identity> sums =
        List.of(
            Identity.sum(group("subtotal"), ids[0], new int[] {ids[1], ids[2], ids[3]}),
            another.isEmpty()
                ? Identity.sum(group("nested"), ids[0], new int[] {ids[1], ids[2]})
                : Identity.sum(group("nested"), ids[3], new int[] {ids[2]}));
    return new Corrector(index, new IdentityGraph(index, sums), index.asRead()).correct().size();
  }

  private static Cell scanned(Cell cell) {
    return new Cell(
        cell.column(),
        1,
        1,
        cell.text(),
        cell.value(),
        cell.amount(),
        cell.page(),
        cell.bbox(),
        Origin.OCR,
        0.9996,
        OFFERED,
        null,
        null);
  }

  private static IdentityGroup group(String id) {
    return new IdentityGroup(id, Strength.STRONG, false, Messages.shipped().say(id, Map.of()));
  }

  @Test
  void whatRoundingExplainsIsNotMendedForOneSumSaidTwice() {
    assertEquals(0, changes("5,876.67", "5,753.07", ""));
  }

  @Test
  void aLastDigitIsMendedForTwoSums() {
    assertEquals(1, changes("6,000.27", "5,753.07", "123.60"));
  }
}
