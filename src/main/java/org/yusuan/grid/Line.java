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

  private static final double SAME_LINE = 0.5;

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
    double top = 0;
    double bottom = 0;
    for (Chunk chunk : sorted) {
      Box box = chunk.box();
      double overlap = Math.min(bottom, box.bottom()) - Math.max(top, box.top());
      double needed = SAME_LINE * Math.min(bottom - top, box.height());
      if (!current.isEmpty() && overlap < needed) {
        lines.add(of(current));
        current.clear();
      }
      if (current.isEmpty()) {
        top = box.top();
        bottom = box.bottom();
      } else {
        // The band shrinks to what all share, so that slightly shifted chunks do not chain up.
        top = Math.max(top, Math.min(box.top(), bottom - SAME_LINE * (bottom - top)));
        bottom = Math.min(bottom, Math.max(box.bottom(), top + SAME_LINE * (bottom - top)));
      }
      current.add(chunk);
    }
    if (!current.isEmpty()) {
      lines.add(of(current));
    }
    return lines;
  }

  boolean isTabular() {
    return chunks.size() > 1;
  }
}
