package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- 9 -",
        "—12—",
        "第5页",
        "第5页,共116页",
        "第 5 页 共 116 页",
        "5/12",
        "7页",
        "－1024－",
        "─ 27 ─"
      })
  void marksTellAPageNumber(String line) {
    assertTrue(PageNumber.isMarked(line));
    assertTrue(PageNumber.isPossible(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "116", " 12 ", "- 3"})
  void aShortNumberMayBeOne(String line) {
    assertFalse(PageNumber.isMarked(line));
    assertTrue(PageNumber.isPossible(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025", "12.50", "5%", "2025年", "5.", "1,234", "一", ""})
  void yearsAmountsAndSharesAreNone(String line) {
    assertFalse(PageNumber.isMarked(line));
    assertFalse(PageNumber.isPossible(line));
  }
}
