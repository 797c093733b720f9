package org.yusuan.source.pdf.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yusuan.page.Ruling;

/** Finds lines that are drawn as many single dots, of which one alone has no direction. */
final class DottedLines {

  /** A dot is no wider and no higher than this, in points. Guess: rules have up to 1.5. */
  private static final double MAX_DOT_SIZE = 1.5;

  /** From one dot to the next it is at most this far, in points. A guess. */
  private static final double MAX_PACE = 5;

  /** Paces of one line differ by no more than this, in points. A guess. */
  private static final double MAX_PACE_DIFFERENCE = 0.3;

  /** Dots of one line stray from it by no more than this, in points. A guess. */
  private static final double MAX_STRAY = 0.3;

  /** Fewer dots make no line; an ellipsis has up to six, but no shapes drawn for them. Guess. */
  private static final int MIN_DOTS = 8;

  /**
   * @param ruling what the dot counts as if it is part of no line
   */
  private record Dot(Ruling ruling, double x, double y, double size) {}

  private final List<Dot> dots = new ArrayList<>();

  /** Whether a shape is about as high as it is wide, and small. */
  boolean isDot(Rectangle2D shape) {
    double w = shape.getWidth();
    double h = shape.getHeight();
    return Math.max(w, h) <= MAX_DOT_SIZE && Math.min(w, h) > 0.5 * Math.max(w, h);
  }

  void add(Ruling ruling, Rectangle2D shape) {
    dots.add(
        new Dot(
            ruling,
            shape.getCenterX(),
            shape.getCenterY(),
            Math.max(shape.getWidth(), shape.getHeight())));
  }

  /**
   * The lines of a page with the dots among them joined to lines.
   *
   * @param onLine is run for each line that is made of dots, and each dot that is left
   */
  List<Ruling> joined(List<Ruling> rulings, Runnable onLine) {
    if (dots.size() < MIN_DOTS) {
      dots.forEach(dot -> onLine.run());
      return rulings;
    }
    Set<Dot> across = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Dot> down = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Ruling> lines = new ArrayList<>(runs(true, across));
    lines.addAll(runs(false, down));
    long both = across.stream().filter(down::contains).count();
    across.addAll(down);
    Set<Ruling> used = Collections.newSetFromMap(new IdentityHashMap<>());
    // Few dots are part of lines in both directions, as where lines cross; if most are, the dots
    // fill an area.
    if (2 * both <= across.size()) {
      across.forEach(dot -> used.add(dot.ruling));
    } else {
      lines.clear();
    }
    for (int i = dots.size() - used.size() + lines.size(); i > 0; i--) {
      onLine.run();
    }
    if (lines.isEmpty()) {
      return rulings;
    }
    List<Ruling> all = new ArrayList<>(rulings.size());
    rulings.stream().filter(ruling -> !used.contains(ruling)).forEach(all::add);
    all.addAll(lines);
    return all;
  }

  /** The lines of one direction; their dots are added to those that are used. */
  private List<Ruling> runs(boolean horizontal, Set<Dot> used) {
    List<Dot> sorted = new ArrayList<>(dots);
    sorted.sort(Comparator.comparingDouble(dot -> horizontal ? dot.y : dot.x));
    List<Ruling> lines = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size()
          || across(sorted.get(i), horizontal) - across(sorted.get(from), horizontal) > MAX_STRAY) {
        addRuns(new ArrayList<>(sorted.subList(from, i)), horizontal, used, lines);
        from = i;
      }
    }
    return lines;
  }

  private static double across(Dot dot, boolean horizontal) {
    return horizontal ? dot.y : dot.x;
  }

  private static double along(Dot dot, boolean horizontal) {
    return horizontal ? dot.x : dot.y;
  }

  private static void addRuns(
      List<Dot> level, boolean horizontal, Set<Dot> used, List<Ruling> lines) {
    level.sort(Comparator.comparingDouble(dot -> along(dot, horizontal)));
    int from = 0;
    for (int i = 1; i <= level.size(); i++) {
      if (i < level.size() && goesOn(level, from, i, horizontal)) {
        continue;
      }
      if (i - from >= MIN_DOTS) {
        List<Dot> run = level.subList(from, i);
        Dot first = run.get(0);
        double half = first.size / 2;
        lines.add(
            new Ruling(
                horizontal,
                across(first, horizontal),
                along(first, horizontal) - half,
                along(run.get(run.size() - 1), horizontal) + half,
                first.size));
        used.addAll(run);
      }
      from = i;
    }
  }

  /** Whether a dot follows at the pace of those before it; where lines cross, two fall together. */
  private static boolean goesOn(List<Dot> level, int from, int i, boolean horizontal) {
    double pace = along(level.get(i), horizontal) - along(level.get(i - 1), horizontal);
    double first =
        i - 1 == from
            ? pace
            : along(level.get(from + 1), horizontal) - along(level.get(from), horizontal);
    return pace <= MAX_PACE
        && pace <= Math.max(first, pace(level, from, i, horizontal)) + MAX_PACE_DIFFERENCE;
  }

  private static double pace(List<Dot> level, int from, int to, boolean horizontal) {
    return to - 1 == from
        ? MAX_PACE
        : (along(level.get(to - 1), horizontal) - along(level.get(from), horizontal))
            / (to - 1 - from);
  }
}
