package org.yusuan.scan.ink;

import java.util.Arrays;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

/**
 * The grey of a seal on a copy without colours. Its rim is a stroke thicker than any of print, of
 * one grey, and goes round as much as an office's seal does: it tells the grey also where little is
 * printed, or thinly, so that the darkest of a page is its seal. Constants are guesses.
 */
final class SealTone {
  /** A seal is at least so wide or high, in inches. */
  private static final double MIN_SIZE = 1.1;

  /** And at most. */
  private static final double MAX_SIZE = 2.6;

  /** Print may cut its rim: an arc of it is at least so wide and high, in inches. */
  private static final double MIN_ARC = 0.5;

  /** Its rim is thicker than this, in inches: the strokes of print have 0.01 to 0.02. */
  private static final double THICKNESS = 0.02;

  /** Share of its square that is within thick strokes at most: more is a photo or a ground. */
  private static final double MAX_SHARE = 0.35;

  /** Side, in inches, of the squares in which thick strokes are put together. */
  private static final double BLOCK = 0.12;

  /** Tones within a stroke differ by no more than this, of 255. */
  private static final int MAX_UNEVENNESS = 24;

  /** Darkest grey of a seal, of 255; darker ones are as dark as print. */
  private static final int MIN_TONE = 85;

  /**
   * Its lightest grey: 120 on 22 of 24 made pages, where watermarks and print blurred by a moving
   * camera have 151 to 187.
   */
  private static final int MAX_TONE = 150;

  /** What is darker than a seal by so much, of 255, is print over it or under it. */
  static final int DARKER_PRINT = 20;

  /** The darkest print of a page is darker than its seal by so much at least, if it is told so. */
  static final int MIN_DISTANCE = 45;

  private SealTone() {}

  /** The grey of the darkest seal of a page, of 255; 0 if it has none. */
  static int of(GrayImage print, double dpi) {
    int reach = Math.max(2, (int) Math.round(THICKNESS * dpi / 2));
    int side = Math.max(2, (int) Math.round(BLOCK * dpi));
    BinaryImage thick = new BinaryImage(print.width, print.height);
    BinaryImage blocks =
        new BinaryImage((print.width + side - 1) / side, (print.height + side - 1) / side);
    for (int y = reach; y < print.height - reach; y++) {
      for (int x = reach; x < print.width - reach; x++) {
        if (isThick(print, x, y, reach)) {
          thick.ink[y * print.width + x] = true;
          blocks.ink[y / side * blocks.width + x / side] = true;
        }
      }
    }
    return ConnectedComponent.allIn(blocks).stream()
        .filter(thing -> isSeal(thing.width() * side / dpi, thing.height() * side / dpi))
        .mapToInt(thing -> tone(print, thick, thing, side))
        .filter(tone -> tone > 0)
        .min()
        .orElse(0);
  }

  private static boolean isThick(GrayImage print, int x, int y, int reach) {
    int tone = print.at(x, y);
    if (tone < MIN_TONE || tone > MAX_TONE) {
      return false;
    }
    for (int dy = -reach; dy <= reach; dy += reach) {
      for (int dx = -reach; dx <= reach; dx += reach) {
        if (Math.abs(print.at(x + dx, y + dy) - tone) > MAX_UNEVENNESS) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSeal(double wide, double high) {
    return Math.min(wide, high) >= MIN_ARC
        && Math.max(wide, high) >= MIN_SIZE
        && Math.max(wide, high) <= MAX_SIZE;
  }

  /** The usual tone of the thick strokes of a thing; 0 if they fill it. */
  private static int tone(GrayImage print, BinaryImage thick, ConnectedComponent thing, int side) {
    int[] tones = new int[256];
    for (int y = thing.top() * side; y < Math.min(print.height, thing.bottom() * side); y++) {
      for (int x = thing.left() * side; x < Math.min(print.width, thing.right() * side); x++) {
        if (thick.ink[y * print.width + x]) {
          tones[print.at(x, y)]++;
        }
      }
    }
    int count = Arrays.stream(tones).sum();
    if (count > MAX_SHARE * thing.width() * thing.height() * side * side) {
      return 0;
    }
    int tone = 0;
    for (int seen = tones[0]; seen < count / 2; seen += tones[tone]) {
      tone++;
    }
    return tone;
  }
}
