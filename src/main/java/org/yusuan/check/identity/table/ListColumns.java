package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;

/**
 * The columns of amounts of one list. The amounts of its rows may be put in another order, to see
 * what holds by chance.
 */
final class ListColumns {

  private final List<Integer> rows;
  private final boolean[] negative;

  /** By row and column: whether there is a cell for an amount, whether one is in it, and which. */
  private final boolean[][] printed;

  private final boolean[][] filled;
  private final long[][] amounts;
  private final long[][] quanta;

  /** How often each amount occurs in each column; of columns that were asked for. */
  private final List<@Nullable Map<Long, Integer>> occurrences;

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
    Assignment values = index.asRead();
    int count = index.tables().get(t).rows().size();
    this.rows = rows;
    this.negative = new boolean[columns.size()];
    this.printed = new boolean[count][columns.size()];
    this.filled = new boolean[count][columns.size()];
    this.amounts = new long[count][columns.size()];
    this.quanta = new long[count][columns.size()];
    this.from = IntStream.range(0, count).toArray();
    this.occurrences = new ArrayList<>(Collections.nCopies(columns.size(), null));
    for (int row : rows) {
      for (int k = 0; k < negative.length; k++) {
        int id = index.id(t, row, columns.get(k));
        if (id >= 0) {
          printed[row][k] = true;
          filled[row][k] = !index.isBlank(id);
          amounts[row][k] = values.of(id);
          quanta[row][k] = index.quantum(id);
          negative[k] |= amounts[row][k] < 0;
        }
      }
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
    return negative.length;
  }

  /** Whether a row has a cell for an amount in a column, though it may be blank. */
  boolean isPrinted(int row, int k) {
    return printed[from[row]][k];
  }

  /** Whether a row holds no amount in a column. */
  boolean isBlank(int row, int k) {
    return !filled[from[row]][k];
  }

  /** A row's amount in a column; 0 where none is. */
  long amount(int row, int k) {
    return amounts[from[row]][k];
  }

  /** The last printed place of a row's amount in a column; 0 where none is. */
  long quantum(int row, int k) {
    return quanta[from[row]][k];
  }

  /** Whether a column holds a negative amount. */
  boolean hasNegative(int k) {
    return negative[k];
  }

  /** How often an amount occurs in a column. */
  int occurrences(int k, long amount) {
    Map<Long, Integer> counts = occurrences.get(k);
    if (counts == null) {
      counts = new HashMap<>();
      for (int row : rows) {
        if (printed[row][k]) {
          counts.merge(amounts[row][k], 1, Integer::sum);
        }
      }
      occurrences.set(k, counts);
    }
    return counts.getOrDefault(amount, 0);
  }

  /** Whether a row holds an amount in any column. */
  boolean isFilled(int row) {
    return IntStream.range(0, negative.length).anyMatch(k -> !isBlank(row, k));
  }

  /** Whether a row holds an amount that is not zero in any column. */
  boolean isTelling(int row) {
    return IntStream.range(0, negative.length).anyMatch(k -> amount(row, k) != 0);
  }

  /** Whether two rows hold the same amounts. */
  boolean areEqual(int one, int other) {
    return IntStream.range(0, negative.length).allMatch(k -> amount(one, k) == amount(other, k));
  }
}
