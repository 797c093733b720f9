package org.yusuan.source.second;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure of a sentence in the plain text of its page. */
class PlainTextReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "支出 1 234.50 万元。 | 1234.50 | 万元 | true",
        "支出1，234.50万元 | 1,234.50 | 万元 | true",
        "支出11,234.50万元 | 1,234.50 | 万元 | false",
        "支出1,234.56万元 | 1,234.5 | 万元 | false",
        "支出1,284.50万元 | 1,234.50 | 万元 | false",
        "支出1,234.50元 | 1,234.50 | 万元 | false",
        "预算为0；其中 | 0 | '' | true",
        "预算为10；其中 | 0 | '' | false",
      })
  void findsTheWholeFigureWithItsUnit(String text, String printed, String unit, boolean stated) {
    assertEquals(stated, PlainTextReader.states(PlainTextReader.plain(text), printed, unit));
  }
}
