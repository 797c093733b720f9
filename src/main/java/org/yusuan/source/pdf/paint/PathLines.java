package org.yusuan.source.pdf.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upright lines and upright rectangles of a drawn path, in points of the displayed page.
 *
 * @param path the path in user space
 * @param toDisplay maps it to the displayed page
 */
public record PathLines(GeneralPath path, AffineTransform toDisplay) {

  /**
   * A straight piece along an axis.
   *
   * @param horizontal whether it runs along x
   * @param position its y if horizontal, else its x
   * @param start where it begins along its axis
   * @param end where it ends along its axis
   */
  public record Segment(boolean horizontal, double position, double start, double end) {

    /** The area that a stroke of this thickness paints. */
    Rectangle2D painted(double thickness) {
      double across = position - thickness / 2;
      return horizontal
          ? new Rectangle2D.Double(start, across, end - start, thickness)
          : new Rectangle2D.Double(across, start, thickness, end - start);
    }
  }

  /** The upright straight pieces of the path; curves and slanted pieces are left out. */
  public List<Segment> segments(double maxLean) {
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
  public boolean isCurved() {
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
  public List<Rectangle2D> shapes() {
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

  /**
   * An edge may stray from its axis by this much, in points, and still be a rectangle's. A guess.
   */
  private static final double MAX_STRAY = 0.1;

  /**
   * The rectangles of paths with more of them than this are not compared: they are drawings. A
   * guess.
   */
  private static final int MAX_RECTANGLES_COMPARED = 64;

  /**
   * The upright rectangles that the path is made of, if it is made of nothing else and none lies on
   * another: then all of each is filled.
   *
   * @return null if the path is anything else
   */
  public @Nullable List<Rectangle2D> rectangles() {
    List<Rectangle2D> rectangles = new ArrayList<>();
    double[] at = new double[6];
    List<Point2D> corners = new ArrayList<>();
    for (PathIterator it = path.getPathIterator(toDisplay); !it.isDone(); it.next()) {
      switch (it.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          if (corners.size() > 1 && !addRectangle(rectangles, corners)) {
            return null;
          }
          corners.clear();
          corners.add(new Point2D.Double(at[0], at[1]));
        }
        case PathIterator.SEG_LINETO -> corners.add(new Point2D.Double(at[0], at[1]));
        case PathIterator.SEG_CLOSE -> {
          // Its first corner is its last one.
        }
        default -> {
          return null;
        }
      }
    }
    boolean all = corners.size() <= 1 || addRectangle(rectangles, corners);
    return all && areApart(rectangles) ? rectangles : null;
  }

  private static boolean addRectangle(List<Rectangle2D> rectangles, List<Point2D> corners) {
    int count = corners.size();
    if (count == 5 && corners.get(0).distance(corners.get(4)) <= MAX_STRAY) {
      count = 4;
    }
    if (count != 4) {
      return false;
    }
    Rectangle2D.Double bounds =
        new Rectangle2D.Double(corners.get(0).getX(), corners.get(0).getY(), 0, 0);
    for (int i = 0; i < 4; i++) {
      Point2D from = corners.get(i);
      Point2D to = corners.get((i + 1) % 4);
      double dx = Math.abs(from.getX() - to.getX());
      double dy = Math.abs(from.getY() - to.getY());
      if (Math.min(dx, dy) > MAX_STRAY) {
        return false;
      }
      bounds.add(from);
    }
    rectangles.add(bounds);
    return true;
  }

  private static boolean areApart(List<Rectangle2D> rectangles) {
    if (rectangles.size() > MAX_RECTANGLES_COMPARED) {
      return false;
    }
    for (int i = 0; i < rectangles.size(); i++) {
      for (int j = 0; j < i; j++) {
        Rectangle2D shared = rectangles.get(i).createIntersection(rectangles.get(j));
        if (shared.getWidth() > MAX_STRAY && shared.getHeight() > MAX_STRAY) {
          return false;
        }
      }
    }
    return true;
  }
}
