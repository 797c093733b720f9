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
import org.yusuan.text.AmountForm;

/** Parts of a page in which one table without rulings may stand: what hangs together. */
final class Zones {

  /** Labels of groups stand above those of columns within so many of their heights. A guess. */
  private static final double MAX_LABELS_ABOVE = 3;

  /**
   * Labels in a high row end within so many line heights above the first row. Heights of 4 were
   * seen. A guess.
   */
  private static final double MAX_HIGH_ROW = 6;

  /** Rows that are blank take at most so many line heights: 7.5 were seen. A guess. */
  static final double MAX_BLANK_ROWS = 12;

  /** Edges of cells of a column differ by no more than this, in points. A guess. */
  private static final double MAX_EDGE_DIFFERENCE = 2;

  /** At least so many chunks of the first line stand under labels in a high row. A guess. */
  private static final int MIN_LABELS = 3;

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
    for (List<TextChunk> next : sorted) {
      List<TextChunk> zone = new ArrayList<>(next);
      result.removeIf(inner -> areAmid(inner, next, barriers) && zone.addAll(inner));
      Box box = box(zone);
      List<TextChunk> around =
          result.stream()
              .filter(
                  outer ->
                      isWithin(box, box(outer), above(zone)) && !parted(box(outer), box, barriers))
              .findFirst()
              .orElse(null);
      if (around == null) {
        result.add(zone);
      } else {
        around.addAll(zone);
      }
    }
    result.forEach(zone -> takeHeader(zone, result, barriers));
    result.forEach(zone -> takeLastRow(zone, result, barriers));
    result.removeIf(List::isEmpty);
    return result;
  }

  /**
   * Adds to a zone the labels that stand right above it, as the last line of another: none of them
   * is above a chunk of its column if they are centred and their columns are not. Or as the last
   * lines, in a high row, of one whose labels stand over all chunks of its first line.
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
      List<TextChunk> header = highHeader(zone, other);
      if (!header.isEmpty() && !parted(box(header), box, barriers)) {
        zone.addAll(header);
        other.removeAll(header);
        return;
      }
      List<ChunkLine> lines = ChunkLine.all(other);
      ChunkLine last = lines.get(lines.size() - 1);
      boolean labels = last.isTabular() && isLabels(last);
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

  /** Adds to a zone its last row, below rows that are blank: of a total, as its edges tell. */
  private static void takeLastRow(
      List<TextChunk> zone, List<List<TextChunk>> zones, List<Box> barriers) {
    if (zone.size() < MIN_CHUNKS_BELOW) {
      return;
    }
    Box box = box(zone);
    List<ChunkLine> rows = ChunkLine.all(zone);
    for (List<TextChunk> other : zones) {
      if (other == zone || other.isEmpty() || box(other).top() < box.bottom()) {
        continue;
      }
      List<ChunkLine> lines = ChunkLine.all(other);
      ChunkLine row = lines.get(0);
      if (lines.size() == 1
          && row.box().top() - box.bottom() <= MAX_BLANK_ROWS * row.box().height()
          && row.isRowBelow(rows, MAX_EDGE_DIFFERENCE)
          && !parted(box, row.box(), barriers)) {
        zone.addAll(other);
        other.clear();
        return;
      }
    }
  }

  /**
   * The labels of the last lines above a zone that stand over its first line; none if they do not.
   */
  private static List<TextChunk> highHeader(List<TextChunk> zone, List<TextChunk> other) {
    ChunkLine first = ChunkLine.all(zone).get(0);
    if (first.chunks().size() < MIN_LABELS
        || first.chunks().stream().noneMatch(chunk -> AmountForm.matches(chunk.text()))) {
      return List.of();
    }
    List<ChunkLine> lines = ChunkLine.all(other);
    List<TextChunk> labels = new ArrayList<>();
    for (int i = lines.size() - 1; i >= 0 && isLabels(lines.get(i)); i--) {
      labels.addAll(lines.get(i).chunks());
    }
    boolean over =
        !labels.isEmpty()
            && first.box().top() - box(labels).bottom() <= MAX_HIGH_ROW * first.box().height()
            && first.chunks().stream()
                .allMatch(
                    chunk -> labels.stream().anyMatch(l -> l.box().overlapX(chunk.box()) > 0));
    return over ? labels : List.of();
  }

  private static boolean isLabels(ChunkLine line) {
    return line.chunks().stream()
        .noneMatch(
            chunk ->
                chunk.isNumber()
                    || Captions.isCaption(chunk.text())
                    || Captions.isUnit(chunk.text()));
  }

  /** How far above a zone a line of labels may stand that has none of them above another chunk. */
  private static double above(List<TextChunk> zone) {
    boolean labels = zone.size() > 1 && zone.stream().noneMatch(c -> Captions.isCaption(c.text()));
    return labels ? MAX_LABELS_ABOVE * box(zone).height() : 0;
  }

  /**
   * Whether labels stand between the lines of others, which are fewer, and amid them: in a header
   * with lines of uneven number none is level with another.
   */
  private static boolean areAmid(List<TextChunk> inner, List<TextChunk> outer, List<Box> barriers) {
    Box in = box(inner);
    Box out = box(outer);
    return isBetween(in, out)
        && in.overlapX(out) > 0
        && inner.stream().noneMatch(TextChunk::isNumber)
        && outer.stream().noneMatch(TextChunk::isNumber)
        && !parted(out, in, barriers);
  }

  private static boolean isBetween(Box inner, Box outer) {
    return outer.top() <= inner.top() && outer.bottom() >= inner.bottom();
  }

  private static boolean isWithin(Box inner, Box outer, double above) {
    boolean between = isBetween(inner, outer);
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
