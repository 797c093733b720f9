package org.yusuan.page;

/**
 * A horizontal or vertical line drawn on the page.
 *
 * @param horizontal whether it runs along the x axis
 * @param position y of a horizontal line, x of a vertical one: the middle of its thickness, in
 *     points from the top left
 * @param start where it begins along its own axis
 * @param end where it ends along its own axis, not less than {@code start}
 * @param thickness its width in points
 */
public record Ruling(
    boolean horizontal, double position, double start, double end, double thickness) {

  /** Its length in points. */
  public double length() {
    return end - start;
  }
}
