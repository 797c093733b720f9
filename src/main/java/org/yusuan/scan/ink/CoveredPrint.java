package org.yusuan.scan.ink;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

/**
 * Print under the opaque ink of coloured pens, a tick or a circle: a digit with a gap may be read
 * as another. Print shows through the ink of seals and most pens; there nothing is missing. Lengths
 * are inches; constants are guesses unless they say what was measured.
 */
final class CoveredPrint {
  /** Strokes of a pen are at least this long. */
  private static final double MIN_LENGTH = 0.08;

  /** And at most this thick on average, edges included. */
  private static final double MAX_THICKNESS = 0.045;

  /** Print darker than this, of 255, is beside ink that may hide more of it. */
  private static final int PRINT_TONE = 120;

  /** Ink was taken out where the print is lighter than the picture by this much. */
  private static final int MIN_TAKEN_TONES = 30;

  /** What lies so near to ink, in pixels, touches it. */
  private static final int TOUCH_PIXELS = 2;

  /** Print with ink on either side within so many pixels lies in a stroke. */
  private static final int STROKE_PIXELS = 5;

  /**
   * Where more of the print beside a stroke than this lies within it, the ink lets print show
   * through.
   */
  private static final double MAX_SHOWN_SHARE = 0.25;

  /** Ink of so many pixels that touch print may hide some of it. */
  private static final int MIN_TOUCHING = 6;

  /** Side of the squares, in pixels, that tell where print is covered. */
  private static final int SQUARE = 8;

  private final GrayImage print;
  private final BinaryImage taken;
  private final double dpi;

  private CoveredPrint(GrayImage grey, GrayImage print, double dpi) {
    this.print = print;
    this.dpi = dpi;
    this.taken = new BinaryImage(grey.width, grey.height);
    for (int at = 0; at < taken.ink.length; at++) {
      taken.ink[at] = (print.pixels[at] & 255) - (grey.pixels[at] & 255) >= MIN_TAKEN_TONES;
    }
  }

  /**
   * Where opaque strokes hid print.
   *
   * @param seals where coloured ink may be a seal
   * @param grey the picture with its colours as greys
   * @param print the picture without coloured ink
   */
  static List<PixelBox> places(List<PixelBox> seals, GrayImage grey, GrayImage print, double dpi) {
    CoveredPrint covered = new CoveredPrint(grey, print, dpi);
    List<PixelBox> places = new ArrayList<>();
    for (ConnectedComponent stroke : ConnectedComponent.allIn(covered.taken)) {
      if (covered.isStroke(stroke) && seals.stream().noneMatch(seal -> isIn(stroke, seal))) {
        covered.addIfOpaque(stroke, places);
      }
    }
    return places;
  }

  private boolean isStroke(ConnectedComponent piece) {
    int reach = Math.max(piece.width(), piece.height());
    return reach >= MIN_LENGTH * dpi
        && piece.area() <= MAX_THICKNESS * dpi * (piece.width() + piece.height());
  }

  private static boolean isIn(ConnectedComponent piece, PixelBox seal) {
    return piece.centerX() >= seal.left()
        && piece.centerX() < seal.right()
        && piece.centerY() >= seal.top()
        && piece.centerY() < seal.bottom();
  }

  private void addIfOpaque(ConnectedComponent stroke, List<PixelBox> places) {
    int columns = stroke.width() / SQUARE + 1;
    int[] touching = new int[columns * (stroke.height() / SQUARE + 1)];
    int touches = 0;
    for (int y = stroke.top(); y < stroke.bottom(); y++) {
      for (int x = stroke.left(); x < stroke.right(); x++) {
        if (isTaken(x, y) && isBesidePrint(x, y)) {
          touching[(y - stroke.top()) / SQUARE * columns + (x - stroke.left()) / SQUARE]++;
          touches++;
        }
      }
    }
    // Print that shows through a stroke cuts it into pieces, so it is beside each of them.
    int within = 0;
    for (int y = stroke.top() - STROKE_PIXELS; y < stroke.bottom() + STROKE_PIXELS; y++) {
      for (int x = stroke.left() - STROKE_PIXELS; x < stroke.right() + STROKE_PIXELS; x++) {
        within += isPrint(x, y) && isWithin(x, y) ? 1 : 0;
      }
    }
    if (touches < MIN_TOUCHING || within > MAX_SHOWN_SHARE * touches) {
      return;
    }
    for (int i = 0; i < touching.length; i++) {
      if (touching[i] > 0) {
        int left = stroke.left() + i % columns * SQUARE;
        int top = stroke.top() + i / columns * SQUARE;
        places.add(new PixelBox(left, top, left + SQUARE, top + SQUARE));
      }
    }
  }

  private boolean isBesidePrint(int x, int y) {
    for (int dy = -TOUCH_PIXELS; dy <= TOUCH_PIXELS; dy++) {
      for (int dx = -TOUCH_PIXELS; dx <= TOUCH_PIXELS; dx++) {
        if (isPrint(x + dx, y + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isWithin(int x, int y) {
    return isBetween(x, y, 1, 0) || isBetween(x, y, 0, 1);
  }

  private boolean isBetween(int x, int y, int stepX, int stepY) {
    boolean before = false;
    boolean after = false;
    for (int k = 1; k <= STROKE_PIXELS; k++) {
      before |= isTaken(x - k * stepX, y - k * stepY);
      after |= isTaken(x + k * stepX, y + k * stepY);
    }
    return before && after;
  }

  private boolean isPrint(int x, int y) {
    return isInside(x, y) && print.at(x, y) < PRINT_TONE && !taken.ink[y * print.width + x];
  }

  private boolean isTaken(int x, int y) {
    return isInside(x, y) && taken.ink[y * print.width + x];
  }

  private boolean isInside(int x, int y) {
    return x >= 0 && y >= 0 && x < print.width && y < print.height;
  }
}
