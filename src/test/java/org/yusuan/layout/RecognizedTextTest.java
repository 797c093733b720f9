package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.ClosedVocabulary;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Region;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

class RecognizedTextTest {
  private static final ClosedVocabulary LEXICON =
      ClosedVocabulary.shipped(Classification.shipped());
  private static final RecognizedText TEXT = new RecognizedText(LEXICON);

  /** The texts of a column, settled. What stands after a bar is offered besides. */
  private static List<String> column(Origin origin, String... texts) {
    List<GridCell> cells = new ArrayList<>();
    for (int row = 0; row < texts.length; row++) {
      Box box = new Box(0, 10 * row, 100, 10 * row + 10);
      List<Reading> readings =
          Arrays.stream(texts[row].split("\\|")).map(text -> new Reading(text, 0.6)).toList();
      String text = readings.get(0).text();
      Word word = new Word(text, box, List.of(), 10, false, origin, 0.6, readings);
      cells.add(new GridCell(row, 0, 1, 1, 1, box, List.of(word), text));
    }
    Grid grid =
        new Grid(
            texts.length,
            1,
            cells,
            List.of(new Region(1, new Box(0, 0, 100, 10 * texts.length))),
            true);
    return TEXT
        .settle(List.of(PlacedGrid.of(grid, List.of(), List.of())))
        .get(0)
        .grid()
        .cells()
        .stream()
        .map(GridCell::text)
        .toList();
  }

  @Test
  void aNameOfTheClassificationIsReadThroughLookalikes() {
    assertEquals(List.of("其他自然资源事务支出"), column(Origin.OCR, "其他白然资源事务支出"));
    assertEquals(List.of("退休费"), column(Origin.OCR, "退体费"));
  }

  @Test
  void aThinCharacterMayBeLost() {
    assertEquals(List.of("一般公共服务支出"), column(Origin.OCR, "般公共服务支出"));
  }

  @Test
  void aPieceOfARulingIsLeftOut() {
    assertEquals(List.of("商品和服务支出", "工会经费"), column(Origin.OCR, "商品和服务支出1", "T.会经费"));
    assertEquals(List.of("1公用经费", "1.公用经费"), column(Origin.OCR, "1公用经费", "1.公用经费"));
  }

  @Test
  void aStrokeInATitleIsADash() {
    assertEquals(List.of("基本支出预算明细表—工资福利支出"), column(Origin.OCR, "基本支出预算明细表一工资福利支出"));
  }

  @Test
  void aNumeralThatBeginsANameIsNone() {
    assertEquals(List.of("一般行政管理事务"), column(Origin.OCR, "一-般行政管理事务"));
    assertEquals(List.of("一般行政管理事务"), column(Origin.OCR, "—-般行政管理事务|一般行政管理事务"));
    assertEquals(List.of("一、一般公共预算拨款"), column(Origin.OCR, "一-一般公共预算拨款"));
    assertEquals(List.of("一、政府办公厅（室）及相关机构事务"), column(Origin.OCR, "一政府办公厅（室）及相关机构事务"));
  }

  @Test
  void theOwnerInATitleIsReadThroughASlip() {
    assertEquals(List.of("2026年市级部门收支预算总表"), column(Origin.OCR, "2026年市级部内收支预算总表"));
    assertEquals(List.of("2026年县级单位收入预算总表"), column(Origin.OCR, "2026年县级单仑收人预算总表"));
    assertEquals(List.of("2026年市级部内设机构"), column(Origin.OCR, "2026年市级部内设机构"));
  }

  @Test
  void theNameOfATableIsNotThatOfItsColumn() {
    assertEquals(List.of("“三公”经费预算表"), column(Origin.OCR, "“三公”经费预算表"));
    assertEquals(List.of("“三公”经费预算数"), column(Origin.OCR, "“三公”经费预算数"));
  }

  @Test
  void whatStandsBeforeALabelStays() {
    assertEquals(List.of("1．一般公共预算资金"), column(Origin.OCR, "1．—般公共预算资金"));
    assertEquals(List.of("1．一般公共预算资金"), column(Origin.OCR, "1．一般公共预算资金"));
    assertEquals(List.of("预算02表收入总表"), column(Origin.OCR, "预算02表收人总表"));
    assertEquals(List.of("附表3：部门收入总表"), column(Origin.OCR, "附表3：部门收人总表"));
    assertEquals(List.of("#税收收入", "#税收收入"), column(Origin.OCR, "#税收收入", "#税收收人"));
  }

  @Test
  void aLostTenIsMended() {
    assertEquals(
        List.of("十九、住房保障支出", "二十、粮油物资储备支出", "二十一、国有资本经营预算支出"),
        column(Origin.OCR, "十九、住房保障支出", "十、粮油物资储备支出", "十一、国有资本经营预算支出"));
  }

  @Test
  void numeralsFollowTheirNeighbours() {
    assertEquals(
        List.of("一、一般公共服务支出", "二、外交支出", "三、国防支出"),
        column(Origin.OCR, "一、一般公共服务支出", "：、外交支出", "三、国防支出"));
  }

  @Test
  void aLostNumeralIsTakenFromWhatTheImageOffers() {
    assertEquals(
        List.of("一、一般公共服务支出", "二、外交支出", "某局", "三、国防支出"),
        column(Origin.OCR, "一、一般公共服务支出", "、外交支出|二、外交支出", "某局", "、国防支出|三、国防支出"));
    assertEquals(
        List.of("一、一般公共服务支出", "二、外交支出", "三、国防支出"),
        column(Origin.OCR, "、一般公共服务支出|一、一般公共服务支出", "、外交支出", "、国防支出|三、国防支出"));
  }

  @Test
  void aListThatSkipsANumberIsLeftAsItIs() {
    List<String> texts = List.of("一、一般公共服务支出", "二、外交支出", "四、公共安全支出", "五、教育支出");
    assertEquals(texts, column(Origin.OCR, texts.toArray(String[]::new)));
  }

  @Test
  void namesThatLackACharacterAreOtherNames() {
    assertEquals(List.of("机关事业单位基本养老保险费"), column(Origin.OCR, "机关事业单位基本养老保险费"));
    assertEquals(List.of("某某街道办事处"), column(Origin.OCR, "某某街道办事处"));
  }

  @Test
  void whatCouldBeSeveralTermsStays() {
    assertNull(LEXICON.settle(List.of(new Reading("余计", 0.3))));
  }

  @Test
  void whatIsReadSurelyStays() {
    assertNull(LEXICON.settle(List.of(new Reading("一般公共服务友出支", 0.999))));
  }

  @Test
  void textLayersAreNeverTouched() {
    assertEquals(List.of("其他白然资源事务支出"), column(Origin.TEXT, "其他白然资源事务支出"));
  }

  @Test
  void whatWasReadStaysAmongTheReadings() {
    Word word =
        new Word(
            "退体费",
            new Box(0, 0, 30, 10),
            List.of(),
            10,
            false,
            Origin.OCR,
            0.7,
            List.of(new Reading("退体费", 0.7), new Reading("退休费", 0.2)));
    GridCell cell = new GridCell(0, 0, 1, 1, 1, word.box(), List.of(word), word.text());
    Grid grid = new Grid(1, 1, List.of(cell), List.of(new Region(1, word.box())), true);
    GridCell settled =
        TEXT.settle(List.of(PlacedGrid.of(grid, List.of(), List.of())))
            .get(0)
            .grid()
            .cells()
            .get(0);
    assertEquals(new Reading("退休费", 0.2), settled.words().get(0).readings().get(0));
    assertTrue(settled.words().get(0).readings().contains(new Reading("退体费", 0.7)));
  }

  @Test
  void gridsOfTextLayersAreHandedOnAsTheyAre() {
    Grid grid = new Grid(0, 0, List.of(), List.of(), true);
    PlacedGrid placed = PlacedGrid.of(grid, List.of(), List.of());
    assertSame(placed, TEXT.settle(List.of(placed)).get(0));
  }

  @Test
  void aLongTitleIsSettledThoughManyCharactersAreDoubtful() {
    assertEquals(
        "基本支出预算明细表—工资福利支出",
        LEXICON.settle(
            List.of(new Reading("基本支出预算明细表一工资利支出", 0.32), new Reading("基本支出预算明细表一工资福利支出", 0.12))));
    String poor = "基本文出预算明维头-单位运转证安文迪滑算表";
    assertEquals("基本支出预算明细表—单位运转经费支出预算表", LEXICON.settle(List.of(new Reading(poor, 5e-6))));
    assertNull(LEXICON.settle(List.of(new Reading(poor, 0.9))), "surely read, it is what it says");
    assertNull(LEXICON.settle(List.of(new Reading("第共杯民加七费间明产相泉比间交分公家", 4e-14))));
  }

  @Test
  void aNameThatIsSurelyReadStandsThoughTheListHasAnother() {
    assertNull(LEXICON.settle(List.of(new Reading("公车用车运行维护费", 0.9))));
    assertEquals("公务用车运行维护费", LEXICON.settle(List.of(new Reading("公车用车运行维护费", 0.6))));
  }

  @Test
  void wordsOfOneLineAreSettledOneByOne() {
    Box box = new Box(0, 0, 100, 10);
    Word name = new Word("单位名称某某局", box, List.of(), 10, false, Origin.OCR, 0.6, List.of());
    Word unit = new Word("单位、万元", box, List.of(), 10, false, Origin.OCR, 0.6, List.of());
    Grid grid =
        new Grid(
            1, 1, List.of(new GridCell(0, 0, 1, 1, 1, box, List.of(unit), "1")), List.of(), true);
    TextLine line = new TextLine("单位名称某某局单位、万元", box, List.of(name, unit));
    assertEquals(
        "单位名称某某局单位：万元",
        TEXT.settle(List.of(PlacedGrid.of(grid, List.of(line), List.of())))
            .get(0)
            .above()
            .get(0)
            .text());
  }

  @Test
  void aUnitIsNeverTakenForAnother() {
    assertEquals(
        List.of("单位：万", "单位：万元", "单位:元", "单位：方元"),
        column(Origin.OCR, "单位：万", "单位.万元", "单位:元", "单位：方元"));
    assertEquals(List.of("单位：万元"), column(Origin.OCR, "单位、方元|单位：万元|单位：元"));
  }

  @Test
  void aStrokeBehindATitleIsNone() {
    assertEquals(List.of("2031年水库收支总表"), above(line("2031年水库收支总表1", 0.6)));
    assertEquals(List.of("公开表1"), above(line("公开表1", 0.6)));
  }

  @Test
  void ofTheTermsThatALineMayBeTheTitleStandsAboveATable() {
    assertEquals(List.of("支出总表"), above(line(0.1, "文出导教", "支出总表", "支出总计")));
  }

  private static TextLine line(double probability, String... offered) {
    TextLine line = line(offered[0], probability);
    Word word = line.words().get(0);
    List<Reading> readings =
        Arrays.stream(offered).map(text -> new Reading(text, probability)).toList();
    return new TextLine(
        offered[0],
        line.box(),
        List.of(
            new Word(
                word.text(), word.box(), List.of(), 10, false, Origin.OCR, probability, readings)));
  }

  private static TextLine line(String text, double probability) {
    Box box = new Box(0, 0, 200, 10);
    Word word =
        new Word(
            text,
            box,
            List.of(),
            10,
            false,
            Origin.OCR,
            probability,
            List.of(new Reading(text, probability)));
    return new TextLine(text, box, List.of(word));
  }

  private static List<String> above(TextLine... lines) {
    Box box = new Box(0, 0, 200, 10);
    Word word = line("乡镇水库", 0.9).words().get(0);
    Grid grid =
        new Grid(
            1,
            1,
            List.of(new GridCell(0, 0, 1, 1, 1, box, List.of(word), "乡镇水库")),
            List.of(new Region(1, box)),
            true);
    return TEXT
        .settle(List.of(PlacedGrid.of(grid, List.of(lines), List.of())))
        .get(0)
        .above()
        .stream()
        .map(TextLine::text)
        .toList();
  }

  @Test
  void aTitleIsReadThroughTheHeadingOfItsSectionAndTheYearOfTheOthers() {
    assertEquals(
        List.of("2031年度水库移民资金预算拨款支出预算表", "五、一河长制资金预算拨款支出预算表", "2031年度一河长制资金预算拨款支出预算表"),
        above(
            line("2031年度水库移民资金预算拨款支出预算表", 0.95),
            line("五、一河长制资金预算拨款支出预算表", 0.9),
            line("20?1年度，河长制资金预算拨款支出预算表", 0.2)));
  }

  @Test
  void aTitleIsNotTakenForAnotherFormThatDiffersInOneWord() {
    assertEquals(
        List.of("2031年河长制资金收支预算总表", "2031年河长制资金收入预算总表"),
        above(line("2031年河长制资金收支预算总表", 0.95), line("2031年河长制资金收人预算总表", 0.3)));
  }

  @Test
  void charactersThatNoLabelHasAreMendedInUnknownTermsToo() {
    assertEquals(List.of("2031年河长制综合预算收入总表"), above(line("2031年河长制综合预算收人总表", 0.97)));
    assertEquals(
        List.of("其中：专项资金列入河长制项目", "征收人员经费"), column(Origin.OCR, "其中：专项资金列人河长制项目", "征收人员经费"));
  }
}
