package org.yusuan.scan.ink;

import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

/**
 * What the colours of a coloured seal cannot tell, since pictures store them blurred: print that it
 * covers takes on its colour and paled, and the outlines of its strokes, thin ones wholly, are
 * darker than paper but hardly coloured. Their light tells: a seal alone is never darker than its
 * ink, and what is left of it is paler than print and not beside it. Read as characters of their
 * cell, such outlines made 上m306.00 of a 306.00 beside a seal.
 *
 * @param print the print of a page, which is changed
 * @param grey the page with its colours as greys
 * @param inks the usual grey of the ink that a pixel has, if only a trace of it; 0 where it has
 *     none
 */
record SealInk(GrayImage print, GrayImage grey, GrayImage inks) {
  /**
   * A seal is at least so wide and high, in inches: those of offices measure 1.5, ticks and circles
   * of a pen that touch are smaller.
   */
  private static final double MIN_SIZE_INCHES = 1.1;

  /** So far from ink, in pixels, an outline of it may lie. A guess. */
  private static final int REACH_PIXELS = 3;

  /** What lies so near to print, in pixels, is its own edge. A guess. */
  private static final int PRINT_EDGE_PIXELS = 2;

  /**
   * What is darker, of 255, is print: of what four seals left on paper 1 in 500 pixels is, of the
   * middles of print in them 9 in 10.
   */
  private static final int PRINT_TONE = 180;

  /** What is lighter, of 255, is paper. */
  private static final int PAPER_TONE = 250;

  /** The usual grey of lighter ink, of 255, is that of a tinted ground, not of strokes. A guess. */
  static final int MAX_STROKE_TONE = 200;

  /** Ink darker than this, of 255, is as dark as print: those of seals have 90 to 140. */
  private static final int MIN_TELLING_TONE = 80;

  /** Makes print as dark as its light says, and outlines as light as paper, where a seal is. */
  void takeOut(PixelBox seal, double dpi) {
    if (Math.min(seal.right() - seal.left(), seal.bottom() - seal.top()) < MIN_SIZE_INCHES * dpi) {
      return;
    }
    int right = Math.min(print.width, seal.right());
    int bottom = Math.min(print.height, seal.bottom());
    for (int y = seal.top(); y < bottom; y++) {
      for (int x = seal.left(); x < right; x++) {
        int at = y * print.width + x;
        int ink = inks.pixels[at] & 255;
        if (ink >= MIN_TELLING_TONE) {
          int tone = Math.min(255, 255 * (grey.pixels[at] & 255) / ink);
          print.pixels[at] = (byte) Math.min(print.pixels[at] & 255, tone);
        }
      }
    }
    BinaryImage sure = BinaryImage.darkerThan(print, PRINT_TONE);
    for (int y = seal.top(); y < bottom; y++) {
      for (int x = seal.left(); x < right; x++) {
        int at = y * print.width + x;
        if ((print.pixels[at] & 255) < PAPER_TONE && !isAtPrint(sure, x, y) && isNearInk(x, y)) {
          print.pixels[at] = (byte) 255;
        }
      }
    }
  }

  private boolean isNearInk(int x, int y) {
    int bottom = Math.min(inks.height - 1, y + REACH_PIXELS);
    int right = Math.min(inks.width - 1, x + REACH_PIXELS);
    for (int py = Math.max(0, y - REACH_PIXELS); py <= bottom; py++) {
      for (int px = Math.max(0, x - REACH_PIXELS); px <= right; px++) {
        int tone = inks.at(px, py);
        if (tone > 0 && tone <= MAX_STROKE_TONE) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAtPrint(BinaryImage sure, int x, int y) {
    int bottom = Math.min(sure.height - 1, y + PRINT_EDGE_PIXELS);
    int right = Math.min(sure.width - 1, x + PRINT_EDGE_PIXELS);
    for (int py = Math.max(0, y - PRINT_EDGE_PIXELS); py <= bottom; py++) {
      for (int px = Math.max(0, x - PRINT_EDGE_PIXELS); px <= right; px++) {
        if (sure.ink[py * sure.width + px]) {
          return true;
        }
      }
    }
    return false;
  }
}
