package org.yusuan.scan.ink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import org.yusuan.graph.DisjointSet;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

/**
 * Print that is coloured itself: the red head of a letter, a blue link, a red figure, the rulings
 * of a form. It is told from seals and pens by its shape: characters of one height beside each
 * other, or a long straight thin line. Constants are guesses.
 */
final class ColoredPrint {
  /** Ink so close together, in inches, belongs to one thing: a seal, a line of text. */
  private static final double BLOCK_INCHES = 0.04;

  /** A seal is at least this wide and high, in inches. */
  private static final double MIN_SEAL_INCHES = 0.5;

  /** A seal is at most this wide and high, in inches: those of offices measure 40 to 45 mm. */
  private static final double MAX_SEAL_INCHES = 2.6;

  /** A seal is at most this many times as wide as high, or the other way: print may hide a part. */
  private static final double MAX_SEAL_ELONGATION = 1.6;

  /** A character is at least this high, in inches. */
  private static final double MIN_HEIGHT_INCHES = 0.05;

  /** A character is at most this high, in inches. */
  private static final double MAX_HEIGHT_INCHES = 0.6;

  /** At least this many characters of one height side by side are print. */
  private static final int MIN_CHARACTERS = 3;

  /** A character of a row has at least this share of the height of the highest one. */
  private static final double MIN_HEIGHT_SHARE = 0.7;

  /** A line shorter than this, in inches, may be a stroke of a pen or of a seal. */
  private static final double MIN_LINE_INCHES = 0.8;

  /** A line is at most this thick, in inches. */
  private static final double MAX_LINE_INCHES = 0.03;

  /** With a larger share of coloured ink the page is printed in colour: all of it stays. */
  private static final double MAX_COLORED_SHARE = 0.6;

  /** Darker than this is ink of any colour. */
  private static final int MAX_INK_TONE = 150;

  /**
   * The middles of the characters of one row differ in height by no more than this part of the
   * highest.
   */
  private static final double MAX_OFF_LEVEL = 0.3;

  /** No stroke of print is thicker than this, in inches: what goes on farther is an area. */
  private static final double STROKE_INCHES = 0.05;

  /** A line has no ink above and below it over more than this share of its length. */
  private static final double MIN_BARE_SHARE = 0.8;

  /**
   * It is darker than what is beside it by at least this, in tones: the edge of a pale ground, more
   * coloured than its middle by the compression of pictures, is not.
   */
  private static final int MIN_LINE_CONTRAST = 25;

  private ColoredPrint() {}

  /**
   * Puts coloured print back into the grey picture.
   *
   * @param colored where clearly coloured pixels are
   * @param grey the picture with its colours as greys
   * @param print the picture without coloured ink, which is changed
   * @return where seals may be
   */
  static List<PixelBox> keep(BinaryImage colored, GrayImage grey, byte[] print, double dpi) {
    if (isPrintedInColor(colored, grey, dpi)) {
      System.arraycopy(grey.pixels, 0, print, 0, print.length);
      return List.of();
    }
    keepLines(colored, grey, print, dpi);
    int side = Math.max(2, (int) Math.round(BLOCK_INCHES * dpi));
    List<ConnectedComponent> things = ConnectedComponent.allIn(blocks(colored, side));
    List<ConnectedComponent> pieces = ConnectedComponent.allIn(colored);
    List<ConnectedComponent> seals =
        things.stream()
            .filter(thing -> isSeal(thing.width() * side / dpi, thing.height() * side / dpi))
            .toList();
    List<ConnectedComponent> texts =
        things.stream()
            .filter(thing -> thing.height() * side <= (MAX_HEIGHT_INCHES + 2 * BLOCK_INCHES) * dpi)
            .filter(thing -> thing.height() * side >= MIN_HEIGHT_INCHES * dpi)
            .filter(thing -> seals.stream().noneMatch(seal -> holds(seal, thing)))
            .toList();
    for (List<ConnectedComponent> row : rows(texts)) {
      List<ConnectedComponent> own =
          pieces.stream()
              .filter(piece -> piece.height() >= MIN_HEIGHT_INCHES * dpi)
              .filter(piece -> row.stream().anyMatch(thing -> holds(thing, piece, side)))
              .toList();
      if (isRow(own)) {
        for (ConnectedComponent thing : row) {
          copy(
              grey,
              print,
              thing.left() * side,
              thing.top() * side,
              thing.right() * side,
              thing.bottom() * side);
        }
      }
    }
    return seals.stream()
        .map(
            seal ->
                new PixelBox(
                    seal.left() * side,
                    seal.top() * side,
                    seal.right() * side,
                    seal.bottom() * side))
        .toList();
  }

  /** Things side by side, no farther from each other than they are high. */
  private static Iterable<List<ConnectedComponent>> rows(List<ConnectedComponent> things) {
    DisjointSet beside = new DisjointSet(things.size());
    for (int i = 0; i < things.size(); i++) {
      ConnectedComponent one = things.get(i);
      for (int k = i + 1; k < things.size(); k++) {
        ConnectedComponent other = things.get(k);
        int high = Math.max(one.height(), other.height());
        int gap = Math.max(one.left(), other.left()) - Math.min(one.right(), other.right());
        int shared = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
        if (gap <= high && 2 * shared > high) {
          beside.union(i, k);
        }
      }
    }
    Map<Integer, List<ConnectedComponent>> rows = new LinkedHashMap<>();
    for (int i = 0; i < things.size(); i++) {
      rows.computeIfAbsent(beside.find(i), key -> new ArrayList<>()).add(things.get(i));
    }
    return rows.values();
  }

  private static boolean holds(ConnectedComponent thing, ConnectedComponent piece, int side) {
    return piece.left() / side >= thing.left()
        && (piece.right() - 1) / side < thing.right()
        && piece.top() / side >= thing.top()
        && (piece.bottom() - 1) / side < thing.bottom();
  }

  /** Whether a thing is the seal, or stands in it: its lines of text are no print of the page. */
  private static boolean holds(ConnectedComponent seal, ConnectedComponent thing) {
    return thing.centerX() >= seal.left()
        && thing.centerX() < seal.right()
        && thing.centerY() >= seal.top()
        && thing.centerY() < seal.bottom();
  }

  private static boolean isSeal(double wide, double high) {
    return Math.max(wide, high) >= MIN_SEAL_INCHES
        && Math.max(wide, high) <= MAX_SEAL_INCHES
        && wide <= MAX_SEAL_ELONGATION * high
        && high <= MAX_SEAL_ELONGATION * wide;
  }

  /** Whether pieces are characters of one row: as high as each other, on one height. */
  private static boolean isRow(List<ConnectedComponent> pieces) {
    int highest = pieces.stream().mapToInt(ConnectedComponent::height).max().orElse(0);
    List<ConnectedComponent> like =
        pieces.stream().filter(piece -> piece.height() >= MIN_HEIGHT_SHARE * highest).toList();
    return like.size() >= MIN_CHARACTERS
        && like.stream()
            .allMatch(
                piece ->
                    piece.width() <= 2 * highest
                        && Math.abs(piece.centerY() - like.get(0).centerY())
                            <= MAX_OFF_LEVEL * highest);
  }

  private static boolean isPrintedInColor(BinaryImage colored, GrayImage grey, double dpi) {
    int thick = Math.max(2, (int) Math.round(STROKE_INCHES * dpi));
    long strokes = 0;
    long black = 0;
    for (int y = thick; y < grey.height - thick; y++) {
      for (int x = 0; x < grey.width; x++) {
        int at = y * grey.width + x;
        if ((grey.pixels[at] & 255) < MAX_INK_TONE) {
          if (!colored.ink[at]) {
            black++;
          } else if (!colored.ink[at - thick * grey.width]
              && !colored.ink[at + thick * grey.width]) {
            strokes++;
          }
        }
      }
    }
    return strokes > MAX_COLORED_SHARE * (strokes + black);
  }

  /** Which squares of the picture have enough coloured ink in them. */
  private static BinaryImage blocks(BinaryImage colored, int side) {
    BinaryImage blocks =
        new BinaryImage((colored.width + side - 1) / side, (colored.height + side - 1) / side);
    int[] counts = new int[blocks.ink.length];
    for (int y = 0; y < colored.height; y++) {
      for (int x = 0; x < colored.width; x++) {
        if (colored.ink[y * colored.width + x]) {
          counts[y / side * blocks.width + x / side]++;
        }
      }
    }
    for (int i = 0; i < counts.length; i++) {
      blocks.ink[i] = counts[i] >= Math.max(2, side / 2);
    }
    return blocks;
  }

  private static void keepLines(BinaryImage colored, GrayImage grey, byte[] print, double dpi) {
    int length = (int) (MIN_LINE_INCHES * dpi);
    int thick = Math.max(2, (int) Math.round(MAX_LINE_INCHES * dpi));
    BinaryImage turned = colored.transposed();
    keepRuns(colored, grey::at, length, thick, (x, y) -> copy(grey, print, x, y - 1, x + 1, y + 2));
    keepRuns(
        turned,
        (y, x) -> grey.at(x, y),
        length,
        thick,
        (y, x) -> copy(grey, print, x - 1, y, x + 2, y + 1));
  }

  private interface RunConsumer {
    void keep(int along, int across);
  }

  private static void keepRuns(
      BinaryImage ink, IntBinaryOperator tones, int length, int thick, RunConsumer place) {
    for (int y = 0; y < ink.height; y++) {
      int start = 0;
      for (int x = 0; x <= ink.width; x++) {
        if (x < ink.width && ink.ink[y * ink.width + x]) {
          continue;
        }
        if (x - start >= length && isThin(ink, tones, start, x, y, thick)) {
          for (int i = start; i < x; i++) {
            place.keep(i, y);
          }
        }
        start = x + 1;
      }
    }
  }

  /** Whether most of a run has neither ink nor its tone some way above and below it. */
  private static boolean isThin(
      BinaryImage ink, IntBinaryOperator tones, int from, int to, int y, int thick) {
    int bare = 0;
    for (int x = from; x < to; x++) {
      int tone = tones.applyAsInt(x, y) + MIN_LINE_CONTRAST;
      boolean above =
          y - thick >= 0
              && (ink.ink[(y - thick) * ink.width + x] || tones.applyAsInt(x, y - thick) < tone);
      boolean below =
          y + thick < ink.height
              && (ink.ink[(y + thick) * ink.width + x] || tones.applyAsInt(x, y + thick) < tone);
      bare += above || below ? 0 : 1;
    }
    return bare > MIN_BARE_SHARE * (to - from);
  }

  private static void copy(GrayImage grey, byte[] print, int left, int top, int right, int bottom) {
    for (int y = Math.max(0, top); y < Math.min(grey.height, bottom); y++) {
      int from = y * grey.width + Math.max(0, left);
      int to = y * grey.width + Math.min(grey.width, right);
      for (int at = from; at < to; at++) {
        print[at] = (byte) Math.min(print[at] & 255, grey.pixels[at] & 255);
      }
    }
  }
}
