package org.yusuan.compare.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Period;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.LineChange;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.Overview;
import org.yusuan.export.Fact;
import org.yusuan.export.JsonTerm;

/** Many organizations side by side as a page for a browser, a table, or JSON. */
public final class OverviewFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final Overview overview;
  private final Map<Overview.Member, String> pages;

  /**
   * A writer.
   *
   * @param pages for each organization the name of its own page beside this one; may be empty
   */
  public OverviewFile(Overview overview, Map<Overview.Member, String> pages) {
    this.overview = overview;
    // By identity, as an organization is large to compare: it holds all its lines.
    this.pages = new IdentityHashMap<>(pages);
  }

  /** The overview in a form. */
  public byte[] write(ComparisonFile form) throws IOException {
    return switch (form) {
      case HTML ->
          PageTemplate.fill(
                  "overview.html",
                  Map.of(
                      "style", PageTemplate.resource("report.css"),
                      "script", PageTemplate.resource("overview.js"),
                      "data", PageTemplate.escaped(tree().toString())))
              .getBytes(StandardCharsets.UTF_8);
      case CSV -> ("\uFEFF" + table().csv()).getBytes(StandardCharsets.UTF_8);
      case JSON ->
          (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n")
              .getBytes(StandardCharsets.UTF_8);
      case XLSX -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(bytes, "Yusuan", null);
        table().sheet(workbook, "各单位 Organizations", "各单位对比 Organizations side by side");
        workbook.finish();
        yield bytes.toByteArray();
      }
    };
  }

  private ObjectNode tree() throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("unit", "元");
    ArrayNode periods = root.putArray("periods");
    for (Period period : overview.periods()) {
      ObjectNode node = periods.addObject();
      node.put("id", period.id()).put("zh", period.wording().zh()).put("en", period.wording().en());
      ArrayNode rows = node.putArray("ranking");
      overview.ranking(period).forEach(standing -> rows.add(standing(standing)));
    }
    return root;
  }

  private ObjectNode standing(Overview.OrganizationRank one) {
    ObjectNode node = JSON.createObjectNode();
    Overview.Member member = one.member();
    node.put("organization", member.organization());
    node.put("region", member.region());
    node.put("level", member.comparison().level());
    node.put("page", pages.get(member));
    node.put("file", one.column().document().file());
    node.put("document", one.column().document().sha256());
    node.put("rank", one.rank());
    node.put("share", one.share());
    node.set("revenue", entry(one.revenue()));
    node.set("expenditure", entry(one.expenditure()));
    LineChange change = one.change();
    if (change != null) {
      node.putObject("change")
          .put("from", change.from().id())
          .put("kind", JsonTerm.of(change.kind()))
          .put("amount", change.amount())
          .put("percent", change.percent());
    }
    ObjectNode three = node.putObject("threePublic");
    for (ComparedLine line : one.threePublic()) {
      three.set(line.key(), entry(line.entries().get(one.index())));
    }
    Comparison.PeriodColumn column = one.column();
    node.put("verified", column.verified());
    node.put("unverified", column.unverified());
    node.put("disputed", column.disputed());
    node.put("contradictions", contradictions(one));
    return node;
  }

  private static long contradictions(Overview.OrganizationRank one) {
    return one.member().comparison().contradictions().stream()
        .filter(other -> other.document().equals(one.column().document().sha256()))
        .count();
  }

  private static ObjectNode entry(StatedLine entry) {
    ObjectNode node = JSON.createObjectNode().put("state", JsonTerm.of(entry.state()));
    Fact fact = entry.fact();
    if (fact != null) {
      node.put("amount", fact.amount())
          .put("status", fact.evidence().status())
          .put("page", fact.evidence().page())
          .put("text", fact.text());
    }
    return node;
  }

  /** A row for each organization and period. */
  ComparisonTable table() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "period",
                "rank",
                "organization",
                "region",
                "level",
                "revenue",
                "expenditure",
                "status",
                "share %",
                "change",
                "change %"));
    Map<String, String> lines = new LinkedHashMap<>();
    for (Overview.Member member : overview.members()) {
      for (ComparedLine line : member.comparison().threePublic().lines()) {
        lines.putIfAbsent(line.key(), line.name());
      }
    }
    header.addAll(lines.values());
    header.addAll(List.of("verified", "unverified", "disputed", "contradictions", "file"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Period period : overview.periods()) {
      for (Overview.OrganizationRank one : overview.ranking(period)) {
        rows.add(row(one, period, lines));
      }
    }
    return new ComparisonTable(header, rows);
  }

  private static List<@Nullable Object> row(
      Overview.OrganizationRank one, Period period, Map<String, String> lines) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(period.wording().zh());
    row.add(one.rank());
    row.add(one.member().organization());
    row.add(one.member().region());
    row.add(one.member().comparison().level());
    row.add(one.revenue().amount());
    row.add(one.expenditure().amount());
    Fact fact = one.expenditure().fact();
    row.add(fact == null ? JsonTerm.of(one.expenditure().state()) : fact.evidence().status());
    row.add(one.share());
    row.add(one.change() == null ? null : one.change().amount());
    row.add(one.change() == null ? null : one.change().percent());
    for (String key : lines.keySet()) {
      row.add(
          one.threePublic().stream()
              .filter(line -> line.key().equals(key))
              .findFirst()
              .map(line -> line.entries().get(one.index()).amount())
              .orElse(null));
    }
    row.add(one.column().verified());
    row.add(one.column().unverified());
    row.add(one.column().disputed());
    row.add((int) contradictions(one));
    row.add(one.column().document().file());
    return row;
  }
}
