package org.yusuan.layout.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.check.Checker;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

class RepeatedClassesTest {

  private static MadeTable functions() {
    return MadeTable.coded("t1", "gov_general_expenditure", "支出", "元")
        .measure("budget_amount", "预算数");
  }

  private static List<Row> lowered(Table table) {
    return RepeatedClasses.lowered(table.rows(), table.columns());
  }

  private static List<Integer> levels(MadeTable table) {
    return lowered(table.build()).stream().map(Row::level).toList();
  }

  @Test
  void aClassPrintedForEachLevelIsAPartOfItself() {
    assertEquals(
        List.of(1, 2, 3, 1, 2, 3),
        levels(
            functions()
                .code("227", "预备费", "40")
                .code("227", "预备费", "40")
                .code("227", "预备费", "40")
                .code("229", "其他支出", "7")
                .code("22902", "年初预留", "7")
                .code("22902", "年初预留", "7")));
  }

  @Test
  void rowsOfOneCodeThatDifferStandBesideEachOther() {
    assertEquals(
        List.of(1, 1, 1),
        levels(
            functions()
                .code("227", "预备费", "40")
                .code("227", "预备费", "30")
                .code("227", "其他预备费", "30")));
  }

  @Test
  void anItemThatIsRepeatedIsTwoItems() {
    assertEquals(
        List.of(3, 3),
        levels(functions().code("2010301", "行政运行", "40").code("2010301", "行政运行", "40")));
  }

  @Test
  void aClassIsNotCountedOnceForEachLevel() {
    MadeTable made =
        functions()
            .total("合计", "52")
            .code("227", "预备费", "40")
            .code("227", "预备费", "40")
            .code("229", "其他支出", "12")
            .code("22902", "年初预留", "7")
            .code("22902", "年初预留", "7")
            .code("22999", "其他支出", "5");
    Table table = made.build();
    Disclosure checked =
        new Checker()
            .check(
                MadeDisclosure.budget("某市", 2025)
                    .table(made)
                    .build()
                    .withTables(List.of(table.withRows(lowered(table)))));
    assertEquals(List.of(), checked.findings());
    assertEquals(7, checked.quality().verified());
  }
}
