package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.50 | 1234.50",
        "12604173 | 12604173",
        "１２，３４５．００ | 12345.00",
        "- 3.5 | -3.5",
        "−3 | -3",
        "△1,000 | -1000",
        "（1,000.00） | -1000.00",
        "1,23 4,567.8 9 | 1234567.89",
        "0 | 0",
        "0.00 | 0.00",
        "￥12.50 | 12.50",
        "-¥12.50 | -12.50",
        "(￥12.50) | -12.50",
        "$ 1,234 | 1234",
        "12.50元 | 12.50",
        ".5 | 0.5",
        "-.5 | -0.5",
        "50.00- | -50.00",
        "1'234.50 | 1234.50",
        "12.50\u200B | 12.50",
        "\u202A1,234.50\uFEFF | 1234.50",
        "2,345.67¹ | 2345.67",
        "²2,345.67 | 2345.67",
        "10000① | 10000",
        "500.00 ② | 500.00",
        "445.17* | 445.17",
        "445.17［2］ | 445.17",
        "445.17*¹ | 445.17",
        "445.17₂ | 445.17",
        "445.17ᵃ | 445.17",
        "445.17注1 | 445.17",
        "611.11（注1） | 611.11",
        "611.11 注① | 611.11",
      })
  void readsEverySpellingOfANumber(String text, BigDecimal value) {
    PrintedNumber figure = PrintedNumber.parse(text);
    assertNotNull(figure);
    assertEquals(value, figure.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "—", "－", "--", "——"})
  void aLoneDashStatesZero(String text) {
    PrintedNumber figure = PrintedNumber.parse(text);
    assertNotNull(figure);
    assertTrue(figure.dash());
    assertEquals(BigDecimal.ZERO, figure.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3000",
        "1.2.3",
        "20*3",
        "US$12.50",
        "1,23",
        "0,000.00",
        "12,34.5",
        "一、",
        "(-3)",
        "2020年",
        "6.958,414",
        "345.67 1",
        "1,345.67\n1",
        "①",
        "¹²",
        "*",
        "（注1）",
        "元",
        "￥",
        "-50.00-",
        "(50-)",
        "1'23",
        "1'234,567",
        "."
      })
  void anythingElseIsNoFigure(String text) {
    assertNull(PrintedNumber.parse(text));
  }

  @Test
  void whiteSpaceBetweenTwoWholeNumbersPartsThem() {
    assertNull(PrintedNumber.parse("15 20"));
  }

  @Test
  void pointsStandForCommasOnlyWhereAFigureOfTheTableShowsIt() {
    assertTrue(PrintedNumber.isDotted("1.234.567"));
    assertTrue(!PrintedNumber.isDotted("7.704") && !PrintedNumber.isDotted("2023.12.31"));
    for (String[] dotted :
        new String[][] {
          {"1.234.567", "1234567"}, {"7.704", "7704"}, {"-7.704,50", "-7704.50"}, {"12.5", "12.5"}
        }) {
      PrintedNumber figure = PrintedNumber.parseDotted(dotted[0]);
      assertNotNull(figure, dotted[0]);
      assertEquals(new BigDecimal(dotted[1]), figure.value());
    }
    PrintedNumber alone = PrintedNumber.parse("7.704");
    assertNotNull(alone);
    assertEquals(new BigDecimal("7.704"), alone.value());
  }

  @Test
  void aPercentageKeepsItsPrintedValue() {
    PrintedNumber figure = PrintedNumber.parse("12.5％");
    assertNotNull(figure);
    assertTrue(figure.percent());
    assertEquals(new BigDecimal("12.5"), figure.value());
  }

  @Test
  void parsingWhatWasPrintedGivesTheNumberBack() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      BigDecimal number =
          BigDecimal.valueOf(
              random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), random.nextInt(3));
      String printed =
          random.nextBoolean()
              ? String.format("%,." + number.scale() + "f", number)
              : number.toPlainString();
      PrintedNumber figure = PrintedNumber.parse(printed);
      assertNotNull(figure, printed);
      assertEquals(number, figure.value(), printed);
    }
  }

  @Test
  void lettersOfACurrencyAndRaisedBracketsAreNoPartOfAFigure() {
    for (String text : List.of("RMB 1,234.50", "CNY1,234.50", "人民币1,234.50", "1,234.50⁽³⁾")) {
      PrintedNumber figure = PrintedNumber.parse(text);
      assertEquals("1234.50", figure == null ? null : figure.value().toPlainString(), text);
    }
  }
}
