package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A rectangle on a page as it is displayed (after the page's own rotation).
 *
 * <p>Unit: points (1/72 inch). Origin: top left corner of the page; y grows downwards. In JSON a
 * box is the array {@code [left, top, right, bottom]}, rounded to hundredths of a point.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x
 * @param bottom largest y
 */
public record Box(double left, double top, double right, double bottom) {

  /** Reads the JSON form {@code [left, top, right, bottom]}. */
  @JsonCreator
  public static Box of(double[] edges) {
    if (edges.length != 4) {
      throw new IllegalArgumentException("a box has four edges, not " + edges.length);
    }
    return new Box(edges[0], edges[1], edges[2], edges[3]);
  }

  /** The smallest box that holds all the given ones; at least one is needed. */
  public static Box around(Collection<Box> boxes) {
    Box first = boxes.iterator().next();
    double left = first.left;
    double top = first.top;
    double right = first.right;
    double bottom = first.bottom;
    for (Box box : boxes) {
      left = Math.min(left, box.left);
      top = Math.min(top, box.top);
      right = Math.max(right, box.right);
      bottom = Math.max(bottom, box.bottom);
    }
    return new Box(left, top, right, bottom);
  }

  /** The JSON form. */
  @JsonValue
  public double[] edges() {
    return new double[] {hundredths(left), hundredths(top), hundredths(right), hundredths(bottom)};
  }

  /** The same as Java would make, which makes it anew in each run; characters ask it each. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Box other
        && Double.compare(left, other.left) == 0
        && Double.compare(top, other.top) == 0
        && Double.compare(right, other.right) == 0
        && Double.compare(bottom, other.bottom) == 0;
  }

  @Override
  public int hashCode() {
    int hash = 31 * Double.hashCode(left) + Double.hashCode(top);
    return 31 * (31 * hash + Double.hashCode(right)) + Double.hashCode(bottom);
  }

  /** Horizontal extent in points. */
  public double width() {
    return right - left;
  }

  /** Vertical extent in points. */
  public double height() {
    return bottom - top;
  }

  /** Horizontal middle. */
  public double centerX() {
    return (left + right) / 2;
  }

  /** Vertical middle. */
  public double centerY() {
    return (top + bottom) / 2;
  }

  /** Whether the point lies inside or on the edge. */
  public boolean contains(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Length that both share on the x axis; 0 if they do not overlap. */
  public double overlapX(Box other) {
    return Math.max(0, Math.min(right, other.right) - Math.max(left, other.left));
  }

  /** Length that both share on the y axis; 0 if they do not overlap. */
  public double overlapY(Box other) {
    return Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
  }

  /** The area that both share, as a part of the area that either covers: 1 if they are equal. */
  public double intersectionOverUnion(Box other) {
    double both = overlapX(other) * overlapY(other);
    return both / (width() * height() + other.width() * other.height() - both);
  }

  /** Whether the two share an area greater than zero. */
  public boolean intersects(Box other) {
    return overlapX(other) > 0 && overlapY(other) > 0;
  }

  /** This box made larger by the given margin on every side. */
  public Box grow(double margin) {
    return new Box(left - margin, top - margin, right + margin, bottom + margin);
  }

  /** The smallest box that holds this one and the other. */
  public Box union(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
