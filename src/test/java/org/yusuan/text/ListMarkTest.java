package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListMarkTest {

  @ParameterizedTest
  @CsvSource({
    "第三部分 名词解释, PART, 3, ' 名词解释'",
    "十二、其他支出, NUMERAL, 12, 其他支出",
    "（二）项目支出, NUMERAL_IN_BRACKETS, 2, 项目支出",
    "二）项目支出, NUMERAL_IN_BRACKETS, 2, 项目支出",
    "3.会议费, DIGITS, 3, 会议费",
    "19、自然资源海洋气象等支出, DIGITS, 19, 自然资源海洋气象等支出",
    "(4)差旅费, DIGITS_IN_BRACKETS, 4, 差旅费",
    "③办公费, CIRCLED, 3, 办公费"
  })
  void marksHaveStyleNumberAndName(String text, ListMark.Style style, int number, String rest) {
    assertEquals(new ListMark(style, number, rest), ListMark.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"一般公共服务支出", "3.50", "2024年预算", "201一般公共服务", "", "、一"})
  void otherTextsHaveNone(String text) {
    assertNull(ListMark.of(text));
  }
}
