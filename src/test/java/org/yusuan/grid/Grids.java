package org.yusuan.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Region;
import org.yusuan.page.Glyph;
import org.yusuan.page.Word;

/**
 * Grids for tests, drawn as text: a row a line, columns between {@code |}; {@code <} belongs to the
 * cell on its left, {@code ^} to the cell above. Columns are 50 pt wide, rows 20 pt high.
 */
public final class Grids {

  private static final double WIDTH = 50;
  private static final double HEIGHT = 20;
  private static final double SURE = 0.99;
  private static final double UNSURE = 0.2;

  private Grids() {}

  /** A grid on page 1. */
  public static Grid of(String... rows) {
    return onPage(1, rows);
  }

  /** A grid as it was recognized on an image; what follows a {@code ~} was read unsurely. */
  public static Grid recognized(String... rows) {
    Grid grid = of(rows);
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      String text = cell.text().replace("~", "");
      double confidence = text.equals(cell.text()) ? SURE : UNSURE;
      cells.add(
          cell.with(
              cell.words().stream().map(word -> recognized(word, text, confidence)).toList(),
              text));
    }
    return new Grid(grid.rows(), grid.columns(), cells, grid.regions(), grid.ruled());
  }

  private static Word recognized(Word word, String text, double confidence) {
    List<Reading> readings = List.of(new Reading(text, confidence));
    return new Word(
        text, word.box(), List.of(), word.fontSize(), false, Origin.OCR, confidence, readings);
  }

  /** A grid on the given page. */
  public static Grid onPage(int page, String... rows) {
    List<String[]> texts = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].strip();
      }
      texts.add(cells);
    }
    int columns = texts.get(0).length;
    List<GridCell> cells = new ArrayList<>();
    for (int r = 0; r < texts.size(); r++) {
      for (int c = 0; c < columns; c++) {
        String text = texts.get(r)[c];
        if (text.equals("<") || text.equals("^")) {
          continue;
        }
        int columnEnd = c + 1;
        while (columnEnd < columns && texts.get(r)[columnEnd].equals("<")) {
          columnEnd++;
        }
        int rowEnd = r + 1;
        while (rowEnd < texts.size() && texts.get(rowEnd)[c].equals("^")) {
          rowEnd++;
        }
        Box box = new Box(c * WIDTH, r * HEIGHT, columnEnd * WIDTH, rowEnd * HEIGHT);
        cells.add(
            new GridCell(
                r,
                c,
                rowEnd - r,
                columnEnd - c,
                page,
                box,
                text.isEmpty() ? List.of() : List.of(word(text, box.left() + 2, box.top() + 4)),
                text));
      }
    }
    Box around = new Box(0, 0, columns * WIDTH, texts.size() * HEIGHT);
    return new Grid(texts.size(), columns, cells, List.of(new Region(page, around)), true);
  }

  /** What a grid says, a row a line, columns between {@code |}; a cell stands at each place. */
  public static List<String> rows(Grid grid) {
    return Arrays.stream(grid.places())
        .map(row -> String.join("|", Arrays.stream(row).map(GridCell::text).toList()))
        .toList();
  }

  /** A word of 10 pt characters whose left top corner is given. */
  public static Word word(String text, double left, double top) {
    List<Glyph> glyphs = new ArrayList<>();
    double x = left;
    for (int i = 0; i < text.length(); i++) {
      double advance = text.charAt(i) < 0x2E80 ? 5 : 10;
      glyphs.add(new Glyph(text.substring(i, i + 1), new Box(x, top, x + advance, top + 10)));
      x += advance;
    }
    return Word.of(glyphs, 10, false);
  }
}
