package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextLines;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * A page taken apart into tables and the text around them.
 *
 * @param page the page
 * @param grids its tables, from the top down
 * @param lines the lines of text outside all tables, from the top down
 */
public record PageContent(Page page, List<Grid> grids, List<TextLine> lines) {
  public PageContent {
    grids = List.copyOf(grids);
    lines = List.copyOf(lines);
  }

  /** A note that the frame of its table encloses: one text across most columns. */
  private static final Pattern NOTE =
      Pattern.compile("\\s*(?:备?注|说\\s*明|附注)\\s*[:：].*", Pattern.DOTALL);

  /** The lines of each note that the frame of a table encloses, as prose of the page. */
  public List<List<TextLine>> enclosedNotes() {
    return grids.stream()
        .flatMap(
            grid ->
                grid.cells().stream()
                    .filter(cell -> 2 * cell.columnSpan() > grid.columns())
                    .filter(cell -> cell.page() == page.number()))
        .filter(cell -> NOTE.matcher(cell.text()).matches())
        .map(cell -> TextLines.of(cell.words()))
        .toList();
  }

  /** Sets the text that belongs to none of the given tables apart. */
  public static PageContent of(Page page, List<Grid> grids) {
    Set<Glyph> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Grid grid : grids) {
      for (GridCell cell : grid.cells()) {
        cell.words().forEach(word -> placed.addAll(word.glyphs()));
      }
    }
    List<Word> outside = new ArrayList<>();
    List<Grid> whole = new ArrayList<>();
    for (Word word : page.words()) {
      double x = word.box().centerX();
      double y = word.box().centerY();
      if (grids.stream().noneMatch(grid -> grid.regions().get(0).bbox().contains(x, y))
          && word.glyphs().stream().noneMatch(placed::contains)) {
        outside.add(word);
      }
    }
    for (Grid grid : grids) {
      whole.add(EdgeText.taken(grid, outside));
    }
    return new PageContent(page, whole, TextLines.of(outside));
  }
}
