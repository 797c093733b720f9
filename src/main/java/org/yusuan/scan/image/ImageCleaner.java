package org.yusuan.scan.image;

import java.util.Arrays;

/**
 * Makes paper white and ink dark: takes out the specks of a bilevel fax and evens the light.
 *
 * @param image the cleaned picture
 * @param textThreshold grey below which a pixel is taken for ink of text
 * @param lineThreshold grey below which a pixel may belong to a thin stroke, which comes out paler
 * @param rulingThreshold grey below which a pixel may belong to a ruling: hairlines in grey are
 *     paler still
 * @param bilevel whether the picture had no greys to speak of: a fax
 * @param faded whether its print was faded, and is made black again
 */
public record ImageCleaner(
    GrayImage image,
    int textThreshold,
    int lineThreshold,
    int rulingThreshold,
    boolean bilevel,
    boolean faded) {

  /** Share of grey pixels that a bilevel picture may have: some come from rescaling. A guess. */
  private static final double MAX_GREY_SHARE = 0.002;

  /**
   * Share of isolated pixels above which a page counts as speckled; clean scans have none. A guess.
   */
  private static final double MIN_SPECKLED_SHARE = 0.0002;

  /** The threshold of text is at least this tone, of 255. A guess. */
  private static final int MIN_TEXT_THRESHOLD = 110;

  /** And at most this tone. A guess. */
  private static final int MAX_TEXT_THRESHOLD = 200;

  /** The threshold of thin strokes, which come out paler, is at most this tone. A guess. */
  private static final int MAX_LINE_THRESHOLD = 222;

  /**
   * And that of rulings, where the noise allows it: hairlines printed in grey came out at 214 to
   * 230 where paper is 245 to 250.
   */
  private static final int MAX_RULING_THRESHOLD = 232;

  /** The tone that cleaning gives to paper. */
  static final int CLEAN_PAPER_TONE = 250;

  /** Both thresholds are darker than paper by this many times the noise. A guess. */
  private static final int NOISE_MARGIN = 5;

  /**
   * Pixels up to this tone are black, not grey: the compression of a bilevel picture gives black as
   * much.
   */
  private static final int MAX_BLACK_TONE = 60;

  /** Pixels from this tone on are white, not grey, for the same reason. */
  private static final int MIN_WHITE_TONE = 200;

  /** Print from white on up to this tone is pale; paper is lighter. A guess. */
  private static final int MAX_PALE_TONE = 236;

  /** Pixels below this tone, the middle of 255, are dark. */
  private static final int DARK_BELOW = 128;

  /** A light pixel is isolated if at least this many of the eight around it are dark. A guess. */
  private static final int MIN_DARK_AROUND = 7;

  /** Paper has at least this tone after cleaning. A guess. */
  private static final int MIN_PAPER_TONE = 200;

  /** Tones darker than paper by at most this are noise of the paper. A guess. */
  private static final int MAX_NOISE = 40;

  /**
   * Share of dark pixels that a blank page may have. Three blank backs had 0.00002 at most, six
   * pages of faint and blurred print 0.023 at least.
   */
  private static final double MAX_BLANK_SHARE = 0.0002;

  public static ImageCleaner clean(GrayImage source) {
    boolean bilevel = bilevel(source);
    GrayImage pure = bilevel ? blackAndWhite(source) : source;
    GrayImage even = IlluminationCorrection.evenLight(despeckle(StreakRemover.removeStreaks(pure)));
    FadedPrint.Restored restored =
        bilevel
            ? new FadedPrint.Restored(even, false)
            : FadedPrint.restored(even, noise(even.histogram()));
    GrayImage print = restored.picture();
    int[] histogram = print.histogram();
    int otsu = otsu(histogram);
    double noise = noise(histogram);
    int text = Math.max(MIN_TEXT_THRESHOLD, Math.min(MAX_TEXT_THRESHOLD, otsu));
    double lightest = CLEAN_PAPER_TONE - NOISE_MARGIN * noise;
    int line = (int) Math.max(text, Math.min(MAX_LINE_THRESHOLD, lightest));
    int ruling = (int) Math.max(text, Math.min(MAX_RULING_THRESHOLD, lightest));
    return new ImageCleaner(print, text, line, ruling, bilevel, restored.faded());
  }

  /** Whether the picture shows paper and nothing else: the back of a sheet, scanned with it. */
  public boolean isBlank() {
    int ink = 0;
    for (byte pixel : image.pixels) {
      ink += (pixel & 255) < lineThreshold ? 1 : 0;
    }
    return ink <= MAX_BLANK_SHARE * image.pixels.length;
  }

  /**
   * Whether a picture has black and white alone. One whose print is so faint that it has no tone
   * between them is none: it has more pale pixels than black ones.
   */
  private static boolean bilevel(GrayImage source) {
    int[] histogram = source.histogram();
    int black = count(histogram, 0, MAX_BLACK_TONE + 1);
    int grey = count(histogram, MAX_BLACK_TONE + 1, MIN_WHITE_TONE);
    int pale = count(histogram, MIN_WHITE_TONE, MAX_PALE_TONE);
    return grey < source.pixels.length * MAX_GREY_SHARE && pale <= black;
  }

  /** How many pixels have a tone from one to another, which is not included. */
  private static int count(int[] histogram, int from, int to) {
    return Arrays.stream(histogram, from, to).sum();
  }

  private static GrayImage blackAndWhite(GrayImage source) {
    byte[] pixels = new byte[source.pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (dark(source, i) == 1 ? 0 : 255);
    }
    return new GrayImage(source.width, source.height, pixels);
  }

  /** Isolated dark pixels become white, isolated light ones dark, if the page has many of them. */
  private static GrayImage despeckle(GrayImage source) {
    int width = source.width;
    int specks = 0;
    byte[] pixels = source.pixels.clone();
    int[] darkInColumn = new int[width];
    for (int y = 1; y < source.height - 1; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        darkInColumn[x] = dark(source, at - width) + dark(source, at) + dark(source, at + width);
      }
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        int around = darkInColumn[x - 1] + darkInColumn[x] + darkInColumn[x + 1];
        if (around == 1 && dark(source, at) == 1) {
          pixels[at] = (byte) 255;
          specks++;
        } else if (around >= MIN_DARK_AROUND && dark(source, at) == 0) {
          pixels[at] = 0;
        }
      }
    }
    return specks > MIN_SPECKLED_SHARE * source.pixels.length
        ? new GrayImage(width, source.height, pixels)
        : source;
  }

  private static int dark(GrayImage source, int at) {
    return (source.pixels[at] & 255) < DARK_BELOW ? 1 : 0;
  }

  /** The threshold that parts the histogram best (Otsu 1979). */
  static int otsu(int[] histogram) {
    double total = 0;
    double sum = 0;
    for (int tone = 0; tone < 256; tone++) {
      total += histogram[tone];
      sum += (double) tone * histogram[tone];
    }
    double below = 0;
    double belowSum = 0;
    double best = -1;
    int threshold = 128;
    for (int tone = 0; tone < 256; tone++) {
      below += histogram[tone];
      belowSum += (double) tone * histogram[tone];
      if (below == 0 || below == total) {
        continue;
      }
      double distance = belowSum / below - (sum - belowSum) / (total - below);
      double between = below * (total - below) * distance * distance;
      if (between > best) {
        best = between;
        threshold = tone + 1;
      }
    }
    return threshold;
  }

  /** Standard deviation of the paper's tone, from the darker half of the paper pixels. */
  private static double noise(int[] histogram) {
    int mode = MIN_PAPER_TONE;
    for (int tone = MIN_PAPER_TONE; tone < 256; tone++) {
      if (histogram[tone] > histogram[mode]) {
        mode = tone;
      }
    }
    double squares = 0;
    double count = 0;
    for (int tone = Math.max(0, mode - MAX_NOISE); tone <= mode; tone++) {
      squares += (double) histogram[tone] * (mode - tone) * (mode - tone);
      count += histogram[tone];
    }
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}
