package org.yusuan.grid.assembly;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.page.TextLine;

/**
 * A table, joined over its pages, with the text that stands around it.
 *
 * @param grid the table
 * @param above lines between it and the table before (or the top of its first page), from the top
 *     down
 * @param below lines between it and the next table (or the end of its last page), from the top down
 * @param foot the last lines of the page before, below its last table, if this table is the first
 *     of its page: its title may stand there
 * @param repeatedHeaderRows number of header rows that further pages repeat; they are in the grid
 *     once
 * @param headerRows how many rows are the header, if a person said so; null if it is to be found
 */
public record PlacedGrid(
    Grid grid,
    List<TextLine> above,
    List<TextLine> below,
    List<TextLine> foot,
    int repeatedHeaderRows,
    @Nullable Integer headerRows) {
  public PlacedGrid {
    foot = List.copyOf(foot);
    above = List.copyOf(above);
    below = List.copyOf(below);
  }

  /** A table whose header is to be found. */
  public PlacedGrid(
      Grid grid,
      List<TextLine> above,
      List<TextLine> below,
      List<TextLine> foot,
      int repeatedHeaderRows) {
    this(grid, above, below, foot, repeatedHeaderRows, null);
  }

  /** This table with the given number of header rows. */
  public PlacedGrid withHeaderRows(@Nullable Integer rows) {
    return new PlacedGrid(grid, above, below, foot, repeatedHeaderRows, rows);
  }

  /** A table in one piece, of whose page before nothing is known. */
  public static PlacedGrid of(Grid grid, List<TextLine> above, List<TextLine> below) {
    return new PlacedGrid(grid, above, below, List.of(), 0);
  }

  /** The page that it begins on, from 1. */
  public int firstPage() {
    return grid.regions().get(0).page();
  }

  /** The page that it ends on, from 1. */
  public int lastPage() {
    return grid.regions().get(grid.regions().size() - 1).page();
  }
}
