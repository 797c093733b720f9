package org.yusuan.grid.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * Two pages on one sheet, side by side: each has tables and a heading of its own, or one goes on
 * with a table that begins above the last line of the other's heading, and a gutter parts them.
 * Constants are guesses.
 */
final class Spread {
  /** A sheet of two pages is wider than high by this factor: A3 by 1.41. */
  private static final double MIN_WIDTH = 1.2;

  /** The gutter lies within this share of the sheet's width around its middle. */
  private static final double MAX_OFF_MIDDLE = 0.15;

  /** The gutter is at least this share of the sheet wide. */
  private static final double MIN_GUTTER = 0.01;

  private Spread() {}

  /** The two pages of a sheet, the left one first; the sheet itself if it is one page. */
  static List<PageContent> pages(PageContent sheet) {
    double width = sheet.page().width();
    if (sheet.grids().size() < 2 || width < MIN_WIDTH * sheet.page().height()) {
      return List.of(sheet);
    }
    List<Word> words = sheet.lines().stream().flatMap(line -> line.words().stream()).toList();
    List<Box> boxes = new ArrayList<>(words.stream().map(Word::box).toList());
    sheet.grids().forEach(grid -> boxes.add(place(grid)));
    Double gutter = gutter(boxes, width);
    if (gutter == null) {
      return List.of(sheet);
    }
    PageContent left = half(sheet, words, gutter, true);
    PageContent right = half(sheet, words, gutter, false);
    boolean pages =
        isPage(left) && (isPage(right) || goesOn(right, left))
            || isPage(right) && goesOn(left, right);
    return pages ? List.of(left, right) : List.of(sheet);
  }

  private static Box place(Grid grid) {
    return grid.regions().get(0).bbox();
  }

  /** The middle of the widest white strip near the middle of the sheet; null if there is none. */
  private static @Nullable Double gutter(List<Box> boxes, double width) {
    boxes.sort(Comparator.comparingDouble(Box::left));
    double reached = 0;
    double widest = MIN_GUTTER * width;
    Double gutter = null;
    for (Box box : boxes) {
      double middle = (reached + box.left()) / 2;
      if (box.left() - reached > widest && Math.abs(middle - width / 2) <= MAX_OFF_MIDDLE * width) {
        widest = box.left() - reached;
        gutter = middle;
      }
      reached = Math.max(reached, box.right());
    }
    return gutter;
  }

  private static PageContent half(
      PageContent sheet, List<Word> words, double gutter, boolean left) {
    return new PageContent(
        sheet.page(),
        sheet.grids().stream().filter(grid -> place(grid).left() < gutter == left).toList(),
        TextLines.of(words.stream().filter(word -> word.box().left() < gutter == left).toList()));
  }

  /** Whether a table begins above the last line of the heading of the other half. */
  private static boolean goesOn(PageContent half, PageContent other) {
    double table = place(other.grids().get(0)).top();
    double last =
        other.lines().stream()
            .map(line -> line.box())
            .filter(box -> box.bottom() <= table)
            .mapToDouble(Box::top)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    return !half.grids().isEmpty() && place(half.grids().get(0)).top() < last;
  }

  /** Whether there is a table with a line above it. */
  private static boolean isPage(PageContent half) {
    List<TextLine> lines = half.lines();
    return !half.grids().isEmpty()
        && !lines.isEmpty()
        && lines.get(0).box().bottom() <= place(half.grids().get(0)).top();
  }
}
