package org.yusuan.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** Pages for tests: grids drawn as programs draw them. */
public final class Sheets {

  /** How a program draws the lines of a table. */
  public enum Drawing {
    /** One line from end to end, as long as the cells on both sides differ. */
    WHOLE,
    /** A piece for each side of each cell. */
    PIECES,
    /** Each piece as a thin rectangle and, beside it, as a line. */
    DOUBLED,
    /** Pieces that miss one another by 2 pt. */
    BROKEN
  }

  private static final double LEFT = 40;
  private static final double TOP = 60;

  private Sheets() {}

  public static Page page(List<Word> words, List<Ruling> rulings) {
    return new Page(1, 842, 595, Origin.TEXT, words, rulings, List.of(), List.of());
  }

  /** A page with the grid on it. */
  public static Page draw(Grid grid, Drawing drawing) {
    return draw(grid, drawing, new Random(0), 0);
  }

  /**
   * A page with the grid on it, words and lines in random order.
   *
   * @param jitter how far lines stray from their place, in points
   */
  public static Page draw(Grid grid, Drawing drawing, Random random, double jitter) {
    List<Word> words = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      for (Word word : cell.words()) {
        words.add(Grids.word(word.text(), word.box().left() + LEFT, word.box().top() + TOP));
      }
    }
    List<Ruling> rulings = new ArrayList<>();
    GridCell[][] places = grid.places();
    double[] xs = new double[grid.columns() + 1];
    double[] ys = new double[grid.rows() + 1];
    for (GridCell cell : grid.cells()) {
      xs[cell.column()] = LEFT + cell.box().left();
      xs[cell.columnEnd()] = LEFT + cell.box().right();
      ys[cell.row()] = TOP + cell.box().top();
      ys[cell.rowEnd()] = TOP + cell.box().bottom();
    }
    for (int y = 0; y <= grid.rows(); y++) {
      boolean[] drawn = new boolean[grid.columns()];
      for (int x = 0; x < drawn.length; x++) {
        drawn[x] = y == 0 || y == grid.rows() || places[y - 1][x] != places[y][x];
      }
      add(rulings, true, ys[y], xs, drawn, drawing, random, jitter);
    }
    for (int x = 0; x <= grid.columns(); x++) {
      boolean[] drawn = new boolean[grid.rows()];
      for (int y = 0; y < drawn.length; y++) {
        drawn[y] = x == 0 || x == grid.columns() || places[y][x - 1] != places[y][x];
      }
      add(rulings, false, xs[x], ys, drawn, drawing, random, jitter);
    }
    java.util.Collections.shuffle(words, random);
    java.util.Collections.shuffle(rulings, random);
    return page(words, rulings);
  }

  private static void add(
      List<Ruling> rulings,
      boolean horizontal,
      double position,
      double[] stops,
      boolean[] drawn,
      Drawing drawing,
      Random random,
      double jitter) {
    for (int from = 0; from < drawn.length; from++) {
      if (!drawn[from]) {
        continue;
      }
      int to = from + 1;
      while (drawing == Drawing.WHOLE && to < drawn.length && drawn[to]) {
        to++;
      }
      double gap = drawing == Drawing.BROKEN ? 1 : 0;
      double at = position + (random.nextDouble() * 2 - 1) * jitter;
      Ruling line = new Ruling(horizontal, at, stops[from] + gap, stops[to] - gap, 0.5);
      rulings.add(line);
      if (drawing == Drawing.DOUBLED) {
        rulings.add(new Ruling(horizontal, at + 1.2, line.start() + 1.2, line.end() + 1.2, 0.8));
      }
      from = to - 1;
    }
  }

  /** A grid of random cells with random spans; the first row and column have none. */
  public static Grid random(Random random) {
    int rows = 2 + random.nextInt(8);
    int columns = 2 + random.nextInt(7);
    boolean[][] taken = new boolean[rows][columns];
    String[][] drawn = new String[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (taken[row][column]) {
          continue;
        }
        boolean single = row == 0 || column == 0 || random.nextInt(3) > 0;
        int rowEnd = single ? row + 1 : row + 1 + random.nextInt(rows - row);
        int columnEnd = column + 1;
        int wish = single ? column + 1 : column + 1 + random.nextInt(columns - column);
        while (columnEnd < wish && !taken[row][columnEnd]) {
          columnEnd++;
        }
        for (int r = row; r < rowEnd; r++) {
          for (int c = column; c < columnEnd; c++) {
            taken[r][c] = true;
            drawn[r][c] = c > column ? "<" : r > row ? "^" : "";
          }
        }
        drawn[row][column] = random.nextInt(4) == 0 ? "" : row + "." + column;
      }
    }
    String[] lines = new String[rows];
    for (int row = 0; row < rows; row++) {
      lines[row] = String.join("|", drawn[row]);
    }
    return Grids.of(lines);
  }

  /** What a grid says, a cell a line: place, spans, text. */
  public static List<String> told(Grid grid) {
    return grid.cells().stream()
        .map(
            cell ->
                "%d,%d %dx%d %s"
                    .formatted(
                        cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text()))
        .toList();
  }

  /** The box of a grid that {@link #draw} put on a page. */
  public static Box box(Grid grid) {
    Box box = grid.regions().get(0).bbox();
    return new Box(box.left() + LEFT, box.top() + TOP, box.right() + LEFT, box.bottom() + TOP);
  }
}
