package org.yusuan.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.bound.BoundChecker;
import org.yusuan.check.document.DocumentReview;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.declared.DeclaredIdentities;
import org.yusuan.check.identity.table.DiscoveredIdentities;
import org.yusuan.check.identity.table.ExchangedRows;
import org.yusuan.check.identity.table.TableIdentities;
import org.yusuan.check.report.AlikeFindings;
import org.yusuan.check.report.DisplacementWriter;
import org.yusuan.check.report.FindingWriter;
import org.yusuan.check.report.MissingCodeWriter;
import org.yusuan.check.report.TableUpdater;
import org.yusuan.check.solve.Corrector;
import org.yusuan.check.solve.DisplacedAmounts;
import org.yusuan.check.solve.Displacement;
import org.yusuan.check.solve.DisplacementFinder;
import org.yusuan.check.solve.ErrorLocalizer;
import org.yusuan.check.solve.IdentityFilter;
import org.yusuan.check.solve.IdentityGraph;
import org.yusuan.check.solve.ReadingChange;
import org.yusuan.check.solve.Verdicts;
import org.yusuan.check.weigh.SumShape;
import org.yusuan.check.weigh.Weighing;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.Relations;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.evidence.DocumentRules;
import org.yusuan.knowledge.evidence.EvidenceRules;
import org.yusuan.knowledge.evidence.Hypothesis;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourcePage;
import org.yusuan.model.finding.Finding;
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
  private final Messages messages;
  private final EvidenceRules evidence;
  private final LabelPatterns words;
  private final DocumentRules documents;

  /** A checker by the shipped rules. */
  public Checker() {
    this(Messages.shipped());
  }

  /** A checker by the shipped rules that words its findings by the given sentences. */
  public Checker(Messages messages) {
    this.rules = Relations.shipped();
    this.messages = messages;
    this.evidence = EvidenceRules.shipped();
    this.words = LabelPatterns.shipped();
    this.documents = DocumentRules.shipped();
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
   * Checks a disclosure as {@link #check(Disclosure)} does, and tells what led to the result.
   *
   * @param traced the ids of the tables whose identities are written down
   */
  public Checked check(Disclosure disclosure, Set<String> traced) {
    Stage stage =
        disclosure.subject().stage() == null ? null : disclosure.subject().stage().value();
    AmountIndex index = new AmountIndex(disclosure.tables());
    List<Identity> all = identities(index, stage);
    List<ReadingChange> changes = corrections(index, all);
    List<Identity> found = withoutUnreadable(index, all, changes);
    Assignment read = with(index.asRead(), changes);
    DisplacementFinder finder =
        new DisplacementFinder(index, new IdentityGraph(index, found), read);
    List<Displacement> displaced = new ArrayList<>(finder.find());
    ExchangedRows exchanged = new ExchangedRows(index, found, words, messages);
    displaced.addAll(exchanged(index, exchanged, displaced));
    Assignment values = displaced.isEmpty() ? read : mended(read, displaced);
    IdentityFilter.Selection selection =
        new IdentityFilter(index, values, evidence, words).select(found);
    List<Identity> believed = selection.believed();
    IdentityGraph graph = new IdentityGraph(index, believed);
    List<ErrorLocalizer.Diagnosis> explanations =
        new ErrorLocalizer(index, graph, values).explain();
    Set<Integer> blamed = new HashSet<>();
    Set<Integer> unclear = new HashSet<>();
    for (ErrorLocalizer.Diagnosis explanation : explanations) {
      for (TreeMap<Integer, Long> reading : explanation.readings()) {
        blamed.addAll(reading.keySet());
      }
      if (explanation.readings().size() != 1) {
        unclear.addAll(explanation.identities());
      }
      if (explanation.readings().isEmpty()) {
        for (int identity : explanation.identities()) {
          Arrays.stream(graph.identity(identity).cells()).forEach(blamed::add);
        }
      }
    }
    Set<Integer> unsettled = unsettled(selection, index, values, blamed);
    unsettled.addAll(finder.suspected());
    unsettled.addAll(exchanged.suspected());
    for (Displacement displacement : displaced) {
      blamed.addAll(displacement.should().keySet());
      unsettled.addAll(DisplacedAmounts.of(index, displacement));
    }
    @Nullable Status[] statuses =
        new Verdicts(index, graph, values)
            .statuses(doubtfulPages(disclosure), blamed, unclear, unsettled, denied(selection));
    List<Table> tables = new TableUpdater(index, graph, values, changes).tables(statuses);
    List<Finding> findings = new ArrayList<>();
    disclosure.findings().stream()
        .filter(f -> !FindingWriter.isOurs(f) && !DocumentReview.isOurs(f))
        .forEach(findings::add);
    FindingWriter writer =
        new FindingWriter(index, graph, values, selection.weighed(), evidence.margins(), messages);
    findings.addAll(writer.findings(explanations));
    findings.addAll(new DisplacementWriter(index, read, messages).findings(displaced));
    findings.addAll(
        new MissingCodeWriter(index, values, messages)
            .findings(new DeclaredIdentities(index, stage, words).missing(rules)));
    findings.addAll(
        writer.exceeding(new BoundChecker(index, values, messages, words).exceeded(rules)));
    findings.addAll(new DocumentReview(documents, messages).findings(disclosure));
    return new Checked(
        disclosure.withTables(tables).withFindings(AlikeFindings.merged(findings)),
        traced.isEmpty()
            ? new CheckTrace(List.of(), List.of())
            : new CheckTracer(index, values, selection, traced).trace(found, explanations));
  }

  /**
   * Rows that carry each other's amounts where only amounts tell which are parts of which, in
   * tables of which nothing else is known to be displaced.
   */
  private static List<Displacement> exchanged(
      AmountIndex index, ExchangedRows exchanged, List<Displacement> known) {
    Set<Integer> tables = known.stream().map(Displacement::table).collect(Collectors.toSet());
    List<Displacement> displaced = new ArrayList<>();
    for (int t = 0; t < index.tables().size(); t++) {
      ExchangedRows.Exchange exchange = tables.contains(t) ? null : exchanged.best(t);
      if (exchange != null) {
        displaced.add(
            new Displacement(
                Displacement.Kind.ROWS,
                t,
                exchange.one(),
                exchange.other(),
                exchange.should(),
                exchange.mended()));
      }
    }
    return displaced;
  }

  private static Assignment mended(Assignment read, List<Displacement> displaced) {
    Map<Integer, Long> should = new HashMap<>();
    displaced.forEach(each -> should.putAll(each.should()));
    return read.with(should);
  }

  /**
   * Amounts that a failure casts doubt on though it accuses nobody. A total that is itself wrong
   * does not show that its parts are. Nor does a list that is not printed in full show that those
   * of its items are wrong whose own parts add up to them.
   */
  private static Set<Integer> unsettled(
      IdentityFilter.Selection selection,
      AmountIndex index,
      Assignment values,
      Set<Integer> blamed) {
    Set<Identity> withheld = Collections.newSetFromMap(new IdentityHashMap<>());
    selection.weighed().stream()
        .filter(weighing -> weighing.likeliest() == Hypothesis.WITHHELD)
        .forEach(weighing -> withheld.add(weighing.identity()));
    Set<Integer> added =
        withheld.isEmpty() ? Set.of() : addedUp(selection.believed(), index, values);
    Set<Integer> unsettled = new HashSet<>();
    for (Identity identity : selection.unsettled()) {
      if (identity.group().isAcross() || !blamed.contains(identity.cells()[0])) {
        Arrays.stream(identity.cells())
            .filter(cell -> !withheld.contains(identity) || !added.contains(cell))
            .forEach(unsettled::add);
      }
    }
    return unsettled;
  }

  /** Amounts of stated sums that fail, be it that something explains it. */
  private static Set<Integer> denied(IdentityFilter.Selection selection) {
    return selection.weighed().stream()
        .filter(weighing -> !weighing.isAccountedFor() && !weighing.isMisread())
        .map(Weighing::identity)
        .filter(identity -> identity.group().strength() == Strength.STRONG)
        .flatMapToInt(identity -> Arrays.stream(identity.cells()))
        .boxed()
        .collect(Collectors.toSet());
  }

  /** The amounts to which several others of their column add up to the last digit. */
  private static Set<Integer> addedUp(
      List<Identity> believed, AmountIndex index, Assignment values) {
    SumShape shape = new SumShape(index, values);
    return believed.stream()
        .filter(identity -> identity.group().strength() == Strength.STRONG)
        .filter(identity -> identity.nonZeroCount(values) > 2)
        .filter(identity -> !identity.group().isAcross() && !shape.isColumnSum(identity))
        .filter(identity -> identity.residual(values) == 0)
        .map(identity -> identity.cells()[0])
        .collect(Collectors.toSet());
  }

  private static Set<Integer> doubtfulPages(Disclosure disclosure) {
    return disclosure.source().pages().stream()
        .filter(page -> !page.problems().isEmpty())
        .map(SourcePage::page)
        .collect(Collectors.toSet());
  }

  /**
   * All identities that tables state and rules declare, each once: what is stated too counts as
   * stated, not as told by order.
   */
  private List<Identity> identities(AmountIndex index, @Nullable Stage stage) {
    List<Identity> identities = new ArrayList<>();
    TableIdentities inside = new TableIdentities(index, messages, words);
    for (int t = 0; t < index.tables().size(); t++) {
      identities.addAll(inside.identitiesOf(t));
    }
    DiscoveredIdentities discovered = new DiscoveredIdentities(index, messages);
    for (int t = 0; t < index.tables().size(); t++) {
      if (index.tables().get(t).kind().equals(Table.UNKNOWN)) {
        identities.addAll(discovered.identitiesOf(t));
      }
    }
    DeclaredIdentities declared = new DeclaredIdentities(index, stage, words);
    for (Relation rule : rules) {
      identities.addAll(declared.identitiesOf(rule));
    }
    Map<List<Integer>, Integer> places = new HashMap<>();
    List<Identity> once = new ArrayList<>(identities.size());
    for (Identity identity : identities) {
      // How often the names of regions tell sums counts, though amounts tell the same ones.
      Integer place =
          identity.group().id().equals(TableIdentities.OWN_LEVEL)
              ? null
              : places.putIfAbsent(equation(identity), once.size());
      if (place == null) {
        once.add(identity);
      } else if (isStated(identity) && !isStated(once.get(place))) {
        once.set(place, identity);
      }
    }
    return once;
  }

  private static boolean isStated(Identity identity) {
    return identity.group().strength() == Strength.STRONG;
  }

  /** The identities of which each amount was read, or was found among its readings. */
  private static List<Identity> withoutUnreadable(
      AmountIndex index, List<Identity> identities, List<ReadingChange> changes) {
    Set<Integer> changed = new HashSet<>();
    changes.forEach(change -> Arrays.stream(change.cells()).forEach(changed::add));
    return identities.stream()
        .filter(
            identity ->
                Arrays.stream(identity.cells())
                    .noneMatch(cell -> index.isUnreadable(cell) && !changed.contains(cell)))
        .toList();
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
   * Changes of recognized cells that the identities prove, each once, or that change but points and
   * commas. Another that mends what fails but is not proved is left out, and others with it if they
   * stood on it.
   */
  private List<ReadingChange> corrections(AmountIndex index, List<Identity> found) {
    if (!index.hasRecognized()) {
      return List.of();
    }
    Assignment read = index.asRead();
    List<ReadingChange> changes =
        new Corrector(index, new IdentityGraph(index, found), read).correct();
    while (!changes.isEmpty()) {
      Assignment values = with(read, changes);
      IdentityGraph graph =
          new IdentityGraph(
              index, new IdentityFilter(index, values, evidence, words).believed(found));
      Verdicts verdicts = new Verdicts(index, graph, values);
      List<ReadingChange> proved =
          changes.stream()
              .filter(change -> isProved(change, verdicts) || holds(change, index, graph, values))
              .toList();
      if (proved.size() == changes.size()) {
        return proved;
      }
      changes = proved;
    }
    return changes;
  }

  private static Assignment with(Assignment read, List<ReadingChange> changes) {
    Map<Integer, Long> changed = new HashMap<>();
    for (ReadingChange change : changes) {
      for (int i = 0; i < change.cells().length; i++) {
        changed.put(change.cells()[i], change.values()[i]);
      }
    }
    return read.with(changed);
  }

  /** Whether a change of points and commas only stands in no identity that fails. */
  private static boolean holds(
      ReadingChange change, AmountIndex index, IdentityGraph graph, Assignment values) {
    int cell = change.cells()[0];
    if (!change.hasDigitsOf(index.cell(cell).text()) || graph.degree(cell) == 0) {
      return false;
    }
    for (int k = 0; k < graph.degree(cell); k++) {
      if (graph.identity(graph.identityOf(cell, k)).residual(values) != 0) {
        return false;
      }
    }
    return true;
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
