package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Word;

/** What is print on a picture of drawings. */
class LegibilityTest {

  private static Word word(String text, double confidence) {
    return new Word(
        text, new Box(0, 0, 80, 12), List.of(), 10, false, Origin.OCR, confidence, List.of());
  }

  @Test
  void theNameOfAPublisherIsPrintThoughDrawingsStandAroundIt() {
    assertTrue(Legibility.isSureName(word("东海省财政厅", 0.98)));
    assertFalse(Legibility.isSureName(word("东海省财政厅", 0.6)));
    assertFalse(Legibility.isSureName(word("丛山", 0.98)));
    assertFalse(Legibility.isSureName(word("2031-1", 0.98)));
  }

  @Test
  void zerosDoNotTellThatAPageStandsUpright() {
    List<Word> turned =
        List.of(word("0.00", 0.99), word("0.00", 0.99), word("1,689.00", 0.97), word("骊甾", 0.1));
    assertTrue(Legibility.soundness(turned) > 0.5);
    assertTrue(Legibility.uprightness(turned) < 0.5);
    assertTrue(Legibility.uprightness(List.of(word("0.00", 0.99), word("部门收入", 0.9))) > 0.5);
    assertTrue(Legibility.uprightness(List.of(word("0.00", 0.99))) > 0.5);
  }
}
