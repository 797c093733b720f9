package org.yusuan.benchmark.damage;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.Checker;
import org.yusuan.check.report.FindingWriter;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/**
 * Measures what the check says of planted faults: which are reported, as an error or a warning, or
 * as a list that is not printed in full where items may be withheld, of those that another printed
 * figure contradicts, by a relation that is stated or by a sum that the amounts alone told; and
 * which cells that print what they should not are verified all the same.
 */
public final class DamageBenchmark {

  /** At most this many of the cells that were damaged are named. A guess. */
  private static final int MAX_CELLS_TOLD = 8;

  private final Checker checker = new Checker();
  private final Map<Damage.Kind, Counts> counts = new EnumMap<>(Damage.Kind.class);
  private final @Nullable PrintWriter missed;

  /** A benchmark that counts. */
  public DamageBenchmark() {
    this(null);
  }

  /**
   * A benchmark that counts, and tells what was missed.
   *
   * @param missed gets a line for each fault that another figure contradicts and nothing reports,
   *     and for each cell that is verified though another figure contradicts it; null for none
   */
  public DamageBenchmark(@Nullable PrintWriter missed) {
    this.missed = missed;
  }

  /** What came of the faults of one kind. */
  private static final class Counts {
    int planted;
    int contradicted;
    int reported;
    int byAmounts;
    int reportedByAmounts;
    int reportedOthers;
    int wrong;
    int contradictedCells;
    int verifiedContradicted;
    int verifiedOthers;
  }

  /** Made-up disclosures whose figures agree, as read from a text layer. */
  public static List<Disclosure> made(int first, int documents) {
    return java.util.stream.IntStream.range(first, first + documents)
        .mapToObj(ConsistentDisclosure::printed)
        .toList();
  }

  /**
   * Plants faults of each kind in some disclosures, and checks.
   *
   * @param first the number of the first fault of each kind; the same number plants the same fault
   * @param each how many of each kind in each disclosure
   */
  public void run(List<Disclosure> disclosures, int first, int each) {
    for (Disclosure given : disclosures) {
      Set<String> ids = given.tables().stream().map(Table::id).collect(Collectors.toSet());
      Checker.Checked before = checker.check(given, ids);
      for (Damage.Kind kind : Damage.Kind.values()) {
        for (int seed = first; seed < first + each; seed++) {
          Damage.Planted planted = Damage.plant(before.disclosure(), kind, 1000L * seed + 7);
          if (planted != null) {
            add(kind, before, planted);
          }
        }
      }
    }
  }

  private void add(Damage.Kind kind, Checker.Checked before, Damage.Planted planted) {
    Counts own = counts.computeIfAbsent(kind, key -> new Counts());
    Disclosure checked = checker.check(planted.disclosure());
    boolean reported = isReported(before.disclosure(), checked, planted);
    own.planted++;
    Contradictions contradictions = new Contradictions(before.trace(), planted);
    if (contradictions.isStated()) {
      own.contradicted++;
      own.reported += reported ? 1 : 0;
      if (!reported) {
        tell("missed", kind, before, planted, contradictions, planted.now().keySet());
      }
    } else if (contradictions.isAny()) {
      own.byAmounts++;
      own.reportedByAmounts += reported ? 1 : 0;
    } else {
      own.reportedOthers += reported ? 1 : 0;
    }
    Set<CellRef> contradicted = contradictions.cells();
    own.wrong += planted.wrong().size();
    own.contradictedCells += contradicted.size();
    Set<CellRef> wronglyVerified = new HashSet<>();
    for (Table table : checked.tables()) {
      if (table.id().equals(planted.table())) {
        for (int r = 0; r < table.rows().size(); r++) {
          for (Cell cell : table.rows().get(r).cells()) {
            CellRef ref = new CellRef(table.id(), r, cell.column());
            if (cell.status() == Status.VERIFIED && planted.wrong().contains(ref)) {
              own.verifiedContradicted += contradicted.contains(ref) ? 1 : 0;
              own.verifiedOthers += contradicted.contains(ref) ? 0 : 1;
              if (contradicted.contains(ref)) {
                wronglyVerified.add(ref);
              }
            }
          }
        }
      }
    }
    if (!wronglyVerified.isEmpty()) {
      tell("verified", kind, before, planted, contradictions, wronglyVerified);
    }
  }

  /** A line on a fault: where it is, what it changed, and which relations it broke. */
  private void tell(
      String what,
      Damage.Kind kind,
      Checker.Checked before,
      Damage.Planted planted,
      Contradictions contradictions,
      Set<CellRef> cells) {
    if (missed == null) {
      return;
    }
    Table table =
        before.disclosure().tables().stream()
            .filter(each -> each.id().equals(planted.table()))
            .findFirst()
            .orElseThrow();
    String changes =
        cells.stream()
            .sorted(Comparator.comparingInt(CellRef::row).thenComparingInt(CellRef::column))
            .limit(MAX_CELLS_TOLD)
            .map(
                ref ->
                    table.rows().get(ref.row()).keys().label()
                        + "/"
                        + String.join(">", table.columns().get(ref.column()).header())
                        + " "
                        + planted.was().get(ref)
                        + " → "
                        + planted.now().get(ref))
            .collect(Collectors.joining("; "));
    String relations =
        contradictions.groups().entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(
                each -> each.getKey().id() + ":" + each.getKey().strength() + " " + each.getValue())
            .sorted()
            .collect(Collectors.joining(", "));
    missed.printf(
        "%s: %s, %s %s p%s %s %s; breaks %s; %s%n",
        what,
        kind.label(),
        before.disclosure().source().file(),
        table.id(),
        table.pages().get(0),
        table.titleOrId(),
        table.kind(),
        relations,
        changes);
  }

  static boolean isReported(Disclosure before, Disclosure after, Damage.Planted planted) {
    Set<String> known = new HashSet<>();
    before.findings().forEach(finding -> known.add(finding.rule() + finding.messageZh()));
    for (Finding finding : after.findings()) {
      // Where items may be withheld, a list that falls short is told, but accuses nobody.
      if ((finding.severity() != Severity.INFO || finding.rule().equals(FindingWriter.WITHHELD))
          && !known.contains(finding.rule() + finding.messageZh())
          && finding.cells().stream().anyMatch(cell -> cell.table().equals(planted.table()))) {
        return true;
      }
    }
    return false;
  }

  /** Prints what was counted, a line for each kind. */
  public void print(PrintWriter out) {
    out.printf(
        "%-16s %7s %13s %18s %11s %18s %16s %26s %26s%n",
        "planted",
        "faults",
        "contradicted",
        "of these reported",
        "by amounts",
        "of these reported",
        "others reported",
        "verified but contradicted",
        "verified, nothing to tell");
    counts.forEach(
        (kind, own) ->
            out.printf(
                Locale.ROOT,
                "%-16s %7d %13d %10d %5.1f %% %11d %18d %16d %16d of %6d %16d of %6d%n",
                kind.label(),
                own.planted,
                own.contradicted,
                own.reported,
                own.contradicted == 0 ? 100 : 100.0 * own.reported / own.contradicted,
                own.byAmounts,
                own.reportedByAmounts,
                own.reportedOthers,
                own.verifiedContradicted,
                own.contradictedCells,
                own.verifiedOthers,
                own.wrong - own.contradictedCells));
    out.flush();
  }

  /** Of the faults that another figure contradicts, the share reported. */
  double reportedShare() {
    int contradicted = counts.values().stream().mapToInt(own -> own.contradicted).sum();
    int reported = counts.values().stream().mapToInt(own -> own.reported).sum();
    return contradicted == 0 ? 1 : (double) reported / contradicted;
  }
}
