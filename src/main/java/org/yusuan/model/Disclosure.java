package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;

/**
 * Everything that was read from one published document.
 *
 * @param schemaVersion version of this contract, {@value #VERSION}
 * @param source the file
 * @param subject whose disclosure it is and for when
 * @param tables its tables in reading order
 * @param claims amounts in the prose
 * @param findings what a reader should know
 * @param quality how far the amounts can be trusted
 */
public record Disclosure(
    int schemaVersion,
    SourceFile source,
    @JsonProperty("disclosure") Subject subject,
    List<Table> tables,
    List<Claim> claims,
    List<Finding> findings,
    Quality quality) {

  /** The version of the data contract that this code writes. */
  public static final int VERSION = 1;

  public Disclosure {
    tables = List.copyOf(tables);
    claims = List.copyOf(claims);
    findings = List.copyOf(findings);
  }

  /** A cell; null if there is none. */
  public @Nullable Cell cell(CellRef ref) {
    for (Table table : tables) {
      if (table.id().equals(ref.table())) {
        return table.cell(ref.row(), ref.column());
      }
    }
    return null;
  }

  /** This disclosure with other tables, and the quality that they make. */
  public Disclosure withTables(List<Table> newTables) {
    return withTables(newTables, Quality.of(newTables));
  }

  /** This disclosure with other tables, and a quality that need not be counted from them. */
  public Disclosure withTables(List<Table> newTables, Quality newQuality) {
    return new Disclosure(schemaVersion, source, subject, newTables, claims, findings, newQuality);
  }

  /** This disclosure with another account of its file. */
  public Disclosure withSource(SourceFile newSource) {
    return new Disclosure(schemaVersion, newSource, subject, tables, claims, findings, quality);
  }

  /** This disclosure with other findings. */
  public Disclosure withFindings(List<Finding> newFindings) {
    return new Disclosure(schemaVersion, source, subject, tables, claims, newFindings, quality);
  }

  /** This disclosure with other claims. */
  public Disclosure withClaims(List<Claim> newClaims) {
    return new Disclosure(schemaVersion, source, subject, tables, newClaims, findings, quality);
  }

  /** This disclosure of another subject. */
  public Disclosure withSubject(Subject newSubject) {
    return new Disclosure(schemaVersion, source, newSubject, tables, claims, findings, quality);
  }
}
