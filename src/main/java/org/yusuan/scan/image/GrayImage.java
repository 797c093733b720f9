package org.yusuan.scan.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * A grey picture: one byte a pixel, 0 is black and 255 is white, row by row from the top left. Not
 * safe to change from several threads.
 */
public final class GrayImage {
  public final int width;
  public final int height;
  public final byte[] pixels;

  public GrayImage(int width, int height, byte[] pixels) {
    if (width < 0 || height < 0 || pixels.length != width * height) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels are not " + pixels.length + " bytes");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** An all-white picture. */
  public static GrayImage blank(int width, int height) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 255);
    return new GrayImage(width, height, pixels);
  }

  /** The picture in grey. Transparent places are white. */
  public static GrayImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
        && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getData().length == width * height) {
      return new GrayImage(width, height, buffer.getData().clone());
    }
    byte[] pixels = new byte[width * height];
    boolean transparent = image.getColorModel().hasAlpha();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      readRow(image, y, row);
      for (int x = 0; x < width; x++) {
        int rgb = row[x];
        int grey =
            (299 * ((rgb >> 16) & 255) + 587 * ((rgb >> 8) & 255) + 114 * (rgb & 255) + 500) / 1000;
        if (transparent) {
          int alpha = rgb >>> 24;
          grey = (grey * alpha + 255 * (255 - alpha)) / 255;
        }
        pixels[y * width + x] = (byte) grey;
      }
    }
    return new GrayImage(width, height, pixels);
  }

  /** Reads the colours of a row of pixels, as {@link BufferedImage#getRGB} gives them. */
  public static void readRow(BufferedImage image, int y, int[] row) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      // As PDFBox makes pictures. Pixel by pixel it took a fifteenth of the time of Java's code.
      image.getRaster().getDataElements(0, y, row.length, 1, row);
    } else {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }
  }

  /** The value of a pixel, 0 to 255. */
  public int at(int x, int y) {
    return pixels[y * width + x] & 255;
  }

  /** How many pixels have each tone. */
  public int[] histogram() {
    int[] histogram = new int[256];
    for (byte pixel : pixels) {
      histogram[pixel & 255]++;
    }
    return histogram;
  }

  /** The rectangle as a picture of its own, {@code margin} white pixels around it. */
  public GrayImage crop(int left, int top, int right, int bottom, int margin) {
    int innerWidth = right - left;
    int innerHeight = bottom - top;
    GrayImage part = blank(innerWidth + 2 * margin, innerHeight + 2 * margin);
    for (int y = 0; y < innerHeight; y++) {
      System.arraycopy(
          pixels,
          (top + y) * width + left,
          part.pixels,
          (y + margin) * part.width + margin,
          innerWidth);
    }
    return part;
  }

  /** Turned clockwise by a number of quarters, 0 to 3. */
  public GrayImage rotate(int quarters) {
    if (quarters == 0) {
      return this;
    }
    boolean swap = quarters % 2 == 1;
    int newWidth = swap ? height : width;
    int newHeight = swap ? width : height;
    byte[] turned = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int to =
            switch (quarters) {
              case 1 -> x * newWidth + (newWidth - 1 - y);
              case 2 -> (newHeight - 1 - y) * newWidth + (newWidth - 1 - x);
              default -> (newHeight - 1 - x) * newWidth + y;
            };
        turned[to] = pixels[y * width + x];
      }
    }
    return new GrayImage(newWidth, newHeight, turned);
  }

  /**
   * Resized by a linear filter, or by a cubic one (Keys 1981), which keeps edges sharper. When the
   * picture shrinks the filter widens, so that thin strokes are not lost.
   */
  public GrayImage resize(int newWidth, int newHeight, boolean cubic) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    float[] across = resample(toFloats(), width, height, newWidth, true, cubic);
    float[] both = resample(across, newWidth, height, newHeight, false, cubic);
    byte[] result = new byte[newWidth * newHeight];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) Math.max(0, Math.min(255, Math.round(both[i])));
    }
    return new GrayImage(newWidth, newHeight, result);
  }

  /** A picture of the means of squares; the last ones in a row or column may be smaller. */
  public GrayImage reduced(int side) {
    int newWidth = (width + side - 1) / side;
    int newHeight = (height + side - 1) / side;
    byte[] means = new byte[newWidth * newHeight];
    for (int row = 0; row < newHeight; row++) {
      for (int column = 0; column < newWidth; column++) {
        int right = Math.min(width, (column + 1) * side);
        int bottom = Math.min(height, (row + 1) * side);
        int sum = 0;
        for (int y = row * side; y < bottom; y++) {
          for (int x = column * side; x < right; x++) {
            sum += at(x, y);
          }
        }
        means[row * newWidth + column] =
            (byte) (sum / ((right - column * side) * (bottom - row * side)));
      }
    }
    return new GrayImage(newWidth, newHeight, means);
  }

  private float[] toFloats() {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[i] & 255;
    }
    return values;
  }

  private static float[] resample(
      float[] from, int width, int height, int size, boolean across, boolean cubic) {
    int old = across ? width : height;
    int lines = across ? height : width;
    double scale = (double) old / size;
    double stretch = Math.max(1, scale);
    double reach = (cubic ? 2 : 1) * stretch;
    float[] to = new float[size * lines];
    for (int i = 0; i < size; i++) {
      double center = (i + 0.5) * scale - 0.5;
      int first = (int) Math.ceil(center - reach);
      int last = (int) Math.floor(center + reach);
      double[] weights = new double[last - first + 1];
      double sum = 0;
      for (int k = first; k <= last; k++) {
        double distance = Math.abs(k - center) / stretch;
        weights[k - first] = cubic ? cubic(distance) : Math.max(0, 1 - distance);
        sum += weights[k - first];
      }
      for (int line = 0; line < lines; line++) {
        double value = 0;
        for (int k = first; k <= last; k++) {
          int at = Math.max(0, Math.min(old - 1, k));
          value +=
              weights[k - first] * (across ? from[line * width + at] : from[at * width + line]);
        }
        to[across ? line * size + i : i * width + line] = (float) (value / sum);
      }
    }
    return to;
  }

  private static double cubic(double t) {
    if (t < 1) {
      return (1.5 * t - 2.5) * t * t + 1;
    }
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  }

  /** Blurred by a Gaussian of the given standard deviation in pixels. */
  public GrayImage blur(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] weights = new float[2 * reach + 1];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
      sum += weights[i];
    }
    float[] across = new float[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = 0;
        if (x >= reach && x < width - reach) {
          int first = y * width + x - reach;
          for (int i = 0; i < weights.length; i++) {
            value += weights[i] * (pixels[first + i] & 255);
          }
        } else {
          for (int i = 0; i < weights.length; i++) {
            value += weights[i] * at(Math.max(0, Math.min(width - 1, x + i - reach)), y);
          }
        }
        across[y * width + x] = value / sum;
      }
    }
    byte[] blurred = new byte[pixels.length];
    float[] values = new float[width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(values, 0);
      for (int i = 0; i < weights.length; i++) {
        float weight = weights[i];
        int first = Math.max(0, Math.min(height - 1, y + i - reach)) * width;
        for (int x = 0; x < width; x++) {
          values[x] += weight * across[first + x];
        }
      }
      for (int x = 0; x < width; x++) {
        blurred[y * width + x] = (byte) Math.round(values[x] / sum);
      }
    }
    return new GrayImage(width, height, blurred);
  }

  /** As an image that AWT can draw. */
  public BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    return image;
  }
}
