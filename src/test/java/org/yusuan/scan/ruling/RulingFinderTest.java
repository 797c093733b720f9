package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

/** Pictures at 200 dpi: a row of 14 points is 40 pixels high. */
class RulingFinderTest {
  private static final int INK = 60;

  private final GrayImage picture = GrayImage.blank(1000, 500);

  private void ink(int left, int top, int right, int bottom) {
    paint(left, top, right, bottom, INK);
  }

  private void paint(int left, int top, int right, int bottom, int tone) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        picture.pixels[y * picture.width + x] = (byte) tone;
      }
    }
  }

  /** Three columns and five rows. */
  private void table() {
    for (int y = 100; y <= 300; y += 40) {
      ink(100, y, 703, y + 3);
    }
    for (int x = 100; x <= 700; x += 200) {
      ink(x, 100, x + 3, 303);
    }
  }

  private List<Ruling> found() {
    return new RulingFinder(200)
        .findRulings(picture, 220).stream()
            .sorted(Comparator.comparing(Ruling::horizontal).thenComparingDouble(Ruling::position))
            .toList();
  }

  @Test
  void findsTheLinesOfATable() {
    table();
    List<Ruling> rulings = found();
    assertEquals(
        List.of(101.5, 301.5, 501.5, 701.5),
        rulings.subList(0, 4).stream().map(r -> Math.floor(r.position()) + 0.5).toList());
    assertEquals(6, rulings.stream().filter(Ruling::horizontal).count());
  }

  @Test
  void aStrokeThatNearlyFillsARowIsNoRuling() {
    table();
    ink(180, 108, 184, 136);
    assertEquals(10, found().size());
  }

  @Test
  void aStrokeThatNearlyFillsALowRowIsNoRuling() {
    for (int y = 100; y <= 310; y += 21) {
      ink(100, y, 703, y + 3);
    }
    ink(100, 100, 103, 313);
    ink(700, 100, 703, 313);
    ink(400, 105, 402, 119);
    assertEquals(13, found().size());
    ink(400, 103, 402, 121);
    assertEquals(14, found().size());
  }

  @Test
  void aShortLineFromRulingToRulingParts() {
    table();
    ink(180, 100, 183, 143);
    assertEquals(11, found().size());
  }

  @Test
  void aPaleStrokeOfAWatermarkIsNoRuling() {
    table();
    paint(180, 103, 183, 140, 205);
    assertEquals(10, found().size());
  }

  @Test
  void aFatStrokeWhosePaleEdgesReachTheRulingsIsNone() {
    table();
    ink(180, 108, 184, 135);
    paint(180, 103, 184, 108, 200);
    paint(180, 135, 184, 140, 200);
    assertEquals(10, found().size());
  }

  @Test
  void strokesThatLeanOnEachOtherAreNoRulings() {
    table();
    ink(103, 120, 146, 123);
    ink(143, 120, 146, 140);
    assertEquals(10, found().size());
  }

  @Test
  void aShortLineMayLeanOnAShortLine() {
    table();
    ink(180, 100, 183, 143);
    ink(100, 120, 183, 123);
    assertEquals(12, found().size());
  }

  @Test
  void printThatTouchesTheTopOfALineDoesNotTakeItAway() {
    table();
    ink(180, 92, 183, 300);
    assertEquals(11, found().size());
  }

  @Test
  void aRulingBetweenParagraphsThatTouchItIsOne() {
    table();
    ink(400, 100, 403, 303);
    for (int y = 104; y < 292; y += 14) {
      ink(394, y, 400, y + 7);
      ink(403, y, 420, y + 7);
    }
    assertEquals(11, found().size());
  }

  @Test
  void aRowOfSmallPrintThatHasRunTogetherIsNoRuling() {
    table();
    // Characters of two upright strokes, with one stroke through all of them, ruling to ruling.
    for (int x = 300; x < 500; x += 4) {
      ink(x, 115, x + 2, 127);
    }
    ink(300, 119, 500, 121);
    assertEquals(10, found().size());
  }

  @Test
  void printThatFillsARowDoesNotTakeItsRulingsAway() {
    table();
    // Nearly closed print, as high as the row leaves room for.
    for (int x = 110; x < 690; x += 12) {
      if (x % 100 >= 10 && x % 100 <= 85) {
        ink(x, 147, x + 10, 176);
      }
    }
    assertEquals(10, found().size());
  }

  @Test
  void printThatTouchesAShortLineAllAlongDoesNotTakeItAway() {
    table();
    ink(200, 180, 203, 223);
    // A stroke that runs into the ruling above it, and digits close by.
    ink(197, 150, 201, 180);
    ink(194, 186, 197, 216);
    assertEquals(11, found().size());
  }

  @Test
  void aShortLineEndsAtTheRulingsThatItCrosses() {
    table();
    ink(200, 152, 203, 223);
    Ruling line =
        found().stream().filter(r -> Math.abs(r.position() - 201.5) < 2).findFirst().orElseThrow();
    assertEquals(201.5, line.position(), 1);
    assertEquals(181.5, line.start(), 5);
    assertEquals(221.5, line.end(), 5);
  }

  @Test
  void strokesOfTwoRowsWithGapsBetweenThemAreNoRuling() {
    table();
    ink(180, 105, 183, 135);
    ink(180, 145, 183, 170);
    assertEquals(10, found().size());
  }

  @Test
  void aWatermarkThatPrintCrossesIsNoRuling() {
    table();
    paint(180, 103, 183, 140, 205);
    ink(180, 106, 183, 130);
    assertEquals(10, found().size());
  }

  @Test
  void aShortLineAmidLongStrokesIsFollowed() {
    table();
    ink(200, 100, 203, 143);
    for (int x = 204; x < 225; x += 3) {
      ink(x, 106, x + 2, 136);
    }
    assertEquals(11, found().size());
  }
}
