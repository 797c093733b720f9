package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.PageCurl;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

class CurledRulingsTest {
  private static final int DPI = 200;
  private static final int WIDTH = 1000;
  private static final double POINT = 72.0 / DPI;

  /** How far a line has moved down at a place, in pixels. */
  private static double moved(double x, double y, double curl) {
    double near = Math.max(0, 1 - x / 300);
    return curl * near * near * (0.4 + 0.6 * y / 600);
  }

  /** Six level rulings and three upright ones. */
  private static GrayImage table(double curl) {
    GrayImage image = GrayImage.blank(WIDTH, 700);
    for (int x = 50; x < 950; x++) {
      for (int y = 100; y <= 600; y += 100) {
        int at = (int) Math.round(y + moved(x, y, curl));
        image.pixels[at * WIDTH + x] = 20;
        image.pixels[(at + 1) * WIDTH + x] = 20;
      }
    }
    for (int x : new int[] {50, 180, 500, 948}) {
      for (int y = (int) (100 + moved(x, 100, curl)); y < 600 + moved(x, 600, curl); y++) {
        image.pixels[y * WIDTH + x] = 20;
        image.pixels[y * WIDTH + x + 1] = 20;
      }
    }
    return image;
  }

  private static PageCurl measured(double curl) {
    List<Ruling> level = new ArrayList<>();
    for (int y = 100; y <= 600; y += 100) {
      level.add(new Ruling(true, y, 280, 950, 2));
    }
    return CurledRulings.measured(table(curl), 128, level, DPI);
  }

  @Test
  void rulingsThatBendTowardsTheSpineTellTheCurl() {
    PageCurl curl = measured(40);

    for (int x = 60; x < 900; x += 60) {
      for (int y = 150; y < 600; y += 150) {
        assertEquals(moved(x, y, 40) * POINT, curl.at(x * POINT, y * POINT), 0.6, x + " " + y);
      }
    }
  }

  @Test
  void aFlatPageHasNone() {
    assertEquals(PageCurl.NONE, measured(0));
    assertEquals(PageCurl.NONE, measured(3));
  }
}
