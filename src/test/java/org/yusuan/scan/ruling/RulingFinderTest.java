package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** The rulings of {@link #table()}. */
  private static final List<String> TABLE =
      List.of(
          "x 101 from 100 to 300",
          "x 301 from 100 to 300",
          "x 501 from 100 to 300",
          "x 701 from 100 to 300",
          "y 101 from 100 to 700",
          "y 141 from 100 to 700",
          "y 181 from 100 to 700",
          "y 221 from 100 to 700",
          "y 261 from 100 to 700",
          "y 301 from 100 to 700");

  /** The rulings of the table and others, as {@link #places()} says them. */
  private static List<String> tableWith(String... others) {
    return Stream.concat(TABLE.stream(), Stream.of(others)).sorted().toList();
  }

  /** What was found, in pixels; ends to the nearest ten, a quarter of a row. */
  private List<String> places() {
    return found().stream()
        .map(
            ruling ->
                "%s %.0f from %d to %d"
                    .formatted(
                        ruling.horizontal() ? "y" : "x",
                        Math.floor(ruling.position()),
                        10 * Math.round(ruling.start() / 10),
                        10 * Math.round(ruling.end() / 10)))
        .sorted()
        .toList();
  }

  @Test
  void findsTheLinesOfATable() {
    table();
    assertEquals(TABLE, places());
  }

  @Test
  void aStrokeThatNearlyFillsARowIsNoRuling() {
    table();
    ink(180, 108, 184, 136);
    assertEquals(TABLE, places());
  }

  @Test
  void aStrokeThatNearlyFillsALowRowIsNoRuling() {
    for (int y = 100; y <= 310; y += 21) {
      ink(100, y, 703, y + 3);
    }
    ink(100, 100, 103, 313);
    ink(700, 100, 703, 313);
    ink(400, 105, 402, 119);
    List<String> rows =
        IntStream.rangeClosed(0, 10)
            .mapToObj(row -> "y " + (101 + 21 * row) + " from 100 to 700")
            .toList();
    List<String> sides = List.of("x 101 from 100 to 310", "x 701 from 100 to 310");
    assertEquals(Stream.of(sides, rows).flatMap(List::stream).toList(), places());
    ink(400, 103, 402, 121);
    assertEquals(
        Stream.of(sides, List.of("x 401 from 100 to 120"), rows)
            .flatMap(List::stream)
            .sorted()
            .toList(),
        places());
  }

  @Test
  void aShortLineFromRulingToRulingParts() {
    table();
    ink(180, 100, 183, 143);
    assertEquals(tableWith("x 181 from 100 to 140"), places());
  }

  @Test
  void aPaleStrokeOfAWatermarkIsNoRuling() {
    table();
    paint(180, 103, 183, 140, 205);
    assertEquals(TABLE, places());
  }

  @Test
  void aFatStrokeWhosePaleEdgesReachTheRulingsIsNone() {
    table();
    ink(180, 108, 184, 135);
    paint(180, 103, 184, 108, 200);
    paint(180, 135, 184, 140, 200);
    assertEquals(TABLE, places());
  }

  @Test
  void strokesThatLeanOnEachOtherAreNoRulings() {
    table();
    ink(103, 120, 146, 123);
    ink(143, 120, 146, 140);
    assertEquals(TABLE, places());
  }

  @Test
  void aShortLineMayLeanOnAShortLine() {
    table();
    ink(180, 100, 183, 143);
    ink(100, 120, 183, 123);
    assertEquals(tableWith("x 181 from 100 to 140", "y 121 from 100 to 180"), places());
  }

  @Test
  void printThatTouchesTheTopOfALineDoesNotTakeItAway() {
    table();
    ink(180, 92, 183, 300);
    assertEquals(tableWith("x 181 from 100 to 300"), places());
  }

  @Test
  void aRulingBetweenParagraphsThatTouchItIsOne() {
    table();
    ink(400, 100, 403, 303);
    for (int y = 104; y < 292; y += 14) {
      ink(394, y, 400, y + 7);
      ink(403, y, 420, y + 7);
    }
    assertEquals(tableWith("x 401 from 100 to 300"), places());
  }

  @Test
  void aRowOfSmallPrintThatHasRunTogetherIsNoRuling() {
    table();
    // Characters of two upright strokes, with one stroke through all of them, ruling to ruling.
    for (int x = 300; x < 500; x += 4) {
      ink(x, 115, x + 2, 127);
    }
    ink(300, 119, 500, 121);
    assertEquals(TABLE, places());
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
    assertEquals(TABLE, places());
  }

  @Test
  void printThatTouchesAShortLineAllAlongDoesNotTakeItAway() {
    table();
    ink(200, 180, 203, 223);
    // A stroke that runs into the ruling above it, and digits close by.
    ink(197, 150, 201, 180);
    ink(194, 186, 197, 216);
    assertEquals(tableWith("x 200 from 180 to 220"), places());
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
    assertEquals(TABLE, places());
  }

  @Test
  void aWatermarkThatPrintCrossesIsNoRuling() {
    table();
    paint(180, 103, 183, 140, 205);
    ink(180, 106, 183, 130);
    assertEquals(TABLE, places());
  }

  @Test
  void aShortLineAmidLongStrokesIsFollowed() {
    table();
    ink(200, 100, 203, 143);
    for (int x = 204; x < 225; x += 3) {
      ink(x, 106, x + 2, 136);
    }
    assertEquals(tableWith("x 201 from 100 to 140"), places());
  }

  @Test
  void strokesThatStandOneBelowTheOtherStopAtTheRulings() {
    for (int y = 100; y <= 460; y += 36) {
      ink(100, y, 703, y + 3);
      // A stroke whose blurred ends meet the blurred rulings.
      ink(300, y + 6, 303, y + 33);
      paint(300, y + 3, 303, y + 6, 200);
      paint(300, y + 33, 303, y + 36, 200);
      ink(290, y + 18, 313, y + 20);
    }
    ink(100, 100, 103, 463);
    ink(700, 100, 703, 463);
    assertEquals(
        List.of("x 101 from 100 to 460", "x 701 from 100 to 460"),
        places().stream().filter(place -> place.startsWith("x")).toList());
  }
}
