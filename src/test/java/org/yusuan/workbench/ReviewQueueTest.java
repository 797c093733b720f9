package org.yusuan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.check.CheckTrace;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.knowledge.Strength;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Status;

class ReviewQueueTest {

  private static Disclosure disclosure(Status status) {
    return disclosure(status, 5);
  }

  private static Disclosure disclosure(Status status, int rows) {
    MadeTable table = MadeTable.items("t1", "unknown", "某表", "元").measure(null, "甲").on(1, status);
    for (int row = 0; row < rows; row++) {
      table.item(1, "项目" + row, row == 4 ? "9" : "7");
    }
    return MadeDisclosure.budget("某局", 2025).table(table).build();
  }

  /** Identities that make pairs of rows equal. */
  private static CheckTrace equal(int[]... pairs) {
    List<CheckTrace.Equation> equations = new ArrayList<>();
    for (int[] pair : pairs) {
      equations.add(
          new CheckTrace.Equation(
              List.of(member(pair[0], 1), member(pair[1], -1)),
              BigDecimal.ZERO,
              BigDecimal.ZERO,
              Outcome.HOLDS,
              true));
    }
    return new CheckTrace(
        List.of(
            new CheckTrace.Group(
                "same", Strength.STRONG, true, "相等", "the same", pairs.length, 0, equations)),
        List.of());
  }

  private static CheckTrace.Member member(int row, int sign) {
    return new CheckTrace.Member(new CellRef("t1", row, 1), sign, new BigDecimal(7), false);
  }

  @Test
  void theAmountWithMostCopiesComesFirstAndItsCopiesNeedNoLook() {
    ReviewQueue.Plan plan =
        ReviewQueue.plan(disclosure(Status.UNVERIFIED), equal(new int[] {0, 1}, new int[] {1, 2}));
    assertEquals(5, plan.open());
    assertEquals(5, plan.covered());
    assertEquals(2, plan.looks().size());
    assertEquals(List.of(new CellRef("t1", 0, 1)), plan.looks().get(0).cells());
    assertEquals(List.of(3, 2), plan.looks().stream().map(ReviewQueue.Look::gain).toList());
  }

  @Test
  void amountsThatStandAloneAreLookedAtTogetherButNotTooManyAtOnce() {
    ReviewQueue.Plan plan = ReviewQueue.plan(disclosure(Status.UNVERIFIED, 30), equal());
    assertEquals(30, plan.covered());
    assertEquals(
        List.of(ReviewQueue.MAX_AMOUNTS_PER_LOOK, ReviewQueue.MAX_AMOUNTS_PER_LOOK, 6),
        plan.looks().stream().map(look -> look.cells().size()).toList());
    assertEquals(new CellRef("t1", 12, 1), plan.looks().get(1).cells().get(0));
  }

  @Test
  void anAmountInDisputeIsLookedAtAlone() {
    ReviewQueue.Plan plan = ReviewQueue.plan(disclosure(Status.DISPUTED), equal());
    assertEquals(5, plan.looks().size());
    assertEquals(List.of(new CellRef("t1", 0, 1)), plan.looks().get(0).cells());
  }

  @Test
  void whatIsVerifiedNeedsNoLook() {
    ReviewQueue.Plan plan = ReviewQueue.plan(disclosure(Status.VERIFIED), equal(new int[] {0, 1}));
    assertEquals(List.of(), plan.looks());
    assertEquals(0, plan.open());
  }
}
