package org.yusuan.source.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What a drawn path holds of upright lines and upright rectangles, in points of the displayed page.
 *
 * @param path the path in user space
 * @param toDisplay maps it to the displayed page
 */
record PathLines(GeneralPath path, AffineTransform toDisplay) {

  /**
   * A straight piece along an axis.
   *
   * @param horizontal whether it runs along x
   * @param position its y if horizontal, else its x
   * @param start where it begins along its axis
   * @param end where it ends along its axis
   */
  record Segment(boolean horizontal, double position, double start, double end) {}

  /** The upright straight pieces of the path; curves and slanted pieces are left out. */
  List<Segment> segments(double maxLean) {
    List<Segment> segments = new ArrayList<>();
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    double startX = 0;
    double startY = 0;
    for (PathIterator it = path.getPathIterator(toDisplay); !it.isDone(); it.next()) {
      switch (it.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          x = startX = at[0];
          y = startY = at[1];
        }
        case PathIterator.SEG_LINETO -> {
          addSegment(segments, x, y, at[0], at[1], maxLean);
          x = at[0];
          y = at[1];
        }
        case PathIterator.SEG_CLOSE -> {
          addSegment(segments, x, y, startX, startY, maxLean);
          x = startX;
          y = startY;
        }
        case PathIterator.SEG_CUBICTO -> {
          x = at[4];
          y = at[5];
        }
        default -> {
          x = at[2];
          y = at[3];
        }
      }
    }
    return segments;
  }

  private static void addSegment(
      List<Segment> segments, double x0, double y0, double x1, double y1, double maxLean) {
    double dx = Math.abs(x1 - x0);
    double dy = Math.abs(y1 - y0);
    if (dx == 0 && dy == 0) {
      return;
    }
    if (dy <= maxLean && dx >= dy) {
      segments.add(new Segment(true, (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1)));
    } else if (dx <= maxLean) {
      segments.add(new Segment(false, (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1)));
    }
  }

  /** Whether any part of the path is a curve. */
  boolean isCurved() {
    double[] at = new double[6];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      int kind = it.currentSegment(at);
      if (kind == PathIterator.SEG_CUBICTO || kind == PathIterator.SEG_QUADTO) {
        return true;
      }
    }
    return false;
  }

  /** The bounds of each closed part of the path that has no curve: a rectangle is one part. */
  List<Rectangle2D> shapes() {
    List<Rectangle2D> shapes = new ArrayList<>();
    double[] at = new double[6];
    Rectangle2D.Double current = null;
    boolean curved = false;
    for (PathIterator it = path.getPathIterator(toDisplay); !it.isDone(); it.next()) {
      int kind = it.currentSegment(at);
      if (kind == PathIterator.SEG_MOVETO) {
        if (current != null && !curved) {
          shapes.add(current);
        }
        current = new Rectangle2D.Double(at[0], at[1], 0, 0);
        curved = false;
      } else if (kind == PathIterator.SEG_LINETO && current != null) {
        current.add(at[0], at[1]);
      } else if (kind != PathIterator.SEG_CLOSE) {
        curved = true;
      }
    }
    if (current != null && !curved) {
      shapes.add(current);
    }
    shapes.removeIf(shape -> shape.getWidth() == 0 && shape.getHeight() == 0);
    return shapes;
  }
}
