package org.yusuan.check.weigh;

import java.util.Arrays;
import java.util.Set;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.identity.table.TableIdentities;
import org.yusuan.knowledge.Strength;

/** Which rows, columns and tables an identity adds up, and whether its holding proves anything. */
public record SumShape(AmountIndex index, Assignment values) {

  /** The sums that close a list. */
  private static final Set<String> TOTALS = Set.of("total", "subtotal", "heading-subtotal");

  /** The sums whose parts are told by where they stand. */
  private static final Set<String> BY_ORDER =
      Set.of(
          "total",
          "subtotal",
          "heading-subtotal",
          "item-hierarchy",
          "code-hierarchy",
          "nested",
          "discovered");

  /** Other sums that name no rows. */
  private static final Set<String> UNNAMED =
      Set.of(TableIdentities.OF_WHICH, TableIdentities.BY_NAME);

  /**
   * A list lacks a row if its sum is short by at least this many units of the last printed place. A
   * guess.
   */
  private static final int MIN_PLACES_MISSING = 5;

  /** A sum nearly holds if it is off by no more than the total divided by this. A guess. */
  private static final int NEARLY_HOLDS_FRACTION = 100;

  /**
   * Whether an identity that holds proves something: at least three of its amounts, or all, are not
   * zero; two where labels or a rule tell its parts, not order or a header.
   */
  boolean isTelling(Identity identity) {
    int least = isToldByOrder(identity) || isByHeader(identity) ? 3 : 2;
    return identity.nonZeroCount(values) >= Math.min(least, identity.cells().length);
  }

  /** Whether at least two parts are off their total by little. */
  boolean nearlyHolds(Identity identity) {
    return identity.nonZeroCount(values) > 2
        && Math.abs(identity.residual(values)) * NEARLY_HOLDS_FRACTION
            <= Math.abs(values.of(identity.cells()[0]));
  }

  /** Whether all its cells stand in one table. */
  boolean isSameTable(Identity identity) {
    int table = index.tableOf(identity.cells()[0]);
    return Arrays.stream(identity.cells()).allMatch(cell -> index.tableOf(cell) == table);
  }

  /** Whether all its cells stand in one row: columns are added. */
  public boolean isColumnSum(Identity identity) {
    return isSameTable(identity)
        && Arrays.stream(identity.cells())
            .allMatch(cell -> index.ref(cell).row() == index.ref(identity.cells()[0]).row());
  }

  /** Whether its parts stand in other rows than its total, and are parts at all. */
  boolean isRowSum(Identity identity) {
    int row = index.ref(identity.cells()[0]).row();
    return Arrays.stream(identity.cells()).skip(1).allMatch(cell -> index.ref(cell).row() != row)
        && identity.group().strength() != Strength.EVIDENCE
        && !identity.group().id().equals(TableIdentities.CHANGE_ROW);
  }

  /** Whether it is of a column of changes: what a row lacks there may be more or less. */
  boolean isOfChanges(Identity identity) {
    int total = identity.cells()[0];
    String measure = index.table(total).columns().get(index.ref(total).column()).measure();
    return measure != null && measure.startsWith("change");
  }

  /** Whether the order of its rows tells the parts of a sum, not their labels. */
  static boolean isToldByOrder(Identity identity) {
    return BY_ORDER.contains(identity.group().id());
  }

  /** Whether codes tell its parts, and no reading of a list has to. */
  static boolean isStatedByCodes(Identity identity) {
    return identity.group().id().equals("code-hierarchy")
        && identity.group().strength() == Strength.STRONG;
  }

  /**
   * Whether rows of one table are added up that their labels name: what is added is no question.
   */
  boolean isByLabel(Identity identity) {
    return isSameTable(identity)
        && isRowSum(identity)
        && !isToldByOrder(identity)
        && !UNNAMED.contains(identity.group().id());
  }

  /** Whether the header tells which columns are added. */
  private static boolean isByHeader(Identity identity) {
    return identity.group().id().equals("column-sum");
  }

  /** Whether a rule of the data declares it: nothing in the table has to tell what is added. */
  static boolean isDeclared(Identity identity) {
    return !isToldByOrder(identity)
        && !isByHeader(identity)
        && !UNNAMED.contains(identity.group().id());
  }

  /** Whether sums of a group are the totals of whole lists. */
  public static boolean isOfWholeList(IdentityGroup group) {
    return group.id().equals("total");
  }

  /** Whether a 合计 adds up a single row: then it may count something else. */
  static boolean isTotalOfOne(Identity identity) {
    return identity.cells().length == 2 && TOTALS.contains(identity.group().id());
  }

  /** Whether the rows listed are less than their total by what a row may hold. */
  boolean isShortList(Identity identity) {
    return isRowSum(identity)
        && identity.residual(values)
            >= MIN_PLACES_MISSING * Math.max(1, index.quantum(identity.cells()[0]))
        && identity.nonZeroCount(values) >= 2
        && !isTotalOfOne(identity);
  }
}
