package org.yusuan.check.identity;

import java.util.Arrays;
import java.util.Map;

/** A value for each cell of an {@link AmountIndex}, in 分. Immutable. */
public final class Assignment {

  private final long[] values;

  private Assignment(long[] values) {
    this.values = values;
  }

  /** The first values of an array; later changes of the array do not show. */
  static Assignment of(long[] values, int size) {
    return new Assignment(Arrays.copyOf(values, size));
  }

  /** The value of a cell in 分; 0 if it is blank. */
  public long of(int cell) {
    return values[cell];
  }

  /** A copy in which some cells have other values. */
  public Assignment with(Map<Integer, Long> changed) {
    long[] copy = values.clone();
    changed.forEach((cell, value) -> copy[cell] = value);
    return new Assignment(copy);
  }

  /** A copy to work on, by cell. */
  public long[] toArray() {
    return values.clone();
  }
}
