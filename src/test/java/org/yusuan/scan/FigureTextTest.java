package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.Reading;

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

  @Test
  void aFigureWithOneForeignCharacterMayBeOne() {
    assertTrue(FigureText.likely(List.of(new Reading("6.0C", 0.8))));
    assertFalse(FigureText.likely(List.of(new Reading("2023年1.5", 0.8))));
    assertFalse(FigureText.likely(List.of(new Reading("GB1.0 版", 0.8))));
  }

  @Test
  void aWholeAmountShowsItsMarks() {
    assertTrue(FigureText.isMarked("19,604,064"));
    assertTrue(FigureText.isMarked("-1234.50"));
    assertFalse(FigureText.isMarked("2101101"));
    assertFalse(FigureText.isMarked("19,604,06"));
    assertFalse(FigureText.isMarked("0,000.00"));
  }
}
