package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;

/** Print of 20 pixels at 200 dpi, without rulings. */
class ColumnGapsTest {
  private final BinaryImage mask = new BinaryImage(600, 300);

  private void ink(int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        mask.ink[y * mask.width + x] = true;
      }
    }
  }

  /** Characters of 18 pixels with gaps of 2. */
  private void characters(int left, int top, int count) {
    for (int i = 0; i < count; i++) {
      ink(left + 20 * i, top, left + 20 * i + 18, top + 20);
    }
  }

  private List<LineBox> found() {
    return TextLineFinder.findLines(mask, ConnectedComponent.allIn(mask), List.of(), 200);
  }

  private static LineBox line(int left, int top, int right, int bottom) {
    return new LineBox(left, top, right, bottom, LineBox.NO_CELL);
  }

  @Test
  void aFigureAndTheLabelOfTheNextColumnAreTwo() {
    for (int row = 0; row < 4; row++) {
      characters(20, 20 + 30 * row, 4);
      characters(210, 20 + 30 * row, 5);
    }
    characters(140, 80, 3);
    assertEquals(
        Set.of(
            line(20, 20, 98, 40),
            line(210, 20, 308, 40),
            line(20, 50, 98, 70),
            line(210, 50, 308, 70),
            line(20, 80, 98, 100),
            line(140, 80, 198, 100),
            line(210, 80, 308, 100),
            line(20, 110, 98, 130),
            line(210, 110, 308, 130)),
        Set.copyOf(found()));
  }

  /** 小 begins with a stroke as small as a point, which stands higher. */
  @Test
  void aLabelThatBeginsWithASmallStrokeIsCutToo() {
    for (int row = 0; row < 3; row++) {
      characters(20, 60 + 30 * row, 4);
      characters(210, 60 + 30 * row, 5);
    }
    characters(120, 30, 4);
    ink(212, 40, 217, 45);
    ink(220, 30, 224, 50);
    characters(230, 30, 3);
    assertEquals(true, found().contains(line(120, 30, 198, 50)));
  }

  @Test
  void aColonIsNotCutFromItsLabel() {
    for (int row = 0; row < 3; row++) {
      characters(20, 60 + 30 * row, 4);
      characters(210, 60 + 30 * row, 5);
    }
    characters(120, 30, 4);
    ink(208, 36, 213, 41);
    ink(208, 45, 213, 50);
    characters(221, 30, 3);
    assertEquals(true, found().contains(line(120, 30, 279, 50)));
  }

  /** The number of an item between brackets: 34 pixels wide. */
  private void number(int left, int top) {
    ink(left, top, left + 6, top + 20);
    ink(left + 10, top + 2, left + 24, top + 18);
    ink(left + 28, top, left + 34, top + 20);
  }

  @Test
  void aFigureAndANumberedLabelBesideItAreTwo() {
    for (int row = 0; row < 6; row++) {
      characters(20, 20 + 30 * row, 4);
      number(210, 20 + 30 * row);
      characters(248, 20 + 30 * row, 3);
    }
    characters(140, 80, 3);
    List<LineBox> found = found();
    assertEquals(13, found.size());
    assertEquals(true, found.contains(line(140, 80, 198, 100)));
    assertEquals(true, found.contains(line(210, 80, 306, 100)));
  }

  @Test
  void theNumberOfAnItemIsNoColumn() {
    for (int row = 0; row < 6; row++) {
      number(20, 20 + 30 * row);
      characters(64, 20 + 30 * row, 4);
    }
    assertEquals(6, found().size());
    assertEquals(true, found().contains(line(20, 20, 142, 40)));
  }

  @Test
  void aGapThatOtherLinesRunOverIsNoColumn() {
    for (int row = 0; row < 4; row++) {
      characters(20, 20 + 30 * row, 14);
    }
    characters(20, 140, 9);
    characters(208, 140, 5);
    assertEquals(
        Set.of(
            line(20, 20, 298, 40),
            line(20, 50, 298, 70),
            line(20, 80, 298, 100),
            line(20, 110, 298, 130),
            line(20, 140, 306, 160)),
        Set.copyOf(found()));
  }

  @Test
  void linesOfTwoCellsHalfALineApartAreTwo() {
    characters(20, 20, 3);
    characters(100, 32, 3);
    assertEquals(Set.of(line(20, 20, 78, 40), line(100, 32, 158, 52)), Set.copyOf(found()));
  }

  @Test
  void charactersOfATitleStandAsFarApartAsColumns() {
    for (int row = 0; row < 4; row++) {
      characters(20, 80 + 30 * row, 7);
      characters(168, 80 + 30 * row, 7);
    }
    // A title twice as high as the print, with a gap of eight pixels above that of the columns.
    for (int i = 0; i < 6; i++) {
      ink(40 + 40 * i + (i > 2 ? 6 : 0), 20, 40 + 40 * i + 38 + (i > 2 ? 6 : 0), 60);
    }
    assertEquals(
        List.of(line(40, 20, 284, 60)), found().stream().filter(line -> line.top() < 80).toList());
  }
}
