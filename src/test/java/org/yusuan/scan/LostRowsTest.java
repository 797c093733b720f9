package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** A band of three cells, 100 points wide each, that holds two lines, and a row below it. */
class LostRowsTest {
  private final List<Ruling> rulings = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  LostRowsTest() {
    for (double y : new double[] {100, 140, 160}) {
      rulings.add(new Ruling(true, y, 50, 350, 1));
    }
    for (double x = 50; x <= 350; x += 100) {
      rulings.add(new Ruling(false, x, 100, 160, 1));
    }
  }

  private void line(double top, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        Box box = new Box(60 + 100 * i, top, 140 + 100 * i, top + 10);
        List<Reading> readings = List.of(new Reading(texts[i], 0.97));
        words.add(new Word(texts[i], box, List.of(), 10, false, Origin.OCR, 0.97, readings));
      }
    }
  }

  private List<Ruling> drawn() {
    List<Ruling> drawn = LostRows.drawn(rulings, words);
    return drawn.subList(rulings.size(), drawn.size());
  }

  private static final List<Ruling> BETWEEN = List.of(new Ruling(true, 120, 50, 350, 1));

  @Test
  void amountsBelowTheWordsOfAHeaderAreARow() {
    line(105, "名称", "合计", "其中");
    line(125, "合计", "1,200.50", "300.25");
    assertEquals(BETWEEN, drawn());
  }

  @Test
  void amountsBelowAmountsAreARow() {
    line(105, "甲", "1,200.50", "");
    line(125, "乙", "300.25", "");
    assertEquals(BETWEEN, drawn());
  }

  @Test
  void aSpeckIsNoLabel() {
    line(105, "名称", "合计", "其中");
    line(117, "", "xo", "m");
    line(125, "合计", "1,200.50", "300.25");
    assertEquals(1, drawn().size());
  }

  @Test
  void threeRowsArePartedOneAfterTheOther() {
    line(101, "甲", "1,200.50", "");
    line(114, "乙", "300.25", "7.50");
    line(127, "丙", "20.75", "8.50");
    assertEquals(List.of(112.5, 125.5), drawn().stream().map(Ruling::position).toList());
  }

  @Test
  void partsOfAWrappedFigureAreNoRows() {
    line(105, "甲", "12,345,6", "23,456,7");
    line(125, "乙", "78.90", "89.01");
    assertEquals(List.of(), drawn());
  }

  @Test
  void wrappedWordsAreNoRows() {
    line(105, "某某某某", "某某", "1,200.50");
    line(125, "某某", "某某", "");
    assertEquals(List.of(), drawn());
  }

  @Test
  void aWordThatStandsAcrossTheGapForbidsIt() {
    line(105, "", "合计", "其中");
    line(125, "", "1,200.50", "300.25");
    line(115, "某某");
    assertEquals(List.of(), drawn());
  }
}
