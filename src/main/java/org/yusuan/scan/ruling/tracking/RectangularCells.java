package org.yusuan.scan.ruling.tracking;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.Ruling;

/**
 * Lengthens rulings of which two end at one corner amid a table: cells are rectangles, so one of
 * them goes on, the one whose way is the darker.
 *
 * @param ways what the page shows on the ways of rulings
 * @param meeting rulings that come as near as this, in pixels, meet
 * @param least the contrast from which on a way may be that of a ruling
 */
record RectangularCells(WayContrasts ways, double meeting, double least) {

  /** The rulings of a page, in pixels, with those that end at such corners lengthened. */
  List<Ruling> completed(List<Ruling> lines) {
    List<Ruling> all = new ArrayList<>(lines);
    for (int i = 0; i < all.size(); i++) {
      for (int k = 0; k < all.size(); k++) {
        for (int step = -1; step <= 1; step += 2) {
          for (int aside = -1; aside <= 1; aside += 2) {
            goOn(all, i, step, k, aside);
          }
        }
      }
    }
    return all;
  }

  /** Lengthens one of a ruling down and one across, if they end at one corner. */
  private void goOn(List<Ruling> all, int i, int step, int k, int aside) {
    Ruling down = all.get(i);
    Ruling across = all.get(k);
    if (down.horizontal()
        || !across.horizontal()
        || Math.abs(end(down, step) - across.position()) > meeting
        || Math.abs(end(across, aside) - down.position()) > meeting) {
      return;
    }
    double up = next(down, all, step);
    double sideways = next(across, all, aside);
    if (Double.isNaN(up) || Double.isNaN(sideways)) {
      return;
    }
    double onward = ways.mean(down, end(down, step), up);
    double beside = ways.mean(across, end(across, aside), sideways);
    if (Math.max(onward, beside) < least) {
      return;
    }
    if (onward >= beside) {
      all.set(i, withEnd(down, step, up));
    } else {
      all.set(k, withEnd(across, aside, sideways));
    }
  }

  private static double end(Ruling line, int step) {
    return step < 0 ? line.start() : line.end();
  }

  private static Ruling withEnd(Ruling line, int step, double end) {
    return new Ruling(
        line.horizontal(),
        line.position(),
        step < 0 ? end : line.start(),
        step < 0 ? line.end() : end,
        line.thickness());
  }

  /** Where a ruling that goes on meets the next other; NaN if there is none. */
  private double next(Ruling line, List<Ruling> lines, int step) {
    double found = end(line, step);
    double way =
        lines.stream()
            .filter(other -> other.horizontal() != line.horizontal())
            .filter(other -> other.start() - meeting <= line.position())
            .filter(other -> other.end() + meeting >= line.position())
            .mapToDouble(Ruling::position)
            .map(at -> (at - found) * step)
            .filter(at -> at > meeting)
            .min()
            .orElse(Double.NaN);
    return found + step * way;
  }
}
