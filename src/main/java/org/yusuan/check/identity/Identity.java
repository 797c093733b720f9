package org.yusuan.check.identity;

/**
 * A linear equation among amounts: the sum of each cell's value times its coefficient is zero. The
 * first cell is what is summed, with the coefficient 1; its parts have −1, or 1 if they are taken
 * off.
 *
 * @param group what it rests on, and what it says
 * @param cells ids of cells in the {@link AmountIndex}, no two alike
 * @param coefficients 1 or −1 for each cell
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Arrays, as there are millions of members; nobody compares or changes
// them.
public record Identity(IdentityGroup group, int[] cells, int[] coefficients) {

  /** An identity that says that the first cell is the sum of the others. */
  public static Identity sum(IdentityGroup group, int total, int[] parts) {
    int[] cells = new int[parts.length + 1];
    int[] coefficients = new int[parts.length + 1];
    cells[0] = total;
    coefficients[0] = 1;
    for (int i = 0; i < parts.length; i++) {
      cells[i + 1] = parts[i];
      coefficients[i + 1] = -1;
    }
    return new Identity(group, cells, coefficients);
  }

  /**
   * By how much the first cell exceeds its parts, in 分; 0 if the identity holds to the last digit.
   */
  public long residual(Assignment values) {
    long residual = 0;
    for (int i = 0; i < cells.length; i++) {
      residual += coefficients[i] * values.of(cells[i]);
    }
    return residual;
  }

  /**
   * What rounding explains, in 分: each printed figure may be off by half of its last place. Figures
   * printed to the 分 are exact.
   */
  public long tolerance(AmountIndex index, Assignment values) {
    long twice = 0;
    for (int cell : cells) {
      twice += values.of(cell) == 0 ? 0 : index.quantum(cell);
    }
    return twice / 2;
  }

  /**
   * What rounding would explain, in 分, if each figure were rounded to the places that it shows
   * itself, though others of its column show more.
   */
  public long toleranceAsPrinted(AmountIndex index, Assignment values) {
    long twice = 0;
    for (int cell : cells) {
      twice += values.of(cell) == 0 ? 0 : index.printedPlace(cell);
    }
    return twice / 2;
  }

  /** Whether it holds with the given values. */
  public Outcome outcome(AmountIndex index, Assignment values) {
    long residual = residual(values);
    if (residual == 0) {
      return Outcome.HOLDS;
    }
    return Math.abs(residual) <= tolerance(index, values) ? Outcome.ROUNDS : Outcome.FAILS;
  }

  /** Number of cells whose value is not zero. */
  public int nonZeroCount(Assignment values) {
    int count = 0;
    for (int cell : cells) {
      count += values.of(cell) == 0 ? 0 : 1;
    }
    return count;
  }

  /** The place of a cell among the members; -1 if it is none. */
  public int indexOf(int cell) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == cell) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an identity holds. */
  public enum Outcome {
    /** The sum is right to the last digit. */
    HOLDS,
    /** The sum is off, but by no more than rounding explains. */
    ROUNDS,
    /** The sum is off by more than rounding explains. */
    FAILS
  }
}
