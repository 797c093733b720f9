package org.yusuan.grid.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.model.table.Box;

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
