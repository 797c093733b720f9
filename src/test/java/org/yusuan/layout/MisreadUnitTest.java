package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;

class MisreadUnitTest {
  private static @Nullable String settled(double probability, String... readings) {
    return MisreadUnit.settled(
        java.util.Arrays.stream(readings).map(text -> new Reading(text, probability)).toList());
  }

  @Test
  void aCaptionWhoseWordsAreMisreadStatesTheUnitThatAllReadingsHave() {
    assertEquals("单位：万元", settled(0.1, "中：万元", "理：万元", "万元"));
    assertEquals("单位：万元", settled(0.4, "单位丶万元"));
  }

  @Test
  void yuanBehindSomethingUnknownIsNoUnit() {
    assertEquals("单位：", settled(0.01, "单位：日元", "单位：元", "单：日元"));
    assertEquals("单位：", settled(0.4, "单位：元", "单位：万元"));
    assertEquals("单位：元", settled(0.9, "单位：元"));
  }

  @Test
  void otherTextIsNoCaption() {
    assertNull(settled(0.9, "其中：万元"));
    assertNull(settled(0.1, "中：万元", "理：元"));
    assertNull(settled(0.3, "事业单位经营收入"));
  }

  @Test
  void theListOfReadingsMayHaveOneOnly() {
    assertNull(MisreadUnit.settled(List.of(new Reading("合计", 0.9))));
  }
}
