package org.yusuan.scan.image;

/** A picture of two values: ink or paper, row by row from the top left. */
public final class BinaryImage {
  public final int width;
  public final int height;
  public final boolean[] ink;

  public BinaryImage(int width, int height) {
    this.width = width;
    this.height = height;
    this.ink = new boolean[width * height];
  }

  /** All pixels darker than the threshold. */
  public static BinaryImage darkerThan(GrayImage image, int threshold) {
    BinaryImage binary = new BinaryImage(image.width, image.height);
    boolean[] ink = binary.ink;
    byte[] pixels = image.pixels;
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (pixels[i] & 255) < threshold;
    }
    return binary;
  }

  /** The image with its rows and columns exchanged. */
  public BinaryImage transposed() {
    BinaryImage turned = new BinaryImage(height, width);
    boolean[] to = turned.ink;
    int block = 32;
    for (int top = 0; top < height; top += block) {
      int bottom = Math.min(height, top + block);
      for (int left = 0; left < width; left += block) {
        int right = Math.min(width, left + block);
        for (int x = left; x < right; x++) {
          int column = x * height;
          for (int y = top, at = top * width + x; y < bottom; y++, at += width) {
            to[column + y] = ink[at];
          }
        }
      }
    }
    return turned;
  }

  /**
   * Each column moved up by its x times the slope, measured from the middle; ink moved out is lost.
   */
  public BinaryImage shearedUp(double slope) {
    BinaryImage moved = new BinaryImage(width, height);
    int end;
    for (int x = 0; x < width; x = end) {
      int shift = shift(x, slope);
      end = x + 1;
      while (end < width && shift(end, slope) == shift) {
        end++;
      }
      int last = Math.min(height, height - shift);
      for (int y = Math.max(0, -shift); y < last; y++) {
        System.arraycopy(ink, (y + shift) * width + x, moved.ink, y * width + x, end - x);
      }
    }
    return moved;
  }

  private int shift(int x, double slope) {
    return (int) Math.round((x - width / 2.0) * slope);
  }
}
