package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class GreyRulingsTest {
  private static final int DPI = 200;
  private static final int GREY = 185;
  private static final int BLACK = 20;
  private final GrayImage page = GrayImage.blank(1000, 800);

  private void fill(int tone, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        page.pixels[y * page.width + x] = (byte) tone;
      }
    }
  }

  /** Nine lines across and five down, 3 pixels thick, with strokes of print in the cells. */
  private void table(int tone) {
    for (int row = 0; row < 9; row++) {
      fill(tone, 250, 200 + 40 * row, 403, 3);
    }
    for (int column = 0; column < 5; column++) {
      fill(tone, 250 + 100 * column, 200, 3, 320);
    }
    for (int row = 0; row < 8; row++) {
      for (int x = 260; x < 640; x += 15) {
        if ((x - 250) % 100 > 8 && (x - 250) % 100 < 90) {
          fill(BLACK, x, 212 + 40 * row, 3, 18);
        }
      }
    }
    // A title of bold print.
    fill(BLACK, 300, 60, 300, 60);
  }

  private void watermark(int left) {
    for (int i = 0; i < 90; i++) {
      fill(GREY, left + i, 600 + i, 14, 10);
      fill(GREY, left + 90 - i, 600 + i, 14, 10);
    }
  }

  @Test
  void aTableRuledInGreyKeepsItsRulings() {
    table(GREY);
    GreyOverprint.takeOut(page, DPI);
    for (int row = 0; row < 9; row++) {
      for (int x = 250; x < 650; x++) {
        assertEquals(GREY, page.at(x, 201 + 40 * row), "row " + row + " at " + x);
      }
    }
  }

  /** The page lies askew on the glass: a line three pixels thick has runs of 38. */
  @Test
  void aLeaningTableRuledInGreyKeepsItsRulings() {
    double slope = 0.08;
    for (int x = 250; x <= 650; x++) {
      int down = (int) Math.round((x - 500) * slope);
      for (int row = 0; row < 9; row++) {
        fill(GREY, x, 200 + 40 * row + down, 1, 3);
      }
      if (x % 15 == 0) {
        fill(BLACK, x, 212 + down, 3, 18);
      }
      fill(BLACK, x, 60 + down, 1, 60);
    }
    for (int y = 200; y < 520; y++) {
      int across = (int) Math.round((y - 400) * slope);
      for (int column = 0; column < 5; column++) {
        fill(GREY, 250 + 100 * column - across, y, 3, 1);
      }
    }
    GreyOverprint.takeOut(page, DPI);
    for (int x = 262; x < 640; x++) {
      int down = (int) Math.round((x - 500) * slope);
      assertEquals(GREY, page.at(x, 281 + down), "line at " + x);
    }
    for (int y = 210; y < 510; y++) {
      int across = (int) Math.round((y - 400) * slope);
      assertEquals(GREY, page.at(451 - across, y), "line at " + y);
    }
  }

  @Test
  void aWatermarkBesideGreyRulingsIsTakenOut() {
    table(GREY);
    watermark(100);
    GreyOverprint.takeOut(page, DPI);
    assertTrue(page.at(150, 652) > 240);
    assertEquals(GREY, page.at(400, 201));
  }

  @Test
  void whatAWatermarkHidesOfGreyRulingsIsDrawnAgain() {
    table(GREY);
    // Two strokes cross the lines at 360 and 400, one those between the columns.
    for (int i = 0; i < 60; i++) {
      fill(GREY, 300 + i, 345 + i, 24, 10);
      fill(GREY, 400 + i, 345 + i, 24, 10);
    }
    watermark(700);
    GreyOverprint.takeOut(page, DPI);
    for (int x = 255; x < 640; x++) {
      assertTrue(page.at(x, 361) < 222, "line at " + x);
      assertTrue(page.at(x, 401) < 222, "line at " + x);
    }
    for (int y = 205; y < 510; y++) {
      assertTrue(page.at(351, y) < 222, "line at " + y);
    }
    assertTrue(page.at(315, 352) > 240);
  }

  @Test
  void aWatermarkIsTakenOutThatHasMoreInkThanThePrint() {
    fill(BLACK, 100, 60, 60, 40);
    fill(130, 200, 60, 40, 40);
    watermark(100);
    watermark(400);
    GreyOverprint.takeOut(page, DPI);
    assertTrue(page.at(150, 652) > 240);
    assertTrue(page.at(450, 652) > 240);
    assertEquals(BLACK, page.at(130, 80));
  }

  @Test
  void greyLinesOfTheBackBesideDarkRulingsAreNotSpared() {
    table(BLACK);
    watermark(100);
    for (int row = 0; row < 3; row++) {
      fill(GREY, 700, 300 + 40 * row, 120, 3);
    }
    for (int column = 0; column < 4; column++) {
      fill(GREY, 700 + 39 * column, 300, 3, 83);
    }
    GreyOverprint.takeOut(page, DPI);
    assertTrue(page.at(150, 652) > 240);
    assertTrue(page.at(760, 301) > 240);
  }
}
