package org.yusuan.grid.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.page.Ruling;

/**
 * Joins the many pieces in which programs draw a ruling (one a cell, doubled by a rectangle, broken
 * at crossings) into whole lines.
 */
public final class RulingJoiner {

  /**
   * Pieces whose positions differ by no more than this, in points, are one line: double borders are
   * drawn up to 2 pt apart, and the lowest row seen is 5 pt.
   */
  public static final double MAX_POSITION_DIFFERENCE = 2.0;

  /**
   * Pieces of one line may leave a gap of this many points: corner dots and line ends do. A guess.
   */
  private static final double MAX_GAP = 3.0;

  /**
   * A dash and the gap after it take no more than this, in points. Strokes of characters that stand
   * one below another follow at the height of a row, which is more. A guess.
   */
  private static final double MAX_PACE = 8.0;

  /** Dashes and gaps of one line differ by no more than this, in points. A guess. */
  private static final double MAX_DASH_DIFFERENCE = 0.5;

  /** A dashed line has at least this many pieces. A guess. */
  private static final int MIN_DASHES = 6;

  /** Weight, in points of length, of a piece without length. */
  private static final double MIN_WEIGHT = 0.01;

  private RulingJoiner() {}

  /** The whole lines that the pieces of one direction make up. */
  public static List<Ruling> join(List<Ruling> pieces) {
    List<Ruling> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(Ruling::position));
    List<Ruling> lines = new ArrayList<>();
    List<Ruling> cluster = new ArrayList<>();
    for (Ruling piece : sorted) {
      if (!cluster.isEmpty()
          && piece.position() - cluster.get(0).position() > MAX_POSITION_DIFFERENCE) {
        joinCluster(cluster, lines);
        cluster.clear();
      }
      cluster.add(piece);
    }
    joinCluster(cluster, lines);
    return lines;
  }

  private static void joinCluster(List<Ruling> cluster, List<Ruling> lines) {
    if (cluster.isEmpty()) {
      return;
    }
    List<Ruling> byStart = new ArrayList<>(cluster);
    byStart.sort(Comparator.comparingDouble(Ruling::start));
    double end = Double.NEGATIVE_INFINITY;
    int dashedTo = 0;
    List<Ruling> run = new ArrayList<>();
    for (int i = 0; i < byStart.size(); i++) {
      Ruling piece = byStart.get(i);
      dashedTo = Math.max(dashedTo, dashesEnd(byStart, i));
      boolean begins = i == 0 || i >= dashedTo || !isDash(byStart.get(i - 1), piece);
      if (!run.isEmpty() && piece.start() - end > MAX_GAP && begins) {
        lines.add(joinRun(run));
        run.clear();
        end = Double.NEGATIVE_INFINITY;
      }
      run.add(piece);
      end = Math.max(end, piece.end());
    }
    lines.add(joinRun(run));
  }

  /** Index after the last of the dashes that keep their pace from the given one on. */
  private static int dashesEnd(List<Ruling> byStart, int from) {
    int to = from + 1;
    while (to < byStart.size()
        && isDash(byStart.get(to - 1), byStart.get(to))
        && Math.abs(pace(byStart, to) - pace(byStart, from + 1)) <= MAX_DASH_DIFFERENCE) {
      to++;
    }
    return to - from >= MIN_DASHES ? to : from;
  }

  private static double pace(List<Ruling> byStart, int i) {
    return byStart.get(i).start() - byStart.get(i - 1).start();
  }

  private static boolean isDash(Ruling dash, Ruling next) {
    return next.start() - dash.start() <= MAX_PACE
        && Math.abs(dash.length() - next.length()) <= MAX_DASH_DIFFERENCE;
  }

  /** One line for pieces that touch; its position is the mean, weighted by length. */
  private static Ruling joinRun(List<Ruling> run) {
    double weight = 0;
    double position = 0;
    double start = Double.POSITIVE_INFINITY;
    double end = Double.NEGATIVE_INFINITY;
    double thickness = 0;
    for (Ruling piece : run) {
      double length = Math.max(piece.length(), MIN_WEIGHT);
      weight += length;
      position += length * piece.position();
      start = Math.min(start, piece.start());
      end = Math.max(end, piece.end());
      thickness = Math.max(thickness, piece.thickness());
    }
    return new Ruling(run.get(0).horizontal(), position / weight, start, end, thickness);
  }
}
