package org.yusuan.check.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.solve.ErrorLocalizer.Explanation;
import org.yusuan.check.solve.IdentityGraph;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.Blame;
import org.yusuan.model.CellRef;
import org.yusuan.model.Finding;
import org.yusuan.model.Severity;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Table;

/** Words what the identities found, so that it can be quoted. */
public final class FindingWriter {

  /** 表内: figures of one table contradict each other. */
  static final String INSIDE = "identity";

  /** 表间: figures of two tables contradict each other. */
  static final String ACROSS = "identity-across-tables";

  /** Figures differ by what rounding explains. */
  static final String ROUNDING = "rounding";

  private final AmountIndex ledger;
  private final IdentityGraph web;
  private final long[] values;

  public FindingWriter(AmountIndex ledger, IdentityGraph web, long[] values) {
    this.ledger = ledger;
    this.web = web;
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
    for (int i = 0; i < web.size(); i++) {
      if (web.identity(i).outcome(ledger, values) == Outcome.ROUNDS) {
        findings.add(rounding(web.identity(i)));
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
    CellRef a = ledger.ref(cell);
    CellRef b = ledger.ref(other);
    if (a.table().equals(b.table()) && a.row() == b.row()) {
      return true;
    }
    for (int k = 0; k < web.degree(cell); k++) {
      if (web.identity(web.identityOf(cell, k)).indexOf(other) >= 0) {
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
        if (web.identity(identity).indexOf(cell) >= 0) {
          broken.add(identity);
        }
      }
    }
    boolean across = true;
    TreeSet<String> zh = new TreeSet<>();
    TreeSet<String> en = new TreeSet<>();
    for (int i : broken) {
      IdentityGroup family = web.identity(i).family();
      across &= family.isAcross();
      zh.add(family.zh());
      en.add(family.en());
    }
    long actual = values[main];
    long expected = actual + changes.getOrDefault(main, 0L);
    StringBuilder others = new StringBuilder();
    StringBuilder othersEn = new StringBuilder();
    for (int cell : cells.subList(1, cells.size())) {
      long should = values[cell] + changes.getOrDefault(cell, 0L);
      others
          .append("；")
          .append(placeInRow(cell))
          .append(printedZh(cell))
          .append("，应为 ")
          .append(money(cell, should));
      othersEn
          .append("; ")
          .append(placeInRow(cell))
          .append(" ")
          .append(printedEn(cell))
          .append(", should be ")
          .append(money(cell, should));
    }
    return new Finding(
        across ? ACROSS : INSIDE,
        severity(cells, Severity.ERROR),
        blame(cells),
        place(main)
            + printedZh(main)
            + "，应为 "
            + money(main, expected)
            + "，相差 "
            + money(main, actual - expected)
            + others
            + "（依据："
            + String.join("；", zh)
            + "）",
        place(main)
            + " "
            + printedEn(main)
            + ", should be "
            + money(main, expected)
            + ", a difference of "
            + money(main, actual - expected)
            + othersEn
            + " (by: "
            + String.join("; ", en)
            + ")",
        refs(cells),
        AmountIndex.yuan(expected),
        AmountIndex.yuan(actual),
        AmountIndex.yuan(actual - expected),
        ledger.cell(main).page());
  }

  /** It is not clear which cell is wrong: the identity itself is reported. */
  private Finding unclear(Explanation explanation) {
    Identity worst = web.identity(explanation.identities().get(0));
    for (int i : explanation.identities()) {
      Identity other = web.identity(i);
      if (Math.abs(other.residual(values)) > Math.abs(worst.residual(values))) {
        worst = other;
      }
    }
    Severity severity =
        worst.family().strength() == Strength.STRONG ? Severity.ERROR : Severity.WARNING;
    String more =
        explanation.identities().size() > 1
            ? "（另有 " + (explanation.identities().size() - 1) + " 个关系随之不成立）"
            : "";
    return about(worst, severity, worst.family().isAcross() ? ACROSS : INSIDE, "不一致", more);
  }

  private Finding rounding(Identity identity) {
    return about(identity, Severity.INFO, ROUNDING, "因四舍五入不一致", "");
  }

  private Finding about(
      Identity identity, Severity severity, String rule, String verdict, String more) {
    int total = identity.cells()[0];
    long actual = values[total];
    long difference = identity.residual(values);
    long expected = actual - difference;
    List<Integer> members = new ArrayList<>();
    for (int cell : identity.cells()) {
      if (values[cell] != 0 || cell == total) {
        members.add(cell);
      }
    }
    String other = identity.family().isAcross() && members.size() == 2 ? place(members.get(1)) : "";
    String sumZh = other.isEmpty() ? "按其他各项计算为 " : other + "为 ";
    String sumEn = other.isEmpty() ? "by the other amounts it is " : other + " says ";
    return new Finding(
        rule,
        severity(members, severity),
        blame(members),
        place(total)
            + printedZh(total)
            + "，"
            + sumZh
            + money(total, expected)
            + "，"
            + verdict
            + "，相差 "
            + money(total, difference)
            + "（依据："
            + identity.family().zh()
            + "）"
            + more,
        place(total)
            + " "
            + printedEn(total)
            + "; "
            + sumEn
            + money(total, expected)
            + "; the difference is "
            + money(total, difference)
            + (rule.equals(ROUNDING) ? ", which rounding explains" : "")
            + " (by: "
            + identity.family().en()
            + ")",
        refs(members),
        AmountIndex.yuan(expected),
        AmountIndex.yuan(actual),
        AmountIndex.yuan(difference),
        ledger.cell(total).page());
  }

  private Blame blame(List<Integer> cells) {
    return cells.stream().anyMatch(ledger::isRecognized) ? Blame.UNKNOWN : Blame.DOCUMENT;
  }

  /** What is wrong on a scan may be the reading's fault: it is not called an error. */
  private Severity severity(List<Integer> cells, Severity severity) {
    return severity == Severity.ERROR && blame(cells) == Blame.UNKNOWN
        ? Severity.WARNING
        : severity;
  }

  private List<CellRef> refs(List<Integer> cells) {
    return cells.stream().map(ledger::ref).toList();
  }

  private Table table(int cell) {
    return ledger.tables().get(ledger.tableOf(cell));
  }

  private String place(int cell) {
    Table table = table(cell);
    String title = table.title() == null ? table.id() : table.title();
    return "「" + title + "」第" + ledger.cell(cell).page() + "页" + placeInRow(cell);
  }

  private String placeInRow(int cell) {
    CellRef ref = ledger.ref(cell);
    Keys keys = table(cell).rows().get(ref.row()).keys();
    String code = keys.code() == null ? "" : keys.code() + " ";
    String label = keys.label() == null ? "" : keys.label().strip();
    String row = (code + label).strip();
    String column = String.join("/", table(cell).columns().get(ref.column()).header());
    return (row.isEmpty() ? "" : "「" + row + "」") + (column.isEmpty() ? "" : "「" + column + "」");
  }

  private String printedZh(int cell) {
    return ledger.isBlank(cell) ? "为空" : "为 " + money(cell, values[cell]);
  }

  private String printedEn(int cell) {
    return ledger.isBlank(cell) ? "is blank" : "is " + money(cell, values[cell]);
  }

  /** An amount in the unit of a cell's table. */
  private String money(int cell, long fen) {
    Table table = table(cell);
    Integer factor = table.unitFactor();
    BigDecimal value = AmountIndex.yuan(fen);
    BigDecimal inUnit =
        factor == null || factor == 1 ? value : value.divide(BigDecimal.valueOf(factor));
    BigDecimal plain = inUnit.stripTrailingZeros();
    int scale = Math.max(plain.scale(), factor != null && factor > 1 ? 2 : 0);
    return plain.setScale(scale).toPlainString() + " " + (table.unit() == null ? "" : table.unit());
  }
}
