package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class TextNormalizerTest {

  @Test
  void fullWidthFormsAreFoldedAndSpacesAndQuotesLeftOut() {
    assertEquals("一般公共预算(2025年):A1", TextNormalizer.of("一般公共预算（２０２５年）：Ａ１"));
    assertEquals("三公经费", TextNormalizer.of(" “三公”　经 费\n"));
    assertEquals("其他", TextNormalizer.of("＂其\u00a0他＇"));
    assertEquals("1½".replace("½", "1⁄2"), TextNormalizer.of("①½"));
  }

  /** Each character alone, and before a mark that it may be joined with, as by the standard. */
  @Test
  void whatStaysAsItIsIsWhatTheStandardLeaves() {
    for (char c = 1; c < Character.MIN_SURROGATE; c++) {
      for (String text : new String[] {c + "", "乙" + c + "\u0301", c + "、甲"}) {
        String folded =
            Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\"'“”‘’「」『』]", "")
                .codePoints()
                .filter(p -> !Character.isWhitespace(p) && !Character.isSpaceChar(p))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertEquals(folded, TextNormalizer.of(text), () -> Integer.toHexString(text.charAt(0)));
      }
    }
  }
}
