package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChineseNumeralTest {
  @Test
  void whatIsPrintedIsParsed() {
    for (int number = 1; number < 100; number++) {
      assertEquals(number, ChineseNumeral.parse(ChineseNumeral.print(number)));
    }
  }

  @Test
  void printsAsListsDo() {
    assertEquals("十", ChineseNumeral.print(10));
    assertEquals("十二", ChineseNumeral.print(12));
    assertEquals("二十", ChineseNumeral.print(20));
    assertEquals("二十一", ChineseNumeral.print(21));
  }

  @Test
  void whatIsNoNumeralIsNone() {
    for (String wrong : new String[] {"", "二二", "十十", "一十二", "：十", "零", "十零", "百"}) {
      assertEquals(0, ChineseNumeral.parse(wrong), wrong);
    }
  }
}
