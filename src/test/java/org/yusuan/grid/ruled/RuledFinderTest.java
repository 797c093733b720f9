package org.yusuan.grid.ruled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.grid.Sheets;
import org.yusuan.grid.Sheets.Drawing;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** What lines enclose comes out as the cells that were drawn. */
class RuledFinderTest {

  private static final Grid BUDGET =
      Grids.of(
          "项目  | <    | <  | 收入预算 | <",
          "编码  | <    | 名称 | 合计    | 拨款",
          "类    | 款   | ^   | ^      | ^",
          "201  | 03  | 事务 | 1.00   | 1.00",
          "合计  | <   | <   | 1.00   | 1.00");

  private static Grid only(Page page) {
    List<Grid> grids = RuledFinder.find(page);
    assertEquals(1, grids.size());
    return grids.get(0);
  }

  @ParameterizedTest
  @EnumSource(Drawing.class)
  void cellsWithSpansComeBackHoweverTheirLinesAreDrawn(Drawing drawing) {
    assertEquals(Sheets.told(BUDGET), Sheets.told(only(Sheets.draw(BUDGET, drawing))));
  }

  @ParameterizedTest
  @EnumSource(Drawing.class)
  void anyTilingComesBack(Drawing drawing) {
    for (int seed = 0; seed < 300; seed++) {
      Grid grid = Sheets.random(new Random(seed));
      Page page = Sheets.draw(grid, drawing, new Random(seed), 0.7);
      assertEquals(Sheets.told(grid), Sheets.told(only(page)), "seed " + seed);
    }
  }

  @Test
  void everyPlaceIsCoveredByOneCellEvenWhereLinesAreMissing() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Page whole = Sheets.draw(Sheets.random(random), Drawing.PIECES, random, 0.5);
      List<Ruling> some = new ArrayList<>(whole.rulings());
      some.removeIf(line -> random.nextInt(5) == 0);
      for (Grid grid : RuledFinder.find(Sheets.page(whole.words(), some))) {
        int[][] covered = new int[grid.rows()][grid.columns()];
        for (GridCell cell : grid.cells()) {
          for (int row = cell.row(); row < cell.rowEnd(); row++) {
            for (int column = cell.column(); column < cell.columnEnd(); column++) {
              covered[row][column]++;
            }
          }
        }
        for (int[] row : covered) {
          for (int count : row) {
            assertEquals(1, count, "seed " + seed);
          }
        }
      }
    }
  }

  @Test
  void theLastRowMayBeOpenAtTheEndOfThePage() {
    Page page = Sheets.draw(BUDGET, Drawing.WHOLE);
    double bottom = Sheets.box(BUDGET).bottom();
    List<Ruling> open = new ArrayList<>(page.rulings());
    assertTrue(open.removeIf(line -> line.horizontal() && line.position() == bottom));
    assertEquals(Sheets.told(BUDGET), Sheets.told(only(Sheets.page(page.words(), open))));
  }

  @Test
  void sideBordersMayBeMissing() {
    Page page = Sheets.draw(BUDGET, Drawing.WHOLE);
    double left = Sheets.box(BUDGET).left();
    double right = Sheets.box(BUDGET).right();
    List<Ruling> open = new ArrayList<>(page.rulings());
    open.removeIf(
        line -> !line.horizontal() && (line.position() == left || line.position() == right));
    assertEquals(Sheets.told(BUDGET), Sheets.told(only(Sheets.page(page.words(), open))));
  }

  /** Of the header's three lines the one in the middle stands above two of the columns alone. */
  @Test
  void linesInPiecesStillReachBeyondTheFirstColumnRule() {
    List<Ruling> rulings = new ArrayList<>();
    for (double y : new double[] {100, 150}) {
      for (double[] piece :
          new double[][] {{50, 148.9}, {151.1, 248.9}, {251.1, 348.9}, {351.1, 450}}) {
        rulings.add(new Ruling(true, y, piece[0], piece[1], 2));
      }
    }
    for (double x : new double[] {150, 250, 350}) {
      rulings.add(new Ruling(false, x, 100, 300, 2));
    }
    rulings.add(new Ruling(true, 125, 151.1, 248.9, 1));
    rulings.add(new Ruling(true, 125, 351.1, 450, 1));
    List<Word> words = List.of(Grids.word("地区", 90, 120), Grids.word("青山市", 60, 170));
    Grid grid = only(Sheets.page(words, rulings));
    assertEquals(4, grid.columns());
    assertEquals("地区", grid.places()[0][0].text());
  }

  @Test
  void aNumberThatTouchesTheNextCellIsPartedFromIt() {
    Grid grid = Grids.of("收入 | 数 | 支出", " | | ");
    // It ends at the ruling, or runs over it by less than half a digit.
    for (double left : new double[] {109, 110, 112}) {
      List<Word> words = List.of(Grids.word("371.00一、一般", left, 84));
      Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
      assertEquals("371.00", read.places()[1][1].text());
      assertEquals("一、一般", read.places()[1][2].text());
    }
  }

  @Test
  void amountsThatTouchOneAnotherArePartedAtTheRuling() {
    Grid grid = Grids.of("甲 | 乙 | 丙", " | | ");
    for (double left : new double[] {119, 120, 122}) {
      List<Word> words = List.of(Grids.word("3.0010.00", left, 84));
      Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
      assertEquals("3.00", read.places()[1][1].text());
      assertEquals("10.00", read.places()[1][2].text());
    }
  }

  @Test
  void aNumberWiderThanItsCellStaysWhole() {
    Grid grid = Grids.of("名称 | 数 | 数", " | | ");
    List<Word> words =
        List.of(
            Grids.word("合计", 62, 84),
            Grids.word("109,675.00", 87, 84),
            Grids.word("7.00", 145, 84));
    Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    assertEquals("合计", read.places()[1][0].text());
    assertEquals("109,675.00", read.places()[1][1].text());
    assertEquals("7.00", read.places()[1][2].text());
  }

  @Test
  void aFigureThatRunsOverARulingIsOneFigureInTheCellAtWhoseSideItEnds() {
    Grid grid = Grids.of("合计 | 基本支出 | 项目支出", " | | ", " | | ");
    List<Word> words = new ArrayList<>();
    for (double top : new double[] {84, 104}) {
      words.add(Grids.word("1.50", 66, top));
      // It ends 4 points before the end of the last cell, as the other does; most is in the middle.
      words.add(Grids.word("123456789123.50", 111, top));
    }
    Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    for (int row = 1; row < 3; row++) {
      assertEquals("1.50", read.places()[row][0].text());
      assertEquals("", read.places()[row][1].text());
      assertEquals("123456789123.50", read.places()[row][2].text());
    }
  }

  @Test
  void codesOfNeighboursThatTouchAreCodesOfTheirOwn() {
    Grid grid = Grids.of("类 | 款 | 数", " | | ");
    List<Word> words = List.of(Grids.word("201", 75, 84), Grids.word("03", 90, 84));
    List<Word> touching =
        List.of(
            Word.of(words.stream().flatMap(word -> word.glyphs().stream()).toList(), 10, false));
    Grid read = only(Sheets.page(touching, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    assertEquals("201", read.places()[1][0].text());
    assertEquals("03", read.places()[1][1].text());
  }

  @Test
  void aLabelThatBeginsWithAYearIsNotCutThere() {
    Grid grid = Grids.of("编码 | 名称 | 数", " | | ");
    List<Word> words = List.of(Grids.word("2024年预算", 72, 84));
    Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    assertEquals("2024年预算", read.places()[1][0].text());
  }

  @Test
  void aLabelThatRunsIntoTheFigureOfTheNextCellStaysInItsOwn() {
    Grid grid = Grids.of("名称 | 数", " | ");
    // The ruling at 90 cuts the last character, or stands right before it.
    for (double left : new double[] {45, 40}) {
      List<Word> words = List.of(Grids.word("社会保障支出", left, 84), Grids.word("7.00", 92, 84));
      Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
      assertEquals("社会保障支出", read.places()[1][0].text());
      assertEquals("7.00", read.places()[1][1].text());
    }
  }

  @Test
  void anAmountGluedToTheLabelBeforeItGoesToItsOwnCell() {
    Grid grid = Grids.of("名称 | 数", " | ");
    for (double left : new double[] {57, 55, 52}) {
      List<Word> words = List.of(Grids.word("其他支出18.32", left - 5, 84));
      Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
      assertEquals("其他支出", read.places()[1][0].text());
      assertEquals("18.32", read.places()[1][1].text());
    }
  }

  @Test
  void labelsOfNeighboursThatTouchAtTheRulingArePartedThere() {
    Grid grid = Grids.of("名称 | 说明", " | ");
    List<Word> words = List.of(Grids.word("其他支出本年预算", 50, 84));
    Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    assertEquals("其他支出", read.places()[1][0].text());
    assertEquals("本年预算", read.places()[1][1].text());
  }

  @Test
  void aLabelThatRunsOutOfTheTableStaysWhole() {
    Grid grid = Grids.of("数 | 名称", " | ");
    List<Word> words = List.of(Grids.word("对个人和家庭补助", 95, 84));
    Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    assertEquals("对个人和家庭补助", read.places()[1][1].text());
  }

  @Test
  void aLabelThatRunsOverItsCellStaysWholeIfTheNextIsBlank() {
    Grid grid = Grids.of("编码 | 名称 | 数", " | | ");
    List<Word> words = List.of(Grids.word("功能分类科目", 36, 84));
    Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    assertEquals("功能分类科目", read.places()[1][0].text());
    assertEquals("", read.places()[1][1].text());
  }

  private static String inOneCell(Word... words) {
    Grid grid = Grids.of("名称 | 数", " | ");
    Page lines = Sheets.draw(Grids.of(" | ", " | ", " | "), Drawing.WHOLE);
    List<Ruling> rulings = new ArrayList<>(lines.rulings());
    rulings.removeIf(line -> line.horizontal() && line.position() == 100);
    return only(Sheets.page(List.of(words), rulings)).places()[grid.rows() - 1][1].text();
  }

  @Test
  void anAmountThatFillsItsCellGoesOnInTheNextLine() {
    assertEquals(
        "3,807,295.58", inOneCell(Grids.word("3,807,29", 95, 82), Grids.word("5.58", 118, 94)));
    assertEquals(
        "4,213,779.28", inOneCell(Grids.word("4,213,779", 93, 82), Grids.word(".28", 122, 94)));
    assertEquals(
        "12345678901", inOneCell(Grids.word("123456789", 93, 82), Grids.word("01", 128, 94)));
  }

  @Test
  void numbersBelowOneAnotherStayTwo() {
    assertEquals(
        "2080501 2080502", inOneCell(Grids.word("2080501", 97, 82), Grids.word("2080502", 97, 94)));
    assertEquals("12.5 30", inOneCell(Grids.word("12.5", 95, 82), Grids.word("30", 95, 94)));
  }

  @Test
  void numbersAtTheTopAndLabelsInTheMiddleAreOneRow() {
    Grid grid = Grids.of("名称 | 数", " | ");
    List<Word> words = List.of(Grids.word("行政运行", 42, 86), Grids.word("1.00", 92, 80));
    Grid read = only(Sheets.page(words, Sheets.draw(grid, Drawing.WHOLE).rulings()));
    assertEquals("行政运行", read.places()[1][0].text());
    assertEquals("1.00", read.places()[1][1].text());
  }

  @Test
  void linesThatTouchNothingAreNoTable() {
    List<Ruling> underlines =
        List.of(new Ruling(true, 100, 40, 200, 0.5), new Ruling(true, 140, 40, 200, 0.5));
    assertEquals(
        0, RuledFinder.find(Sheets.page(List.of(Grids.word("标题", 50, 85)), underlines)).size());
  }
}
