package org.yusuan.model;

import java.util.Comparator;
import org.yusuan.model.table.Stage;

/**
 * A year and a stage of its budget that tables or columns of a document report. The order is by
 * year, then by stage.
 *
 * @param fiscalYear the year that the figures are for
 * @param stage the stage that they report
 */
public record FiscalPeriod(int fiscalYear, Stage stage) implements Comparable<FiscalPeriod> {

  private static final Comparator<FiscalPeriod> ORDER =
      Comparator.comparingInt(FiscalPeriod::fiscalYear).thenComparing(FiscalPeriod::stage);

  @Override
  public int compareTo(FiscalPeriod other) {
    return ORDER.compare(this, other);
  }
}
