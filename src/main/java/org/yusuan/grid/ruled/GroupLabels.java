package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;

/**
 * Finds, in a ruled row that holds many rows, the cells that stand beside all of them: the name of
 * a group, set once at half the height of its rows, 一般债券 beside 新增债券, 置换债券, 再融资债券.
 */
final class GroupLabels {

  /**
   * The middle of a group's label misses that of its cell by no more than this part of a line's
   * height. A guess.
   */
  private static final double MAX_OFF_CENTRE = 0.5;

  /** A row's own label misses its figures by no more than this part of a line's height. A guess. */
  private static final double MAX_FIGURE_SHIFT = 0.25;

  /** Lines of one label have less white than this part of their height between them. A guess. */
  private static final double MAX_GAP = 0.6;

  private GroupLabels() {}

  /**
   * The cells that belong to all rows; none unless each row has a label of its own.
   *
   * @param cells the cells of the ruled row
   * @param texts what stands in them beside figures
   * @param rows the middles of the rows that it holds
   */
  static List<GridCell> of(List<GridCell> cells, List<CellBlock> texts, List<Double> rows) {
    List<GridCell> groups = new ArrayList<>();
    GridCell labels = labels(cells, texts, rows);
    if (labels == null || rows.size() < 2) {
      return groups;
    }
    for (GridCell cell : cells) {
      boolean isText = texts.stream().anyMatch(text -> text.cell() == cell);
      if (cell != labels && isText && isGroup(cell, rows, cell.column() < labels.column())) {
        groups.add(cell);
      }
    }
    return groups;
  }

  /** The cell that holds a label for each row; null if none does. */
  private static @Nullable GridCell labels(
      List<GridCell> cells, List<CellBlock> texts, List<Double> rows) {
    for (GridCell cell : cells) {
      List<CellBlock> own = texts.stream().filter(text -> text.cell() == cell).toList();
      if (rows.stream().allMatch(row -> own.stream().anyMatch(text -> reaches(text, row)))) {
        return cell;
      }
    }
    return null;
  }

  private static boolean reaches(CellBlock text, double row) {
    double slack = MAX_FIGURE_SHIFT * text.lineHeight();
    return row >= text.top() - slack && row <= text.bottom() + slack;
  }

  /**
   * Whether the text of a cell stands at half its height and not beside a single row: a remark to
   * the middle one of three rows looks the same, so that only what stands before the labels may.
   */
  private static boolean isGroup(GridCell cell, List<Double> rows, boolean isBefore) {
    List<TextLine> lines = TextLines.of(cell.words());
    for (int i = 1; i < lines.size(); i++) {
      Box above = lines.get(i - 1).box();
      Box line = lines.get(i).box();
      if (line.top() - above.bottom() > MAX_GAP * line.height()) {
        return false;
      }
    }
    double middle = (lines.get(0).box().top() + lines.get(lines.size() - 1).box().bottom()) / 2;
    double height = lines.get(0).box().height();
    boolean isOnRow =
        rows.stream().anyMatch(row -> Math.abs(row - middle) <= MAX_FIGURE_SHIFT * height);
    return Math.abs(middle - cell.box().centerY()) <= MAX_OFF_CENTRE * height
        && (isBefore || !isOnRow);
  }
}
