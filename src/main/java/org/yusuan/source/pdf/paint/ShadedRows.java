package org.yusuan.source.pdf.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;

/**
 * Finds rows of a table that are marked by their shade instead of rulings: where every row or every
 * other one is filled with a colour, the edges of the fills are as good as rulings.
 */
final class ShadedRows {

  /** Edges that differ by no more than this, in points, are one. A guess. */
  private static final double MAX_EDGE_DIFFERENCE = 1.5;

  /** Fewer shaded rows are a header, or boxes. A guess. */
  private static final int MIN_ROWS = 3;

  /** Fills higher than this, in points, are no rows. A guess: five lines of text. */
  private static final double MAX_ROW_HEIGHT = 60;

  /**
   * White between two shaded rows is at most this many times as high as the higher one. A guess.
   */
  private static final double MAX_WHITE_RATIO = 1.6;

  /**
   * An edge between cells parts two columns if at least this share of the shaded rows has it. A
   * guess.
   */
  private static final double MIN_EDGE_SHARE = 0.6;

  /** More fills than this are a drawing. A guess. */
  private static final int MAX_BOXES = 5_000;

  /** Boxes side by side. */
  private static final class Band {
    final double top;
    final double bottom;
    final List<Box> boxes = new ArrayList<>();

    Band(Box first) {
      top = first.top();
      bottom = first.bottom();
      boxes.add(first);
    }

    boolean holds(Box box) {
      return Math.abs(box.top() - top) <= MAX_EDGE_DIFFERENCE
          && Math.abs(box.bottom() - bottom) <= MAX_EDGE_DIFFERENCE;
    }

    double left() {
      return boxes.stream().mapToDouble(Box::left).min().orElseThrow();
    }

    double right() {
      return boxes.stream().mapToDouble(Box::right).max().orElseThrow();
    }

    double height() {
      return bottom - top;
    }
  }

  private ShadedRows() {}

  /**
   * The edges of shaded rows, where no rulings are.
   *
   * @param shaded boxes that are filled with a colour
   * @param rulings all lines of the page
   */
  static List<Ruling> edges(List<Box> shaded, List<Ruling> rulings) {
    if (shaded.size() < MIN_ROWS || shaded.size() > MAX_BOXES) {
      return List.of();
    }
    List<Ruling> edges = new ArrayList<>();
    List<Band> table = new ArrayList<>();
    for (Band band : bands(shaded)) {
      Band last = table.isEmpty() ? null : table.get(table.size() - 1);
      if (last != null && !goesOn(last, band)) {
        addEdges(table, rulings, edges);
        table.clear();
      }
      table.add(band);
    }
    addEdges(table, rulings, edges);
    return edges;
  }

  private static List<Band> bands(List<Box> shaded) {
    List<Box> sorted =
        shaded.stream()
            .filter(box -> box.height() <= MAX_ROW_HEIGHT)
            .sorted(Comparator.comparingDouble(Box::top).thenComparingDouble(Box::left))
            .toList();
    List<Band> bands = new ArrayList<>();
    for (Box box : sorted) {
      Band last = bands.isEmpty() ? null : bands.get(bands.size() - 1);
      if (last != null && last.holds(box)) {
        last.boxes.add(box);
      } else {
        bands.add(new Band(box));
      }
    }
    return bands;
  }

  private static boolean goesOn(Band above, Band band) {
    double white = band.top - above.bottom;
    return Math.abs(above.left() - band.left()) <= MAX_EDGE_DIFFERENCE
        && Math.abs(above.right() - band.right()) <= MAX_EDGE_DIFFERENCE
        && white >= -MAX_EDGE_DIFFERENCE
        && white <= MAX_WHITE_RATIO * Math.max(above.height(), band.height());
  }

  private static void addEdges(List<Band> table, List<Ruling> rulings, List<Ruling> edges) {
    if (table.size() < MIN_ROWS) {
      return;
    }
    double left = table.get(0).left();
    double right = table.get(0).right();
    double top = table.get(0).top;
    double bottom = table.get(table.size() - 1).bottom;
    Box box = new Box(left, top, right, bottom);
    if (rulings.stream().anyMatch(ruling -> touches(ruling, box))) {
      return;
    }
    Double last = null;
    for (Band band : table) {
      for (double y : new double[] {band.top, band.bottom}) {
        if (last == null || y - last > MAX_EDGE_DIFFERENCE) {
          edges.add(new Ruling(true, y, left, right, 0));
          last = y;
        }
      }
    }
    for (double x : columnEdges(table)) {
      edges.add(new Ruling(false, x, top, bottom, 0));
    }
  }

  private static boolean touches(Ruling ruling, Box box) {
    double across0 = ruling.horizontal() ? box.top() : box.left();
    double across1 = ruling.horizontal() ? box.bottom() : box.right();
    double along0 = ruling.horizontal() ? box.left() : box.top();
    double along1 = ruling.horizontal() ? box.right() : box.bottom();
    return ruling.position() >= across0 - MAX_EDGE_DIFFERENCE
        && ruling.position() <= across1 + MAX_EDGE_DIFFERENCE
        && ruling.end() > along0
        && ruling.start() < along1;
  }

  /**
   * The x at which most rows are divided, with both sides; none if the rows are filled from side to
   * side.
   */
  private static List<Double> columnEdges(List<Band> table) {
    TreeMap<Double, Integer> counts = new TreeMap<>();
    for (Band band : table) {
      Double last = null;
      for (Box box : band.boxes) {
        for (double x : new double[] {box.left(), box.right()}) {
          if (last == null || x - last > 2 * MAX_EDGE_DIFFERENCE) {
            Double known = near(counts, x);
            counts.merge(known == null ? Double.valueOf(x) : known, 1, Integer::sum);
            last = x;
          }
        }
      }
    }
    List<Double> edges =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= MIN_EDGE_SHARE * table.size())
            .map(java.util.Map.Entry::getKey)
            .toList();
    return edges.size() > 2 ? edges : List.of();
  }

  private static @Nullable Double near(TreeMap<Double, Integer> counts, double x) {
    Double below = counts.floorKey(x + MAX_EDGE_DIFFERENCE);
    return below != null && below >= x - MAX_EDGE_DIFFERENCE ? below : null;
  }
}
