package org.yusuan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;

class CsvTablesTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  CsvTablesTest() {}

  @Test
  void aTableIsWrittenAsItIsPrinted() throws IOException {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "支出总表", "元")
            .measure("total", "合计")
            .code("201", "=HYPERLINK(1)", "1,200.50")
            .total("合计", "1,200.50");
    int count =
        new CsvTables(false).write(MadeDisclosure.budget("某局", 2025).table(table).build(), folder);
    assertEquals(1, count);
    String csv = Files.readString(folder.resolve("t1-expenditure.csv"));
    String[] lines = csv.split("\r\n", -1);
    assertTrue(csv.startsWith("项目"), csv);
    assertEquals("201,'=HYPERLINK(1),\"1,200.50\"", lines[2], csv);
    assertEquals(",合计,\"1,200.50\"", lines[3], csv);
  }
}
