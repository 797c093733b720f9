package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

class PenStrokesTest {
  private static final int DPI = 200;
  private static final int WIDTH = 400;

  /** One cell of a table. */
  private static final List<Ruling> CELL =
      List.of(
          new Ruling(true, 20, 50, 350, 2),
          new Ruling(true, 100, 50, 350, 2),
          new Ruling(false, 50, 20, 100, 2),
          new Ruling(false, 350, 20, 100, 2));

  private static GrayImage cell() {
    GrayImage image = GrayImage.blank(WIDTH, 120);
    for (Ruling line : CELL) {
      int at = (int) line.position();
      for (int along = (int) line.start(); along < line.end(); along++) {
        if (line.horizontal()) {
          fill(image, along, at - 1, 1, 2);
        } else {
          fill(image, at - 1, along, 2, 1);
        }
      }
    }
    return image;
  }

  private static void fill(GrayImage image, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        image.pixels[y * WIDTH + x] = 30;
      }
    }
  }

  /** A line of a pen, four pixels thick. */
  private static void pen(GrayImage image, int from, int to, int y) {
    for (int x = from; x < to; x++) {
      fill(image, x, y + (int) Math.round(2 * Math.sin(x / 15.0)), 1, 4);
    }
  }

  /** An upright stroke of a figure, 24 pixels high. */
  private static void digit(GrayImage image, int x) {
    fill(image, x, 48, 4, 24);
  }

  private static GrayImage clean(GrayImage image) {
    return PenStrokes.takenOut(image, 128, CELL, DPI).picture();
  }

  private static int ink(GrayImage image, int left, int right) {
    int ink = 0;
    for (int y = 24; y < 97; y++) {
      for (int x = left; x < right; x++) {
        ink += image.at(x, y) < 128 ? 1 : 0;
      }
    }
    return ink;
  }

  @Test
  void aLineUnderAFigureGoesAndTheFigureStays() {
    GrayImage image = cell();
    for (int x = 240; x < 320; x += 12) {
      digit(image, x);
    }
    int figure = ink(image, 100, 340);
    pen(image, 120, 335, 76);

    assertEquals(figure, ink(clean(image), 100, 340));
  }

  @Test
  void aLineThroughAFigureStaysWithinItAlone() {
    GrayImage image = cell();
    for (int x = 240; x < 320; x += 12) {
      digit(image, x);
    }
    pen(image, 120, 335, 58);

    GrayImage clean = clean(image);

    assertEquals(0, ink(clean, 100, 225));
    assertEquals(ink(image, 240, 310), ink(clean, 240, 310));
    assertTrue(ink(clean, 325, 340) < 20);
    PenStrokes.Cleaned cleaned = PenStrokes.takenOut(image, 128, CELL, DPI);
    assertEquals(1, cleaned.struck().size());
    PixelBox place = cleaned.struck().get(0);
    assertTrue(place.left() >= 225 && place.right() <= 325 && place.top() > 48);
    for (int x = 240; x < 304; x++) {
      int middle = 59 + (int) Math.round(2 * Math.sin(x / 15.0));
      assertTrue(cleaned.unseen().ink[middle * WIDTH + x]);
      assertFalse(cleaned.unseen().ink[50 * WIDTH + x]);
    }
  }

  @Test
  void rulingsAndStraightThinLinesStay() {
    GrayImage image = cell();
    fill(image, 120, 60, 150, 2);

    assertSame(image, clean(image));
  }

  @Test
  void withoutATableNothingIsTakenOut() {
    GrayImage image = GrayImage.blank(WIDTH, 120);
    pen(image, 120, 335, 58);

    assertSame(image, PenStrokes.takenOut(image, 128, List.of(), DPI).picture());
  }

  @Test
  void aTableWithoutItsOuterRulingEndsWhereItsRulingsEnd() {
    GrayImage image = GrayImage.blank(WIDTH, 120);
    List<Ruling> open =
        List.of(CELL.get(0), CELL.get(1), CELL.get(2), new Ruling(false, 80, 20, 100, 2));
    for (int x = 240; x < 320; x += 12) {
      digit(image, x);
    }
    pen(image, 120, 346, 58);

    PenStrokes.Cleaned cleaned = PenStrokes.takenOut(image, 128, open, DPI);

    assertEquals(1, cleaned.struck().size());
    assertEquals(0, ink(cleaned.picture(), 120, 225));
  }

  @Test
  void theLevelStrokeOfATitleIsNoPen() {
    GrayImage image = GrayImage.blank(WIDTH, 200);
    pen(image, 150, 220, 30);
    List<Ruling> table =
        CELL.stream()
            .map(
                line ->
                    line.horizontal()
                        ? new Ruling(true, line.position() + 80, line.start(), line.end(), 2)
                        : new Ruling(false, line.position(), 100, 180, 2))
            .toList();

    assertSame(image, PenStrokes.takenOut(image, 128, table, DPI).picture());
  }
}
