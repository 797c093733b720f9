package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Stage;

/**
 * Whose disclosure it is and for when. A part is null if the document does not state it.
 *
 * @param organization the department, unit or government
 * @param region the province, city or county that the organization's name begins with
 * @param level department, unit or government
 * @param fiscalYear the year that the figures are for
 * @param stage the stage that it reports; of several the main one
 * @param periods every year and stage that its tables and columns name together; empty if none do
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Subject(
    @Nullable Stated<String> organization,
    @Nullable Stated<String> region,
    @Nullable Stated<Level> level,
    @Nullable Stated<Integer> fiscalYear,
    @Nullable Stated<Stage> stage,
    List<FiscalPeriod> periods) {

  public Subject {
    periods = periods == null ? List.of() : List.copyOf(periods);
  }

  /** This subject of another organization. */
  public Subject withOrganization(Stated<String> newOrganization) {
    return new Subject(newOrganization, region, level, fiscalYear, stage, periods);
  }

  /** This subject for another year. */
  public Subject withFiscalYear(Stated<Integer> newYear) {
    return new Subject(organization, region, level, newYear, stage, periods);
  }

  /** This subject at another stage. */
  public Subject withStage(Stated<Stage> newStage) {
    return new Subject(organization, region, level, fiscalYear, newStage, periods);
  }
}
