package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The stage of the budget cycle that a disclosure reports. */
public enum Stage {
  /** 预算: the plan for the year. */
  @JsonProperty("budget")
  BUDGET("budget"),

  /** 预算调整: the plan as it was changed during the year. */
  @JsonProperty("adjusted")
  ADJUSTED("adjusted"),

  /** 预算执行: what was received and spent so far, before the accounts are closed. */
  @JsonProperty("execution")
  EXECUTION("execution"),

  /** 决算: what was received and spent in the year. */
  @JsonProperty("final-accounts")
  FINAL_ACCOUNTS("final-accounts");

  private final String term;

  Stage(String term) {
    this.term = term;
  }

  /**
   * The stage with the given name in JSON and in the files of knowledge.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Stage named(String term) {
    for (Stage stage : values()) {
      if (stage.term.equals(term)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("no stage " + term);
  }
}
