package org.yusuan.scan.restoration;

import java.util.Arrays;
import org.yusuan.scan.image.GrayImage;

/**
 * Draws thin lines through where a screen left rows of dots of them: a grey ruling of a page that
 * was printed with a screen. Text with gaps as small is higher than a line is thick. Constants are
 * guesses.
 */
final class RowsOfDots {
  /** A line is at least this long, in pixels: longer than two characters are wide. */
  private static final int MIN_LENGTH = 70;

  /** Darker than this, of 255, is a dot. */
  private static final int DOT_TONE = 222;

  /** So far above and below a line, in pixels, is paper. */
  private static final int BESIDE = 4;

  /** In at least this share of its length. */
  private static final double MIN_BARE_SHARE = 0.75;

  /** The tone that a line gets. */
  private static final byte LINE_TONE = (byte) 170;

  private RowsOfDots() {}

  /**
   * Draws the lines of a picture across and down.
   *
   * @param gap the widest gap between two dots in pixels
   */
  static GrayImage asLines(GrayImage image, int gap) {
    GrayImage drawn = new GrayImage(image.width, image.height, image.pixels.clone());
    draw(image, gap, drawn.pixels, true);
    draw(image.rotate(1), gap, drawn.pixels, false);
    return drawn;
  }

  /** Draws along the rows of a picture, which is turned by a quarter unless upright. */
  private static void draw(GrayImage image, int gap, byte[] pixels, boolean upright) {
    boolean[][] rows = new boolean[image.height][];
    for (int y = 0; y < image.height; y++) {
      rows[y] = filled(image, y, gap);
    }
    for (int y = BESIDE; y < image.height - BESIDE; y++) {
      int start = 0;
      for (int x = 0; x <= image.width; x++) {
        if (x < image.width && rows[y][x]) {
          continue;
        }
        if (x - start >= MIN_LENGTH && isBare(rows, y, start, x)) {
          for (int i = start; i < x; i++) {
            int at = upright ? y * image.width + i : (image.width - 1 - i) * image.height + y;
            pixels[at] = (byte) Math.min(pixels[at] & 255, LINE_TONE & 255);
          }
        }
        start = x + 1;
      }
    }
  }

  private static boolean isBare(boolean[][] rows, int y, int start, int end) {
    int above = 0;
    int below = 0;
    for (int x = start; x < end; x++) {
      above += rows[y - BESIDE][x] ? 0 : 1;
      below += rows[y + BESIDE][x] ? 0 : 1;
    }
    return Math.min(above, below) >= MIN_BARE_SHARE * (end - start);
  }

  /** Where a row has dots, or a gap between two of them; they may lie a pixel above or below. */
  private static boolean[] filled(GrayImage image, int y, int gap) {
    boolean[] filled = new boolean[image.width];
    int last = -gap - 2;
    for (int x = 0; x < image.width; x++) {
      if (Math.min(
              image.at(x, y),
              Math.min(
                  image.at(x, Math.max(0, y - 1)), image.at(x, Math.min(image.height - 1, y + 1))))
          < DOT_TONE) {
        Arrays.fill(filled, x - last - 1 <= gap ? last + 1 : x, x + 1, true);
        last = x;
      }
    }
    return filled;
  }
}
