package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"12.50", "-1,234.50", "−0.123456", "1,234", "1234,567.00"})
  void decimalsOrSeparatorsMakeAnAmount(String text) {
    assertTrue(AmountForm.matches(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "30101", "12", "5.1", "1,23", "12.50%", "合计12.50", ""})
  void yearsCodesAndPiecesAreNone(String text) {
    assertFalse(AmountForm.matches(text));
  }
}
