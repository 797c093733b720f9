package org.yusuan.knowledge.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An aspect of an amount that words state, beside the name of the thing that it is for. */
public enum Aspect {
  /** Which of the four budgets, or which funds: 一般公共预算, 政府性基金, 财政拨款. */
  @JsonProperty("budget")
  BUDGET,

  /** 收入 or 支出. */
  @JsonProperty("side")
  SIDE,

  /** 基本支出, 项目支出, 人员经费, 公用经费. */
  @JsonProperty("nature")
  NATURE,

  /** Which level of a government it is of: 全市, 市本级, 下级. */
  @JsonProperty("scope")
  SCOPE,

  /** Funds of the year or carried over: 本年, 上年结转. */
  @JsonProperty("origin")
  ORIGIN,

  /** 预算, 执行 or 决算. */
  @JsonProperty("stage")
  STAGE,

  /** The year, in four digits. */
  @JsonProperty("year")
  YEAR,

  /** Words for a whole: 合计, 总计. */
  @JsonProperty("total")
  TOTAL,

  /** A thing that goes by several names; the value is the one to use. */
  @JsonProperty("name")
  NAME,

  /** Words without a meaning of their own, which are skipped. */
  @JsonProperty("filler")
  FILLER
}
