package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose figures a disclosure holds. */
public enum Level {
  /** 部门: a department with its subordinate units. */
  @JsonProperty("department")
  DEPARTMENT,

  /** 单位: one budget unit. */
  @JsonProperty("unit")
  UNIT,

  /** 政府: a government, for its whole area or its own level. */
  @JsonProperty("government")
  GOVERNMENT
}
