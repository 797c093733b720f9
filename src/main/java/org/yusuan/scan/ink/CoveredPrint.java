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

  /** And at most this thick, edges included. */
  private static final double MAX_THICKNESS = 0.045;

  /** But for this share of them, where two strokes meet. */
  private static final double MAX_THICKER_SHARE = 0.1;

  /**
   * Of a circle that a pen drew this share of the ink is its rim; in that of a seal stands more.
   */
  private static final double MIN_RIM_SHARE = 0.9;

  /** And it reaches over this share of where the seal would be. */
  private static final double MIN_RIM_REACH = 0.8;

  /** Print darker than this, of 255, is beside ink that may hide more of it. */
  private static final int PRINT_TONE = 160;

  /** Ink was taken out where the print is lighter than the picture by this much. */
  private static final int MIN_TAKEN_TONES = 30;

  /** What lies so near to ink, in pixels, touches it. */
  private static final int TOUCH_PIXELS = 2;

  /** Print with ink on either side within so many pixels lies in a stroke. */
  private static final int STROKE_PIXELS = 5;

  /** A stroke is at least so thick, in pixels; the edge of a darker one, not taken, is thinner. */
  private static final int MIN_STROKE_PIXELS = 3;

  /**
   * Where more of the print beside a stroke than this lies within it, the ink lets print show
   * through: 0.13 at most of 94 opaque strokes of six made pages.
   */
  private static final double MAX_SHOWN_SHARE = 0.25;

  /** Ink of so many pixels that touch print may hide some of it. */
  private static final int MIN_TOUCHING = 6;

  /** Side of the squares, in pixels, that tell where print is covered. */
  private static final int SQUARE = 8;

  private final GrayImage print;
  private final BinaryImage taken;
  private final double dpi;
  private final List<PixelBox> places = new ArrayList<>();
  private final BinaryImage strokes;

  private CoveredPrint(GrayImage grey, GrayImage print, double dpi) {
    this.print = print;
    this.dpi = dpi;
    this.taken = taken(grey, print);
    this.strokes = new BinaryImage(grey.width, grey.height);
  }

  private static BinaryImage taken(GrayImage grey, GrayImage print) {
    BinaryImage taken = new BinaryImage(grey.width, grey.height);
    for (int at = 0; at < taken.ink.length; at++) {
      taken.ink[at] = (print.pixels[at] & 255) - (grey.pixels[at] & 255) >= MIN_TAKEN_TONES;
    }
    return taken;
  }

  /**
   * Where seals are, and no circles that a pen drew.
   *
   * @param seals where coloured ink may be a seal
   */
  static List<PixelBox> stamped(List<PixelBox> seals, GrayImage grey, GrayImage print) {
    if (seals.isEmpty()) {
      return seals;
    }
    List<ConnectedComponent> pieces = ConnectedComponent.allIn(taken(grey, print));
    return seals.stream().filter(seal -> !isCircle(pieces, seal)).toList();
  }

  /**
   * A picture and where opaque strokes hid its print.
   *
   * @param seals where seals are
   * @param grey the picture with its colours as greys
   * @param print the picture without coloured ink
   */
  static SeparatedPrint separated(
      List<PixelBox> seals, GrayImage grey, GrayImage print, double dpi) {
    CoveredPrint covered = new CoveredPrint(grey, print, dpi);
    for (ConnectedComponent stroke : ConnectedComponent.allIn(covered.taken)) {
      if (seals.stream().noneMatch(seal -> isIn(stroke, seal)) && covered.isStroke(stroke)) {
        covered.addIfOpaque(stroke);
      }
    }
    return new SeparatedPrint(
        print, covered.places, covered.places.isEmpty() ? new BinaryImage(0, 0) : covered.strokes);
  }

  /** Whether what is as large as a seal is a rim and nothing else. */
  private static boolean isCircle(List<ConnectedComponent> pieces, PixelBox seal) {
    int all = 0;
    int rim = 0;
    for (ConnectedComponent piece : pieces) {
      if (isIn(piece, seal)) {
        all += piece.area();
        rim = isAsLarge(piece, seal) ? Math.max(rim, piece.area()) : rim;
      }
    }
    return rim > 0 && rim >= MIN_RIM_SHARE * all;
  }

  private static boolean isAsLarge(ConnectedComponent piece, PixelBox seal) {
    return piece.width() >= MIN_RIM_REACH * (seal.right() - seal.left())
        && piece.height() >= MIN_RIM_REACH * (seal.bottom() - seal.top());
  }

  private boolean isStroke(ConnectedComponent piece) {
    int reach = Math.max(piece.width(), piece.height());
    if (reach < MIN_LENGTH * dpi || piece.area() < MIN_STROKE_PIXELS * reach) {
      return false;
    }
    int half = (int) Math.ceil(MAX_THICKNESS * dpi / 2);
    int thicker = 0;
    for (int y = piece.top(); y < piece.bottom(); y++) {
      for (int x = piece.left(); x < piece.right(); x++) {
        thicker +=
            isTaken(x, y)
                    && isTaken(x - half, y)
                    && isTaken(x + half, y)
                    && isTaken(x, y - half)
                    && isTaken(x, y + half)
                ? 1
                : 0;
      }
    }
    return thicker <= MAX_THICKER_SHARE * piece.area();
  }

  private static boolean isIn(ConnectedComponent piece, PixelBox seal) {
    return piece.centerX() >= seal.left()
        && piece.centerX() < seal.right()
        && piece.centerY() >= seal.top()
        && piece.centerY() < seal.bottom();
  }

  private void addIfOpaque(ConnectedComponent stroke) {
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
    for (int y = stroke.top(); y < stroke.bottom(); y++) {
      for (int x = stroke.left(); x < stroke.right(); x++) {
        strokes.ink[y * strokes.width + x] |= isTaken(x, y);
      }
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
    return isBeside(x, y, -stepX, -stepY) && isBeside(x, y, stepX, stepY);
  }

  /** Whether a stroke begins near a place in one direction. */
  private boolean isBeside(int x, int y, int stepX, int stepY) {
    int run = 0;
    for (int k = 1; k < STROKE_PIXELS + MIN_STROKE_PIXELS; k++) {
      run = isTaken(x + k * stepX, y + k * stepY) ? run + 1 : 0;
      if (run == MIN_STROKE_PIXELS) {
        return true;
      }
    }
    return false;
  }

  private boolean isPrint(int x, int y) {
    return isInside(x, y) && print.at(x, y) < PRINT_TONE;
  }

  private boolean isTaken(int x, int y) {
    return isInside(x, y) && taken.ink[y * print.width + x];
  }

  private boolean isInside(int x, int y) {
    return x >= 0 && y >= 0 && x < print.width && y < print.height;
  }
}
