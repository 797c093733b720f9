package org.yusuan.claim.cell;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.cell.RowIndex.IndexedRow;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.text.TextNormalizer;

/**
 * Which of several cells is looked at first: by how well it says what the prose says, by the
 * section that the prose stands in, and by the kind of its table.
 *
 * @param preferred kinds of table, those first that come first
 * @param ofOneBudget the ids of the tables that hold the money of one budget
 * @param partial words of totals that leave out what was carried over
 */
record CandidateOrder(List<String> preferred, Set<String> ofOneBudget, Pattern partial) {

  private static final String BOTH = "both";

  CandidateOrder {
    preferred = List.copyOf(preferred);
    ofOneBudget = Set.copyOf(ofOneBudget);
  }

  /**
   * The order of the cells for one amount.
   *
   * @param ofAll whether the prose names no budget: then the tables of all money come first
   */
  Comparator<Candidate> best(boolean ofAll) {
    return Comparator.comparing(Candidate::fit)
        .thenComparing(candidate -> !candidate.inSection())
        .thenComparing(Candidate::apart)
        .thenComparing(candidate -> ofAll && ofOneBudget.contains(candidate.table().id()))
        .thenComparing(this::preference)
        .thenComparing(Candidate::more);
  }

  private int preference(Candidate candidate) {
    int place = preferred.indexOf(candidate.table().kind());
    return place < 0 ? preferred.size() : place;
  }

  /**
   * In how many things a cell says something else than the prose, or nothing: 「其中：一般公共预算拨款 5 万元」 is
   * rather in the row of that budget than in the total, and what is spent rather in an item of
   * expenditure than in one of revenue by the same name.
   */
  static int apart(Meaning claim, Meaning context, Meaning cell) {
    String budget = claim.get(Aspect.BUDGET);
    boolean otherBudget = budget != null && !budget.equals(cell.get(Aspect.BUDGET));
    String own = claim.get(Aspect.SIDE);
    String heard = claim.names().isEmpty() ? null : context.get(Aspect.SIDE);
    String side = cell.get(Aspect.SIDE);
    boolean otherSide = own == null ? isOther(heard, side) : !own.equals(side) && !BOTH.equals(own);
    return (otherBudget ? 1 : 0) + (otherSide ? 1 : 0);
  }

  private static boolean isOther(@Nullable String side, @Nullable String other) {
    return side != null && other != null && !BOTH.equals(side) && !side.equals(other);
  }

  /**
   * How much more or less a cell says, so that 收入总计 is linked to 收入总计 and not to 本年收入合计, and what
   * sentences before were of both sides to a cell of neither.
   *
   * @param ofTotal whether it is in the total row of its table
   */
  int more(IndexedRow row, boolean ofTotal, Meaning claim, Meaning context, Meaning cell) {
    if (!claim.names().isEmpty()) {
      String side = claim.get(Aspect.SIDE) == null ? context.get(Aspect.SIDE) : null;
      String own = cell.get(Aspect.SIDE);
      return side == null || own == null || side.equals(own) ? 0 : 1;
    }
    String label = row.part().label() == null ? "" : row.part().label();
    boolean total = claim.get(Aspect.TOTAL) != null && cell.get(Aspect.TOTAL) == null;
    boolean ofPart = partial.matcher(TextNormalizer.of(label)).find();
    boolean ofYear = "year".equals(claim.get(Aspect.ORIGIN));
    return (total ? 2 : 0) + (ofPart != ofYear ? 2 : 0) + (ofTotal ? 0 : 1);
  }
}
