package org.yusuan.source.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDSpecialColorSpace;

/** Tells white, in which programs paint to hide things, from what can be seen. */
final class PaintColors {

  /** A colour whose components are all at least this is white. */
  private static final float WHITE = 0.98f;

  private PaintColors() {}

  /**
   * Whether the colour is seen as white. The components of a separation or an index into a palette
   * say nothing by themselves; such colours are converted first.
   */
  static boolean is(PDColor color) {
    float[] components = color.getComponents();
    if (color.isPattern() || components.length == 0) {
      return false;
    }
    PDColorSpace space = color.getColorSpace();
    if (space instanceof PDSpecialColorSpace) {
      try {
        int rgb = color.toRGB();
        return Math.min(rgb & 0xFF, Math.min(rgb >> 8 & 0xFF, rgb >> 16 & 0xFF)) >= WHITE * 255;
      } catch (IOException | RuntimeException e) {
        return false; // a line in a colour that cannot be told is drawn all the same
      }
    }
    boolean inks = components.length == 4;
    for (float component : components) {
      if (inks ? component > 1 - WHITE : component < WHITE) {
        return false;
      }
    }
    return true;
  }
}
