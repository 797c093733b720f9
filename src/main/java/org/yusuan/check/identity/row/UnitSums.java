package org.yusuan.check.identity.row;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Sums of lists in which the codes of units tell how deep the rows stand: a department or a kind of
 * funds has a short code, its units longer ones, and what a unit buys or does has none. A row is
 * part of the nearest row above that stands higher; a code of the budget, printed in every row,
 * tells nothing. Twelve published lists of purchases of one city are made so, in four versions.
 *
 * <p>In lists of projects the kinds of projects, 通用项目 and 专用项目, stand below a unit, and below them
 * purposes, each above its projects. No code tells which row is a purpose: the first below a kind
 * is one, those that follow are its projects until they add up to it, and the next row is a purpose
 * again. So all purposes must be made up, and the kind of them.
 */
public final class UnitSums {

  /** At least this many sums of two parts or more must hold. A guess. */
  private static final int MIN_HOLDING = 3;

  /** Sums below rows of one depth may fail once for this many that hold. A guess. */
  private static final int MIN_HOLDS_PER_FAILURE = 5;

  /** Deeper than any unit: digits of a code. */
  private static final int KIND_DEPTH = 100;

  private static final int PURPOSE_DEPTH = 101;

  private final Table table;
  private final LabelPatterns words;
  private final BiPredicate<Integer, List<Integer>> holds;

  /**
   * @param holds whether a row is the sum of others
   */
  public UnitSums(Table table, LabelPatterns words, BiPredicate<Integer, List<Integer>> holds) {
    this.table = table;
    this.words = words;
    this.holds = holds;
  }

  /**
   * The rows that are sums, each with its parts; none where the codes do not tell it. What some
   * rows of a depth hold and nearly none fails is said of all of them.
   *
   * @param rows the rows of one list, in order
   */
  public Map<Integer, List<Integer>> find(List<Integer> rows) {
    Map<Integer, Map<Integer, List<Integer>>> byDepth = byDepth(rows);
    purposes(byDepth);
    int telling = 0;
    for (Map<Integer, List<Integer>> sums : byDepth.values()) {
      int holding = 0;
      int tellingHere = 0;
      for (Map.Entry<Integer, List<Integer>> sum : sums.entrySet()) {
        if (holds.test(sum.getKey(), sum.getValue())) {
          holding++;
          tellingHere += sum.getValue().size() > 1 ? 1 : 0;
        }
      }
      if ((sums.size() - holding) * MIN_HOLDS_PER_FAILURE > holding) {
        sums.clear();
      } else {
        telling += tellingHere;
      }
    }
    Map<Integer, List<Integer>> found = new LinkedHashMap<>();
    if (telling >= MIN_HOLDING) {
      byDepth.values().forEach(found::putAll);
    }
    return found;
  }

  /**
   * Parts the rows below a kind of projects into purposes and projects. Where they are not made up,
   * nothing is known of that kind, nor of its unit.
   */
  private void purposes(Map<Integer, Map<Integer, List<Integer>>> byDepth) {
    Map<Integer, List<Integer>> kinds = byDepth.remove(KIND_DEPTH);
    if (kinds == null) {
      return;
    }
    Map<Integer, List<Integer>> known = new LinkedHashMap<>();
    Map<Integer, List<Integer>> all = new LinkedHashMap<>();
    kinds.forEach(
        (kind, rows) -> {
          Map<Integer, List<Integer>> purposes = purposes(rows);
          List<Integer> parts = List.copyOf(purposes.keySet());
          if (holds.test(kind, parts)) {
            known.put(kind, parts);
            all.putAll(purposes);
          } else {
            byDepth.values().forEach(sums -> sums.values().removeIf(own -> own.contains(kind)));
          }
        });
    byDepth.put(KIND_DEPTH, known);
    byDepth.put(PURPOSE_DEPTH, all);
  }

  /** Purposes with their projects, in order; none if the last is not made up. */
  private Map<Integer, List<Integer>> purposes(List<Integer> rows) {
    Map<Integer, List<Integer>> purposes = new LinkedHashMap<>();
    int first = 0;
    for (int end = 2; end <= rows.size(); end++) {
      List<Integer> projects = rows.subList(Math.min(first + 1, end), end);
      if (!projects.isEmpty() && holds.test(rows.get(first), projects)) {
        purposes.put(rows.get(first), List.copyOf(projects));
        first = end;
      }
    }
    return first == rows.size() ? purposes : Map.of();
  }

  /** Digits of the code of a sum's row, 0 for totals → the sums below such rows. */
  private Map<Integer, Map<Integer, List<Integer>>> byDepth(List<Integer> rows) {
    Map<Integer, Map<Integer, List<Integer>>> byDepth = new LinkedHashMap<>();
    List<Integer> totals = new ArrayList<>();
    List<Integer> top = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int r : rows) {
      Row row = table.rows().get(r);
      if (row.kind() == RowKind.TOTAL) {
        totals.add(r);
      }
      if (row.kind() != RowKind.ITEM || RowMarks.isHeading(row)) {
        continue;
      }
      int depth = depth(row);
      while (!open.isEmpty() && depth(table.rows().get(open.element())) >= depth) {
        open.pop();
      }
      if (open.isEmpty()) {
        top.add(r);
      } else {
        byDepth
            .computeIfAbsent(depth(table.rows().get(open.element())), key -> new LinkedHashMap<>())
            .computeIfAbsent(open.element(), key -> new ArrayList<>())
            .add(r);
      }
      if (depth < Integer.MAX_VALUE) {
        open.push(r);
      }
    }
    if (!byDepth.isEmpty()) {
      totals.forEach(
          total ->
              byDepth
                  .computeIfAbsent(0, key -> new LinkedHashMap<>())
                  .put(total, List.copyOf(top)));
    }
    return byDepth;
  }

  /** The digits of a row's unit; more for a kind of projects, the greatest number for others. */
  private int depth(Row row) {
    @Nullable String unit = row.keys().unitCode();
    if (unit != null && unit.chars().allMatch(Character::isDigit)) {
      return unit.length();
    }
    return words.isProjectKind(row.keys().label()) ? KIND_DEPTH : Integer.MAX_VALUE;
  }
}
