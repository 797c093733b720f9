package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class RadicalsTest {

  @Test
  void kangxiRadicalsBecomeTheirCharacters() {
    assertEquals("支出项目一金", Radicals.unified("\u2F40出项\u2F6C\u2F00\u2FA6"));
  }

  @Test
  void radicalsOfTheSupplementBecomeTheirCharacters() {
    assertEquals("部门车长", Radicals.unified("部\u2ED4\u2ECB\u2ED3"));
  }

  @Test
  void otherTextStays() {
    String text = "①１，支出";
    assertSame(text, Radicals.unified(text));
  }
}
