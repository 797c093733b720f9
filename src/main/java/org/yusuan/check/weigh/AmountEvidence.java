package org.yusuan.check.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;

/** Evidence on a failure from the amounts of the identity themselves. */
final class AmountEvidence {

  /**
   * A total and the sum of its parts are far off if one is more than this many times the other. A
   * guess.
   */
  private static final int MAX_RATIO = 3;

  /**
   * A document adds up what it prints, not what it rounds, if so many of its sums hold to the last
   * place and none is off by what rounding explains. A sum of three rounded figures holds so in
   * about two of three cases, and twenty in one of three thousand.
   */
  private static final int MIN_EXACT_SUMS = 20;

  /** Sums of more amounts than this count; that a total repeats its only part is no sum. */
  private static final int MIN_AMOUNTS = 3;

  private final AmountIndex index;
  private final Assignment values;
  private final SumShape shape;
  private final Set<Integer> explained;
  private final boolean addsExactly;

  /**
   * @param found all identities of the document
   * @param explained totals that hold with other parts
   */
  AmountEvidence(
      AmountIndex index,
      Assignment values,
      SumShape shape,
      List<Identity> found,
      Set<Integer> explained) {
    this.index = index;
    this.values = values;
    this.shape = shape;
    this.explained = explained;
    this.addsExactly = addsExactly(found);
  }

  /** Whether all sums of rounded figures that nearly hold do so to the last place. */
  private boolean addsExactly(List<Identity> found) {
    int exact = 0;
    for (Identity identity : found) {
      if (index.quantum(identity.cells()[0]) > 1 && identity.nonZeroCount(values) > MIN_AMOUNTS) {
        switch (identity.outcome(index, values)) {
          case HOLDS -> exact++;
          case ROUNDS -> {
            return false;
          }
          case FAILS -> {}
        }
      }
    }
    return exact >= MIN_EXACT_SUMS;
  }

  /** The names of the evidence on a failing identity. */
  List<String> evidenceFor(Identity identity) {
    List<String> ids = new ArrayList<>();
    int total = identity.cells()[0];
    long whole = values.of(total);
    long expected = whole - identity.residual(values);
    int parts = 0;
    boolean zeros = false;
    if (Arrays.stream(identity.cells()).anyMatch(this::isUnread)) {
      ids.add("unread-number");
    }
    if (whole != 0 && expected != whole && expected % whole == 0 && expected / whole > 1) {
      ids.add("multiple-of-total");
    }
    for (int i = 1; i < identity.cells().length; i++) {
      int cell = identity.cells()[i];
      parts += values.of(cell) == 0 ? 0 : 1;
      zeros |= values.of(cell) == 0 && isPrintedZero(cell);
    }
    if (whole == 0 && !isPrintedZero(total)) {
      ids.add("total-blank");
    }
    long residual = Math.abs(identity.residual(values));
    if (shape.nearlyHolds(identity)) {
      ids.add("nearly-holds");
    }
    // What is printed twice is not rounded in two ways.
    boolean copied =
        identity.nonZeroCount(values) == 2 && residual > identity.tolerance(index, values);
    long rounded =
        Math.max(identity.tolerance(index, values), identity.toleranceAsPrinted(index, values));
    // Parts whose last places are cut off, not rounded, are short by up to a whole place each; what
    // they have too much is at most what their total alone is cut by.
    long cut =
        identity.residual(values) > 0 ? 2 * rounded : rounded + (index.quantum(total) + 1) / 2;
    if (!copied && residual <= cut) {
      ids.add(addsExactly ? "little-beyond-exact" : "little-beyond-rounding");
    }
    if (explained.contains(total) && shape.isColumnSum(identity)) {
      ids.add("total-explained");
    }
    if (parts == 0) {
      ids.add(zeros ? "parts-printed-zero" : "parts-blank");
    }
    if (expected < 0 && whole >= 0 || expected > 0 && whole < 0) {
      ids.add("negative-expected");
    } else if (whole != 0
        && (Math.abs(expected) > MAX_RATIO * Math.abs(whole)
            || Math.abs(whole) > MAX_RATIO * Math.abs(expected) && !shape.isShortList(identity))) {
      ids.add("far-off");
    }
    if (Math.abs(identity.residual(values)) <= identity.toleranceAsPrinted(index, values)) {
      ids.add("printed-shorter");
    }
    return ids;
  }

  /** Whether a cell counts as blank though it shows digits. */
  private boolean isUnread(int cell) {
    return index.isBlank(cell) && index.cell(cell).text().codePoints().anyMatch(Character::isDigit);
  }

  private boolean isPrintedZero(int cell) {
    return index.cell(cell).text().indexOf('0') >= 0;
  }
}
