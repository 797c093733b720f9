package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Finds parts that are named alike below several items and below their total: 其中：利息收入 below each
 * fund, and below 收入小计. That below the total is the sum of those below the items.
 */
public final class OfWhichSums {

  /** A part must be named below at least this many items: one alone is no sum. */
  private static final int MIN_ITEMS = 2;

  private final Table table;
  private final List<Integer> rows;
  private final LabelPatterns words;

  /**
   * @param rows the rows of one list, in order
   */
  public OfWhichSums(Table table, List<Integer> rows, LabelPatterns words) {
    this.table = table;
    this.rows = rows;
    this.words = words;
  }

  /** The rows below totals, each with the rows of that name above. */
  public Map<Integer, List<Integer>> find() {
    Map<Integer, List<Integer>> sums = new HashMap<>();
    Map<String, List<Integer>> above = new HashMap<>();
    boolean below = false;
    for (int r : rows) {
      Row row = table.rows().get(r);
      String name = name(row);
      if (row.kind() != RowKind.ITEM) {
        below = true;
        continue;
      }
      List<Integer> same = above.getOrDefault(name, List.of());
      if (below && same.size() >= MIN_ITEMS && !name.isEmpty()) {
        sums.put(r, List.copyOf(same));
        continue;
      }
      if (below) {
        above.clear();
        below = false;
      }
      above.computeIfAbsent(name, key -> new ArrayList<>()).add(r);
    }
    return sums;
  }

  private String name(Row row) {
    @Nullable String label = row.keys().label();
    return label == null || row.keys().code() != null ? "" : words.part(label);
  }
}
