package org.yusuan.grid.unruled.column;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;

/**
 * The horizontal lines near one table.
 *
 * @param lines by y
 * @param vertical the vertical lines near it, by x
 */
public record NearbyRulings(List<Ruling> lines, List<Ruling> vertical) {

  /**
   * A row of line pieces that covers at least this part of the width runs over the whole table. A
   * guess.
   */
  private static final double MIN_WIDE_SHARE = 0.8;

  /** Lines whose y differ by no more than this, in points, are one. A guess. */
  private static final double MAX_Y_DIFFERENCE = 2.5;

  /** The lines that lie within the box, grown by some points. */
  public static NearbyRulings near(PageRulings edges, Box box, double margin) {
    Box area = box.grow(margin);
    return new NearbyRulings(
        edges.horizontal().stream()
            .filter(
                line ->
                    line.position() >= area.top()
                        && line.position() <= area.bottom()
                        && line.end() > area.left()
                        && line.start() < area.right())
            .toList(),
        edges.vertical().stream()
            .filter(
                line ->
                    line.position() >= area.left()
                        && line.position() <= area.right()
                        && line.end() > area.top()
                        && line.start() < area.bottom())
            .toList());
  }

  /** Whether a line that covers x lies between the two y. */
  public boolean between(double fromY, double toY, double x) {
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

  /**
   * The y of lines that, all pieces of one y together, cover most of left to right.
   *
   * @param reach they begin no further right; lines under labels of groups begin beside the first
   *     column
   */
  public List<Double> wide(double left, double right, double reach) {
    List<Double> found = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size()
          || lines.get(i).position() - lines.get(from).position() > MAX_Y_DIFFERENCE) {
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
        boolean reachesLeft = pieces.get(0).start() <= reach;
        if (covered >= MIN_WIDE_SHARE * (right - left) && reachesLeft) {
          found.add(lines.get(from).position());
        }
        from = i;
      }
    }
    return found;
  }

  /** Where the vertical lines nearest to x at the height y stand, left and right. */
  public double[] sides(double x, double y) {
    double left = Double.NEGATIVE_INFINITY;
    double right = Double.POSITIVE_INFINITY;
    for (Ruling line : vertical) {
      if (line.start() <= y && line.end() >= y) {
        if (line.position() <= x) {
          left = line.position();
        } else {
          right = Math.min(right, line.position());
        }
      }
    }
    return new double[] {left, right};
  }

  /** How many of the y lie between the two. */
  public static int count(List<Double> ys, double fromY, double toY) {
    int count = 0;
    for (double y : ys) {
      count += y >= fromY && y <= toY ? 1 : 0;
    }
    return count;
  }
}
