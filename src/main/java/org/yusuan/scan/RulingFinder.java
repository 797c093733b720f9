package org.yusuan.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yusuan.page.Ruling;
import org.yusuan.scan.Tracer.Trace;

/**
 * Finds the rulings of a straightened page. All lengths here are pixels: the rulings that it
 * returns are in pixels too, from the top left.
 */
final class RulingFinder {
  /** Shortest piece of a line, in inches: 4.3 points, less than the height of any row. */
  private static final double MIN_PIECE = 0.06;

  /** A line this long, in inches, needs no other line to lean on. No stroke of a character is. */
  private static final double SURE = 0.9;

  /** Thicker than this, in inches, it is a border of the picture or a filled area. */
  private static final double MAX_THICKNESS = 0.05;

  /** Share of a line's length that may have ink close to one side of it. */
  private static final double MAX_BESIDE = 0.45;

  /** Share of a line's length that must have ink within a pixel of its middle. */
  private static final double MIN_COVERED = 0.9;

  /** Gap in inches between the end of a long line and the line that it leans on. */
  private static final double LONG_REACH = 0.03;

  /**
   * The same for a short line. Strokes of characters come as close as 0.025 in rows of 14 points
   * with print of 10.5; rulings, even faint ones, leave no gap.
   */
  private static final double SHORT_REACH = 0.012;

  /** A line may seem to run this far, in inches, over a long one: print that touches it. */
  private static final double OVERSHOOT = 0.08;

  /**
   * Ink through the middle of a ruling is as high as the ruling is thick on the whole, and higher
   * by this many pixels only where print touches it. In a row of small print that has run together
   * it is higher in many places.
   */
  private static final double HIGHER = 1.5;

  /** Share of places with higher ink: at most 0.11 for rulings, 0.38 and more for print. */
  private static final double MAX_HIGHER = 0.25;

  /** No row of print runs together over this length, in inches. */
  private static final double VERY_LONG = 3;

  private final double dpi;

  RulingFinder(double dpi) {
    this.dpi = dpi;
  }

  List<Ruling> find(Mask mask) {
    List<Ruling> across = lines(mask, true);
    List<Ruling> down = lines(mask.transposed(), false);
    boolean changed = true;
    while (changed) {
      int before = across.size() + down.size();
      across = supported(across, down);
      down = supported(down, across);
      changed = across.size() + down.size() < before;
    }
    List<Ruling> all = new ArrayList<>(across);
    all.addAll(down);
    return all;
  }

  private List<Ruling> lines(Mask mask, boolean horizontal) {
    int minRun = (int) Math.round(dpi * MIN_PIECE * (horizontal ? 3 : 1.2));
    List<Ruling> pieces = new ArrayList<>();
    for (Trace trace : Tracer.trace(mask, minRun, 2)) {
      boolean atEdge = trace.top() <= 2 || trace.bottom() >= mask.height - 2;
      if (trace.thickness() > dpi * MAX_THICKNESS
          || trace.spread() > dpi * 0.025
          || trace.inked() < trace.length() * 0.6
          || trace.length() < 5 * trace.thickness()
          || atEdge && trace.length() > 0.5 * mask.width) {
        continue;
      }
      if (amidText(mask, trace, horizontal)) {
        continue;
      }
      double middle = (trace.start() + trace.end()) / 2.0 - mask.width / 2.0;
      double position = trace.intercept() + trace.slope() * middle;
      pieces.add(
          new Ruling(
              horizontal, position, trace.start(), trace.end(), Math.max(1, trace.thickness())));
    }
    return joined(pieces);
  }

  /**
   * Whether it is a row of characters: ink with gaps, or much ink close above or below. The height
   * of ink through the middle is that of the ruling in most columns, whatever touches it.
   */
  private boolean amidText(Mask mask, Trace trace, boolean horizontal) {
    int length = trace.length();
    int[] heights = new int[length];
    int covered = 0;
    for (int i = 0; i < length; i++) {
      int x = trace.start() + i;
      int center = (int) Math.floor(trace.intercept() + trace.slope() * (x - mask.width / 2.0));
      int y = center;
      for (int step : new int[] {0, -1, 1}) {
        if (ink(mask, x, center + step)) {
          y = center + step;
          covered++;
          break;
        }
      }
      int top = y;
      int bottom = y;
      while (ink(mask, x, top - 1) && y - top < 20) {
        top--;
      }
      while (ink(mask, x, bottom + 1) && bottom - y < 20) {
        bottom++;
      }
      heights[i] = bottom + 1 - top;
    }
    if (covered < MIN_COVERED * length) {
      return true;
    }
    if (!horizontal && length >= dpi * SURE) {
      // Print may touch a ruling between two paragraphs all along, but it does not run down a page.
      return false;
    }
    int[] sorted = heights.clone();
    Arrays.sort(sorted);
    int usual = sorted[length / 2];
    if (horizontal && length >= dpi * VERY_LONG) {
      return false;
    }
    long higher =
        Arrays.stream(heights).filter(height -> height > trace.thickness() + HIGHER).count();
    if (horizontal && higher > MAX_HIGHER * length) {
      return true;
    }
    int beside = Math.max(2, (int) Math.round(dpi / 72));
    int above = 0;
    int below = 0;
    for (int i = 0; i < length; i++) {
      int x = trace.start() + i;
      int center = (int) Math.floor(trace.intercept() + trace.slope() * (x - mask.width / 2.0));
      for (int k = 0; k < beside; k++) {
        if (ink(mask, x, center - usual / 2 - 2 - k)) {
          above++;
          break;
        }
      }
      for (int k = 0; k < beside; k++) {
        if (ink(mask, x, center + (usual + 1) / 2 + 2 + k)) {
          below++;
          break;
        }
      }
    }
    return Math.max(above, below) > MAX_BESIDE * length;
  }

  private static boolean ink(Mask mask, int x, int y) {
    return y >= 0 && y < mask.height && mask.ink[y * mask.width + x];
  }

  /** Pieces of one line become one. */
  private List<Ruling> joined(List<Ruling> pieces) {
    double aside = dpi / 72;
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

  /**
   * Keeps long lines, and short ones that reach from one line of the other direction to another.
   */
  private List<Ruling> supported(List<Ruling> lines, List<Ruling> others) {
    List<Ruling> kept = new ArrayList<>();
    for (Ruling line : lines) {
      double reach = dpi * (line.length() >= dpi * SURE ? LONG_REACH : SHORT_REACH);
      boolean start = false;
      boolean end = false;
      int touched = 0;
      for (Ruling other : others) {
        if (line.position() < other.start() - reach || line.position() > other.end() + reach) {
          continue;
        }
        double near = reach + other.thickness() / 2;
        double before = other.position() - line.start();
        double after = line.end() - other.position();
        double over = other.length() >= dpi * SURE ? Math.max(near, dpi * OVERSHOOT) : near;
        boolean atStart = before >= -near && before <= over;
        boolean atEnd = after >= -near && after <= over;
        start |= atStart;
        end |= atEnd;
        if (other.position() > line.start() - reach && other.position() < line.end() + reach) {
          touched++;
        }
      }
      if (start && end || line.length() >= dpi * SURE && (line.horizontal() || touched > 0)) {
        kept.add(line);
      }
    }
    return kept;
  }
}
