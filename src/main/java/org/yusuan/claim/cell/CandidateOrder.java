package org.yusuan.claim.cell;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
        .thenComparing(candidate -> ofAll && ofOneBudget.contains(candidate.table().id()))
        .thenComparing(this::preference)
        .thenComparing(Candidate::more);
  }

  private int preference(Candidate candidate) {
    int place = preferred.indexOf(candidate.table().kind());
    return place < 0 ? preferred.size() : place;
  }

  /**
   * How much more or less a cell says, so that 收入总计 is linked to 收入总计 and not to 本年收入合计, and what
   * sentences before were spending to what is spent.
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
