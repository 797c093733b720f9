package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class LightPrintTest {
  private static final int DPI = 200;
  private final GrayImage page = GrayImage.blank(700, 400);

  private void fill(int left, int top, int right, int bottom, int tone) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        page.pixels[y * page.width + x] = (byte) tone;
      }
    }
  }

  /** A dark cell of a head with light strokes in its middle. */
  private void cell(int left, int top, int right, int bottom) {
    fill(left, top, right, bottom, 50);
    int y = (top + bottom) / 2;
    for (int i = 0; i < 6; i++) {
      int x = (left + right) / 2 - 36 + 12 * i;
      fill(x, y - 10, x + 3, y + 10, 250);
    }
  }

  @Test
  void theLightLineBetweenTwoDarkCellsIsARuling() {
    cell(100, 100, 300, 200);
    cell(304, 100, 600, 148);
    cell(304, 152, 448, 200);
    cell(452, 152, 600, 200);
    LightPrint.turned(page, new GrayImage(page.width, page.height, page.pixels.clone()), DPI);
    assertTrue(page.at(200, 120) > 200, "ground " + page.at(200, 120));
    assertTrue(page.at(302, 175) < 128, "between columns " + page.at(302, 175));
    assertTrue(page.at(400, 150) < 128, "between rows " + page.at(400, 150));
    assertTrue(page.at(302, 150) < 128, "where both cross " + page.at(302, 150));
    assertTrue(page.at(450, 175) < 128, "between columns below " + page.at(450, 175));
    assertTrue(page.at(130, 150) > 200, "within the cell beside both rows " + page.at(130, 150));
  }
}
