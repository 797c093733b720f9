package org.yusuan.grid.unruled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.Grids;
import org.yusuan.grid.Sheets;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** Tables without a ruling, as tables with rulings look once these are taken away. */
class UnruledFinderTest {

  private final List<Word> words = new ArrayList<>();

  private UnruledFinderTest left(double y, double x, String text) {
    words.add(Grids.word(text, x, y));
    return this;
  }

  private UnruledFinderTest right(double y, double x, String text) {
    return left(y, x - width(text), text);
  }

  private UnruledFinderTest middle(double y, double x, String text) {
    return left(y, x - width(text) / 2, text);
  }

  private static double width(String text) {
    return text.chars().mapToDouble(c -> c < 0x2E80 ? 5 : 10).sum();
  }

  private List<String> rows() {
    List<Grid> grids = UnruledFinder.find(Sheets.page(words, List.of()), List.of());
    assertEquals(1, grids.size());
    return Grids.rows(grids.get(0));
  }

  @Test
  void aLabelBesideItsAmountsHeadsTheirColumn() {
    middle(50, 60, "项目").middle(50, 230, "预算数").middle(50, 430, "执行数");
    for (int i = 0; i < 4; i++) {
      left(70 + 20 * i, 30, "甲项支出");
      right(70 + 20 * i, i % 2 == 0 ? 300 : 500, "1,234.5" + i);
    }
    assertEquals(
        List.of(
            "项目|预算数|执行数", "甲项支出|1,234.50|", "甲项支出||1,234.51", "甲项支出|1,234.52|", "甲项支出||1,234.53"),
        rows());
  }

  /** Labels in the middle of their cells, codes at the left of them: none is above another. */
  @Test
  void charactersHeadTheCodesNearestToThem() {
    middle(53, 200, "科目名称").middle(53, 330, "预算数");
    middle(62, 40, "类").middle(62, 80, "款");
    for (int i = 0; i < 4; i++) {
      left(80 + 20 * i, 21, "301").left(80 + 20 * i, 61, "0" + i);
      left(80 + 20 * i, 180, "甲项支出").right(80 + 20 * i, 360, "1,234.5" + i);
    }
    assertEquals(List.of("类|款|科目名称|预算数", "301|00|甲项支出|1,234.50"), rows().subList(0, 2));
  }

  /** The lines of the second list are as long as those of a text, with the amounts before them. */
  @Test
  void anAmountIsPartedFromTheLabelOfTheNextList() {
    middle(65, 60, "项目").middle(65, 220, "预算数");
    middle(65, 330, "项目").middle(65, 530, "预算数");
    String[] items = {"甲类服务方面的支出", "乙类保障和就业支出", "丙类卫生健康的支出", "丁类住房保障的支出"};
    for (int i = 0; i < 4; i++) {
      left(80 + 13 * i, 30, "拨款收入").left(80 + 13 * i, 254, items[i]);
      right(80 + 13 * i, 560, "1,234.5" + i);
    }
    right(80, 250, "4,938.06");
    left(132, 30, "收入总计").right(132, 250, "4,938.06").left(132, 254, "支出总计");
    right(132, 560, "4,938.06");
    List<String> rows = rows();
    assertEquals("项目|预算数|项目|预算数", rows.get(0));
    assertEquals("拨款收入|4,938.06|甲类服务方面的支出|1,234.50", rows.get(1));
    assertEquals("拨款收入||乙类保障和就业支出|1,234.51", rows.get(2));
    assertEquals("收入总计|4,938.06|支出总计|4,938.06", rows.get(5));
  }

  @Test
  void wholeAmountsArePartedFromTheLabelsBesideThemToo() {
    middle(65, 60, "项目").middle(65, 220, "决算数");
    middle(65, 330, "项目").middle(65, 530, "决算数");
    String[] amounts = {"3,120", "520", "3,640", "3,850"};
    for (int i = 0; i < 4; i++) {
      left(80 + 13 * i, 30, "某项收入").right(80 + 13 * i, 250, amounts[i]);
      left(80 + 13 * i, 254, "某项资本金注入").right(80 + 13 * i, 560, "1,20" + i);
    }
    List<String> rows = rows();
    assertEquals("某项收入|3,120|某项资本金注入|1,200", rows.get(1));
    assertEquals("某项收入|520|某项资本金注入|1,201", rows.get(2));
  }

  /** 购置费 is above nothing; as a part of 小计 beside it, it would name the amounts of that. */
  @Test
  void aLabelAboveNothingHasAColumnOfItsOwn() {
    middle(35, 320, "公务用车");
    middle(50, 60, "单位").middle(50, 150, "合计").middle(60, 230, "小计").middle(60, 320, "购置费");
    middle(60, 410, "运行费").middle(50, 500, "接待费");
    for (int i = 0; i < 4; i++) {
      left(80 + 15 * i, 30, "某某局室").right(80 + 15 * i, 190, "55.0" + i);
      right(80 + 15 * i, 270, "30.0" + i).right(80 + 15 * i, 440, "30.0" + i);
      right(80 + 15 * i, 540, "25.0" + i);
    }
    List<String> rows = rows();
    assertEquals("单位|合计|小计|购置费|运行费|接待费", rows.get(1));
    assertEquals("某某局室|55.00|30.00||30.00|25.00", rows.get(2));
  }

  /** Sixteen labels one below the other, few with an amount, are no text: it would have commas. */
  @Test
  void aListOfLongLabelsIsNoRunningText() {
    middle(50, 80, "项目").middle(50, 250, "预算数").middle(50, 400, "项目").middle(50, 560, "预算数");
    for (int i = 0; i < 6; i++) {
      left(65 + 13 * i, 30, "本年一般公共预算拨款" + "收入".repeat(i % 2));
      left(65 + 13 * i, 350, "甲类保障和就业方面支出");
    }
    right(65, 280, "4,938.06");
    right(65, 580, "4,938.06");
    left(143, 30, "收入总计").right(143, 280, "4,938.06").left(143, 350, "支出总计");
    right(143, 580, "4,938.06");
    List<String> rows = rows();
    assertEquals("项目|预算数|项目|预算数", rows.get(0));
    assertEquals("本年一般公共预算拨款收入||甲类保障和就业方面支出|", rows.get(2));
    assertEquals("收入总计|4,938.06|支出总计|4,938.06", rows.get(7));
  }

  /** 支出 stands over the amounts of 合计, whose own label stands beside them. */
  @Test
  void theLabelOfAGroupIsNotThatOfTheAmountsBelowIt() {
    middle(35, 100, "收入").middle(35, 300, "支出");
    middle(65, 100, "项目").middle(65, 260, "合计").middle(65, 350, "一般预算").middle(65, 450, "基金预算");
    for (int i = 0; i < 3; i++) {
      left(80 + 15 * i, 80, "甲项支出").right(80 + 15 * i, 315, "34.5" + i);
      right(80 + 15 * i, 370, "34.5" + i);
    }
    List<String> rows = rows();
    assertEquals("项目|合计|一般预算|基金预算", rows.get(1));
    assertEquals("甲项支出|34.50|34.50|", rows.get(2));
  }

  @Test
  void charactersSetApartAreOneLabel() {
    left(50, 120, "收").left(50, 160, "入").left(50, 370, "支").left(50, 410, "出");
    for (int list = 0; list < 2; list++) {
      double x = 250 * list;
      left(70, x + 50, "项").left(70, x + 80, "目").middle(70, x + 220, "预算数");
      for (int i = 0; i < 4; i++) {
        left(90 + 20 * i, x + 30, "甲项收入支出").right(90 + 20 * i, x + 240, "1,234.5" + i);
      }
    }
    assertEquals(
        List.of("收入|收入|支出|支出", "项目|预算数|项目|预算数", "甲项收入支出|1,234.50|甲项收入支出|1,234.50"),
        rows().subList(0, 3));
  }

  @Test
  void singleCharactersThatHeadCodesAreColumns() {
    left(50, 30, "类").left(50, 65, "款").left(50, 100, "项").middle(50, 200, "名称");
    right(50, 350, "合计");
    for (int i = 0; i < 4; i++) {
      left(70 + 20 * i, 28, "201").left(70 + 20 * i, 65, "0" + i).left(70 + 20 * i, 100, "01");
      left(70 + 20 * i, 170, "行政运行").right(70 + 20 * i, 350, "1,234.5" + i);
    }
    assertEquals(List.of("类|款|项|名称|合计", "201|00|01|行政运行|1,234.50"), rows().subList(0, 2));
  }

  @Test
  void labelsOfGroupsStandOverTheMiddleOfTheirColumns() {
    // 合计 stands beside the middle of both rows, as in a merged cell.
    middle(60, 60, "科目名称").middle(60, 160, "合计").middle(50, 320, "基本支出");
    middle(70, 240, "小计").middle(70, 320, "人员经费").middle(70, 400, "公用经费").middle(60, 480, "项目支出");
    for (int i = 0; i < 4; i++) {
      double y = 90 + 20 * i;
      left(y, 30, "甲项支出").right(y, 185, "10.0" + i).right(y, 265, "8.00").right(y, 345, "5.00");
      right(y, 425, "3.00").right(y, 505, "2.0" + i);
    }
    assertEquals(
        List.of("科目名称|合计|基本支出|基本支出|基本支出|项目支出", "科目名称|合计|小计|人员经费|公用经费|项目支出"), rows().subList(0, 2));
  }

  @Test
  void aLabelOfSeveralLinesInAHeaderIsNoGroup() {
    middle(57, 60, "项目").middle(57, 200, "预算数").middle(50, 320, "执行数为");
    middle(63, 320, "预算数的%").middle(57, 440, "增长");
    for (int i = 0; i < 4; i++) {
      double y = 90 + 20 * i;
      left(y, 30, "甲项支出").right(y, 230, "1,000.0" + i).right(y, 340, "98.5").right(y, 450, "1.5");
    }
    assertEquals(List.of("项目|预算数|执行数为预算数的%|增长", "甲项支出|1,000.00|98.5|1.5"), rows().subList(0, 2));
  }

  @Test
  void linesOfALabelAreOneRowWithTheAmountBesideThem() {
    middle(50, 40, "编码").middle(50, 110, "科目名称").middle(50, 210, "金额").middle(50, 290, "其中");
    for (int i = 0; i < 3; i++) {
      row(80 + 28 * i);
    }
    left(158, 70, "机关事业单").left(170, 70, "位养老支出").right(164, 230, "4.00").right(164, 310, "2.00");
    left(164, 25, "208");
    left(186, 70, "住房支出").right(186, 230, "5.00").right(186, 310, "2.00").left(186, 25, "221");
    assertEquals(
        List.of(
            "编码|科目名称|金额|其中",
            "201|行政运行|3.00|1.00",
            "201|行政运行|3.00|1.00",
            "201|行政运行|3.00|1.00",
            "208|机关事业单位养老支出|4.00|2.00",
            "221|住房支出|5.00|2.00"),
        rows());
  }

  private void row(double y) {
    left(y, 25, "201").left(y, 70, "行政运行").right(y, 230, "3.00").right(y, 310, "1.00");
  }

  @Test
  void anAmountAndTheLabelOfTheListBesideItAreTwoCells() {
    middle(50, 60, "项目").middle(50, 170, "预算数").middle(50, 250, "项目").middle(50, 370, "预算数");
    for (int i = 0; i < 4; i++) {
      double y = 70 + 20 * i;
      left(y, 30, "甲项收入")
          .right(y, 198, "1,234.567890")
          .left(y, 202, "乙项支出")
          .right(y, 400, "1.234567");
    }
    assertEquals(List.of("项目|预算数|项目|预算数", "甲项收入|1,234.567890|乙项支出|1.234567"), rows().subList(0, 2));
  }

  @Test
  void twoAmountsOfALineAreTwoColumnsWhateverTheHeaderRunsOver() {
    middle(50, 60, "单位").middle(50, 250, "公务用车购置及运行维护费公务用车费用").middle(50, 450, "会议费");
    middle(64, 250, "公务用车购置及运行维护费公务用车费用");
    for (int i = 0; i < 3; i++) {
      double y = 90 + 20 * i;
      left(y, 30, "甲单位")
          .right(y, 220, "100.0" + i)
          .right(y, 300, "200.0" + i)
          .right(y, 460, "3.00");
    }
    assertEquals("甲单位|100.00|200.00|3.00", rows().get(rows().size() - 3));
  }

  @Test
  void twoListsOfWhichFewItemsHaveAnAmountAreATable() {
    middle(50, 60, "项目").middle(50, 230, "预算数").middle(50, 330, "项目").middle(50, 480, "预算数");
    for (int i = 0; i < 12; i++) {
      double y = 70 + 20 * i;
      if (i < 5) {
        left(y, 30, "甲项收入");
      }
      left(y, 300, "乙项支出");
      if (i % 5 == 1) {
        right(y, 500, "1.23456" + i / 5);
      }
    }
    right(70, 250, "3.703701");
    assertEquals(13, rows().size());
  }

  @Test
  void theNumberOfThePageIsNoRow() {
    middle(50, 60, "项目").middle(50, 230, "预算数").middle(50, 330, "决算数");
    for (int i = 0; i < 4; i++) {
      left(70 + 20 * i, 30, "甲项支出").right(70 + 20 * i, 250, "1.00").right(70 + 20 * i, 350, "2.00");
    }
    left(155, 220, "—").left(155, 240, "23").left(155, 260, "—");
    assertEquals(5, rows().size());
  }

  @Test
  void aListInProseIsNoTable() {
    for (int i = 0; i < 5; i++) {
      left(50 + 20 * i, 30, (i + 1) + "、卫生健康15.89").left(50 + 20 * i, 160, "亿元；");
    }
    assertEquals(List.of(), UnruledFinder.find(Sheets.page(words, List.of()), List.of()));
  }

  @Test
  void numberedTitlesThatBeginWithAYearAreNoTable() {
    for (int i = 1; i < 6; i++) {
      left(50 + 20 * i, 30, "5" + i + ".2025—2026").left(50 + 20 * i, 120, "年全省某保险基金表");
    }
    assertEquals(List.of(), UnruledFinder.find(Sheets.page(words, List.of()), List.of()));
  }

  @Test
  void aFigureThatHadNoRoomGoesOnInTheNextLine() {
    middle(50, 60, "单位").middle(50, 170, "预算数").middle(50, 270, "决算数").middle(50, 370, "结余");
    for (int i = 0; i < 3; i++) {
      double y = 70 + 36 * i;
      left(y, 30, "甲单位")
          .right(y, 190, "143,999.0")
          .right(y, 290, "32,640.0")
          .right(y, 390, "1.0" + i);
      right(y + 11, 190, "0").right(y + 11, 290, "0");
    }
    assertEquals(
        List.of("单位|预算数|决算数|结余", "甲单位|143,999.00|32,640.00|1.00", "甲单位|143,999.00|32,640.00|1.01"),
        rows().subList(0, 3));
  }

  @Test
  void labelsCentredOverColumnsThatAreNotBelongToThem() {
    left(30, 30, "编制部门：某厅").right(30, 550, "单位：万元");
    middle(60, 140, "科目编码").middle(60, 330, "科目名称").middle(60, 470, "金额");
    for (int i = 0; i < 4; i++) {
      double y = 92 + 20 * i;
      if (i > 0) {
        left(y, 40, "2010" + i);
      }
      left(y, 230, i == 0 ? "合计" : "甲项支出").right(y, 550, "1,234.5" + i);
    }
    assertEquals(List.of("科目编码|科目名称|金额", "|合计|1,234.50"), rows().subList(0, 2));
  }

  @Test
  void eachNumberedItemIsARowThoughFewHaveAnAmount() {
    middle(50, 60, "项目").middle(50, 230, "预算数").middle(50, 330, "项目").middle(50, 480, "预算数");
    String numerals = "一二三四五六七八九十";
    for (int i = 0; i < 10; i++) {
      double y = 70 + 15 * i;
      left(y, 30, numerals.charAt(i) + "、甲项收入").left(y, 300, numerals.charAt(i) + "、乙项支出");
      if (i % 3 == 0) {
        right(y, 250, "1.2" + i).right(y, 500, "1.2" + i);
      }
    }
    assertEquals(11, rows().size());
  }

  @Test
  void linesBelowTheRowsOfAHeaderDoNotEndItIfAllRowsHaveThem() {
    List<Ruling> rules = new ArrayList<>();
    middle(54, 130, "收入").middle(54, 430, "支出");
    middle(74, 60, "项目").middle(74, 230, "预算数").middle(74, 330, "项目").middle(74, 480, "预算数");
    left(94, 30, "甲项收入").right(94, 250, "1.00").left(94, 300, "乙项支").right(94, 500, "2.00");
    left(106, 300, "出");
    for (int i = 0; i < 5; i++) {
      double y = 120 + 20 * i;
      left(y, 30, "甲项收入").right(y, 250, "1.0" + i).left(y, 300, "乙项支出").right(y, 500, "2.0" + i);
    }
    for (double y : new double[] {50, 70, 90, 117, 137, 157, 177, 197, 217}) {
      rules.add(new Ruling(true, y, 25, 505, 0.7));
    }
    List<Grid> grids = UnruledFinder.find(Sheets.page(words, rules), List.of());
    assertEquals(
        List.of("收入|收入|支出|支出", "项目|预算数|项目|预算数", "甲项收入|1.00|乙项支出|2.00"),
        Grids.rows(grids.get(0)).subList(0, 3));
  }

  @Test
  void aHeaderWhoseCellsHaveRulesOfTheirOwnIsOfTheTable() {
    left(32, 30, "编制部门：某局").right(32, 500, "单位：万元");
    left(78, 45, "类别").middle(57, 320, "2040年预算").middle(90, 180, "总计");
    middle(78, 310, "财政拨款").middle(88, 460, "其他");
    middle(97, 270, "一般公共").middle(97, 360, "基金");
    List<Ruling> rules = new ArrayList<>();
    rules.add(new Ruling(true, 50, 140, 505, 0.7));
    rules.add(new Ruling(true, 53, 25, 135, 0.7));
    rules.add(new Ruling(true, 72, 140, 505, 0.7));
    rules.add(new Ruling(true, 91, 220, 410, 0.7));
    for (int row = 0; row < 5; row++) {
      double y = 130 + 18 * row;
      rules.add(new Ruling(true, y - 14, 25, 505, 0.7));
      left(y - 9, 30, "甲项支出");
      for (int column = 0; column < 4; column++) {
        right(y - 9, 205 + 95 * column, "1,234.0" + column);
      }
    }
    List<Grid> grids = UnruledFinder.find(Sheets.page(words, rules), List.of());
    assertEquals(1, grids.size());
    assertEquals(
        List.of(
            "类别|2040年预算|2040年预算|2040年预算|2040年预算",
            "类别|总计|财政拨款|财政拨款|其他",
            "类别|总计|一般公共|基金|其他",
            "甲项支出|1,234.00|1,234.01|1,234.02|1,234.03"),
        Grids.rows(grids.get(0)).subList(0, 4));
  }

  /** Two lists of which the first ends after two rows: below, only the second has rules. */
  private List<Ruling> twoLists() {
    middle(41, 150, "收入").middle(41, 390, "支出");
    middle(55, 80, "项目").middle(55, 220, "预算数").middle(55, 320, "项目").middle(55, 460, "预算数");
    List<Ruling> rules = new ArrayList<>();
    for (int row = -2; row <= 2; row++) {
      rules.add(new Ruling(true, 64 + 14 * row, 25, 505, 0.7));
    }
    for (int row = 3; row <= 8; row++) {
      rules.add(new Ruling(true, 64 + 14 * row, 265, 505, 0.7));
    }
    for (int row = 0; row < 2; row++) {
      left(69 + 14 * row, 30, "甲项收入").right(69 + 14 * row, 262, "1,234.0" + row);
      left(69 + 14 * row, 268, "乙项支出").right(69 + 14 * row, 500, "2,345.0" + row);
    }
    return rules;
  }

  private List<String> rows(List<Ruling> rules) {
    List<Grid> grids = UnruledFinder.find(Sheets.page(words, rules), List.of());
    assertEquals(1, grids.size());
    return Grids.rows(grids.get(0));
  }

  @Test
  void theLongerOfTwoListsIsOfTheTableThoughRulesRunUnderItAlone() {
    List<Ruling> rules = twoLists();
    for (int row = 2; row < 8; row++) {
      left(69 + 14 * row, 268, "丙项支出").right(69 + 14 * row, 500, "2,345.0" + row);
    }
    List<String> rows = rows(rules);
    assertEquals(10, rows.size());
    assertEquals(List.of("||丙项支出|2,345.06", "||丙项支出|2,345.07"), rows.subList(8, 10));
  }

  @Test
  void itemsOfOneListAreRowsIfARuleIsBelowEach() {
    List<Ruling> rules = twoLists();
    for (int row = 2; row < 8; row++) {
      left(69 + 14 * row, 268, "丙项支出");
    }
    rules.add(new Ruling(true, 64 + 14 * 8, 25, 505, 0.7));
    for (int row = 8; row < 16; row++) {
      rules.add(new Ruling(true, 64 + 14 * (row + 1), 25, 505, 0.7));
      left(69 + 14 * row, 30, "丁项收入").right(69 + 14 * row, 262, "1,234.0" + row);
      left(69 + 14 * row, 268, "戊项支出").right(69 + 14 * row, 500, "2,345.0" + row);
    }
    List<String> rows = rows(rules);
    assertEquals(18, rows.size());
    assertEquals(List.of("||丙项支出|", "||丙项支出|"), rows.subList(4, 6));
  }

  /** 小计 does not stand under the label of its group, and other labels are of two lines. */
  @Test
  void groupsOverOneRuleShareItsColumns() {
    middle(42, 230, "本年收入").middle(42, 416, "上年结转");
    middle(61, 45, "名称").middle(61, 110, "合计");
    String[] labels = {"小计", "拨款", "其他", "小计", "拨款", "其他"};
    List<Ruling> rules = new ArrayList<>();
    rules.add(new Ruling(true, 34, 25, 505, 0.7));
    rules.add(new Ruling(true, 54, 140, 505, 0.7));
    for (int column = 0; column < 6; column++) {
      middle(66, 168 + 62 * column, labels[column]);
    }
    for (int row = 0; row < 5; row++) {
      double y = 82 + 18 * row;
      rules.add(new Ruling(true, y, 25, 505, 0.7));
      left(y + 5, 30, "甲局").right(y + 5, 134, "12.00");
      for (int column = 0; column < 6; column++) {
        right(y + 5, 190 + 62 * column, "1." + column + row);
      }
    }
    rules.add(new Ruling(true, 172, 25, 505, 0.7));
    assertEquals(
        List.of("名称|合计|本年收入|本年收入|本年收入|上年结转|上年结转|上年结转", "名称|合计|小计|拨款|其他|小计|拨款|其他"),
        rows(rules).subList(0, 2));
  }

  @Test
  void anAmountThatHadNoRoomGoesOnBelowWhatStandsBesideIt() {
    middle(50, 60, "科目").middle(50, 200, "合计").middle(50, 320, "基本支出").middle(50, 440, "项目支出");
    for (int i = 0; i < 3; i++) {
      double y = 90 + 40 * i;
      left(y, 30, "甲项支出").right(y, 230, "171,234.50").right(y - 6, 340, "162,703.2");
      right(y + 6, 340, "0").right(y, 460, "8,531.30");
    }
    assertEquals("甲项支出|171,234.50|162,703.20|8,531.30", rows().get(1).replace(" ", ""));
    assertEquals(4, rows().size());
  }

  @Test
  void anAmountOfOneDecimalAboveAnotherRowIsWhole() {
    middle(50, 60, "科目").middle(50, 200, "合计").middle(50, 320, "户数");
    for (int i = 0; i < 4; i++) {
      left(70 + 14 * i, 30, "甲项支出").right(70 + 14 * i, 230, "1,703.2").right(70 + 14 * i, 340, "5");
    }
    assertEquals(5, rows().size());
  }

  @Test
  void labelsInAHighRowHeadTheTable() {
    // Labels of two lines and of one stand side by side, none level with another.
    middle(56, 60, "单位名称").middle(56, 160, "合计").middle(50, 260, "一般公共").middle(62, 260, "预算收入");
    middle(56, 360, "事业收入").middle(50, 460, "其他").middle(62, 460, "收入");
    for (int i = 0; i < 4; i++) {
      double y = 117 + 20 * i;
      left(y, 30, "甲乙中心").right(y, 190, "10.0" + i).right(y, 290, "8.00").right(y, 390, "1.00");
      right(y, 475, "1.0" + i);
    }
    assertEquals("单位名称|合计|一般公共预算收入|事业收入|其他收入", rows().get(0));
  }

  @Test
  void shortLabelsWithAmountsALittleLowerAreNoProse() {
    middle(50, 70, "项目").middle(50, 280, "预算数");
    for (int i = 0; i < 5; i++) {
      recognized(70 + 16 * i, 30, "国有资本预算");
      if (i < 2) {
        recognized(71.2 + 16 * i, 260, "1,234.5" + i);
      }
      recognized(70 + 16 * i, 330, "其他公共支出");
      recognized(71.8 + 16 * i, 530, "2,234.5" + i);
    }
    assertEquals("国有资本预算|1,234.50|其他公共支出|2,234.50", rows().get(1));
  }

  private List<String> lastRowReadTogether(String label) {
    middle(50, 70, "收入").middle(50, 280, "预算数").middle(50, 370, "支出").middle(50, 550, "预算数");
    for (int i = 0; i < 5; i++) {
      recognized(70 + 20 * i, 30, "甲项收入");
      if (i < 4) {
        recognized(70 + 20 * i, 260, "1,234.5" + i);
        recognized(70 + 20 * i, 305, label);
      } else {
        recognized(70 + 20 * i, 260, "1,234.54 " + label);
      }
      recognized(70 + 20 * i, 530, "2,234.5" + i);
    }
    return rows();
  }

  @Test
  void anAmountReadTogetherWithTheLabelBesideItIsACellOfItsOwn() {
    assertEquals("甲项收入|1,234.54|乙项支出|2,234.54", lastRowReadTogether("乙项支出").get(5));
  }

  @Test
  void soItIsBesideANumberedLabel() {
    assertEquals("甲项收入|1,234.54|(3)乙项支出|2,234.54", lastRowReadTogether("(3)乙项支出").get(5));
  }

  @Test
  void theTotalBelowBlankRowsIsTheLastRow() {
    middle(50, 60, "项目").middle(50, 280, "预算数");
    for (int i = 0; i < 4; i++) {
      left(70 + 20 * i, 30, "甲项支出").right(70 + 20 * i, 300, "1,234.5" + i);
    }
    left(220, 30, "支出总计").right(220, 300, "4,938.06");
    assertEquals("支出总计|4,938.06", rows().get(5));
  }

  @Test
  void theFirstLineOfALabelIsOfTheRowBesideIt() {
    middle(50, 40, "编码").middle(50, 110, "名称").middle(50, 200, "合计").middle(50, 280, "其中");
    for (int i = 0; i < 4; i++) {
      double y = 80 + 22 * i;
      left(y, 30, "30900" + i).right(y, 225, "10.0" + i).right(y, 305, "8.00");
      if (i % 2 == 0) {
        left(y, 80, "某市人才中心");
      } else {
        left(y - 6, 80, "某市劳动争议仲").left(y + 6, 80, "裁院");
      }
    }
    assertEquals(
        List.of("309000|某市人才中心|10.00|8.00", "309001|某市劳动争议仲裁院|10.01|8.00"), rows().subList(1, 3));
  }

  @Test
  void rowsWithoutAmountsBetweenItemsAreRows() {
    middle(50, 70, "项目").middle(50, 280, "预算数");
    String[] items = {"一、", "二、", "三、", "四、", "五、"};
    for (int i = 0; i < 5; i++) {
      left(70 + 18 * i, 30, items[i] + "甲项支出");
      if (i % 2 == 0) {
        right(70 + 18 * i, 300, "1,234.5" + i);
      }
    }
    left(160, 30, "本年支出合计").right(160, 300, "3,703.56").left(178, 30, "年终结转");
    right(196, 300, "3,703.56").left(196, 30, "支出总计");
    assertEquals(List.of("本年支出合计|3,703.56", "年终结转|", "支出总计|3,703.56"), rows().subList(6, 9));
  }

  private void recognized(double y, double x, String text) {
    Word word = Grids.word(text, x, y);
    words.add(
        new Word(
            text, word.box(), word.glyphs(), word.fontSize(), false, Origin.OCR, 1, List.of()));
  }

  /** Labels in the middle of wide columns stand beside the amounts; the numbers below them too. */
  @Test
  void aLineThatNumbersTheColumnsIsOfTheHeader() {
    middle(35, 240, "基本支出");
    middle(55, 40, "部门").middle(55, 140, "小计").middle(55, 240, "工资").middle(55, 340, "公用");
    middle(70, 40, "栏次").middle(70, 140, "1=2+3").middle(70, 240, "2").middle(70, 340, "3");
    for (int i = 0; i < 4; i++) {
      left(90 + 20 * i, 10, "青山局");
      right(90 + 20 * i, 190, "350")
          .right(90 + 20 * i, 290, "25" + i)
          .right(90 + 20 * i, 390, "99");
    }
    assertEquals(
        List.of("部门|基本支出|基本支出|基本支出", "部门|小计|工资|公用", "栏次|1=2+3|2|3", "青山局|350|250|99"),
        rows().subList(0, 4));
  }
}
