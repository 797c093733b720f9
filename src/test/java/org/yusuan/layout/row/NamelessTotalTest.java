package org.yusuan.layout.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;

class NamelessTotalTest {

  private static MadeTable units() {
    return MadeTable.items("t1", "income", "收入总表", "万元")
        .measure("total", "合计")
        .measure("fiscal_appropriation", "财政拨款");
  }

  private static RowKind last(MadeTable table) {
    List<Row> rows = NamelessTotal.marked(table.build().rows());
    return rows.get(rows.size() - 1).kind();
  }

  @Test
  void whatRowsAddUpToIsTheirTotal() {
    MadeTable table = units().item(1, "甲", "3", "2").item(1, "乙", "5", "");

    assertEquals(RowKind.TOTAL, last(table.nameless("8", "2")));
  }

  @Test
  void aUnitStandsAboveThoseThatItIsMadeOf() {
    MadeTable table =
        units().item(1, "015", "8", "2").item(1, "015001", "3", "2").item(1, "015002", "5", "");

    assertEquals(RowKind.TOTAL, last(table.nameless("8", "2")));
  }

  @Test
  void oneColumnThatDoesNotAddUpDenies() {
    MadeTable table = units().item(1, "甲", "3", "2").item(1, "乙", "5", "1");

    assertEquals(RowKind.ITEM, last(table.nameless("8", "2")));
  }

  @Test
  void aNameSaysWhatARowIs() {
    MadeTable table = units().item(1, "甲", "3", "2").item(1, "乙", "5", "");

    assertEquals(RowKind.ITEM, last(table.item(1, "丙", "8", "2")));
  }

  @Test
  void oneRowAboveProvesNothing() {
    assertEquals(RowKind.ITEM, last(units().item(1, "甲", "3", "2").nameless("3", "2")));
  }

  @Test
  void rowsOfNothingHaveNoTotal() {
    MadeTable table = units().item(1, "甲", "0", "").item(1, "乙", "", "");

    assertEquals(RowKind.ITEM, last(table.nameless("0", "")));
  }
}
