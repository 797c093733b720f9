package org.yusuan.compare.holding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;
import org.yusuan.export.PrintedLine;

/**
 * What a document states in one line for one period.
 *
 * @param state whether it states an amount
 * @param line the printed line; null if there is none
 * @param fact the amount; null unless the state is {@link State#AMOUNT}
 */
public record StatedLine(State state, @Nullable PrintedLine line, @Nullable Fact fact) {

  /** Whether a period states an amount, and if not, why. */
  public enum State {
    /** An amount is printed; a printed zero is an amount. */
    AMOUNT,
    /** The line is printed and its amount is blank: nothing is stated. */
    BLANK,
    /** The table is there and has no such line. */
    ABSENT,
    /** There is no document or no such table, so nothing is known. */
    NO_TABLE,
    /** Several lines of the table have the same key and differ. */
    AMBIGUOUS
  }

  public static final StatedLine NO_TABLE = new StatedLine(State.NO_TABLE, null, null);
  public static final StatedLine ABSENT = new StatedLine(State.ABSENT, null, null);

  public static StatedLine of(PrintedLine line, @Nullable Fact fact) {
    return new StatedLine(fact == null ? State.BLANK : State.AMOUNT, line, fact);
  }

  /** The amount in 元; null if none is stated. */
  public @Nullable BigDecimal amount() {
    return fact == null ? null : fact.amount();
  }

  /** The label as published; null if the line is not there or has none. */
  public @Nullable String label() {
    return line == null ? null : line.line().item();
  }
}
