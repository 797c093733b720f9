package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.ImageCleaner;

class PaleRulingsTest {
  private static final int DPI = 200;
  private static final int PAPER = 250;
  private final GrayImage page = GrayImage.blank(900, 700);
  private final Random random = new Random(5);

  /** A hairline of which grain leaves a share of the places. */
  private void hairline(boolean across, int at, int from, int to, double share) {
    for (int i = from; i < to; i++) {
      if (random.nextDouble() < share) {
        int aside = at + random.nextInt(2);
        page.pixels[across ? aside * page.width + i : i * page.width + aside] = (byte) 234;
      }
    }
  }

  private void grain(double share) {
    for (int i = 0; i < page.pixels.length; i++) {
      page.pixels[i] = (byte) (random.nextDouble() < share ? 238 : PAPER);
    }
  }

  private List<Ruling> rulings() {
    PaleRulings.strengthen(page, DPI);
    return new RulingFinder(DPI).findRulings(page, 232);
  }

  @Test
  void hairlinesThatDrownInGrainAreFoundWhole() {
    grain(0.01);
    for (int row = 0; row < 5; row++) {
      hairline(true, 150 + 40 * row, 200, 700, 0.9);
    }
    hairline(false, 200, 150, 311, 0.9);
    hairline(false, 450, 150, 311, 0.9);
    hairline(false, 700, 150, 311, 0.9);
    List<Ruling> found = rulings();
    assertEquals(5, found.stream().filter(Ruling::horizontal).count());
    assertEquals(3, found.stream().filter(line -> !line.horizontal()).count());
    for (Ruling line : found) {
      assertEquals(line.horizontal() ? 200 : 150, line.start(), 10);
      assertEquals(line.horizontal() ? 700 : 311, line.end(), 10);
    }
  }

  @Test
  void onAShadedGroundFewPlacesTellAHairlineAsNothingIsBesideIt() {
    grain(0);
    hairline(true, 150, 200, 700, 0.55);
    List<Ruling> found = rulings();
    assertTrue(found.stream().anyMatch(line -> Math.abs(line.position() - 151) <= 2), "" + found);
  }

  @Test
  void rowsOfPrintAndDotsThatLeadToAPageNumberAreNoHairlines() {
    grain(0.04);
    for (int x = 200; x < 700; x += 12) {
      for (int y = 200; y < 222; y++) {
        for (int k = 0; k < (y % 5 == 0 ? 10 : 3); k++) {
          page.pixels[y * page.width + x + k] = 90;
        }
      }
      for (int k = 0; k < 9; k++) {
        page.pixels[(300 + k / 3) * page.width + x + k % 3] = 90;
      }
    }
    assertEquals(List.of(), rulings());
  }

  private List<Ruling> found(int acrossTone, int downTone) {
    for (int x = 200; x <= 700; x++) {
      for (int row = 0; row < 4; row++) {
        page.pixels[(150 + 40 * row) * page.width + x] = (byte) acrossTone;
        page.pixels[(151 + 40 * row) * page.width + x] = (byte) acrossTone;
      }
    }
    for (int y = 150; y < 272; y++) {
      for (int x : new int[] {200, 450, 699}) {
        page.pixels[y * page.width + x] = (byte) downTone;
        page.pixels[y * page.width + x + 1] = (byte) downTone;
      }
    }
    ImageCleaner clean = new ImageCleaner(page, 150, 200, 222, false, false);
    return PaleRulings.findRulings(page, clean, DPI);
  }

  @Test
  void whereRulingsArePaleThosePalerThanTheThresholdAreSought() {
    grain(0);
    List<Ruling> rulings = found(200, 232);
    assertEquals(4, rulings.stream().filter(Ruling::horizontal).count());
    assertEquals(3, rulings.stream().filter(line -> !line.horizontal()).count());
  }

  @Test
  void whereRulingsAreDarkTheyAreNot() {
    grain(0);
    assertEquals(List.of(), found(60, 232).stream().filter(line -> !line.horizontal()).toList());
  }

  @Test
  void thePictureOfAPageThatIsNotFadedStaysAsItWas() {
    grain(0);
    found(200, 232);
    assertEquals(232, page.at(450, 170));
  }
}
