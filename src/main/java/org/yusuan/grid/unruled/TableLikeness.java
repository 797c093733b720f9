package org.yusuan.grid.unruled;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;

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

  /** Share of the rows that have a label, if there is one column of labels; a guess. */
  private static final double LABELLED_SHARE = 0.8;

  private static final Pattern AMOUNT = Pattern.compile("[-−]?\\d[\\d,]*\\.\\d{2}");

  private static final Pattern MARKER =
      Pattern.compile(
          "[•▪■●◦–—·*o§-]|\\(?[0-9]{1,2}[.)]|\\(?[a-zA-Z][.)]|\\(?[ivx]+[.)]|[\\d.]+\\.?");

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
        && filled(grid) >= (isLabelled(grid) ? MIN_FILLED_FRAME : MIN_FILLED);
  }

  private static boolean hasNoLetters(Grid grid) {
    return grid.cells().stream()
        .allMatch(cell -> cell.text().codePoints().noneMatch(Character::isLetter));
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

  /** Whether nearly all rows have a text in one column, and several an amount. */
  private static boolean isLabelled(Grid grid) {
    int[] texts = new int[grid.columns()];
    int amounts = 0;
    for (GridCell cell : grid.cells()) {
      boolean amount = AMOUNT.matcher(cell.text()).matches();
      amounts += amount ? 1 : 0;
      texts[cell.column()] += amount || cell.isBlank() ? 0 : 1;
    }
    return amounts >= MIN_AMOUNTS
        && Arrays.stream(texts).max().orElse(0) >= LABELLED_SHARE * grid.rows();
  }

  /** Tells tables from lists, tables of contents, charts and prose in columns. */
  static boolean looksLikeTable(List<ChunkLine> lines, Columns columns) {
    int chunks = 0;
    int numbers = 0;
    int words = 0;
    int markers = 0;
    int tabular = 0;
    int amounts = 0;
    for (ChunkLine line : lines) {
      if (!line.isTabular()) {
        continue;
      }
      tabular++;
      TextChunk first = line.chunks().get(0);
      markers += MARKER.matcher(first.text()).matches() ? 1 : 0;
      for (TextChunk chunk : line.chunks()) {
        chunks++;
        numbers += chunk.isNumber() ? 1 : 0;
        amounts += AMOUNT.matcher(chunk.text()).matches() ? 1 : 0;
        words += chunk.wordCount();
      }
    }
    if (columns.count() == 2 && markers > MAX_MARKER_SHARE * tabular) {
      return false;
    }
    double wordsPerChunk = (double) words / chunks;
    return numbers >= MIN_NUMBER_SHARE * chunks
        || wordsPerChunk < MAX_WORDS_PER_CHUNK
        || amounts >= MIN_AMOUNTS;
  }
}
