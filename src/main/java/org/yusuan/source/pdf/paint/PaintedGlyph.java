package org.yusuan.source.pdf.paint;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.yusuan.model.table.Box;

/**
 * A character as it was painted.
 *
 * @param text what it stands for
 * @param box its advance width by the font's height, in points of the displayed page
 * @param seen the part of the box that is shown; at the edge of its cell, for the rest of a text
 *     that is cut there
 * @param fontSize height of the font in points
 * @param horizontal whether its line runs along x
 * @param reversed whether its line runs to the left: text that stands on its head
 * @param font its font
 * @param colour its colour as 0xRRGGBB; {@link PaintColors#UNKNOWN} if it cannot be told
 * @param opacity from 0, not to be seen, to 1
 * @param order when it was painted, counted over the page; one more than that of the character
 *     before it if they belong to one text object
 */
public record PaintedGlyph(
    String text,
    Box box,
    Box seen,
    double fontSize,
    boolean horizontal,
    boolean reversed,
    PDFont font,
    int colour,
    double opacity,
    int order) {

  /**
   * A character stands level if its line rises by no more than this part of its length. A guess.
   */
  private static final double MAX_SLANT = 0.1;

  public static PaintedGlyph of(
      String text,
      Box box,
      Box seen,
      AffineTransform toPage,
      PDFont font,
      int colour,
      double opacity,
      int order) {
    return new PaintedGlyph(
        text,
        box,
        seen,
        Math.hypot(toPage.getShearX(), toPage.getScaleY()),
        Math.abs(toPage.getShearY()) <= Math.abs(toPage.getScaleX()) * MAX_SLANT,
        toPage.getScaleX() < 0,
        font,
        colour,
        opacity,
        order);
  }

  /** This character with another text. */
  public PaintedGlyph withText(String other) {
    return other.equals(text)
        ? this
        : new PaintedGlyph(
            other, box, seen, fontSize, horizontal, reversed, font, colour, opacity, order);
  }

  /** Whether the edge of its cell cuts it off. */
  public boolean isCut() {
    return !seen.equals(box);
  }
}
