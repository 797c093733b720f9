package org.yusuan.model.finding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who is responsible for a finding, as far as that is known. */
public enum Blame {
  /** The published document contradicts itself. */
  @JsonProperty("document")
  DOCUMENT,

  /** The reading of the document may be wrong. */
  @JsonProperty("extraction")
  EXTRACTION,

  /** It cannot be said who is wrong. */
  @JsonProperty("unknown")
  UNKNOWN
}
