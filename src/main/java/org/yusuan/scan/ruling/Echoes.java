package org.yusuan.scan.ruling;

import java.util.List;
import org.yusuan.page.Ruling;

/**
 * Tells rulings from the echoes that compression makes of them: in a picture of few pixels a dark
 * seam a few of them beside a ruling becomes, enlarged, a piece of a ruling of its own.
 */
public final class Echoes {
  /**
   * An echo is nearer to its ruling than this, in inches, and print does not fit between: 0.05 to
   * 0.06 on three pages of 92 dpi.
   */
  private static final double MAX_DISTANCE = 0.065;

  /** And at most this part as long: 0.03 to 0.35 there. */
  private static final double MAX_LENGTH_SHARE = 0.5;

  private Echoes() {}

  /** The rulings that are echoes of others. */
  public static List<Ruling> among(List<Ruling> rulings, double dpi) {
    return rulings.stream()
        .filter(one -> rulings.stream().anyMatch(other -> isEcho(one, other, dpi)))
        .toList();
  }

  private static boolean isEcho(Ruling one, Ruling other, double dpi) {
    double apart = Math.abs(one.position() - other.position());
    return one.horizontal() == other.horizontal()
        && apart > 0
        && apart < MAX_DISTANCE * dpi
        && one.length() <= MAX_LENGTH_SHARE * other.length()
        && one.start() >= other.start() - MAX_DISTANCE * dpi
        && one.end() <= other.end() + MAX_DISTANCE * dpi;
  }
}
