package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the document's own arithmetic confirms an amount. */
public enum Status {
  /** An identity holds that a misreading of this amount would have broken. */
  @JsonProperty("verified")
  VERIFIED,

  /** No identity says anything about this amount. */
  @JsonProperty("unverified")
  UNVERIFIED,

  /** An identity that this amount belongs to does not hold. */
  @JsonProperty("disputed")
  DISPUTED
}
