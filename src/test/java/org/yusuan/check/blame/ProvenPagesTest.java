package org.yusuan.check.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Status;
import org.yusuan.page.FigureDoubt;
import org.yusuan.page.WordDoubt;

class ProvenPagesTest {
  private static final String UNSURE = FigureDoubt.unsure(1, 7, 20);
  private static final String GUESSES = WordDoubt.some(1, 12, 40);
  private static final String NO_TONER = FigureDoubt.withoutToner(1, 12);

  /** What is said of a recognized page with these amounts, all of one row, and these problems. */
  private static List<String> believed(List<Status> statuses, String... problems) {
    MadeTable table = MadeTable.coded("t1", "expenditure", "支出表", "元").measure("total", "合计");
    for (int r = 0; r < statuses.size(); r++) {
      table.on(1, statuses.get(r)).code("20" + r, "教育支出", "5");
    }
    SourceFile source =
        new SourceFile(
            "a.pdf",
            "",
            1,
            null,
            List.of(new SourcePage(1, 595, 842, Origin.OCR, List.of(problems))));
    Disclosure disclosure =
        MadeDisclosure.budget("某局", 2025).table(table).build().withSource(source);
    return ProvenPages.believed(disclosure).source().pages().get(0).problems();
  }

  @Test
  void aPageThatItsSumsProveIsNotDoubtedForItsFigures() {
    assertEquals(
        List.of(),
        believed(List.of(Status.VERIFIED, Status.VERIFIED, Status.UNVERIFIED), UNSURE, NO_TONER));
  }

  @Test
  void aDisputedAmountSaysThatTheDoubtIsRight() {
    assertEquals(
        List.of(UNSURE),
        believed(List.of(Status.VERIFIED, Status.VERIFIED, Status.DISPUTED), UNSURE));
  }

  @Test
  void mostAmountsUnverifiedProveNothing() {
    assertEquals(
        List.of(NO_TONER),
        believed(List.of(Status.VERIFIED, Status.UNVERIFIED, Status.UNVERIFIED), NO_TONER));
  }

  @Test
  void otherProblemsStay() {
    String other = "page 1: figures are cut at the edge of its picture";

    assertEquals(
        List.of(other),
        believed(List.of(Status.VERIFIED, Status.VERIFIED, Status.VERIFIED), other, UNSURE));
  }

  @Test
  void guessesDoNotMatterWhereFiguresAreWellRead() {
    assertEquals(
        List.of(),
        believed(
            List.of(Status.VERIFIED, Status.VERIFIED, Status.VERIFIED, Status.UNVERIFIED),
            GUESSES));
  }

  @Test
  void guessesMatterWhereFiguresAreDoubtedOrFewAreVerified() {
    assertEquals(
        List.of(GUESSES),
        believed(
            List.of(Status.VERIFIED, Status.VERIFIED, Status.VERIFIED, Status.DISPUTED), GUESSES));
    assertEquals(
        List.of(GUESSES),
        believed(List.of(Status.VERIFIED, Status.VERIFIED, Status.UNVERIFIED), GUESSES));
  }

  @Test
  void guessesMatterWhereAnotherProblemStands() {
    String cut = "page 1: figures are cut at the edge of its picture";
    assertEquals(
        List.of(GUESSES, cut),
        believed(List.of(Status.VERIFIED, Status.VERIFIED, Status.VERIFIED), GUESSES, cut));
  }
}
