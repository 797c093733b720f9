package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class TextNormalizerTest {

  @Test
  void keepsPlainText() {
    assertEquals("一般公共服务支出201-A(x)", TextNormalizer.of("一般公共服务支出201-A(x)"));
  }

  @Test
  void dropsSpaceAndQuotationMarks() {
    assertEquals("三公经费's".replace("'", ""), TextNormalizer.of(" 三 公\u3000“经费”'s\n"));
  }

  @Test
  void foldsWidthAndCompatibilityForms() {
    assertEquals("支出(A1)", TextNormalizer.of("⽀出（Ａ１）"));
  }

  /** What is taken as it is must be what the long way gives. */
  @Test
  void charactersOfPlainTextAreTheirOwnForm() {
    for (char c = '!'; c <= '\u9fa5'; c++) {
      String text = String.valueOf(c);
      if (TextNormalizer.of(text).equals(text)) {
        assertEquals(text, Normalizer.normalize(text, Normalizer.Form.NFKC));
      }
    }
  }
}
