package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Word;

class PageVerdictTest {
  private static List<Word> page(int unsure, int sure, double labels) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < unsure + sure; i++) {
      words.add(word("12" + i + ".50", i < unsure ? 0.6 : 0.99));
    }
    for (int i = 0; i < 10; i++) {
      words.add(word("基本支出", labels));
    }
    return words;
  }

  private static Word word(String text, double confidence) {
    Box box = new Box(0, 0, 10, 10);
    return new Word(text, box, List.of(), 10, false, Origin.OCR, confidence, List.of());
  }

  @Test
  void aPageReadSurelyIsBelieved() {
    assertEquals(List.of(), PageVerdict.problems(page(0, 40, 0.97), 1));
    assertEquals(List.of(), PageVerdict.problems(page(1, 40, 0.97), 1));
    assertEquals(List.of(), PageVerdict.problems(page(1, 2, 0.97), 1));
    assertEquals(List.of(), PageVerdict.problems(page(6, 40, 0.97), 1), "their cells say so");
  }

  @Test
  void unsureFiguresOrLabelsMakeAPagePoor() {
    assertTrue(PageVerdict.problems(page(7, 40, 0.97), 7).get(0).startsWith("page 7 is poor"));
    assertTrue(PageVerdict.problems(page(4, 8, 0.97), 7).get(0).startsWith("page 7 is poor"));
    assertTrue(PageVerdict.problems(page(0, 40, 0.6), 7).get(0).startsWith("page 7 is poor"));
  }

  /** Each of its characters is read as surely as those of a label. */
  @Test
  void longLinesOfProseMakeNoPagePoor() {
    List<Word> prose = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      prose.add(word("全年社会消费品零售总额比上年增长按地区分县实现社会消费品零售总额增长", 0.45));
    }
    assertEquals(List.of(), PageVerdict.problems(prose, 1));
  }

  @Test
  void severalGuessesMakeAPagePoor() {
    List<Word> words = page(0, 20, 0.97);
    for (int i = 0; i < 5; i++) {
      words.add(word("乙", 0.3));
    }
    assertTrue(PageVerdict.problems(words, 7).get(0).startsWith("page 7 is poor: 5 of 35"));
  }
}
