package org.yusuan.knowledge.table;

import java.util.List;

/**
 * A column of amounts that is the sum of others in each row.
 *
 * @param total the term of the sum
 * @param parts the terms of its addends
 * @param whole whether it is the greatest of its list: 合计; otherwise another column is more
 */
public record TermSum(String total, List<String> parts, boolean whole) {

  /** The term of a column that sums some others, whose name is that of the cell above it. */
  public static final String SUBTOTAL = "subtotal";
}
