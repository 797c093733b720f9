package org.yusuan.check.identity.table;

import java.util.Arrays;

/**
 * The sums of some rows of a list in each of its columns, and how much it tells that they are the
 * amounts of another row. Rows are added one by one.
 */
final class ColumnSums {

  /**
   * Cost, in bits, of one column in which a sum fails while two others hold: a figure is wrong
   * there. A guess.
   */
  private static final double FAILING_COLUMN_BITS = 12;

  /**
   * That a row equals the next proves nothing if the amount stands in more rows than this, as in a
   * list of bonds of a few sizes: of 9,182 such amounts 5,203 were taken for sums. A class and what
   * is below it alone make three or four.
   */
  private static final int MAX_ALIKE = 4;

  /** Upper limit of the bits that one column contributes to the proof of a sum. A guess. */
  static final double MAX_COLUMN_BITS = 24;

  private final ListColumns columns;

  /** The rows that are added, the first {@link #count} of these. */
  private int[] rows = new int[8];

  private int count;

  /** By column: the sum, and what rounding may hide of it. */
  private final long[] sums;

  private final long[] slack;

  /** By column: number of rows that hold an amount there. */
  private final int[] filled;

  /**
   * By column: number of rows that hold an amount there alone, so that no other column confirms
   * that they belong to the sum.
   */
  private final int[] alone;

  /** Begins with no rows. */
  ColumnSums(ListColumns columns) {
    this.columns = columns;
    this.sums = new long[columns.count()];
    this.slack = new long[sums.length];
    this.filled = new int[sums.length];
    this.alone = new int[sums.length];
  }

  /** Adds a row to the sum of each column. */
  void add(int row) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
    }
    rows[count++] = row;
    int own = 0;
    int only = -1;
    for (int k = 0; k < sums.length; k++) {
      if (columns.isBlank(row, k)) {
        continue;
      }
      long amount = columns.amount(row, k);
      sums[k] += amount;
      slack[k] += columns.quantum(row, k);
      if (amount != 0) {
        filled[k]++;
        own++;
        only = k;
      }
    }
    if (own == 1) {
      alone[only]++;
    }
  }

  /**
   * Whether sums of amounts that are not negative are too great already: more only adds to them.
   */
  boolean isExceeded(int row) {
    int exceeded = 0;
    for (int k = 0; k < sums.length; k++) {
      if (!columns.hasNegative(k)
          && sums[k] > columns.amount(row, k) + columns.quantum(row, k) + slack[k]) {
        exceeded++;
      }
    }
    return exceeded > (sums.length > 2 ? 1 : 0);
  }

  /**
   * How unlikely it is, in bits, that a row's amounts are the sums by chance, less the cost of
   * choosing that many rows; negative if they are not the sums. Columns in which no part holds an
   * amount are left out, as the table prints them for higher levels only; so is a column that
   * repeats another.
   */
  double bits(int row) {
    double bits = 0;
    int failing = 0;
    int holding = 0;
    long last = 0;
    for (int k = 0; k < sums.length; k++) {
      long whole = columns.amount(row, k);
      if (filled[k] == 0 || whole == 0 && sums[k] == 0) {
        continue;
      }
      long quantum = columns.quantum(row, k);
      long residual = Math.abs(whole - sums[k]);
      if (residual > (slack[k] + quantum) / 2) {
        failing++;
        if (failing > 1 || alone[k] > 0) {
          return -1;
        }
        continue;
      }
      holding += filled[k] >= 2 && whole != last ? 1 : 0;
      last = whole;
      bits +=
          filled[k] >= 2
              ? bits(whole, Math.max(quantum, divisor(k, whole)), residual == 0 ? 0 : slack[k])
              : columns.occurrences(k, whole) > MAX_ALIKE ? 0 : digitBits(whole);
    }
    if (failing > 0 && holding < 2) {
      return -1;
    }
    return Math.min(bits, MAX_COLUMN_BITS)
        - failing * FAILING_COLUMN_BITS
        - Math.log(count) / Math.log(2);
  }

  /**
   * What the amounts of a column and their sum are multiples of: amounts that are all multiples of
   * one add up by chance. Few sums hold, so that it is found for these alone.
   */
  private long divisor(int k, long whole) {
    long divisor = 0;
    for (int i = 0; i < count && divisor != 1; i++) {
      divisor = divisor(divisor, columns.amount(rows[i], k));
    }
    return divisor(divisor, whole);
  }

  private static long divisor(long one, long other) {
    long a = Math.abs(one);
    long b = Math.abs(other);
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  private static double bits(long whole, long last, long slack) {
    double places = Math.abs((double) whole) / Math.max(1, Math.max(last, slack));
    return Math.max(0, Math.log(places) / Math.log(2));
  }

  /** The bits of proof in two equal amounts: those of their digits without the zeros at the end. */
  private static double digitBits(long whole) {
    long digits = Math.abs(whole);
    while (digits != 0 && digits % 10 == 0) {
      digits /= 10;
    }
    return Math.log(Math.max(1, digits)) / Math.log(2);
  }
}
