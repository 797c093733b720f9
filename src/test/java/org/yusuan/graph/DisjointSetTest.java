package org.yusuan.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DisjointSetTest {

  @Test
  void joinsSetsAndKeepsTheFirstOnesRoot() {
    DisjointSet sets = new DisjointSet(5);
    assertTrue(sets.union(3, 1));
    assertTrue(sets.union(4, 3));
    assertFalse(sets.union(1, 4));
    assertEquals(4, sets.find(1));
    assertTrue(sets.isSame(1, 3));
    assertFalse(sets.isSame(0, 2));
    assertEquals(2, sets.find(2));
  }
}
