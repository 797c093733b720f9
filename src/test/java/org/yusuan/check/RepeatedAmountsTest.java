package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;

/** The size of a bond that is printed beside each of its projects. */
class RepeatedAmountsTest {

  private final Checker checker = new Checker();

  private static MadeTable projects() {
    return MadeTable.items("t1", "bond_use", "地方政府债券使用情况表", "元")
        .measure(null, "债券性质")
        .measure(null, "债券规模")
        .measure(null, "发行时间(年/月)");
  }

  private String verified(MadeTable table) {
    Disclosure checked =
        checker.check(MadeDisclosure.finalAccounts("某省", 2024).table(table).build());
    assertEquals(List.of(), checked.findings());
    StringBuilder verified = new StringBuilder();
    for (Row row : checked.tables().get(0).rows()) {
      Cell cell = row.cell(2);
      if (cell != null) {
        verified.append(cell.status() == Status.VERIFIED ? '+' : '-');
      }
    }
    return verified.toString();
  }

  private static MadeTable add(MadeTable table, String month, String... sizes) {
    for (String size : sizes) {
      table.item(1, "某项目", "一般债券", size, month);
    }
    return table;
  }

  @Test
  void whatProjectsOfOneBondRepeatIsProvedAndAnotherDigitIsNot() {
    MadeTable table = add(projects(), "2024-01", "51.57", "51.57", "51.57", "51.57");
    add(table, "2024-02", "78.31", "78.31", "73.31", "78.31");
    add(table, "2024-06", "99.46", "99.46", "99.46", "12.08");
    assertEquals("+++++" + "+-+" + "+++-", verified(table));
  }

  @Test
  void bondsOfOneMonthThatDifferInOneDigitProveNothing() {
    MadeTable table = add(projects(), "2024-01", "51.57", "51.57", "51.57");
    add(table, "2024-02", "78.31", "78.31", "78.31", "73.31", "73.31");
    add(table, "2024-06", "99.46", "99.46", "99.46");
    assertEquals("+++" + "-----" + "+++", verified(table));
  }

  @Test
  void whatEachProjectWasGivenMayBeTheSameByChance() {
    MadeTable table = add(projects(), "2024-01", "5000", "5000", "5000", "2000");
    add(table, "2024-02", "5000", "2000", "2000", "800");
    add(table, "2024-06", "800", "800", "2000", "5000");
    assertEquals("------------", verified(table));
  }

  @Test
  void aKindThatCoversSeveralRowsHoldsForEach() {
    MadeTable table = add(projects(), "2024-01", "51.57", "51.57", "51.57");
    table.item(1, "某项目", "一般债券", "78.31", "2024-02").over(1, 2);
    table.item(1, "", "", "51.57", "2024-01");
    add(table, "2024-02", "78.31", "78.31");
    add(table, "2024-06", "99.46", "99.46", "99.46", "12.08");
    assertEquals("+++" + "++" + "++" + "+++-", verified(table));
  }

  @Test
  void anAmountBesideSeveralMonthsIsTheSumOfTheirBonds() {
    MadeTable table = add(projects(), "2024-01", "51.57", "51.57", "51.57");
    add(table, "2024-02", "78.31", "78.31", "78.31");
    add(table, "2024-06", "99.46", "99.46", "99.46", "12.08");
    table.item(1, "某项目", "一般债券", "129.88", "2024-01").over(2, 2);
    table.item(1, "", "一般债券", "", "2024-02");
    table.item(1, "某项目", "一般债券", "129.98", "2024-01").over(2, 2);
    table.item(1, "", "一般债券", "", "2024-02");
    assertEquals("+++" + "+++" + "+++-" + "+-", verified(table));
  }
}
