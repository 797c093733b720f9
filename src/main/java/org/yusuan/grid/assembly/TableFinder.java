package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.grid.Grid;
import org.yusuan.grid.assembly.TableCandidate.Outcome;
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

  /** Pieces of a ruling that break between columns leave gaps up to this many points. A guess. */
  private static final double MAX_PIECE_GAP = 14;

  /**
   * Text is the labels of a drawing if the drawing covers at least this share of its area. A guess.
   */
  private static final double MIN_DRAWN_SHARE = 0.3;

  private TableFinder() {}

  /** The tables of a page, from the top down. */
  public static List<Grid> find(Page page) {
    return candidates(page).stream()
        .filter(candidate -> candidate.outcome() == TableCandidate.Outcome.TABLE)
        .map(TableCandidate::grid)
        .toList();
  }

  /** All that was taken for a table at first, and what became of it, from the top down. */
  public static List<TableCandidate> candidates(Page page) {
    RuledClassifier judge = new RuledClassifier(page);
    List<TableCandidate> candidates = new ArrayList<>();
    List<Box> taken = new ArrayList<>();
    List<Box> sparse = new ArrayList<>();
    List<Box> drawings = new ArrayList<>();
    for (Grid grid : RuledFinder.find(page)) {
      Box box = grid.regions().get(0).bbox();
      RuledClassifier.Judgement judgement = judge.judge(grid);
      Grid kept = grid;
      Outcome outcome = Outcome.LEFT_TO_WHITE_SPACE;
      switch (judgement.verdict()) {
        case TABLE -> {
          kept = RuledClassifier.withoutCaption(grid);
          outcome = ContentsList.isContents(kept) ? Outcome.CONTENTS : Outcome.TABLE;
          taken.add(box);
        }
        case SPARSE -> sparse.add(widened(box, page));
        case DRAWING -> {
          outcome = Outcome.DRAWING;
          drawings.add(box);
        }
        case NO_TABLE -> {
          // Its text may still belong to a table without rulings, or be one.
        }
      }
      candidates.add(new TableCandidate(kept, outcome, judgement));
    }
    for (Grid grid : UnruledFinder.find(page, taken, sparse)) {
      Outcome outcome =
          drawings.stream().anyMatch(drawing -> isAround(grid, drawing))
              ? Outcome.BESIDE_DRAWING
              : ContentsList.isContents(grid, page) ? Outcome.CONTENTS : Outcome.TABLE;
      candidates.add(new TableCandidate(grid, outcome, null));
    }
    candidates.sort(
        Comparator.comparingDouble(candidate -> candidate.grid().regions().get(0).bbox().top()));
    return candidates;
  }

  /** Whether the grid is the axis labels of a drawing. */
  private static boolean isAround(Grid grid, Box drawing) {
    Box box = grid.regions().get(0).bbox();
    double shared = box.overlapX(drawing) * box.overlapY(drawing);
    return shared >= MIN_DRAWN_SHARE * box.width() * box.height();
  }

  /** The box made as wide as the rulings that run through it: outer columns may be open. */
  private static Box widened(Box box, Page page) {
    double left = box.left();
    double right = box.right();
    for (Ruling line : PageRulings.of(page).horizontal()) {
      boolean crosses = line.position() >= box.top() - 3 && line.position() <= box.bottom() + 3;
      if (crosses
          && line.end() >= box.left() - MAX_PIECE_GAP
          && line.start() <= box.right() + MAX_PIECE_GAP) {
        left = Math.min(left, line.start());
        right = Math.max(right, line.end());
      }
    }
    return new Box(left - 2, box.top() - 1, right + 2, box.bottom() + 1);
  }
}
