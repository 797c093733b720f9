package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumeralTest {
  @Test
  void whatIsPrintedIsParsed() {
    for (int number = 1; number < 100; number++) {
      assertEquals(number, Numeral.parse(Numeral.print(number)));
    }
  }

  @Test
  void printsAsListsDo() {
    assertEquals("十", Numeral.print(10));
    assertEquals("十二", Numeral.print(12));
    assertEquals("二十", Numeral.print(20));
    assertEquals("二十一", Numeral.print(21));
  }

  @Test
  void whatIsNoNumeralIsNone() {
    for (String wrong : new String[] {"", "二二", "十十", "一十二", "：十", "零", "十零", "百"}) {
      assertEquals(0, Numeral.parse(wrong), wrong);
    }
  }
}
