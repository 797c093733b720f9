package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.RulingJoiner;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * Finds tables whose cells are enclosed by rulings. Lines that cross or touch belong to one table;
 * lines that touch nothing are underlines or ornaments.
 */
public final class RuledFinder {

  /** Lines that miss one another by no more than this, in points, still meet. A guess. */
  private static final double MAX_MEETING_GAP = 3.0;

  /** More lines than this on a page, after joining, are a drawing, not a table. A guess. */
  private static final int MAX_LINES = 20_000;

  private RuledFinder() {}

  /** The ruled tables of a page, from the top down. A table has at least two cells. */
  public static List<Grid> find(Page page) {
    List<Grid> grids = new ArrayList<>();
    List<Lattice> lattices = lattices(page);
    HeaderOverBody headers = new HeaderOverBody(page, lattices);
    for (Lattice lattice : lattices) {
      Grid grid = fill(withoutUnitLine(headers.withBody(lattice), page), page);
      if (grid != null) {
        grids.add(BaselineRows.cut(grid));
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
    for (RulingGroup crossing : RulingGroup.of(rows, columns, MAX_MEETING_GAP)) {
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

  /**
   * Cuts off the line with the unit above a table, beside which column rules may reach up: where no
   * ruling closes the table at its top, that line is no part of the header.
   */
  private static Lattice withoutUnitLine(Lattice lattice, Page page) {
    Box box = lattice.box();
    boolean isClosed =
        page.rulings().stream()
            .anyMatch(
                line ->
                    line.horizontal()
                        && Math.abs(line.position() - box.top()) <= MAX_MEETING_GAP
                        && line.end() > box.left()
                        && line.start() < box.right());
    if (isClosed) {
      return lattice;
    }
    Box top = new Box(box.left(), box.top(), box.right(), lattice.ys()[1]);
    List<TextLine> lines =
        TextLines.of(
            page.words().stream()
                .filter(word -> top.contains(word.box().centerX(), word.box().centerY()))
                .toList());
    if (lines.size() < 2 || !Captions.isUnit(lines.get(0).text())) {
      return lattice;
    }
    double[] ys = lattice.ys().clone();
    ys[0] = (lines.get(0).box().bottom() + lines.get(1).box().top()) / 2;
    return new Lattice(lattice.xs(), ys, lattice.cells());
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
      Lattice.CellSpan place = lattice.cells().get(i);
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
