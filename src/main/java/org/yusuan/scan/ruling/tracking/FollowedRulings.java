package org.yusuan.scan.ruling.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

/**
 * Follows rulings beyond the place where a threshold lost them, as in the shaded head of a table or
 * where print is faded. Where a ruling would go on is known, so the grain of the paper can be
 * averaged away: it goes on where piece after piece of its way is darker than both its sides, and
 * ways beside it are not. It is followed to a ruling that it meets, or to where several end at one
 * height and something dark crosses there, which is a ruling too. Lengths are inches; constants are
 * guesses unless they say what was measured.
 */
public final class FollowedRulings {
  /** A shorter ruling does not tell where another piece of it may be. */
  private static final double MIN_LENGTH = 0.3;

  /** A ruling that ends within this distance of another meets it. */
  private static final double MEETING = 0.04;

  /**
   * Where print is not faded, a ruling that was lost has at least this share of the contrast of
   * those that were found: the grain of a photo had less beside black rulings.
   */
  private static final double MIN_OWN_SHARE = 0.06;

  /** The contrasts of its pieces, as far as they are alike, add up to at least this. */
  private static final double MIN_SUM = 4;

  /** A ruling has ended where the sum of contrasts falls by this. */
  private static final double MAX_FALL = 9;

  /** Two rulings of one direction are at least this far apart. */
  private static final double MIN_APART = 0.1;

  /** This close to a ruling that it crosses, a ruling is looked at apart. */
  private static final double MARGIN = 0.03;

  /** Pixels beside a ruling that its blur may darken. */
  private static final int SKIPPED_PIXELS = 3;

  /** Between rulings farther apart than this one line of print leaves more white than that. */
  private static final double HIGH_BAND = 0.35;

  /** There it is at least this share as dark as elsewhere. */
  private static final double MIN_MARGIN_SHARE = 0.15;

  private final WayContrasts ways;
  private final double dpi;
  private final int piece;
  private final double meeting;
  private final double least;

  private FollowedRulings(GrayImage picture, List<Ruling> lines, boolean faded, double dpi) {
    this.ways = new WayContrasts(picture, dpi);
    this.dpi = dpi;
    this.piece = ways.piece();
    this.least = Math.max(ways.least(), faded ? 0 : MIN_OWN_SHARE * usual(lines));
    this.meeting = MEETING * dpi;
  }

  /**
   * The rulings, followed as far as they go on.
   *
   * @param picture a straightened page
   * @param lines those that were found, in pixels
   * @param faded whether its print was faded, so that rulings were drawn where they were seen
   */
  public static List<Ruling> followed(
      GrayImage picture, List<Ruling> lines, boolean faded, double dpi) {
    if (lines.stream().allMatch(Ruling::horizontal)) {
      return lines;
    }
    FollowedRulings rulings = new FollowedRulings(picture, lines, faded, dpi);
    List<Ruling> across = rulings.lengthened(lines, true);
    List<Ruling> crossed = rulings.crossed(across);
    List<Ruling> down = rulings.lengthened(crossed, false);
    return new RectangularCells(rulings.ways, rulings.meeting, rulings.least)
        .completed(rulings.lengthened(down, true));
  }

  /** The contrast that the rulings of the page have where they were found: the middle one's. */
  private double usual(List<Ruling> lines) {
    double[] contrasts =
        lines.stream()
            .filter(line -> line.length() >= MIN_LENGTH * dpi)
            .mapToDouble(
                line -> {
                  double[] own =
                      ways.of(
                          line.horizontal(),
                          (int) Math.floor(line.position()),
                          (int) line.start(),
                          (int) line.end());
                  return WayContrasts.palest(own, own.length);
                })
            .sorted()
            .toArray();
    return contrasts.length == 0 ? 0 : contrasts[contrasts.length / 2];
  }

  /** The rulings, with those of one direction lengthened up to others that they meet. */
  private List<Ruling> lengthened(List<Ruling> lines, boolean horizontal) {
    List<Ruling> longer = new ArrayList<>();
    for (Ruling line : lines) {
      if (line.horizontal() != horizontal || line.length() < MIN_LENGTH * dpi) {
        longer.add(line);
        continue;
      }
      longer.add(
          new Ruling(
              horizontal,
              line.position(),
              met(line, lines, -1, followed(line, lines, -1)),
              met(line, lines, 1, followed(line, lines, 1)),
              line.thickness()));
    }
    return longer;
  }

  /**
   * The rulings with those across that are missing altogether, at the height where some between
   * columns end.
   */
  private List<Ruling> crossed(List<Ruling> lines) {
    List<Ruling> down = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    for (Ruling line : lines) {
      if (line.horizontal() || line.length() < MIN_LENGTH * dpi) {
        continue;
      }
      double start = followed(line, lines, -1);
      double end = followed(line, lines, 1);
      down.add(new Ruling(false, line.position(), start, end, line.thickness()));
      if (start < line.start() - MIN_APART * dpi && ends(start, lines, line)) {
        heights.add(start);
      }
      if (end > line.end() + MIN_APART * dpi && ends(end, lines, line)) {
        heights.add(end);
      }
    }
    down.sort(Comparator.comparingDouble(Ruling::position));
    List<Ruling> all = new ArrayList<>(lines);
    for (double height : heights) {
      Ruling open = null;
      for (Ruling line : down) {
        boolean reaches = line.start() <= height + meeting && line.end() >= height - meeting;
        if (!reaches) {
          continue;
        }
        if (open != null && line.position() - open.position() >= MIN_APART * dpi) {
          addCrossing(all, open.position(), line.position(), height);
        }
        open = line;
      }
    }
    return all;
  }

  /** Whether no ruling across is near the place where one down ends. */
  private boolean ends(double height, List<Ruling> lines, Ruling line) {
    return crossing(line, lines).noneMatch(at -> Math.abs(at - height) <= MIN_APART * dpi);
  }

  private void addCrossing(List<Ruling> all, double from, double to, double height) {
    for (Ruling line : all) {
      if (line.horizontal()
          && Math.abs(line.position() - height) <= MIN_APART * dpi
          && line.start() < to - meeting
          && line.end() > from + meeting) {
        return;
      }
    }
    int start = (int) Math.round(from) + 3;
    int end = (int) Math.round(to) - 3;
    int reach = (int) Math.round(meeting);
    int best = 0;
    double most = 0;
    for (int y = (int) height - reach; y <= height + reach; y++) {
      double[] contrasts = ways.of(true, y, start, end);
      double here = WayContrasts.palest(contrasts, contrasts.length);
      if (here > most) {
        most = here;
        best = y;
      }
    }
    int near = (int) Math.round(MARGIN * dpi);
    double margins =
        Math.min(ways.at(true, best, start, near, 2), ways.at(true, best, end - near, near, 2));
    if (most >= least && margins >= least / 2 && ways.isAlone(true, best, start, end, most)) {
      all.add(new Ruling(true, best + 0.5, from, to, 1));
    }
  }

  /** Where a ruling ends if it is followed beyond one end; that end if it does not go on. */
  private double followed(Ruling line, List<Ruling> lines, int step) {
    double found = step < 0 ? line.start() : line.end();
    double limit = limit(line, lines, step);
    int pieces = (int) (Math.abs(limit - found) / piece);
    if (pieces < 2) {
      return limit;
    }
    int from = (int) Math.round(found);
    double best = found;
    double most = 0;
    for (int aside = -2; aside <= 2; aside++) {
      int position = (int) Math.floor(line.position()) + aside;
      double[] contrasts = ways.of(line.horizontal(), position, from, from + step * pieces * piece);
      int count = goesOn(contrasts);
      double contrast = WayContrasts.palest(contrasts, count);
      if (count >= 2
          && contrast >= least
          && count * contrast >= MIN_SUM
          && count * contrast > most
          && ways.isAlone(
              line.horizontal(), position, from, from + step * count * piece, contrast)) {
        most = count * contrast;
        best = from + step * count * piece;
      }
    }
    return best == found
        ? found
        : throughBands(line, lines, step, Math.abs(limit - best) <= meeting + piece ? limit : best);
  }

  /**
   * Where a way that was followed ends for lack of a ruling: each part of it between two others
   * that it crosses has one close to both of them, where a character leaves white.
   */
  private double throughBands(Ruling line, List<Ruling> lines, int step, double end) {
    double found = step < 0 ? line.start() : line.end();
    double[] crossed =
        crossing(line, lines)
            .filter(at -> (at - found) * step > meeting && (end - at) * step >= -1)
            .map(at -> at * step)
            .sorted()
            .map(at -> at * step)
            .toArray();
    double from = found;
    for (double to : crossed) {
      if (Math.abs(to - from) > HIGH_BAND * dpi) {
        from = to;
        continue;
      }
      int near = (int) Math.round(MARGIN * dpi);
      int begin = (int) Math.round(from) + step * SKIPPED_PIXELS;
      int last = (int) Math.round(to) - step * SKIPPED_PIXELS;
      double margins =
          Math.min(
              contrast(line, Math.min(begin, begin + step * near), near),
              contrast(line, Math.min(last, last - step * near), near));
      double[] all = ways.of(line.horizontal(), (int) Math.floor(line.position()), begin, last);
      double middle =
          Arrays.stream(all)
              .map(here -> Math.min(2 * WayContrasts.CLIPPED, here))
              .average()
              .orElse(0);
      if (margins < Math.max(least / 2, MIN_MARGIN_SHARE * middle)) {
        return from;
      }
      from = to;
    }
    return end;
  }

  private double contrast(Ruling line, int low, int length) {
    return ways.at(line.horizontal(), (int) Math.floor(line.position()), low, length, 2);
  }

  /** How many pieces of a way from its beginning are of a ruling. */
  private int goesOn(double[] contrasts) {
    double sum = 0;
    double most = 0;
    int count = 0;
    for (int i = 0; i < contrasts.length && sum > most - MAX_FALL; i++) {
      // Neither one stroke of print nor one place where print touches the ruling decides.
      sum += Math.max(-WayContrasts.CLIPPED, Math.min(WayContrasts.CLIPPED, contrasts[i])) - least;
      if (sum > most) {
        most = sum;
        count = i + 1;
      }
    }
    return count;
  }

  /** The farthest place to which a ruling may go on: the last other that would cross it there. */
  private double limit(Ruling line, List<Ruling> lines, int step) {
    double found = step < 0 ? line.start() : line.end();
    double[] ways =
        crossing(line, lines).map(at -> (at - found) * step).filter(way -> way > 0).toArray();
    double farthest = Arrays.stream(ways).max().orElse(0);
    return found + step * farthest;
  }

  /** Where others of a page cross the way of a ruling. */
  private DoubleStream crossing(Ruling line, List<Ruling> lines) {
    return lines.stream()
        .filter(other -> other.horizontal() != line.horizontal())
        .filter(other -> other.start() - meeting <= line.position())
        .filter(other -> other.end() + meeting >= line.position())
        .mapToDouble(Ruling::position);
  }

  /** The end of a ruling that was followed: where it meets the last other on its way. */
  private double met(Ruling line, List<Ruling> lines, int step, double end) {
    double found = step < 0 ? line.start() : line.end();
    double way = (end - found) * step;
    double met =
        crossing(line, lines)
            .map(at -> (at - found) * step)
            .filter(at -> at > 0 && at <= way + meeting)
            .max()
            .orElse(0);
    return found + step * met;
  }
}
