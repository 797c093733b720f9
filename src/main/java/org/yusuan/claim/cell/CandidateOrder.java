package org.yusuan.claim.cell;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.yusuan.claim.cell.CellIndex.Candidate;

/**
 * Which of several cells is looked at first: by how well it says what the prose says, by the
 * section that the prose stands in, and by the kind of its table.
 *
 * @param preferred kinds of table, those first that come first
 * @param ofOneBudget the ids of the tables that hold the money of one budget
 */
record CandidateOrder(List<String> preferred, Set<String> ofOneBudget) {
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
}
