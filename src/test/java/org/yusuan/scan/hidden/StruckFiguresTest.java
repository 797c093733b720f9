package org.yusuan.scan.hidden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.segment.LineCrops;

class StruckFiguresTest {
  @Test
  void whatReadsAlikeEitherWayIsNearlySure() {
    List<Reading> both =
        StruckFigures.both(
            List.of(new Reading("12.50", 0.99)), List.of(new Reading("12.50", 0.97)));

    assertEquals("12.50", both.get(0).text());
    assertEquals(0.9, both.get(0).probability(), 1e-9);
  }

  @Test
  void whatReadsOtherwiseIsAsSureAsTheNetworkOfHiddenFiguresAndOffersBoth() {
    List<Reading> both =
        StruckFigures.both(
            List.of(new Reading("92.50", 0.999)),
            List.of(new Reading("32.50", 0.7), new Reading("92.50", 0.2)));

    assertEquals("32.50", both.get(0).text());
    assertEquals(0.7, both.get(0).probability(), 1e-9);
    assertEquals("92.50", both.get(1).text());
    assertEquals(1 - 0.8 * 0.9001, both.get(1).probability(), 1e-9);
  }

  @Test
  void twoUnsureReadingsThatAgreeAreSurerThanEither() {
    List<Reading> both =
        StruckFigures.both(List.of(new Reading("12.50", 0.6)), List.of(new Reading("12.50", 0.5)));

    assertEquals(0.8, both.get(0).probability(), 1e-9);
  }

  @Test
  void whatHidesPrintIsGreyInThePictureOfALine() {
    BinaryImage unseen = new BinaryImage(300, 100);
    GrayImage page = GrayImage.blank(300, 100);
    for (int x = 100; x < 180; x++) {
      page.pixels[50 * 300 + x] = 0;
      unseen.ink[52 * 300 + x] = true;
    }
    LineBox line = new LineBox(100, 40, 180, 60, 0);

    GrayImage crop = LineCrops.cropMarked(page, List.of(line), unseen).get(0);

    // 4 pixels of paper are beside the line, 1 is above it, and a margin of 3 around.
    assertEquals(0, crop.at(7 + 10, 3 + 1 + 10));
    assertEquals(128, crop.at(7 + 10, 3 + 1 + 12));
    assertEquals(255, crop.at(7 + 10, 3 + 1 + 13));
  }

  @Test
  void onlyLinesThatAPenGoesThroughAreStruck() {
    StruckFigures struck =
        new StruckFigures(
            List.of(new PixelBox(100, 50, 180, 54)),
            GrayImage.blank(300, 100),
            new BinaryImage(300, 100));

    assertTrue(struck.isStruck(new LineBox(90, 40, 200, 64, 3)));
    assertFalse(struck.isStruck(new LineBox(90, 60, 200, 84, 4)));
    assertFalse(struck.isStruck(new LineBox(190, 40, 290, 64, 5)));
  }
}
