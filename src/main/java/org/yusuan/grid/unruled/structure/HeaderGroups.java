package org.yusuan.grid.unruled.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.grid.unruled.column.Columns;

/**
 * Finds which columns the labels of groups span in a header without rulings. Labels of Chinese
 * tables stand in the middle of their cells, also from top to bottom: what hangs low under nothing
 * has the label of a group above it, and that stands over the middle of its columns.
 */
final class HeaderGroups {

  /**
   * A column left out of every group costs as much as a group that misses its middle so far, in
   * points. A guess.
   */
  private static final double COST_OF_LEFT_OUT = 6;

  /** Labels of one row miss each other's middle by at most this part of their height. A guess. */
  private static final double MAX_ROW_MISS = 0.5;

  private final Columns columns;
  private final List<HeaderLabel> labels;

  private HeaderGroups(Columns columns, List<HeaderLabel> labels) {
    this.columns = columns;
    this.labels = labels;
  }

  /** Widens the labels of groups, from the lowest up. */
  static void widen(Columns columns, List<HeaderLabel> labels) {
    new HeaderGroups(columns, labels).widen();
  }

  private void widen() {
    List<HeaderLabel> groups =
        new ArrayList<>(
            labels.stream()
                .filter(label -> !label.isRuled() && !below(label, label.column).isEmpty())
                .toList());
    groups.sort(Comparator.comparingDouble(group -> -group.box.centerY()));
    int from = 0;
    while (from < groups.size()) {
      int to = from + 1;
      while (to < groups.size() && isOneRow(groups.get(from), groups.get(to))) {
        to++;
      }
      List<HeaderLabel> row = new ArrayList<>(groups.subList(from, to));
      row.sort(Comparator.comparingInt(group -> group.column));
      widenRow(row);
      from = to;
    }
  }

  private static boolean isOneRow(HeaderLabel a, HeaderLabel b) {
    double height = Math.min(a.height(), b.height());
    return Math.abs(a.box.centerY() - b.box.centerY()) <= MAX_ROW_MISS * height;
  }

  /** Groups of one row whose columns follow one another share these out among them. */
  private void widenRow(List<HeaderLabel> row) {
    int at = 0;
    int free = 0;
    while (at < row.size()) {
      HeaderLabel first = row.get(at);
      int left = first.column;
      while (left > free && hangs(left - 1, first)) {
        left--;
      }
      int right = first.columnEnd;
      int end = at + 1;
      while (right < columns.count()) {
        if (end < row.size() && row.get(end).column <= right) {
          right = Math.max(right, row.get(end).columnEnd);
          end++;
        } else if (hangs(right, row.get(end - 1))) {
          right++;
        } else {
          break;
        }
      }
      share(row.subList(at, end), left, right);
      free = right;
      at = end;
    }
  }

  /** Whether what stands in a column is as low as what stands below a group. */
  private boolean hangs(int column, HeaderLabel group) {
    List<HeaderLabel> all = labels.stream().filter(label -> label.covers(column)).toList();
    List<HeaderLabel> lower = below(group, column);
    if (group.isBounded()) {
      return group.mayCover(column) && !lower.isEmpty();
    }
    if (lower.isEmpty()
        || lower.size() < all.size() && all.stream().anyMatch(label -> isOneRow(label, group))) {
      return false;
    }
    if (all.stream()
        .anyMatch(label -> !lower.contains(label) && label.columnEnd - label.column == 1)) {
      return false;
    }
    double own = middle(below(group, group.column));
    return Math.abs(middle(lower) - own) <= MAX_ROW_MISS * group.height();
  }

  private List<HeaderLabel> below(HeaderLabel group, int column) {
    return labels.stream().filter(label -> label.covers(column) && isBelow(label, group)).toList();
  }

  private static boolean isBelow(HeaderLabel label, HeaderLabel group) {
    return label != group && label.box.top() >= group.box.bottom() - 0.3 * group.height();
  }

  private static double middle(List<HeaderLabel> stack) {
    double top = stack.stream().mapToDouble(label -> label.box.top()).min().orElse(0);
    double bottom = stack.stream().mapToDouble(label -> label.box.bottom()).max().orElse(0);
    return (top + bottom) / 2;
  }

  /** Shares out the columns so that the groups miss the middle of theirs by the least. */
  private void share(List<HeaderLabel> groups, int left, int right) {
    // Best cost when the first k groups use columns up to c, and where the k-th begins and ends.
    int n = groups.size();
    int width = right - left;
    double[][] cost = new double[n + 1][width + 1];
    int[][][] choice = new int[n + 1][width + 1][];
    for (int k = 0; k <= n; k++) {
      boolean[] cut = k == 0 ? new boolean[0] : cuts(groups.get(k - 1), left, width);
      for (int c = 0; c <= width; c++) {
        cost[k][c] = k == 0 ? c * COST_OF_LEFT_OUT : Double.MAX_VALUE;
        if (k == 0) {
          continue;
        }
        HeaderLabel group = groups.get(k - 1);
        for (int to = group.columnEnd - left; to <= c; to++) {
          for (int from = 0; from <= group.column - left; from++) {
            double before = cost[k - 1][from];
            if (before == Double.MAX_VALUE || cut[from] || cut[to]) {
              continue;
            }
            double total =
                before + miss(group, left + from, left + to) + (c - to) * COST_OF_LEFT_OUT;
            if (total < cost[k][c]) {
              cost[k][c] = total;
              choice[k][c] = new int[] {from, to};
            }
          }
        }
      }
    }
    if (cost[n][width] == Double.MAX_VALUE) {
      return;
    }
    int c = width;
    for (int k = n; k > 0; k--) {
      int[] range = choice[k][c];
      groups.get(k - 1).column = left + range[0];
      groups.get(k - 1).columnEnd = left + range[1];
      c = range[0];
    }
  }

  /** Before which columns from a first one a group may not begin or end: it would part a label. */
  private boolean[] cuts(HeaderLabel group, int left, int width) {
    boolean[] cuts = new boolean[width + 1];
    for (int at = 0; at <= width; at++) {
      cuts[at] = cuts(group, left + at);
    }
    return cuts;
  }

  /** Whether a group that began or ended before a column would part a label below it. */
  private boolean cuts(HeaderLabel group, int column) {
    return labels.stream()
        .anyMatch(
            label -> label.column < column && column < label.columnEnd && isBelow(label, group));
  }

  /**
   * How far a group stands from the middle of columns, by their bounds or by the labels in them.
   */
  private double miss(HeaderLabel group, int from, int to) {
    double left = from == 0 ? columns.lefts()[0] : columns.separator(from - 1);
    double right = to == columns.count() ? columns.rights()[to - 1] : columns.separator(to - 1);
    double byBounds = Math.abs((left + right) / 2 - group.box.centerX());
    double byLabels =
        Math.abs((labelled(group, from) + labelled(group, to - 1)) / 2 - group.box.centerX());
    return Math.min(byBounds, byLabels);
  }

  /** The middle of the lowest label of a column. */
  private double labelled(HeaderLabel group, int column) {
    return below(group, column).stream()
        .filter(label -> label.columnEnd - label.column == 1)
        .max(Comparator.comparingDouble(label -> label.box.centerY()))
        .map(label -> label.box.centerX())
        .orElse((columns.lefts()[column] + columns.rights()[column]) / 2);
  }
}
