package org.yusuan.source.pdf.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;

/**
 * The part of the page that is painted on, as clipping paths leave it. A path that is no rectangle
 * counts as the rectangle around it.
 */
public final class Clip {

  /** What a clipping path hides by less than this, in points, is still seen. Guess. */
  private static final double SLACK_POINTS = 1.0;

  /**
   * A character is shown if this part of its width is. Programs clip a text at the edge of its
   * cell, where it loses whole characters and a part of one; guess.
   */
  private static final double MIN_SHOWN_WIDTH = 0.5;

  /**
   * A line of text may be cut by a low row and still be read; a hidden row has no height. Guess.
   */
  private static final double MIN_SHOWN_HEIGHT = 0.35;

  /**
   * A path is a rectangle if it holds its bounds but for this share at each side, which rounding
   * may take. A guess.
   */
  private static final double EDGE_SHARE = 0.01;

  /**
   * @param exact what is painted on
   * @param rectangular whether all paths that made it were upright rectangles
   */
  private record ClipState(Rectangle2D exact, boolean rectangular) {}

  private final Deque<ClipState> saved = new ArrayDeque<>();
  private final Rectangle2D page;
  private ClipState state;

  public Clip(Rectangle2D page) {
    this.page = page;
    state = new ClipState(page, true);
  }

  /** Narrows it by a path. */
  public void intersect(GeneralPath path, AffineTransform toDisplay) {
    Shape shape = path.createTransformedShape(toDisplay);
    Rectangle2D bounds = shape.getBounds2D();
    boolean rectangle =
        bounds.isEmpty()
            || shape.contains(
                bounds.getX() + EDGE_SHARE * bounds.getWidth(),
                bounds.getY() + EDGE_SHARE * bounds.getHeight(),
                (1 - 2 * EDGE_SHARE) * bounds.getWidth(),
                (1 - 2 * EDGE_SHARE) * bounds.getHeight());
    state = new ClipState(state.exact.createIntersection(bounds), state.rectangular && rectangle);
  }

  public void save() {
    saved.push(state);
  }

  public void restore() {
    if (!saved.isEmpty()) {
      state = saved.pop();
    }
  }

  /** The area with some slack: lines are often drawn on its edge. */
  public Rectangle2D withSlack() {
    Rectangle2D exact = state.exact;
    return new Rectangle2D.Double(
        exact.getX() - SLACK_POINTS,
        exact.getY() - SLACK_POINTS,
        exact.getWidth() + 2 * SLACK_POINTS,
        exact.getHeight() + 2 * SLACK_POINTS);
  }

  /** The area itself. */
  public Rectangle2D exact() {
    return state.exact;
  }

  /** Whether all of the area is painted on. */
  public boolean isRectangular() {
    return state.rectangular;
  }

  /** Whether enough of a character is shown to be read. */
  public boolean shows(Box glyph) {
    Rectangle2D seen = state.exact;
    double width = Math.min(glyph.right(), seen.getMaxX()) - Math.max(glyph.left(), seen.getMinX());
    double height =
        Math.min(glyph.bottom(), seen.getMaxY()) - Math.max(glyph.top(), seen.getMinY());
    return width > 0
        && height > 0
        && width >= MIN_SHOWN_WIDTH * glyph.width()
        && height >= MIN_SHOWN_HEIGHT * glyph.height();
  }

  /**
   * Where a character stands that the edge of its cell cuts off: the text belongs to the cell in
   * which the rest of it is shown.
   *
   * @param glyph a character that is not shown
   * @param isBehind whether it follows on what is shown of its text, or goes before it
   * @return its place at the edge; null if something else hides it
   */
  public @Nullable Box cutAtEdge(Box glyph, boolean isBehind) {
    Rectangle2D seen = state.exact;
    double height =
        Math.min(glyph.bottom(), seen.getMaxY()) - Math.max(glyph.top(), seen.getMinY());
    if (height < MIN_SHOWN_HEIGHT * glyph.height()) {
      return null;
    }
    if (isBehind
        && glyph.right() > seen.getMaxX()
        && seen.getMaxX() < page.getMaxX() - SLACK_POINTS) {
      double left = Math.min(glyph.left(), seen.getMaxX() - SLACK_POINTS / 2);
      return new Box(left, glyph.top(), seen.getMaxX(), glyph.bottom());
    }
    if (!isBehind
        && glyph.left() < seen.getMinX()
        && seen.getMinX() > page.getMinX() + SLACK_POINTS) {
      double right = Math.max(glyph.right(), seen.getMinX() + SLACK_POINTS / 2);
      return new Box(seen.getMinX(), glyph.top(), right, glyph.bottom());
    }
    return null;
  }
}
