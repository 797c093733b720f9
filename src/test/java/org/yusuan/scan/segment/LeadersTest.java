package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.ConnectedComponent;

/** Print of 30 pixels at 200 dpi. */
class LeadersTest {
  private final List<ConnectedComponent> ink = new ArrayList<>();

  private void characters(int left, int count) {
    for (int i = 0; i < count; i++) {
      int at = left + 34 * i;
      ink.add(new ConnectedComponent(at, 100, at + 30, 130, 300));
    }
  }

  private void points(int left, int count) {
    for (int i = 0; i < count; i++) {
      ink.add(new ConnectedComponent(left + 10 * i, 120, left + 10 * i + 4, 124, 16));
    }
  }

  private Leaders found() {
    LineBox line = TextLineFinder.lineOf(ink, LineBox.NO_CELL);
    return Leaders.among(List.of(line), ink, 200);
  }

  @Test
  void anEntryOfTheContentsIsCutAroundItsLeader() {
    characters(100, 8);
    points(380, 60);
    characters(1000, 1);
    Leaders leaders = found();
    assertEquals(
        List.of(
            new LineBox(100, 100, 368, 130, LineBox.NO_CELL),
            new LineBox(1000, 100, 1030, 130, LineBox.NO_CELL)),
        leaders.lines());
    assertEquals(1, leaders.marks().size());
    assertEquals(new LineBox(380, 120, 974, 124, LineBox.NO_CELL), leaders.marks().get(0).line());
  }

  @Test
  void anEllipsisInASentenceStays() {
    characters(100, 8);
    points(380, 6);
    characters(460, 20);
    assertEquals(1, found().lines().size());
    assertEquals(List.of(), found().marks());
  }
}
