package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;

/** One ruled cell of 200 × 60 pixels at 200 dpi, with print of 20 pixels. */
class TextLineFinderTest {
  private static final List<CropCells.CropCell> CELL =
      List.of(new CropCells.CropCell(100, 100, 300, 160));

  private final BinaryImage mask = new BinaryImage(400, 300);

  private void ink(int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        mask.ink[y * mask.width + x] = true;
      }
    }
  }

  private void digits(int left, int top, int count) {
    for (int i = 0; i < count; i++) {
      ink(left + 14 * i, top, left + 14 * i + 10, top + 20);
    }
  }

  private List<LineBox> found() {
    return TextLineFinder.findLines(mask, ConnectedComponent.allIn(mask), CELL, 200);
  }

  private List<LineBox> inCell() {
    return found().stream().filter(LineBox::inCell).toList();
  }

  @Test
  void aLineIsTheInkOfItsCharacters() {
    digits(200, 120, 5);
    assertEquals(List.of(new LineBox(200, 120, 266, 140, 0)), found());
  }

  @Test
  void aSpeckInTheCellIsNoMinus() {
    digits(200, 120, 5);
    ink(120, 130, 123, 132);
    assertEquals(List.of(new LineBox(200, 120, 266, 140, 0)), found());
  }

  @Test
  void aPointBetweenDigitsIsKept() {
    digits(200, 120, 2);
    ink(226, 137, 229, 140);
    digits(232, 120, 2);
    assertEquals(List.of(new LineBox(200, 120, 256, 140, 0)), found());
    assertEquals(5, ConnectedComponent.allIn(mask).size());
  }

  @Test
  void piecesOfABrokenStrokeLeadToEachOther() {
    digits(200, 120, 5);
    ink(191, 138, 195, 140);
    ink(184, 138, 188, 140);
    ink(177, 138, 181, 140);
    assertEquals(List.of(new LineBox(177, 120, 266, 140, 0)), found());
  }

  @Test
  void aBrokenNumeralBeforeACommaIsText() {
    digits(200, 120, 5);
    ink(180, 134, 184, 139);
    ink(150, 138, 155, 140);
    ink(158, 138, 165, 140);
    ink(152, 122, 156, 124);
    ink(159, 122, 163, 124);
    assertEquals(List.of(new LineBox(150, 120, 266, 140, 0)), found());
  }

  @Test
  void aPieceOfDirtBeforeAFigureIsNoMinus() {
    digits(200, 120, 5);
    ink(180, 129, 184, 131);
    assertEquals(List.of(new LineBox(200, 120, 266, 140, 0)), found());
  }

  @Test
  void specksLeadToNone() {
    digits(200, 120, 5);
    ink(195, 138, 197, 140);
    ink(188, 134, 190, 136);
    assertEquals(List.of(new LineBox(195, 120, 266, 140, 0)), found());
  }

  @Test
  void aDashAloneIsText() {
    digits(20, 220, 4);
    ink(190, 129, 204, 132);
    assertEquals(new LineBox(190, 129, 204, 132, 0), found().get(0));
  }

  @Test
  void aSpeckAloneIsNoText() {
    digits(20, 220, 4);
    ink(190, 129, 193, 132);
    assertEquals(List.of(), inCell());
  }

  @Test
  void anEllipsisIsText() {
    digits(20, 220, 4);
    for (int x = 190; x < 220; x += 10) {
      ink(x, 137, x + 3, 140);
    }
    assertEquals(List.of(new LineBox(190, 137, 213, 140, 0)), inCell());
  }

  @Test
  void anEllipsisAfterACharacterIsText() {
    digits(200, 120, 2);
    for (int x = 228; x < 250; x += 8) {
      ink(x, 137, x + 3, 140);
    }
    assertEquals(List.of(new LineBox(200, 120, 247, 140, 0)), found());
  }

  @Test
  void aRowOfSpecksBesideAFigureIsDirt() {
    digits(200, 120, 5);
    for (int x = 120; x < 160; x += 14) {
      ink(x, 130, x + 3, 133);
    }
    assertEquals(List.of(new LineBox(200, 120, 266, 140, 0)), found());
  }

  @Test
  void specksAboveAFigureAreNoLine() {
    digits(200, 120, 5);
    ink(205, 111, 207, 113);
    ink(243, 112, 245, 114);
    assertEquals(List.of(new LineBox(200, 120, 266, 140, 0)), found());
  }

  @Test
  void specksUnevenlySetAreNoEllipsis() {
    digits(20, 220, 4);
    ink(190, 137, 193, 140);
    ink(201, 137, 204, 140);
    ink(224, 137, 227, 140);
    assertEquals(List.of(), inCell());
  }

  @Test
  void twoLinesOfACellAreTwo() {
    digits(120, 105, 8);
    digits(120, 132, 8);
    assertEquals(
        List.of(new LineBox(120, 105, 228, 125, 0), new LineBox(120, 132, 228, 152, 0)), found());
  }

  /** Cells one below the other: print breaks in a third of them. */
  @Test
  void aBreakInThinPrintPartsNoLine() {
    BinaryImage page = new BinaryImage(400, 900);
    List<CropCells.CropCell> cells = new ArrayList<>();
    for (int cell = 0; cell < 14; cell++) {
      int top = 20 + 60 * cell;
      cells.add(new CropCells.CropCell(100, top, 300, top + 60));
      for (int i = 0; i < 8; i++) {
        for (int y = 0; y < 36; y++) {
          if (cell % 3 != 0 || y != 18) {
            int at = (top + 12 + y) * page.width + 120 + 20 * i;
            Arrays.fill(page.ink, at, at + 12, true);
          }
        }
      }
    }
    List<LineBox> lines =
        TextLineFinder.findLines(page, ConnectedComponent.allIn(page), cells, 200);
    assertEquals(14, lines.stream().filter(LineBox::inCell).count());
    assertTrue(lines.stream().allMatch(line -> line.height() == 36));
  }

  /** Two lines of figures are higher together than one of characters. */
  @Test
  void linesThatAllButTouchAreTwo() {
    digits(120, 105, 8);
    digits(120, 126, 8);
    assertEquals(2, found().size());
  }
}
