package org.yusuan.explain;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yusuan.ReadingTrace;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.model.table.Table;
import org.yusuan.page.Page;

/**
 * Says, of one page, why its grids, layouts, columns, verdicts and claims are what they are. All of
 * it comes from what the stages returned; the grids of the page are found once more, by the same
 * stage.
 */
public final class Explainer {

  private final ReadingTrace trace;
  private final Report report;
  private final CheckExplainer checks;

  /**
   * @param trace what the stages saw
   * @param out where the explanation goes
   * @param speaker the language
   * @param all whether to list every identity and not the first few
   */
  public Explainer(ReadingTrace trace, PrintWriter out, LocalizedMessages speaker, boolean all) {
    this.trace = trace;
    this.report = new Report(out, speaker);
    this.checks = new CheckExplainer(report, trace.disclosure(), trace.check(), all);
  }

  /** Explains a page and the given tables. */
  public void explain(Page page, List<Table> tables) {
    new GridExplainer(report).explain(page);
    for (Table table : tables) {
      report.line(
          0,
          "explain-table",
          Map.of(
              "id", table.id(),
              "kind", table.kind(),
              "title", table.title() == null ? "" : table.title(),
              "pages",
                  table.pages().stream().map(String::valueOf).collect(Collectors.joining(", ")),
              "rows", table.rows().size(),
              "unit", table.unit() == null ? "?" : table.unit()));
      int index = trace.disclosure().tables().indexOf(table);
      new MappingExplainer(report).explain(table, trace.mappings().get(index));
      checks.explain(table);
    }
    new ClaimExplainer(report, trace.disclosure())
        .explain(
            trace.claims().stream().filter(one -> one.claim().page() == page.number()).toList());
  }
}
