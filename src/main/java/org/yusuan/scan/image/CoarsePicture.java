package org.yusuan.scan.image;

/**
 * Brings pictures of few pixels, as messengers send them, to a resolution at which rulings and
 * lines of text are found. Recognition sees such print in its own pixels again: see {@link
 * org.yusuan.scan.segment.LineCrops#inOwnPixels}.
 */
public final class CoarsePicture {
  /**
   * A picture of a lower resolution, in dots per inch, is coarse: on one of 92 only the outer
   * rulings of a table were found. A guess.
   */
  public static final double MIN_DPI = 100;

  /** The resolution to which coarse pictures are brought: the least at which pages are read. */
  private static final double FINE_DPI = 200;

  private CoarsePicture() {}

  /**
   * How many times as wide and high a picture is made.
   *
   * @param dpi its resolution
   */
  public static double factor(double dpi) {
    return dpi < MIN_DPI ? FINE_DPI / dpi : 1;
  }

  /** The picture, enlarged so many times by a cubic filter. */
  public static GrayImage enlarged(GrayImage picture, double factor) {
    return picture.resize(
        (int) Math.round(picture.width * factor), (int) Math.round(picture.height * factor), true);
  }
}
