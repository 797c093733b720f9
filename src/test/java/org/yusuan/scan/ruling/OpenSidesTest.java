package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.ConnectedComponent;

/** A table at 200 dpi, open at its left. */
class OpenSidesTest {
  private final List<Ruling> rulings = new ArrayList<>();
  private final List<ConnectedComponent> ink = new ArrayList<>();

  private void rows(double start) {
    for (int row = 0; row < 6; row++) {
      rulings.add(new Ruling(true, 300 + 50 * row, start, 900, 2));
    }
    rulings.add(new Ruling(false, 400, 300, 550, 2));
    rulings.add(new Ruling(false, 900, 300, 550, 2));
  }

  private void labels(int count) {
    for (int i = 0; i < count; i++) {
      int left = 150 + 25 * (i % 4);
      int top = 310 + 50 * (i / 4);
      ink.add(new ConnectedComponent(left, top, left + 20, top + 24, 200));
    }
  }

  @Test
  void aColumnOfPrintBeyondTheLastRulingIsClosed() {
    rows(200);
    labels(20);
    List<Ruling> closed = OpenSides.closed(rulings, ink, 200);
    assertEquals(rulings.size() + 1, closed.size());
    Ruling side = closed.get(closed.size() - 1);
    assertEquals(new Ruling(false, 144, 300, 550, 1), side);
    assertEquals(144, closed.get(0).start());
  }

  @Test
  void rulingsThatEndAtTheLastOneCloseIt() {
    rows(400);
    labels(20);
    assertEquals(rulings, OpenSides.closed(rulings, ink, 200));
  }

  @Test
  void nothingIsClosedAroundNoPrint() {
    rows(200);
    assertEquals(rulings, OpenSides.closed(rulings, ink, 200));
  }
}
