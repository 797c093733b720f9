package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;

class FigureTextTest {
  @Test
  void mendsACommaThatIsAPoint() {
    assertEquals("0.495", FigureText.mend("0,495"));
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
    assertEquals("105", FigureText.normalize("lO5"));
  }

  @Test
  void trustsMoneyMoreThanALeadingZero() {
    assertTrue(FigureText.prior("1,234.50") > FigureText.prior("01,234.50"));
  }

  @Test
  void aFigureWithOneForeignCharacterMayBeOne() {
    assertTrue(FigureText.isLikely(List.of(new Reading("6.0C", 0.8))));
    assertFalse(FigureText.isLikely(List.of(new Reading("2023年1.5", 0.8))));
    assertFalse(FigureText.isLikely(List.of(new Reading("GB1.0 版", 0.8))));
  }

  @Test
  void aWholeAmountShowsItsMarks() {
    assertTrue(FigureText.isMarked("19,604,064"));
    assertTrue(FigureText.isMarked("-1234.50"));
    assertFalse(FigureText.isMarked("2101101"));
    assertFalse(FigureText.isMarked("19,604,06"));
    assertFalse(FigureText.isMarked("0,000.00"));
  }

  @Test
  void aDateWhoseDashesLookLikePointsIsOneIfAnyReadingHasADash() {
    assertEquals("2023-12-31", date("202312.31", "2023-12-31"));
    assertEquals("2023-01-01", date("2023.0101", "2023.01.01", "202301-01"));
    assertNull(date("202312.31", "202312.37"), "an amount, as far as one can see");
    assertNull(date("202312.31", "2023-12-37"), "other digits");
    assertNull(date("202313.31", "2023-13-31"), "no day");
    assertNull(date("202312.31", "-202312.31"), "less than nothing");
  }

  private static @Nullable String date(String... texts) {
    return FigureText.date(Arrays.stream(texts).map(text -> new Reading(text, 0.3)).toList());
  }
}
