package org.yusuan.check.weigh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Strength;

/**
 * Finds sums that a header states and that hold in no row, though no other sum explains them. Its
 * columns may be misread, or misprinted: sums along the columns are blind to either.
 */
final class FailingThroughout {

  /** A sum that fails in fewer rows may fail in these alone. A guess. */
  private static final int MIN_ROWS = 2;

  private final AmountIndex index;
  private final Assignment values;
  private final OtherAddends others;
  private final Set<Integer> explained;

  /**
   * @param explained totals that hold with other parts
   */
  FailingThroughout(
      AmountIndex index, Assignment values, OtherAddends others, Set<Integer> explained) {
    this.index = index;
    this.values = values;
    this.others = others;
    this.explained = explained;
  }

  /** The groups of such sums among all identities of a document. */
  Set<IdentityGroup> groups(List<Identity> found) {
    Map<IdentityGroup, List<Identity>> sums = new IdentityHashMap<>();
    for (Identity identity : found) {
      IdentityGroup group = identity.group();
      if (group.id().equals("column-sum") && group.strength() == Strength.STRONG) {
        sums.computeIfAbsent(group, key -> new ArrayList<>()).add(identity);
      }
    }
    Set<IdentityGroup> groups = Collections.newSetFromMap(new IdentityHashMap<>());
    sums.forEach(
        (group, own) -> {
          List<Identity> telling =
              own.stream().filter(identity -> identity.nonZeroCount(values) > 0).toList();
          if (telling.size() >= MIN_ROWS
              && telling.stream().allMatch(this::fails)
              && telling.stream().noneMatch(this::isExplained)
              && !telling.stream().allMatch(this::isShort)
              && !telling.stream().allMatch(this::isBetween)) {
            groups.add(group);
          }
        });
    return groups;
  }

  private boolean fails(Identity identity) {
    return identity.outcome(index, values) == Outcome.FAILS;
  }

  /** Whether other amounts add up to the total, or the total is blank. */
  private boolean isExplained(Identity identity) {
    int total = identity.cells()[0];
    return index.isBlank(total) || explained.contains(total) || others.explain(identity);
  }

  /** Whether the columns are less than their total: if they are in all rows, one is not printed. */
  private boolean isShort(Identity identity) {
    return identity.residual(values) > 0;
  }

  /** Whether the total lies between its parts, as a mean or a rate of all does. */
  private boolean isBetween(Identity identity) {
    long total = values.of(identity.cells()[0]);
    boolean above = false;
    boolean below = false;
    for (int i = 1; i < identity.cells().length; i++) {
      above |= values.of(identity.cells()[i]) >= total;
      below |= values.of(identity.cells()[i]) <= total;
    }
    return above && below;
  }
}
