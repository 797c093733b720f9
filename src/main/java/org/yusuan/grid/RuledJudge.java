package org.yusuan.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yusuan.model.Box;
import org.yusuan.model.Region;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** Judges what connected rulings enclose: a table, part of a table's structure, or no table. */
final class RuledJudge {

  /** What a ruled component is. */
  enum Verdict {
    /** A table whose rulings bound every cell. */
    TABLE,
    /** A table whose rulings bound only groups of rows or columns: white space tells the rest. */
    SPARSE,
    /** A box around text, a chart or a drawing. */
    NO_TABLE
  }

  /**
   * In a chart, rulings run through labels. In tables, text that overflows its cell is rare: in
   * 61 budget tables at most 0.04 of the words are cut.
   */
  private static final double MAX_CUT_WORDS = 0.25;

  /** Tops of lines in two cells of one row that differ by no more than this are aligned. */
  private static final double ALIGNED = 3.0;

  private static final Pattern CAPTION =
      Pattern.compile("(?i)(table|exhibit|figure|box)\\s+[\\dA-Z][\\w.–-]*\\b.*");
  private static final Pattern NOTE =
      Pattern.compile("(?i)(notes?|sources?|exhibit reads)\\s?[:.].*");

  private final Page page;

  RuledJudge(Page page) {
    this.page = page;
  }

  Verdict judge(Grid grid) {
    if (isDrawing(grid) || !hasTwoColumns(grid)) {
      return Verdict.NO_TABLE;
    }
    return isSparse(grid) ? Verdict.SPARSE : Verdict.TABLE;
  }

  /** Whether rulings cut many words, or most text lies outside of what they enclose. */
  private boolean isDrawing(Grid grid) {
    Set<Word> whole = Collections.newSetFromMap(new IdentityHashMap<>());
    grid.cells().forEach(cell -> whole.addAll(cell.words()));
    Box box = grid.regions().get(0).bbox();
    int inside = 0;
    int cut = 0;
    for (Word word : page.words()) {
      if (box.contains(word.box().centerX(), word.box().centerY())) {
        inside++;
        cut += whole.contains(word) ? 0 : 1;
      }
    }
    return inside >= 4 && cut > MAX_CUT_WORDS * inside;
  }

  private static boolean hasTwoColumns(Grid grid) {
    // A blank table is a table; one with text has it in more than one column.
    long filled =
        grid.cells().stream()
            .filter(cell -> !cell.isBlank())
            .mapToInt(GridCell::column)
            .distinct()
            .count();
    return grid.columns() > 1 && filled != 1 || grid.columns() > 3;
  }

  /** Whether numbers are stacked in the cells of one row: rows that no ruling parts. */
  private static boolean isSparse(Grid grid) {
    int stacked = 0;
    int single = 0;
    for (int row = 0; row < grid.rows(); row++) {
      List<List<TextLine>> numbers = new ArrayList<>();
      for (GridCell cell : grid.cells()) {
        if (cell.row() != row || cell.isBlank()) {
          continue;
        }
        List<TextLine> lines = TextLines.of(cell.words());
        long numeric = lines.stream().filter(RuledJudge::isNumber).count();
        if (lines.size() > 1 && numeric > 1 && numeric >= 0.7 * lines.size()) {
          numbers.add(lines);
        } else if (lines.size() == 1 && numeric == 1) {
          single++;
        }
      }
      for (List<TextLine> lines : numbers) {
        stacked += numbers.stream().anyMatch(o -> o != lines && areAligned(o, lines)) ? 1 : 0;
      }
    }
    return stacked >= 2 && stacked >= single;
  }

  private static boolean isNumber(TextLine line) {
    return line.words().stream().allMatch(Chunk::isNumber);
  }

  private static boolean areAligned(List<TextLine> a, List<TextLine> b) {
    int aligned = 0;
    for (TextLine line : a) {
      for (TextLine other : b) {
        if (Math.abs(line.box().bottom() - other.box().bottom()) <= ALIGNED) {
          aligned++;
          break;
        }
      }
    }
    return aligned >= 2 && aligned >= 0.5 * Math.min(a.size(), b.size());
  }

  /**
   * The table without a caption and notes that stand in the same box: rows of one cell at its top
   * and bottom that begin with the words for a caption or a note.
   */
  static Grid withoutCaption(Grid grid) {
    GridCell[][] places = grid.places();
    int from = 0;
    int to = grid.rows();
    while (from < to - 1 && isWholeRow(places[from][0], grid, CAPTION)) {
      from = places[from][0].rowEnd();
    }
    while (to - 1 > from && isWholeRow(places[to - 1][0], grid, NOTE)) {
      to = places[to - 1][0].row();
    }
    if (from == 0 && to == grid.rows() || to - from < 1) {
      return grid;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      if (cell.row() >= from && cell.rowEnd() <= to) {
        cells.add(
            new GridCell(
                cell.row() - from,
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.page(),
                cell.box(),
                cell.words(),
                cell.text()));
      }
    }
    Box box = Box.around(cells.stream().map(GridCell::box).toList());
    return new Grid(
        to - from,
        grid.columns(),
        cells,
        List.of(new Region(grid.regions().get(0).page(), box)),
        true);
  }

  private static boolean isWholeRow(GridCell cell, Grid grid, Pattern beginning) {
    return cell.columnSpan() == grid.columns() && beginning.matcher(cell.text()).matches();
  }
}
