package org.yusuan.source.pdf.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.Ruling;

/** Gathers the lines of a page. */
public final class RulingCollector {

  /**
   * A filled shape is a line if it is no thicker than this, in points. Producers draw rules of 0.5
   * to 1.5 pt; the lowest filled table row seen is 5 pt.
   */
  private static final double MAX_RULE_THICKNESS = 3.0;

  private final Clip clip;
  private final List<Ruling> rulings = new ArrayList<>();

  /**
   * Lines on a page.
   *
   * @param clip what is painted on at any time
   */
  public RulingCollector(Clip clip) {
    this.clip = clip;
  }

  /** All lines so far. */
  public List<Ruling> all() {
    return rulings;
  }

  /** Number of lines so far. */
  int size() {
    return rulings.size();
  }

  /** Adds a filled shape if it is thin; says whether it is. */
  public boolean addThin(Rectangle2D shape) {
    double w = shape.getWidth();
    double h = shape.getHeight();
    if (Math.min(w, h) > MAX_RULE_THICKNESS) {
      return false;
    }
    boolean horizontal = w >= h;
    add(
        horizontal
            ? new PathLines.Segment(true, shape.getCenterY(), shape.getMinX(), shape.getMaxX())
            : new PathLines.Segment(false, shape.getCenterX(), shape.getMinY(), shape.getMaxY()),
        Math.min(w, h));
    return true;
  }

  /** Adds a line, as far as it is shown. */
  public void add(PathLines.Segment line, double thickness) {
    Rectangle2D seen = clip.withSlack();
    double across0 = line.horizontal() ? seen.getMinY() : seen.getMinX();
    double across1 = line.horizontal() ? seen.getMaxY() : seen.getMaxX();
    double start = Math.max(line.start(), line.horizontal() ? seen.getMinX() : seen.getMinY());
    double end = Math.min(line.end(), line.horizontal() ? seen.getMaxX() : seen.getMaxY());
    if (line.position() >= across0 && line.position() <= across1 && end >= start) {
      rulings.add(new Ruling(line.horizontal(), line.position(), start, end, thickness));
    }
  }
}
