package org.yusuan.compare.holding;

import java.util.Comparator;

/**
 * A column of a comparison: what one stage says of one year. A final account repeats budgets; those
 * are not meant.
 *
 * @param year the fiscal year
 * @param stage {@code budget}, {@code execution} or {@code final-accounts}
 */
public record Period(int year, String stage) implements Comparable<Period> {

  /** The stage that plans the year. */
  public static final String BUDGET = "budget";

  /** The stage that reports on the year before its accounts are closed. */
  public static final String EXECUTION = "execution";

  /** The stage that says what became of it. */
  public static final String FINAL_ACCOUNTS = "final-accounts";

  /** A name for machines, as {@code 2024-budget}. */
  public String id() {
    return year + "-" + stage;
  }

  /** A name for people, in Chinese. */
  public String zh() {
    return year + "年" + stageZh(stage);
  }

  /** A name for people, in English. */
  public String en() {
    return year + " " + stageEn(stage);
  }

  /** The name of a stage, in Chinese. */
  static String stageZh(String stage) {
    return switch (stage) {
      case BUDGET -> "预算";
      case EXECUTION -> "预算执行";
      default -> "决算";
    };
  }

  /** The name of a stage, in English. */
  static String stageEn(String stage) {
    return switch (stage) {
      case BUDGET -> "budget";
      case EXECUTION -> "execution";
      default -> "final accounts";
    };
  }

  /** Whether it is a plan. */
  public boolean isBudget() {
    return stage.equals(BUDGET);
  }

  @Override
  public int compareTo(Period other) {
    return Comparator.comparingInt(Period::year).thenComparing(Period::stage).compare(this, other);
  }
}
