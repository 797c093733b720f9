package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

/** A table of six by six cells, 600 by 600 pixels at 200 dpi. */
class MissingTonerTest {

  private static final int SIZE = 600;

  private final GrayImage picture = new GrayImage(SIZE, SIZE, new byte[SIZE * SIZE]);
  private final List<Ruling> lines = new ArrayList<>();

  private void table() {
    Arrays.fill(picture.pixels, (byte) 255);
    for (int i = 20; i < SIZE; i += 90) {
      lines.add(new Ruling(true, i, 20, 560, 3));
      lines.add(new Ruling(false, i, 20, 560, 3));
      for (int along = 20; along <= 560; along++) {
        for (int across = i - 1; across <= i + 1; across++) {
          picture.pixels[across * SIZE + along] = 0;
          picture.pixels[along * SIZE + across] = 0;
        }
      }
    }
  }

  private void whiteColumn(int x, int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(picture.pixels, y * SIZE + x, y * SIZE + x + 2, (byte) 255);
    }
  }

  private int hairlines() {
    return MissingToner.hairlines(picture, lines, 128, 200);
  }

  @Test
  void aWholeTableHasNone() {
    table();
    assertEquals(0, hairlines());
  }

  @Test
  void countsThoseThatCutAllRulings() {
    table();
    whiteColumn(60, 0, SIZE);
    whiteColumn(333, 0, SIZE);
    Arrays.fill(picture.pixels, 250 * SIZE, 251 * SIZE, (byte) 255);
    assertEquals(3, hairlines());
  }

  @Test
  void aGapOfSomeRulingsIsNone() {
    table();
    whiteColumn(60, 0, 200);
    assertEquals(0, hairlines());
  }

  @Test
  void whatLiesBetweenTwoTablesIsNone() {
    table();
    for (int x = 300; x < 312; x++) {
      whiteColumn(x, 0, SIZE);
    }
    assertEquals(0, hairlines());
  }
}
