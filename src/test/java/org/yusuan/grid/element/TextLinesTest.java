package org.yusuan.grid.element;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** Words become lines, lines the text of a cell. */
class TextLinesTest {

  private static String text(Word... words) {
    return TextLines.cellText(TextLines.of(List.of(words)));
  }

  @Test
  void quotationMarksOfAnotherFontStayInTheirLine() {
    assertEquals(
        "财政拨款“三公”经费",
        text(
            Grids.word("财政拨款", 10, 20),
            Grids.word("三公", 55, 20),
            Grids.word("经费", 80, 20),
            Grids.word("“", 50, 13.5),
            Grids.word("”", 75, 13.5)));
  }

  @Test
  void wrappedLinesStayApartHoweverTightTheyAreSet() {
    List<TextLine> lines =
        TextLines.of(List.of(Grids.word("国有资本", 10, 20), Grids.word("经营", 20, 29)));
    assertEquals(List.of("国有资本", "经营"), lines.stream().map(TextLine::text).toList());
    assertEquals("国有资本经营", TextLines.cellText(lines));
  }

  @Test
  void wordsOfARaggedRowBesideOneAnotherButOnTwoLinesStayApart() {
    List<TextLine> lines = TextLines.of(List.of(Grids.word("合计", 10, 20), Grids.word("数", 60, 31)));
    assertEquals(List.of("合计", "数"), lines.stream().map(TextLine::text).toList());
  }

  @Test
  void aNumberBrokenOverTwoLinesIsOneNumber() {
    assertEquals("1,234,567.00", text(Grids.word("1,234,", 10, 20), Grids.word("567.00", 10, 32)));
  }

  @Test
  void twoNumbersInOneCellStayTwo() {
    assertEquals("15 20", text(Grids.word("15", 10, 20), Grids.word("20", 10, 32)));
  }

  @Test
  void latinWordsKeepTheirSpace() {
    assertEquals("Total assets", text(Grids.word("Total", 10, 20), Grids.word("assets", 40, 20)));
  }

  @Test
  void aLongDecimalThatBreaksBehindItsPointIsOneFigure() {
    List<TextLine> lines =
        TextLines.of(List.of(Grids.word("42,385.3", 10, 20), Grids.word("52197", 10, 32)));
    assertEquals("42,385.352197", TextLines.cellText(lines, 44));
    assertEquals("42,385.3 52197", TextLines.cellText(lines, 80));
  }
}
