package org.yusuan.scan.restoration;

/** Sums of values over the squares of a picture, and what they are around each of its pixels. */
final class CoarseSums {
  /** Side of the squares in pixels. */
  static final int SIDE = 4;

  private final int columns;
  private final int rows;
  private float[] sums;

  CoarseSums(int width, int height) {
    this.columns = (width + SIDE - 1) / SIDE;
    this.rows = (height + SIDE - 1) / SIDE;
    this.sums = new float[columns * rows];
  }

  void add(int x, int y, float value) {
    sums[y / SIDE * columns + x / SIDE] += value;
  }

  /**
   * Makes each sum the mean of those around it, weighted by a Gaussian.
   *
   * @param sigma its standard deviation in pixels
   */
  void blur(double sigma) {
    double squares = sigma / SIDE;
    int reach = (int) Math.ceil(3 * squares);
    float[] weights = new float[2 * reach + 1];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * squares * squares));
      sum += weights[i];
    }
    float[] across = new float[sums.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float value = 0;
        for (int i = 0; i < weights.length; i++) {
          value +=
              weights[i] * sums[y * columns + Math.max(0, Math.min(columns - 1, x + i - reach))];
        }
        across[y * columns + x] = value / sum;
      }
    }
    float[] both = new float[sums.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float value = 0;
        for (int i = 0; i < weights.length; i++) {
          value +=
              weights[i] * across[Math.max(0, Math.min(rows - 1, y + i - reach)) * columns + x];
        }
        both[y * columns + x] = value / sum;
      }
    }
    sums = both;
  }

  /** Divides each sum by that of others; where these are small, by something near their least. */
  void divide(CoarseSums others, float least) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= others.sums[i] + least;
    }
  }

  /** Sets each sum to another one where those of some weights are small. */
  void replaceWhereSmall(CoarseSums weights, float least, CoarseSums by) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = weights.sums[i] < least ? by.sums[i] : sums[i];
    }
  }

  /** The values of a row of pixels, each between those of the squares around it. */
  void fill(int y, float[] row) {
    float v = Math.max(0, Math.min(rows - 1, (y + 0.5f) / SIDE - 0.5f));
    int top = (int) v;
    int bottom = Math.min(rows - 1, top + 1);
    float down = v - top;
    for (int x = 0; x < row.length; x++) {
      float u = Math.max(0, Math.min(columns - 1, (x + 0.5f) / SIDE - 0.5f));
      int left = (int) u;
      int right = Math.min(columns - 1, left + 1);
      float over = u - left;
      row[x] =
          (1 - down)
                  * ((1 - over) * sums[top * columns + left] + over * sums[top * columns + right])
              + down
                  * ((1 - over) * sums[bottom * columns + left]
                      + over * sums[bottom * columns + right]);
    }
  }
}
