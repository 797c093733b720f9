package org.yusuan.check.identity.table;

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
  private final RunningSum[] sums;
  private int rows;

  /** The sum of some rows in one column. */
  private static final class RunningSum {
    long sum;
    int filled;
    long slack;

    /** The greatest that all parts are multiples of. */
    long divisor;

    /**
     * Number of rows that hold an amount in this column alone: no other column confirms that they
     * belong to the sum.
     */
    int alone;
  }

  /** Begins with no rows. */
  ColumnSums(ListColumns columns) {
    this.columns = columns;
    this.sums = new RunningSum[columns.count()];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = new RunningSum();
    }
  }

  /** Adds a row to the sum of each column. */
  void add(int row) {
    rows++;
    int filled = 0;
    int only = -1;
    for (int k = 0; k < sums.length; k++) {
      if (columns.isBlank(row, k)) {
        continue;
      }
      long amount = columns.amount(row, k);
      sums[k].sum += amount;
      sums[k].slack += columns.quantum(row, k);
      if (amount != 0) {
        sums[k].divisor = divisor(sums[k].divisor, amount);
        sums[k].filled++;
        filled++;
        only = k;
      }
    }
    if (filled == 1) {
      sums[only].alone++;
    }
  }

  /**
   * Whether sums of amounts that are not negative are too great already: more only adds to them.
   */
  boolean isExceeded(int row) {
    int exceeded = 0;
    for (int k = 0; k < sums.length; k++) {
      if (!columns.hasNegative(k)
          && sums[k].sum > columns.amount(row, k) + columns.quantum(row, k) + sums[k].slack) {
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
      RunningSum column = sums[k];
      if (whole == 0 && column.sum == 0) {
        continue;
      }
      if (column.filled == 0) {
        continue;
      }
      long quantum = columns.quantum(row, k);
      long residual = Math.abs(whole - column.sum);
      if (residual > (column.slack + quantum) / 2) {
        failing++;
        if (failing > 1 || column.alone > 0) {
          return -1;
        }
        continue;
      }
      holding += column.filled >= 2 && whole != last ? 1 : 0;
      last = whole;
      bits +=
          column.filled >= 2
              ? bits(
                  whole,
                  Math.max(quantum, divisor(column.divisor, whole)),
                  residual == 0 ? 0 : column.slack)
              : columns.occurrences(k, whole) > MAX_ALIKE ? 0 : digitBits(whole);
    }
    if (failing > 0 && holding < 2) {
      return -1;
    }
    return Math.min(bits, MAX_COLUMN_BITS)
        - failing * FAILING_COLUMN_BITS
        - Math.log(rows) / Math.log(2);
  }

  /** What two amounts are multiples of: amounts that are all multiples of one add up by chance. */
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
