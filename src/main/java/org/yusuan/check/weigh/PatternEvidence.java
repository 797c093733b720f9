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
import org.yusuan.check.identity.table.TableIdentities;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Row;

/**
 * Evidence on a failure from the pattern of the identity: what its group rests on, and how often it
 * holds elsewhere in the document.
 */
final class PatternEvidence {

  /** Holds per failure from which a pattern mostly holds. A guess. */
  private static final int MIN_HOLDS_PER_FAILURE_MOSTLY = 3;

  /** Holds per failure from which a pattern holds nearly everywhere. A guess. */
  private static final int MIN_HOLDS_PER_FAILURE_NEARLY = 10;

  /**
   * Holds per failure, or holds without any failure, from which a pattern always holds. A guess.
   */
  private static final int MIN_HOLDS_PER_FAILURE_ALWAYS = 50;

  private final Map<IdentityGroup, GroupFailures> failuresByGroup = new IdentityHashMap<>();
  private final Set<IdentityGroup> throughout;
  private final SumShape shape;

  /**
   * How often a group holds where that proves something, how often it fails, and by how much in
   * all.
   */
  private static final class GroupFailures {
    int holds;
    int holdsAtAll;
    int fails;
    int below;
    int totalsBlank;
    boolean overTables;
    long difference;

    /** Rows of totals in which it fails, however many of their columns do. */
    final Set<Row> failingRows = Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /**
   * @param found all identities of the document
   * @param throughout groups that hold in no row
   */
  PatternEvidence(
      AmountIndex index, Assignment values, List<Identity> found, Set<IdentityGroup> throughout) {
    this.throughout = throughout;
    this.shape = new SumShape(index, values);
    for (Identity identity : found) {
      GroupFailures failures =
          failuresByGroup.computeIfAbsent(identity.group(), group -> new GroupFailures());
      if (identity.outcome(index, values) == Outcome.FAILS) {
        int total = identity.cells()[0];
        failures.fails++;
        failures.failingRows.add(index.row(total));
        failures.below += identity.residual(values) > 0 ? 1 : 0;
        failures.totalsBlank += index.isBlank(total) ? 1 : 0;
        failures.difference += identity.residual(values);
        failures.overTables |= !shape.isSameTable(identity);
      } else {
        failures.holds += shape.isTelling(identity) ? 1 : 0;
        failures.holdsAtAll += identity.nonZeroCount(values) >= 2 ? 1 : 0;
      }
    }
  }

  /** The names of the evidence on a failing identity. */
  List<String> evidenceFor(Identity identity) {
    List<String> ids = new ArrayList<>();
    IdentityGroup group = identity.group();
    switch (group.strength()) {
      case STRONG ->
          ids.add(
              group.id().equals(TableIdentities.PRINTED_FORMULA) ? "printed-formula" : "stated");
      case WEAK ->
          ids.add(
              group.isFoundInData()
                  ? "found-in-data"
                  : SumShape.isDeclared(identity) ? "weak-rule" : "not-stated");
      case EVIDENCE -> ids.add("need-not-hold");
    }
    GroupFailures failures = failuresByGroup.getOrDefault(group, new GroupFailures());
    if (failures.holds >= 2 && failures.holds >= MIN_HOLDS_PER_FAILURE_MOSTLY * failures.fails) {
      ids.add("pattern-holds");
    }
    if (failures.holds >= MIN_HOLDS_PER_FAILURE_NEARLY * failures.fails) {
      ids.add("pattern-holds-throughout");
    }
    if (failures.holds >= MIN_HOLDS_PER_FAILURE_ALWAYS * Math.max(1, failures.fails)) {
      ids.add("pattern-holds-always");
    }
    if (areExchanged(group)) {
      ids.add("differences-cancel");
      return ids;
    }
    // A row left out makes a total fail in all columns: that is one failure.
    int fails = failures.failingRows.size();
    if (fails >= 3 && failures.fails > failures.holds) {
      ids.add("pattern-fails");
    } else if (fails >= 2 && 2 * failures.fails > failures.holds && !shape.isByLabel(identity)) {
      ids.add("pattern-doubtful");
    }
    if (group.isAcross() && failures.fails >= 2 && failures.difference == 0) {
      ids.add("differences-cancel");
    }
    if (group.isAcross() && identity.cells().length > 3) {
      ids.add("no-total-printed");
    }
    if (isShortOfColumns(group, failures)) {
      ids.add("columns-short");
    } else if (throughout.contains(group)) {
      ids.add(Weighing.FAILS_THROUGHOUT);
    }
    return ids;
  }

  /** Whether what the header adds up holds in nearly all rows, be it by one part alone. */
  boolean holdsInOtherRows(Identity identity) {
    GroupFailures failures = failuresByGroup.getOrDefault(identity.group(), new GroupFailures());
    return failures.holdsAtAll >= MIN_HOLDS_PER_FAILURE_NEARLY * failures.fails;
  }

  /**
   * Whether a relation that holds nearly everywhere, or one that is declared and mostly holds,
   * lacks its total in one place alone: it prints totals, and left out one.
   */
  boolean printsOtherTotals(Identity identity) {
    GroupFailures failures = failuresByGroup.getOrDefault(identity.group(), new GroupFailures());
    int perFailure =
        SumShape.isDeclared(identity) ? MIN_HOLDS_PER_FAILURE_MOSTLY : MIN_HOLDS_PER_FAILURE_NEARLY;
    return failures.totalsBlank == 1
        && failures.holdsAtAll >= perFailure * failures.fails
        && !SumShape.isToldByOrder(identity);
  }

  /**
   * Whether rows fail and their differences cancel: those of one total whose names are exchanged,
   * or two of a table that goes on in others, of which one has them exchanged.
   */
  boolean areExchanged(IdentityGroup group) {
    GroupFailures failures = failuresByGroup.getOrDefault(group, new GroupFailures());
    if (failures.difference != 0) {
      return false;
    }
    return group.id().equals(TableIdentities.OF_WHICH)
        ? failures.fails >= 2 && failures.holds >= 1
        : group.id().equals("column-sum")
            && failures.overTables
            && failures.fails == 2
            && failures.holds >= MIN_HOLDS_PER_FAILURE_MOSTLY;
  }

  /**
   * Whether a failure casts doubt on its amounts though it accuses nobody: it is not outvoted by
   * other relations that hold, which may be blind to what is wrong, as sums along a row are to two
   * rows exchanged. What is declared or stated counts where it does not mostly fail, a relation
   * between two tables always; other ones between tables where they hold as often as they fail,
   * and, where one table may have more than another, only by differences that cancel. What order
   * and indentation tell counts where it holds as often as it fails, what the amounts alone tell
   * where it mostly holds, and so what the names of regions tell. What the header states and holds
   * in no row does.
   *
   * @param holds how often its group holds
   * @param fails how often it fails
   */
  boolean castsDoubt(Identity identity, int holds, int fails) {
    boolean across = identity.group().isAcross();
    GroupFailures failures = failuresByGroup.get(identity.group());
    if (identity.group().strength() == Strength.STRONG) {
      return across
          || throughout.contains(identity.group())
          || holds >= Math.max(1, fails)
              && (failures == null || !isShortOfColumns(identity.group(), failures));
    }
    int perFailure = identity.group().isFoundInData() ? MIN_HOLDS_PER_FAILURE_MOSTLY : 1;
    if (failures == null || failures.holds < Math.max(1, perFailure * failures.fails)) {
      return false;
    }
    if (identity.group().id().equals(TableIdentities.OWN_LEVEL)) {
      return failures.holds >= MIN_HOLDS_PER_FAILURE_MOSTLY * failures.fails;
    }
    return identity.group().strength() == Strength.WEAK
        || failures.holds >= 2 * failures.fails && failures.fails >= 2 && failures.difference == 0;
  }

  /** Whether the columns are less than their total wherever they fail: one is not printed. */
  private static boolean isShortOfColumns(IdentityGroup group, GroupFailures failures) {
    return group.id().equals("column-sum")
        && failures.fails >= 3
        && failures.below == failures.fails;
  }
}
