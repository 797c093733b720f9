package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.benchmark.damage.CorrectionBenchmark;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;

class CorrectionPropertiesTest {

  @Test
  void noMisreadAmountIsVerifiedAndNoCorrectionIsWrong() {
    CorrectionBenchmark benchmark = new CorrectionBenchmark(new PrintWriter(new StringWriter()));
    benchmark.run(1, 60);
    assertEquals(0, benchmark.verifiedWrong());
    assertEquals(0, benchmark.correctedWrong());
    assertTrue(benchmark.correctedShare() >= 0.8, "share corrected: " + benchmark.correctedShare());
  }

  /**
   * Random figures keep no identity: whatever is said to hold or to fail would be made up. That a
   * sum which the header states holds in no row is true, and blames nobody.
   */
  @Test
  void randomTablesBlameNobodyAndYieldNoVerdicts() {
    Checker checker = new Checker();
    int verified = 0;
    int amounts = 0;
    for (int seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      MadeTable table = MadeTable.items("t1", "unknown", "表", "元");
      int columns = 2 + random.nextInt(6);
      for (int c = 0; c < columns; c++) {
        table.measure(null, c == 0 && seed % 2 == 0 ? "合计" : "列" + c);
      }
      for (int r = 0; r < 5 + random.nextInt(20); r++) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
          cells.add(random.nextInt(6) == 0 ? "" : "" + (1 + random.nextInt(999_999)));
        }
        table.item(1 + random.nextInt(2), "行" + r, cells.toArray(new String[0]));
      }
      Disclosure checked = checker.check(MadeDisclosure.budget("某局", 2025).table(table).build());
      List<Finding> findings = checked.findings();
      boolean stated = !findings.isEmpty() && seed % 2 == 0;
      assertEquals(stated ? 1 : 0, findings.size(), "seed " + seed + ": " + findings);
      for (Finding finding : findings) {
        assertEquals("sum-fails-throughout", finding.rule());
        assertEquals(Blame.UNKNOWN, finding.blame());
      }
      verified += checked.quality().verified();
      amounts += checked.quality().amounts();
    }
    assertTrue(verified * 10_000L <= amounts, verified + " of " + amounts);
  }
}
