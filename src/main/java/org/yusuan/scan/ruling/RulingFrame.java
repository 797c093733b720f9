package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.Ruling;

/**
 * Which lines are rulings because of how they hold together: a ruling is long, or it reaches from
 * one ruling to another. Strokes of characters do neither. Lengths are pixels; constants are
 * guesses unless they say what was measured.
 *
 * @param dpi resolution of the page
 */
record RulingFrame(double dpi) {
  /** A line this long, in inches, needs no other line to lean on. No stroke of a character is. */
  static final double LONG_INCHES = 0.9;

  /** Gap in inches between the end of a long line and the line that it leans on. */
  static final double LONG_REACH_INCHES = 0.03;

  /**
   * The same for a short line. Strokes of characters come as close as 0.025 in rows of 14 points
   * with print of 10.5; rulings, even faint ones, leave no gap.
   */
  private static final double SHORT_REACH_INCHES = 0.008;

  /** Share of a short line that lies between the first and the last line that it touches. */
  private static final double MIN_BETWEEN_SHARE = 0.5;

  /** What runs this far over the last ruling, in inches, is no side of a row. */
  private static final double SHORT_STROKE_INCHES = 0.12;

  /** No stroke that runs into a ruling is longer, in inches. */
  private static final double LONG_STROKE_INCHES = 0.25;

  /** The lines that are rulings, each cut off where it stops being one. */
  List<Ruling> held(List<Ruling> lines) {
    List<Ruling> grounded = grounded(lines);
    List<Ruling> across = grounded.stream().filter(Ruling::horizontal).toList();
    List<Ruling> down = grounded.stream().filter(line -> !line.horizontal()).toList();
    boolean changed = true;
    while (changed) {
      int before = across.size() + down.size();
      across = supported(across, down);
      down = supported(down, across);
      changed = across.size() + down.size() < before;
    }
    List<Ruling> held = new ArrayList<>(across);
    held.addAll(down);
    return held;
  }

  /**
   * The long lines, the short ones that lean on two of them, the short ones that lean on these, and
   * so on: strokes of a character that lean on each other are none.
   */
  private List<Ruling> grounded(List<Ruling> lines) {
    List<Ruling> grounded = new ArrayList<>();
    List<Ruling> open = new ArrayList<>(lines);
    List<Ruling> next = open.stream().filter(line -> line.length() >= dpi * LONG_INCHES).toList();
    while (!next.isEmpty()) {
      grounded.addAll(next);
      open.removeAll(next);
      next =
          open.stream()
              .filter(line -> touched(line, grounded, SHORT_REACH_INCHES).length >= 2)
              .toList();
    }
    return grounded;
  }

  /**
   * Where a line meets lines of the other direction, in order.
   *
   * @param reach gap in inches between them that is overlooked
   */
  private double[] touched(Ruling line, List<Ruling> others, double reach) {
    double gap = dpi * reach;
    return others.stream()
        .filter(other -> other.horizontal() != line.horizontal())
        .filter(
            other -> line.position() >= other.start() - gap && line.position() <= other.end() + gap)
        .filter(
            other -> {
              double near = gap + other.thickness() / 2;
              return other.position() >= line.start() - near
                  && other.position() <= line.end() + near;
            })
        .mapToDouble(Ruling::position)
        .sorted()
        .toArray();
  }

  /**
   * Keeps long lines, and short ones from one line of the other direction to another; what runs on
   * beyond these is print that touches them.
   */
  private List<Ruling> supported(List<Ruling> lines, List<Ruling> others) {
    List<Ruling> kept = new ArrayList<>();
    for (Ruling line : lines) {
      boolean isLong = line.length() >= dpi * LONG_INCHES;
      double reach = isLong ? LONG_REACH_INCHES : SHORT_REACH_INCHES;
      double[] touched = touched(line, others, reach);
      if (isLong && touched.length == 0 && line.horizontal()) {
        kept.add(line);
      } else if (isLong && touched.length > 0) {
        boolean before = isStroke(touched[0] - line.start(), line, others, true);
        boolean after = isStroke(line.end() - touched[touched.length - 1], line, others, false);
        kept.add(
            between(
                line,
                before ? touched[0] : line.start(),
                after ? touched[touched.length - 1] : line.end()));
      } else if (touched.length >= 2
          && touched[touched.length - 1] - touched[0] >= MIN_BETWEEN_SHARE * line.length()) {
        kept.add(
            between(
                line,
                Math.max(line.start(), touched[0] - dpi * reach),
                Math.min(line.end(), touched[touched.length - 1] + dpi * reach)));
      }
    }
    return kept;
  }

  private static Ruling between(Ruling line, double start, double end) {
    return new Ruling(line.horizontal(), line.position(), start, end, line.thickness());
  }

  /**
   * Whether what a line has beyond the last other that it crosses is print: it is lower than any
   * row, or it is low and stops short of the next line.
   */
  private boolean isStroke(double length, Ruling line, List<Ruling> others, boolean before) {
    if (length <= dpi * LONG_REACH_INCHES || length > dpi * LONG_STROKE_INCHES) {
      return false;
    }
    return length <= dpi * SHORT_STROKE_INCHES
        || others.stream()
            .filter(other -> other.start() <= line.position() && other.end() >= line.position())
            .mapToDouble(
                other -> before ? line.start() - other.position() : other.position() - line.end())
            .anyMatch(gap -> gap > 0 && gap < dpi * LONG_STROKE_INCHES);
  }
}
