package org.yusuan.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.DeclaredIdentities;
import org.yusuan.check.identity.DiscoveredIdentities;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.TableIdentities;
import org.yusuan.check.report.FindingWriter;
import org.yusuan.check.report.TableUpdater;
import org.yusuan.check.solve.Corrector;
import org.yusuan.check.solve.ErrorLocalizer;
import org.yusuan.check.solve.IdentityFilter;
import org.yusuan.check.solve.IdentityGraph;
import org.yusuan.check.solve.ReadingChange;
import org.yusuan.check.solve.Verdicts;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.Relations;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Finding;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/**
 * Checks a disclosure by its own arithmetic: gives each amount a verdict, corrects recognized
 * amounts where the image offers a reading that the arithmetic singles out, and reports where the
 * document contradicts itself. Amounts of a text layer are never changed. Immutable; threads may
 * share it.
 */
public final class Checker {

  private final List<Relation> rules;

  /** A checker by the shipped rules. */
  public Checker() {
    this.rules = Relations.shipped();
  }

  /**
   * The disclosure with verdicts, corrections and findings. Verdicts and findings of earlier checks
   * are replaced; other findings stay.
   */
  public Disclosure check(Disclosure disclosure) {
    return check(disclosure, Set.of()).disclosure();
  }

  /**
   * A disclosure that was checked, and how.
   *
   * @param disclosure with verdicts, corrections and findings
   * @param trace the identities that it was checked by, as far as they touch the tables asked for
   */
  public record Checked(Disclosure disclosure, CheckTrace trace) {}

  /**
   * The same, and what led to it.
   *
   * @param traced the ids of the tables whose identities are written down
   */
  public Checked check(Disclosure disclosure, Set<String> traced) {
    Stage stage =
        disclosure.subject().stage() == null ? null : disclosure.subject().stage().value();
    AmountIndex ledger = new AmountIndex(disclosure.tables());
    long[] values = ledger.values();
    List<Identity> found = identities(ledger, stage);
    Map<Integer, ReadingChange> changes = corrections(ledger, found, values);
    List<Identity> believed = new IdentityFilter(ledger, values).believed(found);
    IdentityGraph web = new IdentityGraph(ledger, believed);
    List<ErrorLocalizer.Explanation> explanations =
        new ErrorLocalizer(ledger, web, values).explain();
    Set<Integer> blamed = new HashSet<>();
    Set<Integer> unclear = new HashSet<>();
    for (ErrorLocalizer.Explanation explanation : explanations) {
      for (TreeMap<Integer, Long> reading : explanation.readings()) {
        blamed.addAll(reading.keySet());
      }
      if (explanation.readings().size() != 1) {
        unclear.addAll(explanation.identities());
      }
      if (explanation.readings().isEmpty()) {
        for (int identity : explanation.identities()) {
          Arrays.stream(web.identity(identity).cells()).forEach(blamed::add);
        }
      }
    }
    @Nullable Status[] statuses = new Verdicts(ledger, web, values).statuses(blamed, unclear);
    List<Table> tables = new TableUpdater(ledger, web, values, changes).tables(statuses);
    List<Finding> findings = new ArrayList<>();
    disclosure.findings().stream().filter(f -> !FindingWriter.isOurs(f)).forEach(findings::add);
    findings.addAll(new FindingWriter(ledger, web, values).of(explanations));
    return new Checked(
        disclosure.withTables(tables).withFindings(findings),
        traced.isEmpty()
            ? new CheckTrace(List.of(), List.of())
            : new CheckTracer(ledger, values, traced).trace(found, believed, explanations));
  }

  /** All identities that tables state and rules declare, each once. */
  private List<Identity> identities(AmountIndex ledger, @Nullable Stage stage) {
    List<Identity> identities = new ArrayList<>();
    TableIdentities inside = new TableIdentities(ledger);
    for (int t = 0; t < ledger.tables().size(); t++) {
      identities.addAll(inside.of(t));
    }
    DiscoveredIdentities discovered = new DiscoveredIdentities(ledger);
    for (int t = 0; t < ledger.tables().size(); t++) {
      if (ledger.tables().get(t).kind().equals(Table.UNKNOWN)) {
        identities.addAll(discovered.of(t));
      }
    }
    DeclaredIdentities declared = new DeclaredIdentities(ledger, stage);
    for (Relation rule : rules) {
      identities.addAll(declared.of(rule));
    }
    Set<List<Integer>> seen = new HashSet<>();
    List<Identity> once = new ArrayList<>(identities.size());
    for (Identity identity : identities) {
      if (seen.add(equation(identity))) {
        once.add(identity);
      }
    }
    return once;
  }

  /** The members with their signs, in a form that is the same for equations that say the same. */
  private static List<Integer> equation(Identity identity) {
    List<Integer> members = new ArrayList<>(identity.cells().length);
    int least = 0;
    for (int i = 1; i < identity.cells().length; i++) {
      least = identity.cells()[i] < identity.cells()[least] ? i : least;
    }
    int sign = identity.coefficients()[least];
    for (int i = 0; i < identity.cells().length; i++) {
      members.add(2 * identity.cells()[i] + (identity.coefficients()[i] == sign ? 0 : 1));
    }
    members.sort(null);
    return members;
  }

  /**
   * Changes of recognized cells that the identities prove; the values are changed with them. A
   * change that mends what fails but is not proved is taken back, and others with it if they stood
   * on it.
   */
  private static Map<Integer, ReadingChange> corrections(
      AmountIndex ledger, List<Identity> found, long[] values) {
    if (!ledger.hasRecognized()) {
      return Map.of();
    }
    Corrector corrector = new Corrector(ledger, new IdentityGraph(ledger, found), values);
    Map<Integer, ReadingChange> changes = corrector.correct();
    boolean sure = changes.isEmpty();
    while (!sure) {
      IdentityGraph web =
          new IdentityGraph(ledger, new IdentityFilter(ledger, values).believed(found));
      Verdicts verdicts = new Verdicts(ledger, web, values);
      sure = true;
      for (ReadingChange change : List.copyOf(changes.values())) {
        if (changes.containsValue(change) && !isProved(change, verdicts)) {
          corrector.undo(change);
          sure = false;
        }
      }
    }
    return changes;
  }

  private static boolean isProved(ReadingChange change, Verdicts verdicts) {
    for (int cell : change.cells()) {
      if (!verdicts.isProved(cell)) {
        return false;
      }
    }
    return true;
  }
}
