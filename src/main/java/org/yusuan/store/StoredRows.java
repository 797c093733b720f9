package org.yusuan.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;
import org.yusuan.export.FactField;
import org.yusuan.export.Facts;
import org.yusuan.export.JsonTerm;
import org.yusuan.io.Sha256;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.FindingReview;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

/**
 * The rows that a disclosure has in the tables of the database, their values in the order of the
 * columns: String, Integer, Double, Boolean or BigDecimal with the column's scale. A database is
 * not needed for them. Immutable; threads may share it.
 */
public final class StoredRows {

  /**
   * Goes up when more is kept of a document, so that loading the same document again replaces what
   * is kept.
   */
  private static final byte CONTENT_VERSION = 3;

  private final Facts facts = new Facts();
  private final ObjectMapper json = new ObjectMapper();

  /** Makes rows. */
  public StoredRows() {}

  /**
   * The rows, by the names of the tables.
   *
   * @param trusted whether the disclosure comes from a file that was not checked: then nothing but
   *     that file vouches for its facts
   */
  public Map<String, List<@Nullable Object[]>> of(Disclosure disclosure, boolean trusted) {
    String document = disclosure.source().sha256();
    Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
    rows.put("documents", List.<@Nullable Object[]>of(document(disclosure, trusted)));
    rows.put("tables", disclosure.tables().stream().map(table -> table(document, table)).toList());
    rows.put("facts", facts(disclosure, trusted));
    rows.put("lines", facts.linesOf(disclosure).stream().map(LineTable::row).toList());
    List<@Nullable Object[]> findings = new ArrayList<>();
    List<@Nullable Object[]> cells = new ArrayList<>();
    for (Finding finding : disclosure.findings()) {
      for (CellRef cell : finding.cells()) {
        cells.add(row(document, findings.size(), cell.table(), cell.row(), cell.column()));
      }
      findings.add(finding(document, findings.size(), finding));
    }
    rows.put("findings", findings);
    rows.put("finding_cells", cells);
    List<@Nullable Object[]> claims = new ArrayList<>();
    for (Claim claim : disclosure.claims()) {
      claims.add(claim(document, claims.size(), claim));
    }
    rows.put("claims", claims);
    return rows;
  }

  /** A word that changes with what is stored of a disclosure. */
  String content(Disclosure disclosure, boolean trusted) {
    try {
      return Sha256.of(new byte[] {CONTENT_VERSION}, json.writeValueAsBytes(disclosure))
          + (trusted ? " trusted" : "");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object[] document(Disclosure disclosure, boolean trusted) {
    Fact.Document document = Facts.document(disclosure);
    Quality quality = disclosure.quality();
    return row(
        document.sha256(),
        document.file(),
        document.organization(),
        document.region(),
        document.level(),
        document.fiscalYear(),
        document.stage(),
        disclosure.source().pageCount(),
        disclosure.source().producer(),
        quality.amounts(),
        quality.verified(),
        quality.unverified(),
        quality.disputed(),
        quality.corrected(),
        quality.coverage(),
        content(disclosure, trusted));
  }

  private static @Nullable Object[] table(String document, Table table) {
    Dimensions about = table.dimensions();
    Stage stage = about.stage();
    return row(
        document,
        table.id(),
        table.kind(),
        table.layout(),
        table.title(),
        table.attachment(),
        table.unit(),
        table.unitFactor(),
        table.pages().isEmpty() ? null : table.pages().get(0),
        table.pages().isEmpty() ? null : table.pages().get(table.pages().size() - 1),
        table.columns().size(),
        table.rows().size(),
        table.declaredEmpty(),
        table.note(),
        about.budget(),
        about.side(),
        about.scope(),
        stage == null ? null : JsonTerm.of(stage),
        about.fiscalYear(),
        about.classification());
  }

  private List<@Nullable Object[]> facts(Disclosure disclosure, boolean trusted) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    FactField[] fields = FactField.values();
    for (Fact each : facts.of(disclosure)) {
      Fact fact = trusted ? each.trusted() : each;
      @Nullable Object[] row = new @Nullable Object[fields.length];
      for (int i = 0; i < fields.length; i++) {
        Object value = fields[i].of(fact);
        row[i] = value instanceof BigDecimal amount ? money(amount) : value;
      }
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Object[] finding(String document, int number, Finding finding) {
    FindingReview review = finding.review();
    return row(
        document,
        number,
        finding.rule(),
        JsonTerm.of(finding.severity()),
        JsonTerm.of(finding.blame()),
        finding.messageZh(),
        finding.messageEn(),
        money(finding.expected()),
        money(finding.actual()),
        money(finding.difference()),
        finding.page(),
        review == null ? null : JsonTerm.of(review.verdict()),
        review == null ? null : review.who(),
        review == null ? null : review.why());
  }

  private static @Nullable Object[] claim(String document, int number, Claim claim) {
    CellRef cell = claim.refersTo().isEmpty() ? null : claim.refersTo().get(0);
    return row(
        document,
        number,
        claim.page(),
        claim.text(),
        claim.printed(),
        claim.unit(),
        money(claim.amount()),
        claim.agrees(),
        cell == null ? null : cell.table(),
        cell == null ? null : cell.row(),
        cell == null ? null : cell.column(),
        claim.note());
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private static @Nullable BigDecimal money(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.setScale(FactField.AMOUNT_SCALE, RoundingMode.HALF_EVEN);
  }
}
