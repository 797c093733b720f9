package org.yusuan.knowledge.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why figures may fail to add up. */
public enum Hypothesis {
  /** The document prints a wrong figure. */
  @JsonProperty("document")
  DOCUMENT,

  /** A list falls short of its total: a row is left out. */
  @JsonProperty("incomplete")
  INCOMPLETE,

  /** A list is not printed in full, on purpose and by law. */
  @JsonProperty("withheld")
  WITHHELD,

  /** The total is the sum of other amounts, or no sum at all. */
  @JsonProperty("structure")
  STRUCTURE,

  /** A figure was read wrong, or into the wrong place. */
  @JsonProperty("reading")
  READING,

  /** The figures differ because they are rounded. */
  @JsonProperty("rounding")
  ROUNDING
}
