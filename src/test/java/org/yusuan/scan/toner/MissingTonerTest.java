package org.yusuan.scan.toner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

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
    return MissingToner.seen(picture, lines, 128, 200).hairlines();
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
  void paleRulingsAreCutWhereTheyAreAsLightAsPaper() {
    table();
    for (int i = 0; i < picture.pixels.length; i++) {
      picture.pixels[i] = (byte) (picture.pixels[i] == 0 ? 205 : 250);
    }
    whiteColumn(333, 0, SIZE);
    assertEquals(1, hairlines());
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

  @Test
  void aTitleAboveTheTableThatOneCutsTellsOfItToo() {
    table();
    whiteColumn(60, 0, SIZE);
    for (int x = 100; x < 400; x += 10) {
      for (int y = 2; y < 17; y++) {
        Arrays.fill(picture.pixels, y * SIZE + x, y * SIZE + x + 3, (byte) 0);
      }
    }
    assertEquals(1, hairlines());
    Arrays.fill(picture.pixels, 9 * SIZE, 11 * SIZE, (byte) 255);
    assertEquals(2, hairlines());
  }

  @Test
  void textOverALineIsNotCut() {
    table();
    whiteColumn(60, 0, SIZE);
    for (int x = 100; x < 400; x += 10) {
      for (int y = 2; y < 12; y++) {
        Arrays.fill(picture.pixels, y * SIZE + x, y * SIZE + x + 3, (byte) 0);
      }
    }
    for (int y = 14; y < 16; y++) {
      Arrays.fill(picture.pixels, y * SIZE + 90, y * SIZE + 410, (byte) 0);
    }
    assertEquals(1, hairlines());
  }

  @Test
  void strokesAreJoinedAlongTheirWay() {
    table();
    // A stroke that falls by a pixel to the right.
    for (int x = 300; x < 360; x++) {
      for (int y = x; y < x + 4; y++) {
        picture.pixels[y * SIZE + x] = 0;
      }
    }
    whiteColumn(333, 0, SIZE);
    GrayImage filled = MissingToner.seen(picture, lines, 128, 200).filled(picture);
    for (int x = 330; x < 338; x++) {
      for (int y = x + 1; y < x + 3; y++) {
        assertEquals(0, filled.at(x, y), x + ", " + y);
      }
      assertEquals(255, filled.at(x, x - 4), "above at " + x);
      assertEquals(255, filled.at(x, x + 8), "below at " + x);
    }
  }

  @Test
  void whatHairlinesTakeOfAPlace() {
    MissingToner toner =
        new MissingToner(
            List.of(new MissingToner.Gap(10, 11), new MissingToner.Gap(90, 90)),
            List.of(new MissingToner.Gap(40, 42)));

    assertEquals(
        List.of(new PixelBox(10, 41, 12, 60), new PixelBox(5, 41, 80, 43)),
        toner.within(new PixelBox(5, 41, 80, 60)));
  }
}
