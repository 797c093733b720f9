package org.yusuan.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.model.Box;
import org.yusuan.page.Page;

/** Finds every table of a page, ruled or not. */
public final class TableFinder {

  private TableFinder() {}

  /** The tables of a page, from the top down. */
  public static List<Grid> find(Page page) {
    List<Grid> grids = new ArrayList<>(RuledFinder.find(page));
    List<Box> taken = grids.stream().map(grid -> grid.regions().get(0).bbox()).toList();
    grids.addAll(UnruledFinder.find(page, taken));
    grids.sort(Comparator.comparingDouble(grid -> grid.regions().get(0).bbox().top()));
    return grids;
  }
}
