package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FigureTextTest {
  @Test
  void mendsACommaThatIsAPoint() {
    assertEquals("6,958,414.00", FigureText.mend("6.958,414,00"));
  }

  @Test
  void dropsAMarkAfterTheLastDecimal() {
    assertEquals("91,016,775.35", FigureText.mend("91,016,775.35."));
    assertEquals("775.", FigureText.mend("775."));
  }

  @Test
  void leavesGroupsAloneThatAreNoFigureEitherWay() {
    assertEquals("12.3456,7", FigureText.mend("12.3456,7"));
  }

  @Test
  void takesLettersThatLookLikeDigitsForDigits() {
    assertEquals("105", FigureText.tidy("lO5"));
  }

  @Test
  void trustsMoneyMoreThanALeadingZero() {
    assertTrue(FigureText.prior("1,234.50") > FigureText.prior("01,234.50"));
  }
}
