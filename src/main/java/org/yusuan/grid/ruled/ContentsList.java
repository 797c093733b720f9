package org.yusuan.grid.ruled;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;

/** Recognizes a table of contents: rows of dots that lead to page numbers, which never fall. */
public final class ContentsList {

  private static final Pattern ENTRY =
      Pattern.compile(".*[.．…⋯·]{4,}\\s*[-—–]?\\s*(\\d{1,3})\\s*[-—–]?\\s*");

  private static final int MIN_ENTRIES = 2;

  private ContentsList() {}

  /** Whether most of the grid's rows are entries of a table of contents. */
  public static boolean isContents(Grid grid) {
    String[] rows = new String[grid.rows()];
    Arrays.fill(rows, "");
    for (GridCell cell : grid.cells()) {
      rows[cell.row()] += cell.text();
    }
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
}
