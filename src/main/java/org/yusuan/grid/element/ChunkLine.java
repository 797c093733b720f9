package org.yusuan.grid.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yusuan.model.table.Box;
import org.yusuan.text.AmountForm;

/**
 * Chunks that stand side by side.
 *
 * @param chunks from left to right
 * @param box the box around them
 */
public record ChunkLine(List<TextChunk> chunks, Box box) {

  /**
   * Chunks whose heights overlap by at least this part of the lower one stand on one line. A guess.
   */
  private static final double MIN_HEIGHT_OVERLAP = 0.4;

  /** So many rows have cells at the same places. A guess. */
  private static final int MIN_ROWS_ALIKE = 3;

  /** At least so many numbers that count up number columns. A guess. */
  private static final int MIN_COLUMN_NUMBERS = 3;

  /** At least so many where a word stands before them, as for rows of other tables. A guess. */
  private static final int MIN_NUMBERS_BELOW_NAME = 5;

  /** What names a line that numbers columns, as 栏次, is at most so long. A guess. */
  private static final int MAX_NUMBERING_LABEL = 4;

  /** The number of a column, or how it is made of others: 3, (3), 1=2+6. */
  private static final Pattern COLUMN_NUMBER =
      Pattern.compile("[(（]?(\\d{1,2})[)）]?(?:=[\\d+*/×÷()（）−-]+)?");

  static ChunkLine of(List<TextChunk> chunks) {
    List<TextChunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.box().left()));
    return new ChunkLine(
        List.copyOf(sorted), Box.around(sorted.stream().map(TextChunk::box).toList()));
  }

  /** The lines that the chunks make up, from the top down. */
  public static List<ChunkLine> all(List<TextChunk> chunks) {
    List<TextChunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.box().centerY()));
    List<ChunkLine> lines = new ArrayList<>();
    List<TextChunk> current = new ArrayList<>();
    for (TextChunk chunk : sorted) {
      if (!current.isEmpty() && !isOneLine(current.get(0).box(), chunk.box())) {
        lines.add(of(current));
        current.clear();
      }
      current.add(chunk);
    }
    if (!current.isEmpty()) {
      lines.add(of(current));
    }
    return lines;
  }

  private static boolean isOneLine(Box first, Box box) {
    return first.overlapY(box) >= MIN_HEIGHT_OVERLAP * Math.min(first.height(), box.height());
  }

  /**
   * Whether a line is a row of the same columns as others above it: its first chunk begins and its
   * last ends, an amount, where those of several do.
   *
   * @param miss how far edges may differ, in points
   */
  public boolean isRowBelow(List<ChunkLine> rows, double miss) {
    TextChunk last = chunks.get(chunks.size() - 1);
    return isTabular()
        && AmountForm.matches(last.text())
        && !chunks.get(0).isNumber()
        && count(rows, 0, chunk -> Math.abs(chunk.box().left() - box.left()) <= miss)
            >= MIN_ROWS_ALIKE
        && count(
                rows,
                -1,
                chunk ->
                    AmountForm.matches(chunk.text())
                        && Math.abs(chunk.box().right() - box.right()) <= miss)
            >= MIN_ROWS_ALIKE;
  }

  /**
   * Whether a line does no more than number the columns: 1 2 3, 栏次 1=2+3 2 3. The numbers count up
   * by one; only the first chunk may be a word, and then a formula or many numbers tell the line
   * from one of small counts.
   */
  public boolean numbersColumns() {
    int numbers = 0;
    boolean formula = false;
    for (int i = 0; i < chunks.size(); i++) {
      String text = chunks.get(i).text().replace(" ", "");
      Matcher matcher = COLUMN_NUMBER.matcher(text);
      if (matcher.matches() && Integer.parseInt(matcher.group(1)) == numbers + 1) {
        numbers++;
        formula |= text.contains("=");
      } else if (i > 0 || matcher.matches() || text.length() > MAX_NUMBERING_LABEL) {
        return false;
      }
    }
    boolean named = numbers < chunks.size();
    return numbers >= (named && !formula ? MIN_NUMBERS_BELOW_NAME : MIN_COLUMN_NUMBERS);
  }

  /** How many rows have such a chunk at a place; -1 is the last. */
  private static long count(List<ChunkLine> rows, int at, Predicate<TextChunk> like) {
    return rows.stream()
        .map(row -> row.chunks.get(at < 0 ? row.chunks.size() - 1 : at))
        .filter(like)
        .count();
  }

  /** The line with the chunks of another. */
  public ChunkLine with(ChunkLine other) {
    List<TextChunk> both = new ArrayList<>(chunks);
    both.addAll(other.chunks);
    return of(both);
  }

  public boolean isTabular() {
    return chunks.size() > 1;
  }
}
