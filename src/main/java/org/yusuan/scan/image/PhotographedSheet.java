package org.yusuan.scan.image;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a sheet of paper that was photographed on a darker ground, and puts paper in place of the
 * ground: its texture is no print. The sheet is the largest light region (threshold of Otsu 1979)
 * and a convex one, with ground on three sides at least. Coordinates are those of a coarse sample
 * of the picture. Constants are guesses unless they say what was measured.
 */
public final class PhotographedSheet {
  /** The shorter side of the picture has so many samples. */
  private static final int SAMPLES = 250;

  /** The sheet covers at least this share of the picture. */
  private static final double MIN_SHARE = 0.25;

  /** And at most this share: what is more has no ground around it to speak of. */
  private static final double MAX_SHARE = 0.97;

  /** The sheet fills at least this share of its convex hull. */
  private static final double MIN_CONVEXITY = 0.9;

  /** A side of the picture is of the sheet if this share of its samples is. */
  private static final double MIN_SIDE_SHARE = 0.1;

  /** At most this many sides of the picture are of the sheet. */
  private static final int MAX_SIDES = 1;

  /** The ground is darker than the sheet by at least this many tones in the mean. */
  private static final int MIN_CONTRAST = 40;

  /** So many samples within the outline of the sheet are its edge and its shadow. */
  private static final double EDGE_SAMPLES = 2.5;

  private final int step;
  private final int width;
  private final int height;
  private final int[] colors;

  private PhotographedSheet(BufferedImage image) {
    step = Math.max(1, Math.min(image.getWidth(), image.getHeight()) / SAMPLES);
    width = image.getWidth() / step;
    height = image.getHeight() / step;
    int[] sampled = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sampled[y * width + x] = image.getRGB(x * step + step / 2, y * step + step / 2);
      }
    }
    colors = withoutPrint(sampled);
  }

  /** The picture with paper for ground; the picture itself if it shows no sheet on a ground. */
  public static BufferedImage alone(BufferedImage image) {
    if (Math.min(image.getWidth(), image.getHeight()) < SAMPLES) {
      return image;
    }
    PhotographedSheet photo = new PhotographedSheet(image);
    boolean[] sheet = photo.sheet();
    return sheet == null ? image : photo.withPaperAround(image, sheet);
  }

  /** The lightest of the samples around each: print is thin. */
  private int[] withoutPrint(int[] sampled) {
    int[] lightest = new int[sampled.length];
    for (int at = 0; at < sampled.length; at++) {
      int best = sampled[at];
      for (int y = Math.max(0, at / width - 1); y <= Math.min(height - 1, at / width + 1); y++) {
        for (int x = Math.max(0, at % width - 1); x <= Math.min(width - 1, at % width + 1); x++) {
          best = tone(sampled[y * width + x]) > tone(best) ? sampled[y * width + x] : best;
        }
      }
      lightest[at] = best;
    }
    return lightest;
  }

  private static int tone(int rgb) {
    return (299 * ((rgb >> 16) & 255) + 587 * ((rgb >> 8) & 255) + 114 * (rgb & 255)) / 1000;
  }

  /** Which samples lie on the sheet, a little within its edge; null if there is none. */
  private boolean @Nullable [] sheet() {
    int[] histogram = new int[256];
    for (int color : colors) {
      histogram[tone(color)]++;
    }
    int threshold = ImageCleaner.otsu(histogram);
    List<int[]> largest = largestRegion(threshold);
    if (largest.size() < MIN_SHARE * colors.length || sides(largest) > MAX_SIDES) {
      return null;
    }
    List<int[]> hull = hull(largest);
    boolean[] within = new boolean[colors.length];
    int area = 0;
    int covered = 0;
    long[] sums = new long[2];
    for (int at = 0; at < colors.length; at++) {
      double depth = depth(hull, at % width, at / width);
      int tone = tone(colors[at]);
      covered += depth >= 0 ? 1 : 0;
      within[at] = depth >= EDGE_SAMPLES;
      area += within[at] ? 1 : 0;
      sums[within[at] ? 1 : 0] += tone;
    }
    boolean convex = largest.size() >= MIN_CONVEXITY * covered;
    if (!convex || covered > MAX_SHARE * colors.length || area == 0) {
      return null;
    }
    double contrast = (double) sums[1] / area - (double) sums[0] / (colors.length - area);
    return contrast >= MIN_CONTRAST ? within : null;
  }

  private List<int[]> largestRegion(int threshold) {
    boolean[] seen = new boolean[colors.length];
    List<int[]> largest = List.of();
    for (int start = 0; start < colors.length; start++) {
      if (seen[start] || tone(colors[start]) < threshold) {
        continue;
      }
      List<int[]> region = new ArrayList<>();
      ArrayDeque<Integer> open = new ArrayDeque<>();
      seen[start] = true;
      open.add(start);
      while (!open.isEmpty()) {
        int at = open.remove();
        region.add(new int[] {at % width, at / width});
        for (int next : neighbours(at)) {
          if (!seen[next] && tone(colors[next]) >= threshold) {
            seen[next] = true;
            open.add(next);
          }
        }
      }
      largest = region.size() > largest.size() ? region : largest;
    }
    return largest;
  }

  private List<Integer> neighbours(int at) {
    List<Integer> all = new ArrayList<>(4);
    if (at % width > 0) {
      all.add(at - 1);
    }
    if (at % width < width - 1) {
      all.add(at + 1);
    }
    if (at >= width) {
      all.add(at - width);
    }
    if (at < width * (height - 1)) {
      all.add(at + width);
    }
    return all;
  }

  /** How many sides of the picture a region reaches. */
  private int sides(List<int[]> region) {
    int[] counts = new int[4];
    for (int[] p : region) {
      counts[0] += p[0] == 0 ? 1 : 0;
      counts[1] += p[0] == width - 1 ? 1 : 0;
      counts[2] += p[1] == 0 ? 1 : 0;
      counts[3] += p[1] == height - 1 ? 1 : 0;
    }
    int sides = 0;
    for (int i = 0; i < counts.length; i++) {
      sides += counts[i] > MIN_SIDE_SHARE * (i < 2 ? height : width) ? 1 : 0;
    }
    return sides;
  }

  /** The convex hull, corner by corner (monotone chain, Andrew 1979). */
  private static List<int[]> hull(List<int[]> points) {
    List<int[]> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> p[1]));
    List<int[]> hull = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      int start = hull.size();
      for (int i = 0; i < sorted.size(); i++) {
        int[] p = sorted.get(pass == 0 ? i : sorted.size() - 1 - i);
        while (hull.size() > start + 1
            && cross(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= 0) {
          hull.remove(hull.size() - 1);
        }
        hull.add(p);
      }
      hull.remove(hull.size() - 1);
    }
    return hull;
  }

  private static long cross(int[] a, int[] b, int[] p) {
    return (long) (b[0] - a[0]) * (p[1] - a[1]) - (long) (b[1] - a[1]) * (p[0] - a[0]);
  }

  /** How far a point lies within a hull; negative if it lies outside. */
  private static double depth(List<int[]> hull, int x, int y) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < hull.size(); i++) {
      int[] a = hull.get(i);
      int[] b = hull.get((i + 1) % hull.size());
      double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      least = Math.min(least, cross(a, b, new int[] {x, y}) / length);
    }
    return least;
  }

  /** The picture with the colour of the nearest paper around the sheet. */
  private BufferedImage withPaperAround(BufferedImage image, boolean[] sheet) {
    int[] paper = colors.clone();
    boolean[] known = sheet.clone();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < paper.length; at++) {
      if (sheet[at]) {
        open.add(at);
      }
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int next : neighbours(at)) {
        if (!known[next]) {
          known[next] = true;
          paper[next] = paper[at];
          open.add(next);
        }
      }
    }
    BufferedImage alone =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      GrayImage.readRow(image, y, row);
      int line = Math.min(height - 1, y / step) * width;
      for (int x = 0; x < row.length; x++) {
        int at = line + Math.min(width - 1, x / step);
        row[x] = sheet[at] ? row[x] : paper[at];
      }
      alone.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return alone;
  }
}
