package org.yusuan.scan;

/**
 * What lies behind the ink of a picture: its grey-scale closing (Serra 1982), which fills whatever
 * is darker and thinner than a square, and leaves the edge between two tones where it is.
 *
 * @param picture the picture
 * @param thickest side of the square in pixels, less one
 */
record Background(Gray picture, int thickest) {

  /** The tones behind a part of the picture, which must not be empty. */
  Gray of(int left, int top, int right, int bottom) {
    int reach = thickest / 2;
    // The lightest of many grains of paper is lighter than paper, so grains are evened out first.
    Gray around =
        averaged(left - 2 * reach, top - 2 * reach, right + 2 * reach, bottom + 2 * reach);
    return closed(around, reach)
        .crop(2 * reach, 2 * reach, 2 * reach + right - left, 2 * reach + bottom - top, 0);
  }

  /**
   * The closing of a whole picture.
   *
   * @param reach half the side of the square in pixels, without the pixel in its middle
   */
  static Gray closed(Gray picture, int reach) {
    return extreme(extreme(picture, reach, true), reach, false);
  }

  /** Means of three by three pixels; beyond the edges of the picture its last pixels go on. */
  private Gray averaged(int left, int top, int right, int bottom) {
    int width = right - left;
    byte[] means = new byte[width * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            sum +=
                picture.at(
                    Math.max(0, Math.min(picture.width - 1, x + dx)),
                    Math.max(0, Math.min(picture.height - 1, y + dy)));
          }
        }
        means[(y - top) * width + x - left] = (byte) (sum / 9);
      }
    }
    return new Gray(width, bottom - top, means);
  }

  /** The lightest or the darkest pixel within reach, first along rows, then along columns. */
  private static Gray extreme(Gray image, int reach, boolean lightest) {
    Gray rows = extreme(image, reach, lightest, true);
    return extreme(rows, reach, lightest, false);
  }

  private static Gray extreme(Gray image, int reach, boolean lightest, boolean along) {
    byte[] extremes = new byte[image.pixels.length];
    int length = along ? image.width : image.height;
    for (int y = 0; y < image.height; y++) {
      for (int x = 0; x < image.width; x++) {
        int found = image.at(x, y);
        int middle = along ? x : y;
        for (int k = Math.max(0, middle - reach); k <= Math.min(length - 1, middle + reach); k++) {
          int tone = along ? image.at(k, y) : image.at(x, k);
          found = lightest ? Math.max(found, tone) : Math.min(found, tone);
        }
        extremes[y * image.width + x] = (byte) found;
      }
    }
    return new Gray(image.width, image.height, extremes);
  }
}
