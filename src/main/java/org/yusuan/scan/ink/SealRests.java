package org.yusuan.scan.ink;

import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

/**
 * What is left of a grey seal where its strokes were taken out: thin ones are nowhere evenly grey.
 * The rests are small, nowhere as dark as print, and not beside it: a decimal point may be as pale
 * (tried on coloured seals too, whose print is lighter: 61.62 lost its point). One of them in an
 * empty cell was read as a dash, and counted as nothing.
 *
 * @param place where the seal is, in pixels
 * @param printTone print in it is darker than this, of 255: midway between print and seal
 * @param reach how far from print, in pixels, a point of it may be
 */
record SealRests(ConnectedComponent place, int printTone, int reach) {
  /** A point is this near to the digits beside it, in inches: a third of their height. */
  static final double REACH_INCHES = 0.04;

  /** A rest is no larger than this part of the seal: its characters measure a seventh. */
  private static final int MAX_PART = 6;

  /** Darker than this, of 255, is ink. */
  private static final int MAX_INK_TONE = 222;

  /** Makes the rests as light as paper. */
  void takeOut(GrayImage print) {
    GrayImage part =
        print.crop(
            place.left(),
            place.top(),
            Math.min(print.width, place.right()),
            Math.min(print.height, place.bottom()),
            0);
    BinaryImage dark = BinaryImage.darkerThan(part, printTone);
    int largest = Math.min(part.width, part.height) / MAX_PART;
    for (ConnectedComponent piece :
        ConnectedComponent.allIn(BinaryImage.darkerThan(part, MAX_INK_TONE))) {
      if (Math.max(piece.width(), piece.height()) <= largest && !isNearPrint(dark, piece)) {
        fill(print, piece);
      }
    }
  }

  private boolean isNearPrint(BinaryImage dark, ConnectedComponent piece) {
    int right = Math.min(dark.width, piece.right() + reach);
    int bottom = Math.min(dark.height, piece.bottom() + reach);
    for (int y = Math.max(0, piece.top() - reach); y < bottom; y++) {
      for (int x = Math.max(0, piece.left() - reach); x < right; x++) {
        if (dark.ink[y * dark.width + x]) {
          return true;
        }
      }
    }
    return false;
  }

  /** Makes a piece, and its blurred edge, paper. */
  private void fill(GrayImage print, ConnectedComponent piece) {
    int right = Math.min(print.width - 1, place.left() + piece.right());
    int bottom = Math.min(print.height - 1, place.top() + piece.bottom());
    for (int y = Math.max(0, place.top() + piece.top() - 1); y <= bottom; y++) {
      for (int x = Math.max(0, place.left() + piece.left() - 1); x <= right; x++) {
        print.pixels[y * print.width + x] = (byte) 255;
      }
    }
  }
}
