package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class TextAxisTest {
  private static final double DPI = 200;

  private static void fill(GrayImage page, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        page.pixels[y * page.width + x] = 0;
      }
    }
  }

  /** Lines of square characters, the rows of a table with rulings between them. */
  private static GrayImage page(int lines, int characters) {
    GrayImage page = GrayImage.blank(600, 800);
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < characters; i++) {
        fill(page, 50 + 34 * i, 500 + 50 * line, 26, 28);
      }
      fill(page, 20, 540 + 50 * line, 500, 3);
    }
    return page;
  }

  @Test
  void linesRunAcross() {
    assertFalse(TextAxis.of(page(5, 12), DPI).down());
    assertFalse(TextAxis.of(page(5, 12).rotate(2), DPI).down());
  }

  @Test
  void linesOfAPageOnItsSideRunDown() {
    assertTrue(TextAxis.of(page(5, 12).rotate(1), DPI).down());
    assertTrue(TextAxis.of(page(5, 12).rotate(3), DPI).down());
  }

  @Test
  void aFewCharactersTellNothing() {
    assertFalse(TextAxis.of(page(2, 12).rotate(1), DPI).down());
  }

  @Test
  void printIsDensestInTheMiddleOfItsCharacters() {
    assertEquals(600, TextAxis.of(page(5, 12), DPI).dense(), 10);
  }

  @Test
  void aBlankPictureHasNoLines() {
    assertEquals(new TextAxis(false, 0), TextAxis.of(GrayImage.blank(60, 80), DPI));
  }
}
