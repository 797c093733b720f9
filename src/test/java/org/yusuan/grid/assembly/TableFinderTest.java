package org.yusuan.grid.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.grid.Sheets;
import org.yusuan.grid.Sheets.Drawing;
import org.yusuan.grid.ruled.RuledClassifier;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
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

  private static Word recognized(String text, double left, double top) {
    Word word = Grids.word(text, left, top);
    return new Word(
        text,
        word.box(),
        word.glyphs(),
        10,
        false,
        Origin.OCR,
        0.99,
        List.of(new Reading(text, 0.99)));
  }

  /** Leaders are no text of cells, so the grid alone does not show them. */
  @Test
  void entriesOfContentsInThreeColumnsAreNoTable() {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      double top = 100 + 20 * row;
      words.add(recognized("2" + row + ".2025年全省基金", 40, top));
      words.add(recognized("算收入执行表", 180, top));
      words.add(recognized("............", 300, top));
      words.add(recognized(String.valueOf(125 + row), 460, top));
    }
    assertEquals(List.of(), TableFinder.find(Sheets.page(words, List.of())));
  }

  /** A scan without rulings: the list on the left ends earlier, and most items have no amount. */
  @Test
  void twoListsOfUnequalLengthAreOneTable() {
    List<Word> words = new ArrayList<>();
    words.add(recognized("收支总表", 250, 60));
    words.add(recognized("编制部门：某局", 40, 80));
    words.add(recognized("单位：万元", 460, 80));
    words.add(recognized("项目", 80, 100));
    words.add(recognized("预算数", 200, 100));
    words.add(recognized("项目", 320, 100));
    words.add(recognized("预算数", 460, 100));
    String[] numerals = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
    for (int row = 0; row < 9; row++) {
      double top = 115 + 15 * row;
      if (row < 2) {
        words.add(recognized(numerals[row] + "、预算拨款收入", 40, top));
        words.add(recognized("123.45", 210, top));
      }
      words.add(recognized(numerals[row] + "、某类公共服务支出", 244, top));
      if (row % 4 == 0) {
        words.add(recognized("61.23", 470, top));
      }
    }
    List<Grid> found = TableFinder.find(Sheets.page(words, List.of()));
    assertEquals(1, found.size());
    GridCell[][] places = found.get(0).places();
    assertEquals("项目", places[0][0].text());
    assertEquals("123.45", places[1][1].text());
    assertEquals("一、某类公共服务支出", places[1][2].text());
    assertEquals("九、某类公共服务支出", places[9][2].text());
    assertEquals("61.23", places[9][3].text());
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
    List<Grid> found = TableFinder.find(Sheets.page(words, lines.rulings()));
    assertEquals(1, found.size());
    assertEquals(
        List.of("办公费......||120", "办公费......||35", "办公费......||155"), Grids.rows(found.get(0)));
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
  void aSecondLineOfADescriptionIsNoRowOfItsOwn() {
    List<Word> words = new ArrayList<>();
    double y = 100;
    for (String[] row :
        new String[][] {
          {"编码", "说明", "合计"},
          {"A1", "乘车", "3.00"},
          {"", "北京至上海", ""},
          {"A2", "乘船", "2.00"},
          {"", "上海至大连", ""},
          {"A3", "乘机", "1.00"}
        }) {
      for (int column = 0; column < 3; column++) {
        if (!row[column].isEmpty()) {
          words.add(Grids.word(row[column], 50 + 90 * column, y));
        }
      }
      y += 12;
    }
    Grid grid = TableFinder.find(Sheets.page(words, List.of())).get(0);
    assertEquals(4, grid.rows());
    assertEquals("乘船上海至大连", grid.places()[2][1].text().replace(" ", ""));
    assertEquals("2.00", grid.places()[2][2].text());
  }

  @Test
  void theTotalBelowAHeaderIsBodyThoughNoCodeStandsBeforeIt() {
    Grid grid =
        unruled(
            new String[][] {
              {"编码", "名称", "合计", "项目支出"},
              {"", "合计", "3.00", "2.00"},
              {"201", "公共服务", "2.00", "1.50"},
              {"205", "教育支出", "1.00", "0.50"}
            });
    assertEquals(4, grid.rows());
    assertEquals("合计", grid.places()[1][1].text());
    assertEquals("3.00", grid.places()[1][2].text());
    assertEquals("合计", grid.places()[0][2].text());
  }

  @Test
  void aTotalWithOneAmountIsBodyToo() {
    Grid grid =
        unruled(
            new String[][] {
              {"编码", "名称", "金额"},
              {"", "合计", "3.00"},
              {"201", "公共服务", "2.00"},
              {"205", "教育支出", "1.00"}
            });
    assertEquals(4, grid.rows());
    assertEquals("金额", grid.places()[0][2].text());
    assertEquals("合计", grid.places()[1][1].text());
    assertEquals("3.00", grid.places()[1][2].text());
  }

  private static Grid unruled(String[][] rows) {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        if (!rows[row][column].isEmpty()) {
          words.add(Grids.word(rows[row][column], 50 + 80 * column, 100 + 24 * row));
        }
      }
    }
    return TableFinder.find(Sheets.page(words, List.of())).get(0);
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

  @Test
  void aRulePartsTheLabelsOfATableFromTheNotesBelow() {
    List<Word> words = new ArrayList<>();
    String[] labels = {
      "Median income of house", "Inequality of income by", "Mortality per person of"
    };
    for (int row = 0; row < labels.length; row++) {
      double x = 40;
      for (String word : labels[row].split(" ")) {
        words.add(Grids.word(word, x, 100 + 14 * row));
        x += 5 * word.length() + 3;
      }
      for (int column = 0; column < 6; column++) {
        words.add(Grids.word("0." + row + column + "9", 180 + 40 * column, 100 + 14 * row));
      }
    }
    String note =
        "Estimates were taken from the survey of the bureau of the census and are revised";
    for (int line = 0; line < 6; line++) {
      double x = 40;
      for (String word : note.split(" ")) {
        words.add(Grids.word(word, x, 146 + 11 * line));
        x += 5 * word.length() + 3;
      }
    }
    List<Ruling> rules =
        List.of(new Ruling(true, 94, 40, 460, 0.5), new Ruling(true, 142, 40, 460, 0.5));
    List<Grid> found = TableFinder.find(Sheets.page(words, rules));
    assertEquals(1, found.size());
    assertEquals(3, found.get(0).rows());
    assertEquals("Mortality per person of", found.get(0).places()[2][0].text());
  }

  @Test
  void theBarsOfAChartAreNoTable() {
    List<Ruling> bars = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    bars.add(new Ruling(true, 300, 50, 450, 0.5));
    for (int bar = 0; bar < 9; bar++) {
      double left = 60 + 40 * bar;
      double top = 280 - 23 * bar + 6 * (bar % 3);
      bars.add(new Ruling(false, left, top, 300, 0.5));
      bars.add(new Ruling(false, left + 20, top, 300, 0.5));
      bars.add(new Ruling(true, top, left, left + 20, 0.5));
      words.add(Grids.word("" + (10 + 7 * bar), left + 5, top - 12));
      words.add(Grids.word("19" + bar + "0", left, 304));
      words.add(Grids.word(bar + "0", 30, 290 - 20 * bar));
    }
    assertEquals(List.of(), TableFinder.find(Sheets.page(words, bars)));
  }

  @Test
  void linesThatPartAPageIntoMarginAndBodyAreNoTable() {
    List<Ruling> frame =
        List.of(
            new Ruling(true, 20, 20, 820, 1),
            new Ruling(true, 580, 20, 820, 1),
            new Ruling(false, 20, 20, 580, 1),
            new Ruling(false, 80, 20, 580, 1),
            new Ruling(false, 820, 20, 580, 1));
    List<Word> words = List.of(Grids.word("导读", 30, 40), Grids.word("本年预算", 100, 40));
    assertEquals(List.of(), TableFinder.find(Sheets.page(words, frame)));
  }

  @Test
  void candidatesTellWhyADrawingIsNoTable() {
    Page lines = Sheets.draw(Grids.of(" | | | ", " | | | ", " | | | "), Drawing.WHOLE);
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      words.add(Grids.word("东南西北", 74, 64 + 20 * row));
      words.add(Grids.word("春夏秋冬", 174, 64 + 20 * row));
      for (int column = 0; column < 4; column++) {
        words.add(Grids.word("1", 62 + 50 * column, 64 + 20 * row));
      }
    }
    TableCandidate drawing =
        TableFinder.candidates(Sheets.page(words, lines.rulings())).stream()
            .filter(candidate -> candidate.grid().ruled())
            .findFirst()
            .orElseThrow();
    assertEquals(TableCandidate.Outcome.DRAWING, drawing.outcome());
    assertEquals(
        new RuledClassifier.Judgement(
            RuledClassifier.Verdict.DRAWING, RuledClassifier.Reason.CUT_WORDS, 6.0 / 18, 0.25),
        drawing.judgement());
  }

  @Test
  void candidatesThatAreTablesAreWhatIsFound() {
    Grid grid = Grids.of("科目|合计", "教育|1.00", "科技|2.00");
    Page page = Sheets.draw(grid, Drawing.WHOLE);
    List<TableCandidate> candidates = TableFinder.candidates(page);
    assertEquals(
        List.of(TableCandidate.Outcome.TABLE),
        candidates.stream().map(TableCandidate::outcome).toList());
    assertEquals(TableFinder.find(page), candidates.stream().map(TableCandidate::grid).toList());
  }

  /** Three tables of one width one below the other, as a printer sets them who saves paper. */
  @Test
  void numberTitleAndUnitBetweenTwoTablesAreNoTable() {
    Grid grid = Grids.of("项目|预算数", "教育支出|1.00", "科技支出|2.00");
    List<Word> words = new ArrayList<>();
    List<Ruling> rulings = new ArrayList<>();
    Page drawn = Sheets.draw(grid, Drawing.WHOLE);
    for (int table = 0; table < 3; table++) {
      double down = 140 * table;
      words.add(Grids.word("表" + table, 42, 10 + down));
      words.add(Grids.word("收支总表", 70, 24 + down));
      words.add(Grids.word("某局", 42, 42 + down));
      words.add(Grids.word("万元", 118, 42 + down));
      for (Word word : drawn.words()) {
        words.add(Grids.word(word.text(), word.box().left(), word.box().top() + down));
      }
      for (Ruling rule : drawn.rulings()) {
        rulings.add(
            rule.horizontal()
                ? new Ruling(true, rule.position() + down, rule.start(), rule.end(), 0.5)
                : new Ruling(false, rule.position(), rule.start() + down, rule.end() + down, 0.5));
      }
    }
    List<Grid> found = TableFinder.find(Sheets.page(words, rulings));
    assertEquals(3, found.size());
    assertTrue(found.stream().allMatch(Grid::ruled));
  }
}
