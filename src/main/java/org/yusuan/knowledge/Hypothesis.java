package org.yusuan.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why figures may fail to add up. */
public enum Hypothesis {
  /** What is printed is wrong. */
  @JsonProperty("document")
  DOCUMENT,

  /** A list falls short of its total: a row is left out. */
  @JsonProperty("incomplete")
  INCOMPLETE,

  /** A list is not printed in full, on purpose and by law. */
  @JsonProperty("withheld")
  WITHHELD,

  /** Other amounts are what is added, or nothing is. */
  @JsonProperty("structure")
  STRUCTURE,

  /** A figure was read wrong, or into the wrong place. */
  @JsonProperty("reading")
  READING,

  /** The figures differ because they are rounded. */
  @JsonProperty("rounding")
  ROUNDING
}
