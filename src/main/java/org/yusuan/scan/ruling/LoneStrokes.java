package org.yusuan.scan.ruling;

import java.util.List;
import org.yusuan.page.Ruling;

/**
 * Strokes of characters that look like rulings: where rows are as low as their print, an upright
 * stroke reaches from the ruling above it to the one below. The rulings between columns go on in
 * other rows, at least somewhere in the table; such strokes stand wherever print does. Lengths are
 * inches; constants are guesses unless they say what was measured.
 */
final class LoneStrokes {
  /** A line meets what is at most this far from its end. */
  private static final double MAX_MEETING_GAP = 0.03;

  /** Two upright lines so near each other stand in one place. */
  private static final double SAME_PLACE = 0.03;

  /** Fewer rows than this do not tell what goes on in others. */
  private static final int MIN_ROWS = 4;

  /**
   * So many lines that go on nowhere are strokes, and fewer only if no upright line of the page
   * goes on: six clean pages had at most 2, four pages whose print touches the rulings 80 to 109,
   * two more such pages without rulings between columns 4 and 5.
   */
  private static final int MIN_LONE = 6;

  /**
   * Upright lines of a column pass at least this share of the rows at its place. Strokes below one
   * another in a list of numbered items passed 0.57.
   */
  private static final double MIN_COLUMN_SHARE = 0.7;

  /**
   * A column is wider: one of 5 points holds no character of a page's print. The strokes of 十 in a
   * list of numbered items stood 0.065 beside the ruling of their column.
   */
  private static final double MIN_COLUMN = 0.075;

  /** So many times as long is the ruling of a column beside strokes. A guess. */
  private static final double MIN_TIMES_AS_LONG = 2;

  private LoneStrokes() {}

  /** The lines of a page without the strokes; all that are no column's edge if they are few. */
  static List<Ruling> without(List<Ruling> all, double dpi) {
    List<Ruling> lines =
        all.stream().filter(line -> line.horizontal() || !isBesideColumn(line, all, dpi)).toList();
    List<Ruling> across = lines.stream().filter(Ruling::horizontal).toList();
    List<Ruling> upright = lines.stream().filter(line -> !line.horizontal()).toList();
    List<Ruling> low = upright.stream().filter(line -> isLow(line, across, dpi)).toList();
    List<Ruling> lone = low.stream().filter(line -> !goesOn(line, upright, across, dpi)).toList();
    if (lone.size() < MIN_LONE && lone.size() < upright.size()) {
      return lines;
    }
    // Where there are such strokes, some that stand below each other run together.
    return lines.stream()
        .filter(line -> line.horizontal() || isColumn(line, upright, across, dpi))
        .toList();
  }

  /** Whether a line runs so close beside a much longer one that no character fits between them. */
  private static boolean isBesideColumn(Ruling line, List<Ruling> lines, double dpi) {
    return lines.stream()
        .filter(other -> !other.horizontal())
        .filter(other -> other.length() >= MIN_TIMES_AS_LONG * line.length())
        .filter(other -> other.start() <= line.start() && other.end() >= line.end())
        .mapToDouble(other -> Math.abs(other.position() - line.position()))
        .anyMatch(apart -> apart > SAME_PLACE * dpi && apart < MIN_COLUMN * dpi);
  }

  /** Whether there are upright lines in most rows at the place of one. */
  private static boolean isColumn(
      Ruling line, List<Ruling> upright, List<Ruling> across, double dpi) {
    int passed =
        upright.stream()
            .filter(other -> Math.abs(other.position() - line.position()) <= SAME_PLACE * dpi)
            .mapToInt(other -> rowsAlong(other, across, dpi))
            .sum();
    return passed >= MIN_COLUMN_SHARE * rowsAt(line, across, dpi);
  }

  /** Whether an upright line may be a stroke: it is short, and the rows go on at its place. */
  private static boolean isLow(Ruling line, List<Ruling> across, double dpi) {
    return line.length() < dpi * RulingFrame.LONG_INCHES
        && rowsAt(line, across, dpi) >= Math.max(MIN_ROWS, 1 + rowsAlong(line, across, dpi));
  }

  /** Whether it, or another upright line at its place, is long or passes more than one row. */
  private static boolean goesOn(
      Ruling line, List<Ruling> upright, List<Ruling> across, double dpi) {
    return upright.stream()
        .filter(other -> Math.abs(other.position() - line.position()) <= SAME_PLACE * dpi)
        .anyMatch(
            other ->
                other.length() >= dpi * RulingFrame.LONG_INCHES
                    || rowsAlong(other, across, dpi) > 1);
  }

  /** How many rows an upright line parts. */
  private static int rowsAlong(Ruling line, List<Ruling> across, double dpi) {
    double gap = MAX_MEETING_GAP * dpi;
    return (int)
            across.stream()
                .filter(row -> isOver(row, line, dpi))
                .filter(row -> row.position() >= line.start() - gap)
                .filter(row -> row.position() <= line.end() + gap)
                .count()
        - 1;
  }

  /** How many rows the page has at the place of an upright line. */
  private static int rowsAt(Ruling line, List<Ruling> across, double dpi) {
    return (int) across.stream().filter(row -> isOver(row, line, dpi)).count() - 1;
  }

  private static boolean isOver(Ruling row, Ruling line, double dpi) {
    double gap = MAX_MEETING_GAP * dpi;
    return row.start() - gap <= line.position() && line.position() <= row.end() + gap;
  }
}
