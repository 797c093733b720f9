package org.yusuan.check.solve;

import java.util.List;
import java.util.Map;
import org.yusuan.check.identity.Identity;

/**
 * Amounts that stand at each other's places. Immutable.
 *
 * @param table the table, as an index
 * @param first the row, or column
 * @param second the other row, or column; that of the row's first amount for a shift
 * @param should what the cells would hold that hold something else, in 分
 * @param mended identities that hold then and do not now
 */
public record Displacement(
    Kind kind, int table, int first, int second, Map<Integer, Long> should, List<Identity> mended) {

  /** How amounts are displaced. */
  public enum Kind {
    /** The amounts of two rows are exchanged. */
    ROWS,
    /** The amounts of two columns are exchanged. */
    COLUMNS,
    /** The amounts of a row stand one column too far to one side. */
    SHIFT
  }

  public Displacement {
    should = Map.copyOf(should);
    mended = List.copyOf(mended);
  }
}
