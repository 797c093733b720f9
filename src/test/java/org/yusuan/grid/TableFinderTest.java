package org.yusuan.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Sheets.Drawing;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** What is a table, with and without rulings, and what is none. */
class TableFinderTest {

  @Test
  void aTableWhoseNumbersAllTouchTheNextCellIsNoDrawing() {
    Grid grid = Grids.of("收入 | 数 | 支出 | 数", " | | | ", " | | | ", " | | | ", " | | | ", " | | | ");
    Page lines = Sheets.draw(grid, Drawing.WHOLE);
    List<Word> words = new ArrayList<>();
    for (int row = 1; row < 6; row++) {
      words.add(Grids.word("10" + row + ".00甲乙丙", 110, 64 + 20 * row));
    }
    List<Grid> found = TableFinder.find(Sheets.page(words, lines.rulings()));
    assertEquals(1, found.size());
    assertEquals("103.00", found.get(0).places()[3][1].text());
    assertEquals("甲乙丙", found.get(0).places()[3][2].text());
  }

  @Test
  void gridLinesThatRunThroughLabelsAreADrawing() {
    Page lines = Sheets.draw(Grids.of(" | | | ", " | | | ", " | | | "), Drawing.WHOLE);
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      words.add(Grids.word("东南西北", 74, 64 + 20 * row));
      words.add(Grids.word("春夏秋冬", 174, 64 + 20 * row));
      for (int column = 0; column < 4; column++) {
        words.add(Grids.word("1", 62 + 50 * column, 64 + 20 * row));
      }
    }
    assertTrue(
        TableFinder.find(Sheets.page(words, lines.rulings())).stream().noneMatch(Grid::ruled));
  }

  @Test
  void aRuledListOfContentsIsNoTable() {
    Page lines = Sheets.draw(Grids.of(" | | ", " | | ", " | | "), Drawing.WHOLE);
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      words.add(Grids.word("收支总表......", 42, 64 + 20 * row));
      words.add(Grids.word("" + (row + 4), 150, 64 + 20 * row));
    }
    assertEquals(List.of(), TableFinder.find(Sheets.page(words, lines.rulings())));
  }

  @Test
  void leadersBeforeAmountsAreNoListOfContents() {
    Page lines = Sheets.draw(Grids.of(" | | ", " | | ", " | | "), Drawing.WHOLE);
    List<Word> words = new ArrayList<>();
    String[] amounts = {"120", "35", "155"};
    for (int row = 0; row < 3; row++) {
      words.add(Grids.word("办公费......", 42, 64 + 20 * row));
      words.add(Grids.word(amounts[row], 150, 64 + 20 * row));
    }
    assertEquals(1, TableFinder.find(Sheets.page(words, lines.rulings())).size());
  }

  /** Four columns without rulings, the last two under a label of their own. */
  private static List<Word> unruled() {
    List<Word> words = new ArrayList<>();
    words.add(Grids.word("Budgeted", 208, 80));
    String[][] rows = {
      {"Item", "2019", "2020", "Change"},
      {"Salaries", "120.0", "130.5", "10.5"},
      {"Travel", "35.2", "30.1", "-5.1"},
      {"Training", "12.8", "14.0", "1.2"},
      {"Vehicles", "48.0", "44.0", "-4.0"}
    };
    double[] lefts = {40, 120, 200, 280};
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < 4; column++) {
        words.add(Grids.word(rows[row][column], lefts[column], 96 + 16 * row));
      }
    }
    return words;
  }

  @Test
  void aTableWithoutRulingsIsFoundInAnyOrderOfItsWords() {
    List<Word> words = unruled();
    List<Grid> found = TableFinder.find(Sheets.page(words, List.of()));
    assertEquals(1, found.size());
    assertEquals(4, found.get(0).columns());
    List<String> told = Sheets.told(found.get(0));
    assertTrue(told.stream().anyMatch(cell -> cell.endsWith("1x1 Vehicles")), told.toString());
    for (int seed = 0; seed < 20; seed++) {
      List<Word> shuffled = new ArrayList<>(words);
      Collections.shuffle(shuffled, new Random(seed));
      List<Grid> again = TableFinder.find(Sheets.page(shuffled, List.of()));
      assertEquals(told, Sheets.told(again.get(0)), "seed " + seed);
    }
  }

  @Test
  void aLabelSpansTheColumnsThatTheLineUnderItSpans() {
    List<Ruling> underline = List.of(new Ruling(true, 92.5, 195, 315, 0.5));
    Grid grid = TableFinder.find(Sheets.page(unruled(), underline)).get(0);
    GridCell label = grid.places()[0][2];
    assertEquals("Budgeted", label.text());
    assertEquals(2, label.column());
    assertEquals(2, label.columnSpan());
    assertEquals("2020", grid.places()[1][2].text());
  }
}
