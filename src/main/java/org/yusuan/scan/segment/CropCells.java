package org.yusuan.scan.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.ConnectedComponent;

/**
 * The cells that rulings enclose, only as places to crop from: one rectangle per cell, in pixels.
 * Tables as such are found later, from the page's rulings.
 */
public final class CropCells {
  /** A cell's inside, in pixels. */
  public record CropCell(double left, double top, double right, double bottom) {
    /** Whether the middle of a piece of ink lies in it. */
    boolean holds(ConnectedComponent component) {
      return component.centerX() >= left
          && component.centerX() < right
          && component.centerY() >= top
          && component.centerY() < bottom;
    }
  }

  /** Share of a side that must be drawn for it to part two places; a guess. */
  private static final double MIN_DRAWN_SHARE = 0.5;

  private final double tolerance;

  /**
   * @param tolerance distance in pixels within which two lines are one
   */
  public CropCells(double tolerance) {
    this.tolerance = tolerance;
  }

  public List<CropCell> cells(List<Ruling> rulings) {
    List<CropCell> cells = new ArrayList<>();
    for (List<Ruling> group : connected(rulings)) {
      List<Ruling> across = group.stream().filter(Ruling::horizontal).toList();
      List<Ruling> down = group.stream().filter(line -> !line.horizontal()).toList();
      if (across.size() >= 2 && down.size() >= 2) {
        cellsOf(across, down, cells);
      }
    }
    return cells;
  }

  private List<List<Ruling>> connected(List<Ruling> rulings) {
    List<List<Ruling>> groups = new ArrayList<>();
    List<Ruling> left = new ArrayList<>(rulings);
    while (!left.isEmpty()) {
      List<Ruling> group = new ArrayList<>();
      group.add(left.remove(left.size() - 1));
      for (int i = 0; i < group.size(); i++) {
        Ruling line = group.get(i);
        for (int k = left.size() - 1; k >= 0; k--) {
          if (touch(line, left.get(k))) {
            group.add(left.remove(k));
          }
        }
      }
      groups.add(group);
    }
    groups.sort(
        Comparator.comparingDouble(
            group ->
                group.stream()
                    .mapToDouble(line -> line.horizontal() ? line.position() : line.start())
                    .min()
                    .orElse(0)));
    return groups;
  }

  private boolean touch(Ruling a, Ruling b) {
    double slack = 2 * tolerance;
    return a.horizontal() != b.horizontal()
        && a.position() >= b.start() - slack
        && a.position() <= b.end() + slack
        && b.position() >= a.start() - slack
        && b.position() <= a.end() + slack;
  }

  private void cellsOf(List<Ruling> across, List<Ruling> down, List<CropCell> cells) {
    double[] ys = positions(across);
    double[] xs = positions(down);
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    boolean[] seen = new boolean[Math.max(0, rows * columns)];
    for (int start = 0; start < seen.length; start++) {
      if (seen[start]) {
        continue;
      }
      int top = start / columns;
      int left = start % columns;
      int bottom = top;
      int right = left;
      List<Integer> open = new ArrayList<>(List.of(start));
      seen[start] = true;
      for (int i = 0; i < open.size(); i++) {
        int row = open.get(i) / columns;
        int column = open.get(i) % columns;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
        step(
            row, column + 1, columns, rows, seen, open, down, xs[column + 1], ys[row], ys[row + 1]);
        if (column > 0) {
          step(row, column - 1, columns, rows, seen, open, down, xs[column], ys[row], ys[row + 1]);
        }
        step(
            row + 1,
            column,
            columns,
            rows,
            seen,
            open,
            across,
            ys[row + 1],
            xs[column],
            xs[column + 1]);
        if (row > 0) {
          step(
              row - 1,
              column,
              columns,
              rows,
              seen,
              open,
              across,
              ys[row],
              xs[column],
              xs[column + 1]);
        }
      }
      cells.add(new CropCell(xs[left], ys[top], xs[right + 1], ys[bottom + 1]));
    }
  }

  private void step(
      int row,
      int column,
      int columns,
      int rows,
      boolean[] seen,
      List<Integer> open,
      List<Ruling> walls,
      double at,
      double from,
      double to) {
    if (row >= rows || column >= columns || seen[row * columns + column]) {
      return;
    }
    double drawn = 0;
    for (Ruling wall : walls) {
      if (Math.abs(wall.position() - at) <= tolerance) {
        drawn += Math.max(0, Math.min(to, wall.end()) - Math.max(from, wall.start()));
      }
    }
    if (drawn < MIN_DRAWN_SHARE * (to - from)) {
      seen[row * columns + column] = true;
      open.add(row * columns + column);
    }
  }

  private double[] positions(List<Ruling> lines) {
    double[] sorted = lines.stream().mapToDouble(Ruling::position).sorted().toArray();
    double[] merged = new double[sorted.length];
    int count = 0;
    int i = 0;
    while (i < sorted.length) {
      double sum = 0;
      int k = i;
      while (k < sorted.length && sorted[k] - sorted[i] <= tolerance) {
        sum += sorted[k++];
      }
      merged[count++] = sum / (k - i);
      i = k;
    }
    return java.util.Arrays.copyOf(merged, count);
  }
}
