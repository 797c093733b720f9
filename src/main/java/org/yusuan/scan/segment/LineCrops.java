package org.yusuan.scan.segment;

import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;

/** The pictures of lines as the engines read them: black on white, with some paper around. */
public final class LineCrops {
  /**
   * Blur in pixels of lines of a bilevel picture, whose jagged edges mislead the engines: figures
   * read right by Tesseract 96.4 → 97.6 % and by PP-OCR 96.0 → 96.8 % on a 200 dpi fax.
   */
  private static final double FAX_BLUR_PIXELS = 0.8;

  /** Share of a line's pixels that become black; a guess. */
  private static final double BLACK_SHARE = 0.03;

  /**
   * Paper of this tone, of 255, or lighter becomes white: a little darker than the tone that
   * cleaning gives it, 250.
   */
  private static final int PAPER_TONE = 242;

  /** Contrast below which a line is not made stronger: it would be noise. A guess. */
  private static final int MIN_CONTRAST = 60;

  /** Paper above and below a line, as a share of its height. A guess. */
  private static final double MARGIN_ABOVE = 0.15;

  /** Paper at either end of a line, as a share of its height. A guess. */
  private static final double MARGIN_BESIDE = 0.2;

  /** Lines that have at least this share of their pixels of their own stay as they are. A guess. */
  private static final double FINE_SHARE = 0.9;

  /**
   * The tone, of 255, of what hides print: the network of hidden figures was trained with it, so
   * that it knows where it does not see.
   */
  private static final int UNSEEN_TONE = 128;

  private LineCrops() {}

  /** The pictures of all lines of a page, in their order. */
  public static List<GrayImage> cropAll(GrayImage page, List<LineBox> lines, boolean bilevel) {
    return lines.stream().map(line -> crop(page, line, bilevel)).toList();
  }

  /**
   * The pictures of lines in which what hides their print is grey.
   *
   * @param unseen what hides print, in pixels of the page
   */
  public static List<GrayImage> cropMarked(
      GrayImage page, List<LineBox> lines, BinaryImage unseen) {
    return lines.stream().map(line -> marked(crop(page, line, false), line, unseen)).toList();
  }

  private static GrayImage marked(GrayImage crop, LineBox line, BinaryImage unseen) {
    int margin = marginAbove(line);
    int left = Math.max(0, line.left() - marginBeside(line)) - margin;
    int top = Math.max(0, line.top() - 1) - margin;
    for (int y = margin; y < crop.height - margin; y++) {
      for (int x = margin; x < crop.width - margin; x++) {
        if (unseen.ink[(top + y) * unseen.width + left + x]) {
          crop.pixels[y * crop.width + x] = (byte) UNSEEN_TONE;
        }
      }
    }
    return crop;
  }

  private static int marginAbove(LineBox line) {
    return Math.max(2, (int) Math.round(line.height() * MARGIN_ABOVE));
  }

  private static int marginBeside(LineBox line) {
    return Math.max(2, (int) Math.round(line.height() * MARGIN_BESIDE));
  }

  /**
   * The pictures of lines with as many pixels as they were published with. The networks know print
   * of few pixels, enlarged once and linearly; enlarged by a sharp filter before, it has halos. Of
   * four pages of 92 to 131 dpi, cubic pictures of 200 dpi against these: 265 and 305 of 399 lines
   * were read with more confidence than 0.9.
   *
   * @param share pixels that a line was published with for one that it has
   */
  public static List<GrayImage> inOwnPixels(List<GrayImage> lines, double share) {
    return share >= FINE_SHARE
        ? lines
        : lines.stream()
            .map(
                line ->
                    line.resize(
                        Math.max(1, (int) Math.round(line.width * share)),
                        Math.max(1, (int) Math.round(line.height * share)),
                        false))
            .toList();
  }

  /**
   * The picture of one line.
   *
   * @param bilevel whether the page was bilevel
   */
  public static GrayImage crop(GrayImage page, LineBox line, boolean bilevel) {
    int margin = marginAbove(line);
    int beside = marginBeside(line);
    GrayImage part =
        page.crop(
            Math.max(0, line.left() - beside),
            Math.max(0, line.top() - 1),
            Math.min(page.width, line.right() + beside),
            Math.min(page.height, line.bottom() + 1),
            0);
    GrayImage strong = bilevel ? part.blur(FAX_BLUR_PIXELS) : stretch(part);
    return strong.crop(0, 0, strong.width, strong.height, margin);
  }

  /** Stretches the tones so that pale ink becomes black and paper white. */
  private static GrayImage stretch(GrayImage part) {
    int[] histogram = part.histogram();
    int seen = 0;
    int dark = 0;
    while (dark < 255 && (seen += histogram[dark]) < part.pixels.length * BLACK_SHARE) {
      dark++;
    }
    double gain = 255.0 / Math.max(MIN_CONTRAST, PAPER_TONE - dark);
    byte[] pixels = new byte[part.pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      double value = 255 - (PAPER_TONE - (part.pixels[i] & 255)) * gain;
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return new GrayImage(part.width, part.height, pixels);
  }
}
