package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;
import org.yusuan.text.ListMark;
import org.yusuan.text.PrintedNumber;

/**
 * The last row of a page and the first of the next, joined where the end of the page cut them: a
 * cell that spans rows goes on, or a row goes on whose texts filled their cells.
 *
 * @param above the last cells of the page with what the next page has of them
 * @param taken the cells of the next page that are part of those
 * @param row whether the first row of the next page is the rest of the last row
 */
record PageBreakRow(List<GridCell> above, List<GridCell> taken, boolean row) {

  /**
   * A line that leaves no more than this part of the font size free had no room for another
   * character. A guess: one character and a little.
   */
  private static final double MAX_ROOM_EM = 1.1;

  /** A text that both pages print has at least this many characters. A guess. */
  private static final int MIN_REPEATED_CHARACTERS = 3;

  /**
   * Compares the cells beside a page break.
   *
   * @param last the cells that reach the end of a page
   * @param next the cells at the top of the next page, in the same columns
   * @param rows number of rows that the next page has of the table
   */
  static PageBreakRow of(List<GridCell> last, List<GridCell> next, int rows) {
    PageBreakRow row = cutRow(last, next);
    return row == null ? cutCells(last, next, rows) : row;
  }

  /** The row that goes on; null if the second row is a row of its own. */
  private static @Nullable PageBreakRow cutRow(List<GridCell> last, List<GridCell> next) {
    List<GridCell> whole = new ArrayList<>();
    int moved = 0;
    for (GridCell cell : last) {
      GridCell more = at(next, cell);
      if (more == null || cell.rowSpan() > 1 || more.rowSpan() > 1) {
        return null;
      }
      if (more.isBlank()) {
        whole.add(cell);
      } else if (goesOn(cell, more)) {
        whole.add(joined(cell, more, cell.rowSpan()));
        moved++;
      } else {
        return null;
      }
    }
    return moved > 0 && next.size() == last.size() ? new PageBreakRow(whole, next, true) : null;
  }

  /** Cells that span rows on one side of the break, from the left to the first that begins anew. */
  private static PageBreakRow cutCells(List<GridCell> last, List<GridCell> next, int rows) {
    List<GridCell> whole = new ArrayList<>(last);
    List<GridCell> taken = new ArrayList<>();
    for (int i = 0; i < last.size(); i++) {
      GridCell cell = last.get(i);
      GridCell more = at(next, cell);
      if (more == null) {
        break;
      }
      if (spansOn(cell, more, rows)) {
        whole.set(i, joined(cell, more, cell.rowSpan() + more.rowSpan()));
        taken.add(more);
      } else if (!more.isBlank()) {
        break;
      }
    }
    return new PageBreakRow(whole, taken, false);
  }

  private static boolean spansOn(GridCell cell, GridCell more, int rows) {
    if (more.isBlank()) {
      // A blank cell as high as its page may belong to a text on the page after.
      return cell.rowSpan() > 1 && !cell.isBlank() && (rows == 1 || more.rowSpan() < rows);
    }
    if (cell.rowSpan() == 1 && more.rowSpan() == 1) {
      return false;
    }
    return cell.isBlank()
        ? cell.rowSpan() > 1
        : SameText.isOffered(cell, more)
            || printedTwice(cell.text(), more.text()) > 0
            || goesOn(cell, more);
  }

  private static @Nullable GridCell at(List<GridCell> row, GridCell place) {
    for (GridCell cell : row) {
      if (cell.column() == place.column() && cell.columnEnd() == place.columnEnd()) {
        return cell;
      }
    }
    return null;
  }

  private static boolean goesOn(GridCell cell, GridCell more) {
    if (cell.isBlank()
        || PrintedNumber.parse(cell.text()) != null
        || PrintedNumber.parse(more.text()) != null
        || ListMark.of(more.text()) != null) {
      return false;
    }
    List<TextLine> lines = TextLines.of(cell.words());
    TextLine last = lines.get(lines.size() - 1);
    double room = cell.box().width() - last.box().width();
    return room <= MAX_ROOM_EM * last.words().get(0).fontSize();
  }

  /** How many characters at the end of the first text are those that the second begins with. */
  private static int printedTwice(String first, String second) {
    for (int length = Math.min(first.length(), second.length());
        length >= MIN_REPEATED_CHARACTERS;
        length--) {
      if (first.regionMatches(first.length() - length, second, 0, length)) {
        return length;
      }
    }
    return 0;
  }

  private static GridCell joined(GridCell cell, GridCell more, int rowSpan) {
    GridCell printed = cell.isBlank() ? more : cell;
    GridCell place =
        new GridCell(
            cell.row(),
            cell.column(),
            rowSpan,
            cell.columnSpan(),
            printed.page(),
            printed.box(),
            printed.words(),
            printed.text());
    if (cell.isBlank() || more.isBlank() || SameText.isOffered(cell, more)) {
      return place;
    }
    List<Word> words = new ArrayList<>(cell.words());
    words.addAll(more.words());
    String rest = more.text().substring(printedTwice(cell.text(), more.text()));
    return place.with(words, TextLines.joined(cell.text(), rest));
  }
}
