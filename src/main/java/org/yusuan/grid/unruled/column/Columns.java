package org.yusuan.grid.unruled.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;

/**
 * Columns of text that stands in lines without rulings, found from the white space that most lines
 * share.
 *
 * @param lefts left edge of the text of each column, rising
 * @param rights right edge of the text of each column
 */
public record Columns(double[] lefts, double[] rights) {

  /**
   * A gap is white if the lines that run over it weigh at most this part of those that leave it
   * blank. A line weighs as many as it has gaps. A guess.
   */
  private static final double MAX_CROSSING_WEIGHT = 0.25;

  /**
   * Weight of a line that leaves a strip blank only because it ends before or begins after it: it
   * says nothing. A guess.
   */
  private static final double OUTSIDE_WEIGHT = 0.0;

  /**
   * Lines whose heights overlap by at least this part, and of which none is above the other, are
   * one row. A guess.
   */
  private static final double MIN_HEIGHT_OVERLAP = 0.2;

  /** A box spans a column if it covers at least this part of the width of the column. A guess. */
  private static final double MIN_COVERED_WIDTH = 0.5;

  /** Or if at least this part of its own width lies in the column. A guess. */
  private static final double MIN_OWN_WIDTH = 0.4;

  /** In that case it must overlap the column by more than this, in points. A guess. */
  private static final double MIN_OVERLAP_POINTS = 2;

  /** A line over the whole table begins in this first part of the first column. A guess. */
  private static final double MAX_REACH_SHARE = 0.3;

  /** Or this far beyond that part, in points. A guess. */
  private static final double REACH_POINTS = 3;

  /** So many lines with two numbers in a column part it. A guess. */
  private static final int MIN_PARTING_LINES = 2;

  public int count() {
    return lefts.length;
  }

  /** A gap between two columns, where few lines have text. */
  private record ColumnGap(double left, double right) {}

  /** The columns that the lines share; fewer than two if they share none. */
  public static Columns of(List<ChunkLine> all) {
    List<ChunkLine> lines = level(all);
    Columns columns = ComplementaryColumns.joined(lines, parted(lines).partedByNumbers(lines));
    return LabelledColumns.added(lines, columns);
  }

  /**
   * The columns, those parted in which lines have two numbers: labels of a header ran over both.
   */
  private Columns partedByNumbers(List<ChunkLine> lines) {
    List<double[]> gaps = new ArrayList<>();
    for (ChunkLine line : lines) {
      TextChunk last = null;
      for (TextChunk chunk : line.chunks()) {
        if (last != null
            && last.isNumber()
            && chunk.isNumber()
            && column(last.box()) == column(chunk.box())) {
          gaps.add(new double[] {last.box().right(), chunk.box().left()});
        }
        last = chunk;
      }
    }
    Columns columns = this;
    gaps.sort(Comparator.comparingDouble(gap -> gap[0]));
    int from = 0;
    while (from < gaps.size()) {
      double[] shared = gaps.get(from).clone();
      int to = from + 1;
      while (to < gaps.size() && gaps.get(to)[0] < shared[1]) {
        shared[0] = gaps.get(to)[0];
        shared[1] = Math.min(shared[1], gaps.get(to)[1]);
        to++;
      }
      if (to - from >= MIN_PARTING_LINES && shared[1] - shared[0] >= 1 && isFree(lines, shared)) {
        columns = columns.partedAt(shared[0], shared[1]);
      }
      from = to;
    }
    return columns;
  }

  /** Whether no number runs into a gap. */
  private static boolean isFree(List<ChunkLine> lines, double[] gap) {
    return lines.stream()
        .flatMap(line -> line.chunks().stream())
        .noneMatch(
            chunk ->
                chunk.isNumber() && chunk.box().left() < gap[1] && chunk.box().right() > gap[0]);
  }

  /** The only column that a box stands in or is nearest to; below 0 if it spans several. */
  int column(Box box) {
    int[] span = span(box);
    return span[1] - span[0] == 1 ? span[0] : -1 - span[0];
  }

  private Columns partedAt(double right, double left) {
    int at = 0;
    while (at < count() && (lefts[at] >= right || rights[at] <= left)) {
      at++;
    }
    if (at == count()) {
      return this;
    }
    double[] l = new double[count() + 1];
    double[] r = new double[count() + 1];
    for (int i = 0; i < l.length; i++) {
      l[i] = i == at + 1 ? left : lefts[i <= at ? i : i - 1];
      r[i] = i == at ? right : rights[i < at ? i : i - 1];
    }
    return new Columns(l, r);
  }

  /** The columns, the one and the next to it made one. */
  Columns joined(int left) {
    double[] l = new double[count() - 1];
    double[] r = new double[count() - 1];
    for (int i = 0; i < l.length; i++) {
      l[i] = lefts[i <= left ? i : i + 1];
      r[i] = rights[i < left ? i : i + 1];
    }
    return new Columns(l, r);
  }

  private static Columns parted(List<ChunkLine> lines) {
    double[] edges = edges(lines);
    int count = edges.length - 1;
    if (count < 1) {
      return new Columns(new double[0], new double[0]);
    }
    double[] covered = new double[count];
    double[] white = new double[count];
    for (ChunkLine line : lines) {
      if (line.chunks().size() < 2) {
        continue;
      }
      double weight = line.chunks().size() - 1;
      int at = 0;
      double end = Double.NEGATIVE_INFINITY;
      for (TextChunk chunk : line.chunks()) {
        int from = index(edges, Math.max(chunk.box().left(), end));
        int to = index(edges, chunk.box().right());
        for (int i = at; i < from; i++) {
          white[i] += at == 0 ? OUTSIDE_WEIGHT : weight;
        }
        for (int i = Math.max(at, from); i < to; i++) {
          covered[i] += weight;
        }
        at = Math.max(at, to);
        end = Math.max(end, chunk.box().right());
      }
    }
    List<ColumnGap> gaps = new ArrayList<>();
    double from = Double.NaN;
    for (int i = 0; i <= count; i++) {
      boolean isWhite = i < count && white[i] > 0 && covered[i] <= MAX_CROSSING_WEIGHT * white[i];
      if (isWhite && Double.isNaN(from)) {
        from = edges[i];
      } else if (!isWhite && !Double.isNaN(from)) {
        if (edges[i] - from >= 1.0) {
          gaps.add(new ColumnGap(from, edges[i]));
        }
        from = Double.NaN;
      }
    }
    return between(lines, gaps, edges);
  }

  /** The lines, those of one row made one: cells whose texts have different numbers of lines. */
  private static List<ChunkLine> level(List<ChunkLine> lines) {
    List<ChunkLine> level = new ArrayList<>();
    for (ChunkLine line : lines) {
      ChunkLine last = level.isEmpty() ? null : level.get(level.size() - 1);
      if (last != null && isBeside(last, line)) {
        level.set(level.size() - 1, last.with(line));
      } else {
        level.add(line);
      }
    }
    return level;
  }

  private static boolean isBeside(ChunkLine above, ChunkLine line) {
    double height = Math.min(above.box().height(), line.box().height());
    return above.box().overlapY(line.box()) >= MIN_HEIGHT_OVERLAP * height
        && line.chunks().stream()
            .allMatch(
                chunk ->
                    above.chunks().stream()
                        .allMatch(other -> chunk.box().overlapX(other.box()) <= 0));
  }

  private static double[] edges(List<ChunkLine> lines) {
    double[] all =
        lines.stream()
            .filter(ChunkLine::isTabular)
            .flatMap(line -> line.chunks().stream())
            .flatMapToDouble(
                chunk -> Arrays.stream(new double[] {chunk.box().left(), chunk.box().right()}))
            .sorted()
            .distinct()
            .toArray();
    return all;
  }

  private static int index(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    return at >= 0 ? at : -at - 1;
  }

  /** The columns that the gaps leave, and columns of few cells that stand inside a gap. */
  private static Columns between(List<ChunkLine> lines, List<ColumnGap> gaps, double[] edges) {
    List<double[]> columns = new ArrayList<>();
    double left = edges[0];
    for (ColumnGap gap : gaps) {
      if (gap.left - left > 0) {
        columns.add(new double[] {left, gap.left});
      }
      columns.addAll(inside(lines, gap));
      left = gap.right;
    }
    columns.add(new double[] {left, edges[edges.length - 1]});
    columns.sort(Comparator.comparingDouble(column -> column[0]));
    return new Columns(
        columns.stream().mapToDouble(column -> column[0]).toArray(),
        columns.stream().mapToDouble(column -> column[1]).toArray());
  }

  /** Sparse columns: at least two lines have a chunk that lies wholly inside the gap. */
  private static List<double[]> inside(List<ChunkLine> lines, ColumnGap gap) {
    List<Box> boxes = new ArrayList<>();
    for (ChunkLine line : lines) {
      for (TextChunk chunk : line.chunks()) {
        if (line.isTabular()
            && chunk.box().left() > gap.left + 0.5
            && chunk.box().right() < gap.right - 0.5) {
          boxes.add(chunk.box());
        }
      }
    }
    boxes.sort(Comparator.comparingDouble(Box::left));
    List<double[]> found = new ArrayList<>();
    int members = 0;
    double[] current = null;
    for (Box box : boxes) {
      if (current != null && box.left() < current[1]) {
        current[1] = Math.max(current[1], box.right());
        members++;
        continue;
      }
      if (current != null && members >= 2) {
        found.add(current);
      }
      current = new double[] {box.left(), box.right()};
      members = 1;
    }
    if (current != null && members >= 2) {
      found.add(current);
    }
    return found;
  }

  /**
   * The columns that a box stands in: first, and the one after the last.
   *
   * <p>A box spans a column if it covers a good part of it; otherwise it belongs to the column that
   * it overlaps most, or that is nearest.
   */
  public int[] span(Box box) {
    int best = 0;
    double bestOverlap = Double.NEGATIVE_INFINITY;
    int first = -1;
    int last = -1;
    for (int i = 0; i < lefts.length; i++) {
      double overlap = Math.min(box.right(), rights[i]) - Math.max(box.left(), lefts[i]);
      if (overlap > bestOverlap) {
        bestOverlap = overlap;
        best = i;
      }
      double width = Math.max(1, rights[i] - lefts[i]);
      if (overlap >= MIN_COVERED_WIDTH * width
          || overlap >= MIN_OWN_WIDTH * box.width() && overlap > MIN_OVERLAP_POINTS) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return new int[] {best, best + 1};
    }
    return new int[] {Math.min(first, best), Math.max(last, best) + 1};
  }

  /** How far right a line over the whole table may begin. */
  public double reach() {
    return count() == 0 ? 0 : lefts[0] + MAX_REACH_SHARE * (rights[0] - lefts[0]) + REACH_POINTS;
  }

  /** The middle of the white between a column and the next. */
  public double separator(int column) {
    return (rights[column] + lefts[column + 1]) / 2;
  }
}
