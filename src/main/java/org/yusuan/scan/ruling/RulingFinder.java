package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yusuan.page.Resolution;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.LineTracer;
import org.yusuan.scan.image.LineTracer.Trace;

/**
 * Finds the rulings of a straightened page. All lengths here are pixels: the rulings that it
 * returns are in pixels too, from the top left. Constants are guesses unless they say what was
 * measured.
 */
public final class RulingFinder {
  /** Shortest piece of a line, in inches: 4.3 points, less than the height of any row. */
  private static final double MIN_PIECE_INCHES = 0.06;

  /** Thicker than this, in inches, it is a border of the picture or a filled area. */
  private static final double MAX_THICKNESS_INCHES = 0.05;

  /** Root mean square distance of a line's ink from its middle at most, in inches. */
  private static final double MAX_SPREAD_INCHES = 0.025;

  /** Pixels of ink for each pixel of a line's length at least. */
  private static final double MIN_INK_PER_LENGTH = 0.6;

  /** Share of a line's length that may have ink close to one side of it. */
  private static final double MAX_INK_BESIDE_SHARE = 0.45;

  /** Share of a line's length that must have ink within a pixel of its middle. */
  private static final double MIN_COVERED_SHARE = 0.9;

  /** The same share for a long line that print may touch: a row of print has more gaps. */
  private static final double SURELY_COVERED_SHARE = 0.94;

  /** The same share for what reaches from one ruling to another and has print close to it. */
  private static final double UNBROKEN_SHARE = 0.97;

  /** Ink is followed up and down from the middle of a line this far, in pixels. */
  private static final int MAX_FOLLOWED_PIXELS = 20;

  /**
   * Ink through the middle of a ruling is as high as the ruling is thick on the whole, and higher
   * by this many pixels only where print touches it. In a row of small print that has run together
   * it is higher in many places.
   */
  private static final double TOUCHED_PIXELS = 1.5;

  /** Share of places with higher ink: at most 0.11 for rulings, 0.38 and more for print. */
  private static final double MAX_TOUCHED_SHARE = 0.25;

  /**
   * A short ruling is at least this share as dark as the palest long ones: 0.7 and more were seen.
   * A stroke of a watermark has 0.3 to 0.56.
   */
  private static final double MIN_RELATIVE_DARKNESS = 0.62;

  /** No row of print runs together over this length, in inches. */
  private static final double VERY_LONG_INCHES = 3;

  private final double dpi;

  public RulingFinder(double dpi) {
    this.dpi = dpi;
  }

  /**
   * @param picture a straightened page
   * @param threshold grey below which a pixel may belong to a ruling
   */
  public List<Ruling> findRulings(GrayImage picture, int threshold) {
    BinaryImage ink = BinaryImage.darkerThan(picture, threshold);
    BinaryImage turned = ink.transposed();
    List<Trace> acrossTraces = traces(ink, true);
    List<Trace> downTraces = traces(turned, false);
    List<Ruling> across = lines(ink, acrossTraces, true, List.of());
    List<Ruling> down = lines(turned, downTraces, false, across);
    // Some lines are recognized only between others, so each direction is looked at again.
    across = lines(ink, acrossTraces, true, down);
    down = lines(turned, downTraces, false, across);
    List<Ruling> all = new ArrayList<>(across);
    all.addAll(down);
    List<Ruling> held =
        new RulingFrame(dpi)
            .held(StackedStrokes.without(picture, withoutPale(picture, all), dpi)).stream()
                .filter(
                    line -> line.length() >= dpi * RulingFrame.LONG_INCHES || isEven(picture, line))
                .toList();
    return BrokenEnds.mended(LoneStrokes.without(held, dpi), ink, turned, dpi);
  }

  /**
   * Whether a line is about equally dark on its whole way. A fat stroke of a character reaches the
   * rulings above and below it only by the pale edges that blur gives both.
   */
  private static boolean isEven(GrayImage picture, Ruling line) {
    int[] darkest = darkest(picture, line);
    return darkest[darkest.length / 10] >= MIN_RELATIVE_DARKNESS * darkest[darkest.length / 2];
  }

  /**
   * Rulings of one page are printed alike. What is short and much paler than the palest long ones
   * is a stroke of a watermark or of print that shows through.
   */
  private List<Ruling> withoutPale(GrayImage picture, List<Ruling> lines) {
    int[] tones =
        lines.stream()
            .filter(line -> line.length() >= dpi * RulingFrame.LONG_INCHES)
            .mapToInt(line -> darkness(picture, line))
            .sorted()
            .toArray();
    if (tones.length == 0) {
      return lines;
    }
    double least = MIN_RELATIVE_DARKNESS * tones[tones.length / 10];
    return lines.stream()
        .filter(
            line ->
                line.length() >= dpi * RulingFrame.LONG_INCHES || darkness(picture, line) >= least)
        .toList();
  }

  /**
   * How much darker than white a line is: the darkest pixel at each place, and of these the lower
   * quartile. A stroke of a watermark may have the dark strokes of a character on half its way.
   */
  private static int darkness(GrayImage picture, Ruling line) {
    int[] darkest = darkest(picture, line);
    return darkest[darkest.length / 4];
  }

  /** How dark a line is at each place, palest first. */
  private static int[] darkest(GrayImage picture, Ruling line) {
    int from = Math.max(0, (int) line.start());
    int end = line.horizontal() ? picture.width : picture.height;
    int to = Math.min(end, Math.max(from + 1, (int) line.end()));
    int middle = (int) Math.floor(line.position());
    int across = line.horizontal() ? picture.height : picture.width;
    int[] darkest = new int[to - from];
    for (int i = 0; i < darkest.length; i++) {
      for (int k = Math.max(0, middle - 2); k <= Math.min(across - 1, middle + 2); k++) {
        int tone = line.horizontal() ? picture.at(from + i, k) : picture.at(k, from + i);
        darkest[i] = Math.max(darkest[i], 255 - tone);
      }
    }
    Arrays.sort(darkest);
    return darkest;
  }

  /** Long thin runs of ink that may be rulings. */
  private List<Trace> traces(BinaryImage ink, boolean horizontal) {
    return LineTracer.traceLines(ink, minRun(horizontal), 2).stream()
        .filter(
            trace -> {
              boolean atEdge = trace.top() <= 2 || trace.bottom() >= ink.height - 2;
              return !(atEdge && trace.length() > 0.5 * ink.width);
            })
        .map(trace -> isThin(trace) ? trace : withoutPrint(ink, trace))
        .filter(
            trace ->
                isThin(trace)
                    && trace.inked() >= trace.length() * MIN_INK_PER_LENGTH
                    && trace.length() >= 5 * trace.thickness())
        .toList();
  }

  private boolean isThin(Trace trace) {
    return trace.thickness() <= dpi * MAX_THICKNESS_INCHES
        && trace.spread() <= dpi * MAX_SPREAD_INCHES;
  }

  /** A long line without the print that touches it in many places and makes it look thick. */
  private Trace withoutPrint(BinaryImage ink, Trace trace) {
    Trace line =
        trace.length() < dpi * RulingFrame.LONG_INCHES
            ? null
            : LineTracer.partOf(ink, trace, trace.start(), trace.end());
    return line == null ? trace : line;
  }

  private int minRun(boolean horizontal) {
    return (int) Math.round(dpi * MIN_PIECE_INCHES * (horizontal ? 3 : 1.2));
  }

  /**
   * @param crossing lines of the other direction, at which a line that print touches is cut: where
   *     it runs free it is a ruling all the same
   */
  private List<Ruling> lines(
      BinaryImage ink, List<Trace> traces, boolean horizontal, List<Ruling> crossing) {
    List<Ruling> pieces = new ArrayList<>();
    for (Trace trace : traces) {
      int[] cuts = cuts(trace, ink.width, crossing);
      List<Trace> free =
          amidText(ink, trace, horizontal) ? free(ink, trace, cuts, horizontal) : List.of(trace);
      for (Trace part : free) {
        pieces.add(
            new Ruling(
                horizontal,
                position(part, ink.width),
                part.start(),
                part.end(),
                Math.max(1, part.thickness())));
      }
    }
    return joined(pieces).stream().filter(line -> isWhole(ink, line)).toList();
  }

  /** Whether a line is long or has no gaps: strokes of print in two rows may make up one line. */
  private boolean isWhole(BinaryImage ink, Ruling line) {
    return line.length() >= dpi * RulingFrame.LONG_INCHES
        || covered(
                ink,
                new Trace((int) line.start(), (int) line.end(), 0, 0, line.position(), 0, 0, 0))
            >= MIN_COVERED_SHARE;
  }

  private static double position(Trace trace, int width) {
    double middle = (trace.start() + trace.end()) / 2.0 - width / 2.0;
    return trace.intercept() + trace.slope() * middle;
  }

  /** The places at which a line crosses others or ends at them, in order. */
  private int[] cuts(Trace trace, int width, List<Ruling> crossing) {
    double position = position(trace, width);
    double reach = dpi * RulingFrame.LONG_REACH_INCHES;
    return crossing.stream()
        .filter(line -> line.start() - reach <= position && line.end() + reach >= position)
        .filter(line -> line.position() > trace.start() - reach)
        .filter(line -> line.position() < trace.end() + reach)
        .mapToInt(line -> (int) Math.round(line.position()))
        .map(at -> Math.max(trace.start(), Math.min(trace.end(), at)))
        .sorted()
        .toArray();
  }

  /**
   * The parts of a line that are rulings though print touches it. What runs from one line that it
   * crosses right to the next is one, whatever stands beside it: strokes of characters leave a gap.
   */
  private List<Trace> free(BinaryImage ink, Trace trace, int[] cuts, boolean horizontal) {
    List<Trace> free = new ArrayList<>();
    for (int i = 0; i <= cuts.length && cuts.length > 0; i++) {
      int from = i == 0 ? trace.start() : cuts[i - 1];
      int to = i == cuts.length ? trace.end() : cuts[i];
      Trace part = to - from < minRun(horizontal) ? null : LineTracer.partOf(ink, trace, from, to);
      if (part == null || part.thickness() > dpi * MAX_THICKNESS_INCHES) {
        continue;
      }
      boolean between =
          i > 0
              && i < cuts.length
              && covered(ink, part) >= UNBROKEN_SHARE
              && !(horizontal && hasRunTogether(heights(ink, part), part));
      if (between || !amidText(ink, part, horizontal)) {
        free.add(part);
      }
    }
    return free;
  }

  /** Share of a line's length that has ink within a pixel of its middle. */
  private static double covered(BinaryImage ink, Trace trace) {
    int covered = 0;
    for (int x = trace.start(); x < trace.end(); x++) {
      int y = middle(ink, trace, x);
      if (isInk(ink, x, y) || isInk(ink, x, y - 1) || isInk(ink, x, y + 1)) {
        covered++;
      }
    }
    return (double) covered / Math.max(1, trace.length());
  }

  private static int middle(BinaryImage ink, Trace trace, int x) {
    return (int) Math.floor(trace.intercept() + trace.slope() * (x - ink.width / 2.0));
  }

  /**
   * Whether it is a row of characters: ink with gaps, or much ink close above or below. The height
   * of ink through the middle is that of the ruling in most columns, whatever touches it.
   */
  private boolean amidText(BinaryImage ink, Trace trace, boolean horizontal) {
    double covered = covered(ink, trace);
    if (covered < MIN_COVERED_SHARE) {
      return true;
    }
    int length = trace.length();
    boolean isLong = length >= dpi * (horizontal ? VERY_LONG_INCHES : RulingFrame.LONG_INCHES);
    if (isLong && covered >= SURELY_COVERED_SHARE) {
      // Print may touch a ruling between two paragraphs all along, but it does not run down a page.
      return false;
    }
    int[] heights = heights(ink, trace);
    if (horizontal && hasRunTogether(heights, trace)) {
      return true;
    }
    Arrays.sort(heights);
    int usual = heights[length / 2];
    int above = 0;
    int below = 0;
    for (int x = trace.start(); x < trace.end(); x++) {
      int y = middle(ink, trace, x);
      above += anyInk(ink, x, y - usual / 2 - 2, -1) ? 1 : 0;
      below += anyInk(ink, x, y + (usual + 1) / 2 + 2, 1) ? 1 : 0;
    }
    return Math.max(above, below) > MAX_INK_BESIDE_SHARE * length;
  }

  /** Whether it is a row of small print: higher than the line in many places. */
  private static boolean hasRunTogether(int[] heights, Trace trace) {
    long higher =
        Arrays.stream(heights)
            .filter(height -> height > trace.thickness() + TOUCHED_PIXELS)
            .count();
    return higher > MAX_TOUCHED_SHARE * heights.length;
  }

  /** How high the ink through the middle of a line is, place by place. */
  private static int[] heights(BinaryImage ink, Trace trace) {
    int[] heights = new int[trace.length()];
    for (int i = 0; i < heights.length; i++) {
      int x = trace.start() + i;
      int y = middle(ink, trace, x);
      y += isInk(ink, x, y) ? 0 : isInk(ink, x, y - 1) ? -1 : isInk(ink, x, y + 1) ? 1 : 0;
      int top = y;
      int bottom = y;
      while (isInk(ink, x, top - 1) && y - top < MAX_FOLLOWED_PIXELS) {
        top--;
      }
      while (isInk(ink, x, bottom + 1) && bottom - y < MAX_FOLLOWED_PIXELS) {
        bottom++;
      }
      heights[i] = bottom + 1 - top;
    }
    return heights;
  }

  /** Whether there is ink about a point beside a place, going away from the line. */
  private boolean anyInk(BinaryImage ink, int x, int y, int step) {
    int beside = Math.max(2, (int) Math.round(dpi / Resolution.POINTS_PER_INCH));
    for (int k = 0; k < beside; k++) {
      if (isInk(ink, x, y + k * step)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInk(BinaryImage ink, int x, int y) {
    return y >= 0 && y < ink.height && ink.ink[y * ink.width + x];
  }

  /** The rulings with pieces of one line joined. */
  private List<Ruling> joined(List<Ruling> pieces) {
    double aside = dpi / Resolution.POINTS_PER_INCH;
    double gap = dpi * 0.05;
    List<Ruling> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(Ruling::start));
    List<Ruling> lines = new ArrayList<>();
    for (Ruling piece : sorted) {
      int partner = -1;
      for (int i = 0; i < lines.size(); i++) {
        Ruling line = lines.get(i);
        if (Math.abs(line.position() - piece.position()) <= aside
            && piece.start() - line.end() <= gap) {
          partner = i;
          break;
        }
      }
      if (partner < 0) {
        lines.add(piece);
        continue;
      }
      Ruling line = lines.get(partner);
      double share = piece.length() / (piece.length() + line.length());
      lines.set(
          partner,
          new Ruling(
              line.horizontal(),
              line.position() + share * (piece.position() - line.position()),
              Math.min(line.start(), piece.start()),
              Math.max(line.end(), piece.end()),
              line.thickness() + share * (piece.thickness() - line.thickness())));
    }
    return lines;
  }
}
