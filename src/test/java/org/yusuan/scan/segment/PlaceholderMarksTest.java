package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;

/**
 * Two ruled cells of 200 × 60 pixels at 200 dpi: figures of 20 pixels in one, marks in the other.
 */
class PlaceholderMarksTest {
  private static final int DPI = 200;

  private static final List<CropCells.CropCell> CELLS =
      List.of(
          new CropCells.CropCell(20, 100, 220, 160), new CropCells.CropCell(220, 100, 420, 160));

  private final BinaryImage mask = new BinaryImage(500, 300);

  PlaceholderMarksTest() {
    for (int i = 0; i < 6; i++) {
      ink(40 + 14 * i, 120, 50 + 14 * i, 140);
    }
  }

  private void ink(int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        mask.ink[y * mask.width + x] = true;
      }
    }
  }

  /** A stroke two pixels thick from the lower left to the upper right. */
  private void slash(int left, int top, int width, int height) {
    for (int y = 0; y < height; y++) {
      int x = left + (height - 1 - y) * width / height;
      ink(x, top + y, x + 2, top + y + 1);
    }
  }

  private List<PlaceholderMarks.Mark> found() {
    List<ConnectedComponent> blobs = ConnectedComponent.allIn(mask);
    return PlaceholderMarks.findMarks(
        mask, blobs, CELLS, TextLineFinder.findLines(mask, blobs, CELLS, DPI), DPI);
  }

  private String read() {
    List<PlaceholderMarks.Mark> marks = found();
    assertTrue(marks.stream().allMatch(mark -> mark.line().cell() == 1), "figures are no marks");
    return marks.isEmpty() ? "" : marks.get(0).readings().get(0).text();
  }

  @Test
  void figuresAreNoMarks() {
    assertEquals(List.of(), found());
  }

  @ParameterizedTest
  @CsvSource({"5, -", "12, -", "20, —", "28, —", "44, ——", "56, ''", "180, ''"})
  void aStrokeInTheMiddleIsADashOfItsLength(int length, String text) {
    ink(310 - length / 2, 129, 310 + length - length / 2, 132);
    assertEquals(text, read());
  }

  @Test
  void aStrokeAsLongAsACharacterMayBeTheNumeral() {
    ink(300, 129, 320, 132);
    assertEquals(List.of("—", "一"), found().get(0).readings().stream().map(Reading::text).toList());
  }

  @Test
  void aThinDashNeedNotBeLevel() {
    ink(290, 130, 310, 131);
    ink(310, 129, 330, 130);
    assertEquals("——", read());
  }

  @Test
  void aDashTooSmallForALineIsFound() {
    ink(308, 129, 312, 131);
    assertEquals(
        List.of(new LineBox(40, 120, 120, 140, 0)),
        TextLineFinder.findLines(mask, ConnectedComponent.allIn(mask), CELLS, DPI),
        "the figures alone are a line");
    assertEquals("-", read());
    assertEquals(new LineBox(308, 129, 312, 131, 1), found().get(0).line());
  }

  @Test
  void twoHyphensAreNoDash() {
    ink(300, 129, 307, 131);
    ink(310, 129, 317, 131);
    assertEquals("--", read());
  }

  @Test
  void twoDashesAreOneOfTwoCharacters() {
    ink(290, 129, 309, 131);
    ink(311, 129, 330, 131);
    assertEquals("——", read());
  }

  @Test
  void aStrokeAwayFromThePrintIsNoDash() {
    ink(300, 150, 320, 153);
    assertEquals("", read());
  }

  @Test
  void aDashIsOnTheHeightOfThePrintBesideItOrInTheMiddleOfItsCell() {
    List<CropCells.CropCell> high =
        List.of(
            new CropCells.CropCell(20, 100, 220, 160), new CropCells.CropCell(220, 100, 420, 280));
    ink(300, 129, 320, 132);
    List<ConnectedComponent> blobs = ConnectedComponent.allIn(mask);
    List<LineBox> lines = TextLineFinder.findLines(mask, blobs, high, DPI);
    assertEquals(
        List.of(new LineBox(300, 129, 320, 132, 1)),
        PlaceholderMarks.findMarks(mask, blobs, high, lines, DPI).stream()
            .map(PlaceholderMarks.Mark::line)
            .toList());
  }

  @Test
  void aSpeckIsNoDash() {
    ink(309, 129, 312, 132);
    assertEquals("", read());
  }

  @Test
  void dirtBesideADashIsLeftOut() {
    ink(300, 129, 320, 132);
    ink(240, 110, 243, 112);
    assertEquals("—", read());
  }

  @Test
  void aDashBesideAFigureIsAMinus() {
    ink(290, 129, 297, 132);
    ink(300, 120, 310, 140);
    assertEquals("", read());
  }

  @ParameterizedTest
  @CsvSource({"3, …", "6, ……", "5, ……"})
  void pointsSetCloseAreAnEllipsis(int count, String text) {
    for (int i = 0; i < count; i++) {
      ink(280 + 8 * i, 137, 283 + 8 * i, 140);
    }
    assertEquals(text, read());
  }

  @Test
  void pointsACharacterApartAreFullStops() {
    for (int i = 0; i < 3; i++) {
      ink(280 + 24 * i, 135, 285 + 24 * i, 140);
    }
    assertEquals("。。。", read());
  }

  @Test
  void columnsOfCodesHaveAnEllipsisEach() {
    for (int left : new int[] {250, 310, 370}) {
      for (int i = 0; i < 3; i++) {
        ink(left + 8 * i, 137, left + 8 * i + 3, 140);
      }
    }
    assertEquals("… … …", read());
  }

  @Test
  void ringsAreFullStops() {
    for (int i = 0; i < 3; i++) {
      ink(280 + 12 * i, 133, 287 + 12 * i, 135);
      ink(280 + 12 * i, 138, 287 + 12 * i, 140);
      ink(280 + 12 * i, 135, 282 + 12 * i, 138);
      ink(285 + 12 * i, 135, 287 + 12 * i, 138);
    }
    assertEquals("。。。", read());
  }

  @Test
  void ellipsesOneBelowTheOtherAreMarks() {
    for (int y : new int[] {110, 130, 150}) {
      for (int i = 0; i < 3; i++) {
        ink(280 + 8 * i, y, 283 + 8 * i, y + 3);
      }
    }
    assertEquals(
        List.of("…", "…", "…"),
        found().stream().map(mark -> mark.readings().get(0).text()).toList());
    ink(240, 105, 250, 115);
    assertEquals(List.of(), found(), "a cell with a character is left to the engines");
  }

  @Test
  void pointsUnevenlySetAreDirt() {
    ink(280, 137, 283, 140);
    ink(288, 137, 291, 140);
    ink(330, 137, 333, 140);
    assertEquals("", read());
  }

  @Test
  void aLeaningStrokeIsASlash() {
    slash(305, 118, 9, 22);
    assertEquals("/", read());
  }

  @Test
  void aSlashMayBeJagged() {
    slash(305, 118, 9, 22);
    ink(312, 121, 315, 122);
    assertEquals("/", read());
  }

  @Test
  void anUprightOrItalicStrokeIsAOne() {
    slash(305, 118, 4, 22);
    assertEquals("", read());
  }

  @Test
  void aSevenIsNoSlash() {
    slash(305, 120, 9, 20);
    ink(303, 118, 316, 120);
    assertEquals("", read());
  }
}
