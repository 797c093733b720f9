package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;

/** At 200 dpi, in pixels: rows of 28 pixels are as low as their print. */
class LoneStrokesTest {
  private static final int DPI = 200;
  private static final int ROWS = 10;

  private final List<Ruling> lines = new ArrayList<>();

  private static Ruling upright(int at, int firstRow, int rows) {
    return new Ruling(false, at, 100 + 28 * firstRow, 100 + 28 * (firstRow + rows), 3);
  }

  private void rows() {
    for (int i = 0; i <= ROWS; i++) {
      lines.add(new Ruling(true, 100 + 28 * i, 100, 900, 3));
    }
  }

  /** Strokes in eight rows, of which the last two stand below each other. */
  private void strokes() {
    for (int i = 0; i < 8; i++) {
      lines.add(upright(130 + 17 * i, i, 1));
    }
    lines.add(upright(300, 3, 2));
  }

  @Test
  void dropsStrokesThatReachFromRowToRowAndKeepsColumns() {
    rows();
    lines.add(upright(100, 0, ROWS));
    lines.add(upright(500, 1, ROWS - 1));
    lines.add(upright(900, 0, ROWS));
    List<Ruling> printed = List.copyOf(lines);
    strokes();
    assertEquals(printed, LoneStrokes.without(lines, DPI));
  }

  @Test
  void dropsStrokesWhereNoRulingRunsDown() {
    rows();
    List<Ruling> printed = List.copyOf(lines);
    strokes();
    assertEquals(printed, LoneStrokes.without(lines, DPI));
  }

  @Test
  void keepsColumnsThatAreMissingInSomeRows() {
    rows();
    strokes();
    Ruling upper = upright(500, 0, 4);
    Ruling lower = upright(501, 6, 4);
    lines.add(upper);
    lines.add(lower);
    List<Ruling> kept = LoneStrokes.without(lines, DPI);
    assertEquals(List.of(upper, lower), kept.subList(kept.size() - 2, kept.size()));
  }

  @Test
  void dropsTheFewStrokesOfAPageWithoutColumns() {
    rows();
    List<Ruling> printed = List.copyOf(lines);
    lines.add(upright(240, 1, 1));
    lines.add(upright(610, 4, 1));
    assertEquals(printed, LoneStrokes.without(lines, DPI));
  }

  /** Six rows of ten. */
  @Test
  void dropsStrokesBelowOneAnotherInHalfOfTheRows() {
    rows();
    List<Ruling> printed = List.copyOf(lines);
    strokes();
    lines.add(upright(700, 2, 6));
    assertEquals(printed, LoneStrokes.without(lines, DPI));
  }

  /** The strokes of 十 in four numbered items, so close to the column that nothing fits between. */
  @Test
  void dropsStrokesCloseBesideAColumn() {
    rows();
    lines.add(upright(100, 0, ROWS));
    lines.add(upright(500, 0, ROWS));
    lines.add(upright(900, 0, ROWS));
    List<Ruling> printed = List.copyOf(lines);
    lines.add(upright(513, 3, 4));
    assertEquals(printed, LoneStrokes.without(lines, DPI));
  }

  @Test
  void keepsTheFewPartsOfRowsInAForm() {
    rows();
    lines.add(upright(100, 0, ROWS));
    lines.add(upright(900, 0, ROWS));
    for (int i = 0; i < 5; i++) {
      lines.add(upright(200 + 90 * i, 2 * i, 1));
    }
    assertEquals(lines, LoneStrokes.without(lines, DPI));
  }

  @Test
  void keepsTheColumnsOfALowTable() {
    for (int i = 0; i <= 1; i++) {
      lines.add(new Ruling(true, 100 + 28 * i, 100, 900, 3));
    }
    for (int i = 0; i < 9; i++) {
      lines.add(upright(100 + 100 * i, 0, 1));
    }
    assertEquals(lines, LoneStrokes.without(lines, DPI));
  }
}
