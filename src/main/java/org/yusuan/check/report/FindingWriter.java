package org.yusuan.check.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.solve.ErrorLocalizer.Explanation;
import org.yusuan.check.solve.IdentityGraph;
import org.yusuan.knowledge.Messages;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.Wording;
import org.yusuan.model.Blame;
import org.yusuan.model.CellRef;
import org.yusuan.model.Finding;
import org.yusuan.model.Severity;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Table;

/** Writes the findings of failed identities as sentences that can be quoted. */
public final class FindingWriter {

  /** 表内: figures of one table contradict each other. */
  static final String INSIDE = "identity";

  /** 表间: figures of two tables contradict each other. */
  static final String ACROSS = "identity-across-tables";

  /** Figures differ by what rounding explains. */
  static final String ROUNDING = "rounding";

  private final AmountIndex index;
  private final IdentityGraph graph;
  private final Assignment values;
  private final Messages messages;

  public FindingWriter(
      AmountIndex index, IdentityGraph graph, Assignment values, Messages messages) {
    this.messages = messages;
    this.index = index;
    this.graph = graph;
    this.values = values;
  }

  /** Whether a finding is of this kind: a check replaces them. */
  public static boolean isOurs(Finding finding) {
    return finding.rule().equals(INSIDE)
        || finding.rule().equals(ACROSS)
        || finding.rule().equals(ROUNDING);
  }

  /** The findings of one document. */
  public List<Finding> of(List<Explanation> explanations) {
    List<Finding> findings = new ArrayList<>();
    for (Explanation explanation : explanations) {
      if (explanation.readings().size() == 1) {
        clear(explanation, explanation.readings().get(0), findings);
      } else {
        findings.add(unclear(explanation));
      }
    }
    for (int i = 0; i < graph.size(); i++) {
      if (graph.identity(i).outcome(index, values) == Outcome.ROUNDS) {
        findings.add(about(graph.identity(i), Severity.INFO, ROUNDING, "rounding", Wording.of("")));
      }
    }
    return findings;
  }

  /** Blamed cells that share an identity, or a row, make one finding. */
  private void clear(
      Explanation explanation, TreeMap<Integer, Long> changes, List<Finding> findings) {
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

  private Finding blaming(
      Explanation explanation, Map<Integer, Long> changes, List<Integer> cells) {
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
                      "place", Wording.of(placeInRow(cell)),
                      "printed", printed(cell),
                      "expected", money(cell, should))));
    }
    long actual = values.of(main);
    long expected = actual + changes.getOrDefault(main, 0L);
    Wording sentence =
        messages.say(
            "blamed",
            Map.of(
                "place", place(main),
                "printed", printed(main),
                "expected", money(main, expected),
                "difference", money(main, actual - expected),
                "others", others,
                "grounds", new Wording(String.join("；", zh), String.join("; ", en))));
    return finding(
        across ? ACROSS : INSIDE, Severity.ERROR, sentence, cells, expected, actual - expected);
  }

  /** It is not clear which cell is wrong: the identity itself is reported. */
  private Finding unclear(Explanation explanation) {
    Identity worst = graph.identity(explanation.identities().get(0));
    for (int i : explanation.identities()) {
      Identity other = graph.identity(i);
      if (Math.abs(other.residual(values)) > Math.abs(worst.residual(values))) {
        worst = other;
      }
    }
    Severity severity =
        worst.group().strength() == Strength.STRONG ? Severity.ERROR : Severity.WARNING;
    int others = explanation.identities().size() - 1;
    Wording more =
        others == 0
            ? Wording.of("")
            : messages.say("more-contradictions", Map.of("count", Wording.of(others)));
    return about(
        worst, severity, worst.group().isAcross() ? ACROSS : INSIDE, "contradiction", more);
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
            ? messages.say("other-says", Map.of("place", place(members.get(1))))
            : messages.say("others-give", Map.of());
    Wording sentence =
        messages.say(
            message,
            Map.of(
                "place", place(total),
                "printed", printed(total),
                "others", others,
                "expected", money(total, expected),
                "difference", money(total, difference),
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
        blame(cells),
        sentence.zh(),
        sentence.en(),
        cells.stream().map(index::ref).toList(),
        AmountIndex.yuan(expected),
        AmountIndex.yuan(expected + difference),
        AmountIndex.yuan(difference),
        index.cell(cells.get(0)).page());
  }

  private Blame blame(List<Integer> cells) {
    return cells.stream().anyMatch(index::isRecognized) ? Blame.UNKNOWN : Blame.DOCUMENT;
  }

  /** What is wrong on a scan may be the reading's fault: it is not called an error. */
  private Severity severity(List<Integer> cells, Severity severity) {
    return severity == Severity.ERROR && blame(cells) == Blame.UNKNOWN
        ? Severity.WARNING
        : severity;
  }

  private Table table(int cell) {
    return index.tables().get(index.tableOf(cell));
  }

  private Wording place(int cell) {
    Table table = table(cell);
    return messages.say(
        "place",
        Map.of(
            "title", Wording.of(table.title() == null ? table.id() : table.title()),
            "page", Wording.of(index.cell(cell).page()),
            "cell", Wording.of(placeInRow(cell))));
  }

  private String placeInRow(int cell) {
    CellRef ref = index.ref(cell);
    Keys keys = table(cell).rows().get(ref.row()).keys();
    String code = keys.code() == null ? "" : keys.code() + " ";
    String label = keys.label() == null ? "" : keys.label().strip();
    String row = (code + label).strip();
    String column = String.join("/", table(cell).columns().get(ref.column()).header());
    return (row.isEmpty() ? "" : "「" + row + "」") + (column.isEmpty() ? "" : "「" + column + "」");
  }

  private Wording printed(int cell) {
    return index.isBlank(cell)
        ? messages.say("blank", Map.of())
        : messages.say("printed", Map.of("amount", money(cell, values.of(cell))));
  }

  /** An amount in the unit of a cell's table. */
  private Wording money(int cell, long fen) {
    Table table = table(cell);
    Integer factor = table.unitFactor();
    BigDecimal value = AmountIndex.yuan(fen);
    BigDecimal inUnit =
        factor == null || factor == 1 ? value : value.divide(BigDecimal.valueOf(factor));
    BigDecimal plain = inUnit.stripTrailingZeros();
    int scale = Math.max(plain.scale(), factor != null && factor > 1 ? 2 : 0);
    return Wording.of(
        plain.setScale(scale).toPlainString() + " " + (table.unit() == null ? "" : table.unit()));
  }
}
