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
    RuledJudge judge = new RuledJudge(page);
    List<Grid> grids = new ArrayList<>();
    List<Box> taken = new ArrayList<>();
    List<Box> sparse = new ArrayList<>();
    for (Grid grid : RuledFinder.find(page)) {
      Box box = grid.regions().get(0).bbox();
      switch (judge.judge(grid)) {
        case TABLE -> {
          grids.add(RuledJudge.withoutCaption(grid));
          taken.add(box);
        }
        case SPARSE -> sparse.add(box);
        case NO_TABLE -> {
          // Its text may still be part of an unruled table, or be one.
        }
      }
    }
    grids.addAll(UnruledFinder.find(page, taken, sparse));
    grids.sort(Comparator.comparingDouble(grid -> grid.regions().get(0).bbox().top()));
    return grids;
  }
}
