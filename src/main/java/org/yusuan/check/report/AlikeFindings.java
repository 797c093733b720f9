package org.yusuan.check.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;

/**
 * Findings that say the same: lists that stand beside one another often lack the same item, and
 * name their totals alike.
 */
public final class AlikeFindings {

  private AlikeFindings() {}

  /**
   * The findings in their order; those with the same words on the same page are one of all cells.
   */
  public static List<Finding> merged(List<Finding> findings) {
    Map<List<Object>, Finding> merged = new LinkedHashMap<>();
    for (Finding finding : findings) {
      merged.merge(
          List.of(
              finding.rule(),
              finding.severity(),
              finding.blame(),
              finding.messageZh(),
              finding.page() == null ? 0 : finding.page()),
          finding,
          AlikeFindings::both);
    }
    return new ArrayList<>(merged.values());
  }

  private static Finding both(Finding one, Finding other) {
    Set<CellRef> cells = new LinkedHashSet<>(one.cells());
    cells.addAll(other.cells());
    return one.withCells(List.copyOf(cells));
  }
}
