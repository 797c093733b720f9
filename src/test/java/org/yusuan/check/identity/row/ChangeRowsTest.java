package org.yusuan.check.identity.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.check.Checker;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;

/** Rows that print the change between two years. */
class ChangeRowsTest {

  private static Disclosure check(String first, String second, String change, String later) {
    MadeTable table =
        MadeTable.items("t1", "unknown", "两年对比表", "万元")
            .measure(null, "总支出")
            .measure(null, "专项业务费")
            .measure(null, "基本支出")
            .item(1, first, "1,493.51", "1,290.47", "203.04")
            .item(1, second, "1,899.90", later, "183.93")
            .item(1, change, "+406.39", "+425.50", "-19.11");
    return new Checker().check(MadeDisclosure.budget("某局", 2024).table(table).build());
  }

  @ParameterizedTest
  @CsvSource({"2023,2024,变化", "2023年,2024年,增减额", "2023年度,2024年度,增减变化情况"})
  void aRowOfChangesHoldsAgainstItsYears(String first, String second, String change) {
    assertEquals(9, check(first, second, change, "1,715.97").quality().verified());
    List<Finding> findings = check(first, second, change, "1,535.82").findings();
    Finding finding = findings.get(0);
    assertEquals(List.of("identity"), findings.stream().map(Finding::rule).toList());
    assertEquals(Severity.WARNING, finding.severity());
    assertEquals(new CellRef("t1", 2, 2), finding.cells().get(0));
    assertEquals(0, new BigDecimal("2453500").compareTo(finding.expected()));
  }

  @Test
  void otherRowsAreNoYears() {
    assertEquals(List.of(), check("2021", "2024", "变化", "1,535.82").findings());
    assertEquals(List.of(), check("上年", "2024", "变化", "1,535.82").findings());
    assertEquals(List.of(), check("2023", "2024", "其他", "1,535.82").findings());
  }
}
