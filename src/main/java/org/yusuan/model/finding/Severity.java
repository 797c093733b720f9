package org.yusuan.model.finding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How serious a finding is. */
public enum Severity {
  /** Worth knowing, but nothing is wrong: a difference that rounding explains, for instance. */
  @JsonProperty("info")
  INFO,

  /**
   * Something differs from what is usual: a code that the classification does not list, for
   * instance.
   */
  @JsonProperty("warning")
  WARNING,

  /** Two published figures contradict each other. */
  @JsonProperty("error")
  ERROR
}
