package org.yusuan.layout.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.page.Word;

/**
 * How deep the labels of one list stand, by where they begin in their table: its pages need not be
 * printed at one place. Remembers the labels above; for one thread.
 */
final class Indentation {

  /** An item more than this many points right of another is a part of it. A guess. */
  static final double MIN_POINTS = 4.0;

  /** A centred label leaves more than this many points, one character, on either side. A guess. */
  private static final double MIN_CENTRED_GAP_POINTS = 10;

  /** Labels that begin at one place differ by less than this many points. A guess. */
  private static final double SAME_POINTS = 1;

  private final Pattern ofWhich;
  private final Map<Integer, Double> edges;

  /** Where the parts of the last item begin, by level. */
  private final List<Double> indents = new ArrayList<>();

  /** Where labels begin that are not centred. */
  private final NavigableSet<Double> lefts = new TreeSet<>();

  /**
   * @param ofWhich what stands before the name of a part, as 其中：
   * @param edges the left edges of the table, as {@link #edges} gives them
   */
  Indentation(Pattern ofWhich, Map<Integer, Double> edges) {
    this.ofWhich = ofWhich;
    this.edges = edges;
  }

  /**
   * The left edge of a table on each of its pages, in points; none where cells are just around
   * their texts, as the table then has no edge.
   */
  static Map<Integer, Double> edges(Grid grid) {
    boolean framed =
        grid.cells().stream()
            .filter(cell -> !cell.words().isEmpty())
            .anyMatch(cell -> textLeft(cell.words()) > cell.box().left() + SAME_POINTS);
    return framed
        ? grid.cells().stream()
            .collect(Collectors.toMap(GridCell::page, cell -> cell.box().left(), Math::min))
        : Map.of();
  }

  private static double textLeft(List<Word> words) {
    return words.stream().mapToDouble(word -> word.box().left()).min().orElseThrow();
  }

  /** Forgets the levels: the next label begins anew. */
  void clear() {
    indents.clear();
  }

  /**
   * The level of the next label, from 1; as deep as the one before if it takes several lines and
   * begins no further right than any other, as an indent may have had no room.
   *
   * @param left where it begins, as {@link #left} gives it
   */
  int level(List<GridCell> own, double left) {
    boolean unknown = isFolded(own) && (lefts.isEmpty() || lefts.first() >= left - SAME_POINTS);
    while (!unknown && !indents.isEmpty() && left < last() - MIN_POINTS) {
      indents.remove(indents.size() - 1);
    }
    if (indents.isEmpty() || left > last() + MIN_POINTS) {
      indents.add(left);
    }
    return indents.size();
  }

  private double last() {
    return indents.get(indents.size() - 1);
  }

  /**
   * How many points the first line of a row's label, for those below it may begin further left,
   * stands from the left edge of the table, or of the page where that has none, without 其中： before
   * it, as the parts beside it begin where its name does; null if the label is centred, as then it
   * does not show its level. One that is long enough to leave the same on either side is not
   * centred if others begin where it does; where labels begin is remembered.
   */
  @Nullable Double left(List<GridCell> own) {
    GridCell label = label(own);
    if (label == null) {
      return null;
    }
    double left = textLeft(label.words());
    double right = label.words().stream().mapToDouble(w -> w.box().right()).max().orElseThrow();
    double before = left - label.box().left();
    double after = label.box().right() - right;
    List<Word> first = firstLine(label.words());
    double firstLeft = textLeft(first);
    double firstRight = first.stream().mapToDouble(w -> w.box().right()).max().orElseThrow();
    double begins = firstLeft - edges.getOrDefault(label.page(), 0.0);
    boolean centred =
        before > MIN_CENTRED_GAP_POINTS
            && Math.abs(before - after) < MIN_POINTS
            && lefts.subSet(begins - SAME_POINTS, false, begins + SAME_POINTS, false).isEmpty();
    if (centred) {
      return null;
    }
    lefts.add(begins);
    int length = first.stream().mapToInt(word -> word.text().length()).sum();
    Matcher matcher = ofWhich.matcher(label.text().strip());
    int mark = matcher.lookingAt() ? Math.min(matcher.end(), length) : 0;
    return begins + (firstRight - firstLeft) * mark / length;
  }

  private static @Nullable GridCell label(List<GridCell> own) {
    return own.stream()
        .filter(cell -> !cell.isBlank() && !cell.words().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static boolean isFolded(List<GridCell> own) {
    GridCell label = label(own);
    return label != null && firstLine(label.words()).size() < label.words().size();
  }

  private static List<Word> firstLine(List<Word> words) {
    double middle = words.stream().mapToDouble(w -> w.box().centerY()).min().orElseThrow();
    return words.stream().filter(word -> word.box().top() <= middle).toList();
  }
}
