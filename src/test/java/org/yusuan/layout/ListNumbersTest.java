package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ListNumbersTest {
  @Test
  void aSequenceIsFilledOnlyWhereItHasToBe() {
    assertArrayEquals(new int[] {1, 2, 3}, ListNumbers.sequence(new int[] {1, 0, 3}));
    assertArrayEquals(
        new int[] {20, 21, 22, 23, 24}, ListNumbers.sequence(new int[] {20, 21, 12, 23, 24}));
    assertArrayEquals(new int[] {1, 2, 3, 4}, ListNumbers.sequence(new int[] {0, 0, 3, 4}));
    assertArrayEquals(new int[] {3, 4, 0}, ListNumbers.sequence(new int[] {3, 4, 0}));
    assertArrayEquals(new int[] {1, 2, 3, 4, 6}, ListNumbers.sequence(new int[] {1, 2, 9, 4, 6}));
  }

  @Test
  void aListBeginsWithOne() {
    assertArrayEquals(
        new int[] {1, 2, 3, 1, 2, 3}, ListNumbers.sequence(new int[] {1, 2, 3, 0, 2, 3}));
  }

  @Test
  void theLastNumberRisesOrBeginsAList() {
    assertArrayEquals(new int[] {1, 2, 3}, ListNumbers.sequence(new int[] {1, 2, 2}));
    assertArrayEquals(new int[] {1, 2, 1}, ListNumbers.sequence(new int[] {1, 2, 1}));
    assertArrayEquals(new int[] {1, 2, 4}, ListNumbers.sequence(new int[] {1, 2, 4}));
  }

  @Test
  void lostStrokesFollowFromTheNumbersBefore() {
    assertArrayEquals(
        new int[] {18, 19, 20, 21, 22, 23},
        ListNumbers.restored(new int[] {18, 19, 10, 11, 22, 13}));
    assertArrayEquals(new int[] {20, 21, 22, 23}, ListNumbers.restored(new int[] {20, 10, 12, 13}));
    assertArrayEquals(new int[] {9, 10, 11, 12}, ListNumbers.restored(new int[] {9, 10, 10, 12}));
    assertArrayEquals(new int[] {29, 0, 31}, ListNumbers.restored(new int[] {29, 0, 11}));
    assertArrayEquals(new int[] {9, 10, 11}, ListNumbers.restored(new int[] {9, 10, 11}));
    assertArrayEquals(new int[] {19, 11, 12}, ListNumbers.restored(new int[] {19, 11, 12}));
    assertArrayEquals(new int[] {19, 1, 2}, ListNumbers.restored(new int[] {19, 1, 2}));
  }
}
