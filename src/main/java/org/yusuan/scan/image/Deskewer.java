package org.yusuan.scan.image;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.PageCurl;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Resolution;
import org.yusuan.scan.image.LineTracer.Trace;

/** Measures skew and perspective of a page and takes them out. */
public final class Deskewer {
  /**
   * Largest skew that is looked for, in radians: 6 degrees, a little more than promised. A guess.
   */
  private static final double MAX_SKEW_RADIANS = Math.toRadians(6);

  /**
   * Lines that cross at right angles have slopes that differ by less than this: 0.0001 on flat
   * scans, 0.03 to 0.06 on photographs of which only some rulings were dark enough.
   */
  private static final double MAX_ASKEW = 0.01;

  /**
   * Perspective changes slopes by more than this for each point: by 0.00001 and more on photographs
   * of a sheet on a desk, by 0.0000001 at most on flat scans.
   */
  private static final double MIN_PERSPECTIVE = 3e-6;

  /** Resolution at which the skew is first guessed; a guess. */
  private static final int COARSE_DPI = 75;

  /**
   * Perspective is believed only if the lines that show it lie this far apart, as a share of the
   * page; a guess.
   */
  private static final double MIN_LEVER_SHARE = 0.12;

  /**
   * Over this many pixels perspective bends a line by less than a hundredth of a pixel, so that it
   * is taken for straight.
   */
  private static final int CHORD_PIXELS = 64;

  /**
   * Places between two pixels for which the weights of the cubic interpolation are kept: as many as
   * there are tones.
   */
  private static final int CUBIC_STEPS = 256;

  /** Where four neighbours are all lighter than this there is nothing but paper; a guess. */
  private static final int MIN_BARE_TONE = 240;

  /**
   * This part of the page at each edge is not looked at: shadows and the edge of the paper. A
   * guess.
   */
  private static final double BORDER_SHARE = 0.03;

  /** With fewer pixels of ink than this the skew is not measured. A guess. */
  private static final int MIN_INK_PIXELS = 200;

  /** The step of the first search for the angle, in degrees. A guess. */
  private static final double COARSE_STEP_DEGREES = 0.5;

  /** How far the second search goes to either side, in degrees. A guess. */
  private static final double FINE_REACH_DEGREES = 0.4;

  /** The step of the second search, and how far the last one goes, in degrees. A guess. */
  private static final double FINE_STEP_DEGREES = 0.1;

  /** The step of the last search, in degrees. A guess. */
  private static final double FINEST_STEP_DEGREES = 0.025;

  /** A trace is made of runs at least this long, in inches. A guess. */
  private static final double MIN_RUN_INCHES = 0.2;

  /** A trace that tells the skew is at least this long, in inches. A guess. */
  private static final double MIN_TRACE_INCHES = 0.8;

  /** Traces whose slope differs by less than this from the first fit are fitted again. A guess. */
  private static final double FIRST_SLOPE_LIMIT = 0.02;

  /** The same in the fits that follow. A guess. */
  private static final double SLOPE_LIMIT = 0.006;

  private static final float[] CUBIC = cubic();

  private final BinaryImage ink;
  private final double dpi;

  public Deskewer(BinaryImage ink, double dpi) {
    this.ink = ink;
    this.dpi = dpi;
  }

  /** How lines run: slope = {@code at} + {@code by} · distance from the middle, in pixels. */
  private record SlopeField(double at, double by, boolean known) {}

  /**
   * @param quarters turns that were already made
   * @return the way from the straightened page (in points) to the picture
   */
  public PageTransform measure(int quarters) {
    double slope = slope();
    SlopeField across = slopeField(ink, slope);
    SlopeField down = slopeField(ink.transposed(), -slope);
    if (!across.known && down.known) {
      across = new SlopeField(-down.at, 0, false);
    } else if (!down.known && across.known) {
      down = new SlopeField(-across.at, 0, false);
    }
    double point = dpi / Resolution.POINTS_PER_INCH;
    return new PageTransform(
        quarters,
        ink.width / point,
        ink.height / point,
        across.at,
        across.by * point,
        down.at,
        down.by * point,
        1,
        PageCurl.NONE);
  }

  /**
   * Whether a page that is seen in perspective, or whose lines do not cross at right angles, showed
   * it by too few lines of one direction: paler lines may tell the rest. On flat scans neither is
   * so.
   */
  public static boolean isHalfSeen(PageTransform way) {
    return (way.b() == 0 || way.d() == 0)
        && (Math.abs(way.a() + way.c()) > MAX_ASKEW
            || Math.max(Math.abs(way.b()), Math.abs(way.d())) > MIN_PERSPECTIVE);
  }

  /** About how far the lines of the picture fall for each pixel to the right. */
  public double slope() {
    return Math.tan(coarseSkew());
  }

  /** The angle at which rows of ink and of paper part most sharply. */
  private double coarseSkew() {
    int step = Math.max(1, (int) Math.round(dpi / COARSE_DPI));
    int[] xs = new int[ink.ink.length / step + 1];
    int[] ys = new int[xs.length];
    int count = 0;
    int border = (int) (Math.min(ink.width, ink.height) * BORDER_SHARE);
    for (int y = border; y < ink.height - border; y++) {
      for (int x = border + y % step; x < ink.width - border; x += step) {
        if (ink.ink[y * ink.width + x]) {
          xs[count] = x - ink.width / 2;
          ys[count] = y;
          count++;
        }
      }
    }
    if (count < MIN_INK_PIXELS) {
      return 0;
    }
    double best =
        search(xs, ys, count, step, 0, MAX_SKEW_RADIANS, Math.toRadians(COARSE_STEP_DEGREES));
    best =
        search(
            xs,
            ys,
            count,
            step,
            best,
            Math.toRadians(FINE_REACH_DEGREES),
            Math.toRadians(FINE_STEP_DEGREES));
    return search(
        xs,
        ys,
        count,
        1,
        best,
        Math.toRadians(FINE_STEP_DEGREES),
        Math.toRadians(FINEST_STEP_DEGREES));
  }

  private double search(
      int[] xs, int[] ys, int count, int bin, double middle, double reach, double stepAngle) {
    double best = middle;
    double bestScore = -1;
    int margin = ink.width / 2;
    int[] profile = new int[(ink.height + 2 * margin) / bin + 2];
    for (double angle = middle - reach; angle <= middle + reach + 1e-9; angle += stepAngle) {
      java.util.Arrays.fill(profile, 0);
      double slope = Math.tan(angle);
      for (int i = 0; i < count; i++) {
        profile[(int) ((ys[i] - slope * xs[i] + margin) / bin)]++;
      }
      double score = 0;
      for (int i = 1; i < profile.length; i++) {
        double change = profile[i] - profile[i - 1];
        score += change * change;
      }
      if (score > bestScore * (1 + 1e-9)) {
        bestScore = score;
        best = angle;
      }
    }
    return best;
  }

  /** Fits all long traces of ink, whose lines run about with the given slope. */
  private SlopeField slopeField(BinaryImage from, double slope) {
    BinaryImage sheared = from.shearedUp(slope);
    int minRun = (int) (dpi * MIN_RUN_INCHES);
    List<Trace> traces = new ArrayList<>();
    for (Trace trace : LineTracer.traceLines(sheared, minRun, 2)) {
      if (trace.length() >= dpi * MIN_TRACE_INCHES
          && trace.spread() < Math.max(2, dpi / 80)
          && trace.thickness() < dpi / 12
          && trace.top() > 2
          && trace.bottom() < sheared.height - 2) {
        traces.add(trace);
      }
    }
    double middle = from.height / 2.0;
    double at = 0;
    double by = 0;
    boolean known = false;
    List<Trace> used = traces;
    for (int round = 0; round < 4 && !used.isEmpty(); round++) {
      double[] line = regress(used, middle, from.height);
      at = line[0];
      by = line[1];
      known = true;
      double limit = round == 0 ? FIRST_SLOPE_LIMIT : SLOPE_LIMIT;
      List<Trace> close = new ArrayList<>();
      for (Trace trace : traces) {
        if (Math.abs(trace.slope() - at - by * (trace.intercept() - middle)) < limit) {
          close.add(trace);
        }
      }
      used = close;
    }
    // A trace y' = i + s (x - m) of the sheared picture is y = i + (s + slope) (x - m) on the page.
    return new SlopeField(at + slope, by, known);
  }

  /** Weighted regression of slope on intercept; level if the lines lie too close together. */
  private static double[] regress(List<Trace> traces, double middle, int height) {
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (Trace trace : traces) {
      double weight = Math.pow(trace.length(), 3);
      double x = trace.intercept() - middle;
      n += weight;
      sx += weight * x;
      sy += weight * trace.slope();
      sxx += weight * x * x;
      sxy += weight * x * trace.slope();
    }
    double variance = sxx / n - sx / n * (sx / n);
    if (traces.size() < 3 || Math.sqrt(variance) < MIN_LEVER_SHARE / 2 * height) {
      return new double[] {sy / n, 0};
    }
    double by = (sxy / n - sx / n * (sy / n)) / variance;
    return new double[] {sy / n - by * sx / n, by};
  }

  /**
   * The picture, straightened: bicubic (Keys 1981), one resampling for skew and perspective.
   *
   * @param dpi resolution of the picture
   * @param outDpi resolution of the result
   */
  public static GrayImage straighten(
      GrayImage image, double dpi, PageTransform way, double outDpi) {
    int width = (int) Math.round(way.width() * outDpi / Resolution.POINTS_PER_INCH);
    int height = (int) Math.round(way.height() * outDpi / Resolution.POINTS_PER_INCH);
    GrayImage straight = GrayImage.blank(width, height);
    for (int y = 0; y < height; y++) {
      double[] from = source(way, dpi, outDpi, 0, y);
      for (int x = 0; x < width; x += CHORD_PIXELS) {
        int end = Math.min(width, x + CHORD_PIXELS);
        double[] to = source(way, dpi, outDpi, end, y);
        sample(image, from, to, straight, y * width + x, end - x);
        from = to;
      }
    }
    return straight;
  }

  /** Where a pixel of the result lies on the picture, in pixels. */
  private static double[] source(PageTransform way, double dpi, double outDpi, int x, int y) {
    double back = Resolution.POINTS_PER_INCH / outDpi;
    double[] point = way.onTurnedPage((x + 0.5) * back, (y + 0.5) * back);
    return new double[] {
      point[0] * dpi / Resolution.POINTS_PER_INCH - 0.5,
      point[1] * dpi / Resolution.POINTS_PER_INCH - 0.5
    };
  }

  /** Fills pixels of one row with what lies on a straight line of the picture. */
  private static void sample(
      GrayImage image, double[] from, double[] to, GrayImage straight, int at, int count) {
    float stepX = (float) ((to[0] - from[0]) / count);
    float stepY = (float) ((to[1] - from[1]) / count);
    byte[] pixels = image.pixels;
    int width = image.width;
    for (int i = 0; i < count; i++) {
      float px = (float) from[0] + i * stepX;
      float py = (float) from[1] + i * stepY;
      int ix = (int) px;
      int iy = (int) py;
      if (px < 1 || py < 1 || ix + 2 >= width || iy + 2 >= image.height) {
        continue;
      }
      int middle = iy * width + ix;
      int darkest =
          Math.min(
              Math.min(pixels[middle] & 255, pixels[middle + 1] & 255),
              Math.min(pixels[middle + width] & 255, pixels[middle + width + 1] & 255));
      if (darkest >= MIN_BARE_TONE) {
        straight.pixels[at + i] = (byte) darkest;
        continue;
      }
      int across = 4 * (int) ((px - ix) * CUBIC_STEPS);
      int down = 4 * (int) ((py - iy) * CUBIC_STEPS);
      float value = 0.5f;
      int row = (iy - 1) * width + ix - 1;
      for (int k = 0; k < 4; k++) {
        value +=
            CUBIC[down + k]
                * (CUBIC[across] * (pixels[row] & 255)
                    + CUBIC[across + 1] * (pixels[row + 1] & 255)
                    + CUBIC[across + 2] * (pixels[row + 2] & 255)
                    + CUBIC[across + 3] * (pixels[row + 3] & 255));
        row += width;
      }
      straight.pixels[at + i] = (byte) Math.max(0, Math.min(255, (int) value));
    }
  }

  /** Weights of the four pixels around a point, by the point's place between the middle two. */
  private static float[] cubic() {
    float[] weights = new float[4 * CUBIC_STEPS];
    double sharpness = -0.5;
    for (int step = 0; step < CUBIC_STEPS; step++) {
      double t = (step + 0.5) / CUBIC_STEPS;
      double t2 = t * t;
      double t3 = t2 * t;
      weights[4 * step] = (float) (sharpness * (t3 - 2 * t2 + t));
      weights[4 * step + 1] = (float) ((sharpness + 2) * t3 - (sharpness + 3) * t2 + 1);
      weights[4 * step + 2] =
          (float) (-(sharpness + 2) * t3 + (2 * sharpness + 3) * t2 - sharpness * t);
      weights[4 * step + 3] = (float) (sharpness * (t2 - t3));
    }
    return weights;
  }
}
