package org.yusuan.grid.ruled;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** Recognizes a table of contents: rows of dots that lead to page numbers, which never fall. */
public final class ContentsList {

  private static final Pattern ENTRY =
      Pattern.compile(".*[.．…⋯·]{4,}\\s*[-—–]?\\s*(\\d{1,3})\\s*[-—–]?\\s*");

  private static final Pattern LABEL = Pattern.compile("\\s*\\S*\\p{IsIdeographic}{2}.*");

  private static final Pattern PAGE = Pattern.compile("\\s*[-—–]?\\s*(\\d{1,3})\\s*[-—–]?\\s*");

  /**
   * A list of contents has at least this many entries with dots that lead to a page number. A
   * guess.
   */
  private static final int MIN_ENTRIES = 2;

  /**
   * A list of contents needs no dots if it has at least this many rows of a label and a page
   * number, and no other row. A guess.
   */
  private static final int MIN_BARE_ENTRIES = 6;

  private ContentsList() {}

  /** Whether most of the grid's rows are entries of a table of contents. */
  public static boolean isContents(Grid grid) {
    String[] rows = new String[grid.rows()];
    Arrays.fill(rows, "");
    for (GridCell cell : grid.cells()) {
      rows[cell.row()] += cell.text();
    }
    return areEntries(Arrays.asList(rows)) || isListOfPages(grid);
  }

  /**
   * The same for a grid that was made without the dots, which are no text of cells.
   *
   * @param page the page that the grid is of
   */
  public static boolean isContents(Grid grid, Page page) {
    if (isContents(grid)) {
      return true;
    }
    Box box = grid.regions().get(0).bbox();
    List<Word> words =
        page.words().stream()
            .filter(word -> box.contains(word.box().centerX(), word.box().centerY()))
            .toList();
    return words.stream().anyMatch(TextChunk::isLeader)
        && areEntries(TextLines.of(words).stream().map(TextLine::text).toList());
  }

  private static boolean areEntries(List<String> rows) {
    int filled = 0;
    int entries = 0;
    int last = 0;
    for (String row : rows) {
      filled += row.isBlank() ? 0 : 1;
      Matcher entry = ENTRY.matcher(row);
      if (entry.matches()) {
        int page = Integer.parseInt(entry.group(1));
        if (page < last) {
          return false;
        }
        last = page;
        entries++;
      }
    }
    return entries >= MIN_ENTRIES && entries * 2 > filled;
  }

  /** Whether each row is a label and a page number: the dots between them may be no text. */
  private static boolean isListOfPages(Grid grid) {
    if (grid.columns() != 2 || grid.rows() < MIN_BARE_ENTRIES) {
      return false;
    }
    GridCell[][] places = grid.places();
    int last = 0;
    for (GridCell[] row : places) {
      Matcher page = PAGE.matcher(text(row[1]));
      if (!LABEL.matcher(text(row[0])).matches()
          || !page.matches()
          || Integer.parseInt(page.group(1)) < last) {
        return false;
      }
      last = Integer.parseInt(page.group(1));
    }
    return last > 0;
  }

  private static String text(@Nullable GridCell cell) {
    return cell == null ? "" : cell.text();
  }
}
