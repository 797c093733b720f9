package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The stage of the budget cycle that a disclosure reports. */
public enum Stage {
  /** 预算: the plan for the year. */
  @JsonProperty("budget")
  BUDGET,

  /** 决算: what was received and spent in the year. */
  @JsonProperty("final-accounts")
  FINAL_ACCOUNTS
}
