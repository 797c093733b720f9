package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.PageCurl;
import org.yusuan.page.Resolution;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;

/**
 * Measures how a page curls towards the spine of a book by its rulings, which are level over most
 * of the page and bend away at one end. Lengths are inches; constants are guesses.
 */
public final class CurledRulings {
  /** A ruling that is followed is level over at least this much. */
  private static final double MIN_LEVEL = 1.5;

  /** Thicker ink is print or a ruling that crosses. */
  private static final double MAX_THICKNESS = 0.035;

  /** Such ink, or a gap, hides a ruling over at most this length. */
  private static final double MAX_HIDDEN = 0.15;

  /** The way of a ruling goes on as over this length before. */
  private static final double SLOPE_LENGTH = 0.1;

  /** Steeper it is not followed. */
  private static final double MAX_SLOPE = 0.4;

  /** From column to column its middle moves by at most so many pixels from where it is expected. */
  private static final double MAX_JUMP = 2;

  /** The distance between the places at which curl is measured. */
  private static final double STEP = 0.04;

  /** At least so many rulings tell how far lines have moved at a place. */
  private static final int MIN_RULINGS = 4;

  /** And they lie so far apart, root mean square, if those farther down move farther. */
  private static final double MIN_LEVER = 0.5;

  /** A ruling this far off what the others tell was lost on its way. */
  private static final double MAX_OFF = 0.015;

  /** The share of the rulings at a place that tell the same. */
  private static final double MIN_ALIKE = 0.7;

  /** A page curls if lines have moved by at least this much somewhere: less hides no ruling. */
  private static final double MIN_CURL = 0.02;

  /** Over so many places the measures are made even. */
  private static final int EVEN_PLACES = 5;

  private final BinaryImage ink;
  private final double dpi;
  private final int places;

  private CurledRulings(BinaryImage ink, double dpi) {
    this.ink = ink;
    this.dpi = dpi;
    this.places = (int) (ink.width / (STEP * dpi)) + 1;
  }

  /** A ruling: its height where it is level, and how far it has moved at each place; NaN beyond. */
  private record Bent(double level, double[] moved) {}

  /** What the rulings tell at one place; its size is how far lines have moved there at most. */
  private record Measure(double shift, double stretch, double size) {}

  /**
   * How a page curls; {@link PageCurl#NONE} if it does not, or its rulings do not tell.
   *
   * @param picture a page that is straight but for its curl
   * @param threshold grey below which a pixel may belong to a ruling
   * @param lines its rulings as far as they are level, in pixels
   */
  public static PageCurl measured(
      GrayImage picture, int threshold, List<Ruling> lines, double dpi) {
    CurledRulings rulings = new CurledRulings(BinaryImage.darkerThan(picture, threshold), dpi);
    List<Bent> bent =
        lines.stream()
            .filter(Ruling::horizontal)
            .filter(line -> line.length() >= MIN_LEVEL * dpi)
            .map(rulings::followed)
            .toList();
    return bent.size() < MIN_RULINGS ? PageCurl.NONE : rulings.curl(bent);
  }

  private Bent followed(Ruling line) {
    double[] middles = new double[ink.width];
    Arrays.fill(middles, Double.NaN);
    int middle = (int) ((line.start() + line.end()) / 2);
    follow(middles, middle, line.position(), -1);
    follow(middles, middle, line.position(), 1);
    double[] sorted = Arrays.stream(middles).filter(y -> !Double.isNaN(y)).sorted().toArray();
    double level = sorted.length == 0 ? line.position() : sorted[sorted.length / 2];
    double[] moved = new double[places];
    for (int i = 0; i < places; i++) {
      int x = (int) (i * STEP * dpi);
      double sum = 0;
      int count = 0;
      for (int near = x; near < Math.min(ink.width, x + STEP * dpi); near++) {
        if (!Double.isNaN(middles[near])) {
          sum += middles[near] - level;
          count++;
        }
      }
      moved[i] = count == 0 ? Double.NaN : sum / count;
    }
    return new Bent(level, moved);
  }

  /** Notes the middles of a ruling from a place on, as long as it is seen. */
  private void follow(double[] middles, int from, double height, int step) {
    int back = (int) Math.round(SLOPE_LENGTH * dpi);
    int thickest = (int) Math.round(MAX_THICKNESS * dpi);
    List<Double> way = new ArrayList<>();
    int hidden = 0;
    for (int x = from; x >= 0 && x < ink.width && hidden <= MAX_HIDDEN * dpi; x += step) {
      double expected = height;
      if (!way.isEmpty()) {
        int last = way.size() - 1;
        int first = Math.max(0, last - back);
        double slope = last == first ? 0 : (way.get(last) - way.get(first)) / (last - first);
        expected = way.get(last) + Math.max(-MAX_SLOPE, Math.min(MAX_SLOPE, slope));
      }
      double middle = middle(x, (int) Math.round(expected), thickest);
      if (Math.abs(middle - expected) <= MAX_JUMP) {
        middles[x] = middle;
        way.add(middle);
        hidden = 0;
      } else {
        way.add(expected);
        hidden++;
      }
    }
  }

  /** The middle of thin ink about a height; NaN if there is none. */
  private double middle(int x, int expected, int thickest) {
    for (int away : new int[] {0, 1, -1, 2, -2}) {
      if (isInk(x, expected + away)) {
        int top = expected + away;
        int bottom = top + 1;
        while (isInk(x, top - 1) && bottom - top <= thickest) {
          top--;
        }
        while (isInk(x, bottom) && bottom - top <= thickest) {
          bottom++;
        }
        return bottom - top > thickest ? Double.NaN : (top + bottom - 1) / 2.0;
      }
    }
    return Double.NaN;
  }

  private boolean isInk(int x, int y) {
    return y >= 0 && y < ink.height && ink.ink[y * ink.width + x];
  }

  private PageCurl curl(List<Bent> rulings) {
    @Nullable Measure[] measures = new Measure[places];
    double most = 0;
    @Nullable Measure last = null;
    for (int i = 0; i < places; i++) {
      measures[i] = measure(rulings, i);
      if (measures[i] != null) {
        most = Math.max(most, measures[i].size());
        if (last == null) {
          Arrays.fill(measures, 0, i, measures[i]);
        }
        last = measures[i];
      } else if (last != null) {
        measures[i] = last;
      }
    }
    if (last == null || most < MIN_CURL * dpi) {
      return PageCurl.NONE;
    }
    double point = Resolution.POINTS_PER_INCH / dpi;
    List<Double> shifts = new ArrayList<>();
    List<Double> stretches = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      int first = Math.max(0, i - EVEN_PLACES / 2);
      int end = Math.min(places, i + EVEN_PLACES / 2 + 1);
      Measure[] near = Arrays.copyOfRange(measures, first, end);
      shifts.add(Arrays.stream(near).mapToDouble(Measure::shift).average().orElse(0) * point);
      stretches.add(Arrays.stream(near).mapToDouble(Measure::stretch).average().orElse(0));
    }
    return new PageCurl(STEP * Resolution.POINTS_PER_INCH, shifts, stretches);
  }

  /** What most rulings at a place tell alike; null if there are too few. */
  private @Nullable Measure measure(List<Bent> rulings, int place) {
    List<Bent> here = rulings.stream().filter(line -> !Double.isNaN(line.moved()[place])).toList();
    List<Bent> alike = here;
    Measure fit = new Measure(0, 0, 0);
    for (int round = 0; round < 3; round++) {
      if (alike.size() < MIN_RULINGS || alike.size() < MIN_ALIKE * here.size()) {
        return null;
      }
      fit = fit(alike, place);
      Measure found = fit;
      alike =
          here.stream()
              .filter(
                  line ->
                      Math.abs(line.moved()[place] - found.shift() - found.stretch() * line.level())
                          <= MAX_OFF * dpi)
              .toList();
    }
    return fit;
  }

  private Measure fit(List<Bent> rulings, int place) {
    double y = rulings.stream().mapToDouble(Bent::level).average().orElse(0);
    double[] moved = rulings.stream().mapToDouble(line -> line.moved()[place]).sorted().toArray();
    double mean = Arrays.stream(moved).average().orElse(0);
    double yy = 0;
    double yd = 0;
    for (Bent line : rulings) {
      yy += (line.level() - y) * (line.level() - y);
      yd += (line.level() - y) * (line.moved()[place] - mean);
    }
    boolean lever = Math.sqrt(yy / rulings.size()) >= MIN_LEVER * dpi;
    double stretch = lever ? yd / yy : 0;
    double size = Math.max(Math.abs(moved[0]), Math.abs(moved[moved.length - 1]));
    return new Measure(mean - stretch * y, stretch, size);
  }
}
