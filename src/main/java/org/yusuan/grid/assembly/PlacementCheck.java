package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * Checks that each character of a page went into exactly one cell or line of text. Figures that did
 * not are reported: they would be missing from a table, or counted twice.
 */
public final class PlacementCheck {

  /** At most this many figures of a page are named; of more it says how many. A guess. */
  private static final int MAX_NAMED_FIGURES = 5;

  /** Fewer rows than this with text left of the table are taken for a note beside it. A guess. */
  private static final int MIN_UNNAMED = 3;

  /** A line with at least this many amounts that stand alone is a row. A guess. */
  private static final int MIN_AMOUNTS_OF_ROW = 2;

  /** So many lines with one amount each are a column; fewer are remarks. A guess. */
  private static final int MIN_ALONE = 3;

  private static final Pattern AMOUNT = Pattern.compile("[-−]?\\d[\\d,]*\\.\\d{2,}");

  private PlacementCheck() {}

  /**
   * The faults in where the figures of a page went, one sentence each.
   *
   * @param page the page before it was taken apart
   * @param content its parts
   */
  public static List<String> problems(Page page, PageContent content) {
    Map<Glyph, Integer> uses = new IdentityHashMap<>();
    for (Grid grid : content.grids()) {
      for (GridCell cell : grid.cells()) {
        cell.words().forEach(word -> count(word, uses));
      }
    }
    for (TextLine line : content.lines()) {
      line.words().forEach(word -> count(word, uses));
    }
    List<String> lost = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    for (Word word : page.words()) {
      int least = Integer.MAX_VALUE;
      int most = 0;
      for (Glyph glyph : word.glyphs()) {
        if (glyph.text().chars().anyMatch(Character::isDigit)) {
          int count = uses.getOrDefault(glyph, 0);
          least = Math.min(least, count);
          most = Math.max(most, count);
        }
      }
      if (least == 0) {
        lost.add(word.text());
      }
      if (most > 1) {
        doubled.add(word.text());
      }
    }
    List<String> problems = new ArrayList<>();
    tell(page, lost, "stand in a table but in none of its cells", problems);
    tell(page, doubled, "stand in more than one cell", problems);
    if (page.origin() == Origin.OCR) {
      tell(page, inNoTable(content), "stand in rows but in no table", problems);
    }
    for (Grid grid : content.grids()) {
      long unnamed = rowsNamedOutside(grid, content.lines());
      if (unnamed >= MIN_UNNAMED) {
        problems.add(
            "page "
                + page.number()
                + ": "
                + unnamed
                + " rows of a table have figures and no text, and text stands left of the table");
      }
    }
    return problems;
  }

  /**
   * Amounts in lines that look like rows, or alone in several lines: on a scan a table may end too
   * early, or begin beside its last column.
   */
  private static List<String> inNoTable(PageContent content) {
    List<String> all = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (TextLine line : content.lines()) {
      List<String> amounts =
          line.words().stream()
              .map(Word::text)
              .filter(text -> AMOUNT.matcher(text).matches())
              .toList();
      if (amounts.size() >= MIN_AMOUNTS_OF_ROW) {
        all.addAll(amounts);
      } else {
        alone.addAll(amounts);
      }
    }
    if (alone.size() >= MIN_ALONE) {
      all.addAll(alone);
    }
    return all;
  }

  /** How many rows hold figures and no text, while a line of text left of the grid is beside. */
  private static long rowsNamedOutside(Grid grid, List<TextLine> lines) {
    List<List<GridCell>> rows = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      rows.add(new ArrayList<>());
    }
    grid.cells().stream()
        .filter(cell -> !cell.isBlank())
        .forEach(cell -> rows.get(cell.row()).add(cell));
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .filter(row -> row.stream().allMatch(cell -> hasNoLetter(cell.text())))
        .filter(
            row -> {
              Box box = row.get(0).box();
              return lines.stream()
                  .anyMatch(
                      line ->
                          line.box().right() <= box.left() + line.box().height()
                              && line.box().centerY() > box.top()
                              && line.box().centerY() < box.bottom()
                              && !hasNoLetter(line.text()));
            })
        .count();
  }

  private static boolean hasNoLetter(String text) {
    return text.codePoints().noneMatch(Character::isLetter);
  }

  private static void count(Word word, Map<Glyph, Integer> uses) {
    for (Glyph glyph : word.glyphs()) {
      uses.merge(glyph, 1, Integer::sum);
    }
  }

  private static void tell(Page page, List<String> figures, String what, List<String> problems) {
    if (!figures.isEmpty()) {
      String some =
          String.join(", ", figures.subList(0, Math.min(MAX_NAMED_FIGURES, figures.size())));
      problems.add(
          "page " + page.number() + ": " + figures.size() + " figures " + what + ": " + some);
    }
  }
}
