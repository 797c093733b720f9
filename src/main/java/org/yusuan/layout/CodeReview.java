package org.yusuan.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.Classification;
import org.yusuan.model.Blame;
import org.yusuan.model.CellRef;
import org.yusuan.model.Finding;
import org.yusuan.model.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Holds the codes and names of rows against the classification: adds the standard name, and reports
 * codes that it does not list and names that differ. Nothing published is changed.
 */
public final class CodeReview {

  private final Classification classification;

  /** A review by the given classification. */
  public CodeReview(Classification classification) {
    this.classification = classification;
  }

  /**
   * Tables with standard names, and what stands out.
   *
   * @param tables the tables
   * @param findings unknown codes and differing names
   */
  public record Reviewed(List<Table> tables, List<Finding> findings) {}

  /**
   * Reviews the tables of one document.
   *
   * @param year the fiscal year; null if unknown: then any year's name will do
   */
  public Reviewed review(List<Table> tables, @Nullable Integer year) {
    List<Table> reviewed = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Table table : tables) {
      List<Row> rows = new ArrayList<>();
      for (Row row : table.rows()) {
        String code = row.keys().code();
        rows.add(code == null ? row : withStandardName(row, standardName(code, year)));
        if (code != null) {
          Finding finding = finding(table, rows.size() - 1, row, code);
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
      reviewed.add(table.withRows(rows));
    }
    return new Reviewed(reviewed, findings);
  }

  private @Nullable String standardName(String code, @Nullable Integer year) {
    List<Classification.Entry> entries = classification.entries(code);
    Classification.Entry inForce = year == null ? null : classification.lookup(code, year);
    if (inForce != null) {
      return inForce.name();
    }
    return entries.isEmpty() ? null : entries.get(entries.size() - 1).name();
  }

  private static Row withStandardName(Row row, @Nullable String name) {
    return row.withKeys(row.keys().withStandardName(name));
  }

  private @Nullable Finding finding(Table table, int index, Row row, String code) {
    String label = row.keys().label();
    String name = label == null ? "" : label;
    Cell first = row.cells().get(0);
    Blame blame = first.origin() == Origin.OCR ? Blame.UNKNOWN : Blame.DOCUMENT;
    String where = table.title() == null ? table.id() : table.title();
    CellRef cell = new CellRef(table.id(), index, first.column());
    if (!classification.knows(code)) {
      // The shipped list is complete for 类 and 款 only; an unlisted 项 is worth a look, no more.
      Severity severity = code.length() <= 5 ? Severity.WARNING : Severity.INFO;
      return new Finding(
          "unknown-code",
          severity,
          blame,
          "「" + where + "」中的科目编码 " + code + "（" + name + "）不在政府收支分类科目表中",
          "Code " + code + " (" + name + ") in " + where + " is not in the classification list",
          List.of(cell),
          null,
          null,
          null,
          first.page());
    }
    if (label == null || classification.isNameOf(code, label)) {
      return null;
    }
    List<String> names = classification.names(code);
    String standard = names.get(names.size() - 1);
    return new Finding(
        "name-differs",
        Severity.INFO,
        blame,
        "「" + where + "」中科目 " + code + " 写作「" + name + "」，政府收支分类科目为「" + standard + "」",
        "Code "
            + code
            + " in "
            + where
            + " is called "
            + name
            + "; the classification calls it "
            + standard,
        List.of(cell),
        null,
        null,
        null,
        first.page());
  }
}
