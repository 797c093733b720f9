package org.yusuan.grid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.TextLine;

/**
 * Lines that stand at the top or the bottom of most pages, with tables or without: running heads
 * and feet. They say nothing of the table beside them.
 *
 * @param keys edge and text of each
 */
record RunningLines(Set<String> keys) {

  /** They stand within this part of the page's height from its edge. */
  private static final double EDGE = 0.12;

  /** Fewer pages prove nothing. */
  private static final int MIN_PAGES = 3;

  static RunningLines of(List<PageContent> pages) {
    Map<String, Integer> everywhere = new HashMap<>();
    Set<String> besideProse = new HashSet<>();
    for (PageContent page : pages) {
      Set<String> onPage = new HashSet<>();
      for (TextLine line : page.lines()) {
        String key = key(page, line);
        if (key != null && onPage.add(key)) {
          everywhere.merge(key, 1, Integer::sum);
        }
      }
      if (page.grids().isEmpty()) {
        besideProse.addAll(onPage);
      }
    }
    Set<String> keys = new HashSet<>();
    everywhere.forEach(
        (key, count) -> {
          if (count >= MIN_PAGES && count * 2 >= pages.size() && besideProse.contains(key)) {
            keys.add(key);
          }
        });
    return new RunningLines(keys);
  }

  boolean contains(PageContent page, TextLine line) {
    String key = key(page, line);
    return key != null && keys.contains(key);
  }

  private static @Nullable String key(PageContent page, TextLine line) {
    double height = page.page().height();
    double y = line.box().centerY();
    if (y < EDGE * height) {
      return "top " + line.text();
    }
    return y > (1 - EDGE) * height ? "bottom " + line.text() : null;
  }
}
