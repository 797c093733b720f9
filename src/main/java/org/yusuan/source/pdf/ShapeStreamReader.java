package org.yusuan.source.pdf;

import java.awt.geom.Point2D;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.yusuan.source.pdf.paint.Clip;
import org.yusuan.source.pdf.paint.DisplaySpace;
import org.yusuan.source.pdf.paint.OptionalContent;
import org.yusuan.source.pdf.paint.Paint;
import org.yusuan.source.pdf.paint.PaintedShapes;
import org.yusuan.source.pdf.stream.PageBudget;

/** Carries out the operators of a content stream that make and paint paths and pictures. */
abstract class ShapeStreamReader extends PDFGraphicsStreamEngine {

  final DisplaySpace space;
  final OptionalContent layers;
  final Paint paint = new Paint(this::getGraphicsState);
  final PaintedShapes shapes;
  final Clip clip;
  final PageBudget budget = new PageBudget();
  private int order;

  ShapeStreamReader(PDDocument document, PDPage page) {
    super(page);
    space = DisplaySpace.of(page);
    shapes = new PaintedShapes(space, paint, this::nextOrder, budget::line);
    clip = shapes.clip();
    layers = new OptionalContent(document);
  }

  /** The number of the next thing that is painted. */
  final int nextOrder() {
    return order++;
  }

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
    shapes.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    shapes.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    shapes.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return shapes.currentPoint();
  }

  @Override
  public void closePath() {
    shapes.closePath();
  }

  @Override
  public void clip(int windingRule) {
    shapes.clipByPath();
  }

  @Override
  public void endPath() {
    shapes.endPath();
  }

  @Override
  public void saveGraphicsState() {
    clip.save();
    super.saveGraphicsState();
  }

  @Override
  public void restoreGraphicsState() {
    clip.restore();
    super.restoreGraphicsState();
  }

  @Override
  public void strokePath() {
    if (!layers.isOff()) {
      shapes.stroke(lineWidth());
    }
    endPath();
  }

  @Override
  public void fillPath(int windingRule) {
    if (!layers.isOff()) {
      shapes.fill();
    }
    endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    if (!layers.isOff()) {
      shapes.fillAndStroke(lineWidth());
    }
    endPath();
  }

  private double lineWidth() {
    return transformWidth(getGraphicsState().getLineWidth());
  }

  @Override
  public void shadingFill(COSName shadingName) {
    if (!layers.isOff()) {
      shapes.shade();
    }
  }

  @Override
  public void drawImage(PDImage image) {
    if (!(image instanceof PDImageXObject object)
        || !layers.isHidden(object.getOptionalContent())) {
      budget.pixels((long) image.getWidth() * image.getHeight());
      addPicture(!Paint.isMasked(image));
    }
  }

  /**
   * Paints a picture where the graphics state says.
   *
   * @param whole whether nothing is seen through it
   */
  final void addPicture(boolean whole) {
    budget.item();
    if (!layers.isOff()) {
      shapes.picture(whole, getGraphicsState().getCurrentTransformationMatrix());
    }
  }
}
