package org.yusuan.grid.element;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;

/** Pieces become whole lines. */
class RulingJoinerTest {

  private static Ruling line(double position, double start, double end) {
    return new Ruling(true, position, start, end, 0.5);
  }

  @Test
  void piecesThatTouchAreOneLine() {
    assertEquals(
        List.of(line(100, 40, 200)),
        RulingJoiner.join(List.of(line(100, 120, 200), line(100, 40, 120))));
  }

  @Test
  void aWideGapPartsTwoLines() {
    List<Ruling> apart = List.of(line(100, 40, 80), line(100, 120, 200));
    assertEquals(apart, RulingJoiner.join(apart));
  }

  @Test
  void doubledLinesAreOneAndTheRowBelowIsAnother() {
    List<Ruling> joined =
        RulingJoiner.join(List.of(line(100, 40, 200), line(101.2, 40, 200), line(105, 40, 200)));
    assertEquals(2, joined.size());
    assertEquals(100.6, joined.get(0).position(), 1e-9);
    assertEquals(line(105, 40, 200), joined.get(1));
  }

  @Test
  void dashesThatKeepTheirPaceAreOneLine() {
    List<Ruling> dashes =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(i -> line(100, 40 + 8 * i, 43 + 8 * i))
            .toList();
    assertEquals(List.of(line(100, 40, 131)), RulingJoiner.join(dashes));
  }

  @Test
  void strokesOfCharactersBelowOneAnotherAreNoLine() {
    List<Ruling> strokes =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(i -> new Ruling(false, 100, 40 + 12 * i, 47 + 12 * i, 0.5))
            .toList();
    assertEquals(strokes, RulingJoiner.join(strokes));
  }
}
