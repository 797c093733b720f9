package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.RulingJoiner;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/**
 * Finds tables whose cells are enclosed by rulings. Lines that cross or touch belong to one table;
 * lines that touch nothing are underlines or ornaments.
 */
public final class RuledFinder {

  /** Lines that miss one another by no more than this, in points, still meet. */
  private static final double MEETS = 3.0;

  /** More lines than this on a page, after joining, are a drawing, not a table. */
  private static final int MAX_LINES = 20_000;

  private RuledFinder() {}

  /** The ruled tables of a page, from the top down. A table has at least two cells. */
  public static List<Grid> find(Page page) {
    List<Grid> grids = new ArrayList<>();
    for (Lattice lattice : lattices(page)) {
      Grid grid = fill(lattice, page);
      if (grid != null) {
        grids.add(grid);
      }
    }
    return grids;
  }

  /** The enclosed cells of each set of connected lines, from the top down, with or without text. */
  static List<Lattice> lattices(Page page) {
    List<Ruling> horizontal = new ArrayList<>();
    List<Ruling> vertical = new ArrayList<>();
    for (Ruling ruling : page.rulings()) {
      (ruling.horizontal() ? horizontal : vertical).add(ruling);
    }
    List<Ruling> rows = RulingJoiner.join(horizontal);
    List<Ruling> columns = RulingJoiner.join(vertical);
    if (rows.size() + columns.size() > MAX_LINES) {
      return List.of();
    }
    List<Lattice> lattices = new ArrayList<>();
    for (RulingGroup crossing : RulingGroup.of(rows, columns, MEETS)) {
      Lattice lattice = Lattice.of(crossing.horizontal(), crossing.vertical());
      if (lattice != null) {
        lattices.add(lattice);
      }
    }
    lattices.sort(
        Comparator.<Lattice>comparingDouble(lattice -> lattice.ys()[0])
            .thenComparingDouble(lattice -> lattice.xs()[0]));
    return lattices;
  }

  private static @Nullable Grid fill(Lattice lattice, Page page) {
    if (lattice.cells().size() < 2) {
      return null;
    }
    Box box = lattice.box();
    List<Word> inside = new ArrayList<>();
    for (Word word : page.words()) {
      if (box.intersects(word.box())) {
        inside.add(word);
      }
    }
    List<List<Word>> contents = new CellFiller(lattice).fill(inside);
    List<GridCell> cells = new ArrayList<>(contents.size());
    for (int i = 0; i < contents.size(); i++) {
      Lattice.Place place = lattice.cells().get(i);
      List<Word> words = contents.get(i);
      cells.add(
          new GridCell(
              place.row(),
              place.column(),
              place.rowEnd() - place.row(),
              place.columnEnd() - place.column(),
              page.number(),
              lattice.box(place),
              words,
              TextLines.cellText(TextLines.of(words), lattice.box(place).width())));
    }
    return new Grid(
        lattice.rows(), lattice.columns(), cells, List.of(new Region(page.number(), box)), true);
  }
}
