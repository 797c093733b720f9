package org.yusuan.scan.ink;

import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;

/**
 * Draws rulings again where something over them was taken out and them with it: the circle of a
 * felt pen around an amount touches the rulings above and below it, a watermark has the grey of
 * pale rulings, and without them two cells would be one. Lengths are inches; constants are guesses.
 */
final class HiddenRulings {
  /** So much of a ruling is hidden at most, between two pieces that are seen. */
  private static final double MAX_HIDDEN = 1.2;

  /** At one end of what is hidden a ruling is seen over at least this much. */
  private static final double MIN_SEEN = 0.2;

  /** And over this much at the other. */
  private static final double MIN_SEEN_BEYOND = 0.05;

  /** A ruling has no print this far above or below it over most of its length. */
  private static final double MAX_THICKNESS = 0.045;

  /** The edge between a stroke and print is this wide, in pixels. */
  private static final int EDGE_PIXELS = 2;

  /** What lies so near to what was taken out, in pixels, was lightened with it. */
  private static final int LIGHTENED_PIXELS = 3;

  /**
   * Of the gap at least this share was taken out, or lies at the edge of what was: a circle leaves
   * and meets a ruling at two places, and is a pixel or two above it between them.
   */
  private static final double MIN_CLEARED_SHARE = 0.6;

  /** Darker than this, of 255, is print under coloured ink. */
  static final int PRINT_TONE = 140;

  /** The tone, of 255, of a ruling of such a page. */
  static final byte RULING_TONE = 60;

  private final BinaryImage cleared;
  private final BinaryImage print;
  private final double dpi;

  private HiddenRulings(BinaryImage cleared, BinaryImage print, double dpi) {
    this.cleared = cleared;
    this.print = print;
    this.dpi = dpi;
  }

  private interface Place {
    void draw(int along, int across);
  }

  /**
   * Changes a picture from which something was taken out.
   *
   * @param cleared where that was
   * @param tones the tones of the picture, row by row
   * @param printTone rulings are darker than this
   * @param rulingTone the tone that they get where they are drawn again
   */
  static void drawAgain(
      BinaryImage cleared, byte[] tones, int printTone, byte rulingTone, double dpi) {
    int width = cleared.width;
    BinaryImage print =
        BinaryImage.darkerThan(new GrayImage(width, cleared.height, tones), printTone);
    new HiddenRulings(cleared, print, dpi).alongRows((x, y) -> tones[y * width + x] = rulingTone);
    new HiddenRulings(cleared.transposed(), print.transposed(), dpi)
        .alongRows((y, x) -> tones[y * width + x] = rulingTone);
  }

  private void alongRows(Place place) {
    for (int y = 0; y < print.height; y++) {
      // The last piece of a ruling that was seen; none if it is empty.
      int from = 0;
      int to = 0;
      for (int x = 0; x < print.width; ) {
        int end = x;
        while (end < print.width && isSeen(end, y)) {
          end++;
        }
        if (isRuling(x, end, y)) {
          if (to > from && isHidden(from, to, x, end, y)) {
            draw(place, to, x, y);
          } else {
            from = x;
          }
          to = end;
        }
        x = end + 1;
      }
    }
  }

  /** Whether a ruling may be hidden between two pieces of it. */
  private boolean isHidden(int from, int to, int nextFrom, int nextTo, int y) {
    if (nextFrom - to > MAX_HIDDEN * dpi
        || Math.max(to - from, nextTo - nextFrom) < MIN_SEEN * dpi) {
      return false;
    }
    int covered = 0;
    for (int x = to; x < nextFrom; x++) {
      covered += isNearCleared(x, y) ? 1 : 0;
    }
    return covered >= MIN_CLEARED_SHARE * (nextFrom - to);
  }

  private boolean isNearCleared(int x, int y) {
    for (int py = Math.max(0, y - LIGHTENED_PIXELS);
        py <= Math.min(cleared.height - 1, y + LIGHTENED_PIXELS);
        py++) {
      for (int px = Math.max(0, x - LIGHTENED_PIXELS);
          px <= Math.min(cleared.width - 1, x + LIGHTENED_PIXELS);
          px++) {
        if (cleared.ink[py * cleared.width + px]) {
          return true;
        }
      }
    }
    return false;
  }

  private void draw(Place place, int from, int to, int y) {
    for (int x = from - LIGHTENED_PIXELS; x < to + LIGHTENED_PIXELS; x++) {
      if (!isSeen(x, y)) {
        place.draw(x, y);
      }
    }
  }

  /** Whether a piece of ink is as long and as thin as one of a ruling. */
  private boolean isRuling(int from, int to, int y) {
    if (to - from < MIN_SEEN_BEYOND * dpi) {
      return false;
    }
    int aside = (int) Math.round(MAX_THICKNESS * dpi);
    int bare = 0;
    for (int x = from; x < to; x++) {
      bare += isPrint(x, y - aside) || isPrint(x, y + aside) ? 0 : 1;
    }
    return 2 * bare > to - from;
  }

  private boolean isSeen(int x, int y) {
    return isPrint(x, y) || isPrint(x, y - 1) || isPrint(x, y + 1);
  }

  private boolean isPrint(int x, int y) {
    return x >= 0
        && y >= 0
        && x < print.width
        && y < print.height
        && print.ink[y * print.width + x];
  }
}
