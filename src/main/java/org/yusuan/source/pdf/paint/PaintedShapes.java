package org.yusuan.source.pdf.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;

/**
 * The paths and pictures of a page as they are painted: lines, areas, and where pictures stand.
 *
 * <p>Lines are stroked segments, filled rectangles that are thin, and pictures that are thin. White
 * ones are lines only where they lie on something that is not white.
 */
public final class PaintedShapes {

  /** A line may lean by this much over its whole length, in points, and still be upright. Guess. */
  private static final double MAX_LEAN = 0.7;

  /** A line is looked at in this many places, to tell what lies behind it. A guess. */
  private static final int PLACES_ASKED = 8;

  /**
   * And this far beside its edge, in points: programs leave the place of a white line unpainted. A
   * guess.
   */
  private static final double BESIDE_POINTS = 0.75;

  private final DisplaySpace space;
  private final Paint paint;
  private final IntSupplier order;
  private final Runnable onLine;
  private final AffineTransform toDisplay;
  private final PaintedAreas areas;
  private final List<Box> images = new ArrayList<>();
  private final GeneralPath path = new GeneralPath();
  private final Clip clip;
  private final RulingCollector rulings;
  private boolean clipPending;

  /** Around all filled shapes with curves: characters may be drawn as such. */
  private @Nullable Box outlines;

  /**
   * An empty page.
   *
   * @param paint how things are painted at any time
   * @param order gives each thing that is painted its number
   * @param onLine is run for each line
   */
  public PaintedShapes(DisplaySpace space, Paint paint, IntSupplier order, Runnable onLine) {
    this.space = space;
    this.paint = paint;
    this.order = order;
    this.onLine = onLine;
    toDisplay = space.toDisplay();
    areas = new PaintedAreas(space.height());
    clip = new Clip(space.bounds());
    rulings = new RulingCollector(clip, onLine);
  }

  /** What is painted on at any time. */
  public Clip clip() {
    return clip;
  }

  /** What lies behind and before characters. */
  public PaintedAreas areas() {
    return areas;
  }

  /** Where pictures stand. */
  public List<Box> images() {
    return images;
  }

  /** Around all filled shapes with curves; null if there are none. */
  public @Nullable Box outlines() {
    return outlines;
  }

  /** The lines; to be called once, when all of the page was painted. */
  public List<Ruling> rulings() {
    List<Ruling> all = rulings.all();
    List<Ruling> edges = ShadedRows.edges(areas.shaded(), all);
    if (edges.isEmpty()) {
      return all;
    }
    edges.forEach(edge -> onLine.run());
    List<Ruling> both = new ArrayList<>(all);
    both.addAll(edges);
    return both;
  }

  // --- paths

  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  public void lineTo(float x, float y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x3, y3);
    } else {
      path.curveTo(x1, y1, x2, y2, x3, y3);
    }
  }

  public @Nullable Point2D currentPoint() {
    return path.getCurrentPoint();
  }

  public void closePath() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  /** Narrows the clip by the path, once the path ends. */
  public void clipByPath() {
    clipPending = true;
  }

  public void endPath() {
    if (clipPending) {
      clip.intersect(path, toDisplay);
      clipPending = false;
    }
    path.reset();
  }

  // --- painting

  /**
   * Strokes the path.
   *
   * @param lineWidth in user space, as the page has it
   */
  public void stroke(double lineWidth) {
    if (paint.isVisible(true)) {
      addStrokes(lineWidth);
    }
  }

  /** Fills the path. */
  public void fill() {
    addFills();
    if (paint.isVisible(false)) {
      addThinShapes();
    }
  }

  /** Fills the path and strokes its outline. */
  public void fillAndStroke(double lineWidth) {
    addFills();
    if (paint.isVisible(true) && !paint.isWhite(true)) {
      addStrokes(lineWidth);
    } else if (paint.isVisible(false)) {
      addThinShapes();
    }
  }

  /** Fills the clip with a shading. */
  public void shade() {
    addArea(clip.exact(), PaintColors.UNKNOWN, false);
  }

  /**
   * Paints a picture.
   *
   * @param whole whether nothing is seen through it
   * @param matrix where it stands
   */
  public void picture(boolean whole, Matrix matrix) {
    AffineTransform toPage = space.from(matrix);
    Rectangle2D bounds =
        toPage.createTransformedShape(new Rectangle2D.Float(0, 0, 1, 1)).getBounds2D();
    if (RulingCollector.isThin(bounds)) {
      rulings.addThin(bounds);
      return;
    }
    addArea(
        bounds,
        PaintColors.UNKNOWN,
        whole && paint.isOpaque(false) && DisplaySpace.isUpright(toPage));
    Rectangle2D seen = bounds.createIntersection(clip.withSlack());
    if (!seen.isEmpty()) {
      images.add(new Box(seen.getMinX(), seen.getMinY(), seen.getMaxX(), seen.getMaxY()));
    }
  }

  private void addStrokes(double lineWidth) {
    double thickness = lineWidth * space.scale();
    boolean white = paint.isWhite(true);
    for (PathLines.Segment segment : new PathLines(path, toDisplay).segments(MAX_LEAN)) {
      onLine.run();
      addArea(segment.painted(thickness), paint.strokeColour(), paint.isOpaque(true));
      if (!white || isOnColour(segment, thickness)) {
        rulings.add(segment, thickness);
      }
    }
  }

  /**
   * Adds the areas that the path fills: they may lie behind characters, or hide those painted
   * before.
   */
  private void addFills() {
    List<Rectangle2D> rectangles = new PathLines(path, toDisplay).rectangles();
    int colour = paint.fillColour();
    if (rectangles == null) {
      Rectangle2D bounds = path.createTransformedShape(toDisplay).getBounds2D();
      addArea(bounds, PaintColors.UNKNOWN, false);
      return;
    }
    boolean opaque = paint.isOpaque(false);
    for (Rectangle2D rectangle : rectangles) {
      addArea(rectangle, opaque ? colour : PaintColors.UNKNOWN, opaque);
    }
  }

  private void addArea(Rectangle2D area, int colour, boolean opaque) {
    Rectangle2D seen = area.createIntersection(clip.exact());
    if (!seen.isEmpty()) {
      areas.add(
          new Box(seen.getMinX(), seen.getMinY(), seen.getMaxX(), seen.getMaxY()),
          clip.isRectangular() ? colour : PaintColors.UNKNOWN,
          opaque && clip.isRectangular(),
          order.getAsInt());
    }
  }

  private void addThinShapes() {
    boolean white = paint.isWhite(false);
    PathLines lines = new PathLines(path, toDisplay);
    for (Rectangle2D shape : lines.shapes()) {
      if (RulingCollector.isThin(shape)
          && (!white
              || isOnColour(
                  RulingCollector.line(shape), Math.min(shape.getWidth(), shape.getHeight())))) {
        rulings.addThin(shape);
      }
    }
    if (!white && lines.isCurved()) {
      Rectangle2D bounds = path.createTransformedShape(toDisplay).getBounds2D();
      Box box = new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
      outlines = outlines == null ? box : outlines.union(box);
    }
  }

  /** Whether something that is not white lies behind most of a line or beside it. */
  private boolean isOnColour(PathLines.Segment line, double thickness) {
    double beside = thickness / 2 + BESIDE_POINTS;
    int coloured = 0;
    for (int i = 0; i < PLACES_ASKED; i++) {
      double at = line.start() + (i + 0.5) * (line.end() - line.start()) / PLACES_ASKED;
      coloured +=
          isColoured(line, at, 0) || isColoured(line, at, beside) || isColoured(line, at, -beside)
              ? 1
              : 0;
    }
    return 2 * coloured >= PLACES_ASKED;
  }

  private boolean isColoured(PathLines.Segment line, double at, double across) {
    int colour =
        line.horizontal()
            ? areas.last(at, line.position() + across)
            : areas.last(line.position() + across, at);
    return colour != PaintColors.UNKNOWN && !PaintColors.isWhite(colour);
  }
}
