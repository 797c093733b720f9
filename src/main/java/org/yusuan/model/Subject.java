package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subject(
    @Nullable Stated<String> organization,
    @Nullable Stated<String> region,
    @Nullable Stated<Level> level,
    @Nullable Stated<Integer> fiscalYear,
    @Nullable Stated<Stage> stage) {

  /** This subject of another organization. */
  public Subject withOrganization(Stated<String> newOrganization) {
    return new Subject(newOrganization, region, level, fiscalYear, stage);
  }

  /** This subject for another year. */
  public Subject withFiscalYear(Stated<Integer> newYear) {
    return new Subject(organization, region, level, newYear, stage);
  }

  /** This subject at another stage. */
  public Subject withStage(Stated<Stage> newStage) {
    return new Subject(organization, region, level, fiscalYear, newStage);
  }
}
