package org.yusuan.source.pdf.paint;

import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** The colour and the opacity in which things are painted, by the graphics state of a page. */
public final class Paint {

  /** What is painted with at least this opacity hides what lies behind it. Guess. */
  private static final double MIN_HIDING_OPACITY = 0.95;

  /** What is painted with less opacity is not seen. Guess: the faintest watermark seen has 0.1. */
  public static final double MIN_SEEN_OPACITY = 0.03;

  /**
   * The transparency group that is painted.
   *
   * @param opacity that of the group, which multiplies that of its parts
   * @param normal whether it and all around it simply lie on what was painted before
   */
  public record TransparencyGroup(double opacity, boolean normal) {}

  private final Supplier<PDGraphicsState> state;
  private TransparencyGroup group = new TransparencyGroup(1, true);
  private @Nullable PDColor lastColor;
  private int lastColour;

  public Paint(Supplier<PDGraphicsState> state) {
    this.state = state;
  }

  /** A group begins, painted as the state says; gives the one around it. */
  public TransparencyGroup enterGroup() {
    TransparencyGroup outer = group;
    group = new TransparencyGroup(opacity(false), isNormal());
    return outer;
  }

  /** A group ends. */
  public void leaveGroup(TransparencyGroup outer) {
    group = outer;
  }

  /** Whether what is painted in the stroking or the filling colour leaves a mark at all. */
  boolean isVisible(boolean stroking) {
    return opacity(stroking) >= MIN_SEEN_OPACITY;
  }

  /** Whether the stroking or the filling colour is that of paper. */
  boolean isWhite(boolean stroking) {
    PDGraphicsState now = state.get();
    return PaintColors.isWhite(stroking ? now.getStrokingColor() : now.getNonStrokingColor());
  }

  /** Whether nothing is seen through a stroke or a fill. */
  boolean isOpaque(boolean stroking) {
    return opacity(stroking) >= MIN_HIDING_OPACITY && isNormal();
  }

  /** The colour of strokes. */
  int strokeColour() {
    return PaintColors.rgb(state.get().getStrokingColor());
  }

  /** The colour of fills. */
  public int fillColour() {
    return colour(state.get().getNonStrokingColor());
  }

  /** The colour of text in a mode. */
  public int textColour(RenderingMode mode) {
    PDGraphicsState now = state.get();
    if (!mode.isFill()) {
      return mode.isStroke() ? colour(now.getStrokingColor()) : PaintColors.UNKNOWN;
    }
    int fill = colour(now.getNonStrokingColor());
    // Outlined text is seen by its outline; programs also draw bold so, in one colour.
    return mode.isStroke() && fill != PaintColors.rgb(now.getStrokingColor())
        ? PaintColors.UNKNOWN
        : fill;
  }

  /** The opacity of text in a mode. */
  public double textOpacity(RenderingMode mode) {
    double fill = mode.isFill() ? opacity(false) : 0;
    double stroke = mode.isStroke() ? opacity(true) : 0;
    return Math.max(fill, stroke);
  }

  /** Whether an image has a mask, or is one: then something is seen through it. */
  public static boolean isMasked(PDImage image) {
    try {
      return image.isStencil()
          || (image instanceof PDImageXObject object
              && (object.getCOSObject().containsKey(COSName.MASK)
                  || object.getCOSObject().containsKey(COSName.SMASK)));
    } catch (RuntimeException e) {
      return true;
    }
  }

  private double opacity(boolean stroking) {
    PDGraphicsState now = state.get();
    double own = stroking ? now.getAlphaConstant() : now.getNonStrokeAlphaConstant();
    return group.opacity * own;
  }

  private boolean isNormal() {
    PDGraphicsState now = state.get();
    BlendMode blend = now.getBlendMode();
    return group.normal
        && now.getSoftMask() == null
        && (blend == BlendMode.NORMAL || blend == BlendMode.COMPATIBLE);
  }

  private int colour(PDColor color) {
    if (color != lastColor) {
      lastColor = color;
      lastColour = PaintColors.rgb(color);
    }
    return lastColour;
  }
}
