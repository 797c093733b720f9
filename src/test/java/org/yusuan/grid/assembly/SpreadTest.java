package org.yusuan.grid.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Region;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

class SpreadTest {

  private final List<Word> words = new ArrayList<>();

  /** Where the right table begins, in points from the top. */
  private double top = 100;

  private static Grid grid(double left, double top, double right, String text) {
    Box box = new Box(left, top, right, 300);
    Word word = Grids.word(text, left + 5, 120);
    return new Grid(
        1,
        1,
        List.of(new GridCell(0, 0, 1, 1, 1, box, List.of(word), text)),
        List.of(new Region(1, box)),
        true);
  }

  private SpreadTest line(String text, double x, double y) {
    words.add(Grids.word(text, x, y));
    return this;
  }

  private List<PageContent> pages() {
    List<TextLine> lines =
        words.stream().map(word -> new TextLine(word.text(), word.box(), List.of(word))).toList();
    Page page = new Page(1, 1190, 842, Origin.OCR, List.of(), List.of(), List.of(), List.of());
    return Spread.pages(
        new PageContent(page, List.of(grid(650, top, 1150, "右"), grid(40, 130, 540, "左")), lines));
  }

  @Test
  void eachPageOfASheetHasItsOwnTableAndHeading() {
    List<PageContent> pages =
        line("收入总表", 200, 60).line("支出总表", 850, 62).line("单位：万元", 1050, 80).pages();
    assertEquals(2, pages.size());
    assertEquals("收入总表", pages.get(0).lines().get(0).text());
    assertEquals("左", pages.get(0).grids().get(0).cells().get(0).text());
    assertEquals("支出总表", pages.get(1).lines().get(0).text());
    assertEquals("右", pages.get(1).grids().get(0).cells().get(0).text());
  }

  @Test
  void aPageThatGoesOnWithATableBeginsAboveTheHeadingOfTheOther() {
    line("收入总表", 200, 110);
    top = 60;
    assertEquals(2, pages().size());
    words.clear();
    assertEquals(1, line("收入总表", 200, 40).pages().size());
  }

  @Test
  void tablesBelowOneHeadingStandOnOnePage() {
    assertEquals(1, line("收入支出总表", 570, 60).pages().size());
    words.clear();
    assertEquals(1, line("收入支出总表", 200, 60).pages().size());
  }
}
