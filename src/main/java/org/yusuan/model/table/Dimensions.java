package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a whole table is about, by its title, header and rows. A part is null if they do not tell.
 *
 * @param budget which budget, as {@code general_public_budget}
 * @param side what of it is shown, as {@code revenue} or {@code debt_balance}
 * @param scope {@code whole_area}, {@code own_level} or {@code lower_levels} of a government
 * @param stage the stage that the table reports
 * @param fiscalYear the year that its title names; null if that names none or several
 * @param classification what tells its rows or columns apart, as {@code functional} or {@code
 *     region}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dimensions(
    @Nullable String budget,
    @Nullable String side,
    @Nullable String scope,
    @Nullable Stage stage,
    @Nullable Integer fiscalYear,
    @Nullable String classification) {

  /** The dimensions of a table of which nothing is known. */
  public static final Dimensions NONE = new Dimensions(null, null, null, null, null, null);
}
