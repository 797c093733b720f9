package org.yusuan.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;

/**
 * The joined lines of a page.
 *
 * @param horizontal by y
 * @param vertical by x
 */
record Edges(List<Ruling> horizontal, List<Ruling> vertical) {

  /** More lines than this of one direction are a drawing; they are left out. */
  private static final int MAX_LINES = 2_000;

  static Edges of(Page page) {
    List<Ruling> horizontal = new ArrayList<>();
    List<Ruling> vertical = new ArrayList<>();
    for (Ruling ruling : page.rulings()) {
      (ruling.horizontal() ? horizontal : vertical).add(ruling);
    }
    return new Edges(joined(horizontal), joined(vertical));
  }

  private static List<Ruling> joined(List<Ruling> pieces) {
    List<Ruling> lines = new ArrayList<>(Lines.join(pieces));
    if (lines.size() > MAX_LINES) {
      return List.of();
    }
    lines.sort(Comparator.comparingDouble(Ruling::position));
    return List.copyOf(lines);
  }

  /** Whether a vertical line stands between the two x at the given y. */
  boolean between(double fromX, double toX, double y) {
    int low = 0;
    int high = vertical.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (vertical.get(middle).position() < fromX - 1) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < vertical.size() && vertical.get(i).position() <= toX + 1; i++) {
      if (vertical.get(i).start() <= y && vertical.get(i).end() >= y) {
        return true;
      }
    }
    return false;
  }
}
