package org.yusuan.scan.image;

/**
 * What lies behind the ink of a picture: its grey-scale closing (Serra 1982), which fills whatever
 * is darker and thinner than a square, and leaves the edge between two tones where it is.
 *
 * @param picture the picture
 * @param thickest side of the square in pixels, less one
 */
public record Morphology(GrayImage picture, int thickest) {

  /** The tones behind a part of the picture, which must not be empty. */
  GrayImage behind(int left, int top, int right, int bottom) {
    int reach = thickest / 2;
    // The lightest of many grains of paper is lighter than paper, so grains are evened out first.
    GrayImage around =
        averaged(left - 2 * reach, top - 2 * reach, right + 2 * reach, bottom + 2 * reach);
    return closed(around, reach)
        .crop(2 * reach, 2 * reach, 2 * reach + right - left, 2 * reach + bottom - top, 0);
  }

  /**
   * The closing of a whole picture.
   *
   * @param reach half the side of the square in pixels, without the pixel in its middle
   */
  public static GrayImage closed(GrayImage picture, int reach) {
    return extreme(extreme(picture, reach, true), reach, false);
  }

  /** Means of three by three pixels; beyond the edges of the picture its last pixels go on. */
  private GrayImage averaged(int left, int top, int right, int bottom) {
    int width = right - left;
    byte[] means = new byte[width * (bottom - top)];
    int[] sums = new int[width + 2]; // of three pixels above one another, from one before the left
    for (int y = top; y < bottom; y++) {
      int above = row(y - 1);
      int here = row(y);
      int below = row(y + 1);
      for (int i = 0; i < sums.length; i++) {
        int x = Math.max(0, Math.min(picture.width - 1, left - 1 + i));
        sums[i] =
            (picture.pixels[above + x] & 255)
                + (picture.pixels[here + x] & 255)
                + (picture.pixels[below + x] & 255);
      }
      int to = (y - top) * width;
      for (int i = 0; i < width; i++) {
        means[to + i] = (byte) ((sums[i] + sums[i + 1] + sums[i + 2]) / 9);
      }
    }
    return new GrayImage(width, bottom - top, means);
  }

  /** Where a row of the picture begins; beyond its edges, the nearest. */
  private int row(int y) {
    return Math.max(0, Math.min(picture.height - 1, y)) * picture.width;
  }

  /** The lightest or the darkest pixel within reach, first along rows, then along columns. */
  private static GrayImage extreme(GrayImage image, int reach, boolean lightest) {
    GrayImage rows = extreme(image, reach, lightest, true);
    return extreme(rows, reach, lightest, false);
  }

  /**
   * Each line is cut into pieces as long as the window. A window then is the end of one piece and
   * the beginning of the next, whose extremes are known from a pass each way (van Herk 1992; Gil
   * and Werman 1993): the work does not grow with the reach.
   */
  private static GrayImage extreme(GrayImage image, int reach, boolean lightest, boolean along) {
    int length = along ? image.width : image.height;
    int lines = along ? image.height : image.width;
    int step = along ? 1 : image.width;
    int window = 2 * reach + 1;
    int flip = lightest ? 0 : 255;
    byte[] extremes = new byte[image.pixels.length];
    int[] tones = new int[length + 2 * reach];
    int[] fromStart = new int[tones.length];
    int[] toEnd = new int[tones.length];
    for (int line = 0; line < lines; line++) {
      int first = along ? line * image.width : line;
      for (int i = 0; i < length; i++) {
        tones[reach + i] = (image.pixels[first + i * step] & 255) ^ flip;
      }
      for (int start = 0; start < tones.length; start += window) {
        int end = Math.min(tones.length, start + window);
        int most = 0;
        for (int i = start; i < end; i++) {
          most = Math.max(most, tones[i]);
          fromStart[i] = most;
        }
        most = 0;
        for (int i = end - 1; i >= start; i--) {
          most = Math.max(most, tones[i]);
          toEnd[i] = most;
        }
      }
      for (int i = 0; i < length; i++) {
        extremes[first + i * step] = (byte) (Math.max(toEnd[i], fromStart[i + 2 * reach]) ^ flip);
      }
    }
    return new GrayImage(image.width, image.height, extremes);
  }
}
