package org.yusuan.scan.segment;

/**
 * Where a line of text stands, in pixels of the straightened picture; right and bottom exclusive.
 *
 * @param cell the ruled cell that it stands in, counted from 0; {@link #NO_CELL} if in none
 */
public record LineBox(int left, int top, int right, int bottom, int cell) {
  /** Stands for no cell. */
  public static final int NO_CELL = -1;

  public int height() {
    return bottom - top;
  }

  public int width() {
    return right - left;
  }

  /** Whether it stands inside a ruled cell. */
  public boolean inCell() {
    return cell != NO_CELL;
  }

  /** The place of both lines, in the cell of this one. */
  public LineBox union(LineBox other) {
    return new LineBox(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom),
        cell);
  }
}
