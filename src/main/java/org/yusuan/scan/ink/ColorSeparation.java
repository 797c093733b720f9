package org.yusuan.scan.ink;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;
import org.yusuan.scan.restoration.HalftoneScreen;
import org.yusuan.scan.restoration.MotionBlur;

/**
 * Takes coloured ink out of a picture before it becomes grey: the seal over a table, ticks and
 * circles of a pen, a tinted ground. Print is black, or nearly. In the lightest of the three
 * channels coloured ink is pale already; what is left of it is in proportion to its saturation, by
 * a factor that each hue has on this page. What {@link ColoredPrint} takes for print of its own
 * stays dark. Constants are guesses unless they say what was measured.
 */
public final class ColorSeparation {
  /** The tone of paper is this quantile of the tones of a picture. */
  private static final double PAPER_QUANTILE = 0.9;

  /** Paper darker than this in a channel is none; its colour is not taken out. */
  private static final int MIN_PAPER_TONE = 100;

  /**
   * Saturation, of 255, that black print has at most: 25 in 99 % of the dark pixels of four real
   * scans with red seals, 0 in clean ones. The compression of pictures gives it that much.
   */
  private static final int MAX_PRINT_SATURATION = 22;

  /** Saturation that is surely ink: seals have 85 to 193 (the medians of those scans). */
  private static final int MIN_INK_SATURATION = 45;

  /**
   * Share of clearly coloured pixels below which a page is black and white: no seal is so small.
   */
  private static final double MIN_COLORED_SHARE = 0.0001;

  /** The number of bins into which hues are counted. */
  private static final int HUE_BINS = 12;

  /**
   * Darkness of the lightest channel per saturation at most. Seals and pens have 0.02 to 0.6; what
   * has more is dark itself: wood, photos.
   */
  private static final double MAX_DARKNESS = 0.8;

  /** The number of bins into which the darkness per saturation, from 0 to 2, is counted. */
  private static final int RATIO_BINS = 40;

  /** The edge of a coloured stroke reaches this far beyond it, in pixels. */
  private static final int EDGE_PIXELS = 1;

  /** What is darker than this, or than the ink itself, is print beside the stroke. */
  private static final int MIN_EDGE_TONE = 110;

  /** What is lighter than this needs no more light. */
  private static final int MAX_EDGE_TONE = 250;

  /** Rows are sampled this far apart to learn the colours of a page. */
  private static final int SAMPLED_ROWS = 4;

  private final BufferedImage image;
  private final int width;
  private final int height;
  private final int[] row;
  private final float[] gain = new float[3];

  /** How much darker than paper an ink's lightest channel is, per saturation. */
  private final float[] darkness = new float[HUE_BINS];

  /** How much darker than paper it is as a grey, per saturation. */
  private final float[] greyness = new float[HUE_BINS];

  /** The usual grey of an ink, of 255. */
  private final float[] inkTone = new float[HUE_BINS];

  private ColorSeparation(BufferedImage image) {
    this.image = image;
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.row = new int[width];
  }

  /**
   * The print of a picture in grey.
   *
   * @param dpi its resolution
   */
  public static SeparatedPrint print(BufferedImage image, double dpi) {
    ColorSeparation colors = new ColorSeparation(image);
    GrayImage grey = GrayImage.of(image);
    if (image.getColorModel().hasAlpha()
        || image.getColorModel().getNumColorComponents() < 3
        || !colors.learn()) {
      GrayImage still = MotionBlur.sharpened(grey);
      GrayImage smooth = HalftoneScreen.smoothed(still);
      if (smooth == still) {
        GreyOverprint.takeOut(still, dpi);
      }
      return new SeparatedPrint(
          LightPrint.turned(smooth, smooth, dpi), List.of(), new BinaryImage(0, 0));
    }
    return colors.separated(grey, dpi);
  }

  /** Learns paper and inks; false if the page is black and white. */
  private boolean learn() {
    int[][] histograms = new int[3][256];
    for (int y = 0; y < height; y += SAMPLED_ROWS) {
      read(y);
      for (int rgb : row) {
        histograms[0][(rgb >> 16) & 255]++;
        histograms[1][(rgb >> 8) & 255]++;
        histograms[2][rgb & 255]++;
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      gain[channel] = 255f / Math.max(MIN_PAPER_TONE, quantile(histograms[channel]));
    }
    int[][] ratios = new int[HUE_BINS][RATIO_BINS];
    int[][] greys = new int[HUE_BINS][RATIO_BINS];
    int[][] tones = new int[HUE_BINS][256];
    int colored = 0;
    int seen = 0;
    for (int y = 0; y < height; y += SAMPLED_ROWS) {
      read(y);
      for (int rgb : row) {
        float red = channel(rgb, 0);
        float green = channel(rgb, 1);
        float blue = channel(rgb, 2);
        float most = Math.max(red, Math.max(green, blue));
        float saturation = most - Math.min(red, Math.min(green, blue));
        seen++;
        if (saturation > MIN_INK_SATURATION) {
          colored++;
          int step = (int) ((255 - most) / saturation * (RATIO_BINS / 2));
          int hue = hue(red, green, blue, most, saturation);
          ratios[hue][Math.min(RATIO_BINS - 1, step)]++;
          float grey = 0.299f * red + 0.587f * green + 0.114f * blue;
          tones[hue][(int) grey]++;
          greys[hue][
              Math.min(RATIO_BINS - 1, (int) ((255 - grey) / saturation * (RATIO_BINS / 2)))]++;
        }
      }
    }
    for (int hue = 0; hue < HUE_BINS; hue++) {
      darkness[hue] = (float) Math.min(MAX_DARKNESS, (median(ratios[hue]) + 0.5) * 2 / RATIO_BINS);
      inkTone[hue] = median(tones[hue]);
      greyness[hue] = (float) ((median(greys[hue]) + 0.5) * 2 / RATIO_BINS);
    }
    return colored > MIN_COLORED_SHARE * seen;
  }

  private SeparatedPrint separated(GrayImage grey, double dpi) {
    byte[] print = new byte[grey.pixels.length];
    byte[] darkest = new byte[print.length];
    byte[] lifts = new byte[print.length];
    byte[] inks = new byte[print.length];
    BinaryImage colored = new BinaryImage(width, height);
    for (int y = 0; y < height; y++) {
      read(y);
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        float red = channel(row[x], 0);
        float green = channel(row[x], 1);
        float blue = channel(row[x], 2);
        float most = Math.max(red, Math.max(green, blue));
        float least = Math.min(red, Math.min(green, blue));
        float saturation = most - least;
        if (saturation <= MAX_PRINT_SATURATION) {
          print[at] = grey.pixels[at];
          darkest[at] = grey.pixels[at];
          continue;
        }
        float sure =
            Math.min(
                1,
                (saturation - MAX_PRINT_SATURATION) / (MIN_INK_SATURATION - MAX_PRINT_SATURATION));
        int hue = hue(red, green, blue, most, saturation);
        float lift = darkness[hue] * saturation;
        float light = Math.min(255, most + lift);
        lifts[at] = (byte) Math.min(255, greyness[hue] * saturation);
        print[at] = (byte) (sure * light + (1 - sure) * (grey.pixels[at] & 255));
        darkest[at] = (byte) (sure * least + (1 - sure) * (grey.pixels[at] & 255));
        colored.ink[at] = saturation > MIN_INK_SATURATION;
        inks[at] = (byte) inkTone[hue];
      }
    }
    lightenEdges(lifts, grey, print);
    GrayImage separated = new GrayImage(width, height, print);
    List<PixelBox> seals =
        CoveredPrint.stamped(ColoredPrint.keep(colored, grey, print, dpi), grey, separated);
    SealInk ink = new SealInk(separated, grey, new GrayImage(width, height, inks));
    seals.forEach(seal -> ink.takeOut(seal, dpi));
    SeparatedPrint covered = CoveredPrint.separated(seals, grey, separated, dpi);
    drawRulings(colored, seals, covered, dpi);
    return new SeparatedPrint(
        LightPrint.turned(
            HalftoneScreen.smoothed(MotionBlur.sharpened(separated)),
            new GrayImage(width, height, darkest),
            dpi),
        covered.covered(),
        covered.strokes());
  }

  /**
   * Draws the rulings again that coloured ink hid. Pale ones are drawn only under seals and
   * strokes: a tinted ground, taken out, leaves as much at its edge.
   */
  private static void drawRulings(
      BinaryImage colored, List<PixelBox> seals, SeparatedPrint print, double dpi) {
    byte[] tones = print.picture().pixels;
    int pale = GreyOverprint.rulingTone(print.picture(), dpi);
    if (pale == 0) {
      HiddenRulings.drawAgain(
          colored, tones, HiddenRulings.PRINT_TONE, HiddenRulings.RULING_TONE, dpi);
      return;
    }
    BinaryImage ink = new BinaryImage(colored.width, colored.height);
    System.arraycopy(print.strokes().ink, 0, ink.ink, 0, print.strokes().ink.length);
    for (PixelBox seal : seals) {
      int length = Math.min(ink.width, seal.right()) - seal.left();
      for (int y = seal.top(); y < Math.min(ink.height, seal.bottom()); y++) {
        int from = y * ink.width + seal.left();
        System.arraycopy(colored.ink, from, ink.ink, from, length);
      }
    }
    HiddenRulings.drawAgain(ink, tones, GreyOverprint.MAX_TONE + 1, (byte) pale, dpi);
  }

  /**
   * Pictures are stored with less detail in their colours than in their light, so that the edge of
   * a coloured stroke is as dark as the stroke but not as coloured.
   */
  private void lightenEdges(byte[] lifts, GrayImage grey, byte[] print) {
    for (int y = EDGE_PIXELS; y < height - EDGE_PIXELS; y++) {
      for (int x = EDGE_PIXELS; x < width - EDGE_PIXELS; x++) {
        int at = y * width + x;
        int tone = grey.pixels[at] & 255;
        if (tone < MIN_EDGE_TONE || (print[at] & 255) > MAX_EDGE_TONE) {
          continue;
        }
        int most = 0;
        for (int dy = -EDGE_PIXELS; dy <= EDGE_PIXELS; dy++) {
          for (int dx = -EDGE_PIXELS; dx <= EDGE_PIXELS; dx++) {
            most = Math.max(most, lifts[at + dy * width + dx] & 255);
          }
        }
        print[at] = (byte) Math.max(print[at] & 255, Math.min(255, tone + most));
      }
    }
  }

  private void read(int y) {
    GrayImage.readRow(image, y, row);
  }

  /** A channel as it would be on white paper. */
  private float channel(int rgb, int channel) {
    return Math.min(255, ((rgb >> (16 - 8 * channel)) & 255) * gain[channel]);
  }

  private static int hue(float red, float green, float blue, float most, float saturation) {
    float sixth;
    if (most == red) {
      sixth = (green - blue) / saturation;
    } else if (most == green) {
      sixth = 2 + (blue - red) / saturation;
    } else {
      sixth = 4 + (red - green) / saturation;
    }
    // Half a bin is added so that red, the colour of seals, is one bin and not two.
    return Math.floorMod((int) Math.floor(sixth * HUE_BINS / 6 + 0.5), HUE_BINS);
  }

  private static int quantile(int[] histogram) {
    int wanted = (int) (Arrays.stream(histogram).sum() * PAPER_QUANTILE);
    int tone = 0;
    for (int seen = histogram[0]; seen < wanted; seen += histogram[tone]) {
      tone++;
    }
    return tone;
  }

  private static int median(int[] histogram) {
    int half = Arrays.stream(histogram).sum() / 2;
    int step = 0;
    for (int seen = histogram[0]; seen < half; seen += histogram[step]) {
      step++;
    }
    return step;
  }
}
