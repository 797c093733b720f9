package org.yusuan.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.assembly.TableCandidate;
import org.yusuan.grid.assembly.TableFinder;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.grid.ruled.RuledClassifier;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;

/** Says why the grids of a page are what they are. */
final class GridExplainer {

  /**
   * Lines at most this far from a grid, in points, are its own: joined rulings may miss by as much.
   * A guess.
   */
  private static final double MAX_RULING_DISTANCE = 3;

  private final Report report;

  GridExplainer(Report report) {
    this.report = report;
  }

  void explain(Page page) {
    report.line(
        0,
        page.origin() == Origin.OCR ? "explain-page-scan" : "explain-page-text",
        Map.of(
            "page", page.number(),
            "width", Math.round(page.width()),
            "height", Math.round(page.height()),
            "words", page.words().size(),
            "rulings", page.rulings().size()));
    report.line(0, "explain-grids", Map.of());
    List<TableCandidate> candidates = TableFinder.candidates(page);
    if (candidates.isEmpty()) {
      report.line(1, "explain-no-grid", Map.of());
    }
    for (TableCandidate candidate : candidates) {
      explain(candidate, page);
    }
  }

  private void explain(TableCandidate candidate, Page page) {
    Grid grid = candidate.grid();
    Box box = grid.regions().get(0).bbox();
    String message =
        switch (candidate.outcome()) {
          case TABLE -> grid.ruled() ? "explain-grid-ruled" : "explain-grid-unruled";
          case LEFT_TO_WHITE_SPACE -> "explain-grid-white-space";
          case DRAWING -> "explain-grid-drawing";
          case BESIDE_DRAWING -> "explain-grid-beside-drawing";
          case CONTENTS -> "explain-grid-contents";
        };
    report.line(
        1,
        message,
        Map.of(
            "box", Report.box(box),
            "rows", grid.rows(),
            "columns", grid.columns(),
            "cells", grid.cells().size(),
            "filled", grid.cells().stream().filter(cell -> !cell.isBlank()).count()));
    RuledClassifier.Judgement judgement = candidate.judgement();
    if (judgement != null) {
      report.line(
          2,
          "explain-judged-" + Report.word(judgement.reason()),
          Map.of("measured", judgement.measured(), "limit", judgement.limit()));
    }
    if (candidate.outcome() == TableCandidate.Outcome.TABLE) {
      lines(grid, box, page);
    }
  }

  /** Which lines made the cells: the rulings, or where rows and columns part without them. */
  private void lines(Grid grid, Box box, Page page) {
    PageRulings rulings = PageRulings.of(page);
    rulings("explain-rulings-horizontal", rulings.horizontal(), box.top(), box.bottom(), box);
    rulings("explain-rulings-vertical", rulings.vertical(), box.left(), box.right(), box);
    if (!grid.ruled()) {
      TreeSet<Long> rows = new TreeSet<>();
      TreeSet<Long> columns = new TreeSet<>();
      for (GridCell cell : grid.cells()) {
        rows.add(Math.round(cell.box().top()));
        columns.add(Math.round(cell.box().left()));
      }
      report.line(2, "explain-edges-rows", Map.of("at", listed(rows)));
      report.line(2, "explain-edges-columns", Map.of("at", listed(columns)));
    }
  }

  private void rulings(String message, List<Ruling> rulings, double from, double to, Box box) {
    List<Ruling> own =
        rulings.stream()
            .filter(
                r ->
                    r.position() >= from - MAX_RULING_DISTANCE
                        && r.position() <= to + MAX_RULING_DISTANCE)
            .filter(r -> crosses(r, box))
            .toList();
    if (!own.isEmpty()) {
      report.line(
          2,
          message,
          Map.of("count", own.size(), "at", positions(own.stream().mapToDouble(Ruling::position))));
    }
  }

  private static boolean crosses(Ruling ruling, Box box) {
    double from = ruling.horizontal() ? box.left() : box.top();
    double to = ruling.horizontal() ? box.right() : box.bottom();
    return ruling.end() >= from && ruling.start() <= to;
  }

  private static String positions(DoubleStream positions) {
    return positions
        .mapToObj(position -> String.format(Locale.ROOT, "%.1f", position))
        .collect(Collectors.joining(" "));
  }

  private static String listed(TreeSet<Long> positions) {
    return positions.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
