package org.yusuan.scan.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.ConnectedComponent;

/**
 * Rows of points that lead from an entry of a table of contents to its page. They make a line so
 * long that its characters become too small to be read, so the line is cut around them.
 *
 * @param lines the lines of the page without leaders
 * @param marks the leaders
 */
public record Leaders(List<LineBox> lines, List<PlaceholderMarks.Mark> marks) {
  /** A leader has at least this many points; an ellipsis has six. */
  private static final int MIN_POINTS = 12;

  /** A point is at most this large, in text heights. A guess. */
  private static final double MAX_POINT = 0.3;

  /** Points of a leader are at most this far apart, in text heights. A guess. */
  private static final double MAX_STEP = 1.2;

  /** And so far from each other's height. A guess. */
  private static final double MAX_LEVEL_DIFFERENCE = 0.15;

  private static final List<Reading> READINGS = List.of(new Reading("............", 1));

  public Leaders {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }

  /**
   * Cuts the lines outside of tables around their leaders.
   *
   * @param components the pieces of ink of the page that may be text
   */
  public static Leaders among(
      List<LineBox> lines, List<ConnectedComponent> components, double dpi) {
    double textHeight = TextLineFinder.textHeight(components, dpi);
    List<LineBox> rest = new ArrayList<>();
    List<PlaceholderMarks.Mark> marks = new ArrayList<>();
    for (LineBox line : lines) {
      if (line.inCell() || line.width() < MIN_POINTS * MAX_POINT * textHeight) {
        rest.add(line);
        continue;
      }
      List<ConnectedComponent> ink =
          components.stream()
              .filter(
                  component ->
                      component.left() >= line.left()
                          && component.right() <= line.right()
                          && component.top() >= line.top()
                          && component.bottom() <= line.bottom())
              .sorted(Comparator.comparingInt(ConnectedComponent::left))
              .toList();
      int[] run = longestRun(ink, textHeight);
      if (run[1] - run[0] < MIN_POINTS) {
        rest.add(line);
        continue;
      }
      add(ink.subList(0, run[0]), rest);
      add(ink.subList(run[1], ink.size()), rest);
      LineBox leader = TextLineFinder.lineOf(ink.subList(run[0], run[1]), LineBox.NO_CELL);
      marks.add(new PlaceholderMarks.Mark(leader, READINGS));
    }
    return new Leaders(rest, marks);
  }

  private static void add(List<ConnectedComponent> ink, List<LineBox> lines) {
    if (!ink.isEmpty()) {
      lines.add(TextLineFinder.lineOf(ink, LineBox.NO_CELL));
    }
  }

  /** Where the longest row of points begins and ends, as indices. */
  private static int[] longestRun(List<ConnectedComponent> ink, double textHeight) {
    int[] longest = {0, 0};
    int from = 0;
    for (int i = 0; i < ink.size(); i++) {
      boolean point = Math.max(ink.get(i).width(), ink.get(i).height()) <= MAX_POINT * textHeight;
      boolean follows =
          i > from
              && ink.get(i).left() - ink.get(i - 1).right() <= MAX_STEP * textHeight
              && Math.abs(ink.get(i).centerY() - ink.get(from).centerY())
                  <= MAX_LEVEL_DIFFERENCE * textHeight;
      if (!point) {
        from = i + 1;
      } else if (!follows) {
        from = i;
      }
      if (i + 1 - from > longest[1] - longest[0]) {
        longest = new int[] {from, i + 1};
      }
    }
    return longest;
  }
}
