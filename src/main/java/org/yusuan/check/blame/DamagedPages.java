package org.yusuan.check.blame;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Lowers findings about pages that may not have been read whole: there the reading is to blame, not
 * the publisher, and a finding is a warning at most.
 */
public final class DamagedPages {

  /** The rule of what contradicts itself within one table. */
  private static final String WITHIN_A_TABLE = "identity";

  private DamagedPages() {}

  /** The disclosure with its findings about damaged pages, and tables on such pages, doubted. */
  public static Disclosure doubted(Disclosure disclosure, IntPredicate damaged) {
    Set<String> tables = new HashSet<>();
    boolean any = false;
    for (var page : disclosure.source().pages()) {
      any |= damaged.test(page.page());
    }
    if (!any) {
      return disclosure;
    }
    for (Table table : disclosure.tables()) {
      if (isOn(table, damaged)) {
        tables.add(table.id());
      }
    }
    List<Finding> findings =
        disclosure.findings().stream()
            .map(finding -> concerns(finding, tables, damaged) ? doubted(finding) : finding)
            .toList();
    return disclosure.withFindings(findings);
  }

  private static boolean isOn(Table table, IntPredicate damaged) {
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        if (damaged.test(cell.page())) {
          return true;
        }
      }
    }
    return table.regions().stream().anyMatch(region -> damaged.test(region.page()));
  }

  /**
   * Whether a finding may be due to a damaged page. That one table does not add up concerns only
   * its own pages; all else may rest on other pages: a unit stated once for many tables, a sentence
   * on another page, a table that was lost.
   */
  private static boolean concerns(Finding finding, Set<String> tables, IntPredicate damaged) {
    return !finding.rule().equals(WITHIN_A_TABLE)
        || (finding.page() != null && damaged.test(finding.page()))
        || finding.cells().stream().anyMatch(cell -> tables.contains(cell.table()));
  }

  /** A finding that may be due to the reading. */
  static Finding doubted(Finding finding) {
    Severity severity =
        finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity();
    return finding.with(severity, Blame.EXTRACTION);
  }
}
