package org.yusuan.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.ClosedVocabulary;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.Word;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Parts names of columns that recognition has read as one, because the ruling between them is too
 * pale to be found: a cell over as many columns as its text has terms of the vocabulary, each of
 * which stands over its column. Immutable; threads may share it.
 *
 * @param lexicon the terms
 */
record JoinedNames(ClosedVocabulary lexicon) {

  /** A name has at least two characters: one alone may be part of any. */
  private static final int MIN_CHARACTERS = 2;

  /** What recognition makes of a ruling that it does not know as one. */
  private static final Pattern RULING = Pattern.compile("[\\[\\]「」|｜丨!1lI·]");

  /** The grid with such cells parted. */
  Grid parted(Grid grid) {
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      List<GridCell> parts = cell.columnSpan() > 1 ? parts(cell, grid) : null;
      if (parts == null) {
        cells.add(cell);
      } else {
        cells.addAll(parts);
      }
    }
    return cells.size() == grid.cells().size()
        ? grid
        : new Grid(grid.rows(), grid.columns(), cells, grid.regions(), grid.ruled());
  }

  private @Nullable List<GridCell> parts(GridCell cell, Grid grid) {
    boolean recognized =
        !cell.isBlank()
            && Ideographs.in(cell.text())
            && cell.words().stream().allMatch(word -> word.origin() == Origin.OCR);
    String text = recognized ? TextNormalizer.of(cell.text()) : "";
    if (text.length() < MIN_CHARACTERS * cell.columnSpan() || lexicon.knows(text)) {
      return null;
    }
    List<List<int[]>> ways = new ArrayList<>();
    part(text, 0, cell.columnSpan(), new ArrayList<>(), ways);
    if (ways.size() != 1) {
      return null;
    }
    Box all = Box.around(cell.words().stream().map(Word::box).toList());
    double width = all.width() / text.length();
    List<GridCell> parts = new ArrayList<>();
    for (int i = 0; i < cell.columnSpan(); i++) {
      int[] place = ways.get(0).get(i);
      Box box =
          new Box(
              all.left() + place[0] * width,
              all.top(),
              all.left() + place[1] * width,
              all.bottom());
      if (nearest(grid, cell, (box.left() + box.right()) / 2) != cell.column() + i) {
        return null;
      }
      parts.add(part(cell, cell.column() + i, box, text.substring(place[0], place[1])));
    }
    return parts;
  }

  /** All ways to read a text from a place as so many terms, with rulings between them. */
  private void part(String text, int from, int count, List<int[]> terms, List<List<int[]>> ways) {
    if (count == 0) {
      if (from == text.length()) {
        ways.add(List.copyOf(terms));
      }
      return;
    }
    int start = from;
    if (!terms.isEmpty()
        && from < text.length()
        && RULING.matcher(text.substring(from, from + 1)).matches()) {
      start++;
    }
    for (int end = start + MIN_CHARACTERS; end <= text.length(); end++) {
      if (lexicon.knows(text.substring(start, end))) {
        terms.add(new int[] {start, end});
        part(text, end, count - 1, terms, ways);
        terms.remove(terms.size() - 1);
      }
    }
  }

  /** The column of those below a cell whose middle is nearest to a place; −1 if one is unknown. */
  private static int nearest(Grid grid, GridCell over, double x) {
    int nearest = -1;
    double least = Double.MAX_VALUE;
    for (int column = over.column(); column < over.columnEnd(); column++) {
      int own = column;
      double middle =
          grid.cells().stream()
              .filter(cell -> cell.column() == own && cell.columnSpan() == 1)
              .mapToDouble(cell -> (cell.box().left() + cell.box().right()) / 2)
              .average()
              .orElse(Double.NaN);
      if (Double.isNaN(middle)) {
        return -1;
      }
      if (Math.abs(middle - x) < least) {
        least = Math.abs(middle - x);
        nearest = column;
      }
    }
    return nearest;
  }

  private static GridCell part(GridCell cell, int column, Box box, String name) {
    Word first = cell.words().get(0);
    Word word =
        new Word(
            name,
            box,
            List.of(),
            first.fontSize(),
            first.bold(),
            Origin.OCR,
            cell.confidence(),
            List.of(new Reading(name, cell.confidence())));
    return new GridCell(
        cell.row(), column, cell.rowSpan(), 1, cell.page(), box, List.of(word), name);
  }
}
