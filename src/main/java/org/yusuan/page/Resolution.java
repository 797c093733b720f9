package org.yusuan.page;

/** What holds of the resolution of every picture of a page, in pixels per inch (dpi). */
public final class Resolution {

  /** A point is 1/72 inch. */
  public static final double POINTS_PER_INCH = 72;

  /**
   * Pixels of a page at most, so that memory is bounded: an A3 page at 300 dpi has 17 million.
   * Larger paper is seen at a coarser resolution.
   */
  public static final long MAX_PIXELS = 25_000_000;

  private Resolution() {}

  /**
   * The finest resolution of a page.
   *
   * @param width width of the page in points, above zero
   * @param height height of the page in points, above zero
   */
  public static double maxDpi(double width, double height) {
    return POINTS_PER_INCH * Math.sqrt(MAX_PIXELS / (width * height));
  }
}
