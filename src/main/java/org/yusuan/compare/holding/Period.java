package org.yusuan.compare.holding;

import java.util.Comparator;
import org.yusuan.knowledge.message.Wording;

/**
 * A column of a comparison: the figures of one stage for one year, from documents of that stage.
 * That a final account repeats the budget does not count.
 *
 * @param year the fiscal year
 * @param stage {@code budget}, {@code execution} or {@code final-accounts}
 */
public record Period(int year, String stage) implements Comparable<Period> {

  /** The stage that plans the year. */
  public static final String BUDGET = "budget";

  /** The stage that reports on the year before its accounts are closed. */
  public static final String EXECUTION = "execution";

  /** The stage that states what was received and spent in the year. */
  public static final String FINAL_ACCOUNTS = "final-accounts";

  /** A name for machines, as {@code 2024-budget}. */
  public String id() {
    return year + "-" + stage;
  }

  /** A name for people. */
  public Wording wording() {
    Wording name = stageWording(stage);
    return new Wording(year + "年" + name.zh(), year + " " + name.en());
  }

  /** The name of a stage. */
  static Wording stageWording(String stage) {
    return switch (stage) {
      case BUDGET -> new Wording("预算", "budget");
      case EXECUTION -> new Wording("预算执行", "execution");
      default -> new Wording("决算", "final accounts");
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
