package org.yusuan.check.identity.table;

import java.util.stream.IntStream;

/**
 * Tells a row whose amounts, one column further, would make a sum hold in all columns: the column
 * in which an amount was lacks it, and that in which it is has it too much.
 */
final class ShiftTrial {

  /**
   * A shifted amount changes its column by so many of the last printed place at least: two such
   * amounts are hardly what a sum lacks by chance, nor is one beside a column in which as much adds
   * up. A guess.
   */
  private static final int MIN_PLACES = 1000;

  private final long[] missing;
  private final long[] slack;
  private final long[] quanta;
  private final boolean balanced;

  /** How many amounts must change their columns. */
  private final int least;

  /**
   * @param whole the amounts of the sum, in 分
   * @param missing by how much the parts of a sum fall short of it in each column, in 分
   * @param slack what rounding explains of that
   * @param quanta the last printed place of each column
   */
  ShiftTrial(long[] whole, long[] missing, long[] slack, long[] quanta) {
    this.missing = missing;
    this.slack = slack;
    this.quanta = quanta;
    this.least =
        IntStream.range(0, missing.length)
                .filter(k -> Math.abs(missing[k]) <= slack[k])
                .anyMatch(k -> Math.abs(whole[k]) >= MIN_PLACES * quanta[k])
            ? 1
            : 2;
    // A shift leaves the sum over all columns as it is.
    this.balanced =
        Math.abs(IntStream.range(0, missing.length).mapToLong(k -> missing[k]).sum())
            <= IntStream.range(0, slack.length).mapToLong(k -> slack[k]).sum();
  }

  /** Whether the sum holds if the amounts of one of its parts stand one column further. */
  boolean mends(long[] own) {
    return balanced && (mends(own, 1) || mends(own, own.length - 1));
  }

  private boolean mends(long[] own, int step) {
    for (int k = 0; k < own.length; k++) {
      if (Math.abs(missing[k] - change(own, k, step)) > slack[k]) {
        return false;
      }
    }
    return moved(own, step) >= least;
  }

  private static long change(long[] own, int k, int step) {
    return own[(k + step) % own.length] - own[k];
  }

  /** How many amounts, no two alike, change their columns by much. */
  private long moved(long[] own, int step) {
    return IntStream.range(0, own.length)
        .filter(k -> own[k] != 0)
        .filter(k -> Math.abs(change(own, k, step)) >= MIN_PLACES * quanta[k])
        .mapToLong(k -> Math.abs(own[k]))
        .distinct()
        .count();
  }
}
