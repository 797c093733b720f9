package org.yusuan.source.pdf.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.Ruling;

/** Gathers the lines of a page. */
final class RulingCollector {

  /**
   * A filled shape is a line if it is no thicker than this, in points. Producers draw rules of 0.5
   * to 1.5 pt; the lowest filled table row seen is 5 pt.
   */
  private static final double MAX_RULE_THICKNESS = 3.0;

  private final Clip clip;
  private final Runnable onLine;
  private final List<Ruling> rulings = new ArrayList<>();
  private final DottedLines dots = new DottedLines();

  /**
   * Begins a page without lines.
   *
   * @param clip what is painted on at any time
   * @param onLine is run for each line
   */
  RulingCollector(Clip clip, Runnable onLine) {
    this.clip = clip;
    this.onLine = onLine;
  }

  /** All lines; to be called once, at the end. */
  List<Ruling> all() {
    return dots.joined(rulings, onLine);
  }

  /** Whether a filled shape is a line. */
  static boolean isThin(Rectangle2D shape) {
    return Math.min(shape.getWidth(), shape.getHeight()) <= MAX_RULE_THICKNESS;
  }

  /** The line along the middle of a shape. */
  static PathLines.Segment line(Rectangle2D shape) {
    return shape.getWidth() >= shape.getHeight()
        ? new PathLines.Segment(true, shape.getCenterY(), shape.getMinX(), shape.getMaxX())
        : new PathLines.Segment(false, shape.getCenterX(), shape.getMinY(), shape.getMaxY());
  }

  /** Adds a shape that is thin. */
  void addThin(Rectangle2D shape) {
    int before = rulings.size();
    add(line(shape), Math.min(shape.getWidth(), shape.getHeight()));
    if (rulings.size() > before && dots.isDot(shape)) {
      dots.add(rulings.get(before), shape);
    } else {
      onLine.run();
    }
  }

  /** Adds a line, as far as it is shown. */
  void add(PathLines.Segment line, double thickness) {
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
