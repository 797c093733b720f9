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
 * fund, and below 收入小计. That below the total is the sum of those below the items. The first part,
 * which the mark 其中 tells, may go by another name below some items, as 其中：个人缴费收入 of one fund for
 * 其中：保险费收入 of the others.
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

  /**
   * The rows below totals, each with the rows of that name above; where it is marked as a first
   * part, all that are marked so are another reading, if they are not the same.
   */
  public Map<Integer, List<List<Integer>>> find() {
    Map<Integer, List<List<Integer>>> sums = new HashMap<>();
    Map<String, List<Integer>> above = new HashMap<>();
    List<Integer> marked = new ArrayList<>();
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
        boolean alike = !words.isOfWhich(row.keys().label()) || marked.equals(same);
        sums.put(
            r,
            alike ? List.of(List.copyOf(same)) : List.of(List.copyOf(same), List.copyOf(marked)));
        continue;
      }
      if (below) {
        above.clear();
        marked.clear();
        below = false;
      }
      if (words.isOfWhich(row.keys().label())) {
        marked.add(r);
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
