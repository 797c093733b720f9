package org.yusuan.grid.ruled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.grid.Sheets;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** A table of which only the header is ruled. */
class HeaderOverBodyTest {

  private static final double LEFT = 50;
  private static final double MIDDLE = 150;
  private static final double RIGHT = 250;

  private final List<Word> words = new ArrayList<>();

  HeaderOverBodyTest() {
    words.add(Grids.word("项目", LEFT + 40, 105));
    words.add(Grids.word("预算数", MIDDLE + 35, 105));
  }

  private void label(String text, double top) {
    words.add(Grids.word(text, LEFT + 2, top));
  }

  private void figure(String text, double top) {
    words.add(Grids.word(text, RIGHT - 2 - 5 * text.length(), top));
  }

  /** The rows below the header. */
  private List<String> read() {
    List<Ruling> rulings = new ArrayList<>();
    for (double y : new double[] {100, 120}) {
      rulings.add(new Ruling(true, y, LEFT, RIGHT, 0.5));
    }
    for (double x : new double[] {LEFT, MIDDLE, RIGHT}) {
      rulings.add(new Ruling(false, x, 100, 120, 0.5));
    }
    List<Grid> grids = RuledFinder.find(Sheets.page(words, rulings));
    assertEquals(1, grids.size());
    List<String> rows = new ArrayList<>();
    for (GridCell[] row : grids.get(0).places()) {
      rows.add(row[0].text() + " | " + row[1].text());
    }
    return rows.subList(1, rows.size());
  }

  @Test
  void linesInTheColumnsOfAHeaderAreItsRows() {
    label("税收收入", 130);
    figure("1,200.00", 130);
    label("非税收入", 150);
    figure("300.00", 150);
    label("其他收入", 170);
    label("合计", 190);
    figure("1,500.00", 190);
    assertEquals(List.of("税收收入 | 1,200.00", "非税收入 | 300.00", "其他收入 | ", "合计 | 1,500.00"), read());
  }

  @Test
  void whatRunsAcrossTheColumnsIsNoRow() {
    label("税收收入", 130);
    figure("1,200.00", 130);
    label("非税收入", 150);
    figure("300.00", 150);
    label("青山市的收入比上年多，主要因为税收增加", 170);
    assertEquals(List.of("税收收入 | 1,200.00", "非税收入 | 300.00"), read());
  }

  @Test
  void aPageNumberIsNoRow() {
    label("税收收入", 130);
    figure("1,200.00", 130);
    int rows = words.size();
    for (String number : List.of("—25—", "第25页")) {
      words.subList(rows, words.size()).clear();
      figure(number, 160);
      assertEquals(List.of("税收收入 | 1,200.00"), read());
    }
  }

  @Test
  void proseBelowAHeaderIsNoBody() {
    label("本表无数据。", 130);
    assertEquals(List.of(), read());
  }

  @Test
  void aTableWithAmountsHasItsBody() {
    words.add(Grids.word("300.00", MIDDLE + 5, 108));
    label("非税收入", 130);
    figure("300.00", 130);
    assertEquals(List.of(), read());
  }
}
