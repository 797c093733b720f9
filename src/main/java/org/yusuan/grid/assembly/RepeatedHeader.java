package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.page.Word;

/**
 * The rows at the top of a further page that repeat the first rows of the table.
 *
 * @param rows how many rows
 * @param overflow by column, what the row below them had no room for: lines of a high cell that the
 *     page break cut are printed over the repeated header
 */
record RepeatedHeader(int rows, Map<Integer, List<Word>> overflow) {

  /** Compares the first rows of two pieces of a table. */
  static RepeatedHeader of(Grid first, Grid second) {
    Map<Integer, List<Word>> overflow = new LinkedHashMap<>();
    int rows = 0;
    if (first.columns() == second.columns()) {
      while (rows < first.rows() && rows < second.rows()) {
        Map<Integer, List<Word>> more = repeated(first, second, rows);
        if (more == null) {
          break;
        }
        overflow.putAll(more);
        rows++;
      }
    }
    return new RepeatedHeader(rows, overflow);
  }

  /**
   * What a row holds beyond the same row of the first piece; null if it does not repeat it. In a
   * row of one text, each character counts: it may be the title of one of two like parts.
   */
  private static @Nullable Map<Integer, List<Word>> repeated(Grid first, Grid second, int row) {
    List<GridCell> ours = row(first, row);
    List<GridCell> theirs = row(second, row);
    boolean lettered =
        theirs.stream()
            .anyMatch(cell -> cell.text().codePoints().anyMatch(Character::isLetterOrDigit));
    long filled = theirs.stream().filter(cell -> !cell.isBlank()).count();
    if (!lettered || ours.size() != theirs.size()) {
      return null;
    }
    Map<Integer, List<Word>> overflow = new LinkedHashMap<>();
    for (int i = 0; i < ours.size(); i++) {
      GridCell one = ours.get(i);
      GridCell other = theirs.get(i);
      boolean same = filled == 1 ? SameText.isOffered(one, other) : SameText.isAlike(one, other);
      List<Word> more = same ? List.of() : beyond(one, other);
      if (one.column() != other.column() || more == null) {
        return null;
      }
      if (!more.isEmpty()) {
        overflow.put(other.column(), more);
      }
    }
    return overflow.size() * 2 <= filled ? overflow : null;
  }

  private static List<GridCell> row(Grid grid, int row) {
    return grid.cells().stream().filter(cell -> cell.row() == row).toList();
  }

  /** The words of a cell after those that the other cell has too; null if it begins otherwise. */
  private static @Nullable List<Word> beyond(GridCell header, GridCell cell) {
    String name = plain(header.text());
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < cell.words().size(); i++) {
      if (!name.isEmpty() && read.toString().equals(name)) {
        return cell.words().subList(i, cell.words().size());
      }
      read.append(plain(cell.words().get(i).text()));
      if (!name.startsWith(read.toString())) {
        return null;
      }
    }
    return null;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }

  /** Whether one of the rows has at least the given number of texts, or one in each column. */
  boolean hasRowOf(int texts, Grid grid) {
    for (int row = 0; row < rows; row++) {
      long filled = row(grid, row).stream().filter(cell -> !cell.isBlank()).count();
      if (filled >= Math.min(texts, grid.columns())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the table begins anew below the rows: a form that is printed for each project has the
   * same labels down its side, a list does not.
   */
  boolean beginsAnew(Grid first, Grid second) {
    if (rows >= first.rows() || rows >= second.rows()) {
      return false;
    }
    GridCell one = first.places()[rows][0];
    GridCell other = second.places()[rows][0];
    return !other.isBlank() && SameText.isOffered(one, other);
  }

  /** The second piece with the overflow where it belongs. */
  Grid mended(Grid second) {
    if (overflow.isEmpty() || rows >= second.rows()) {
      return second;
    }
    GridCell[] row = second.places()[rows];
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : second.cells()) {
      List<Word> more =
          overflow.entrySet().stream()
              .filter(entry -> row[entry.getKey()].equals(cell))
              .flatMap(entry -> entry.getValue().stream())
              .toList();
      if (more.isEmpty()) {
        cells.add(cell);
      } else {
        List<Word> words = new ArrayList<>(more);
        words.addAll(cell.words());
        cells.add(
            cell.with(
                words, TextLines.joined(TextLines.cellText(TextLines.of(more)), cell.text())));
      }
    }
    return new Grid(second.rows(), second.columns(), cells, second.regions(), second.ruled());
  }
}
