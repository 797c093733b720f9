package org.yusuan.scan.image;

/** A rectangle of a picture in its pixels; right and bottom are exclusive. */
public record PixelBox(int left, int top, int right, int bottom) {

  public int width() {
    return right - left;
  }

  public int height() {
    return bottom - top;
  }

  /** Rows and columns exchanged. */
  public PixelBox transposed() {
    return new PixelBox(top, left, bottom, right);
  }

  /** What lies between this place and another to its right, as high as both. */
  public PixelBox gap(PixelBox other) {
    return new PixelBox(
        right, Math.max(top, other.top), other.left, Math.min(bottom, other.bottom));
  }

  /** The same place on the picture when it is enlarged so many times. */
  public PixelBox times(double factor) {
    return new PixelBox(
        (int) (left * factor),
        (int) (top * factor),
        (int) Math.ceil(right * factor),
        (int) Math.ceil(bottom * factor));
  }
}
