package org.yusuan.compare.line;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Period;
import org.yusuan.knowledge.message.Wording;

/**
 * The change of a line from one period to another.
 *
 * @param from the period before, or the budget
 * @param to the period after, or the final accounts
 * @param kind what became of the line
 * @param amount the later amount less the earlier, in 元; null unless both are stated and comparable
 * @param percent of two years, the change in percent of the earlier amount; of a budget and its
 *     final accounts, how much of the budget was spent (执行率), in percent. To 0.01; null if there is
 *     none, as from zero
 * @param notes why the two cannot be compared, or what to bear in mind
 */
public record LineChange(
    Period from,
    Period to,
    Kind kind,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal percent,
    List<Wording> notes) {

  /** What became of a line. */
  public enum Kind {
    /** Both periods state an amount, and they differ. */
    CHANGED,
    /** Both periods state the same amount. */
    UNCHANGED,
    /** The earlier table has no such line. */
    NEW,
    /** The later table has no such line. */
    VANISHED,
    /** The line is printed, but one period leaves its amount blank. */
    BLANK,
    /** The two must not be compared; a note says why. */
    NOT_COMPARABLE,
    /** Neither table has the line, or the one that has it states nothing or zero. */
    NONE
  }

  public LineChange {
    notes = List.copyOf(notes);
  }

  /** Whether it sets a budget against its final accounts, not a year against another. */
  public boolean isExecution() {
    return from.year() == to.year();
  }
}
