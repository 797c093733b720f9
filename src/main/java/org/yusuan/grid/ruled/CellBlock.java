package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.element.TextLines;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * Lines of one cell that belong together: a figure, or a label with the lines that it wraps into.
 *
 * @param cell the cell
 * @param lines its lines, from the top down, at least one
 * @param isFigure whether it is a figure
 */
record CellBlock(GridCell cell, List<TextLine> lines, boolean isFigure) {

  /**
   * Lines of one label follow one another with no more white than this part of their height. Those
   * seen have 0.25, rows without rulings between them 0.35 (on a sheet without wraps) and more.
   */
  private static final double MAX_WRAP_GAP = 0.6;

  /**
   * White between the lines of one label exceeds the least white of the cell by no more than this
   * part of their height. A guess.
   */
  private static final double MAX_SPACING_DIFFERENCE = 0.2;

  /**
   * A line that leaves no more than this many of its heights free was full, and the next one goes
   * on. A guess.
   */
  private static final double MAX_FULL_LINE_ROOM_EM = 2.0;

  /**
   * Lines are of one label if the white between them is no more than this part of the usual white
   * in the cell. A guess.
   */
  private static final double MAX_CLOSE_GAP = 0.4;

  /**
   * The end of a label that wraps is this many characters or fewer, and so no label of its own. A
   * guess.
   */
  private static final double MAX_TAIL_EM = 1.5;

  /**
   * The left edges of the lines of one label differ by no more than this part of their height. A
   * guess.
   */
  private static final double MAX_LEFT_DIFFERENCE = 0.2;

  /**
   * A figure stands beside a line if its middle misses the line's by no more than this part of the
   * height. A guess.
   */
  private static final double MAX_FIGURE_SHIFT = 0.25;

  double top() {
    return lines.get(0).box().top();
  }

  double bottom() {
    return lines.get(lines.size() - 1).box().bottom();
  }

  double middle() {
    return (top() + bottom()) / 2;
  }

  double lineHeight() {
    return lines.get(0).box().height();
  }

  /** Whether a line is a figure, or a mark for "no amount", and nothing else. */
  static boolean isFigure(TextLine line) {
    return line.words().stream().allMatch(TextChunk::isNumber);
  }

  /**
   * The blocks of text in a cell that are no figures.
   *
   * @param figures the figures of the row; those of the cell itself are left out
   */
  static List<CellBlock> texts(GridCell cell, List<CellBlock> figures) {
    boolean isColumn = figures.stream().anyMatch(figure -> figure.cell == cell);
    List<TextLine> lines =
        TextLines.of(cell.words()).stream().filter(line -> !isColumn || !isFigure(line)).toList();
    double[] gaps =
        IntStream.range(1, lines.size())
            .mapToDouble(i -> gap(lines.get(i - 1), lines.get(i)))
            .sorted()
            .toArray();
    List<CellBlock> texts = new ArrayList<>();
    List<TextLine> block = new ArrayList<>();
    boolean afterTail = false;
    for (TextLine line : lines) {
      boolean isTail = false;
      if (!block.isEmpty()) {
        TextLine above = block.get(block.size() - 1);
        boolean isAlone = figures.stream().noneMatch(figure -> figure.isBeside(above));
        isTail =
            isTail(above, line, cell)
                && figures.stream().noneMatch(figure -> figure.isBeside(line));
        if (!isTail && (afterTail || !isWrapped(above, line, cell, gaps, isAlone))) {
          texts.add(new CellBlock(cell, List.copyOf(block), false));
          block.clear();
        }
      }
      block.add(line);
      afterTail = isTail;
    }
    if (!block.isEmpty()) {
      texts.add(new CellBlock(cell, List.copyOf(block), false));
    }
    return texts;
  }

  private boolean isBeside(TextLine line) {
    return Math.abs(middle() - line.box().centerY()) <= MAX_FIGURE_SHIFT * lineHeight();
  }

  /**
   * Whether a line is the short end of a label whose line above had no room for one character more,
   * and begins where that one does: wherever the next label stands, the end is not its beginning.
   */
  private static boolean isTail(TextLine above, TextLine line, GridCell cell) {
    double em = above.box().height();
    return cell.box().right() - above.box().right() <= MAX_FULL_LINE_ROOM_EM * em
        && Math.abs(line.box().left() - above.box().left()) <= MAX_LEFT_DIFFERENCE * em
        && line.box().width() <= MAX_TAIL_EM * em
        && gap(above, line) <= MAX_WRAP_GAP * em;
  }

  private static double gap(TextLine above, TextLine line) {
    return line.box().top() - above.box().bottom();
  }

  /**
   * Whether a line goes on with the text of the line above: that one was full, or the two stand
   * much closer than lines do in the cell.
   *
   * @param gaps white between the lines of the cell, rising
   * @param isAlone whether no figure stands beside the line above
   */
  private static boolean isWrapped(
      TextLine above, TextLine line, GridCell cell, double[] gaps, boolean isAlone) {
    double height = line.box().height();
    double gap = gap(above, line);
    Word first = line.words().get(0);
    Word last = above.words().get(above.words().size() - 1);
    if (gap > Math.min(MAX_WRAP_GAP * height, gaps[0] + MAX_SPACING_DIFFERENCE * height)
        || first.bold() != last.bold()
        || last.text().endsWith("：")
        || last.text().endsWith(":")) {
      return false;
    }
    if (isAlone && gap <= MAX_CLOSE_GAP * gaps[gaps.length / 2]) {
      return true;
    }
    double left = above.box().left() - cell.box().left();
    double right = cell.box().right() - above.box().right();
    boolean isCentred = Math.abs(left - right) < height / 2;
    return (isCentred ? left + right : right) <= MAX_FULL_LINE_ROOM_EM * height;
  }
}
