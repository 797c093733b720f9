package org.yusuan.layout;

import org.yusuan.text.ChineseNumeral;

/** Restores the numbers of a list, which were read one by one: they rise by one. */
final class ListNumbers {
  /** Numbers at most this many rows apart confirm each other. A guess. */
  private static final int MAX_ROWS_APART = 3;

  private ListNumbers() {}

  /**
   * Numbers with the thin strokes that they lost: 十 and 十二 after 十九 and 二十一 are 二十 and 二十二. On a
   * fax 一, 二 and 三 vanish, and what is left is read surely.
   *
   * @param read the numbers as read; 0 where none could be read
   */
  static int[] restored(int[] read) {
    int[] numbers = read.clone();
    for (int i = 1; i < numbers.length; i++) {
      int restored = 0;
      for (int k = i - 1; k >= Math.max(0, i - MAX_ROWS_APART); k--) {
        int expected = numbers[k] == 0 ? 0 : numbers[k] + i - k;
        if (expected == read[i]) {
          restored = 0;
          break;
        }
        if (restored == 0 && ChineseNumeral.isThinned(read[i], expected)) {
          restored = expected;
        }
      }
      numbers[i] = restored == 0 ? read[i] : restored;
    }
    return numbers;
  }

  /**
   * Numbers of a list that its neighbours leave no choice about: those between two that are as far
   * apart as they stand, those that begin a list, and a last one that neither rises nor begins one.
   *
   * @param read the numbers as read; 0 where none could be read
   * @return the numbers; 0 where none could be read or deduced
   */
  static int[] sequence(int[] read) {
    int[] numbers = new int[read.length];
    for (int i = 0; i < read.length; i++) {
      numbers[i] = isBorneOut(read, i) ? read[i] : 0;
    }
    for (int i = 0; i < read.length; i++) {
      if (numbers[i] != 0) {
        continue;
      }
      int end = i;
      while (end < read.length && numbers[end] == 0) {
        end++;
      }
      int before = i == 0 ? 0 : numbers[i - 1];
      int first = end < read.length ? numbers[end] - (end - i) : 0;
      boolean closed = first == before + 1 || first == 1;
      for (int k = i; k < end; k++) {
        numbers[k] = closed ? first + k - i : read[k];
      }
      if (end == read.length && end - i == 1 && read[i] > 1 && read[i] <= before) {
        numbers[i] = before + 1;
      }
      i = end;
    }
    return numbers;
  }

  /** Whether a number near it confirms it: they differ by the number of rows between them. */
  private static boolean isBorneOut(int[] read, int at) {
    for (int i = Math.max(0, at - MAX_ROWS_APART);
        i <= Math.min(read.length - 1, at + MAX_ROWS_APART);
        i++) {
      if (i != at && read[i] > 0 && read[at] > 0 && read[i] - read[at] == i - at) {
        return true;
      }
    }
    return false;
  }
}
