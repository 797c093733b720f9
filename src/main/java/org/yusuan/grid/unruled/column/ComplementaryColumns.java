package org.yusuan.grid.unruled.column;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;

/**
 * Columns that are one: a label that stands left of, or narrower than, the amounts below it; dashes
 * beside figures; codes that are indented by their level. No line has text in both.
 */
final class ComplementaryColumns {

  private final List<ChunkLine> lines;
  private final int body;
  private Columns columns;

  private ComplementaryColumns(List<ChunkLine> lines, Columns columns) {
    this.lines = lines;
    this.columns = columns;
    int first = 0;
    while (first < lines.size() && !isBody(lines.get(first))) {
      first++;
    }
    body = first;
  }

  /** The columns, those that are one put together. */
  static Columns joined(List<ChunkLine> lines, Columns columns) {
    return new ComplementaryColumns(lines, columns).joined();
  }

  /** A line with a number behind something else, unless it numbers the columns. */
  static boolean isBody(ChunkLine line) {
    return !line.numbersColumns() && line.chunks().stream().skip(1).anyMatch(TextChunk::isNumber);
  }

  private Columns joined() {
    for (int i = 0; i + 1 < columns.count(); i++) {
      if (isOne(i) && !isNearerToNext(i)) {
        columns = columns.joined(i);
        i = Math.max(-1, i - 2);
      }
    }
    return columns;
  }

  /**
   * Whether the right one of two columns that are one is nearer to the next, with which it is one.
   */
  private boolean isNearerToNext(int left) {
    return left + 2 < columns.count() && isOne(left + 1) && gap(left + 1) < gap(left);
  }

  private double gap(int left) {
    return columns.lefts()[left + 1] - columns.rights()[left];
  }

  private boolean isOne(int left) {
    if (body == 0 || body == lines.size()) {
      return false;
    }
    List<List<TextChunk>> cells = List.of(new ArrayList<>(), new ArrayList<>());
    int[] labelled = {-1, -1};
    boolean isGroup = false;
    for (int i = 0; i < lines.size(); i++) {
      boolean[] filled = new boolean[2];
      for (TextChunk chunk : lines.get(i).chunks()) {
        int[] span = columns.span(chunk.box());
        isGroup |= span[0] <= left && span[1] > left + 1;
        if (span[1] - span[0] > 1 || span[0] < left || span[0] > left + 1) {
          continue;
        }
        int side = span[0] - left;
        filled[side] = true;
        if (i < body) {
          labelled[side] = i;
        } else {
          cells.get(side).add(chunk);
        }
      }
      if (filled[0] && filled[1]) {
        return false;
      }
    }
    if (labelled[0] == labelled[1]) {
      // Codes that are indented by their level, under one label.
      return isGroup && labelled[0] < 0 && numbers(cells.get(0)) && numbers(cells.get(1));
    }
    List<TextChunk> own = cells.get(labelled[0] > labelled[1] ? 0 : 1);
    List<TextChunk> other = cells.get(labelled[0] > labelled[1] ? 1 : 0);
    if (Math.min(labelled[0], labelled[1]) >= 0) {
      // The label of a group stands over the amounts; that of their own column stands beside them.
      return own.isEmpty() && numbers(other);
    }
    return !other.isEmpty() && (own.isEmpty() || numbers(own) == numbers(other));
  }

  /** Whether most of the cells are numbers. */
  private static boolean numbers(List<TextChunk> cells) {
    return cells.stream().filter(TextChunk::isNumber).count() * 2 > cells.size()
        && !cells.isEmpty();
  }
}
