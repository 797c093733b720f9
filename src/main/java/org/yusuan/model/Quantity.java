package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of number a sentence states. */
public enum Quantity {
  /** An amount of money of one year and stage. */
  @JsonProperty("level")
  LEVEL,

  /** A difference of money from another year or stage. */
  @JsonProperty("change")
  CHANGE,

  /** A part in its whole, in percent. */
  @JsonProperty("share")
  SHARE,

  /** Any other percentage. */
  @JsonProperty("rate")
  RATE,

  /** An amount in an explanation, which restates no table. */
  @JsonProperty("other")
  OTHER
}
