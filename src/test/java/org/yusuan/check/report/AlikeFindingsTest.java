package org.yusuan.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;

class AlikeFindingsTest {

  private static Finding finding(String says, int row, int page) {
    return new Finding(
        "list-incomplete",
        Severity.WARNING,
        Blame.DOCUMENT,
        says,
        says,
        List.of(new CellRef("t1", row, 3)),
        page);
  }

  @Test
  void whatSaysTheSameOfOnePageIsOneFindingOfAllItsCells() {
    List<Finding> merged =
        AlikeFindings.merged(
            List.of(
                finding("甲", 7, 2), finding("乙", 8, 2), finding("甲", 9, 2), finding("甲", 7, 3)));
    assertEquals(List.of("甲", "乙", "甲"), merged.stream().map(Finding::messageZh).toList());
    assertEquals(List.of(new CellRef("t1", 7, 3), new CellRef("t1", 9, 3)), merged.get(0).cells());
  }
}
