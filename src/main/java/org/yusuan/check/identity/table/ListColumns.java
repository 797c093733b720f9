package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;

/**
 * The columns of amounts of one list. The amounts of its rows may be put in another order, to see
 * what holds by chance.
 */
final class ListColumns {

  private final AmountIndex index;
  private final Assignment values;
  private final int t;
  private final int[] columns;
  private final boolean[] negative;

  /** How often each amount occurs in each column. */
  private final List<Map<Long, Integer>> occurrences = new ArrayList<>();

  /**
   * For each row, the row whose amounts stand there: its own, or another where rows are shuffled.
   */
  private final int[] from;

  /**
   * @param t the table's place
   * @param rows the rows of the list, in order
   * @param columns its columns of amounts
   */
  ListColumns(AmountIndex index, int t, List<Integer> rows, List<Integer> columns) {
    this.index = index;
    this.values = index.asRead();
    this.t = t;
    this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
    this.negative = new boolean[this.columns.length];
    this.from = IntStream.range(0, index.tables().get(t).rows().size()).toArray();
    for (int k = 0; k < negative.length; k++) {
      Map<Long, Integer> counts = new HashMap<>();
      for (int row : rows) {
        if (isPrinted(row, k)) {
          negative[k] |= amount(row, k) < 0;
          counts.merge(amount(row, k), 1, Integer::sum);
        }
      }
      occurrences.add(counts);
    }
  }

  /** Puts the amounts of some rows at the places of others. */
  void place(List<Integer> rows, List<Integer> origins) {
    for (int i = 0; i < rows.size(); i++) {
      from[rows.get(i)] = origins.get(i);
    }
  }

  /** How many columns there are; columns are counted from 0. */
  int count() {
    return columns.length;
  }

  /** Whether a row has a cell for an amount in a column, though it may be blank. */
  boolean isPrinted(int row, int k) {
    return id(row, k) >= 0;
  }

  /** Whether a row holds no amount in a column. */
  boolean isBlank(int row, int k) {
    int id = id(row, k);
    return id < 0 || index.isBlank(id);
  }

  /** A row's amount in a column; 0 where none is. */
  long amount(int row, int k) {
    int id = id(row, k);
    return id < 0 ? 0 : values.of(id);
  }

  /** The last printed place of a row's amount in a column; 0 where none is. */
  long quantum(int row, int k) {
    int id = id(row, k);
    return id < 0 ? 0 : index.quantum(id);
  }

  /** Whether a column holds a negative amount. */
  boolean hasNegative(int k) {
    return negative[k];
  }

  /** How often an amount occurs in a column. */
  int occurrences(int k, long amount) {
    return occurrences.get(k).getOrDefault(amount, 0);
  }

  /** Whether a row holds an amount in any column. */
  boolean isFilled(int row) {
    return IntStream.range(0, columns.length).anyMatch(k -> !isBlank(row, k));
  }

  private int id(int row, int k) {
    return index.id(t, from[row], columns[k]);
  }
}
