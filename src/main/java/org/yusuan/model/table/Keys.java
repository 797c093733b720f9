package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a row is about. Every part may be null: a row has only the keys that its table prints.
 *
 * @param label the text that names the row, as published: an item, a name, 合计
 * @param functionalCode full code of the functional classification of expenditure, 3, 5 or 7 digits
 * @param economicCode full code of the economic classification, 3 or 5 digits (7 in some regions)
 * @param governmentCode full code of the governments' own economic classification (501 to 599),
 *     where it stands beside another code
 * @param region name of the region, in a table by regions
 * @param codeByName the code that the label alone tells, where none is printed
 * @param parentCode the code one level above; null for a top-level code
 * @param standardName the classification's name of the code in the disclosure's year
 * @param unitCode code of the budget unit
 * @param unitName name of the budget unit
 * @param project name of the project
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Keys(
    @Nullable String label,
    @Nullable String functionalCode,
    @Nullable String economicCode,
    @Nullable String governmentCode,
    @Nullable String region,
    @Nullable String codeByName,
    @Nullable String parentCode,
    @Nullable String standardName,
    @Nullable String unitCode,
    @Nullable String unitName,
    @Nullable String project) {

  /** Keys of a row without a code of the governments' classification and without a region. */
  public Keys(
      @Nullable String label,
      @Nullable String functionalCode,
      @Nullable String economicCode,
      @Nullable String parentCode,
      @Nullable String standardName,
      @Nullable String unitCode,
      @Nullable String unitName,
      @Nullable String project) {
    this(
        label,
        functionalCode,
        economicCode,
        null,
        null,
        null,
        parentCode,
        standardName,
        unitCode,
        unitName,
        project);
  }

  /** Keys of a row that has only a label. */
  public static Keys labelled(@Nullable String label) {
    return new Keys(label, null, null, null, null, null, null, null);
  }

  /**
   * The row as sentences name it: its code, if it has one, and its label; empty if it has neither.
   */
  public String codeAndLabel() {
    return ((code() == null ? "" : code() + " ") + (label == null ? "" : label.strip())).strip();
  }

  /** These keys with another label. */
  public Keys withLabel(@Nullable String newLabel) {
    return new Keys(
        newLabel,
        functionalCode,
        economicCode,
        governmentCode,
        region,
        codeByName,
        parentCode,
        standardName,
        unitCode,
        unitName,
        project);
  }

  /** These keys with another standard name. */
  public Keys withStandardName(@Nullable String newName) {
    return new Keys(
        label,
        functionalCode,
        economicCode,
        governmentCode,
        region,
        codeByName,
        parentCode,
        newName,
        unitCode,
        unitName,
        project);
  }

  /** These keys with another project. */
  public Keys withProject(@Nullable String newProject) {
    return new Keys(
        label,
        functionalCode,
        economicCode,
        governmentCode,
        region,
        codeByName,
        parentCode,
        standardName,
        unitCode,
        unitName,
        newProject);
  }

  /** These keys with a code that was found by the label, and its standard name. */
  public Keys withCodeByName(String code, @Nullable String newName) {
    return new Keys(
        label,
        functionalCode,
        economicCode,
        governmentCode,
        region,
        code,
        parentCode,
        newName,
        unitCode,
        unitName,
        project);
  }

  /** The code that the row prints, or else that its name tells; null if neither does. */
  public @Nullable String codeOrNamed() {
    return code() != null ? code() : codeByName;
  }

  /** Whether the row is named by its project. */
  public boolean namesProject() {
    return project != null && project.equals(label);
  }

  /** The functional or economic code, whichever the row has; null if it has none. */
  public @Nullable String code() {
    return functionalCode != null ? functionalCode : economicCode;
  }
}
