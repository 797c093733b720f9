package org.yusuan.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.model.Box;

/**
 * Chunks that stand side by side.
 *
 * @param chunks from left to right
 * @param box the box around them
 */
record Line(List<Chunk> chunks, Box box) {

  private static final double SAME_LINE = 0.4;

  static Line of(List<Chunk> chunks) {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.box().left()));
    return new Line(List.copyOf(sorted), Box.around(sorted.stream().map(Chunk::box).toList()));
  }

  /** The lines that the chunks make up, from the top down. */
  static List<Line> all(List<Chunk> chunks) {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.box().centerY()));
    List<Line> lines = new ArrayList<>();
    List<Chunk> current = new ArrayList<>();
    for (Chunk chunk : sorted) {
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
    return first.overlapY(box) >= SAME_LINE * Math.min(first.height(), box.height());
  }

  boolean isTabular() {
    return chunks.size() > 1;
  }
}
