package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;

class BrokenEndsTest {
  private static final int DPI = 200;

  private final BinaryImage ink = new BinaryImage(600, 200);

  private Ruling mended() {
    Ruling side = new Ruling(false, 500, 50, 150, 2);
    return BrokenEnds.mended(
            List.of(new Ruling(true, 100.5, 100, 400, 2), side), ink, ink.transposed(), DPI)
        .get(0);
  }

  private void dashes(int length, int gap) {
    for (int x = 400; x < 500; x++) {
      ink.ink[100 * ink.width + x] = (x - 400) % (length + gap) >= gap;
    }
  }

  @Test
  void dashesUpToTheSideAreOfTheRuling() {
    dashes(18, 4);
    assertEquals(new Ruling(true, 100.5, 100, 500, 2), mended());
  }

  @Test
  void aRulingThatStopsIsNotLengthened() {
    assertEquals(400, mended().end());
  }

  @Test
  void printInLineWithARulingIsNoDash() {
    dashes(12, 10);
    assertEquals(400, mended().end());
  }
}
