package org.yusuan.source.pdf.paint;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDLab;
import org.apache.pdfbox.pdmodel.graphics.color.PDSpecialColorSpace;

/** Tells what colours look like: white, in which programs paint to hide things, and others. */
public final class PaintColors {

  /** A colour that cannot be told, as that of a pattern. */
  public static final int UNKNOWN = -1;

  /** A colour whose components are all at least this, of 1, is white. A guess. */
  private static final float MIN_WHITE_COMPONENT = 0.98f;

  private PaintColors() {}

  /**
   * Whether the colour is seen as white. The components of a separation or an index into a palette
   * say nothing by themselves; such colours are converted first.
   */
  static boolean isWhite(PDColor color) {
    return isWhite(rgb(color));
  }

  /** The same for a colour as 0xRRGGBB. */
  static boolean isWhite(int rgb) {
    return rgb != UNKNOWN
        && Math.min(rgb & 0xFF, Math.min(rgb >> 8 & 0xFF, rgb >> 16 & 0xFF))
            >= MIN_WHITE_COMPONENT * 255;
  }

  /**
   * The colour as 0xRRGGBB, near enough to compare it. Profiles are not applied: that is slow, and
   * what is white or black stays so.
   */
  static int rgb(PDColor color) {
    try {
      float[] components = color.getComponents();
      PDColorSpace space = color.getColorSpace();
      if (color.isPattern() || components.length == 0) {
        return UNKNOWN;
      }
      if (space instanceof PDSpecialColorSpace || space instanceof PDLab) {
        return color.toRGB() & 0xFFFFFF;
      }
      return switch (components.length) {
        case 1 -> rgb(components[0], components[0], components[0]);
        case 3 -> rgb(components[0], components[1], components[2]);
        case 4 -> {
          float light = 1 - components[3];
          yield rgb(
              (1 - components[0]) * light,
              (1 - components[1]) * light,
              (1 - components[2]) * light);
        }
        default -> UNKNOWN;
      };
    } catch (IOException | RuntimeException e) {
      return UNKNOWN; // a thing is drawn even if its colour cannot be told
    }
  }

  private static int rgb(float red, float green, float blue) {
    return byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
  }

  private static int byteOf(float part) {
    return Math.round(Math.max(0, Math.min(1, part)) * 255);
  }

  /** How far two colours are apart, from 0 to 255: the largest difference of their parts. */
  public static int distance(int a, int b) {
    int red = Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF));
    int green = Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF));
    return Math.max(Math.max(red, green), Math.abs((a & 0xFF) - (b & 0xFF)));
  }
}
