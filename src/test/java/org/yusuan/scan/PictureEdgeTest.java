package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.text.PrintedNumber;

class PictureEdgeTest {
  private final PictureEdge edge = of(List.of());

  private static PictureEdge of(List<Ruling> rulings) {
    return new PictureEdge(PageTransform.none(595, 842), rulings);
  }

  private static Word word(String text, double right) {
    return word(text, right, 0.99);
  }

  private static Word word(String text, double right, double confidence) {
    Box box = new Box(right - 40, 100, right, 110);
    return new Word(text, box, List.of(), 10, false, Origin.OCR, confidence, List.of());
  }

  @Test
  void aGuessAtTheEdgeDoesNotTellThatFiguresAreCut() {
    assertTrue(edge.cutsFigures(List.of(word("22,186", 594), word("1,995", 594))));
    assertFalse(edge.cutsFigures(List.of(word("22,186", 594), word("1995", 594, 0.3))));
    assertFalse(edge.cutsFigures(List.of(word("22,186", 594), word("1,995", 500))));
    assertEquals(0, edge.marked(word("1995", 594, 0.3)).confidence());
  }

  @Test
  void aFigureAtTheEdgeOfThePictureIsNoNumber() {
    Word cut = edge.marked(word("22,186", 594));
    assertTrue(cut.text().startsWith("22,186"));
    assertNull(PrintedNumber.parseRecognized(cut.text()));
    assertEquals(0, cut.confidence());
  }

  @Test
  void whatStandsWithinOrIsNoFigureStays() {
    Word within = word("22,186", 560);
    Word label = word("合计", 594.5);
    assertEquals(within, edge.marked(within));
    assertEquals(label, edge.marked(label));
  }

  @Test
  void aFigureCutBetweenTwoDigitsIsNoNumberEither() {
    assertNull(PrintedNumber.parseRecognized(edge.marked(word("7877.", 591)).text()));
  }

  @Test
  void linesThatRunOutOfThePictureTellThatColumnsAreMissing() {
    assertTrue(of(lines(595)).cutsTable());
    assertFalse(of(lines(560)).cutsTable());
  }

  @Test
  void aTableThatIsClosedAtTheEdgeIsWholeUnlessTheEdgeOfTheSheetIsTakenForItsSide() {
    List<Ruling> closed = new ArrayList<>(lines(593.5));
    closed.add(new Ruling(false, 594, 100, 180, 1));
    // The line below the head of the page.
    closed.add(new Ruling(true, 40, 60, 594.5, 1));
    assertFalse(of(closed).cutsTable());
    assertEquals("22,186", of(closed).marked(word("22,186", 593.2)).text());
    List<Ruling> shade = new ArrayList<>(lines(593.5));
    shade.add(new Ruling(false, 594, 0, 842, 1));
    assertTrue(of(shade).cutsTable());
    assertNull(PrintedNumber.parseRecognized(of(shade).marked(word("22,186", 593.2)).text()));
  }

  @Test
  void aSideThatWasNeverPrintedClosesNothing() {
    for (Ruling put :
        List.of(new Ruling(false, 594, 100, 180, 0.36), new Ruling(false, 595, 100, 180, 1))) {
      List<Ruling> open = new ArrayList<>(lines(593.5));
      open.add(put);
      assertTrue(of(open).cutsTable());
      assertNull(PrintedNumber.parseRecognized(of(open).marked(word("22,186", 594)).text()));
    }
  }

  private static List<Ruling> lines(double end) {
    return IntStream.range(0, 5).mapToObj(i -> new Ruling(true, 100 + 20 * i, 60, end, 1)).toList();
  }
}
