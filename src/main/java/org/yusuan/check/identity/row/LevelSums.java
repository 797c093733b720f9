package org.yusuan.check.identity.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Which rows of a list are levels of government: 全省, 省本级 and 地市合计 stand below one another, and the
 * first is the sum of the other two, and of what stands between them if it is no part of the own
 * level. The last is the sum of the regions below it, unless some of them are printed with levels
 * of their own. Labels tell it, so that it is stated.
 */
public final class LevelSums {

  /**
   * Between the own level and the sum of the lower ones stand at most this many rows, as an area
   * that the own level governs itself. A guess.
   */
  private static final int MAX_ROWS_BETWEEN = 2;

  /** Lower levels are more than one region: one alone is no sum. */
  private static final int MIN_REGIONS = 2;

  private final Table table;
  private final LabelPatterns words;

  public LevelSums(Table table, LabelPatterns words) {
    this.table = table;
    this.words = words;
  }

  /**
   * The rows that are sums, each with its parts, which may be read in several ways.
   *
   * @param rows the rows of one list, in order
   */
  public Map<Integer, List<List<Integer>>> find(List<Integer> rows) {
    Map<Integer, List<List<Integer>>> sums = new LinkedHashMap<>();
    for (int own = 1; own < rows.size(); own++) {
      int lower = lowerThan(own, rows);
      if (lower < 0 || isLevel(rows.get(own - 1))) {
        continue;
      }
      List<Integer> levels = List.of(rows.get(own), rows.get(lower));
      List<Integer> all = List.copyOf(rows.subList(own, lower + 1));
      sums.put(rows.get(own - 1), levels.equals(all) ? List.of(levels) : List.of(levels, all));
      int end = lower + 1;
      while (end < rows.size() && isRegion(rows.get(end))) {
        end++;
      }
      boolean whole = end == rows.size() || !words.isOwnLevel(label(rows.get(end)));
      if (whole && end - lower - 1 >= MIN_REGIONS) {
        sums.put(rows.get(lower), List.of(List.copyOf(rows.subList(lower + 1, end))));
      }
    }
    return sums;
  }

  /** The place of the sum of the lower levels that goes with an own level; -1 if there is none. */
  private int lowerThan(int own, List<Integer> rows) {
    if (!words.isOwnLevel(label(rows.get(own)))) {
      return -1;
    }
    for (int i = own + 1; i < Math.min(rows.size(), own + 2 + MAX_ROWS_BETWEEN); i++) {
      if (words.isLowerLevels(label(rows.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isLevel(int row) {
    return words.isOwnLevel(label(row)) || words.isLowerLevels(label(row));
  }

  private boolean isRegion(int row) {
    return table.rows().get(row).kind() == RowKind.ITEM && !isLevel(row);
  }

  private @Nullable String label(int row) {
    return table.rows().get(row).keys().label();
  }
}
