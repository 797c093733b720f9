package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.page.Ruling;

/**
 * Lines that are connected by crossing or touching one another.
 *
 * @param horizontal the horizontal ones
 * @param vertical the vertical ones
 */
record RulingGroup(List<Ruling> horizontal, List<Ruling> vertical) {

  /** Groups lines by connection; groups that lack one of the directions are left out. */
  static List<RulingGroup> of(List<Ruling> horizontal, List<Ruling> vertical, double tolerance) {
    int[] parent = new int[horizontal.size() + vertical.size()];
    Arrays.setAll(parent, i -> i);
    for (int h = 0; h < horizontal.size(); h++) {
      Ruling row = horizontal.get(h);
      for (int v = 0; v < vertical.size(); v++) {
        Ruling column = vertical.get(v);
        if (column.position() >= row.start() - tolerance
            && column.position() <= row.end() + tolerance
            && row.position() >= column.start() - tolerance
            && row.position() <= column.end() + tolerance) {
          parent[root(parent, h)] = root(parent, horizontal.size() + v);
        }
      }
    }
    Map<Integer, RulingGroup> groups = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      RulingGroup group =
          groups.computeIfAbsent(
              root(parent, i), key -> new RulingGroup(new ArrayList<>(), new ArrayList<>()));
      if (i < horizontal.size()) {
        group.horizontal.add(horizontal.get(i));
      } else {
        group.vertical.add(vertical.get(i - horizontal.size()));
      }
    }
    return groups.values().stream()
        .filter(group -> !group.horizontal.isEmpty() && !group.vertical.isEmpty())
        .toList();
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
