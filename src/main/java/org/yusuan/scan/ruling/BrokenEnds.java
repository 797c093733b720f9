package org.yusuan.scan.ruling;

import java.util.List;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;

/**
 * Lengthens rulings whose end fell into dashes, each too short to be told for a ruling: white
 * hairlines cross it where toner is missing. From the end that was found the ink goes on with small
 * gaps up to a ruling of the other direction; print seldom stands in line with a ruling, and does
 * not lead to one. Lengths are inches; constants are guesses.
 */
final class BrokenEnds {
  /** A hairline is at most this wide. */
  private static final double MAX_GAP = 0.03;

  /** The dashes go on for at most this long. */
  private static final double MAX_END = 0.8;

  /** Share of that length that has ink. */
  private static final double MIN_INKED = 0.7;

  /** A ruling is as long as this at least, and longer than what is added. */
  private static final double MIN_LENGTH = 0.9;

  /** A ruling that ends within this distance of another meets it. */
  private static final double MEETING = 0.015;

  private BrokenEnds() {}

  /**
   * The rulings, lengthened.
   *
   * @param lines in pixels
   * @param ink the page
   * @param turned the page with rows and columns exchanged
   */
  static List<Ruling> mended(List<Ruling> lines, BinaryImage ink, BinaryImage turned, double dpi) {
    return lines.stream()
        .map(
            line -> {
              if (line.length() < MIN_LENGTH * dpi) {
                return line;
              }
              BinaryImage along = line.horizontal() ? ink : turned;
              return new Ruling(
                  line.horizontal(),
                  line.position(),
                  end(line, lines, along, dpi, -1),
                  end(line, lines, along, dpi, 1),
                  line.thickness());
            })
        .toList();
  }

  /** Where a ruling ends, going on from the end that was found. */
  private static double end(
      Ruling line, List<Ruling> lines, BinaryImage ink, double dpi, int step) {
    double found = step < 0 ? line.start() : line.end();
    double longest = Math.min(MAX_END * dpi, line.length());
    double target =
        lines.stream()
            .filter(other -> other.horizontal() != line.horizontal())
            .filter(other -> other.start() <= line.position() + MEETING * dpi)
            .filter(other -> other.end() >= line.position() - MEETING * dpi)
            .mapToDouble(other -> (other.position() - found) * step)
            .filter(way -> way > -MEETING * dpi && way <= longest)
            .min()
            .orElse(0);
    if (target <= MEETING * dpi) {
      return found;
    }
    int inked = 0;
    int gap = 0;
    for (int i = 1; i <= target; i++) {
      boolean here = isInked(ink, (int) Math.round(found) + i * step, line.position());
      inked += here ? 1 : 0;
      gap = here ? 0 : gap + 1;
      if (gap > MAX_GAP * dpi) {
        return found;
      }
    }
    return inked >= MIN_INKED * target ? found + step * target : found;
  }

  private static boolean isInked(BinaryImage ink, int x, double position) {
    int middle = (int) Math.floor(position);
    for (int y = Math.max(0, middle - 1); y <= Math.min(ink.height - 1, middle + 1); y++) {
      if (x >= 0 && x < ink.width && ink.ink[y * ink.width + x]) {
        return true;
      }
    }
    return false;
  }
}
