package org.yusuan.check.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.evidence.Evidence;
import org.yusuan.knowledge.evidence.EvidenceRules;

/**
 * Weighs why identities fail. A document is accused only if every other explanation was tried and
 * speaks less loudly: other amounts may be what is added, a row may be left out or withheld, a
 * figure read into the wrong place, or rounded. What counts, and how much, is data: {@link
 * EvidenceRules}.
 */
public final class FailureWeigher {

  /** Evidence that other rows are added up than was thought, for sums that name no rows. */
  private static final Set<String> OF_ORDER =
      Set.of("far-off", "far-short", "one-part", "neighbouring-rows", "fails-in-all-columns");

  /** What is always so where a total is blank: it explains nothing where another column has it. */
  private static final Set<String> OF_BLANK_TOTAL = Set.of("total-blank", "other-addend", "moved");

  private final AmountIndex index;
  private final Assignment values;
  private final EvidenceRules rules;
  private final SumShape shape;
  private final OtherAddends others;
  private final PatternEvidence patterns;
  private final AmountEvidence amounts;
  private final RowSumEvidence rowSums;
  private final Map<Integer, List<Identity>> failing = new HashMap<>();
  private final Map<Identity, List<Evidence>> own = new IdentityHashMap<>();

  /**
   * @param found all identities of the document
   */
  public FailureWeigher(
      AmountIndex index,
      Assignment values,
      List<Identity> found,
      EvidenceRules rules,
      LabelPatterns words) {
    this.index = index;
    this.values = values;
    this.rules = rules;
    this.shape = new SumShape(index, values);
    this.others = new OtherAddends(index, values);
    Set<Integer> explained = new HashSet<>();
    for (Identity identity : found) {
      if (identity.outcome(index, values) == Outcome.FAILS) {
        for (int cell : identity.cells()) {
          failing.computeIfAbsent(cell, c -> new ArrayList<>()).add(identity);
        }
      } else if (identity.cells().length > 2
          && identity.nonZeroCount(values) >= 2
          && shape.isColumnSum(identity)) {
        explained.add(identity.cells()[0]);
      }
    }
    Set<IdentityGroup> throughout =
        new FailingThroughout(index, values, others, explained).groups(found);
    this.patterns = new PatternEvidence(index, values, found, throughout);
    this.amounts = new AmountEvidence(index, values, shape, found, explained);
    this.rowSums = new RowSumEvidence(index, values, found, rules, words, others);
  }

  /** The evidence on a failing identity. */
  public Weighing weigh(Identity identity) {
    List<Evidence> evidence = new ArrayList<>(own(identity));
    if (isCorroborated(identity)) {
      evidence.add(rules.of("corroborated"));
    }
    return new Weighing(identity, evidence);
  }

  /**
   * Whether a failure casts doubt on its amounts though it accuses nobody.
   *
   * @param holds how often its group holds
   * @param fails how often it fails
   */
  public boolean castsDoubt(Identity identity, int holds, int fails) {
    return patterns.castsDoubt(identity, holds, fails)
        && (identity.group().strength() == Strength.STRONG
            || identity.group().isAcross()
            || own(identity).stream().noneMatch(each -> rules.settling().contains(each.id())));
  }

  private List<Evidence> own(Identity identity) {
    List<Evidence> known = own.get(identity);
    if (known == null) {
      List<String> ids = new ArrayList<>(patterns.evidenceFor(identity));
      if (!patterns.areExchanged(identity.group())) {
        ids.addAll(amounts.evidenceFor(identity));
        if (shape.isSameTable(identity)) {
          if (shape.isRowSum(identity)) {
            ids.addAll(
                rowSums.evidenceFor(
                    identity, ids.contains("stated") || ids.contains("pattern-holds")));
          }
          if (others.explain(identity)) {
            // What the header adds up in all other rows it adds up in this one too.
            ids.add(
                shape.isColumnSum(identity) && patterns.holdsInOtherRows(identity)
                    ? "beside-its-column"
                    : "other-addend");
          }
        }
      }
      if (shape.isByLabel(identity)) {
        ids.removeAll(OF_ORDER);
      }
      if (patterns.printsOtherTotals(identity)) {
        ids.remove("total-blank");
      }
      if (ids.contains(Weighing.TOTAL_IN_OTHER_COLUMN)) {
        ids.removeAll(OF_BLANK_TOTAL);
      }
      known = ids.stream().map(rules::of).toList();
      own.put(identity, known);
    }
    return known;
  }

  /**
   * Whether another relation, in which the cell plays another part, is off by the same amount. A
   * relation that is misread itself proves nothing.
   */
  private boolean isCorroborated(Identity identity) {
    long residual = identity.residual(values);
    for (int i = 0; i < identity.cells().length; i++) {
      int cell = identity.cells()[i];
      long change = -residual * identity.coefficients()[i];
      for (Identity other : failing.getOrDefault(cell, List.of())) {
        int at = other.indexOf(cell);
        boolean another =
            other != identity
                && (other.group() != identity.group() || (at == 0) != (i == 0))
                && !Arrays.equals(sorted(other), sorted(identity));
        // What is rounded in either may hide a little of it.
        if (another
            && Math.abs(-other.residual(values) * other.coefficients()[at] - change)
                <= other.tolerance(index, values)
            && !new Weighing(other, own(other)).isMisread()) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[] sorted(Identity identity) {
    int[] cells = identity.cells().clone();
    Arrays.sort(cells);
    return cells;
  }
}
