package org.yusuan.layout.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.Word;

class CellReadingsTest {
  private static Word word(String text, Reading... readings) {
    return new Word(
        text, new Box(0, 0, 1, 1), List.of(), 1, false, Origin.OCR, 0.9, List.of(readings));
  }

  @Test
  void aCellOfTwoWordsHasTheReadingsOfBoth() {
    Word one = word("1,2", new Reading("1,2", 0.9), new Reading("7,2", 0.1));
    Word other = word("34.00", new Reading("34.00", 1));
    List<Reading> readings = CellReadings.of(List.of(one, other), "1,234.00");
    assertEquals(List.of("1,234.00", "7,234.00"), readings.stream().map(Reading::text).toList());
    assertEquals(0.1, readings.get(1).probability(), 1e-9);
  }

  @Test
  void aCellWhoseTextIsNotItsWordsHasNone() {
    Word one = word("12", new Reading("12", 0.9));
    assertEquals(List.of(), CellReadings.of(List.of(one, one), "21"));
  }
}
