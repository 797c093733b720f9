package org.yusuan.check.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yusuan.check.bound.BoundChecker;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.solve.ErrorLocalizer.Diagnosis;
import org.yusuan.check.solve.IdentityGraph;
import org.yusuan.check.weigh.Weighing;
import org.yusuan.knowledge.evidence.EvidenceRules;
import org.yusuan.knowledge.evidence.Hypothesis;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;

/** Writes the findings of failed identities as sentences that can be quoted. */
public final class FindingWriter {

  /** 表内: figures of one table contradict each other. */
  static final String INSIDE = "identity";

  /** 表间: figures of two tables contradict each other. */
  static final String ACROSS = "identity-across-tables";

  /** The rule of findings of figures that differ by no more than rounding explains. */
  static final String ROUNDING = "rounding";

  private static final String CONTRADICTION = "contradiction";

  private final AmountIndex index;
  private final IdentityGraph graph;
  private final Assignment values;
  private final List<Weighing> weighed;
  private final Map<Identity, Weighing> byIdentity = new IdentityHashMap<>();
  private final EvidenceRules.Margins margins;
  private final Messages messages;
  private final CellWording wording;

  /**
   * @param weighed why identities fail
   * @param margins by how much a document must be likelier to be wrong than anything else
   */
  public FindingWriter(
      AmountIndex index,
      IdentityGraph graph,
      Assignment values,
      List<Weighing> weighed,
      EvidenceRules.Margins margins,
      Messages messages) {
    this.weighed = weighed;
    weighed.forEach(weighing -> byIdentity.put(weighing.identity(), weighing));
    this.margins = margins;
    this.messages = messages;
    this.wording = new CellWording(index, values, messages);
    this.index = index;
    this.graph = graph;
    this.values = values;
  }

  /** A list falls short of its total: a row is left out. */
  static final String INCOMPLETE = "list-incomplete";

  /** A list falls short of its total where items may be withheld. */
  public static final String WITHHELD = "list-not-printed-in-full";

  /** A part exceeds its whole, or a balance its limit. */
  static final String EXCEEDS = "part-exceeds-whole";

  /** A sum that the header states holds in no row. */
  static final String THROUGHOUT = "sum-fails-throughout";

  private static final Set<String> OURS =
      Set.of(
          THROUGHOUT,
          INSIDE,
          ACROSS,
          ROUNDING,
          INCOMPLETE,
          WITHHELD,
          EXCEEDS,
          DisplacementWriter.RULE,
          MissingCodeWriter.RULE);

  /** Whether a finding is of this kind: a check replaces them. */
  public static boolean isOurs(Finding finding) {
    return OURS.contains(finding.rule());
  }

  /** The findings of one document. */
  public List<Finding> findings(List<Diagnosis> explanations) {
    List<Finding> findings = new ArrayList<>();
    for (Diagnosis explanation : explanations) {
      if (explanation.readings().size() == 1 && isLikely(explanation.readings().get(0))) {
        clear(explanation, explanation.readings().get(0), findings);
      } else {
        findings.add(unclear(explanation));
      }
    }
    lists(explanations, findings);
    throughout(findings);
    for (int i = 0; i < graph.size(); i++) {
      // A relation found from the amounts themselves holds but for rounding: nobody states it, so
      // rounding is no finding.
      if (graph.identity(i).outcome(index, values) == Outcome.ROUNDS
          && !graph.identity(i).group().id().equals("nested")) {
        findings.add(about(graph.identity(i), Severity.INFO, ROUNDING, "rounding", Wording.of("")));
      }
    }
    return findings;
  }

  /**
   * Lists that fall short of their total. A column or a row that is left out in several places is
   * one finding.
   */
  private void lists(List<Diagnosis> explanations, List<Finding> findings) {
    Set<Integer> blamed = new HashSet<>();
    for (Diagnosis explanation : explanations) {
      if (explanation.readings().size() == 1) {
        blamed.addAll(explanation.readings().get(0).keySet());
      }
    }
    Map<IdentityGroup, List<Weighing>> columns = new LinkedHashMap<>();
    Map<Sum, List<Weighing>> rows = new LinkedHashMap<>();
    for (Weighing weighing : weighed) {
      // A total that is itself wrong does not show that rows are missing below it.
      if (blamed.contains(weighing.identity().cells()[0])) {
        continue;
      }
      if (weighing.likeliest() == Hypothesis.WITHHELD) {
        findings.add(listed(weighing, Severity.INFO, WITHHELD, 0));
      } else if (weighing.margin() < margins.warning()
          && weighing.weight(Hypothesis.INCOMPLETE) > weighing.weight(Hypothesis.DOCUMENT)
          && weighing.marginOfIncomplete() >= margins.incomplete()) {
        if (weighing.identity().group().id().equals("column-sum")) {
          columns
              .computeIfAbsent(weighing.identity().group(), group -> new ArrayList<>())
              .add(weighing);
        } else {
          CellRef total = index.ref(weighing.identity().cells()[0]);
          rows.computeIfAbsent(
                  new Sum(weighing.identity().group(), total.table(), total.row()),
                  sum -> new ArrayList<>())
              .add(weighing);
        }
      }
    }
    Stream.concat(columns.values().stream(), rows.values().stream())
        .forEach(
            own -> findings.add(listed(own.get(0), Severity.WARNING, INCOMPLETE, own.size() - 1)));
  }

  /** A total of rows, over all columns. */
  private record Sum(IdentityGroup group, String table, int row) {}

  /** Sums that the header states and that hold in no row, each once: they may be misread. */
  private void throughout(List<Finding> findings) {
    Map<IdentityGroup, List<Weighing>> sums = new LinkedHashMap<>();
    for (Weighing weighing : weighed) {
      if (weighing.failsThroughout() && weighing.margin() < margins.warning()) {
        sums.computeIfAbsent(weighing.identity().group(), group -> new ArrayList<>()).add(weighing);
      }
    }
    sums.values()
        .forEach(
            own -> findings.add(listed(own.get(0), Severity.WARNING, THROUGHOUT, own.size() - 1)));
  }

  /** Whether the expected amounts are likely: none is negative. */
  private boolean isLikely(Map<Integer, Long> changes) {
    return changes.entrySet().stream()
        .allMatch(
            change ->
                values.of(change.getKey()) < 0
                    || values.of(change.getKey()) + change.getValue() >= 0);
  }

  /** How sure it is that the document is wrong where some identities fail. */
  private Severity severity(Collection<Integer> identities) {
    for (int i : identities) {
      Weighing weighing = byIdentity.get(graph.identity(i));
      if (weighing == null || weighing.margin() >= margins.error()) {
        return Severity.ERROR;
      }
    }
    return Severity.WARNING;
  }

  /** Blamed cells that share an identity, or a row, make one finding. */
  private void clear(
      Diagnosis explanation, TreeMap<Integer, Long> changes, List<Finding> findings) {
    TreeSet<Integer> left = new TreeSet<>(changes.keySet());
    while (!left.isEmpty()) {
      List<Integer> together = new ArrayList<>();
      together.add(left.pollFirst());
      for (int i = 0; i < together.size(); i++) {
        int cell = together.get(i);
        left.removeIf(other -> isRelated(cell, other) && together.add(other));
      }
      findings.add(blaming(explanation, changes, together));
    }
  }

  private boolean isRelated(int cell, int other) {
    CellRef a = index.ref(cell);
    CellRef b = index.ref(other);
    if (a.table().equals(b.table()) && a.row() == b.row()) {
      return true;
    }
    for (int k = 0; k < graph.degree(cell); k++) {
      if (graph.identity(graph.identityOf(cell, k)).indexOf(other) >= 0) {
        return true;
      }
    }
    return false;
  }

  private Finding blaming(Diagnosis explanation, Map<Integer, Long> changes, List<Integer> cells) {
    int main = cells.get(0);
    TreeSet<Integer> broken = new TreeSet<>();
    for (int identity : explanation.identities()) {
      for (int cell : cells) {
        if (graph.identity(identity).indexOf(cell) >= 0) {
          broken.add(identity);
        }
      }
    }
    boolean across = true;
    TreeSet<String> zh = new TreeSet<>();
    TreeSet<String> en = new TreeSet<>();
    for (int i : broken) {
      IdentityGroup group = graph.identity(i).group();
      across &= group.isAcross();
      zh.add(group.says().zh());
      en.add(group.says().en());
    }
    Wording others = Wording.of("");
    for (int cell : cells.subList(1, cells.size())) {
      long should = values.of(cell) + changes.getOrDefault(cell, 0L);
      others =
          others.then(
              messages.say(
                  "blamed-too",
                  Map.of(
                      "place", Wording.of(wording.placeInRow(cell)),
                      "printed", wording.printed(cell),
                      "expected", wording.money(cell, should))));
    }
    long actual = values.of(main);
    long expected = actual + changes.getOrDefault(main, 0L);
    Wording sentence =
        messages.say(
            "blamed",
            Map.of(
                "place", wording.place(main),
                "printed", wording.printed(main),
                "expected", wording.money(main, expected),
                "difference", wording.money(main, actual - expected),
                "others", others,
                "grounds", new Wording(String.join("；", zh), String.join("; ", en))));
    return finding(
        across ? ACROSS : INSIDE, severity(broken), sentence, cells, expected, actual - expected);
  }

  /** The finding of a failing identity of which it is not clear which cell is wrong. */
  private Finding unclear(Diagnosis explanation) {
    Identity worst = graph.identity(explanation.identities().get(0));
    for (int i : explanation.identities()) {
      Identity other = graph.identity(i);
      if (Math.abs(other.residual(values)) > Math.abs(worst.residual(values))) {
        worst = other;
      }
    }
    Severity severity = severity(explanation.identities());
    return about(
        worst,
        severity,
        worst.group().isAcross() ? ACROSS : INSIDE,
        CONTRADICTION,
        more(explanation.identities().size() - 1));
  }

  private Wording more(int others) {
    return others == 0
        ? Wording.of("")
        : messages.say("more-contradictions", Map.of("count", Wording.of(others)));
  }

  private Finding listed(Weighing weighing, Severity severity, String rule, int others) {
    return about(weighing.identity(), severity, rule, rule, more(others));
  }

  private Finding about(
      Identity identity, Severity severity, String rule, String message, Wording more) {
    int total = identity.cells()[0];
    long difference = identity.residual(values);
    long expected = values.of(total) - difference;
    List<Integer> members = new ArrayList<>();
    for (int cell : identity.cells()) {
      if (values.of(cell) != 0 || cell == total) {
        members.add(cell);
      }
    }
    Wording others =
        identity.group().isAcross() && members.size() == 2
            ? wording.otherSays(members.get(1))
            : wording.othersGive(members.subList(1, members.size()), message.equals(CONTRADICTION));
    Wording sentence =
        messages.say(
            message,
            Map.of(
                "place", wording.place(total),
                "printed", wording.printed(total),
                "others", others,
                "expected", wording.money(total, expected),
                "difference", wording.money(total, difference),
                "grounds", identity.group().says(),
                "more", more));
    return finding(rule, severity, sentence, members, expected, difference);
  }

  private Finding finding(
      String rule,
      Severity severity,
      Wording sentence,
      List<Integer> cells,
      long expected,
      long difference) {
    return new Finding(
        rule,
        severity(cells, severity),
        rule.equals(THROUGHOUT) ? Blame.UNKNOWN : blame(cells),
        sentence.zh(),
        sentence.en(),
        cells.stream().map(index::ref).toList(),
        AmountIndex.yuan(expected),
        AmountIndex.yuan(expected + difference),
        AmountIndex.yuan(difference),
        index.cell(cells.get(0)).page());
  }

  /** Amounts that exceed what bounds them; those of one row make one finding. */
  public List<Finding> exceeding(List<BoundChecker.Excess> excesses) {
    List<Finding> findings = new ArrayList<>();
    for (BoundChecker.Excess excess : excesses) {
      long difference = values.of(excess.part()) - values.of(excess.whole());
      Wording sentence =
          messages.say(
              EXCEEDS,
              Map.of(
                  "part", wording.place(excess.part()),
                  "printed", wording.printed(excess.part()),
                  "whole", wording.place(excess.whole()),
                  "bound", wording.money(excess.part(), values.of(excess.whole())),
                  "difference", wording.money(excess.part(), difference),
                  "grounds", excess.says()));
      findings.add(
          finding(
              EXCEEDS,
              Severity.WARNING,
              sentence,
              List.of(excess.part(), excess.whole()),
              values.of(excess.whole()),
              difference));
    }
    return findings;
  }

  /** Another reader that reads a cell of a text layer otherwise puts the blame on the reading. */
  private Blame blame(List<Integer> cells) {
    return cells.stream().anyMatch(index::isRecognized)
        ? Blame.UNKNOWN
        : cells.stream().anyMatch(cell -> !index.cell(cell).readings().isEmpty())
            ? Blame.EXTRACTION
            : Blame.DOCUMENT;
  }

  /** The severity, lowered on scans: there the reading may be at fault. */
  private Severity severity(List<Integer> cells, Severity severity) {
    return severity == Severity.ERROR && blame(cells) != Blame.DOCUMENT
        ? Severity.WARNING
        : severity;
  }
}
