package org.yusuan.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Dimensions;

/**
 * One published amount with everything that says what it is, where it stands and how far it can be
 * trusted: one row of the long form.
 *
 * @param document whose disclosure
 * @param table which table of it
 * @param line which row of the table
 * @param meaning what the column means
 * @param amount the amount in 元, exact
 * @param text the amount as published
 * @param unit the unit as published; null if none was stated
 * @param evidence where the amount stands and what confirms it
 */
public record Fact(
    Document document,
    TableKey table,
    Line line,
    ColumnMeaning meaning,
    BigDecimal amount,
    String text,
    @Nullable String unit,
    Provenance evidence) {

  /** This fact as one that nothing but a file vouches for. */
  public Fact trusted() {
    Provenance believed =
        new Provenance(
            evidence.page,
            evidence.bbox,
            evidence.origin,
            evidence.confidence,
            evidence.status,
            evidence.correction,
            "file",
            evidence.person);
    return new Fact(document, table, line, meaning, amount, text, unit, believed);
  }

  /**
   * Whose disclosure, and for when. A part is null if the document does not state it.
   *
   * @param sha256 hash of the file, lower-case hexadecimal
   * @param file name of the file
   * @param organization department or unit
   * @param region province, city or county
   * @param level {@code department} or {@code unit}
   * @param fiscalYear the year that the disclosure is for
   * @param stage {@code budget} or {@code final-accounts}
   */
  public record Document(
      String sha256,
      String file,
      @Nullable String organization,
      @Nullable String region,
      @Nullable String level,
      @Nullable Integer fiscalYear,
      @Nullable String stage) {}

  /**
   * A table of a disclosure.
   *
   * @param id its id in the disclosure
   * @param kind which standard table it is
   * @param title its title as published; null if it has none
   * @param dimensions what the whole table is about
   */
  public record TableKey(String id, String kind, @Nullable String title, Dimensions dimensions) {}

  /**
   * What the row is about. Keys that the table does not print are null.
   *
   * @param row index of the row in the table
   * @param list which of the lists that stand side by side, from 0
   * @param kind {@code item}, {@code subtotal} or {@code total}
   * @param level depth in the list, 1 for the top; 0 for a total
   * @param functionalCode full code, 3, 5 or 7 digits; where none is printed, that of its name
   * @param functionalName its name in the classification, or as published where that has none
   * @param economicCode full code, 3, 5 or 7 digits; where none is printed, that of its name
   * @param economicName its name in the classification, or as published where that has none
   * @param item the label as published
   * @param itemPath labels of the rows above it in the hierarchy and its own, parted by {@code >}
   * @param project name of the project
   * @param unitCode code of the budget unit
   * @param unitName name of the budget unit
   * @param governmentCode code of the governments' own economic classification beside another code
   * @param region name of the region, in a table by regions
   */
  public record Line(
      int row,
      int list,
      String kind,
      int level,
      @Nullable String functionalCode,
      @Nullable String functionalName,
      @Nullable String economicCode,
      @Nullable String economicName,
      @Nullable String item,
      @Nullable String itemPath,
      @Nullable String project,
      @Nullable String unitCode,
      @Nullable String unitName,
      @Nullable String governmentCode,
      @Nullable String region) {}

  /**
   * What the column means.
   *
   * @param column index of the column in the table
   * @param measure a term of the measures; null if unknown
   * @param header texts of the header from the top down, parted by {@code >}
   * @param year the year that the amount is for: the column's own, the table's, or the document's;
   *     null if none states one
   * @param basis {@code budget}, {@code adjusted}, {@code execution} or {@code final-accounts}:
   *     what the amount is, which in a final account may be the budget; null if unknown
   * @param direction {@code revenue} or {@code expenditure}; null if unknown
   * @param funding where the money comes from; null if the column does not say
   */
  public record ColumnMeaning(
      int column,
      @Nullable String measure,
      String header,
      @Nullable Integer year,
      @Nullable String basis,
      @Nullable String direction,
      @Nullable String funding) {}

  /**
   * Where the amount stands and what confirms it.
   *
   * @param page the page, from 1
   * @param bbox the cell's rectangle in points, origin top left
   * @param origin {@code text} or {@code ocr}
   * @param confidence of the recognizer, 0 to 1; null for a text layer
   * @param status {@code verified}, {@code unverified} or {@code disputed}
   * @param correction what was read first, if the text is a correction; null otherwise
   * @param vouchedBy who stands for the amount: {@code arithmetic} if the document's own sums do,
   *     {@code person} if only somebody who looked at the page does, {@code text_layer} if only the
   *     file's characters do, {@code recognition} if only a reading of its picture does, {@code
   *     file} if a JSON file was believed unchecked
   * @param person who looked at the page and said what stands there; null if nobody did
   */
  public record Provenance(
      int page,
      Box bbox,
      String origin,
      @Nullable Double confidence,
      String status,
      @Nullable String correction,
      String vouchedBy,
      @Nullable String person) {}
}
