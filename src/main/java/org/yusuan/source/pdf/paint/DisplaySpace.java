package org.yusuan.source.pdf.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.yusuan.model.table.Box;

/**
 * The page as displayed: points from the top left corner of its crop box, after its own rotation.
 *
 * @param toDisplay maps user space (origin bottom left, unrotated) to it
 * @param width displayed width in points
 * @param height displayed height in points
 */
public record DisplaySpace(AffineTransform toDisplay, double width, double height) {

  /**
   * Text that rises by more than this part of its length is no line; a scan leans by less. A guess.
   */
  private static final double MAX_SLANT = 0.25;

  /**
   * Characters more than this many times as wide or as high as in their font are out of shape. A
   * guess.
   */
  private static final double MAX_STRETCH = 4;

  /**
   * The sine of the angle between the stems and the line of characters in shape. Italics made by
   * program lean by 20 degrees at most (0.94). Guess.
   */
  private static final double MIN_UPRIGHT = 0.8;

  /**
   * Height of a character above the baseline, in parts of the font size. A guess, as fonts' own
   * figures are too often wrong to be used.
   */
  private static final float ASCENT_EM = 0.86f;

  /**
   * Depth of a character below the baseline, in parts of the font size. A guess: the rest of the
   * font size.
   */
  public static final float DESCENT_EM = 0.14f;

  /** A picture stands upright if it rises by no more than this part of its width. A guess. */
  private static final double MAX_PICTURE_SLANT = 0.01;

  public static DisplaySpace of(PDPage page) {
    PDRectangle crop = page.getCropBox();
    int rotation = Math.floorMod(page.getRotation(), 360);
    boolean sideways = rotation == 90 || rotation == 270;
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
    return new DisplaySpace(transform, sideways ? h : w, sideways ? w : h);
  }

  /** The map from the space of a matrix, as text space, to the displayed page. */
  public AffineTransform from(Matrix matrix) {
    AffineTransform toPage = new AffineTransform(toDisplay);
    toPage.concatenate(matrix.createAffineTransform());
    return toPage;
  }

  /** The whole page. */
  public Rectangle2D bounds() {
    return new Rectangle2D.Double(0, 0, width, height);
  }

  /** How much the transform enlarges; user units are points in all but freak files. */
  public double scale() {
    return Math.sqrt(Math.abs(toDisplay.getDeterminant()));
  }

  /** Whether a picture stands upright, or turned by right angles. */
  public static boolean isUpright(AffineTransform toPage) {
    double across = Math.max(Math.abs(toPage.getScaleX()), Math.abs(toPage.getScaleY()));
    double down = Math.max(Math.abs(toPage.getShearX()), Math.abs(toPage.getShearY()));
    return Math.min(across, down) <= MAX_PICTURE_SLANT * Math.max(across, down);
  }

  /**
   * Whether the text runs across the page at a slant, like a watermark; no line of a table does.
   */
  public static boolean isSlanted(AffineTransform toPage) {
    double across = Math.abs(toPage.getScaleX());
    double down = Math.abs(toPage.getShearY());
    return Math.min(across, down) > MAX_SLANT * Math.max(across, down);
  }

  /**
   * Whether characters are drawn out of shape: many times as wide as high, or the other way round,
   * or with stems that stand at no right angle to their line. On 7,865 published pages none is more
   * than 2 times as wide or as narrow as its font has it.
   */
  public static boolean isDistorted(AffineTransform toPage) {
    double along = Math.hypot(toPage.getScaleX(), toPage.getShearY());
    double up = Math.hypot(toPage.getShearX(), toPage.getScaleY());
    double area = Math.abs(toPage.getDeterminant());
    boolean isStretched = along > MAX_STRETCH * up || up > MAX_STRETCH * along;
    return isStretched || area < MIN_UPRIGHT * along * up;
  }

  /** The rectangle around a character's advance width by the font's height. */
  public static Box glyphBox(AffineTransform toPage, float advance) {
    double alongX = toPage.getScaleX() * advance;
    double alongY = toPage.getShearY() * advance;
    double upX = toPage.getShearX();
    double upY = toPage.getScaleY();
    double x = toPage.getTranslateX() - DESCENT_EM * upX;
    double y = toPage.getTranslateY() - DESCENT_EM * upY;
    double height = ASCENT_EM + DESCENT_EM;
    return new Box(
        x + Math.min(0, alongX) + Math.min(0, height * upX),
        y + Math.min(0, alongY) + Math.min(0, height * upY),
        x + Math.max(0, alongX) + Math.max(0, height * upX),
        y + Math.max(0, alongY) + Math.max(0, height * upY));
  }
}
