package org.yusuan.scan.restoration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yusuan.scan.image.GrayImage;

/**
 * Sharpens a picture whose camera, or paper, moved along a line while it was taken. Such a blur
 * weakens some waves of the spectrum and not their mirror images, while print has both alike; which
 * ones tells its direction and length. It is undone along its line by the filter of Wiener (1949).
 * A movement right along the rows of text, or across them, is its own mirror image and not seen.
 * Constants are guesses unless they say what was measured.
 */
public final class MotionBlur {
  /** Side of the squares whose spectra are taken, in pixels. */
  private static final int SIDE = 64;

  /** Squares whose tones have a smaller standard deviation show too little print. */
  private static final double MIN_DEVIATION = 12;

  /** At most so many squares are looked at, and at least so many tell. */
  private static final int MAX_SQUARES = 48;

  private static final int MIN_SQUARES = 12;

  /** Waves from this length on, in pixels, say nothing: they are steps of print. */
  private static final double MAX_LENGTH = 16;

  /** Nor do those that are shorter: they are noise. */
  private static final double MIN_LENGTH = 2.4;

  /** Nor do those so near to the axes of the spectrum, in steps of it. */
  private static final double MIN_OFF_AXIS = 2.5;

  /**
   * By how much the logarithms of the energies of mirrored waves differ at least (their mean
   * square's root): 1.56 to 1.76 on four pages that moved, 0.43 at most on 24 with other defects,
   * 0.99 where a display was photographed.
   */
  private static final double MIN_UNLIKE = 0.7;

  /**
   * Share of that difference that the blur which fits best makes, as the slope of a line: 0.57 to
   * 1.01 on 35 pages that moved. On a page of many thin rulings, a little skewed, it was 0.35,
   * while another that fits less well had more.
   */
  private static final double MIN_SLOPE = 0.55;

  /** How well it fits, as a correlation: 0.77 to 0.91 on those 35. */
  private static final double MIN_FIT = 0.7;

  /** Noise that keeps the weakest waves from vanishing, as a share of the strongest. */
  private static final double FLOOR = 0.03;

  /** Steps of the directions tried, in degrees, and longest movement tried, in pixels. */
  private static final int DIRECTION_STEP = 5;

  private static final double LONGEST = 16;
  private static final double SHORTEST = 3;
  private static final double LENGTH_STEP = 0.5;

  /** Noise of the picture, as a share of its energy. */
  private static final double NOISE = 0.02;

  /** So far the filter reaches each way, in pixels. */
  private static final int REACH = 20;

  /** The filter is worked out from so many waves. */
  private static final int WAVES = 256;

  /** Movement along a line, in pixels of the picture. */
  private record Blur(double radians, double length) {
    /** What is left of a wave, as the logarithm of its energy; waves in steps of the spectrum. */
    double logarithm(double across, double down) {
      double share = sinc((across * Math.cos(radians) + down * Math.sin(radians)) * length / SIDE);
      return Math.log(share * share + FLOOR);
    }
  }

  private MotionBlur() {}

  /** The picture without its blur; the picture itself if none is seen. */
  public static GrayImage sharpened(GrayImage image) {
    double[] unlike = unlike(image);
    double squares = Arrays.stream(unlike).map(value -> value * value).sum();
    long telling = Arrays.stream(unlike).filter(value -> value != 0).count();
    if (telling == 0 || squares < MIN_UNLIKE * MIN_UNLIKE * telling) {
      return image;
    }
    Blur best = null;
    double most = MIN_FIT;
    double slope = 0;
    for (int degrees = 0; degrees < 180; degrees += DIRECTION_STEP) {
      for (double length = SHORTEST; length <= LONGEST; length += LENGTH_STEP) {
        Blur blur = new Blur(Math.toRadians(degrees), length);
        double product = 0;
        double own = 0;
        for (int across = 0; across <= SIDE / 2; across++) {
          for (int down = 1; down < SIDE / 2; down++) {
            double value = unlike[down * SIDE + across];
            if (value != 0) {
              double expected = blur.logarithm(across, down) - blur.logarithm(across, -down);
              product += expected * value;
              own += expected * expected;
            }
          }
        }
        double fit = own == 0 ? 0 : product / Math.sqrt(own * squares);
        if (fit > most) {
          most = fit;
          slope = product / own;
          best = blur;
        }
      }
    }
    return best == null || slope < MIN_SLOPE ? image : filtered(image, best);
  }

  /**
   * For each wave down to the right the logarithm of its energy less that of its mirror image; 0
   * for waves that say nothing, and for all if the picture shows little print.
   */
  private static double[] unlike(GrayImage image) {
    double[] unlike = new double[SIDE * SIDE];
    double[] energy = energy(image);
    for (int across = 0; across <= SIDE / 2 && energy.length > 0; across++) {
      for (int down = 1; down < SIDE / 2; down++) {
        double steps = Math.hypot(across, down);
        if (steps * MAX_LENGTH > SIDE
            && steps * MIN_LENGTH < SIDE
            && Math.min(across, down) > MIN_OFF_AXIS) {
          unlike[down * SIDE + across] =
              Math.log(energy[down * SIDE + across] + 1e-3)
                  - Math.log(energy[(SIDE - down) * SIDE + across] + 1e-3);
        }
      }
    }
    return unlike;
  }

  /** The energy of each wave over all squares with print; empty if these are few. */
  private static double[] energy(GrayImage image) {
    int columns = image.width / SIDE;
    int all = columns * (image.height / SIDE);
    List<float[]> printed = new ArrayList<>();
    SquareSpectrum spectrum = new SquareSpectrum(SIDE);
    int step = Math.max(1, all / (2 * MAX_SQUARES));
    for (int i = step / 2; i < all && printed.size() < MAX_SQUARES; i += step) {
      float[] square = new float[SIDE * SIDE];
      if (spectrum.cut(image, i % columns * SIDE, i / columns * SIDE, square) >= MIN_DEVIATION) {
        printed.add(square);
      }
    }
    if (printed.size() < MIN_SQUARES) {
      return new double[0];
    }
    double[] energy = new double[SIDE * SIDE];
    for (float[] square : printed) {
      float[] own = spectrum.energy(square);
      Arrays.setAll(energy, i -> energy[i] + own[i] / printed.size());
    }
    return energy;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** What a picture of one bright pixel becomes along the line of the blur. */
  private static double[] filter(double length) {
    double[] filter = new double[2 * REACH + 1];
    double sum = 0;
    for (int t = -REACH; t <= REACH; t++) {
      for (int k = 0; k < WAVES; k++) {
        double frequency = (k < WAVES / 2 ? k : k - WAVES) / (double) WAVES;
        double share = sinc(frequency * length);
        filter[t + REACH] +=
            share / (share * share + NOISE) * Math.cos(2 * Math.PI * frequency * t);
      }
      sum += filter[t + REACH];
    }
    double whole = sum;
    Arrays.setAll(filter, i -> filter[i] / whole);
    return filter;
  }

  private static GrayImage filtered(GrayImage image, Blur blur) {
    double[] line = filter(blur.length());
    int side = 2 * REACH + 3;
    float[] plane = new float[side * side];
    for (int t = -REACH; t <= REACH; t++) {
      double x = side / 2 + t * Math.cos(blur.radians());
      double y = side / 2 + t * Math.sin(blur.radians());
      int left = (int) Math.floor(x);
      int top = (int) Math.floor(y);
      double right = x - left;
      double bottom = y - top;
      double weight = line[t + REACH];
      plane[top * side + left] += (float) (weight * (1 - right) * (1 - bottom));
      plane[top * side + left + 1] += (float) (weight * right * (1 - bottom));
      plane[(top + 1) * side + left] += (float) (weight * (1 - right) * bottom);
      plane[(top + 1) * side + left + 1] += (float) (weight * right * bottom);
    }
    int width = image.width;
    int height = image.height;
    float[] sums = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      float weight = plane[i];
      if (weight == 0) {
        continue;
      }
      int dx = i % side - side / 2;
      int dy = i / side - side / 2;
      for (int y = 0; y < height; y++) {
        int from = Math.max(0, Math.min(height - 1, y + dy)) * width;
        for (int x = 0; x < width; x++) {
          int at = Math.max(0, Math.min(width - 1, x + dx));
          sums[y * width + x] += weight * (image.pixels[from + at] & 255);
        }
      }
    }
    byte[] pixels = new byte[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(sums[i])));
    }
    return new GrayImage(width, height, pixels);
  }
}
