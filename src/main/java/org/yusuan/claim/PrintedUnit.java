package org.yusuan.claim;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units in which the prose states money. */
final class PrintedUnit {

  private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");

  private static final Map<String, BigDecimal> YUAN =
      Map.of(
          "亿元",
          new BigDecimal("100000000"),
          "万元",
          TEN_THOUSAND,
          "万",
          TEN_THOUSAND,
          "元",
          BigDecimal.ONE);

  private PrintedUnit() {}

  /** How many 元 one of a unit is worth; null if it is no unit of money, as {@code %}. */
  static @Nullable BigDecimal inYuan(String unit) {
    return YUAN.get(unit);
  }

  /** The same for the unit of an amount: one that is not known counts as 万元, the usual one. */
  static BigDecimal ofAmount(String unit) {
    return YUAN.getOrDefault(unit, TEN_THOUSAND);
  }
}
