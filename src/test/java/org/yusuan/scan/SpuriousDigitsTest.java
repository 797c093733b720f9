package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Word;

class SpuriousDigitsTest {
  private static Word word(String text, double top, double height) {
    return new Word(
        text,
        new Box(100, top, 120, top + height),
        List.of(),
        height,
        false,
        Origin.OCR,
        0.99,
        List.of());
  }

  @Test
  void aDigitOfAThirdOfThePrintsHeightIsAStain() {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      words.add(word("1,234.56", 20 * row, 9));
    }
    Word nought = word("0", 200, 8);
    words.add(nought);
    List<Word> clean = List.copyOf(words);
    words.add(word("0", 220, 3));
    assertEquals(clean, SpuriousDigits.without(words));
  }
}
