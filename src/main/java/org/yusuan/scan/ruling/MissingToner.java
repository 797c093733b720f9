package org.yusuan.scan.ruling;

import java.util.List;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

/**
 * White hairlines that run across a whole page, where the drum of a copier gave no toner. They cut
 * all rulings of the other direction at the same place, as nothing printed does; characters that
 * they run through lose a stroke, so that titles, labels and figures may be read as others.
 */
public final class MissingToner {

  /** A hairline is at most this many inches wide. A guess: made ones have 1 to 3 pixels of 200. */
  private static final double MAX_WIDTH = 0.025;

  /** Rulings shorter than this many inches tell nothing: strokes of print are such. A guess. */
  private static final double MIN_LENGTH = 1;

  /** So many rulings or more are cut at one place. A guess. */
  private static final int MIN_RULINGS = 4;

  /** Share of the rulings that pass the place which are cut there. A guess. */
  private static final double MIN_SHARE = 0.6;

  private MissingToner() {}

  /**
   * How many hairlines there are.
   *
   * @param picture a straightened page
   * @param lines its rulings, in pixels
   * @param threshold what is darker, of 255, is ink
   * @param dpi pixels an inch
   */
  public static int hairlines(GrayImage picture, List<Ruling> lines, int threshold, double dpi) {
    return across(picture, lines, true, threshold, dpi)
        + across(picture, lines, false, threshold, dpi);
  }

  /** The hairlines that cut the level, or else the upright rulings. */
  private static int across(
      GrayImage picture, List<Ruling> lines, boolean level, int threshold, double dpi) {
    int length = level ? picture.width : picture.height;
    int[] passing = new int[length];
    int[] cut = new int[length];
    for (Ruling line : lines) {
      if (line.horizontal() == level && line.length() >= MIN_LENGTH * dpi) {
        add(picture, line, threshold, MAX_WIDTH * dpi, passing, cut);
      }
    }
    int hairlines = 0;
    boolean within = false;
    for (int i = 0; i < length; i++) {
      boolean white = cut[i] >= MIN_RULINGS && cut[i] >= MIN_SHARE * passing[i];
      hairlines += white && !within ? 1 : 0;
      within = white;
    }
    return hairlines;
  }

  /** Notes where a ruling passes, and where it is cut between two places with ink. */
  private static void add(
      GrayImage picture, Ruling line, int threshold, double width, int[] passing, int[] cut) {
    int end = Math.min(passing.length - 1, (int) line.end());
    // No gap begins before the first ink.
    int gap = Integer.MIN_VALUE;
    for (int i = Math.max(0, (int) line.start()); i <= end; i++) {
      passing[i]++;
      if (!isInked(picture, line, i, threshold)) {
        gap++;
      } else {
        if (gap > 0 && gap <= width) {
          for (int k = i - gap; k < i; k++) {
            cut[k]++;
          }
        }
        gap = 0;
      }
    }
  }

  private static boolean isInked(GrayImage picture, Ruling line, int along, int threshold) {
    int middle = (int) line.position();
    for (int across = middle - 1; across <= middle + 1; across++) {
      int x = line.horizontal() ? along : across;
      int y = line.horizontal() ? across : along;
      if (x >= 0
          && y >= 0
          && x < picture.width
          && y < picture.height
          && picture.at(x, y) < threshold) {
        return true;
      }
    }
    return false;
  }
}
