package org.yusuan.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;

/** Pages whose text runs up, down or upside down are turned. */
class PageRotationTest {

  /** A page of 600 by 800 points with lines of ten characters that run along the given step. */
  private static Page page(double stepX, double stepY) {
    List<Word> words = new ArrayList<>();
    for (int line = 0; line < 3; line++) {
      List<Glyph> glyphs = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        double x = 300 + stepX * i + Math.abs(stepY) * 2 * line;
        double y = 400 + stepY * i + Math.abs(stepX) * 2 * line;
        glyphs.add(new Glyph("字", new Box(x, y, x + 10, y + 10)));
      }
      words.add(Word.of(glyphs, 10, false));
    }
    List<Ruling> rulings =
        stepX == 0
            ? List.of(new Ruling(false, 320, 100, 500, 1))
            : List.of(new Ruling(true, 420, 100, 500, 1));
    return new Page(1, 600, 800, Origin.TEXT, words, rulings, List.of(), List.of());
  }

  private static void assertUpright(Page page, int quarters) {
    assertEquals(quarters, PageRotation.quarters(page));
    Page turned = PageRotation.turned(page, quarters);
    assertEquals(quarters % 2 == 0 ? 600 : 800, turned.width());
    assertEquals(0, PageRotation.quarters(turned));
    assertEquals(true, turned.rulings().get(0).horizontal());
    for (Word word : turned.words()) {
      List<Glyph> sorted = new ArrayList<>(word.glyphs());
      sorted.sort(Comparator.comparingDouble(glyph -> glyph.box().left()));
      assertEquals(sorted, word.glyphs());
    }
  }

  @Test
  void uprightTextStays() {
    assertUpright(page(10, 0), 0);
  }

  @Test
  void textThatRunsUpIsTurnedOnce() {
    assertUpright(page(0, -10), 1);
  }

  @Test
  void textUpsideDownIsTurnedTwice() {
    assertUpright(page(-10, 0), 2);
  }

  @Test
  void textThatRunsDownIsTurnedThrice() {
    assertUpright(page(0, 10), 3);
  }

  @Test
  void aFewTurnedLabelsDoNotTurnThePage() {
    Page upright = page(10, 0);
    List<Word> words = new ArrayList<>(upright.words());
    words.add(page(0, -10).words().get(0));
    Page mixed = new Page(1, 600, 800, Origin.TEXT, words, upright.rulings(), List.of(), List.of());
    assertEquals(0, PageRotation.quarters(mixed));
  }
}
