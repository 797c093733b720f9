package org.yusuan.scan.image;

import java.util.Arrays;

/**
 * Makes faded print black again: of a machine that runs out of toner, in bands along its way, or of
 * a scan that was set too light. How dark print is at most is measured in strips as high as the
 * page; where it is dark enough nothing changes. Constants are guesses unless they say what was
 * measured.
 */
final class FadedPrint {
  /** Width, in pixels, of the strips whose print is measured. */
  private static final int STRIP_PIXELS = 48;

  /** What is darker than paper by at least this, in tones, is ink or its edge. */
  private static final int MIN_INK_CONTRAST = 18;

  /** Ink differs from paper by at least this many times the noise. */
  private static final double MIN_NOISE_RATIO = 3.5;

  /** A strip with fewer pixels of ink is not measured. */
  private static final int MIN_INK_PIXELS = 80;

  /**
   * Print is as dark as this quantile of the tones of its ink: edges and what lies over it are
   * paler.
   */
  private static final double DARK_QUANTILE = 0.04;

  /** Print that is darker than this is not faded: 40 to 95 in clean scans of thin fonts. */
  private static final int MAX_DARK_TONE = 115;

  /** The tone, of 255, that faded print gets. */
  private static final int BLACK_TONE = 50;

  /** Paper becomes white where it is darker by at most this many times its noise. */
  private static final double WHITE_NOISE_RATIO = 1.3;

  /** The contrast of print is raised at most this many times. */
  private static final double MAX_GAIN = 4.5;

  /** Noise that would become stronger than this, in tones, is smoothed first. */
  private static final double MAX_NOISE = 9;

  /** Standard deviation of that smoothing, in pixels. */
  private static final double SMOOTHING_PIXELS = 0.8;

  /**
   * Share of its strips from which on a page is faded as a whole: beside the print of a page only
   * that of its back may be seen, which is pale.
   */
  private static final double MIN_FADED_SHARE = 0.3;

  private FadedPrint() {}

  /**
   * A picture with its print in one strength.
   *
   * @param faded whether the print of a large part of the page was faded
   */
  record Restored(GrayImage picture, boolean faded) {}

  /**
   * The picture with its print in one strength.
   *
   * @param even a picture whose paper is even
   * @param noise standard deviation of its paper
   */
  static Restored restored(GrayImage even, double noise) {
    int strips = (even.width + STRIP_PIXELS - 1) / STRIP_PIXELS;
    int inkTone =
        (int) (ImageCleaner.CLEAN_PAPER_TONE - Math.max(MIN_INK_CONTRAST, MIN_NOISE_RATIO * noise));
    int[][] histograms = new int[strips][256];
    for (int y = 0; y < even.height; y++) {
      for (int x = 0; x < even.width; x++) {
        histograms[x / STRIP_PIXELS][even.at(x, y)]++;
      }
    }
    int[] page = new int[256];
    for (int[] histogram : histograms) {
      Arrays.setAll(page, tone -> page[tone] + histogram[tone]);
    }
    double usual = gain(page, inkTone, 1);
    double[] gains = new double[strips];
    for (int i = 0; i < strips; i++) {
      int[] around = histograms[i].clone();
      for (int k : new int[] {Math.max(0, i - 1), Math.min(strips - 1, i + 1)}) {
        Arrays.setAll(around, tone -> around[tone] + histograms[k][tone]);
      }
      gains[i] = gain(around, inkTone, usual);
    }
    double most = Arrays.stream(gains).max().orElse(1);
    if (most <= 1) {
      return new Restored(even, false);
    }
    GrayImage smooth = noise * most > MAX_NOISE ? even.blur(SMOOTHING_PIXELS) : even;
    double white = ImageCleaner.CLEAN_PAPER_TONE - WHITE_NOISE_RATIO * noise;
    byte[] pixels = new byte[even.pixels.length];
    for (int x = 0; x < even.width; x++) {
      double strip = Math.max(0, Math.min(strips - 1, (x + 0.5) / STRIP_PIXELS - 0.5));
      int left = (int) strip;
      int right = Math.min(strips - 1, left + 1);
      double gain = gains[left] + (strip - left) * (gains[right] - gains[left]);
      for (int y = 0; y < even.height; y++) {
        int at = y * even.width + x;
        pixels[at] =
            gain <= 1
                ? even.pixels[at]
                : (byte)
                    Math.max(
                        0,
                        Math.round(
                            ImageCleaner.CLEAN_PAPER_TONE
                                - Math.max(0, white - smooth.at(x, y)) * gain));
      }
    }
    return new Restored(
        new GrayImage(even.width, even.height, pixels),
        Arrays.stream(gains).filter(gain -> gain > 1).count() >= MIN_FADED_SHARE * strips);
  }

  /** By how much the print of a strip must be made stronger; the usual gain if it has none. */
  private static double gain(int[] histogram, int inkTone, double usual) {
    int ink = Arrays.stream(histogram, 0, Math.max(1, inkTone)).sum();
    if (ink < MIN_INK_PIXELS) {
      return usual;
    }
    int tone = 0;
    for (int seen = histogram[0]; seen < DARK_QUANTILE * ink && tone < 254; ) {
      seen += histogram[++tone];
    }
    return tone <= MAX_DARK_TONE
        ? 1
        : Math.min(
            MAX_GAIN,
            (double) (ImageCleaner.CLEAN_PAPER_TONE - BLACK_TONE)
                / (ImageCleaner.CLEAN_PAPER_TONE - tone));
  }
}
