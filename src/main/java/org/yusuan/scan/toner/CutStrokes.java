package org.yusuan.scan.toner;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.toner.MissingToner.Gap;

/**
 * White rows of pixels that cut all strokes of the print on them at one height, as a title above
 * its table: what is above and what is below such a row is the same. Between text and a line under
 * it that is not so. Constants are guesses.
 */
final class CutStrokes {
  /** So many pixels of ink are above a gap, and below it. */
  private static final int MIN_INK_PIXELS = 25;

  /** So many, as a share of them, may be within it: specks. */
  private static final double MAX_WITHIN_SHARE = 0.15;

  /** Strokes go on at most this many pixels beside where they were cut. */
  private static final int MAX_SLANT_PIXELS = 2;

  /** Share of the ink on either side that goes on at the other. */
  private static final double MIN_GOING_ON = 0.7;

  private final GrayImage picture;
  private final int threshold;

  private CutStrokes(GrayImage picture, int threshold) {
    this.picture = picture;
    this.threshold = threshold;
  }

  /**
   * The rows that are known, and those that are found by the strokes.
   *
   * @param threshold what is darker, of 255, is ink
   * @param widest most rows of one gap
   */
  static List<Gap> rows(GrayImage picture, int threshold, int widest, List<Gap> known) {
    CutStrokes strokes = new CutStrokes(picture, threshold);
    int[] ink = new int[picture.height];
    for (int y = 0; y < picture.height; y++) {
      for (int x = 0; x < picture.width; x++) {
        ink[y] += strokes.isInk(x, y) ? 1 : 0;
      }
    }
    List<Gap> gaps = new ArrayList<>(known);
    for (int y = 1; y + 1 < picture.height; y++) {
      int most = Math.min(widest, picture.height - 1 - y);
      for (int width = 1; width <= most; width++) {
        int least = Math.min(ink[y - 1], ink[y + width]);
        if (ink[y + width - 1] > MAX_WITHIN_SHARE * ink[y - 1]) {
          break;
        }
        Gap gap = new Gap(y, y + width - 1);
        if (least >= MIN_INK_PIXELS
            && maximum(ink, gap) <= MAX_WITHIN_SHARE * least
            && strokes.goOn(y - 1, y + width) >= MIN_GOING_ON * ink[y - 1]
            && strokes.goOn(y + width, y - 1) >= MIN_GOING_ON * ink[y + width]
            && known.stream().noneMatch(other -> overlap(gap, other))) {
          gaps.add(gap);
          y += width;
          break;
        }
      }
    }
    return gaps;
  }

  private static int maximum(int[] ink, Gap gap) {
    int most = 0;
    for (int y = gap.first(); y <= gap.last(); y++) {
      most = Math.max(most, ink[y]);
    }
    return most;
  }

  private static boolean overlap(Gap one, Gap other) {
    return one.first() <= other.last() + 1 && other.first() <= one.last() + 1;
  }

  /** How many pixels of ink of a row have some of another row nearly below or above them. */
  private int goOn(int from, int to) {
    int going = 0;
    for (int x = 0; x < picture.width; x++) {
      boolean on = false;
      for (int k = x - MAX_SLANT_PIXELS; k <= x + MAX_SLANT_PIXELS && isInk(x, from); k++) {
        on |= k >= 0 && k < picture.width && isInk(k, to);
      }
      going += on ? 1 : 0;
    }
    return going;
  }

  private boolean isInk(int x, int y) {
    return picture.at(x, y) < threshold;
  }
}
