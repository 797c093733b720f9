package org.yusuan.explain;

import java.util.Map;
import org.yusuan.layout.column.MappingTrace;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Table;

/** Says why a table has its layout, and its columns their meanings. */
final class MappingExplainer {

  private final Report report;

  MappingExplainer(Report report) {
    this.report = report;
  }

  void explain(Table table, MappingTrace trace) {
    report.line(
        1,
        "explain-layout",
        Map.of("layout", table.layout() == null ? Table.UNKNOWN : table.layout()));
    report.line(2, "explain-decided-" + Report.word(trace.decision()), Map.of());
    report.line(
        2, trace.candidates().isEmpty() ? "explain-no-candidates" : "explain-candidates", Map.of());
    for (MappingTrace.Candidate candidate : trace.candidates()) {
      report.line(
          3,
          "explain-candidate",
          Map.of(
              "mark", candidate.layout().equals(table.layout()) ? "→" : " ",
              "title", candidate.title(),
              "header", candidate.header(),
              "score", candidate.score(),
              "layout", candidate.layout(),
              "kind", candidate.kind(),
              "possible",
                  candidate.possible() ? "" : report.say("explain-not-good-enough", Map.of())));
    }
    report.line(1, "explain-columns", Map.of());
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      MappingTrace.ColumnReason reason = trace.columns().get(c);
      report.line(
          2,
          "explain-column",
          Map.of(
              "number", c + 1,
              "header", String.join("/", column.header()),
              "term", reason.term(),
              "role", Report.word(column.role()),
              "why",
                  report.say(
                      "explain-told-" + Report.word(reason.source()),
                      Map.of("evidence", reason.evidence()))));
    }
  }
}
