package org.yusuan.page;

import java.util.List;
import org.yusuan.model.table.Box;

/**
 * How the straightened page lies on the page as displayed.
 *
 * <p>Words and rulings of a scanned page are given on the straightened page, where lines of text
 * and rulings run along the axes: only so can the later stages find cells. {@link #onDisplayedPage}
 * turns such a box into the one to highlight on the original picture.
 *
 * <p>First the picture is turned clockwise by quarters. Then horizontal lines of the straightened
 * page at height v (from the middle) run on the turned picture as y = v + (a + b v) x, vertical
 * ones at u as x = u + (c + d u) y, with x and y from the middle of the turned picture; a and c are
 * skew, b and d perspective.
 *
 * @param quarters how many quarter turns clockwise make the picture upright, 0 to 3
 * @param width width of the upright page in points
 * @param height height of the upright page in points
 * @param a slope of horizontal lines through the middle
 * @param b how that slope changes per point of height
 * @param c slope of vertical lines through the middle
 * @param d how that slope changes per point of width
 * @param scale points of the page as displayed for one of the upright page, which is smaller where
 *     the print of a picture is outsized; usually 1
 * @param curl how level lines bend besides
 */
public record PageTransform(
    int quarters,
    double width,
    double height,
    double a,
    double b,
    double c,
    double d,
    double scale,
    PageCurl curl) {

  /**
   * Steps of the fixed-point iteration: for the slant of a scan they reach a hundredth of a point.
   */
  private static final int FIXED_POINT_STEPS = 6;

  /** No change. */
  public static PageTransform none(double width, double height) {
    return turned(0, width, height);
  }

  /** Quarter turns and nothing else. */
  public static PageTransform turned(int quarters, double width, double height) {
    return new PageTransform(quarters, width, height, 0, 0, 0, 0, 1, PageCurl.NONE);
  }

  /** The same way to a page that curls besides. */
  public PageTransform curled(PageCurl by) {
    return new PageTransform(quarters, width, height, a, b, c, d, scale, by);
  }

  /** The same way to a page that is displayed this many times as large. */
  public PageTransform enlarged(double by) {
    return new PageTransform(quarters, width, height, a, b, c, d, scale * by, curl);
  }

  /**
   * A point of the straightened page as a point of the page as displayed.
   *
   * @return x and y in points from the top left of the displayed page
   */
  public double[] onDisplayedPage(double x, double y) {
    double[] turned = onTurnedPage(x, y);
    double[] displayed =
        switch (quarters) {
          case 1 -> new double[] {turned[1], width - turned[0]};
          case 2 -> new double[] {width - turned[0], height - turned[1]};
          case 3 -> new double[] {height - turned[1], turned[0]};
          default -> turned;
        };
    return new double[] {displayed[0] * scale, displayed[1] * scale};
  }

  /** The smallest box of the displayed page that holds a box of the straightened page. */
  public Box onDisplayedPage(Box box) {
    return Box.around(
        List.of(
            corner(box.left(), box.top()),
            corner(box.right(), box.top()),
            corner(box.left(), box.bottom()),
            corner(box.right(), box.bottom())));
  }

  /** A box of the displayed page on the straightened page, without the slant of its edges. */
  public Box fromDisplayedPage(Box box) {
    double[] one = fromDisplayedPage(box.left(), box.top());
    double[] other = fromDisplayedPage(box.right(), box.bottom());
    return new Box(
        Math.min(one[0], other[0]),
        Math.min(one[1], other[1]),
        Math.max(one[0], other[0]),
        Math.max(one[1], other[1]));
  }

  private double[] fromDisplayedPage(double displayedX, double displayedY) {
    double x = displayedX / scale;
    double y = displayedY / scale;
    double[] turned =
        switch (quarters) {
          case 1 -> new double[] {width - y, x};
          case 2 -> new double[] {width - x, height - y};
          case 3 -> new double[] {y, height - x};
          default -> new double[] {x, y};
        };
    // The slant of a scan is small: a few steps of fixed-point iteration reach a hundredth point.
    double[] point = turned.clone();
    for (int step = 0; step < FIXED_POINT_STEPS; step++) {
      double[] reached = onTurnedPage(point[0], point[1]);
      point[0] += turned[0] - reached[0];
      point[1] += turned[1] - reached[1];
    }
    return point;
  }

  private Box corner(double x, double y) {
    double[] point = onDisplayedPage(x, y);
    return new Box(point[0], point[1], point[0], point[1]);
  }

  /** The same before the quarter turns are undone. */
  public double[] onTurnedPage(double x, double y) {
    double u = x - width / 2;
    double v = y + curl.at(x, y) - height / 2;
    double across = a + b * v;
    double down = c + d * u;
    double turnedX = (u + down * v) / (1 - across * down);
    double turnedY = v + across * turnedX;
    return new double[] {turnedX + width / 2, turnedY + height / 2};
  }
}
