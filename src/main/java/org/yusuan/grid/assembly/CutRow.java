package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;
import org.yusuan.text.PrintedNumber;

/**
 * A row that the end of a page cut: its texts filled their cells there and go on in the first row
 * of the next page, which has nothing else.
 */
final class CutRow {

  /** A line that leaves this part of the font size or less had no room for another character. */
  private static final double NO_ROOM = 1.1;

  /** What an item of a list begins with. */
  private static final Pattern ITEM = Pattern.compile("[(（]?[一二三四五六七八九十\\d]{1,4}[、.．)）].*");

  private CutRow() {}

  /**
   * The cells of the last row with what the next page has of them.
   *
   * @param row the cells of the last row of a page
   * @param rest the cells of the first row of the next page, in the same columns
   * @return null if the second row is a row of its own
   */
  static @Nullable List<GridCell> joined(List<GridCell> row, List<GridCell> rest) {
    List<GridCell> whole = new ArrayList<>();
    int moved = 0;
    for (GridCell cell : row) {
      GridCell more = at(rest, cell);
      if (more == null || cell.rowSpan() > 1 || more.rowSpan() > 1) {
        return null;
      }
      if (more.isBlank()) {
        whole.add(cell);
      } else if (goesOn(cell, more)) {
        whole.add(with(cell, more));
        moved++;
      } else {
        return null;
      }
    }
    return moved > 0 && rest.size() == row.size() ? whole : null;
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
        || ITEM.matcher(more.text()).matches()) {
      return false;
    }
    List<TextLine> lines = TextLines.of(cell.words());
    TextLine last = lines.get(lines.size() - 1);
    double room = cell.box().width() - last.box().width();
    return room <= NO_ROOM * last.words().get(0).fontSize();
  }

  private static GridCell with(GridCell cell, GridCell more) {
    List<Word> words = new ArrayList<>(cell.words());
    words.addAll(more.words());
    return cell.with(words, TextLines.joined(cell.text(), more.text()));
  }
}
