package org.yusuan.scan.restoration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.Morphology;

/**
 * Takes out a pattern that goes over a whole picture in fixed steps: the dots of a halftone, the
 * pixels of a display that was photographed. It is a few waves, which stand out of the spectrum of
 * all squares of the picture, away from its axes, where rows of text and rulings are. How strong
 * each wave is at a place is measured on the paper around it, so that print stays sharp. Constants
 * are guesses unless they say what was measured.
 */
final class PeriodicPattern {
  /** Side of the squares whose spectra are taken, in pixels. */
  private static final int SIDE = 64;

  /** Standard deviation of tones below which a square is bare paper. */
  private static final double MIN_DEVIATION = 3;

  /**
   * Share of squares that are not bare: 1.0 on four pages with screens, 0.24 to 0.8 on others but
   * faint ones and copies of copies, which have 0.96 and more and no waves.
   */
  private static final double MIN_COVERED = 0.8;

  /** At least so many squares tell. */
  private static final int MIN_SQUARES = 9;

  /** At most so many squares are looked at. */
  private static final int MAX_SQUARES = 120;

  /** Waves are shorter than this, in pixels: longer ones are steps of print. */
  private static final double MAX_LENGTH = 11;

  /** Waves are at least so far from the axes of the spectrum, in steps of it. */
  private static final int MIN_OFF_AXIS = 2;

  /**
   * By how much the logarithm of a wave's energy is above that of waves near by: the strongest of
   * four pages with screens 6.5 to 7.1, of 18 other pages 2 at most, of dots of a printer 2.6.
   */
  private static final double MIN_MAIN = 4.5;

  /** The same of waves that come with such a one. */
  private static final double MIN_FURTHER = 2.4;

  /** Two waves nearer than this, in steps of the spectrum, are one. */
  private static final double MIN_APART = 1.2;

  /** Waves between two others that are longer than this, in steps, are no pattern but light. */
  private static final double MIN_BEAT = 4;

  /** Standard deviation, in pixels, of the window in which a wave is measured. */
  private static final double WINDOW_PIXELS = 9;

  /** The same of that in which paper is. */
  private static final double PAPER_PIXELS = 4;

  /** What is darker than this share of the paper around it is print. */
  private static final double MIN_PAPER_SHARE = 0.8;

  /** The picture is so much blurred, in pixels, before its paper is sought. */
  private static final double STROKE_BLUR_PIXELS = 3;

  /** And so much before its print is, so that the pattern is none. */
  private static final double PRINT_BLUR_PIXELS = 2;

  /** Where fewer pixels of a square than this are paper, its tone is that of lighter ones near. */
  private static final float MIN_KNOWN = 0.8f;

  /**
   * Waves are measured with less weight where fewer pixels of a square than about this are paper.
   */
  private static final float MIN_SEEN = 0.32f;

  /** The pattern makes paper at most so dark. */
  private static final float MIN_SHARE = 0.3f;

  /** And at most so light. */
  private static final float MAX_SHARE = 2;

  /** Waves shorter than this, in pixels, are gone when the picture is blurred for its print. */
  private static final double MIN_LENGTH = 2.3;

  /** A gap between two dots of a line is at most so wide, in pixels. */
  private static final int MAX_GAP = 8;

  /** The tone that paper gets. */
  private static final float PAPER_TONE = 257;

  /** A wave of the spectrum: steps across and down. */
  private record Wave(double across, double down) {
    double distance(Wave other) {
      return Math.hypot(across - other.across, down - other.down);
    }
  }

  private final GrayImage image;
  private final double[] energy;

  private PeriodicPattern(GrayImage image, double[] energy) {
    this.image = image;
    this.energy = energy;
  }

  /** The picture without the pattern; the picture itself if it has none. */
  static GrayImage takenOut(GrayImage image) {
    double[] energy = energy(image);
    if (energy.length == 0) {
      return image;
    }
    PeriodicPattern pattern = new PeriodicPattern(image, energy);
    List<Wave> waves = pattern.waves();
    return waves.isEmpty() ? image : pattern.without(waves);
  }

  /**
   * The logarithm of the usual energy of each wave over the squares of a picture; empty if much of
   * it is bare paper.
   */
  private static double[] energy(GrayImage image) {
    int rows = image.height / SIDE;
    int columns = image.width / SIDE;
    int step = Math.max(1, (int) Math.ceil((double) rows * columns / MAX_SQUARES));
    List<float[]> spectra = new ArrayList<>();
    int squares = 0;
    SquareSpectrum transform = new SquareSpectrum(SIDE);
    for (int i = step / 2; i < rows * columns; i += step) {
      float[] square = new float[SIDE * SIDE];
      squares++;
      if (transform.cut(image, i % columns * SIDE, i / columns * SIDE, square) >= MIN_DEVIATION) {
        spectra.add(transform.energy(square));
      }
      if (squares - spectra.size() > (1 - MIN_COVERED) * rows * columns / step + 1) {
        return new double[0];
      }
    }
    if (spectra.size() < MIN_SQUARES || spectra.size() < MIN_COVERED * squares) {
      return new double[0];
    }
    double[] usual = new double[SIDE * SIDE];
    float[] of = new float[spectra.size()];
    for (int k = 0; k < usual.length; k++) {
      for (int i = 0; i < of.length; i++) {
        of[i] = spectra.get(i)[k];
      }
      Arrays.sort(of);
      usual[k] = Math.log(of[of.length / 2] + 1e-6);
    }
    return usual;
  }

  private double at(int across, int down) {
    return energy[Math.floorMod(down, SIDE) * SIDE + Math.floorMod(across, SIDE)];
  }

  /** The waves of the pattern; none if no wave stands out. */
  private List<Wave> waves() {
    record Peak(Wave wave, double height) {}
    List<Peak> peaks = new ArrayList<>();
    for (int across = MIN_OFF_AXIS; across <= SIDE / 2; across++) {
      for (int down = -SIDE / 2; down < SIDE / 2; down++) {
        if (Math.abs(down) < MIN_OFF_AXIS
            || Math.hypot(across, down) * MAX_LENGTH < SIDE
            || Math.hypot(across, down) * MIN_LENGTH > SIDE
            || !isHighest(across, down)) {
          continue;
        }
        double height = at(across, down) - around(across, down);
        if (height > MIN_FURTHER) {
          peaks.add(
              new Peak(
                  new Wave(
                      across + top(at(across - 1, down), at(across, down), at(across + 1, down)),
                      down + top(at(across, down - 1), at(across, down), at(across, down + 1))),
                  height));
        }
      }
    }
    List<Wave> main =
        peaks.stream()
            .filter(peak -> peak.height() > MIN_MAIN)
            .sorted(Comparator.comparingDouble(Peak::height).reversed())
            .map(Peak::wave)
            .toList();
    if (main.isEmpty()) {
      return List.of();
    }
    List<Wave> waves = new ArrayList<>(peaks.stream().map(Peak::wave).toList());
    for (int i = 0; i < main.size(); i++) {
      for (int k = 0; k <= i; k++) {
        Wave a = main.get(i);
        Wave b = main.get(k);
        addBeat(a.across() + b.across(), a.down() + b.down(), waves);
        addBeat(a.across() - b.across(), a.down() - b.down(), waves);
      }
    }
    return waves;
  }

  /** Adds what two waves make together, which may lie on an axis. */
  private static void addBeat(double across, double down, List<Wave> waves) {
    Wave beat = across < 0 ? new Wave(-across, -down) : new Wave(across, down);
    double half = SIDE / 2.0;
    if (Math.hypot(across, down) >= MIN_BEAT
        && Math.hypot(across, down) * MIN_LENGTH <= SIDE
        && beat.across() <= half
        && Math.abs(beat.down()) <= half
        && waves.stream().noneMatch(wave -> wave.distance(beat) < MIN_APART)) {
      waves.add(beat);
    }
  }

  private boolean isHighest(int across, int down) {
    double here = at(across, down);
    for (int y = -1; y <= 1; y++) {
      for (int x = -1; x <= 1; x++) {
        if (at(across + x, down + y) > here) {
          return false;
        }
      }
    }
    return true;
  }

  /** The usual energy near a wave, but for its own. */
  private double around(int across, int down) {
    double[] near = new double[11 * 11 - 5 * 5];
    int count = 0;
    for (int y = -5; y <= 5; y++) {
      for (int x = -5; x <= 5; x++) {
        if (Math.max(Math.abs(x), Math.abs(y)) >= 3) {
          near[count++] = at(across + x, down + y);
        }
      }
    }
    Arrays.sort(near);
    return near[count / 2];
  }

  /** Where a parabola through three values at -1, 0 and 1 is highest. */
  private static double top(double before, double here, double after) {
    double bend = before - 2 * here + after;
    return Math.abs(bend) < 1e-9 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / 2 / bend));
  }

  private GrayImage without(List<Wave> waves) {
    int width = image.width;
    int height = image.height;
    CoarseSums lightest = paper();
    boolean[] print = print(lightest);
    CoarseSums known = new CoarseSums(width, height);
    CoarseSums base = new CoarseSums(width, height);
    CoarseSums seen = new CoarseSums(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (!print[y * width + x]) {
          known.add(x, y, 1);
          seen.add(x, y, 1);
          base.add(x, y, image.at(x, y));
        }
      }
    }
    known.blur(PAPER_PIXELS);
    seen.blur(WINDOW_PIXELS);
    base.blur(PAPER_PIXELS);
    base.divide(known, 1e-3f);
    base.replaceWhereSmall(known, MIN_KNOWN, lightest);
    float[] pattern = new float[print.length];
    for (Wave wave : waves) {
      add(wave, print, base, seen, pattern);
    }
    byte[] pixels = new byte[print.length];
    float[] paper = new float[width];
    for (int y = 0; y < height; y++) {
      base.fill(y, paper);
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        float tone = Math.max(1, paper[x]);
        float share = Math.max(MIN_SHARE, Math.min(MAX_SHARE, 1 + pattern[at] / tone));
        pixels[at] = (byte) Math.min(255, Math.round(image.at(x, y) / share / tone * PAPER_TONE));
      }
    }
    return RowsOfDots.asLines(new GrayImage(width, height, pixels), gap(waves));
  }

  /** The widest gap, in pixels, that the longest wave off the axes leaves between two dots. */
  private static int gap(List<Wave> waves) {
    double least =
        waves.stream()
            .mapToDouble(wave -> Math.min(wave.across(), Math.abs(wave.down())))
            .filter(steps -> steps >= MIN_OFF_AXIS)
            .min()
            .orElse(SIDE);
    return (int) Math.min(MAX_GAP, Math.round(SIDE / least));
  }

  /** Adds what a wave makes of paper. */
  private void add(Wave wave, boolean[] print, CoarseSums base, CoarseSums seen, float[] pattern) {
    int width = image.width;
    int height = image.height;
    float[] across = phases(wave.across(), width);
    float[] down = phases(wave.down(), height);
    CoarseSums cosines = new CoarseSums(width, height);
    CoarseSums sines = new CoarseSums(width, height);
    float[] paper = new float[width];
    for (int y = 0; y < height; y++) {
      base.fill(y, paper);
      for (int x = 0; x < width; x++) {
        if (!print[y * width + x]) {
          float rest = image.at(x, y) - paper[x];
          cosines.add(x, y, rest * cosine(across, down, x, y));
          sines.add(x, y, rest * sine(across, down, x, y));
        }
      }
    }
    cosines.blur(WINDOW_PIXELS);
    sines.blur(WINDOW_PIXELS);
    cosines.divide(seen, MIN_SEEN);
    sines.divide(seen, MIN_SEEN);
    float[] even = new float[width];
    float[] odd = new float[width];
    for (int y = 0; y < height; y++) {
      cosines.fill(y, even);
      sines.fill(y, odd);
      for (int x = 0; x < width; x++) {
        pattern[y * width + x] +=
            2 * (even[x] * cosine(across, down, x, y) + odd[x] * sine(across, down, x, y));
      }
    }
  }

  /** The cosine and the sine of a wave at each place along one side, by turns. */
  private static float[] phases(double steps, int length) {
    float[] phases = new float[2 * length];
    for (int i = 0; i < length; i++) {
      double angle = 2 * Math.PI * steps * i / SIDE;
      phases[2 * i] = (float) Math.cos(angle);
      phases[2 * i + 1] = (float) Math.sin(angle);
    }
    return phases;
  }

  private static float cosine(float[] across, float[] down, int x, int y) {
    return across[2 * x] * down[2 * y] - across[2 * x + 1] * down[2 * y + 1];
  }

  private static float sine(float[] across, float[] down, int x, int y) {
    return across[2 * x + 1] * down[2 * y] + across[2 * x] * down[2 * y + 1];
  }

  /** The tone of the paper around each pixel, without steps. */
  private CoarseSums paper() {
    GrayImage light = Morphology.closed(image.blur(STROKE_BLUR_PIXELS).reduced(CoarseSums.SIDE), 3);
    CoarseSums paper = new CoarseSums(image.width, image.height);
    for (int y = 0; y < light.height; y++) {
      for (int x = 0; x < light.width; x++) {
        paper.add(x * CoarseSums.SIDE, y * CoarseSums.SIDE, light.at(x, y));
      }
    }
    paper.blur(2 * PAPER_PIXELS);
    return paper;
  }

  /** Where print is, and next to it. */
  private boolean[] print(CoarseSums lightest) {
    int width = image.width;
    GrayImage smooth = image.blur(PRINT_BLUR_PIXELS);
    boolean[] print = new boolean[smooth.pixels.length];
    float[] paper = new float[width];
    for (int y = 1; y < image.height - 1; y++) {
      lightest.fill(y, paper);
      for (int x = 1; x < width - 1; x++) {
        if (smooth.at(x, y) <= MIN_PAPER_SHARE * paper[x]) {
          for (int near = -1; near <= 1; near++) {
            int at = (y + near) * width + x;
            Arrays.fill(print, at - 1, at + 2, true);
          }
        }
      }
    }
    return print;
  }
}
