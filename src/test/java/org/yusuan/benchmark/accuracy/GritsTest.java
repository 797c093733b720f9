package org.yusuan.benchmark.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GritsTest {

  private static final String[] THREE_ROWS = {"a,b", "c,d", "e,f"};

  @Test
  void equalTablesAreFullyAlike() {
    assertEquals(1, Grits.of(grid(THREE_ROWS), grid(THREE_ROWS)));
    assertEquals(1, Grits.of(grid("a,,b"), grid("a,,b")));
  }

  @Test
  void anEmptyTableIsLikeNone() {
    assertEquals(0, Grits.of(List.of(), grid(THREE_ROWS)));
    assertEquals(0, Grits.of(grid(THREE_ROWS), List.of()));
  }

  /** Four cells of ten are in common, counted in both: 2 · 4 / (6 + 4). */
  @Test
  void aMissingRowCostsItsCells() {
    assertEquals(0.8, Grits.of(grid(THREE_ROWS), grid("a,b", "c,d")), 1e-9);
    assertEquals(0.8, Grits.of(grid(THREE_ROWS), grid("a,b", "e,f")), 1e-9);
  }

  @Test
  void aColumnTooManyCostsItsCells() {
    assertEquals(0.8, Grits.of(grid("a,b", "c,d"), grid("a,,b", "c,,d")), 1e-9);
    assertEquals(0.8, Grits.of(grid("a,b,c", "d,e,f"), grid("a,c", "d,f")), 1e-9);
  }

  /** Two characters of "12.3" and "12" are in common: 2 · 2 / (4 + 2). */
  @Test
  void aCellIsAsLikeAsItsCharactersInOrder() {
    assertEquals((1 + 2.0 / 3) / 2, Grits.of(grid("x,12.3"), grid("x,12")), 1e-9);
    assertEquals(0.5, Grits.of(grid("x,12"), grid("x,")), 1e-9);
  }

  @Test
  void rowsAreNotAlignedAcross() {
    assertEquals(0.5, Grits.of(grid("a,b", "c,d"), grid("c,d", "a,b")), 1e-9);
  }

  private static List<List<String>> grid(String... rows) {
    return Arrays.stream(rows).map(row -> List.of(row.split(",", -1))).toList();
  }
}
