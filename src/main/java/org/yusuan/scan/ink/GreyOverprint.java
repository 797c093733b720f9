package org.yusuan.scan.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.CoarsePicture;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

/**
 * Takes out what lies over the print of a page in one grey: a seal on a copy without colours, a
 * watermark, the print of the back that shows through. Its strokes are broad or blurred, so that
 * neighbouring pixels differ little, and print is much darker. A seal that is as dark as print
 * cannot be told from it. Constants are guesses unless they say what was measured.
 */
final class GreyOverprint {
  /** Side of the squares, in inches, in which grey strokes are put together to one thing. */
  private static final double BLOCK_INCHES = 0.04;

  /** A thing is at least this large, in inches: higher than the characters of a title. */
  private static final double MIN_SIZE_INCHES = 0.3;

  /** A thing is at most this large, in inches: smaller than a table. */
  private static final double MAX_SIZE_INCHES = 2.6;

  /** A thing is at most this many times as wide as high, or the other way: no line of text. */
  private static final double MAX_ELONGATION = 1.8;

  /** What is more evenly grey is a shaded ground, not a stroke. */
  private static final double MAX_FLAT_SHARE = 0.5;

  /** Darkest tone of overprint, of 255. */
  private static final int MIN_TONE = 85;

  /** Lightest tone of overprint, of 255. */
  static final int MAX_TONE = 222;

  /** What is darker than this, of 255, is ink of some kind. */
  private static final int MAX_INK_TONE = 200;

  /** Tones of the things of one overprint differ by no more than this. */
  private static final int MAX_TONE_DIFFERENCE = 12;

  /** Tones of neighbouring pixels within a stroke differ by no more than this. */
  private static final int MAX_UNEVENNESS = 24;

  /** The print of a page is darker than what lies over it by this much at least. */
  private static final int MIN_DISTANCE = 65;

  /** Share of a page's pixels that are at least as dark as its print. */
  private static final double PRINT_QUANTILE = 0.005;

  /**
   * The same where that is lighter than {@link #MAX_PRINT_TONE}: little is printed there, and thin.
   * A page of one row, ruled in grey, has 0.004 of print and more of a watermark.
   */
  private static final double THIN_PRINT_QUANTILE = 0.002;

  /**
   * 107 to 127 on pages whose watermark, or print of the back, has more ink than their own print;
   * 44 on one ruled in thin black lines, which must not count as grey.
   */
  private static final int MAX_PRINT_TONE = 95;

  /**
   * Share of a page that is grey without being a large thing, from which on the back shows through:
   * 0.65 to 2.4 % of six made pages where it does, 0.01 % of clean ones.
   */
  private static final double MIN_SHOW_THROUGH = 0.003;

  /**
   * Share of a page that is evenly grey up to which it does; more is shade on the paper: above a
   * half of a photo in uneven light.
   */
  private static final double MAX_SHOW_THROUGH = 0.05;

  /**
   * Print as dark as this is neither blurred nor faded: 35 to 54 on made pages whose back shows
   * through, 79 and more on blurred and faded ones.
   */
  private static final int MAX_CRISP_TONE = 60;

  /**
   * Else what shows through is blurred, so that most of the grey pixels away from dark print are
   * evenly grey: 0.74 to 1.0 on 11 of 12 made pages, 0.06 to 0.5 where print itself is grey, since
   * the camera moved or toner was missing.
   */
  private static final double MIN_EVEN_SHARE = 0.6;

  /**
   * And at least this share of what is as high as a character shows among what is as dark as print:
   * 0.47 and more on ten made pages with seals, watermarks and the print of the back, 0.02 and 0.18
   * on two on which the camera moved. There the grey is the print itself.
   */
  private static final double MIN_DARK_SHARE = 0.3;

  /** A character, or a piece of one, is at least so high, in inches. */
  private static final double MIN_CHARACTER_INCHES = 0.05;

  /** And at most so high and so wide. */
  private static final double MAX_CHARACTER_INCHES = 0.3;

  /**
   * The same of one small thing: 0.57 and more for 138 of 140 characters of a watermark, 0.44 to
   * 0.54 for four of five words blurred by a moving camera.
   */
  private static final double MIN_EVEN_THING = 0.56;

  /** What is as large as this is a seal, not some words. */
  private static final double MIN_SEAL_INCHES = 1.1;

  /** Every so many rows and columns are looked at for that. */
  private static final int SAMPLED = 2;

  /** What shows through is darker than paper by at least this many tones. */
  private static final int MIN_CONTRAST = 25;

  /** How far the blurred edge of a stroke reaches from its even grey. */
  private static final int EDGE_PIXELS = 3;

  private GreyOverprint() {}

  /** Changes a picture so that grey things over its print are as light as paper. */
  static void takeOut(GrayImage print, double dpi) {
    if (dpi < CoarsePicture.MIN_DPI) {
      return; // there is more blurred edge than stroke
    }
    int darkest = darkest(print, PRINT_QUANTILE);
    int usual = Math.max(MIN_TONE, darkest + MIN_DISTANCE);
    int sealTone = SealTone.of(print, dpi);
    if (sealTone - SealTone.MIN_DISTANCE < darkest(print, THIN_PRINT_QUANTILE)
        || sealTone > usual + SealTone.DARKER_PRINT) {
      sealTone = 0; // its print is as pale, or tells it without
    }
    if (usual > MAX_TONE - MAX_UNEVENNESS
        || sealTone == 0
            && darkest > MAX_CRISP_TONE
            && characters(BinaryImage.darkerThan(print, usual), dpi)
                < MIN_DARK_SHARE * characters(BinaryImage.darkerThan(print, MAX_INK_TONE), dpi)) {
      return;
    }
    int least = least(print, darkest);
    if (sealTone > 0) {
      least = Math.min(least, sealTone - SealTone.DARKER_PRINT);
      darkest = Math.min(darkest, least - MIN_DISTANCE / 2);
    }
    int side = Math.max(2, (int) Math.round(BLOCK_INCHES * dpi));
    BinaryImage flat = flat(print, least);
    BinaryImage dark = BinaryImage.darkerThan(print, least);
    int rulingTone = GreyRulings.spare(print, flat, dark, least, MAX_TONE, dpi);
    byte[] before = rulingTone == 0 ? print.pixels : print.pixels.clone();
    BinaryImage blocks =
        new BinaryImage((print.width + side - 1) / side, (print.height + side - 1) / side);
    for (int y = 0; y < print.height; y++) {
      for (int x = 0; x < print.width; x++) {
        if (flat.ink[y * print.width + x]) {
          blocks.ink[y / side * blocks.width + x / side] = true;
        }
      }
    }
    ConnectedComponent all = new ConnectedComponent(0, 0, print.width, print.height, 0);
    boolean crisp =
        darkest <= MAX_CRISP_TONE || evenShare(print, flat, dark, all, least) >= MIN_EVEN_SHARE;
    List<ConnectedComponent> things = ConnectedComponent.allIn(blocks);
    List<ConnectedComponent> others = new ArrayList<>();
    List<Integer> tones = new ArrayList<>();
    List<SealRests> seals = new ArrayList<>();
    for (ConnectedComponent thing : things) {
      double wide = thing.width() * side / dpi;
      double high = thing.height() * side / dpi;
      if (Math.min(wide, high) >= MIN_SIZE_INCHES
          && Math.max(wide, high) <= MAX_SIZE_INCHES
          && Math.max(wide, high) <= MAX_ELONGATION * Math.min(wide, high)
          && (crisp
              || Math.min(wide, high) >= MIN_SEAL_INCHES
              || evenShare(print, flat, dark, pixels(thing, side), least) >= MIN_EVEN_THING)) {
        int tone = tone(print, flat, thing, side);
        if (tone > 0) {
          tones.add(tone);
          lighten(print, flat, thing, side, darkest, tone);
          if (Math.min(wide, high) >= MIN_SEAL_INCHES) {
            seals.add(
                new SealRests(
                    pixels(thing, side),
                    (darkest + tone) / 2,
                    (int) Math.round(SealRests.REACH_INCHES * dpi)));
          }
          continue;
        }
      }
      others.add(thing);
    }
    seals.forEach(rests -> rests.takeOut(print));
    // Blurred print is small things of one grey too; the back of a page has a few large ones.
    boolean telling = darkest <= MAX_CRISP_TONE || !tones.isEmpty();
    boolean through = crisp && telling && showsThrough(print, flat, others, side);
    // A character of a watermark falls into strokes, and some meet: their grey tells them.
    for (ConnectedComponent thing : others) {
      int tone = tone(print, flat, thing, side);
      if (through && standsOut(print, thing, side, tone)
          || crisp
              && tones.stream()
                      .filter(known -> Math.abs(known - tone) <= MAX_TONE_DIFFERENCE)
                      .count()
                  >= 2) {
        lighten(print, flat, thing, side, darkest, tone);
      }
    }
    if (rulingTone > 0) {
      BinaryImage cleared = new BinaryImage(print.width, print.height);
      for (int i = 0; i < before.length; i++) {
        cleared.ink[i] = before[i] != print.pixels[i];
      }
      HiddenRulings.drawAgain(cleared, print.pixels, MAX_TONE + 1, (byte) rulingTone, dpi);
    }
  }

  /** The darkest tone, of 255, that may be overprint beside print of some darkest tone. */
  private static int least(GrayImage print, int darkest) {
    int printTone = darkest > MAX_PRINT_TONE ? darkest(print, THIN_PRINT_QUANTILE) : darkest;
    return Math.max(MIN_TONE, printTone + MIN_DISTANCE);
  }

  /** The tone of the rulings of a picture without overprint if they are surely grey, else 0. */
  static int rulingTone(GrayImage print, double dpi) {
    int least = least(print, darkest(print, PRINT_QUANTILE));
    return least > MAX_TONE
        ? 0
        : GreyRulings.spare(
            print,
            new BinaryImage(print.width, print.height),
            BinaryImage.darkerThan(print, least),
            least,
            MAX_TONE,
            dpi);
  }

  /** How many pieces of ink are as high as characters. */
  private static long characters(BinaryImage ink, double dpi) {
    double least = MIN_CHARACTER_INCHES * dpi;
    double most = MAX_CHARACTER_INCHES * dpi;
    return ConnectedComponent.allIn(ink).stream()
        .filter(piece -> piece.height() >= least && piece.height() <= most && piece.width() <= most)
        .count();
  }

  /** Whether many small things are grey: the print of the back. */
  private static boolean showsThrough(
      GrayImage print, BinaryImage flat, List<ConnectedComponent> things, int side) {
    long grey = 0;
    for (ConnectedComponent thing : things) {
      if (standsOut(print, thing, side, tone(print, flat, thing, side))) {
        grey += Arrays.stream(histogram(print, flat, thing, side)).sum();
      }
    }
    int all = 0;
    for (boolean pixel : flat.ink) {
      all += pixel ? 1 : 0;
    }
    return grey >= MIN_SHOW_THROUGH * print.pixels.length
        && all <= MAX_SHOW_THROUGH * print.pixels.length;
  }

  /** Where a thing lies in pixels. */
  private static ConnectedComponent pixels(ConnectedComponent thing, int side) {
    return new ConnectedComponent(
        thing.left() * side,
        thing.top() * side,
        thing.right() * side,
        thing.bottom() * side,
        thing.area());
  }

  /** Share of the grey pixels away from dark print that are within an evenly grey stroke. */
  private static double evenShare(
      GrayImage print, BinaryImage flat, BinaryImage dark, ConnectedComponent place, int least) {
    int grey = 0;
    int even = 0;
    for (int y = place.top(); y < Math.min(print.height, place.bottom()); y += SAMPLED) {
      for (int x = place.left(); x < Math.min(print.width, place.right()); x += SAMPLED) {
        int tone = print.at(x, y);
        if (tone >= least && tone <= MAX_TONE && !isNear(dark, x, y)) {
          grey++;
          even += flat.ink[y * print.width + x] ? 1 : 0;
        }
      }
    }
    return grey == 0 ? 0 : (double) even / grey;
  }

  /** Whether a thing of one grey is clearly darker than the paper around it, which shade is not. */
  private static boolean standsOut(GrayImage print, ConnectedComponent thing, int side, int tone) {
    int left = Math.max(0, (thing.left() - 1) * side);
    int top = Math.max(0, (thing.top() - 1) * side);
    int right = Math.min(print.width, (thing.right() + 1) * side);
    int bottom = Math.min(print.height, (thing.bottom() + 1) * side);
    long lighter = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        lighter += print.at(x, y) >= tone + MIN_CONTRAST ? 1 : 0;
      }
    }
    return tone > 0 && 2 * lighter > (long) (right - left) * (bottom - top);
  }

  private static int darkest(GrayImage image, double quantile) {
    int[] histogram = image.histogram();
    int tone = 0;
    double wanted = image.pixels.length * quantile;
    for (int seen = histogram[0]; seen < wanted && tone < 255; seen += histogram[tone]) {
      tone++;
    }
    return tone;
  }

  /** Pixels within a stroke of one grey. */
  private static BinaryImage flat(GrayImage image, int least) {
    BinaryImage flat = new BinaryImage(image.width, image.height);
    for (int y = 1; y < image.height - 1; y++) {
      for (int x = 1; x < image.width - 1; x++) {
        int tone = image.at(x, y);
        flat.ink[y * image.width + x] =
            tone >= least
                && tone <= MAX_TONE
                && Math.abs(image.at(x - 1, y) - tone) <= MAX_UNEVENNESS
                && Math.abs(image.at(x + 1, y) - tone) <= MAX_UNEVENNESS
                && Math.abs(image.at(x, y - 1) - tone) <= MAX_UNEVENNESS
                && Math.abs(image.at(x, y + 1) - tone) <= MAX_UNEVENNESS;
      }
    }
    return flat;
  }

  /** The grey of a thing; 0 if it is a shaded ground. */
  private static int tone(GrayImage print, BinaryImage flat, ConnectedComponent thing, int side) {
    int[] histogram = histogram(print, flat, thing, side);
    int count = Arrays.stream(histogram).sum();
    int around = (thing.width() + 2) * (thing.height() + 2) * side * side;
    boolean large = Math.max(thing.width(), thing.height()) * BLOCK_INCHES >= MIN_SIZE_INCHES;
    if (count == 0 || large && count > MAX_FLAT_SHARE * around) {
      return 0;
    }
    int tone = 0;
    for (int seen = histogram[0]; seen < count / 4; seen += histogram[tone]) {
      tone++;
    }
    return tone;
  }

  /** The tones of the grey pixels of a thing. */
  private static int[] histogram(
      GrayImage print, BinaryImage flat, ConnectedComponent thing, int side) {
    int left = Math.max(0, (thing.left() - 1) * side);
    int top = Math.max(0, (thing.top() - 1) * side);
    int right = Math.min(print.width, (thing.right() + 1) * side);
    int bottom = Math.min(print.height, (thing.bottom() + 1) * side);
    int[] histogram = new int[256];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (flat.ink[y * print.width + x]) {
          histogram[print.at(x, y)]++;
        }
      }
    }
    return histogram;
  }

  private static void lighten(
      GrayImage print,
      BinaryImage flat,
      ConnectedComponent thing,
      int side,
      int darkest,
      int tone) {
    int left = Math.max(0, (thing.left() - 1) * side);
    int top = Math.max(0, (thing.top() - 1) * side);
    int right = Math.min(print.width, (thing.right() + 1) * side);
    int bottom = Math.min(print.height, (thing.bottom() + 1) * side);
    int white = Math.max(darkest + MIN_DISTANCE / 2, tone - MAX_UNEVENNESS / 2);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int at = y * print.width + x;
        if (!isNear(flat, x, y)) {
          continue;
        }
        int lighter = darkest + (print.at(x, y) - darkest) * (255 - darkest) / (white - darkest);
        print.pixels[at] = (byte) Math.max(print.pixels[at] & 255, Math.min(255, lighter));
      }
    }
  }

  /** Whether a grey stroke, or its blurred edge, is at a place. */
  private static boolean isNear(BinaryImage flat, int x, int y) {
    for (int py = Math.max(0, y - EDGE_PIXELS);
        py <= Math.min(flat.height - 1, y + EDGE_PIXELS);
        py++) {
      for (int px = Math.max(0, x - EDGE_PIXELS);
          px <= Math.min(flat.width - 1, x + EDGE_PIXELS);
          px++) {
        if (flat.ink[py * flat.width + px]) {
          return true;
        }
      }
    }
    return false;
  }
}
