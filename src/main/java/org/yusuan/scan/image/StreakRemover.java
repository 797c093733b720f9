package org.yusuan.scan.image;

/**
 * Takes away the streaks that dirt on the glass of a scanner or a fax draws along a whole page.
 * They are thin, straight along the picture's side, and run from edge to edge, where print leaves a
 * margin. The constants are guesses.
 */
final class StreakRemover {
  /** A streak is at most this many pixels wide. */
  private static final int MAX_STREAK_PIXELS = 4;

  /** A streak is darker than what is beside it by at least this, in tones of 255. */
  private static final int MIN_CONTRAST = 40;

  /** At least this share of its length shows; print beside it hides the rest. */
  private static final double MIN_SHOWN_SHARE = 0.75;

  /** Width of the margin at each end, as a share of the page. */
  private static final double MARGIN_SHARE = 0.03;

  /** Share of a margin, measured across, where nothing is printed. */
  private static final double MIN_BLANK_SHARE = 0.8;

  /**
   * A whole page is at least this many pixels wide. In a picture cut out of a page, lines from edge
   * to edge are rulings.
   */
  private static final int MIN_PAGE_PIXELS = 700;

  /**
   * The longer side of a whole page is at least this many times the shorter one: 1.29 for Letter.
   */
  private static final double MIN_PAGE_RATIO = 1.27;

  /** And at most this many times: 1.41 for A4 and A3. */
  private static final double MAX_PAGE_RATIO = 1.45;

  private final GrayImage picture;
  private final int length;
  private final int across;
  private final int alongStep;
  private final int acrossStep;

  /**
   * @param down whether streaks down the picture are looked for, else those from left to right
   */
  private StreakRemover(GrayImage picture, boolean down) {
    this.picture = picture;
    this.length = down ? picture.height : picture.width;
    this.across = down ? picture.width : picture.height;
    this.alongStep = down ? picture.width : 1;
    this.acrossStep = down ? 1 : picture.width;
  }

  /** The picture without its streaks; the picture itself if it has none. */
  static GrayImage removeStreaks(GrayImage picture) {
    int shorter = Math.min(picture.width, picture.height);
    double slimness = (double) Math.max(picture.width, picture.height) / Math.max(1, shorter);
    if (shorter < MIN_PAGE_PIXELS || slimness < MIN_PAGE_RATIO || slimness > MAX_PAGE_RATIO) {
      return picture;
    }
    GrayImage down = new StreakRemover(picture, true).removed();
    return new StreakRemover(down, false).removed();
  }

  private GrayImage removed() {
    int margin = (int) (length * MARGIN_SHARE);
    if (!isBlank(0, margin) || !isBlank(length - margin, length)) {
      return picture;
    }
    int[] head = darker(0, margin);
    int[] foot = darker(length - margin, length);
    boolean[] streak = new boolean[across];
    boolean any = false;
    for (int x = 0; x < across; x++) {
      streak[x] = head[x] >= MIN_SHOWN_SHARE * margin && foot[x] >= MIN_SHOWN_SHARE * margin;
      any |= streak[x];
    }
    if (!any) {
      return picture;
    }
    int[] all = darker(0, length);
    byte[] pixels = picture.pixels.clone();
    for (int x = 0; x < across; x++) {
      if (streak[x] && all[x] >= MIN_SHOWN_SHARE * length) {
        int end = x;
        while (end + 1 < across && streak[end + 1]) {
          end++;
        }
        fill(pixels, x, end);
        x = end;
      }
    }
    return new GrayImage(picture.width, picture.height, pixels);
  }

  /** How often each place across is darker than what is on both sides of it, in a part of it. */
  private int[] darker(int from, int to) {
    int[] counts = new int[across];
    for (int y = from; y < to; y++) {
      for (int x = MAX_STREAK_PIXELS; x < across - MAX_STREAK_PIXELS; x++) {
        int tone = tone(x, y) + MIN_CONTRAST;
        if (tone <= tone(x - MAX_STREAK_PIXELS, y) && tone <= tone(x + MAX_STREAK_PIXELS, y)) {
          counts[x]++;
        }
      }
    }
    return counts;
  }

  /** Whether there is hardly anything in a margin: at most places across it has one tone. */
  private boolean isBlank(int from, int to) {
    int blank = 0;
    for (int x = 0; x < across; x++) {
      int darkest = 255;
      int lightest = 0;
      for (int y = from; y < to; y++) {
        darkest = Math.min(darkest, tone(x, y));
        lightest = Math.max(lightest, tone(x, y));
      }
      blank += lightest - darkest < MIN_CONTRAST ? 1 : 0;
    }
    return blank >= MIN_BLANK_SHARE * across;
  }

  private int tone(int x, int y) {
    return picture.pixels[y * alongStep + x * acrossStep] & 255;
  }

  /** Paints over a streak, and its blurred edges, with what is beside it. */
  private void fill(byte[] pixels, int first, int last) {
    int left = Math.max(0, first - 2);
    int right = Math.min(across - 1, last + 2);
    for (int y = 0; y < length; y++) {
      int from = tone(left, y);
      int to = tone(right, y);
      for (int x = left + 1; x < right; x++) {
        pixels[y * alongStep + x * acrossStep] =
            (byte) (from + (to - from) * (x - left) / (right - left));
      }
    }
  }
}
