package org.yusuan.scan.ruling;

import java.util.Arrays;
import java.util.List;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

/**
 * Tells a ruling from strokes of print that stand one below the other, row by row, as those of 十 in
 * a numbered list: they stop short of each ruling that they would cross. In tight rows the blurred
 * edges of both meet, so that only the tone between them tells. Constants are guesses unless they
 * say what was measured.
 */
final class StackedStrokes {
  /** So close to a ruling, in inches, strokes stop. */
  private static final double MAX_GAP_INCHES = 0.035;

  /**
   * In the gap it is at most this part as dark as on the whole. Beside a ruling that others cross
   * it is no paler than elsewhere.
   */
  private static final double MAX_GAP_DARKNESS = 0.6;

  /** There is a gap at this share of the rulings that it crosses. */
  private static final double MIN_GAP_SHARE = 0.6;

  /** It crosses at least this many. */
  private static final int MIN_CROSSED = 2;

  private StackedStrokes() {}

  /**
   * The lines of a page that are no such strokes.
   *
   * @param lines in pixels
   */
  static List<Ruling> without(GrayImage picture, List<Ruling> lines, double dpi) {
    return lines.stream()
        .filter(line -> line.horizontal() || !stops(picture, line, lines, dpi))
        .toList();
  }

  private static boolean stops(GrayImage picture, Ruling line, List<Ruling> lines, double dpi) {
    int[] darkness = darkness(picture, line);
    int[] sorted = darkness.clone();
    Arrays.sort(sorted);
    double least = MAX_GAP_DARKNESS * sorted[sorted.length / 2];
    double reach = MAX_GAP_INCHES * dpi;
    int crossed = 0;
    int gaps = 0;
    for (Ruling other : lines) {
      double at = other.position() - line.start();
      if (!other.horizontal()
          || other.start() > line.position() - reach
          || other.end() < line.position() + reach
          || at < reach
          || at > line.length() - reach) {
        continue;
      }
      crossed++;
      double edge = other.thickness() / 2;
      gaps +=
          isPale(darkness, at - edge - reach, at - edge, least)
                  || isPale(darkness, at + edge, at + edge + reach, least)
              ? 1
              : 0;
    }
    return crossed >= MIN_CROSSED && gaps >= MIN_GAP_SHARE * crossed;
  }

  private static boolean isPale(int[] darkness, double from, double to, double least) {
    for (int i = Math.max(0, (int) from); i < Math.min(darkness.length, (int) Math.ceil(to)); i++) {
      if (darkness[i] < least) {
        return true;
      }
    }
    return false;
  }

  /** How dark a line down the page is at each place: the darkest of the pixels across it. */
  private static int[] darkness(GrayImage picture, Ruling line) {
    int top = Math.max(0, (int) line.start());
    int[] darkness = new int[Math.max(1, Math.min(picture.height, (int) line.end()) - top)];
    int middle = (int) Math.floor(line.position());
    for (int i = 0; i < darkness.length; i++) {
      for (int x = Math.max(0, middle - 2); x <= Math.min(picture.width - 1, middle + 2); x++) {
        darkness[i] = Math.max(darkness[i], 255 - picture.at(x, top + i));
      }
    }
    return darkness;
  }
}
