package org.yusuan.grid.unruled;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.unruled.column.Columns;
import org.yusuan.text.AmountForm;

/** Tells tables that only white space holds together from what else stands in columns. */
final class TableLikeness {
  /**
   * A table fills this part of its places. Tables of the ICDAR 2013 set fill 0.72 and more, the
   * labels of a chart 0.26.
   */
  private static final double MIN_FILLED = 0.5;

  /**
   * The same where rulings say where the table stands, or where each row has its label: a chart in
   * a frame fills less, two lists of which most items have no amount fill 0.42.
   */
  private static final double MIN_FILLED_FRAME = 0.3;

  /** Share of the rows with amounts that have a label, if there is a column of labels. A guess. */
  private static final double LABELLED_SHARE = 0.8;

  private static final Pattern NUMBER = Pattern.compile("[-−\\d.,%]+");

  /**
   * Prose in pieces, of which more than this share of the lines end a clause, is no table. A guess.
   */
  private static final double MAX_SENTENCE_SHARE = 0.5;

  private static final Pattern END_OF_CLAUSE = Pattern.compile(".*[；;。，、]");

  private static final Pattern MARKER =
      Pattern.compile(
          "[•▪■●◦–—·*o§-]|\\(?[0-9]{1,2}[.)]|\\(?[a-zA-Z][.)]|\\(?[ivx]+[.)]|[\\d.]+\\.?"
              // The number of a title that begins with its year, in a table of contents.
              + "|\\d{1,3}[.、．](19|20)\\d\\d.*");

  /** At least this many chunks that are amounts and nothing else do not stand in prose. A guess. */
  private static final int MIN_AMOUNTS = 3;

  /**
   * Two columns are a list of items if more than this share of the lines begin with a mark. A
   * guess.
   */
  private static final double MAX_MARKER_SHARE = 0.5;

  /** At least this share of the chunks of a table are numbers. A guess. */
  private static final double MIN_NUMBER_SHARE = 0.3;

  /** Or its chunks have on average fewer words than this. A guess. */
  private static final double MAX_WORDS_PER_CHUNK = 3.0;

  private TableLikeness() {}

  /**
   * Whether enough of a grid's places are filled. What was recognized and names nothing is a chart:
   * its figures stand in rows by chance.
   */
  static boolean isFull(Grid grid) {
    return !(grid.isRecognized() && hasNoLetters(grid))
        && !isHeading(grid)
        && filled(grid) >= (isLabelled(grid) ? MIN_FILLED_FRAME : MIN_FILLED);
  }

  private static boolean hasNoLetters(Grid grid) {
    return grid.cells().stream()
        .allMatch(cell -> cell.text().codePoints().noneMatch(Character::isLetter));
  }

  /** Whether what was recognized has no figure: a heading, perhaps with rests of rulings. */
  static boolean isHeading(Grid grid) {
    return grid.isRecognized()
        && grid.cells().stream()
            .noneMatch(
                cell ->
                    NUMBER.matcher(cell.text()).matches()
                        && cell.text().chars().anyMatch(Character::isDigit));
  }

  /** Whether enough places are filled of a grid that rulings bound. */
  static boolean fillsFrame(Grid grid) {
    return filled(grid) >= MIN_FILLED_FRAME;
  }

  /** The part of the places that text covers. */
  private static double filled(Grid grid) {
    int filled = 0;
    for (GridCell cell : grid.cells()) {
      filled += cell.isBlank() ? 0 : cell.rowSpan() * cell.columnSpan();
    }
    return (double) filled / (grid.rows() * grid.columns());
  }

  /** Whether there are several amounts, and nearly all rows that hold any have a label beside. */
  private static boolean isLabelled(Grid grid) {
    boolean[] amounts = new boolean[grid.rows()];
    int count = 0;
    for (GridCell cell : grid.cells()) {
      boolean amount = AmountForm.matches(cell.text());
      count += amount ? 1 : 0;
      amounts[cell.row()] |= amount;
    }
    int[] labels = new int[grid.columns()];
    for (GridCell cell : grid.cells()) {
      boolean label =
          amounts[cell.row()] && !cell.isBlank() && !NUMBER.matcher(cell.text()).matches();
      labels[cell.column()] += label ? 1 : 0;
    }
    int rows = 0;
    for (boolean row : amounts) {
      rows += row ? 1 : 0;
    }
    return count >= MIN_AMOUNTS && Arrays.stream(labels).max().orElse(0) >= LABELLED_SHARE * rows;
  }

  /** Tells tables from lists, tables of contents, charts and prose in columns. */
  static boolean looksLikeTable(List<ChunkLine> lines, Columns columns) {
    int chunks = 0;
    int numbers = 0;
    int words = 0;
    int markers = 0;
    int tabular = 0;
    int amounts = 0;
    int sentences = 0;
    for (ChunkLine line : lines) {
      if (!line.isTabular()) {
        continue;
      }
      tabular++;
      String end = line.chunks().get(line.chunks().size() - 1).text();
      sentences += END_OF_CLAUSE.matcher(end).matches() ? 1 : 0;
      TextChunk first = line.chunks().get(0);
      markers += MARKER.matcher(first.text()).matches() ? 1 : 0;
      for (TextChunk chunk : line.chunks()) {
        chunks++;
        numbers += chunk.isNumber() ? 1 : 0;
        amounts += AmountForm.matches(chunk.text()) ? 1 : 0;
        words += chunk.wordCount();
      }
    }
    if (sentences > MAX_SENTENCE_SHARE * tabular
        || columns.count() == 2 && markers > MAX_MARKER_SHARE * tabular) {
      return false;
    }
    double wordsPerChunk = (double) words / chunks;
    return numbers >= MIN_NUMBER_SHARE * chunks
        || wordsPerChunk < MAX_WORDS_PER_CHUNK
        || amounts >= MIN_AMOUNTS;
  }
}
