package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How serious a finding is. */
public enum Severity {
  /** Worth knowing; nothing is wrong, as a difference that rounding explains. */
  @JsonProperty("info")
  INFO,

  /** Something differs from what is usual, as a code that the classification does not list. */
  @JsonProperty("warning")
  WARNING,

  /** Two published figures contradict each other. */
  @JsonProperty("error")
  ERROR
}
