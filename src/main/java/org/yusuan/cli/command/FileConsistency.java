package org.yusuan.cli.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/**
 * What a file states and its own texts do not bear out: values that are not those of the texts,
 * verdicts and findings that do not follow. That is the file's fault, not the publisher's.
 */
final class FileConsistency {

  private FileConsistency() {}

  /**
   * Each thing that does not follow, in one line.
   *
   * @param stored the file as it is
   * @param anew the same document read and checked again from its texts alone
   */
  static List<String> faults(Disclosure stored, Disclosure anew) {
    List<String> faults = cellFaults(stored, anew);
    for (int c = 0; c < stored.claims().size(); c++) {
      claims(stored.claims().get(c), anew.claims().get(c), c, faults);
    }
    findings(stored, anew, faults);
    return faults;
  }

  /** The faults of the cells of tables alone. */
  static List<String> cellFaults(Disclosure stored, Disclosure anew) {
    List<String> faults = new ArrayList<>();
    for (int t = 0; t < stored.tables().size(); t++) {
      tables(stored.tables().get(t), anew.tables().get(t), faults);
    }
    return faults;
  }

  private static void tables(Table stored, Table anew, List<String> faults) {
    for (int r = 0; r < stored.rows().size(); r++) {
      Row row = stored.rows().get(r);
      for (int c = 0; c < row.cells().size(); c++) {
        Cell had = row.cells().get(c);
        Cell now = anew.rows().get(r).cells().get(c);
        String place =
            stored.id() + " row " + r + " column " + had.column() + " 「" + had.text() + "」: ";
        if (!same(had.value(), now.value())) {
          faults.add(place + "the file says value " + had.value() + ", the text " + now.value());
        } else if (!same(had.amount(), now.amount())) {
          faults.add(
              place + "the file says amount " + had.amount() + ", text and unit " + now.amount());
        } else if (had.status() != null
            && had.status() != Status.UNVERIFIED
            && had.status() != now.status()) {
          faults.add(place + "the file says " + had.status() + ", it is " + now.status());
        }
      }
    }
  }

  private static void claims(Claim stored, Claim anew, int index, List<String> faults) {
    String place = "claim " + index + " 「" + stored.text() + "」: ";
    if (!same(stored.amount(), anew.amount())) {
      faults.add(
          place + "the file says amount " + stored.amount() + ", its words " + anew.amount());
    } else if (stored.agrees() != null && !stored.agrees().equals(anew.agrees())) {
      faults.add(place + "the file says agrees " + stored.agrees() + ", it is " + anew.agrees());
    } else if (!stored.refersTo().isEmpty()
        && !anew.refersTo().isEmpty()
        && !anew.refersTo().contains(stored.refersTo().get(0))) {
      faults.add(
          place
              + "the file says it restates "
              + stored.refersTo().get(0)
              + ", by its words it is "
              + anew.refersTo().get(0));
    }
  }

  private static void findings(Disclosure stored, Disclosure anew, List<String> faults) {
    Set<String> had = new HashSet<>();
    stored.findings().forEach(finding -> had.add(key(finding)));
    Set<String> now = new HashSet<>();
    anew.findings().forEach(finding -> now.add(key(finding)));
    for (Finding finding : stored.findings()) {
      if (!now.contains(key(finding))) {
        faults.add("finding that does not follow: " + finding.messageEn());
      }
    }
    for (Finding finding : anew.findings()) {
      if (finding.severity() == Severity.ERROR && !had.contains(key(finding))) {
        faults.add("finding that the file lacks: " + finding.messageEn());
      }
    }
  }

  private static String key(Finding finding) {
    return finding.rule() + finding.severity() + finding.page() + finding.messageZh();
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }
}
