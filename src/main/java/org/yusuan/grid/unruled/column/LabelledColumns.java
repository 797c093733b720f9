package org.yusuan.grid.unruled.column;

import java.util.Arrays;
import java.util.List;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;

/**
 * Columns that hold nothing but a label: it stands in the white between two others, on one line
 * with the label of its neighbour. Taken for a part of that, it would name amounts that are not its
 * own.
 */
final class LabelledColumns {

  /** Labels of two columns are at least this many times their height apart. A guess. */
  private static final double MIN_GAP = 1.2;

  /** A label of a column has at least so many characters. */
  private static final int MIN_CHARACTERS = 2;

  private LabelledColumns() {}

  /** The columns, with those of the labels of a header that have none. */
  static Columns added(List<ChunkLine> lines, Columns columns) {
    Columns all = columns;
    for (ChunkLine line : lines) {
      if (ComplementaryColumns.isBody(line)) {
        return all;
      }
      for (int i = 0; i + 1 < line.chunks().size(); i++) {
        Box left = line.chunks().get(i).box();
        TextChunk label = line.chunks().get(i + 1);
        int at = all.column(left);
        if (at >= 0
            && at == all.column(label.box())
            && label.text().length() >= MIN_CHARACTERS
            && label.box().left() - left.right() >= MIN_GAP * left.height()
            && isBetween(all, at, label.box())) {
          all = with(all, at + 1, label.box());
        }
      }
    }
    return columns;
  }

  /** Whether a label begins behind what stands in a column, and ends before the next. */
  private static boolean isBetween(Columns columns, int at, Box label) {
    return label.left() > columns.rights()[at]
        && (at + 1 == columns.count() || label.right() < columns.lefts()[at + 1]);
  }

  private static Columns with(Columns columns, int at, Box label) {
    double[] lefts = Arrays.copyOf(columns.lefts(), columns.count() + 1);
    double[] rights = Arrays.copyOf(columns.rights(), columns.count() + 1);
    System.arraycopy(columns.lefts(), at, lefts, at + 1, columns.count() - at);
    System.arraycopy(columns.rights(), at, rights, at + 1, columns.count() - at);
    lefts[at] = label.left();
    rights[at] = label.right();
    return new Columns(lefts, rights);
  }
}
