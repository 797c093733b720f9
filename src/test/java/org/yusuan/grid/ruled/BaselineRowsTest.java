package org.yusuan.grid.ruled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.grid.Sheets;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** Rows that only their baselines tell, in tables whose columns are ruled. */
class BaselineRowsTest {

  private static final double LEFT = 50;
  private static final double MIDDLE = 150;
  private static final double RIGHT = 250;
  private static final double TOP = 100;
  private static final double HEADER_END = 120;

  private final List<Word> words = new ArrayList<>();

  BaselineRowsTest() {
    words.add(Grids.word("项目", LEFT + 40, TOP + 5));
    words.add(Grids.word("预算数", MIDDLE + 35, TOP + 5));
  }

  private void label(String text, double top) {
    words.add(Grids.word(text, LEFT + 2, top));
  }

  private void figure(String text, double top) {
    words.add(Grids.word(text, RIGHT - 2 - 5 * text.length(), top));
  }

  /** The table in its frame, with a rule below the header and one between its columns. */
  private List<String> read(double... rules) {
    List<Ruling> rulings = new ArrayList<>();
    for (double y : new double[] {TOP, HEADER_END, 300}) {
      rulings.add(new Ruling(true, y, LEFT, RIGHT, 0.5));
    }
    for (double y : rules) {
      rulings.add(new Ruling(true, y, LEFT, RIGHT, 0.5));
    }
    for (double x : new double[] {LEFT, MIDDLE, RIGHT}) {
      rulings.add(new Ruling(false, x, TOP, 300, 0.5));
    }
    List<Grid> grids = RuledFinder.find(Sheets.page(words, rulings));
    assertEquals(1, grids.size());
    List<String> rows = new ArrayList<>();
    GridCell[][] places = grids.get(0).places();
    for (GridCell[] row : places) {
      rows.add(row[0].text() + " | " + row[1].text());
    }
    return rows.subList(1, rows.size());
  }

  @Test
  void eachFigureIsARow() {
    label("税收收入", 130);
    figure("1,200.50", 130);
    label("其中：增值税", 150);
    figure("800.00", 150);
    label("非税收入", 170);
    figure("-", 170);
    assertEquals(List.of("税收收入 | 1,200.50", "其中：增值税 | 800.00", "非税收入 | -"), read());
  }

  @Test
  void aLabelThatWrapsBelongsToTheFigureBesideItsMiddle() {
    label("教育共同财政事权转", 130);
    label("移支付支出", 142);
    figure("300.00", 136);
    label("合计", 165);
    figure("300.00", 165);
    assertEquals(List.of("教育共同财政事权转移支付支出 | 300.00", "合计 | 300.00"), read());
  }

  @Test
  void aLabelWithoutAFigureIsARow() {
    label("一、收入", 130);
    label("税收", 150);
    figure("5.00", 150);
    label("二、支出", 170);
    label("教育", 190);
    figure("7.00", 190);
    assertEquals(List.of("一、收入 | ", "税收 | 5.00", "二、支出 | ", "教育 | 7.00"), read());
  }

  @Test
  void marksForNoneAreRowsLikeFigures() {
    for (int row = 0; row < 3; row++) {
      label("教育科学国防".substring(2 * row, 2 * row + 2), 130 + 20 * row);
      figure("-", 130 + 20 * row);
    }
    assertEquals(List.of("教育 | -", "科学 | -", "国防 | -"), read());
  }

  @Test
  void aRuledRowWithOneFigureKeepsTheLinesOfItsText() {
    label("甲单位", 126);
    label("乙单位", 146);
    figure("12.00", 136);
    label("合计", 180);
    figure("12.00", 180);
    assertEquals(List.of("甲单位乙单位 | 12.00", "合计 | 12.00"), read(170));
  }

  @Test
  void twoFiguresInOneCellOfARuledBodyStayThere() {
    label("指标一", 124);
    figure("95", 124);
    label("指标二", 136);
    figure("90", 136);
    label("甲", 155);
    figure("1", 155);
    label("乙", 180);
    figure("2", 180);
    assertEquals(List.of("指标一指标二 | 95 90", "甲 | 1", "乙 | 2"), read(150, 170));
  }

  @Test
  void rulingsThatPartGroupsPartAGroupOfTwoToo() {
    label("农业支出", 124);
    figure("1,600", 124);
    label("种植", 136);
    figure("1,100", 136);
    label("林业", 148);
    figure("500", 148);
    label("教育支出", 165);
    figure("1,700", 165);
    label("小学", 177);
    figure("1,700", 177);
    label("其他支出", 197);
    figure("3", 197);
    assertEquals(
        List.of("农业支出 | 1,600", "种植 | 1,100", "林业 | 500", "教育支出 | 1,700", "小学 | 1,700", "其他支出 | 3"),
        read(160, 190));
  }

  @Test
  void aRuledRowAsHighAsTwoWithTwoFiguresIsTwo() {
    label("上级补助收入", 125);
    figure("5741", 125);
    label("上年结转", 145);
    figure("43696", 145);
    label("甲", 165);
    figure("1", 165);
    label("乙", 185);
    figure("2", 185);
    assertEquals(
        List.of("上级补助收入 | 5741", "上年结转 | 43696", "甲 | 1", "乙 | 2", " | "), read(160, 180, 200));
  }

  @Test
  void rowsOfAHighRuledRowMayLackFigures() {
    label("一、利润收入", 125);
    figure("57714", 125);
    label("二、股息收入", 145);
    figure("4", 145);
    label("三、清算收入", 165);
    label("合计", 185);
    figure("57718", 185);
    label("总计", 205);
    figure("57718", 205);
    assertEquals(
        List.of("一、利润收入 | 57714", "二、股息收入 | 4", "三、清算收入 | ", "合计 | 57718", "总计 | 57718", " | "),
        read(180, 200, 220));
  }

  @Test
  void aFigureThatIsBrokenForWantOfRoomIsOneRow() {
    label("上级补助收入合计数", 125);
    figure("1234567890123456789", 125);
    label("（续）", 145);
    figure("43", 145);
    label("甲", 165);
    figure("1", 165);
    label("乙", 185);
    figure("2", 185);
    assertEquals(
        List.of("上级补助收入合计数（续） | 123456789012345678943", "甲 | 1", "乙 | 2", " | "),
        read(160, 180, 200));
  }

  @Test
  void theDotsThatLeadToAFigureAreLeftOut() {
    words.add(Grids.word("税收", LEFT + 2, 130));
    words.add(Grids.word(".", LEFT + 40, 130));
    words.add(Grids.word(".", LEFT + 48, 130));
    words.add(Grids.word(".", LEFT + 56, 130));
    figure("5.00", 130);
    label("教育", 150);
    figure("7.00", 150);
    assertEquals(List.of("税收 | 5.00", "教育 | 7.00"), read());
  }

  @Test
  void aHeaderEndsWhereAmountsBeginThoughNoRulingIsBelowIt() {
    List<Ruling> rulings = new ArrayList<>();
    for (double y : new double[] {100, 140, 160}) {
      rulings.add(new Ruling(true, y, 50, 350, 0.5));
    }
    for (double x : new double[] {50, 150, 250, 350}) {
      rulings.add(new Ruling(false, x, 100, 160, 0.5));
    }
    List<Word> sheet =
        List.of(
            Grids.word("科目", 60, 105),
            Grids.word("合计", 60, 125),
            Grids.word("预算数", 160, 105),
            Grids.word("3.00", 220, 125),
            Grids.word("决算数", 260, 105),
            Grids.word("2.00", 320, 125),
            Grids.word("教育", 60, 145),
            Grids.word("3.00", 220, 145),
            Grids.word("2.00", 320, 145));
    Grid grid = RuledFinder.find(Sheets.page(sheet, rulings)).get(0);
    assertEquals(
        List.of(
            "0,0 1x1 科目",
            "0,1 1x1 预算数",
            "0,2 1x1 决算数",
            "1,0 1x1 合计",
            "1,1 1x1 3.00",
            "1,2 1x1 2.00",
            "2,0 1x1 教育",
            "2,1 1x1 3.00",
            "2,2 1x1 2.00"),
        Sheets.told(grid).stream().sorted().toList());
  }

  @Test
  void theShortEndOfALabelIsNotTheBeginningOfTheNext() {
    label("其他灾害恢复重建支", 130);
    label("出", 145);
    figure("-15.00", 137);
    label("其他应急支出", 156);
    figure("1,000.00", 156);
    label("合计", 176);
    figure("985.00", 176);
    assertEquals(List.of("其他灾害恢复重建支出 | -15.00", "其他应急支出 | 1,000.00", "合计 | 985.00"), read());
  }

  /** Groups of rows, each with its name in the middle of a first column that is ruled by group. */
  private List<String> readGroups(double... names) {
    List<Word> all = new ArrayList<>(List.of(Grids.word("类型", 15, 105)));
    all.addAll(words);
    for (double y : names) {
      all.add(Grids.word("债券", 15, y));
    }
    List<Ruling> rulings = new ArrayList<>();
    for (double y : new double[] {TOP, HEADER_END, 200, 300}) {
      rulings.add(new Ruling(true, y, 0, RIGHT, 0.5));
    }
    for (double x : new double[] {0, LEFT, MIDDLE, RIGHT}) {
      rulings.add(new Ruling(false, x, TOP, 300, 0.5));
    }
    List<Grid> grids = RuledFinder.find(Sheets.page(all, rulings));
    assertEquals(1, grids.size());
    return grids.get(0).cells().stream()
        .filter(cell -> cell.row() > 0)
        .map(cell -> cell.row() + "+" + cell.rowSpan() + " " + cell.text())
        .toList();
  }

  @Test
  void aNameInTheMiddleOfItsGroupStandsBesideAllRows() {
    for (double y : new double[] {130, 180, 220, 250, 280}) {
      label("额度" + (int) y, y - 5);
      figure("1,200.50", y - 5);
    }
    assertEquals(
        List.of(
            "1+2 债券",
            "1+1 额度130",
            "1+1 1,200.50",
            "2+1 额度180",
            "2+1 1,200.50",
            "3+3 债券",
            "3+1 额度220",
            "3+1 1,200.50",
            "4+1 额度250",
            "4+1 1,200.50",
            "5+1 额度280",
            "5+1 1,200.50"),
        readGroups(155, 245).stream()
            .sorted(
                Comparator.comparing((String text) -> text.substring(0, 1))
                    .thenComparing(text -> !text.contains("债券"))
                    .thenComparing(text -> text.contains(".")))
            .toList());
  }
}
