package org.yusuan.claim.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;

/**
 * Links amounts by those beside them. An amount of few digits is no proof of its cell, and of one
 * that is cut off or rounded otherwise nobody knows whether it is of another cell: but where the
 * sentences before and after restate a table, so does it, if a cell of that table has its name.
 */
final class NeighbourLinks {

  /** So many amounts on either side are looked at. A guess. */
  private static final int NEIGHBOURS = 3;

  /**
   * At least so many of them must be of the table. Of some 150 amounts linked so in seven reports,
   * read with their cells, all are of the thing that is named; fewer were not tried.
   */
  private static final int MIN_OF_TABLE = 2;

  private final List<List<Candidate>> found;

  /**
   * Links of the amounts of one document.
   *
   * @param found the cells that may hold each amount, best first
   */
  NeighbourLinks(List<List<Candidate>> found) {
    this.found = List.copyOf(found);
  }

  /** The statements in reading order, with those among them linked that their neighbours tell. */
  List<Linked> link(List<Linked> linked) {
    List<Linked> all = new ArrayList<>(linked);
    for (int i = 0; i < all.size(); i++) {
      Linked one = all.get(i);
      Claim claim = one.claim();
      if (isLevel(one)
          && claim.refersTo().isEmpty()
          && claim.amount() != null
          && claim.amount().signum() != 0) {
        Candidate agreeing = told(all, i, cell -> AmountComparison.agrees(claim, cell.cell()));
        Candidate cut =
            agreeing == null && AmountComparison.isTelling(claim)
                ? told(all, i, cell -> AmountComparison.isCut(claim, cell.cell()))
                : null;
        Candidate rounded =
            agreeing == null && cut == null && AmountComparison.isTelling(claim)
                ? told(all, i, cell -> AmountComparison.isRounding(claim, cell.cell()))
                : null;
        if (agreeing != null) {
          all.set(i, ClaimLinker.agreeing(one.statement(), agreeing, found.get(i)));
        } else if (cut != null) {
          all.set(i, ClaimLinker.cut(one.statement(), cut));
        } else if (rounded != null) {
          all.set(i, ClaimLinker.rounded(one.statement(), rounded));
        }
      }
    }
    return all;
  }

  /** The first cell of a name that holds an amount, in a table that the neighbours restate. */
  private @Nullable Candidate told(List<Linked> all, int at, Predicate<Candidate> holds) {
    return found.get(at).stream()
        .filter(one -> !one.renamed() && holds.test(one))
        .filter(
            one ->
                isOfRow(all, at, one)
                    || ofTable(all, at, -1, one.table().id())
                            + ofTable(all, at, 1, one.table().id())
                        >= MIN_OF_TABLE)
        .findFirst()
        .orElse(null);
  }

  /** Whether the prose restates another cell of its row beside it: 限额 5 亿元…余额 4 亿元. */
  private static boolean isOfRow(List<Linked> all, int at, Candidate cell) {
    for (int k = Math.max(0, at - NEIGHBOURS);
        k <= Math.min(all.size() - 1, at + NEIGHBOURS);
        k++) {
      Linked other = all.get(k);
      if (k != at
          && isLevel(other)
          && Boolean.TRUE.equals(other.claim().agrees())
          && AmountComparison.isTelling(other.claim())
          && other.claim().refersTo().stream()
              .anyMatch(
                  ref ->
                      ref.table().equals(cell.ref().table())
                          && ref.row() == cell.ref().row()
                          && ref.column() != cell.ref().column())) {
        return true;
      }
    }
    return false;
  }

  /** How many of the amounts on one side restate a cell of a table, or would. */
  private int ofTable(List<Linked> all, int at, int step, String table) {
    int seen = 0;
    int ofTable = 0;
    for (int k = at + step; k >= 0 && k < all.size() && seen < NEIGHBOURS; k += step) {
      if (isLevel(all.get(k))) {
        seen++;
        ofTable += isOfTable(all.get(k), found.get(k), table) ? 1 : 0;
      }
    }
    return ofTable;
  }

  private static boolean isOfTable(Linked one, List<Candidate> cells, String table) {
    Claim claim = one.claim();
    if (!claim.refersTo().isEmpty()) {
      return Boolean.TRUE.equals(claim.agrees())
          && claim.refersTo().stream().anyMatch(ref -> ref.table().equals(table));
    }
    return claim.amount() != null
        && claim.amount().signum() != 0
        && cells.stream()
            .anyMatch(
                cell ->
                    !cell.renamed()
                        && cell.table().id().equals(table)
                        && AmountComparison.agrees(claim, cell.cell()));
  }

  private static boolean isLevel(Linked one) {
    return one.statement().quantity() == Quantity.LEVEL;
  }
}
