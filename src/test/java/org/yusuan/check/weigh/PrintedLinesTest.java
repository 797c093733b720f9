package org.yusuan.check.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** The numbers of lines, and what they leave out. */
class PrintedLinesTest {

  /** Two classes with groups below them; the column of amounts holds the numbers of the lines. */
  private static Table table(int... lines) {
    MadeTable made =
        MadeTable.coded("t1", "general_public_budget_functional", "支出表", "万元").measure(null, "栏次");
    for (int i = 0; i < lines.length; i++) {
      String code = i < lines.length - 2 ? "222" : "224";
      boolean group = i != 0 && i != lines.length - 2;
      made.code(group ? code + "01" : code, "科目", Integer.toString(lines[i]));
    }
    Table table = made.build();
    List<Column> columns = new ArrayList<>(table.columns());
    columns.set(2, columns.get(2).withMeaning(ColumnRole.SERIAL, null));
    return table.withColumns(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "10,11,false",
    "10,12,true",
    "10,15,true",
    "10,9,false",
  })
  void linesLeftOutBelowARowAreTold(int lastBelow, int next, boolean told) {
    int[] lines = new int[12];
    for (int i = 0; i < 10; i++) {
      lines[i] = i + 1;
    }
    lines[9] = lastBelow;
    lines[10] = next;
    lines[11] = next + 1;
    assertEquals(told, new PrintedLines().isSkippedBelow(table(lines), 0));
  }

  @ParameterizedTest
  @CsvSource({"0", "10"})
  void theLastClassAndNumbersThatDoNotRunOnTellNothing(int row) {
    assertEquals(
        false,
        new PrintedLines().isSkippedBelow(table(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 30, 31), row));
  }

  @Test
  void aLineWithoutANumberTellsNothing() {
    Table table = table(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16);
    List<Row> rows = new ArrayList<>(table.rows());
    List<Cell> cells = rows.get(10).cells().subList(0, 2);
    rows.set(10, rows.get(10).withCells(cells));
    assertEquals(false, new PrintedLines().isSkippedBelow(table.withRows(rows), 0));
  }
}
