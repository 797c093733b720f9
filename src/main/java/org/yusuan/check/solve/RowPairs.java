package org.yusuan.check.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;

/**
 * Which items of a table may carry each other's amounts: each failing identity asks for another
 * amount at each of its cells, and votes for the rows that print that amount in that column.
 */
final class RowPairs {

  /**
   * At most this many pairs of a table are tried: those with most votes. A guess that bounds the
   * work.
   */
  private static final int MAX_PAIRS = 400;

  private final AmountIndex index;
  private final Assignment values;
  private final Map<Integer, Map<RowPair, Integer>> votes = new HashMap<>();

  /** The rows of items by what they print, for each column of each table. */
  private final Map<Integer, Map<Integer, TreeMap<Long, List<Integer>>>> printed = new HashMap<>();

  RowPairs(AmountIndex index, Assignment values) {
    this.index = index;
    this.values = values;
  }

  /** Two rows of a table, the upper one first. */
  record RowPair(int one, int other) {
    static final Comparator<RowPair> ORDER =
        Comparator.comparingInt(RowPair::one).thenComparingInt(RowPair::other);
  }

  /**
   * Counts the votes of an identity that fails.
   *
   * @param residual what it fails by, in 分
   * @param tolerance what rounding explains, in 分
   */
  void vote(Identity identity, long residual, long tolerance) {
    for (int k = 0; k < identity.cells().length; k++) {
      int cell = identity.cells()[k];
      long change = -residual * identity.coefficients()[k];
      vote(cell, values.of(cell) + change, tolerance);
      if (k == 0) {
        // A total and one of its own parts: each is off by half.
        vote(cell, values.of(cell) + change / 2, tolerance);
      }
    }
  }

  private void vote(int cell, long wanted, long tolerance) {
    if (wanted == 0 || index.row(cell).kind() != RowKind.ITEM) {
      return;
    }
    int row = index.ref(cell).row();
    Map<RowPair, Integer> own =
        votes.computeIfAbsent(index.tableOf(cell), key -> new TreeMap<>(RowPair.ORDER));
    for (List<Integer> rows :
        columnOf(cell).subMap(wanted - tolerance, true, wanted + tolerance, true).values()) {
      for (int other : rows) {
        if (other != row) {
          own.merge(new RowPair(Math.min(row, other), Math.max(row, other)), 1, Integer::sum);
        }
      }
    }
  }

  /** The pairs of rows of a table with most votes, the likeliest first. */
  List<RowPair> likeliest(int table) {
    return votes.getOrDefault(table, Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<RowPair, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(RowPair.ORDER)))
        .limit(MAX_PAIRS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The rows of a cell's table that are items, by what they print in its column; no noughts. */
  private TreeMap<Long, List<Integer>> columnOf(int cell) {
    int column = index.ref(cell).column();
    int table = index.tableOf(cell);
    return printed
        .computeIfAbsent(table, key -> new HashMap<>())
        .computeIfAbsent(
            column,
            key -> {
              TreeMap<Long, List<Integer>> rows = new TreeMap<>();
              List<Row> all = index.tables().get(table).rows();
              for (int r = 0; r < all.size(); r++) {
                int id = index.id(table, r, column);
                if (id >= 0 && values.of(id) != 0 && all.get(r).kind() == RowKind.ITEM) {
                  rows.computeIfAbsent(values.of(id), value -> new ArrayList<>()).add(r);
                }
              }
              return rows;
            });
  }
}
