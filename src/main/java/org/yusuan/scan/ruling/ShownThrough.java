package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

/**
 * Tells rulings of a page from those of its back, which show through thin paper: paper scatters
 * light, so that these are both paler and softer. A ruling that is only pale is printed so, and a
 * soft one that is dark is a fold.
 */
final class ShownThrough {
  /**
   * A ruling of the back has at most this share of the contrast that most of the page's have: 0.14
   * to 0.33 on seven pages of four documents, and the page's own 0.8 and more.
   */
  private static final double MAX_CONTRAST_SHARE = 0.4;

  /**
   * And its contrast rises from pixel to pixel by at most this share of what that of the page's
   * does: 0.49 to 0.83 there.
   */
  private static final double MAX_SLOPE_SHARE = 0.85;

  /** The darkest quarter of the length of all rulings of a direction tells what is usual. */
  private static final double DARK_PART = 0.75;

  /** Rulings with this share of that contrast tell how sharp they are. A guess. */
  private static final double OWN_SHARE = 0.6;

  /** So many pixels along a ruling are averaged: the grain of paper is as sharp as print. */
  private static final int WINDOW = 15;

  /** So many pixels to either side are looked at. */
  private static final int REACH = 10;

  /** A ruling is at most so far from where it was found. */
  private static final int MAX_MISS = 4;

  /** Its ink reaches at most so far from its middle, as a guess. */
  private static final int HALF_WIDTH = 5;

  /** A window is clean of print if paper is about equally pale on both sides: within this share. */
  private static final double MAX_SIDE_SHARE = 0.25;

  /** And this many grey levels besides. */
  private static final int GRAIN = 4;

  /** Fewer clean windows tell nothing. A guess. */
  private static final int MIN_WINDOWS = 4;

  /**
   * How a ruling looks across.
   *
   * @param contrast grey levels between its middle and the paper beside it
   * @param slope the steepest step between two pixels, as a share of that
   */
  private record Profile(double contrast, double slope) {}

  private ShownThrough() {}

  /** The rulings without those of the back. */
  static List<Ruling> without(GrayImage picture, List<Ruling> lines) {
    Map<Ruling, Profile> profiles = new IdentityHashMap<>();
    for (Ruling line : lines) {
      Profile profile = profile(picture, line);
      if (profile != null) {
        profiles.put(line, profile);
      }
    }
    List<Ruling> kept = new ArrayList<>(lines);
    for (boolean horizontal : new boolean[] {true, false}) {
      Profile usual =
          usual(lines.stream().filter(line -> line.horizontal() == horizontal).toList(), profiles);
      if (usual != null) {
        kept.removeIf(
            line -> line.horizontal() == horizontal && isBehind(profiles.get(line), usual));
      }
    }
    return kept;
  }

  private static boolean isBehind(@Nullable Profile profile, Profile own) {
    return profile != null
        && profile.contrast <= MAX_CONTRAST_SHARE * own.contrast
        && profile.slope <= MAX_SLOPE_SHARE * own.slope;
  }

  /** How most of the rulings of one direction look; null if none was clean enough to tell. */
  private static @Nullable Profile usual(List<Ruling> lines, Map<Ruling, Profile> profiles) {
    List<Ruling> known =
        lines.stream()
            .filter(profiles::containsKey)
            .sorted(Comparator.comparingDouble(line -> contrast(profiles, line)))
            .toList();
    double total = known.stream().mapToDouble(Ruling::length).sum();
    double length = 0;
    for (Ruling line : known) {
      length += line.length();
      if (length >= DARK_PART * total) {
        double contrast = contrast(profiles, line);
        double[] slopes =
            known.stream()
                .filter(other -> contrast(profiles, other) >= OWN_SHARE * contrast)
                .mapToDouble(other -> slope(profiles, other))
                .sorted()
                .toArray();
        return new Profile(contrast, slopes[slopes.length / 2]);
      }
    }
    return null;
  }

  private static double contrast(Map<Ruling, Profile> profiles, Ruling line) {
    Profile profile = profiles.get(line);
    return profile == null ? 0 : profile.contrast;
  }

  private static double slope(Map<Ruling, Profile> profiles, Ruling line) {
    Profile profile = profiles.get(line);
    return profile == null ? 0 : profile.slope;
  }

  /** How a ruling looks where no print is near: the middle of what windows along it show. */
  private static @Nullable Profile profile(GrayImage picture, Ruling line) {
    int along = line.horizontal() ? picture.width : picture.height;
    int across = line.horizontal() ? picture.height : picture.width;
    int middle = (int) line.position();
    if (middle < REACH || middle >= across - REACH) {
      return null;
    }
    List<Profile> windows = new ArrayList<>();
    int end = Math.min(along, (int) line.end()) - WINDOW;
    for (int from = Math.max(0, (int) line.start()); from <= end; from += WINDOW) {
      Profile window = window(picture, line.horizontal(), middle, from);
      if (window != null) {
        windows.add(window);
      }
    }
    if (windows.size() < MIN_WINDOWS) {
      return null;
    }
    double[] contrasts = windows.stream().mapToDouble(Profile::contrast).sorted().toArray();
    double[] slopes = windows.stream().mapToDouble(Profile::slope).sorted().toArray();
    return new Profile(contrasts[contrasts.length / 2], slopes[slopes.length / 2]);
  }

  private static @Nullable Profile window(
      GrayImage picture, boolean horizontal, int middle, int from) {
    double[] dark = new double[2 * REACH + 1];
    for (int k = 0; k < dark.length; k++) {
      int sum = 0;
      int at =
          Math.max(
              0, Math.min((horizontal ? picture.height : picture.width) - 1, middle + k - REACH));
      for (int i = from; i < from + WINDOW; i++) {
        sum += 255 - (horizontal ? picture.at(i, at) : picture.at(at, i));
      }
      dark[k] = (double) sum / WINDOW;
    }
    int best = REACH;
    for (int k = REACH - MAX_MISS; k <= REACH + MAX_MISS; k++) {
      best = dark[k] > dark[best] ? k : best;
    }
    double one = dark[best - HALF_WIDTH - 1];
    double other =
        dark[best + HALF_WIDTH + 1 < dark.length ? best + HALF_WIDTH + 1 : dark.length - 1];
    double paper = Math.min(one, other);
    double contrast = dark[best] - paper;
    if (contrast <= GRAIN || Math.max(one, other) > paper + MAX_SIDE_SHARE * contrast + GRAIN) {
      return null;
    }
    double steepest = 0;
    for (int k = best - HALF_WIDTH; k < best + HALF_WIDTH && k + 1 < dark.length; k++) {
      steepest = Math.max(steepest, Math.abs(dark[k + 1] - dark[k]));
    }
    return new Profile(contrast, steepest / contrast);
  }
}
