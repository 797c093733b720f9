package org.yusuan.page;

import java.util.List;

/**
 * How level lines of a page bend where it curls towards the spine of a book, before skew and
 * perspective. A page that rises towards the camera is seen larger there, so that at each place
 * across it lines move in proportion to their height.
 *
 * @param step distance in points between two places across the page at which it was measured
 * @param shifts how far a line at the top of the page has moved down, in points, at each place
 * @param stretches how much farther lines have moved for each point of their height
 */
public record PageCurl(double step, List<Double> shifts, List<Double> stretches) {
  /** A flat page. */
  public static final PageCurl NONE = new PageCurl(1, List.of(), List.of());

  public PageCurl {
    shifts = List.copyOf(shifts);
    stretches = List.copyOf(stretches);
  }

  /** How far a point of the flat page has moved down, in points. */
  public double at(double x, double y) {
    if (shifts.isEmpty()) {
      return 0;
    }
    double place = Math.max(0, Math.min(shifts.size() - 1, x / step));
    int before = (int) place;
    int after = Math.min(shifts.size() - 1, before + 1);
    double share = place - before;
    return (1 - share) * (shifts.get(before) + y * stretches.get(before))
        + share * (shifts.get(after) + y * stretches.get(after));
  }
}
