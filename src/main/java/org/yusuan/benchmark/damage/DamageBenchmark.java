package org.yusuan.benchmark.damage;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yusuan.check.CheckTrace;
import org.yusuan.check.Checker;
import org.yusuan.check.identity.Identity;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.CellRef;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Finding;
import org.yusuan.model.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/**
 * Measures what the check says of planted faults: which are reported, as an error or a warning, of
 * those that another printed figure contradicts; and which cells that print what they should not
 * are verified all the same.
 */
public final class DamageBenchmark {

  private final Checker checker = new Checker();
  private final Map<Damage.Kind, Counts> counts = new EnumMap<>(Damage.Kind.class);

  /** What came of the faults of one kind. */
  private static final class Counts {
    int planted;
    int contradicted;
    int reported;
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
   * @param each how many of each kind in each disclosure
   */
  public void run(List<Disclosure> disclosures, int each) {
    for (Disclosure given : disclosures) {
      Set<String> ids = given.tables().stream().map(Table::id).collect(Collectors.toSet());
      Checker.Checked before = checker.check(given, ids);
      for (Damage.Kind kind : Damage.Kind.values()) {
        for (int seed = 0; seed < each; seed++) {
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
    if (isContradicted(before.trace(), planted)) {
      own.contradicted++;
      own.reported += reported ? 1 : 0;
    } else {
      own.reportedOthers += reported ? 1 : 0;
    }
    Set<CellRef> contradicted = contradictedCells(before.trace(), planted);
    own.wrong += planted.wrong().size();
    own.contradictedCells += contradicted.size();
    for (Table table : checked.tables()) {
      if (table.id().equals(planted.table())) {
        for (int r = 0; r < table.rows().size(); r++) {
          for (Cell cell : table.rows().get(r).cells()) {
            CellRef ref = new CellRef(table.id(), r, cell.column());
            if (cell.status() == Status.VERIFIED && planted.wrong().contains(ref)) {
              own.verifiedContradicted += contradicted.contains(ref) ? 1 : 0;
              own.verifiedOthers += contradicted.contains(ref) ? 0 : 1;
            }
          }
        }
      }
    }
  }

  /** Whether a figure that agreed with others does so no more. */
  static boolean isContradicted(CheckTrace trace, Damage.Planted planted) {
    return broken(trace, planted).findAny().isPresent();
  }

  /** The cells that print what they should not, of those in equations that held. */
  static Set<CellRef> contradictedCells(CheckTrace trace, Damage.Planted planted) {
    Set<CellRef> cells =
        broken(trace, planted)
            .flatMap(equation -> equation.members().stream())
            .map(CheckTrace.Member::cell)
            .collect(Collectors.toSet());
    cells.retainAll(planted.wrong());
    return cells;
  }

  /**
   * The equations that held with amounts that are not zero, and do no more; not of relations that
   * need not hold.
   */
  static Stream<CheckTrace.Equation> broken(CheckTrace trace, Damage.Planted planted) {
    return trace.groups().stream()
        .filter(group -> group.strength() != Strength.EVIDENCE)
        .flatMap(group -> group.equations().stream())
        .filter(
            equation ->
                equation.outcome() == Identity.Outcome.HOLDS
                    && equation.believed()
                    && equation.members().stream().filter(m -> m.amount().signum() != 0).count()
                        >= 2
                    && change(equation, planted).abs().compareTo(equation.tolerance()) > 0);
  }

  private static BigDecimal change(CheckTrace.Equation equation, Damage.Planted planted) {
    BigDecimal change = BigDecimal.ZERO;
    for (CheckTrace.Member member : equation.members()) {
      BigDecimal now = planted.now().get(member.cell());
      BigDecimal was = planted.was().get(member.cell());
      if (now != null && was != null) {
        change = change.add(now.subtract(was).multiply(BigDecimal.valueOf(member.sign())));
      }
    }
    return change;
  }

  static boolean isReported(Disclosure before, Disclosure after, Damage.Planted planted) {
    Set<String> known = new HashSet<>();
    before.findings().forEach(finding -> known.add(finding.rule() + finding.messageZh()));
    for (Finding finding : after.findings()) {
      if (finding.severity() != Severity.INFO
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
        "%-16s %7s %13s %18s %16s %26s %26s%n",
        "planted",
        "faults",
        "contradicted",
        "of these reported",
        "others reported",
        "verified but contradicted",
        "verified, nothing to tell");
    counts.forEach(
        (kind, own) ->
            out.printf(
                Locale.ROOT,
                "%-16s %7d %13d %10d %5.1f %% %16d %16d of %6d %16d of %6d%n",
                kind.label(),
                own.planted,
                own.contradicted,
                own.reported,
                own.contradicted == 0 ? 100 : 100.0 * own.reported / own.contradicted,
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
