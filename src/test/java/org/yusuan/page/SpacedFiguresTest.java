package org.yusuan.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;

/** Figures whose digits are placed one by one become one word; figures side by side do not. */
class SpacedFiguresTest {

  private static final double SIZE = 10;

  /** Characters as words of their own, each the pitch after the one before. */
  private static List<Word> spaced(String text, double left, double top, double pitch, double em) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      double x = left + i * pitch;
      Box box = new Box(x, top, x + em * SIZE, top + SIZE);
      words.add(Word.of(List.of(new Glyph(text.substring(i, i + 1), box)), SIZE, false));
    }
    return words;
  }

  /** A word of digits half an em wide; its points and commas are a quarter. */
  private static Word word(String text, double left, double top) {
    List<Glyph> glyphs = new ArrayList<>();
    double x = left;
    for (String character : text.split("")) {
      double width = ",.".contains(character) ? 2.5 : 5;
      glyphs.add(new Glyph(character, new Box(x, top, x + width, top + SIZE)));
      x += width;
    }
    return Word.of(glyphs, SIZE, false);
  }

  private static Page page(List<Word> words) {
    return new Page(1, 600, 800, Origin.TEXT, words, List.of(), List.of(), List.of());
  }

  private static List<String> joined(List<Word> words) {
    return SpacedFigures.joined(page(words)).words().stream().map(Word::text).toList();
  }

  @Test
  void digitsFartherApartThanTheyAreWideAreOneFigure() {
    assertEquals(List.of("6,220.02"), joined(spaced("6,220.02", 50, 100, 7.4, 0.5)));
  }

  @Test
  void digitsWithAnAdvanceOfAWholeEmAreOneFigureAndGetTheirWidthBack() {
    Page page = SpacedFigures.joined(page(spaced("3537000", 50, 100, 5.4, 1)));
    assertEquals(1, page.words().size());
    assertEquals("3537000", page.words().get(0).text());
    assertEquals(50 + 7 * 5.4, page.words().get(0).box().right(), 0.01);
  }

  @Test
  void aYearSetDigitByDigitInsideATitleIsWhole() {
    List<Word> words = new ArrayList<>();
    words.add(word("省", 40, 100));
    words.addAll(spaced("2022", 45, 100, 7.2, 0.5));
    assertEquals(List.of("省", "2022"), joined(words));
  }

  @Test
  void figuresPartedBehindTheirPointsAreWhole() {
    List<Word> words = List.of(word("2,", 50, 100), word("413.", 60, 100), word("56", 80, 100));
    assertEquals(List.of("2,413.56"), joined(words));
  }

  @Test
  void shortFiguresFollowTheLongOnesOfTheirPage() {
    List<Word> words = new ArrayList<>(spaced("43", 50, 20, 7.4, 0.5));
    for (int line = 0; line < 3; line++) {
      words.addAll(spaced("1,234.50", 50, 100 + 20 * line, 7.4, 0.5));
    }
    assertEquals(List.of("43", "1,234.50", "1,234.50", "1,234.50"), joined(words));
  }

  @Test
  void figuresSideBySideStayApart() {
    List<Word> words = List.of(word("123.45", 50, 100), word("678.90", 80, 100));
    assertEquals(List.of("123.45", "678.90"), joined(words));
  }

  @Test
  void twoSpacedFiguresOfOneLineStayApart() {
    List<Word> words = new ArrayList<>(spaced("1234.50", 50, 100, 7, 0.5));
    words.addAll(spaced("6789.00", 50 + 6 * 7 + 5 + 3.5 + 1, 100, 7, 0.5));
    assertEquals(List.of("1234.50", "6789.00"), joined(words));
  }

  @Test
  void numbersThatCountUpStayApart() {
    assertEquals(List.of("1", "2", "3", "4", "5"), joined(spaced("12345", 50, 100, 7.4, 0.5)));
  }

  @Test
  void aListWithSpacesBehindItsCommasStaysApart() {
    List<Word> words = List.of(word("1,", 50, 100), word("2,", 60, 100), word("5,", 70, 100));
    assertEquals(List.of("1,", "2,", "5,"), joined(words));
  }
}
