package org.yusuan.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabelPatternsTest {

  private final LabelPatterns words = LabelPatterns.shipped();

  @Test
  void totalsAreCalledSoAtTheirEnd() {
    assertTrue(words.isTotal("本 年 支 出 合 计"));
    assertTrue(words.isTotal("总计（万元）"));
    assertFalse(words.isTotal("合计数以外的项目"));
    assertFalse(words.isTotal(null));
    assertFalse(words.isTotal(""));
  }

  @Test
  void partsAreNamedWithOrWithoutColon() {
    assertTrue(words.isOfWhich("其中：利息收入"));
    assertTrue(words.isOfWhich("其中"));
    assertFalse(words.isOfWhich("利息收入"));
    assertEquals("利息收入", words.part("其 中：利息收入"));
    assertEquals("利息收入", words.part("利息收入"));
  }

  @Test
  void classesAreNumberedInChinese() {
    assertTrue(words.isNumbered("二十一、债务还本支出"));
    assertFalse(words.isNumbered("1、债务还本支出"));
    assertFalse(words.isNumbered("（二）债务还本支出"));
  }
}
