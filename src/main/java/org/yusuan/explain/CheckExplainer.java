package org.yusuan.explain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yusuan.check.CheckTrace;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.knowledge.evidence.Evidence;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/** Says why the amounts of a table have their verdicts. Amounts are in 元. */
final class CheckExplainer {

  /**
   * At most this many equations of a family, and amounts without a verdict, are shown unless all
   * are. A guess.
   */
  private static final int MAX_SHOWN = 8;

  /** At most this many members of an equation are shown. A guess. */
  private static final int MAX_MEMBERS_SHOWN = 8;

  private final Report report;
  private final Disclosure disclosure;
  private final CheckTrace trace;
  private final boolean all;
  private final CellPlaces places;

  /**
   * @param all whether to list every equation and not the first few of each family
   */
  CheckExplainer(Report report, Disclosure disclosure, CheckTrace trace, boolean all) {
    this.report = report;
    this.disclosure = disclosure;
    this.trace = trace;
    this.all = all;
    this.places = new CellPlaces(disclosure);
  }

  void explain(Table table) {
    Map<CellRef, Integer> identities = new HashMap<>();
    verdict(table);
    boolean any = false;
    for (CheckTrace.Group group : trace.groups()) {
      List<CheckTrace.Equation> own =
          group.equations().stream().filter(equation -> touches(equation, table)).toList();
      for (CheckTrace.Equation equation : own) {
        equation.members().forEach(member -> identities.merge(member.cell(), 1, Integer::sum));
      }
      if (!own.isEmpty()) {
        any = true;
        explain(group, own, table);
      }
    }
    if (!any) {
      report.line(2, "explain-no-identities", Map.of());
    }
    for (CheckTrace.Explanation explanation : trace.explanations()) {
      if (explanation.tables().contains(table.id())) {
        explain(explanation, table);
      }
    }
    unverified(table, identities);
    findings(table);
  }

  private void verdict(Table table) {
    Map<Status, Long> counts =
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .map(Cell::status)
            .filter(status -> status != null)
            .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    report.line(
        1,
        "explain-verdict",
        Map.of(
            "amounts", counts.values().stream().mapToLong(Long::longValue).sum(),
            "verified", counts.getOrDefault(Status.VERIFIED, 0L),
            "unverified", counts.getOrDefault(Status.UNVERIFIED, 0L),
            "disputed", counts.getOrDefault(Status.DISPUTED, 0L)));
  }

  private static boolean touches(CheckTrace.Equation equation, Table table) {
    return equation.members().stream().anyMatch(m -> m.cell().table().equals(table.id()));
  }

  private void explain(CheckTrace.Group group, List<CheckTrace.Equation> own, Table table) {
    report.line(
        2,
        "explain-family",
        Map.of(
            "id", group.id(),
            "says", new Wording(group.zh(), group.en()),
            "strength", report.say("explain-" + Report.word(group.strength()), Map.of()),
            "where", report.say(group.across() ? "explain-across" : "explain-inside", Map.of()),
            "holds", group.holds(),
            "fails", group.fails()));
    Map<Outcome, Long> counts =
        own.stream()
            .collect(Collectors.groupingBy(CheckTrace.Equation::outcome, Collectors.counting()));
    report.line(
        3,
        "explain-here",
        Map.of(
            "holds", counts.getOrDefault(Outcome.HOLDS, 0L),
            "rounds", counts.getOrDefault(Outcome.ROUNDS, 0L),
            "fails", counts.getOrDefault(Outcome.FAILS, 0L)));
    List<CheckTrace.Equation> listed =
        own.stream().filter(equation -> all || equation.outcome() != Outcome.HOLDS).toList();
    listed.stream()
        .limit(all ? listed.size() : MAX_SHOWN)
        .forEach(
            equation -> {
              report.text(3, Wording.of(worded(equation, table)));
              equation.evidence().forEach(this::evidence);
            });
    if (!all && listed.size() > MAX_SHOWN) {
      report.line(3, "explain-more", Map.of("count", listed.size() - MAX_SHOWN));
    }
  }

  /** Prints one piece of evidence on a failure, and which explanations it supports. */
  private void evidence(Evidence evidence) {
    report.line(
        4,
        "explain-weight",
        Map.of(
            "id",
            evidence.id(),
            "says",
            new Wording(evidence.zh(), evidence.en()),
            "supports",
            evidence.supports().stream().map(Report::word).collect(Collectors.joining(", ")),
            "weight",
            evidence.weight()));
  }

  private String worded(CheckTrace.Equation equation, Table table) {
    List<CheckTrace.Member> members = equation.members();
    StringBuilder parts = new StringBuilder();
    int shown = 0;
    int left = 0;
    for (CheckTrace.Member member : members.subList(1, members.size())) {
      if (shown == MAX_MEMBERS_SHOWN) {
        left++;
        continue;
      }
      // Parts count as negative when everything comes to zero.
      String sign = member.sign() < 0 ? " + " : " − ";
      parts.append(shown == 0 && member.sign() < 0 ? "" : sign).append(member(member, table));
      shown++;
    }
    if (left > 0) {
      parts.append(" ").append(report.say("explain-more-members", Map.of("count", left)));
    }
    String worded =
        report.say(
            "explain-equation-" + Report.word(equation.outcome()),
            Map.of(
                "total", member(members.get(0), table),
                "parts", parts,
                "residual", equation.residual(),
                "tolerance", equation.tolerance()));
    return equation.believed() ? worded : worded + report.say("explain-not-counted", Map.of());
  }

  private String member(CheckTrace.Member member, Table table) {
    return report.say(
        member.blank() ? "explain-member-blank" : "explain-member",
        Map.of("place", places.named(member.cell(), table), "amount", member.amount()));
  }

  private void explain(CheckTrace.Explanation explanation, Table table) {
    List<List<CheckTrace.Change>> ways = explanation.changes();
    String message =
        ways.isEmpty()
            ? "explain-explained-none"
            : ways.size() == 1 ? "explain-explained-one" : "explain-explained-several";
    String changes =
        ways.stream()
            .limit(1)
            .flatMap(List::stream)
            .map(
                change ->
                    report.say(
                        "explain-change",
                        Map.of(
                            "place",
                            places.named(change.cell(), table),
                            "by",
                            signed(change.by()))))
            .collect(Collectors.joining("; "));
    report.line(
        2,
        message,
        Map.of("count", explanation.identities(), "ways", ways.size(), "changes", changes));
  }

  private static String signed(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
  }

  private void unverified(Table table, Map<CellRef, Integer> identities) {
    int found = 0;
    for (int r = 0; r < table.rows().size(); r++) {
      for (Cell cell : table.rows().get(r).cells()) {
        if (cell.status() != Status.UNVERIFIED || (++found > MAX_SHOWN && !all)) {
          continue;
        }
        CellRef ref = new CellRef(table.id(), r, cell.column());
        report.line(
            2,
            "explain-unverified",
            Map.of(
                "place", places.named(ref, table),
                "amount", cell.amount() == null ? cell.text() : cell.amount(),
                "identities", identities.getOrDefault(ref, 0)));
      }
    }
    if (found > MAX_SHOWN && !all) {
      report.line(2, "explain-more", Map.of("count", found - MAX_SHOWN));
    }
  }

  private void findings(Table table) {
    List<Finding> own =
        disclosure.findings().stream()
            .filter(f -> f.cells().stream().anyMatch(cell -> cell.table().equals(table.id())))
            .toList();
    if (!own.isEmpty()) {
      report.line(1, "explain-findings", Map.of());
    }
    for (Finding finding : own) {
      report.text(
          2, new Wording(rule(finding) + finding.messageZh(), rule(finding) + finding.messageEn()));
    }
  }

  private static String rule(Finding finding) {
    return Report.word(finding.severity()) + " " + finding.rule() + ": ";
  }
}
