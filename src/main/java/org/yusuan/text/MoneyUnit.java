package org.yusuan.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit in which tables and prose state money.
 *
 * @param name the unit as printed, as {@code 万元}
 * @param factor how many 元 one of it is worth, as 10000
 */
public record MoneyUnit(String name, int factor) {

  /** The units as printed; 万 and 亿 are short for 万元 and 亿元. */
  private static final Map<String, Integer> FACTORS =
      Map.of(
          "元",
          1,
          "千元",
          1_000,
          "万元",
          10_000,
          "万",
          10_000,
          "百万元",
          1_000_000,
          "亿元",
          100_000_000,
          "亿",
          100_000_000);

  /** All of them, as a regular expression. */
  public static final String NAMES = String.join("|", FACTORS.keySet());

  /** The first Chinese character of Unicode: units are Chinese words. */
  private static final int FIRST_IDEOGRAPH = 0x4E00;

  /** The unit of a printed name; null if the name is no unit, as {@code %}. */
  public static @Nullable MoneyUnit named(String name) {
    Integer factor = FACTORS.get(name);
    return factor == null ? null : new MoneyUnit(name, factor);
  }

  /**
   * A figure without the unit behind it, if that is the unit of its table: {@code 12.50万元} where
   * amounts are in 万元. Another unit stays, so that the text is no figure.
   *
   * @param factor how many 元 the table's unit is worth; null if it has none
   */
  public static String withoutUnit(String text, @Nullable Integer factor) {
    String plain = text.strip();
    int end = plain.length();
    while (end > 0 && plain.codePointBefore(end) >= FIRST_IDEOGRAPH) {
      end--;
    }
    Integer own = FACTORS.get(plain.substring(end));
    return end > 0 && own != null && own.equals(factor) ? plain.substring(0, end) : text;
  }

  /** The amount in 元 of a value in this unit. */
  public BigDecimal toYuan(BigDecimal value) {
    return toYuan(value, factor);
  }

  /** The value in this unit of an amount in 元, rounded to a number of decimals, half up. */
  public BigDecimal fromYuan(BigDecimal amount, int decimals) {
    return amount.divide(BigDecimal.valueOf(factor), decimals, RoundingMode.HALF_UP);
  }

  /**
   * The amount in 元 of a value whose unit is worth the given number of 元; digits after the point
   * that the unit makes meaningless are dropped.
   */
  public static BigDecimal toYuan(BigDecimal value, int factor) {
    BigDecimal yuan = value.multiply(BigDecimal.valueOf(factor));
    return yuan.scale() > 2 && yuan.stripTrailingZeros().scale() <= 2 ? yuan.setScale(2) : yuan;
  }
}
