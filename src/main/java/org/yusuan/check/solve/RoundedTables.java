package org.yusuan.check.solve;

import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;

/**
 * Which tables print rounded amounts: so many of their sums miss by rounding. Where all others hold
 * to the letter, one that misses by so little has a wrong last digit.
 */
final class RoundedTables {

  /**
   * Where fewer of the sums of a table than this share miss by rounding, one that misses by more
   * than one last place is not taken for rounded; a guess.
   */
  private static final double MIN_ROUNDED_SHARE = 0.1;

  /**
   * The one sum of a table that misses is rounded if it does so by at most this many standard
   * deviations of what rounding makes of so many amounts, each off by as much as any, up to half of
   * the last place. One of 400 sums is further off by chance.
   */
  private static final double MAX_DEVIATIONS_ALONE = 3;

  private final AmountIndex index;
  private final Assignment values;
  private final int[] misses;
  private final int[] sums;

  /**
   * @param outcomes that of each identity of the graph
   */
  RoundedTables(AmountIndex index, IdentityGraph graph, Assignment values, Outcome[] outcomes) {
    this.index = index;
    this.values = values;
    this.misses = new int[index.tables().size()];
    this.sums = new int[index.tables().size()];
    for (int i = 0; i < outcomes.length; i++) {
      Identity identity = graph.identity(i);
      if (outcomes[i] != Outcome.FAILS && identity.nonZeroCount(values) > 2) {
        sums[index.tableOf(identity.cells()[0])]++;
        misses[index.tableOf(identity.cells()[0])] += outcomes[i] == Outcome.ROUNDS ? 1 : 0;
      }
    }
  }

  /** Whether an identity that misses by what rounding may explain is one that rounding explains. */
  boolean explain(Identity identity) {
    int table = index.tableOf(identity.cells()[0]);
    double places =
        (double) Math.abs(identity.residual(values)) / index.quantum(identity.cells()[0]);
    return places <= 1
        || misses[table] >= MIN_ROUNDED_SHARE * sums[table]
            && (misses[table] > 1
                || places
                    <= MAX_DEVIATIONS_ALONE * Math.sqrt(identity.nonZeroCount(values) / 12.0));
  }
}
