package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.TextLine;
import org.yusuan.text.PageNumber;
import org.yusuan.text.TextNormalizer;

/**
 * Finds lines that stand at the top or the bottom of most pages, with tables or without: running
 * heads and feet, and page numbers. They are not about the table beside them.
 */
final class RunningLines {

  /**
   * Running lines stand within this part of the page's height from its upper or lower edge. A
   * guess.
   */
  private static final double MAX_EDGE_SHARE = 0.12;

  /** A document of fewer pages than this does not show which lines are repeated. A guess. */
  private static final int MIN_PAGES = 3;

  /** The unit of a table's amounts is about the table, though all pages print it. */
  private static final Pattern UNIT = Pattern.compile(".*单位[:：].{0,5}元.*");

  private enum Edge {
    TOP,
    BOTTOM
  }

  /** A line at an edge of some pages. */
  private static final class EdgeLine {
    private final Edge edge;
    private final TextLine line;
    private int pages;
    private int lastPage = -1;
    private boolean besideProse;

    EdgeLine(Edge edge, TextLine line) {
      this.edge = edge;
      this.line = line;
    }

    boolean is(Edge otherEdge, TextLine other) {
      return edge == otherEdge && SameText.isAlike(line, other);
    }
  }

  private final List<EdgeLine> running;

  private RunningLines(List<EdgeLine> running) {
    this.running = running;
  }

  static RunningLines of(List<PageContent> pages) {
    List<EdgeLine> candidates = new ArrayList<>();
    Map<String, EdgeLine> known = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      PageContent page = pages.get(i);
      for (TextLine line : page.lines()) {
        Edge edge = edge(page, line);
        if (edge == null) {
          continue;
        }
        EdgeLine candidate =
            known.computeIfAbsent(
                edge + line.text(),
                key ->
                    candidates.stream()
                        .filter(other -> other.is(edge, line))
                        .findFirst()
                        .orElseGet(() -> added(candidates, new EdgeLine(edge, line))));
        if (candidate.lastPage != i) {
          candidate.lastPage = i;
          candidate.pages++;
        }
        candidate.besideProse |= page.grids().isEmpty();
      }
    }
    candidates.removeIf(
        one -> one.pages < MIN_PAGES || one.pages * 2 < pages.size() || !one.besideProse);
    return new RunningLines(candidates);
  }

  private static EdgeLine added(List<EdgeLine> all, EdgeLine one) {
    all.add(one);
    return one;
  }

  boolean contains(PageContent page, TextLine line) {
    String plain = TextNormalizer.of(line.text());
    if (PageNumber.isPossible(plain)) {
      return true;
    }
    if (UNIT.matcher(plain).matches()) {
      return false;
    }
    Edge edge = edge(page, line);
    return edge != null && running.stream().anyMatch(one -> one.is(edge, line));
  }

  private static @Nullable Edge edge(PageContent page, TextLine line) {
    double height = page.page().height();
    double y = line.box().centerY();
    if (y < MAX_EDGE_SHARE * height) {
      return Edge.TOP;
    }
    return y > (1 - MAX_EDGE_SHARE) * height ? Edge.BOTTOM : null;
  }
}
