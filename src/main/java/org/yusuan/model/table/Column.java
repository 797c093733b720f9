package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One leaf column of a table.
 *
 * @param header the texts of the header cells above it, from the top down
 * @param role what its cells hold
 * @param measure what its amounts mean, as a term of {@code models/layouts/terms.yaml}; null if the
 *     column holds no numbers or its meaning is unknown
 * @param year the fiscal year that the header names for this column; null if it names none
 * @param stage whether the header says that the column holds budgeted or final amounts; null if it
 *     says neither
 * @param memo true if its header says that its amounts are a part of another column's, or that
 *     column without something; null if not
 * @param list which of the lists that stand side by side it belongs to, from 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Column(
    List<String> header,
    ColumnRole role,
    @Nullable String measure,
    @Nullable Integer year,
    @Nullable Stage stage,
    @Nullable Boolean memo,
    int list) {
  public Column {
    header = List.copyOf(header);
  }

  /** A column that may be an addend. */
  public Column(
      List<String> header,
      ColumnRole role,
      @Nullable String measure,
      @Nullable Integer year,
      @Nullable Stage stage,
      int list) {
    this(header, role, measure, year, stage, null, list);
  }

  /** This column with another role and measure. */
  public Column withMeaning(ColumnRole newRole, @Nullable String newMeasure) {
    return new Column(header, newRole, newMeasure, year, stage, memo, list);
  }

  /** This column in another list. */
  public Column withList(int newList) {
    return new Column(header, role, measure, year, stage, memo, newList);
  }
}
