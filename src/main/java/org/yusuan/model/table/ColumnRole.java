package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the cells of a column hold. */
public enum ColumnRole {
  /** 类: the first part of a classification code. */
  @JsonProperty("code-class")
  CODE_CLASS,

  /** 款: the second part of a classification code. */
  @JsonProperty("code-group")
  CODE_GROUP,

  /** 项: the third part of a classification code. */
  @JsonProperty("code-item")
  CODE_ITEM,

  /** 目: the fourth part of a classification code; codes of revenue have one. */
  @JsonProperty("code-subitem")
  CODE_SUBITEM,

  /** A whole classification code. */
  @JsonProperty("code")
  CODE,

  /** The name that belongs to a code. */
  @JsonProperty("name")
  NAME,

  /** The label of an item in a list without codes. */
  @JsonProperty("item")
  ITEM,

  /** The code of a budget unit. */
  @JsonProperty("unit-code")
  UNIT_CODE,

  /** The name of a budget unit. */
  @JsonProperty("unit-name")
  UNIT_NAME,

  /** The name of a region: a province, a city, a county. */
  @JsonProperty("region")
  REGION,

  /** The name of a project. */
  @JsonProperty("project")
  PROJECT,

  /** A running number. */
  @JsonProperty("serial")
  SERIAL,

  /** An amount of money. */
  @JsonProperty("amount")
  AMOUNT,

  /** A number that is not money. */
  @JsonProperty("count")
  COUNT,

  /** A percentage. */
  @JsonProperty("percent")
  PERCENT,

  /** Other text. */
  @JsonProperty("text")
  TEXT;

  /** Whether its cells hold numbers: money, counts or percentages. */
  public boolean isNumeric() {
    return this == AMOUNT || this == COUNT || this == PERCENT;
  }
}
