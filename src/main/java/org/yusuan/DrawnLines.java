package org.yusuan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.correction.Corrections;
import org.yusuan.correction.DrawnTable;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.io.Sha256;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.DisplayMapping;
import org.yusuan.page.Page;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Ruling;

/** Puts the lines that a person drew on pages in the place of those that were found there. */
record DrawnLines(List<DrawnTable> tables) {

  /** Lines at most this far from an area's edge, in points, are its old frame. A guess. */
  private static final double MAX_EDGE_DISTANCE = 3;

  /** Thickness, in points, that a drawn line is given. */
  private static final double HAIRLINE_POINTS = 0.5;

  /** A table is the drawn one if this part of their area is shared. Guess. */
  private static final double MIN_SHARED = 0.5;

  /** The lines that people drew on a file's pages; the file is hashed only if there may be any. */
  static DrawnLines open(Path file, Corrections corrections) throws IOException {
    return new DrawnLines(
        corrections.entries().isEmpty() ? List.of() : corrections.drawn(Sha256.of(file)));
  }

  /** The page as displayed, with the drawn lines. */
  Page on(Page page) {
    List<Ruling> rulings = rulings(page.number(), page.rulings(), null);
    return rulings == page.rulings() ? page : page.withRulings(rulings);
  }

  /**
   * The rulings of a page with the drawn lines.
   *
   * @param number its number, from 1
   * @param found the rulings that were found
   * @param transform how the page lies on the page as displayed; null if it is as displayed
   */
  List<Ruling> rulings(int number, List<Ruling> found, @Nullable PageTransform transform) {
    List<Ruling> drawn = found;
    for (DrawnTable table : tables) {
      if (table.page() == number && !table.columns().isEmpty()) {
        drawn = with(drawn, lines(table), transform);
      }
    }
    return drawn;
  }

  private static List<Ruling> lines(DrawnTable table) {
    Box area = table.area();
    List<Ruling> lines = new ArrayList<>();
    for (double x : edges(area.left(), table.columns(), area.right())) {
      lines.add(new Ruling(false, x, area.top(), area.bottom(), HAIRLINE_POINTS));
    }
    for (double y : edges(area.top(), table.rows(), area.bottom())) {
      lines.add(new Ruling(true, y, area.left(), area.right(), HAIRLINE_POINTS));
    }
    return lines;
  }

  private static List<Double> edges(double first, List<Double> between, double last) {
    List<Double> edges = new ArrayList<>(List.of(first));
    between.stream().filter(edge -> edge > first && edge < last).forEach(edges::add);
    edges.add(last);
    return edges;
  }

  private static List<Ruling> with(
      List<Ruling> found, List<Ruling> drawn, @Nullable PageTransform transform) {
    List<Ruling> lines = new ArrayList<>();
    List<Box> boxes = drawn.stream().map(line -> placed(box(line), transform)).toList();
    Box area = Box.around(boxes).grow(MAX_EDGE_DISTANCE);
    for (Ruling ruling : found) {
      Box box = box(ruling);
      boolean inside = area.contains(box.centerX(), box.centerY());
      boolean through = ruling.horizontal() ? box.overlapX(area) > 0 : box.overlapY(area) > 0;
      boolean across =
          ruling.horizontal()
              ? ruling.position() > area.top() && ruling.position() < area.bottom()
              : ruling.position() > area.left() && ruling.position() < area.right();
      if (!inside && !(through && across)) {
        lines.add(ruling);
      }
    }
    for (Box box : boxes) {
      boolean horizontal = box.width() > box.height();
      lines.add(
          horizontal
              ? new Ruling(true, box.centerY(), box.left(), box.right(), HAIRLINE_POINTS)
              : new Ruling(false, box.centerX(), box.top(), box.bottom(), HAIRLINE_POINTS));
    }
    return lines;
  }

  private static Box box(Ruling line) {
    return line.horizontal()
        ? new Box(line.start(), line.position(), line.end(), line.position())
        : new Box(line.position(), line.start(), line.position(), line.end());
  }

  private static Box placed(Box box, @Nullable PageTransform transform) {
    return transform == null ? box : transform.fromDisplayedPage(box);
  }

  /** The tables with the header rows that a person named. */
  List<PlacedGrid> named(List<PlacedGrid> grids, DisplayMapping displayed) {
    return tables.isEmpty() ? grids : grids.stream().map(one -> named(one, displayed)).toList();
  }

  private PlacedGrid named(PlacedGrid placed, DisplayMapping displayed) {
    Region first = placed.grid().regions().get(0);
    Box box = displayed.onDisplayed(first.page(), first.bbox());
    for (DrawnTable table : tables) {
      if (table.page() == first.page()
          && table.headerRows() != null
          && table.area().intersectionOverUnion(box) >= MIN_SHARED) {
        return placed.withHeaderRows(table.headerRows());
      }
    }
    return placed;
  }
}
