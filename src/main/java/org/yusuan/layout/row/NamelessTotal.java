package org.yusuan.layout.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;

/**
 * Finds a last row without a name that is the total of those above it, as lists of units end with.
 * It is one only if it adds up in every column.
 */
final class NamelessTotal {

  /** With fewer rows above it, the last one may equal them by chance. A guess. */
  private static final int MIN_ROWS_ABOVE = 2;

  private NamelessTotal() {}

  /** The rows, those that are nameless totals marked as such. */
  static List<Row> marked(List<Row> rows) {
    Map<Integer, Integer> last = new TreeMap<>();
    for (int r = 0; r < rows.size(); r++) {
      last.put(rows.get(r).list(), r);
    }
    List<Row> marked = new ArrayList<>(rows);
    last.forEach(
        (list, r) -> {
          if (isTotal(rows, r)) {
            Row row = rows.get(r);
            marked.set(r, new Row(list, row.line(), RowKind.TOTAL, 0, row.keys(), row.cells()));
          }
        });
    return marked;
  }

  private static boolean isTotal(List<Row> rows, int last) {
    Row total = rows.get(last);
    boolean nameless =
        total.kind() == RowKind.ITEM
            && total.keys().label() == null
            && total.keys().code() == null
            && total.cells().stream()
                .allMatch(cell -> cell.amount() != null || cell.text().isBlank());
    if (!nameless) {
      return false;
    }
    Map<Integer, BigDecimal> sums = new TreeMap<>();
    int above = 0;
    for (Row row : rows.subList(0, last)) {
      if (row.list() == total.list()) {
        if (row.kind() != RowKind.ITEM) {
          return false;
        }
        above++;
        row.cells().stream()
            .filter(cell -> cell.amount() != null)
            .forEach(cell -> sums.merge(cell.column(), cell.amount(), BigDecimal::add));
      }
    }
    return above >= MIN_ROWS_ABOVE && (adds(total, sums, 1) || adds(total, sums, 2));
  }

  /**
   * Whether the rows above add up to the total in every column.
   *
   * @param times how often each amount stands above: twice, if units follow those that they are of
   */
  private static boolean adds(Row total, Map<Integer, BigDecimal> sums, int times) {
    boolean says = false;
    for (Cell cell : total.cells()) {
      BigDecimal amount = cell.amount() == null ? BigDecimal.ZERO : cell.amount();
      BigDecimal sum = sums.getOrDefault(cell.column(), BigDecimal.ZERO);
      if (amount.multiply(BigDecimal.valueOf(times)).compareTo(sum) != 0) {
        return false;
      }
      says |= amount.signum() != 0;
    }
    return says;
  }
}
