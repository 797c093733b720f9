package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

  @Test
  void aFigureAndTheLabelOfTheNextColumnAreTwo() {
    for (int row = 0; row < 4; row++) {
      characters(20, 20 + 30 * row, 4);
      characters(210, 20 + 30 * row, 5);
    }
    characters(140, 80, 3);
    assertEquals(9, found().size());
  }

  @Test
  void aGapThatOtherLinesRunOverIsNoColumn() {
    for (int row = 0; row < 4; row++) {
      characters(20, 20 + 30 * row, 14);
    }
    characters(20, 140, 9);
    characters(208, 140, 5);
    assertEquals(5, found().size());
  }

  @Test
  void linesOfTwoCellsHalfALineApartAreTwo() {
    characters(20, 20, 3);
    characters(100, 32, 3);
    assertEquals(2, found().size());
  }
}
