package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.Word;

class DecimalPointsTest {
  private static List<Word> column(String... texts) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      Box box = new Box(200 - 5 * texts[i].length(), 20 * i, 200, 20 * i + 10);
      List<Reading> readings = List.of(new Reading(texts[i], 0.97));
      words.add(new Word(texts[i], box, List.of(), 10, false, Origin.OCR, 0.97, readings));
    }
    return words;
  }

  private static Word last(String... texts) {
    List<Word> settled = DecimalPoints.settled(column(texts));
    return settled.get(settled.size() - 1);
  }

  @Test
  void amongFractionsOfManyLengthsACommaIsAPoint() {
    assertEquals("35.678", last("10.2714", "0.3116", "0.09", "7.9", "35,678").text());
  }

  @Test
  void thousandsStayThousandsWhereOthersHaveThem() {
    assertEquals("35,678", last("1,210.27", "8.3116", "2.09", "7.9", "35,678").text());
    assertEquals("35,678", last("120", "311", "9", "35,678").text());
  }

  @Test
  void aFigureThatMayHaveLostItsPointIsNotSure() {
    Word word = last("7877.76", "6333.96", "1685.72", "1589744");
    assertEquals("1589744", word.text());
    assertTrue(word.confidence() < 0.5);
    assertTrue(word.readings().stream().anyMatch(reading -> reading.text().equals("15897.44")));
  }

  @Test
  void noughtsAndColumnsOfWholeNumbersAreSure() {
    assertEquals(0.97, last("7877.76", "6333.96", "1685.72", "0").confidence());
    assertEquals(0.97, last("201", "20101", "2010101", "2010199").confidence());
  }
}
