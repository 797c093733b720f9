package org.yusuan.check.identity.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Of the sums that amounts alone tell, those that account for their list. A total of it, named so
 * or its last row, may leave out an item next to its parts of which no sum knows: then nothing
 * tells that these are all of its parts. Where a part has taken the place of what it belongs to,
 * the total is the sum of it and the others, and what it belongs to stands alone.
 *
 * <p>Measured on 205 documents: of 187,047 amounts that were verified 25 are no more.
 */
final class AccountingSums {

  private final Table table;
  private final ListColumns columns;
  private final List<Integer> filled;
  private final Map<Integer, List<Integer>> parts;
  private final BiPredicate<Integer, Integer> mayHold;

  /**
   * @param filled the rows of the list that hold an amount, in order
   * @param parts the rows that are sums, with the rows that add up to each
   * @param mayHold whether the first row may be the sum of the second and others
   */
  AccountingSums(
      Table table,
      ListColumns columns,
      List<Integer> filled,
      Map<Integer, List<Integer>> parts,
      BiPredicate<Integer, Integer> mayHold) {
    this.table = table;
    this.columns = columns;
    this.filled = filled;
    this.parts = parts;
    this.mayHold = mayHold;
  }

  /** The sums, each row with its parts. */
  Map<Integer, List<Integer>> find() {
    Set<Integer> known = new HashSet<>(parts.keySet());
    parts.values().forEach(known::addAll);
    Map<Integer, List<Integer>> accounting = new HashMap<>();
    parts.forEach(
        (total, own) -> {
          boolean down = own.get(0) > total;
          int nearest = own.get(down ? own.size() - 1 : 0);
          boolean mayLack = isOfList(total) && own.size() > 1;
          int next = mayLack ? next(nearest, down) : -1;
          if (next < 0 || known.contains(next) || !isBeside(total, nearest, next)) {
            accounting.put(total, own);
          }
        });
    return accounting;
  }

  /** Whether a total is one of the whole list, or of all above it. */
  private boolean isOfList(int total) {
    return !isItem(total) || total == filled.get(filled.size() - 1);
  }

  /** Whether a row next to the outermost part of a total may be one more of its parts. */
  private boolean isBeside(int total, int nearest, int next) {
    return isItem(next)
        && (next > total || isItem(nearest)) // a subtotal closes what stands above it
        && table.rows().get(next).level() >= table.rows().get(nearest).level()
        && mayHold.test(total, next)
        && !columns.areEqual(nearest, next);
  }

  private boolean isItem(int row) {
    return table.rows().get(row).kind() == RowKind.ITEM;
  }

  /** The next row that holds an amount, past all that belongs to a row; −1 if there is none. */
  private int next(int row, boolean down) {
    int end = row;
    List<Integer> own = parts.get(row);
    while (own != null && own.get(0) > end == down) {
      end = own.get(down ? own.size() - 1 : 0);
      own = parts.get(end);
    }
    int last = end;
    IntPredicate beyond = down ? r -> r > last : r -> r < last;
    return filled.stream()
        .mapToInt(Integer::intValue)
        .filter(beyond)
        .filter(columns::isTelling)
        .reduce((one, other) -> down ? one : other)
        .orElse(-1);
  }
}
