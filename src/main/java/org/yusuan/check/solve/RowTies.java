package org.yusuan.check.solve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.weigh.SumShape;
import org.yusuan.model.table.RowKind;

/**
 * Tells which amounts nothing ties to their rows. Sums along a row do not change when two rows
 * exchange all their amounts. Where a list prints a total and nothing adds up to it, such sums are
 * no proof. A list that has less than its total in all its rows leaves some out, and its total is
 * no check of the others.
 */
final class RowTies {

  private final AmountIndex index;
  private final boolean[] tied;
  private final Set<Long> open = new HashSet<>();

  /**
   * @param graph the identities that count
   * @param blamed amounts that are known to be wrong: a sum that fails by one of them is accounted
   *     for, and ties its other amounts as one that holds
   */
  RowTies(AmountIndex index, IdentityGraph graph, Assignment values, Set<Integer> blamed) {
    this.index = index;
    this.tied = new boolean[index.size()];
    SumShape shape = new SumShape(index, values);
    boolean[] summed = new boolean[index.size()];
    for (int i = 0; i < graph.size(); i++) {
      Identity identity = graph.identity(i);
      if (!shape.isColumnSum(identity)
          && identity.nonZeroCount(values) >= 2
          && (identity.outcome(index, values) != Outcome.FAILS
              || Arrays.stream(identity.cells()).anyMatch(blamed::contains))) {
        for (int cell : identity.cells()) {
          tied[cell] = true;
        }
        int total = identity.cells()[0];
        summed[total] |= index.tableOf(identity.cells()[1]) == index.tableOf(total);
      }
    }
    Map<Long, Long> listed = new HashMap<>();
    for (int cell = 0; cell < tied.length; cell++) {
      if (index.row(cell).kind() == RowKind.ITEM) {
        listed.merge(place(cell), values.of(cell), Long::sum);
      }
    }
    for (int cell = 0; cell < tied.length; cell++) {
      if (!summed[cell]
          && values.of(cell) != 0
          && index.row(cell).kind() != RowKind.ITEM
          && listed.getOrDefault(place(cell), 0L) >= values.of(cell)) {
        open.add(place(cell));
      }
    }
  }

  /**
   * Whether an amount stands in sums along its row alone, in a list whose printed total is the sum
   * of nothing.
   */
  boolean isLoose(int cell) {
    return !tied[cell] && open.contains(place(cell));
  }

  /** The column of a list that a cell stands in, as one number for each. */
  private long place(int cell) {
    long list = ((long) index.tableOf(cell) << 24) + index.row(cell).list();
    return (list << 16) + index.ref(cell).column();
  }
}
