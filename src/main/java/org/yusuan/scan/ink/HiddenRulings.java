package org.yusuan.scan.ink;

import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;

/**
 * Draws rulings again where a coloured stroke that lets nothing through runs along them: the circle
 * of a felt pen around an amount touches the rulings above and below it, and without them two cells
 * would be one. Lengths are inches; constants are guesses.
 */
final class HiddenRulings {
  /** A stroke runs along a ruling over at most this much. */
  private static final double MAX_HIDDEN = 1.2;

  /** Beside the stroke a ruling is seen over at least this much at one end. */
  private static final double MIN_SEEN = 0.2;

  /** And over this much at the other: longer than the strokes of a figure. */
  private static final double MIN_SEEN_BEYOND = 0.1;

  /** A ruling has no print this far above or below it over most of its length. */
  private static final double MAX_THICKNESS = 0.045;

  /** The edge between a stroke and print is this wide, in pixels. */
  private static final int EDGE_PIXELS = 2;

  /** Darker than this, of 255, is print. */
  private static final int PRINT_TONE = 140;

  /** The tone, of 255, of a ruling that is drawn again. */
  private static final byte RULING_TONE = 60;

  private final BinaryImage colored;
  private final BinaryImage print;
  private final double dpi;

  private HiddenRulings(BinaryImage colored, BinaryImage print, double dpi) {
    this.colored = colored;
    this.print = print;
    this.dpi = dpi;
  }

  private interface Place {
    void draw(int along, int across);
  }

  /**
   * Changes a picture whose coloured ink was taken out.
   *
   * @param colored where that was
   * @param tones the tones of the picture, row by row
   */
  static void drawAgain(BinaryImage colored, byte[] tones, double dpi) {
    int width = colored.width;
    BinaryImage print =
        BinaryImage.darkerThan(new GrayImage(width, colored.height, tones), PRINT_TONE);
    new HiddenRulings(colored, print, dpi).alongRows((x, y) -> tones[y * width + x] = RULING_TONE);
    new HiddenRulings(colored.transposed(), print.transposed(), dpi)
        .alongRows((y, x) -> tones[y * width + x] = RULING_TONE);
  }

  private void alongRows(Place place) {
    int most = (int) Math.round(MAX_HIDDEN * dpi);
    for (int y = 0; y < colored.height; y++) {
      int start = 0;
      for (int x = 0; x <= colored.width; x++) {
        if (x < colored.width && isHidden(x, y)) {
          continue;
        }
        if (x > start && x - start <= most && hidesRuling(start, x, y)) {
          for (int i = start - EDGE_PIXELS; i < x + EDGE_PIXELS; i++) {
            place.draw(i, y);
          }
        }
        start = x + 1;
      }
    }
  }

  private boolean isHidden(int x, int y) {
    return colored.ink[y * colored.width + x] && !print.ink[y * colored.width + x];
  }

  private boolean hidesRuling(int start, int end, int y) {
    int far = (int) Math.round(MIN_SEEN * dpi);
    int near = (int) Math.round(MIN_SEEN_BEYOND * dpi);
    return isRuling(start - 1, -1, y, near)
        && isRuling(end, 1, y, near)
        && (isRuling(start - 1, -1, y, far) || isRuling(end, 1, y, far));
  }

  /** Whether a thin line goes on from a place over a length. */
  private boolean isRuling(int from, int step, int y, int length) {
    int aside = (int) Math.round(MAX_THICKNESS * dpi);
    int bare = 0;
    for (int k = EDGE_PIXELS; k < length; k++) {
      int x = from + k * step;
      if (!isPrint(x, y) && !isPrint(x, y - 1) && !isPrint(x, y + 1)) {
        return false;
      }
      bare += isPrint(x, y - aside) || isPrint(x, y + aside) ? 0 : 1;
    }
    return 2 * bare > length;
  }

  private boolean isPrint(int x, int y) {
    return x >= 0
        && y >= 0
        && x < print.width
        && y < print.height
        && print.ink[y * print.width + x];
  }
}
