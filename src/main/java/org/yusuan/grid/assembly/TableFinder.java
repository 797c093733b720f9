package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.grid.Grid;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.grid.ruled.ContentsList;
import org.yusuan.grid.ruled.RuledClassifier;
import org.yusuan.grid.ruled.RuledFinder;
import org.yusuan.grid.unruled.UnruledFinder;
import org.yusuan.model.table.Box;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;

/** Finds every table of a page, ruled or not. */
public final class TableFinder {

  /** Pieces of a ruling that break between columns leave gaps up to this many points. */
  private static final double PIECE_GAP = 14;

  /** What a drawing covers by this part is its labels. */
  private static final double DRAWN = 0.3;

  private TableFinder() {}

  /** The tables of a page, from the top down. */
  public static List<Grid> find(Page page) {
    RuledClassifier judge = new RuledClassifier(page);
    List<Grid> grids = new ArrayList<>();
    List<Box> taken = new ArrayList<>();
    List<Box> sparse = new ArrayList<>();
    List<Box> drawings = new ArrayList<>();
    for (Grid grid : RuledFinder.find(page)) {
      Box box = grid.regions().get(0).bbox();
      switch (judge.judge(grid)) {
        case TABLE -> {
          grids.add(RuledClassifier.withoutCaption(grid));
          taken.add(box);
        }
        case SPARSE -> sparse.add(widened(box, page));
        case DRAWING -> drawings.add(box);
        case NO_TABLE -> {
          // Its text may still be part of an unruled table, or be one.
        }
      }
    }
    for (Grid grid : UnruledFinder.find(page, taken, sparse)) {
      if (drawings.stream().noneMatch(drawing -> isAround(grid, drawing))) {
        grids.add(grid);
      }
    }
    grids.removeIf(ContentsList::isContents);
    grids.sort(Comparator.comparingDouble(grid -> grid.regions().get(0).bbox().top()));
    return grids;
  }

  /** Whether the grid is what a drawing has of numbers and words along its sides. */
  private static boolean isAround(Grid grid, Box drawing) {
    Box box = grid.regions().get(0).bbox();
    double shared = box.overlapX(drawing) * box.overlapY(drawing);
    return shared >= DRAWN * box.width() * box.height();
  }

  /** The box made as wide as the rulings that run through it: outer columns may be open. */
  private static Box widened(Box box, Page page) {
    double left = box.left();
    double right = box.right();
    for (Ruling line : PageRulings.of(page).horizontal()) {
      boolean crosses = line.position() >= box.top() - 3 && line.position() <= box.bottom() + 3;
      if (crosses
          && line.end() >= box.left() - PIECE_GAP
          && line.start() <= box.right() + PIECE_GAP) {
        left = Math.min(left, line.start());
        right = Math.max(right, line.end());
      }
    }
    return new Box(left - 2, box.top() - 1, right + 2, box.bottom() + 1);
  }
}
