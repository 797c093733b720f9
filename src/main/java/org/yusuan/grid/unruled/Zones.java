package org.yusuan.grid.unruled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.graph.DisjointSet;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;

/** Parts of a page in which one table without rulings may stand: what hangs together. */
final class Zones {

  /** Labels of groups stand above those of columns within so many of their heights. A guess. */
  private static final double MAX_LABELS_ABOVE = 3;

  /** A table without its header has at least so many chunks. A guess. */
  private static final int MIN_CHUNKS_BELOW = 6;

  private Zones() {}

  /** Chunks that no barrier parts: side by side on a line, or one below the other. */
  static List<List<TextChunk>> of(List<TextChunk> chunks, List<Box> barriers) {
    List<TextChunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.box().top()));
    DisjointSet together = new DisjointSet(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      Box a = sorted.get(i).box();
      for (int j = i + 1; j < sorted.size(); j++) {
        Box b = sorted.get(j).box();
        if (b.top() > a.bottom() + 4 * a.height()) {
          break;
        }
        boolean beside = a.overlapY(b) >= 0.5 * Math.min(a.height(), b.height());
        boolean stacked = a.overlapX(b) > 0;
        if ((beside || stacked) && !together.isSame(i, j) && !parted(a, b, barriers)) {
          together.union(j, i);
        }
      }
    }
    Map<Integer, List<TextChunk>> zones = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      zones.computeIfAbsent(together.find(i), key -> new ArrayList<>()).add(sorted.get(i));
    }
    return withInner(new ArrayList<>(zones.values()), barriers);
  }

  /**
   * The zones, each with those that stand between its lines and beside its chunks: labels of a
   * header on a line of their own, over columns that hold nothing.
   */
  private static List<List<TextChunk>> withInner(List<List<TextChunk>> zones, List<Box> barriers) {
    List<List<TextChunk>> sorted = new ArrayList<>(zones);
    sorted.sort(Comparator.comparingInt(zone -> -zone.size()));
    List<List<TextChunk>> result = new ArrayList<>();
    for (List<TextChunk> zone : sorted) {
      Box box = box(zone);
      List<TextChunk> around =
          result.stream()
              .filter(
                  outer ->
                      isWithin(box, box(outer), above(zone)) && !parted(box(outer), box, barriers))
              .findFirst()
              .orElse(null);
      if (around == null) {
        result.add(new ArrayList<>(zone));
      } else {
        around.addAll(zone);
      }
    }
    result.forEach(zone -> takeHeader(zone, result, barriers));
    result.removeIf(List::isEmpty);
    return result;
  }

  /**
   * Adds to a zone the labels that stand right above it, as the last line of another: none of them
   * is above a chunk of its column if they are centred and their columns are not.
   */
  private static void takeHeader(
      List<TextChunk> zone, List<List<TextChunk>> zones, List<Box> barriers) {
    if (zone.size() < MIN_CHUNKS_BELOW) {
      return;
    }
    Box box = box(zone);
    for (List<TextChunk> other : zones) {
      if (other == zone || other.isEmpty() || box(other).bottom() > box.top()) {
        continue;
      }
      List<ChunkLine> lines = ChunkLine.all(other);
      ChunkLine last = lines.get(lines.size() - 1);
      boolean labels =
          last.isTabular()
              && last.chunks().stream()
                  .noneMatch(
                      chunk ->
                          chunk.isNumber()
                              || Captions.isCaption(chunk.text())
                              || Captions.isUnit(chunk.text()));
      double gap = box.top() - last.box().bottom();
      if (labels
          && gap <= MAX_LABELS_ABOVE * last.box().height()
          && last.box().left() >= box.left()
          && last.box().right() <= box.right()
          && !parted(last.box(), box, barriers)) {
        zone.addAll(last.chunks());
        other.removeAll(last.chunks());
        return;
      }
    }
  }

  /** How far above a zone a line of labels may stand that has none of them above another chunk. */
  private static double above(List<TextChunk> zone) {
    boolean labels = zone.size() > 1 && zone.stream().noneMatch(c -> Captions.isCaption(c.text()));
    return labels ? MAX_LABELS_ABOVE * box(zone).height() : 0;
  }

  private static boolean isWithin(Box inner, Box outer, double above) {
    boolean between = outer.top() <= inner.top() && outer.bottom() >= inner.bottom();
    boolean over =
        inner.top() >= outer.top() - above
            && inner.bottom() <= outer.bottom()
            && inner.left() >= outer.left()
            && inner.right() <= outer.right();
    return between || over;
  }

  private static Box box(List<TextChunk> zone) {
    return Box.around(zone.stream().map(TextChunk::box).toList());
  }

  private static boolean parted(Box a, Box b, List<Box> barriers) {
    Box between =
        a.overlapX(b) > 0
            ? new Box(
                Math.max(a.left(), b.left()),
                Math.min(a.bottom(), b.bottom()),
                Math.min(a.right(), b.right()),
                Math.max(a.top(), b.top()))
            : new Box(
                Math.min(a.right(), b.right()),
                Math.max(a.top(), b.top()),
                Math.max(a.left(), b.left()),
                Math.min(a.bottom(), b.bottom()));
    return barriers.stream().anyMatch(between::intersects);
  }
}
