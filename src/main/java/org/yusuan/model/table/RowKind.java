package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a row of a table stands for. */
public enum RowKind {
  /** An item that may have parts in rows below it. */
  @JsonProperty("item")
  ITEM,

  /** A row that sums some items, as 本年收入合计. */
  @JsonProperty("subtotal")
  SUBTOTAL,

  /** A row that sums a whole list, as 合计 or 收入总计. */
  @JsonProperty("total")
  TOTAL
}
