package org.yusuan.scan.ruling.tracking;

import java.util.Arrays;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

/**
 * How much darker the ways are that rulings may take over a page than what lies beside them, piece
 * by piece, so that the grain of the paper is averaged away. Places are pixels; constants are
 * guesses.
 */
final class WayContrasts {
  /** Length of a piece, in inches. */
  private static final double PIECE = 0.05;

  /** Share of the pieces, the palest ones, that tell how dark a whole way is. */
  private static final double TELLING_SHARE = 0.3;

  /** Ways beside one, in inches, which show what grain and print alone would give. */
  private static final double[] BESIDE = {-0.075, -0.06, -0.045, 0.045, 0.06, 0.075};

  /** The way of a ruling has at least so many times the contrast of any beside it. */
  private static final double MIN_RATIO = 2;

  /** More contrast than this, in tones of 255, counts as this in one piece. */
  static final double CLIPPED = 3;

  /** A way is darker than its sides by at least this, in tones of 255. */
  private static final double MIN_CONTRAST = 0.6;

  /** And by at least so many times the noise of the paper. */
  private static final double MIN_NOISE_RATIO = 0.4;

  /** Paper is lighter than this, of 255. */
  private static final int MIN_PAPER_TONE = 200;

  private final GrayImage picture;
  private final double dpi;

  WayContrasts(GrayImage picture, double dpi) {
    this.picture = picture;
    this.dpi = dpi;
  }

  /** The length of a piece. */
  int piece() {
    return Math.max(4, (int) Math.round(PIECE * dpi));
  }

  /** The contrast from which on a way may be that of a ruling. */
  double least() {
    return Math.max(MIN_CONTRAST, MIN_NOISE_RATIO * noise(picture.histogram()));
  }

  /**
   * By how much the darker sixth of the paper differs from its middle at least: a standard
   * deviation of its grain. Where faded print was made black again there is no grain left.
   */
  private static int noise(int[] histogram) {
    int paper = Arrays.stream(histogram, MIN_PAPER_TONE, 256).sum();
    int sixth = MIN_PAPER_TONE;
    int middle = MIN_PAPER_TONE;
    int seen = 0;
    for (int tone = MIN_PAPER_TONE; tone < 256; tone++) {
      seen += histogram[tone];
      sixth += 6 * seen < paper ? 1 : 0;
      middle += 2 * seen < paper ? 1 : 0;
    }
    return middle - sixth;
  }

  /**
   * By how much each piece of a way is darker than the paler of its sides is at most: nothing is
   * told by the edge of a shade, which has one side alone.
   *
   * @param from where the way begins along the direction of the ruling; it may lie after its end
   */
  double[] of(boolean horizontal, int position, int from, int to) {
    int step = from <= to ? 1 : -1;
    int count = Math.max(0, Math.abs(to - from) / piece());
    double[] contrasts = new double[count];
    for (int i = 0; i < count; i++) {
      int start = from + step * i * piece();
      contrasts[i] = at(horizontal, position, Math.min(start, start + step * piece()), piece(), 1);
    }
    return contrasts;
  }

  /**
   * The contrast of one piece.
   *
   * @param low where it begins
   * @param reach so many pixels aside a ruling may run
   */
  double at(boolean horizontal, int position, int low, int length, int reach) {
    double best = Double.NEGATIVE_INFINITY;
    for (int aside = -reach; aside <= reach; aside++) {
      double here = mean(horizontal, position + aside, 2, low, length);
      double before = mean(horizontal, position + aside - 5, 3, low, length);
      double after = mean(horizontal, position + aside + 4, 3, low, length);
      best = Math.max(best, Math.min(before, after) - here);
    }
    return best;
  }

  /** The mean tone of a piece of some rows side by side. */
  private double mean(boolean horizontal, int position, int rows, int low, int length) {
    int across = horizontal ? picture.height : picture.width;
    int along = horizontal ? picture.width : picture.height;
    int sum = 0;
    int count = 0;
    for (int p = Math.max(0, position); p < Math.min(across, position + rows); p++) {
      for (int i = Math.max(0, low); i < Math.min(along, low + length); i++) {
        sum += horizontal ? picture.at(i, p) : picture.at(p, i);
        count++;
      }
    }
    return count == 0 ? 255 : (double) sum / count;
  }

  /** The mean contrast on the way of a ruling from one place to another. */
  double mean(Ruling line, double from, double to) {
    double[] contrasts =
        of(
            line.horizontal(),
            (int) Math.floor(line.position()),
            (int) Math.round(from),
            (int) Math.round(to));
    return Arrays.stream(contrasts)
        .map(here -> Math.max(-CLIPPED, Math.min(CLIPPED, here)))
        .average()
        .orElse(0);
  }

  /** Whether no way beside one is nearly as dark. */
  boolean isAlone(boolean horizontal, int position, int from, int to, double contrast) {
    for (double beside : BESIDE) {
      double[] other = of(horizontal, position + (int) Math.round(beside * dpi), from, to);
      if (palest(other, other.length) * MIN_RATIO > contrast) {
        return false;
      }
    }
    return true;
  }

  /** The contrast that all but the palest of the first pieces exceed. */
  static double palest(double[] contrasts, int count) {
    if (count == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(contrasts, count);
    Arrays.sort(sorted);
    return sorted[(int) (TELLING_SHARE * count)];
  }
}
