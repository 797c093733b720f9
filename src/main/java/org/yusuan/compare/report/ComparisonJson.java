package org.yusuan.compare.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.LineChange;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.View;
import org.yusuan.export.Fact;
import org.yusuan.export.JsonTerm;
import org.yusuan.knowledge.message.Wording;

/** A comparison as JSON. Amounts are numbers in 元, exact as written. Threads may share it. */
public final class ComparisonJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ComparisonJson() {}

  /** The comparison as text. */
  public static String text(Comparison comparison) {
    try {
      return JSON.writeValueAsString(tree(comparison)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The comparison as a tree. */
  static ObjectNode tree(Comparison comparison) {
    ObjectNode root = JSON.createObjectNode();
    comparison.organizations().forEach(root.putArray("organizations")::add);
    root.put("level", comparison.level());
    root.put("by", comparison.lines().series().id());
    root.put("unit", "元");
    ArrayNode periods = root.putArray("periods");
    for (Comparison.PeriodColumn column : comparison.columns()) {
      ObjectNode node = periods.addObject();
      node.put("id", column.period().id());
      node.put("year", column.period().year());
      node.put("stage", column.period().stage());
      node.put("zh", column.period().wording().zh());
      node.put("en", column.period().wording().en());
      node.put("organization", column.document().organization());
      node.put("file", column.document().file());
      node.put("document", column.document().sha256());
      node.put("verified", column.verified());
      node.put("unverified", column.unverified());
      node.put("disputed", column.disputed());
      node.put(
          "contradictions",
          comparison.contradictions().stream()
              .filter(one -> one.document().equals(column.document().sha256()))
              .count());
    }
    root.set("totals", view(comparison.totals(), comparison.columns()));
    root.set("functions", view(comparison.functions(), comparison.columns()));
    root.set("threePublic", view(comparison.threePublic(), comparison.columns()));
    root.set("debts", view(comparison.debts(), comparison.columns()));
    root.set("comparison", view(comparison.lines(), comparison.columns()));
    root.set("notes", notes(comparison.allNotes()));
    ArrayNode contradictions = root.putArray("contradictions");
    for (Holdings.Contradiction contradiction : comparison.contradictions()) {
      ObjectNode node = contradictions.addObject();
      node.put("document", contradiction.document());
      node.put("page", contradiction.page());
      node.put("zh", contradiction.message().zh());
      node.put("en", contradiction.message().en());
      ArrayNode places = node.putArray("places");
      for (Holdings.AmountPlace place : contradiction.places()) {
        ArrayNode box = places.addObject().put("page", place.page()).putArray("bbox");
        for (double edge : place.bbox().edges()) {
          box.add(edge);
        }
      }
    }
    return root;
  }

  private static ObjectNode view(View view, List<Comparison.PeriodColumn> columns) {
    ObjectNode node = JSON.createObjectNode();
    node.put("series", view.series().id());
    node.put("zh", view.series().zh());
    node.put("en", view.series().en());
    ObjectNode tables = node.putObject("tables");
    for (int i = 0; i < columns.size(); i++) {
      Fact.TableKey table = view.tables().get(i);
      if (table != null) {
        tables
            .putObject(columns.get(i).period().id())
            .put("id", table.id())
            .put("kind", table.kind())
            .put("title", table.title());
      }
    }
    ArrayNode lines = node.putArray("lines");
    for (ComparedLine line : view.lines()) {
      lines.add(line(line, columns));
    }
    node.set("notes", notes(view.notes()));
    return node;
  }

  private static ObjectNode line(ComparedLine line, List<Comparison.PeriodColumn> columns) {
    ObjectNode node = JSON.createObjectNode();
    node.put("key", line.key());
    node.put("code", line.code());
    node.put("name", line.name());
    node.put("english", line.english());
    node.put("total", line.total());
    node.put("level", line.level());
    node.put("direction", line.direction());
    ObjectNode entries = node.putObject("entries");
    for (int i = 0; i < columns.size(); i++) {
      entries.set(columns.get(i).period().id(), entry(line.entries().get(i)));
    }
    ArrayNode changes = node.putArray("changes");
    for (LineChange change : line.changes()) {
      ObjectNode one = changes.addObject();
      one.put("from", change.from().id());
      one.put("to", change.to().id());
      one.put("kind", JsonTerm.of(change.kind()));
      one.put("amount", change.amount());
      one.put(change.isExecution() ? "execution" : "percent", change.percent());
      one.set("notes", notes(change.notes()));
    }
    node.set("notes", notes(line.notes()));
    return node;
  }

  private static ObjectNode entry(StatedLine entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("state", JsonTerm.of(entry.state()));
    if (entry.line() != null) {
      node.put("label", entry.line().line().item());
      node.put("page", entry.line().page());
      String code = entry.line().line().functionalCode();
      node.put("code", code == null ? entry.line().line().economicCode() : code);
    }
    Fact fact = entry.fact();
    if (fact != null) {
      node.put("amount", fact.amount());
      node.put("text", fact.text());
      node.put("unit", fact.unit());
      node.put("status", fact.evidence().status());
      node.put("page", fact.evidence().page());
      node.put("table", Objects.requireNonNullElse(fact.table().title(), fact.table().kind()));
      node.put("header", fact.meaning().header());
      node.put("corrected", fact.evidence().correction());
      ArrayNode box = node.putArray("bbox");
      for (double edge : fact.evidence().bbox().edges()) {
        box.add(edge);
      }
    }
    return node;
  }

  private static ArrayNode notes(List<Wording> notes) {
    ArrayNode node = JSON.createArrayNode();
    notes.forEach(note -> node.addObject().put("zh", note.zh()).put("en", note.en()));
    return node;
  }
}
