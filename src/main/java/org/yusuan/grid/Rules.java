package org.yusuan.grid;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.model.Box;
import org.yusuan.page.Ruling;

/**
 * The horizontal lines near one table.
 *
 * @param lines by y
 */
record Rules(List<Ruling> lines) {

  /** A row of line pieces that covers this part of the width runs over the whole table. */
  private static final double WIDE = 0.8;

  /** Lines whose y differ by no more than this, in points, are one. */
  private static final double SAME_Y = 2.5;

  /** The lines that lie within the box, grown by some points. */
  static Rules near(Edges edges, Box box, double margin) {
    Box area = box.grow(margin);
    return new Rules(
        edges.horizontal().stream()
            .filter(
                line ->
                    line.position() >= area.top()
                        && line.position() <= area.bottom()
                        && line.end() > area.left()
                        && line.start() < area.right())
            .toList());
  }

  /** Whether a line that covers x lies between the two y. */
  boolean between(double fromY, double toY, double x) {
    for (Ruling line : lines) {
      if (line.position() >= fromY
          && line.position() <= toY
          && line.start() <= x
          && line.end() >= x) {
        return true;
      }
    }
    return false;
  }

  /** The y of lines that, all pieces of one y together, cover most of left to right. */
  List<Double> wide(double left, double right) {
    List<Double> found = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).position() - lines.get(from).position() > SAME_Y) {
        double covered = 0;
        double end = left;
        List<Ruling> pieces = new ArrayList<>(lines.subList(from, i));
        pieces.sort(java.util.Comparator.comparingDouble(Ruling::start));
        for (Ruling piece : pieces) {
          double start = Math.max(end, piece.start());
          double stop = Math.min(right, piece.end());
          covered += Math.max(0, stop - start);
          end = Math.max(end, stop);
        }
        boolean reachesLeft =
            pieces.get(0).start() <= left + 0.1 * (right - left) + 5; // an underline does not
        if (covered >= WIDE * (right - left) && reachesLeft) {
          found.add(lines.get(from).position());
        }
        from = i;
      }
    }
    return found;
  }

  /** How many of the y lie between the two. */
  static int count(List<Double> ys, double fromY, double toY) {
    int count = 0;
    for (double y : ys) {
      count += y >= fromY && y <= toY ? 1 : 0;
    }
    return count;
  }
}
