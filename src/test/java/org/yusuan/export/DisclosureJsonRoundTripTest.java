package org.yusuan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

class DisclosureJsonRoundTripTest {

  @TempDir private Path folder;

  @Test
  void aDisclosureReadsBackAsItWasWritten() throws IOException {
    Disclosure made =
        MadeDisclosure.budget("甲局", 2024)
            .table(
                MadeTable.coded("t1", "expenditure", "支出总表", "万元")
                    .measure("total", "合计")
                    .code("201", "一般公共服务支出", "1,000.10"))
            .finding("t1", 0, 2)
            .build();
    DisclosureJson json = new DisclosureJson();
    Path file = folder.resolve("made.json");
    Files.write(file, json.write(made, true));
    assertEquals(made, json.read(file));
  }
}
