package org.yusuan.scan.image;

/** A rectangle of a picture in its pixels; right and bottom are exclusive. */
public record PixelBox(int left, int top, int right, int bottom) {

  /** The same place on the picture when it is enlarged so many times. */
  public PixelBox times(double factor) {
    return new PixelBox(
        (int) (left * factor),
        (int) (top * factor),
        (int) Math.ceil(right * factor),
        (int) Math.ceil(bottom * factor));
  }
}
