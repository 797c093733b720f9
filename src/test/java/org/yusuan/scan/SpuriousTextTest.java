package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Word;

class SpuriousTextTest {
  private static Word word(String text, double top, double height) {
    return word(text, top, 20, height);
  }

  private static Word word(String text, double top, double width, double height) {
    return new Word(
        text,
        new Box(100, top, 100 + width, top + height),
        List.of(),
        height,
        false,
        Origin.OCR,
        0.99,
        List.of());
  }

  private static List<Word> figures() {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      words.add(word("1,234.56", 20 * row, 9));
    }
    return words;
  }

  @Test
  void aDigitOfAThirdOfThePrintsHeightIsAStain() {
    List<Word> words = figures();
    words.add(word("0", 200, 8));
    List<Word> clean = List.copyOf(words);
    words.add(word("0", 220, 3));
    assertEquals(clean, SpuriousText.without(words));
  }

  @Test
  void theEdgeOfTheSheetIsNoOne() {
    List<Word> words = figures();
    words.add(word("1", 200, 4, 9));
    words.add(word("1", 220, 7, 20));
    List<Word> clean = List.copyOf(words);
    words.add(word("1", 240, 1.2, 33));
    assertEquals(clean, SpuriousText.without(words));
  }

  @Test
  void aRestOfARulingIsNoRowOfMarks() {
    List<Word> words = figures();
    words.add(word("—", 200, 40, 1));
    words.add(word("一", 210, 9, 1));
    words.add(word(".....·...", 215, 60, 1));
    List<Word> clean = List.copyOf(words);
    words.add(word("·、.T", 220, 40, 1.8));
    assertEquals(clean, SpuriousText.without(words));
  }
}
