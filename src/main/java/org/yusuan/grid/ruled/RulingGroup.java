package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.graph.DisjointSet;
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
    int count = horizontal.size() + vertical.size();
    DisjointSet connected = new DisjointSet(count);
    for (int h = 0; h < horizontal.size(); h++) {
      Ruling row = horizontal.get(h);
      for (int v = 0; v < vertical.size(); v++) {
        Ruling column = vertical.get(v);
        if (column.position() >= row.start() - tolerance
            && column.position() <= row.end() + tolerance
            && row.position() >= column.start() - tolerance
            && row.position() <= column.end() + tolerance) {
          connected.union(horizontal.size() + v, h);
        }
      }
    }
    Map<Integer, RulingGroup> groups = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      RulingGroup group =
          groups.computeIfAbsent(
              connected.find(i), key -> new RulingGroup(new ArrayList<>(), new ArrayList<>()));
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
}
