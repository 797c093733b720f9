package org.yusuan.correction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.Sha256;
import org.yusuan.model.table.Box;

/**
 * One thing that a person says of one document: what was read at a place, and what stands there.
 *
 * @param id name of the entry: the first 16 hexadecimal digits of the SHA-256 of its other parts,
 *     so that the same entry added twice is one
 * @param document SHA-256 of the document's file, lower-case hexadecimal
 * @param kind what is corrected
 * @param page the page, from 1; null for what concerns the whole document
 * @param bbox the rectangle on that page, in points from the top left of the page as displayed: of
 *     the cell, or of the table's part on that page; null for what concerns the whole document
 * @param target of a column, its header path joined by {@code /}; of a finding, its rule and its
 *     amounts; of an undo, the id of the entry that is undone; null otherwise
 * @param read what was read there; empty if nothing was
 * @param is what stands there. Equal to {@code read} if the person confirms the reading
 * @param who who says so
 * @param when the time, as ISO 8601 with its zone
 * @param why a reason; null if none was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CorrectionEntry(
    String id,
    String document,
    Kind kind,
    @Nullable Integer page,
    @Nullable Box bbox,
    @Nullable String target,
    String read,
    String is,
    String who,
    String when,
    @Nullable String why) {

  /** What an entry corrects. */
  public enum Kind {
    /** The text of a cell; its amount follows from it. A cell moved is two entries. */
    @JsonProperty("cell")
    CELL,
    /** The title of a table. */
    @JsonProperty("title")
    TITLE,
    /** The unit of a table's amounts, as 万元. */
    @JsonProperty("unit")
    UNIT,
    /** Which standard table a table is. */
    @JsonProperty("table-kind")
    TABLE_KIND,
    /** Where a table is and how it is divided, as {@link DrawnTable} writes it. */
    @JsonProperty("table-area")
    TABLE_AREA,
    /** What a column holds: a role, or a role and a measure as {@code amount:budget_amount}. */
    @JsonProperty("column")
    COLUMN,
    /** What the row of a cell stands for: {@code item}, {@code subtotal} or {@code total}. */
    @JsonProperty("row")
    ROW,
    /** The organization whose disclosure it is. */
    @JsonProperty("organization")
    ORGANIZATION,
    /** The year that the figures are for. */
    @JsonProperty("fiscal-year")
    FISCAL_YEAR,
    /** The stage of the budget cycle, as {@code budget}. */
    @JsonProperty("stage")
    STAGE,
    /** Whether a finding holds: {@code accepted} or, with a reason, {@code dismissed}. */
    @JsonProperty("finding")
    FINDING,
    /** An earlier entry is taken back. */
    @JsonProperty("undo")
    UNDO
  }

  /** An entry with the id that its parts give. */
  public static CorrectionEntry of(
      String document,
      Kind kind,
      @Nullable Integer page,
      @Nullable Box bbox,
      @Nullable String target,
      String read,
      String is,
      String who,
      String when,
      @Nullable String why) {
    String id = id(document, kind, page, bbox, target, read, is, who, when, why);
    return new CorrectionEntry(id, document, kind, page, bbox, target, read, is, who, when, why);
  }

  /** The entry that takes another back. */
  public static CorrectionEntry undo(
      CorrectionEntry entry, String who, String when, @Nullable String why) {
    return of(
        entry.document, Kind.UNDO, null, null, entry.id, entry.is, entry.read, who, when, why);
  }

  /**
   * Whether the id is the one that the other parts give: an entry that was edited by hand is not.
   */
  @JsonIgnore
  public boolean isWhole() {
    return id.equals(id(document, kind, page, bbox, target, read, is, who, when, why));
  }

  private static String id(
      Object document,
      Kind kind,
      @Nullable Integer page,
      @Nullable Box bbox,
      @Nullable String target,
      String read,
      String is,
      String who,
      String when,
      @Nullable String why) {
    StringBuilder parts = new StringBuilder();
    for (Object part :
        new @Nullable Object[] {
          document, kind, page, bbox == null ? null : box(bbox), target, read, is, who, when, why
        }) {
      String text = Objects.toString(part, "");
      parts.append(text.length()).append(':').append(text);
    }
    return Sha256.of(parts.toString()).substring(0, 16);
  }

  private static String box(Box bbox) {
    StringBuilder edges = new StringBuilder();
    for (double edge : bbox.edges()) {
      edges.append(edge).append(' ');
    }
    return edges.toString();
  }
}
