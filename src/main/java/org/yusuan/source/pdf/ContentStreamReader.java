package org.yusuan.source.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/**
 * Reads one page in a single pass over its content stream: characters with their places, lines with
 * their thickness, and where pictures stand.
 *
 * <p>Lines are stroked segments, filled rectangles that are thin, and pictures that are thin. White
 * ones are not lines: spreadsheet programs paint them to hide things. What a clipping path hides is
 * left out.
 */
final class ContentStreamReader extends PDFGraphicsStreamEngine {

  /**
   * A filled shape is a line if it is no thicker than this, in points. Producers draw rules of 0.5
   * to 1.5 pt; the lowest filled table row seen is 5 pt.
   */
  private static final double MAX_RULE_THICKNESS = 3.0;

  /** A line may lean by this much over its whole length, in points, and still be upright. */
  private static final double MAX_LEAN = 0.7;

  /** Text that rises by more than this part of its length is no line; a scan leans by less. */
  private static final double MAX_SLANT = 0.25;

  /** What a clipping path hides by less than this, in points, is still seen. */
  private static final double CLIP_SLACK = 1.0;

  /**
   * Above this number of characters or lines a page is not a page of text but an attack or a map.
   */
  private static final int MAX_ITEMS = 400_000;

  /**
   * Part of the font size above the baseline. Fonts' own figures are too often wrong to be used.
   */
  private static final float ASCENT = 0.86f;

  /** Part of the font size below the baseline. */
  private static final float DESCENT = 0.14f;

  private final AffineTransform toDisplay;
  private final double width;
  private final double height;
  private final PageText text = new PageText();
  private final List<Ruling> rulings = new ArrayList<>();
  private final List<Box> images = new ArrayList<>();
  private final GeneralPath path = new GeneralPath();
  private final Deque<Rectangle2D> clips = new ArrayDeque<>();
  private Rectangle2D clip;
  private boolean clipPending;

  /** Around all filled shapes with curves: characters may be drawn as such. */
  private @Nullable Box outlines;

  private final StandardWidths widths;
  private final Set<PDFont> fonts = Collections.newSetFromMap(new IdentityHashMap<>());

  private ContentStreamReader(PDPage page, StandardWidths widths) {
    super(page);
    this.widths = widths;
    PDRectangle crop = page.getCropBox();
    int rotation = Math.floorMod(page.getRotation(), 360);
    boolean sideways = rotation == 90 || rotation == 270;
    width = sideways ? crop.getHeight() : crop.getWidth();
    height = sideways ? crop.getWidth() : crop.getHeight();
    toDisplay = displayTransform(crop, rotation);
    clip = new Rectangle2D.Double(0, 0, width, height);
  }

  /**
   * Reads a page.
   *
   * @param number its number in the file, from 1
   * @param widths for fonts that state none
   */
  static Page read(PDPage page, int number, StandardWidths widths) throws IOException {
    ContentStreamReader reader = new ContentStreamReader(page, widths);
    List<String> problems = new ArrayList<>();
    try {
      reader.processPage(new BufferedPage(page));
    } catch (TooManyItemsException e) {
      problems.add(
          "page " + number + " draws more than " + MAX_ITEMS + " items; the rest was not read");
    }
    List<Word> words = reader.text.words(reader.images);
    problems.addAll(reader.text.problems(number));
    if (reader.text.size() == 0 && reader.outlines != null) {
      reader.images.add(reader.outlines);
    }
    return new Page(
        number,
        reader.width,
        reader.height,
        Origin.TEXT,
        words,
        reader.rulings,
        reader.images,
        problems);
  }

  /** Maps user space (origin bottom left, unrotated) to the page as displayed (origin top left). */
  private static AffineTransform displayTransform(PDRectangle crop, int rotation) {
    double w = crop.getWidth();
    double h = crop.getHeight();
    AffineTransform transform =
        switch (rotation) {
          case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 180 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 270 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(1, 0, 0, -1, 0, h);
        };
    transform.translate(-crop.getLowerLeftX(), -crop.getLowerLeftY());
    return transform;
  }

  // --- characters

  @Override
  protected void showText(byte[] string) throws IOException {
    PDFont font = getGraphicsState().getTextState().getFont();
    if (font != null && fonts.add(font)) {
      widths.complete(font);
    }
    super.showText(string);
  }

  @Override
  protected void showGlyph(
      Matrix textRenderingMatrix,
      PDFont font,
      int code,
      @Nullable String unicode,
      Vector displacement)
      throws IOException {
    count();
    AffineTransform toPage = new AffineTransform(toDisplay);
    toPage.concatenate(textRenderingMatrix.createAffineTransform());
    if (isSlanted(toPage)) {
      return;
    }
    float advance = displacement.getX() > 0 ? displacement.getX() : 0.5f;
    Box box = glyphBox(toPage, advance);
    boolean drawn = box.width() > 0 && box.height() > 0;
    if (!drawn
        || box.right() <= clip.getMinX()
        || box.left() >= clip.getMaxX()
        || box.bottom() <= clip.getMinY()
        || box.top() >= clip.getMaxY()) {
      return;
    }
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    boolean invisible = mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
    text.add(characters(font, code, unicode), box, toPage, font, invisible);
  }

  /** Whether the text runs across the page like a watermark; no line of a table does. */
  private static boolean isSlanted(AffineTransform toPage) {
    double across = Math.abs(toPage.getScaleX());
    double down = Math.abs(toPage.getShearY());
    return Math.min(across, down) > MAX_SLANT * Math.max(across, down);
  }

  /** The rectangle around a character's advance width by the font's height. */
  private static Box glyphBox(AffineTransform toPage, float advance) {
    double alongX = toPage.getScaleX() * advance;
    double alongY = toPage.getShearY() * advance;
    double upX = toPage.getShearX();
    double upY = toPage.getScaleY();
    double x = toPage.getTranslateX() - DESCENT * upX;
    double y = toPage.getTranslateY() - DESCENT * upY;
    double height = ASCENT + DESCENT;
    return new Box(
        x + Math.min(0, alongX) + Math.min(0, height * upX),
        y + Math.min(0, alongY) + Math.min(0, height * upY),
        x + Math.max(0, alongX) + Math.max(0, height * upX),
        y + Math.max(0, alongY) + Math.max(0, height * upY));
  }

  /** The characters that a glyph stands for; the replacement character if the font does not say. */
  private static String characters(PDFont font, int code, @Nullable String unicode) {
    if (unicode != null && !unicode.isEmpty()) {
      return unicode;
    }
    if (font instanceof PDSimpleFont simple && code >= 32 && !namesItsOwn(simple, code)) {
      // Codes without a map are mostly Latin-1, as PDFBox's stripper assumes too.
      return String.valueOf((char) code);
    }
    return "\uFFFD";
  }

  /** Whether the font gives the character a name that means nothing outside of it. */
  private static boolean namesItsOwn(PDSimpleFont font, int code) {
    Encoding encoding = font.getEncoding();
    return encoding != null && !".notdef".equals(encoding.getName(code));
  }

  // --- lines

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    moveTo((float) p0.getX(), (float) p0.getY());
    lineTo((float) p1.getX(), (float) p1.getY());
    lineTo((float) p2.getX(), (float) p2.getY());
    lineTo((float) p3.getX(), (float) p3.getY());
    closePath();
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x3, y3);
    } else {
      path.curveTo(x1, y1, x2, y2, x3, y3);
    }
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  @Override
  public void clip(int windingRule) {
    clipPending = true;
  }

  @Override
  public void endPath() {
    if (clipPending) {
      Rectangle2D bounds = path.createTransformedShape(toDisplay).getBounds2D();
      Rectangle2D grown =
          new Rectangle2D.Double(
              bounds.getX() - CLIP_SLACK,
              bounds.getY() - CLIP_SLACK,
              bounds.getWidth() + 2 * CLIP_SLACK,
              bounds.getHeight() + 2 * CLIP_SLACK);
      clip = clip.createIntersection(grown);
      clipPending = false;
    }
    path.reset();
  }

  @Override
  public void saveGraphicsState() {
    clips.push(clip);
    super.saveGraphicsState();
  }

  @Override
  public void restoreGraphicsState() {
    if (!clips.isEmpty()) {
      clip = clips.pop();
    }
    super.restoreGraphicsState();
  }

  @Override
  public void strokePath() throws IOException {
    if (!PaintColors.is(getGraphicsState().getStrokingColor())) {
      double thickness = transformWidth(getGraphicsState().getLineWidth()) * scale();
      new PathLines(path, toDisplay).segments(MAX_LEAN).forEach(s -> addLine(s, thickness));
    }
    endPath();
  }

  @Override
  public void fillPath(int windingRule) throws IOException {
    if (!PaintColors.is(getGraphicsState().getNonStrokingColor())) {
      addThinShapes();
    }
    endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) throws IOException {
    boolean white = PaintColors.is(getGraphicsState().getStrokingColor());
    if (!white) {
      double thickness = transformWidth(getGraphicsState().getLineWidth()) * scale();
      new PathLines(path, toDisplay).segments(MAX_LEAN).forEach(s -> addLine(s, thickness));
    } else if (!PaintColors.is(getGraphicsState().getNonStrokingColor())) {
      addThinShapes();
    }
    endPath();
  }

  @Override
  public void shadingFill(COSName shadingName) {}

  @Override
  public void drawImage(PDImage image) {
    count();
    Matrix place = getGraphicsState().getCurrentTransformationMatrix();
    AffineTransform toPage = new AffineTransform(toDisplay);
    toPage.concatenate(place.createAffineTransform());
    Rectangle2D bounds =
        toPage.createTransformedShape(new Rectangle2D.Float(0, 0, 1, 1)).getBounds2D();
    if (Math.min(bounds.getWidth(), bounds.getHeight()) <= MAX_RULE_THICKNESS) {
      addThinShape(bounds);
      return;
    }
    Rectangle2D seen = bounds.createIntersection(clip);
    if (!seen.isEmpty()) {
      images.add(new Box(seen.getMinX(), seen.getMinY(), seen.getMaxX(), seen.getMaxY()));
    }
  }

  private void addThinShapes() {
    PathLines lines = new PathLines(path, toDisplay);
    lines.shapes().forEach(this::addThinShape);
    if (text.size() == 0 && lines.isCurved()) {
      Rectangle2D bounds = path.createTransformedShape(toDisplay).getBounds2D();
      Box box = new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
      outlines = outlines == null ? box : outlines.union(box);
    }
  }

  private void addThinShape(Rectangle2D shape) {
    double w = shape.getWidth();
    double h = shape.getHeight();
    if (Math.min(w, h) > MAX_RULE_THICKNESS) {
      return;
    }
    boolean horizontal = w >= h;
    addLine(
        horizontal
            ? new PathLines.Segment(true, shape.getCenterY(), shape.getMinX(), shape.getMaxX())
            : new PathLines.Segment(false, shape.getCenterX(), shape.getMinY(), shape.getMaxY()),
        Math.min(w, h));
  }

  private void addLine(PathLines.Segment line, double thickness) {
    count();
    double across0 = line.horizontal() ? clip.getMinY() : clip.getMinX();
    double across1 = line.horizontal() ? clip.getMaxY() : clip.getMaxX();
    double start = Math.max(line.start(), line.horizontal() ? clip.getMinX() : clip.getMinY());
    double end = Math.min(line.end(), line.horizontal() ? clip.getMaxX() : clip.getMaxY());
    if (line.position() >= across0 && line.position() <= across1 && end >= start) {
      rulings.add(new Ruling(line.horizontal(), line.position(), start, end, thickness));
    }
  }

  private void count() {
    if (text.size() + rulings.size() + images.size() > MAX_ITEMS) {
      throw new TooManyItemsException();
    }
  }

  /** How much the display transform enlarges; user units are points in all but freak files. */
  private double scale() {
    return Math.sqrt(Math.abs(toDisplay.getDeterminant()));
  }

  /** Ends the reading of a page that has no end. */
  private static final class TooManyItemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
