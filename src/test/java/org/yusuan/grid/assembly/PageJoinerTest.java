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

/** Pieces of one table are joined over page ends; tables of their own stay apart. */
class PageJoinerTest {

  private static final Grid FIRST =
      Grids.onPage(
          1,
          "项目 | <  | 预算数 | <",
          "编码 | 名称 | 基本 | 项目",
          "201 | 公共 | 1.00 | 2.00",
          "208 | 社保 | 3.00 | 4.00");

  private static final List<String> FIRST_ROWS =
      List.of("项目|项目|预算数|预算数", "编码|名称|基本|项目", "201|公共|1.00|2.00", "208|社保|3.00|4.00");

  /** The first table with the row that {@link #REST} holds. */
  private static final List<String> WHOLE_ROWS =
      List.of(
          "项目|项目|预算数|预算数",
          "编码|名称|基本|项目",
          "201|公共|1.00|2.00",
          "208|社保|3.00|4.00",
          "210|卫生|5.00|6.00");

  private static final List<String> REST = List.of("210|卫生|5.00|6.00");

  private static PageContent page(Grid grid, String... above) {
    int number = grid.regions().get(0).page();
    List<TextLine> lines = new ArrayList<>();
    for (int i = 0; i < above.length; i++) {
      Word word = Grids.word(above[i], 10, -40 + 12 * i);
      lines.add(new TextLine(above[i], word.box(), List.of(word)));
    }
    return new PageContent(
        new Page(number, 842, 595, Origin.TEXT, List.of(), List.of(), List.of(), List.of()),
        List.of(grid),
        lines);
  }

  private static List<PlacedGrid> join(PageContent... pages) {
    return PageJoiner.join(List.of(pages));
  }

  /** The rows of each table that the pages make. */
  private static List<List<String>> rows(PageContent... pages) {
    return join(pages).stream().map(placed -> Grids.rows(placed.grid())).toList();
  }

  @Test
  void aRepeatedHeaderIsKeptOnce() {
    Grid second =
        Grids.onPage(2, "项目 | <  | 预算数 | <", "编码 | 名称 | 基本 | 项目", "210 | 卫生 | 5.00 | 6.00");
    List<PlacedGrid> joined = join(page(FIRST, "表一"), page(second));
    assertEquals(1, joined.size());
    assertEquals(WHOLE_ROWS, Grids.rows(joined.get(0).grid()));
    assertEquals(2, joined.get(0).repeatedHeaderRows());
    assertEquals(2, joined.get(0).grid().places()[4][1].page());
  }

  @Test
  void aTableGoesOnWithoutItsHeader() {
    List<PlacedGrid> joined =
        join(page(FIRST, "表一"), page(Grids.onPage(2, "210 | 卫生 | 5.00 | 6.00")));
    assertEquals(1, joined.size());
    assertEquals(WHOLE_ROWS, Grids.rows(joined.get(0).grid()));
    assertEquals(0, joined.get(0).repeatedHeaderRows());
  }

  /** A total row alone on its page: three ruled columns, the first as wide as two of the table. */
  private static Grid total(double shift, double scale) {
    Grid drawn = Grids.onPage(2, "合计 | < | 4.00 | 6.00");
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : drawn.cells()) {
      Box box = cell.box();
      Box moved =
          new Box(shift + box.left() * scale, box.top(), shift + box.right() * scale, box.bottom());
      cells.add(
          new GridCell(
              0, Math.max(0, cell.column() - 1), 1, 1, 2, moved, cell.words(), cell.text()));
    }
    return new Grid(1, 3, cells, drawn.regions(), true);
  }

  @Test
  void theTotalRowAloneKeepsItsColumnsByPlace() {
    List<PlacedGrid> joined = join(page(FIRST, "表一"), page(total(0, 1)));
    assertEquals(1, joined.size());
    GridCell[][] places = joined.get(0).grid().places();
    assertEquals("合计", places[4][1].text());
    assertEquals(2, places[4][0].columnSpan());
    assertEquals("4.00", places[4][2].text());
    assertEquals("6.00", places[4][3].text());
  }

  @Test
  void paperMayLieOtherwiseInTheScannerForTheNextPage() {
    Grid moved = total(11, 0.98);
    List<String> alone = List.of("合计|4.00|6.00");
    assertEquals(
        List.of(FIRST_ROWS, alone),
        rows(page(FIRST, "表一"), page(moved)),
        "a text layer lies still");
    List<PlacedGrid> joined = join(page(recognized(FIRST), "表一"), page(recognized(moved)));
    assertEquals(1, joined.size());
    assertEquals("4.00", joined.get(0).grid().places()[4][2].text());
    Grid narrow = total(11, 0.9);
    assertEquals(
        List.of(FIRST_ROWS, alone), rows(page(recognized(FIRST), "表一"), page(recognized(narrow))));
  }

  @Test
  void anEmptyRowOnThePageAfterIsTheTablesEnd() {
    List<PlacedGrid> joined = join(page(FIRST, "表一"), page(Grids.onPage(2, " | | | ")));
    assertEquals(1, joined.size());
    assertEquals(2, joined.get(0).lastPage());
  }

  @Test
  void aRowThatThePageEndCutIsOneRow() {
    // The cell is 50 pt wide: five characters of 10 pt fill it.
    Grid first = Grids.onPage(1, "项目 | 数 | 数", "三、国有资 | 1.00 | 2.00");
    List<PlacedGrid> joined =
        join(page(first, "表一"), page(Grids.onPage(2, "本经营 | | ", "四、其他 | 3.00 | 4.00")));
    Grid grid = joined.get(0).grid();
    assertEquals(3, grid.rows());
    assertEquals("三、国有资本经营", grid.places()[1][0].text());
    assertEquals("四、其他", grid.places()[2][0].text());
  }

  @Test
  void aLabelWithoutAmountsIsARowOfItsOwn() {
    Grid short1 = Grids.onPage(1, "项目 | 数 | 数", "三、地 | 1.00 | 2.00");
    Grid full = Grids.onPage(1, "项目 | 数 | 数", "三、国有资 | 1.00 | 2.00");
    Grid unnumbered = Grids.onPage(2, "上年结转 | | ");
    Grid numbered = Grids.onPage(2, "四、其他 | | ");
    assertEquals(
        List.of(List.of("项目|数|数", "三、地|1.00|2.00", "上年结转||")),
        rows(page(short1, "表一"), page(unnumbered)));
    assertEquals(
        List.of(List.of("项目|数|数", "三、国有资|1.00|2.00", "四、其他||")),
        rows(page(full, "表一"), page(numbered)));
  }

  @Test
  void rulingsWithoutTextAreNoTable() {
    assertEquals(List.of(), join(page(Grids.onPage(1, " | ", " | "))));
  }

  @Test
  void aTableWithATitleOfItsOwnStaysApart() {
    Grid second = Grids.onPage(2, "编码 | 名称 | 基本 | 项目", "210 | 卫生 | 5.00 | 6.00");
    assertEquals(
        List.of(FIRST_ROWS, List.of("编码|名称|基本|项目", "210|卫生|5.00|6.00")),
        rows(page(FIRST, "表一"), page(second, "表二", "单位：万元")));
  }

  @Test
  void aMarkOfContinuationJoinsDespiteItsHeading() {
    Grid second = Grids.onPage(2, "210 | 卫生 | 5.00 | 6.00");
    assertEquals(List.of(WHOLE_ROWS), rows(page(FIRST, "表一"), page(second, "表一（续）")));
  }

  @Test
  void aPageBetweenPartsThem() {
    Grid third = Grids.onPage(3, "210 | 卫生 | 5.00 | 6.00");
    assertEquals(List.of(FIRST_ROWS, REST), rows(page(FIRST, "表一"), page(third)));
  }

  @Test
  void aHeaderThatIsMisreadOnAFurtherPageIsRepeated() {
    Grid first =
        recognized(
            Grids.onPage(
                1, "项目 | < | 一般公共预算支出 | <", "编码 | 名称 | 基本支出 | 项目支出", "201 | 公共 | 1.00 | 2.00"));
    Grid second =
        Grids.onPage(2, "项目 | < | -般公共预算支出 | <", "编码 | 名称 | 基木支出 | 项目支出", "210 | 公共 | 1.00 | 2.00");
    assertEquals(
        List.of("项目", "编码", "201", "210"),
        firstColumn(join(page(first), page(recognized(second)))));
    assertEquals(
        List.of("项目", "编码", "201", "项目", "编码", "210"),
        firstColumn(
            join(
                page(
                    Grids.onPage(
                        1,
                        "项目 | < | 一般公共预算支出 | <",
                        "编码 | 名称 | 基本支出 | 项目支出",
                        "201 | 公共 | 1.00 | 2.00")),
                page(second))),
        "what a text layer says is not misread");
  }

  @Test
  void aRowOfOneTextIsRepeatedOnlyAsItStands() {
    Grid first = recognized(Grids.onPage(1, "一、财政拨款收入 | ", "公共 | 1.00"));
    Grid second = recognized(Grids.onPage(2, "二、财政拨款收入 | ", "公共 | 2.00"));
    assertEquals(
        List.of("一、财政拨款收入", "公共", "二、财政拨款收入", "公共"), firstColumn(join(page(first), page(second))));
  }

  @Test
  void aStrokeAboveATableIsNoHeading() {
    Grid second = Grids.onPage(2, "210 | 卫生 | 5.00 | 6.00");
    assertEquals(List.of(WHOLE_ROWS), rows(page(FIRST, "表一"), page(second, "---")));
  }

  private static List<String> firstColumn(List<PlacedGrid> joined) {
    assertEquals(1, joined.size());
    return joined.get(0).grid().cells().stream()
        .filter(cell -> cell.column() == 0)
        .map(GridCell::text)
        .toList();
  }

  private static Word recognized(Word word) {
    return new Word(
        word.text(), word.box(), word.glyphs(), word.fontSize(), false, Origin.OCR, 0.8, List.of());
  }

  private static Grid recognized(Grid grid) {
    return new Grid(
        grid.rows(),
        grid.columns(),
        grid.cells().stream()
            .map(
                cell ->
                    cell.with(
                        cell.words().stream().map(PageJoinerTest::recognized).toList(),
                        cell.text()))
            .toList(),
        grid.regions(),
        true);
  }

  private static PageContent withHead(PageContent page) {
    return withHead(page, Grids.word("某局决算", 10, 5));
  }

  private static PageContent withHead(PageContent page, Word head) {
    List<TextLine> lines = new java.util.ArrayList<>(page.lines());
    lines.add(0, new TextLine(head.text(), head.box(), List.of(head)));
    List<Grid> grids =
        page.grids().stream()
            .map(
                grid ->
                    new Grid(
                        grid.rows(),
                        grid.columns(),
                        grid.cells(),
                        List.of(
                            new Region(
                                page.page().number(),
                                new org.yusuan.model.table.Box(0, 90, 200, 170))),
                        true))
            .toList();
    return new PageContent(page.page(), grids, lines);
  }

  @Test
  void aRunningHeadDoesNotPartATable() {
    PageContent prose =
        new PageContent(
            new Page(3, 842, 595, Origin.TEXT, List.of(), List.of(), List.of(), List.of()),
            List.of(),
            List.of());
    PageContent second = page(Grids.onPage(2, "210 | 卫生 | 5.00 | 6.00"));
    assertEquals(
        List.of(WHOLE_ROWS), rows(withHead(page(FIRST)), withHead(second), withHead(prose)));
    // Without a page of prose it may as well be a title.
    assertEquals(List.of(FIRST_ROWS, REST), rows(withHead(page(FIRST, "表一")), withHead(second)));
  }

  @Test
  void theUnitOfATableIsNoRunningHead() {
    PageContent blank =
        new PageContent(
            new Page(3, 842, 595, Origin.TEXT, List.of(), List.of(), List.of(), List.of()),
            List.of(),
            List.of());
    Word unit = Grids.word("部门：某局 金额单位：万元", 10, 5);
    List<PlacedGrid> tables =
        PageJoiner.join(
            List.of(
                withHead(page(FIRST, "表一"), unit),
                withHead(page(Grids.onPage(2, "甲|乙", "丙|5.00"), "表二"), unit),
                withHead(blank, unit)));
    assertEquals(
        List.of(true, true),
        tables.stream()
            .map(table -> table.above().stream().anyMatch(line -> line.text().endsWith("金额单位：万元")))
            .toList());
  }

  @Test
  void aRunningHeadMayBeMisread() {
    PageContent prose =
        new PageContent(
            new Page(3, 842, 595, Origin.OCR, List.of(), List.of(), List.of(), List.of()),
            List.of(),
            List.of());
    PageContent second = page(Grids.onPage(2, "210 | 卫生 | 5.00 | 6.00"));
    Word head = recognized(Grids.word("某局部门决算", 10, 5));
    Word misread = recognized(Grids.word("某局部门央算", 10, 5));
    assertEquals(
        List.of(WHOLE_ROWS),
        rows(withHead(page(FIRST), head), withHead(second, misread), withHead(prose, head)));
  }

  private static PageContent page(int number, List<Grid> grids, List<TextLine> lines) {
    return new PageContent(
        new Page(number, 842, 595, Origin.TEXT, List.of(), List.of(), List.of(), List.of()),
        grids,
        lines);
  }

  private static TextLine line(String text, double left, double top) {
    Word word = Grids.word(text, left, top);
    return new TextLine(text, word.box(), List.of(word));
  }

  @Test
  void aHeadingPrintedAgainAboveItsHeaderGoesOn() {
    Grid second =
        Grids.onPage(2, "项目 | <  | 预算数 | <", "编码 | 名称 | 基本 | 项目", "210 | 卫生 | 5.00 | 6.00");
    PageContent first = page(FIRST, "附件1", "表一", "单位：元");
    assertEquals(List.of(WHOLE_ROWS), rows(first, page(second, "表一", "单位：元")));
    List<TextLine> lines = new ArrayList<>(first.lines());
    lines.add(line("附件1", 10, 90));
    assertEquals(
        List.of(WHOLE_ROWS),
        rows(page(1, first.grids(), lines), page(second, "表一", "单位：元")),
        "the number of the next page's heading may be left at the foot");
  }

  @Test
  void aFormPrintedForEachProjectIsATableEach() {
    Grid first = Grids.onPage(1, "单位 | 甲局 | 年度 | 2024", "项目 | 修路 | 金额 | 1.00");
    Grid second = Grids.onPage(2, "单位 | 甲局 | 年度 | 2024", "项目 | 架桥 | 金额 | 2.00");
    assertEquals(
        List.of(
            List.of("单位|甲局|年度|2024", "项目|修路|金额|1.00"), List.of("单位|甲局|年度|2024", "项目|架桥|金额|2.00")),
        rows(page(first, "绩效目标表"), page(second, "绩效目标表")));
  }

  @Test
  void numbersOfPagesStandBesideNoTable() {
    Grid second = Grids.onPage(2, "210 | 卫生 | 5.00 | 6.00");
    for (String number : List.of("第5页，共116页", "─ 9 ─", "— 12 —", "第 3 页", "5/116")) {
      PageContent first = page(1, List.of(FIRST), List.of(line(number, 60, 500)));
      assertEquals(List.of(WHOLE_ROWS), rows(first, page(second)), number);
    }
  }

  @Test
  void aLineThatThePageEndCutIsInItsCellAlone() {
    // 45 pt of text a line; the row ends below the second line, and a third hangs over.
    Grid first = Grids.onPage(1, "目标 | 数", "甲乙丙丁 | 1.00");
    List<GridCell> cells = new ArrayList<>();
    List<Word> two = List.of(Grids.word("甲乙丙丁", 2, 16), Grids.word("戊己庚辛", 2, 28));
    for (GridCell cell : first.cells()) {
      cells.add(cell.row() == 1 && cell.column() == 0 ? cell.with(two, "甲乙丙丁戊己庚辛") : cell);
    }
    Grid high = new Grid(2, 2, cells, first.regions(), true);
    Word third = Grids.word("壬癸子丑", 2, 40);
    PageContent page =
        PageContent.of(
            new Page(1, 842, 595, Origin.TEXT, List.of(third), List.of(), List.of(), List.of()),
            List.of(high));
    assertEquals("甲乙丙丁戊己庚辛壬癸子丑", page.grids().get(0).places()[1][0].text());
    assertEquals(List.of(), page.lines());
    Grid rest = Grids.onPage(2, "壬癸子丑寅 | ", "其他 | 2.00");
    GridCell[][] joined = join(page, page(rest)).get(0).grid().places();
    assertEquals("甲乙丙丁戊己庚辛壬癸子丑寅", joined[1][0].text());
    assertEquals("其他", joined[2][0].text());
  }

  @Test
  void whatAHighCellHadNoRoomForIsNoHeader() {
    Grid first = Grids.onPage(1, "名称 | 目标 | 数", "修路 | 甲乙丙 | 1.00");
    Grid second = Grids.onPage(2, "名称 | 目标 | 数", "架桥 | 戊己庚 | 2.00");
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : second.cells()) {
      boolean over = cell.row() == 0 && cell.column() == 1;
      List<Word> words = List.of(Grids.word("目标", 52, 2), Grids.word("丁", 52, 12));
      cells.add(over ? cell.with(words, "目标丁") : cell);
    }
    PageContent next = page(new Grid(2, 3, cells, second.regions(), true));
    GridCell[][] joined = join(page(first), next).get(0).grid().places();
    assertEquals(3, joined.length);
    assertEquals("目标", joined[0][1].text());
    assertEquals("丁戊己庚", joined[2][1].text());
  }

  @Test
  void aCellThatThePageEndCutSpansBothPages() {
    Grid first = Grids.onPage(1, "单位 | 指标 | 数", "甲局 | 一 | 1.00", "^ | 二 | 2.00");
    Grid second = Grids.onPage(2, " | 三 | 3.00", "乙局 | 四 | 4.00");
    GridCell[][] joined = join(page(first), page(second)).get(0).grid().places();
    assertEquals("甲局", joined[3][0].text());
    assertEquals("乙局", joined[4][0].text());
    Grid again = Grids.onPage(2, "甲局 | 三 | 3.00", "^ | 四 | 4.00");
    assertEquals(4, join(page(first), page(again)).get(0).grid().places()[1][0].rowSpan());
    Grid other = Grids.onPage(2, "乙局 | 三 | 3.00", "^ | 四 | 4.00");
    assertEquals(2, join(page(first), page(other)).get(0).grid().places()[1][0].rowSpan());
  }

  @Test
  void outerCellsWithoutSidesKeepTheirColumn() {
    Grid first =
        Grids.onPage(
            1,
            "单位 | 项目 | 一 | 二 | 三",
            "甲局 | 修路 | 1.00 | 2.00 | 3.00",
            "^ | 架桥 | 4.00 | 5.00 | 6.00");
    Grid drawn = Grids.onPage(2, " | 铺砖 | 1.00 | 1.00 | 1.00", "^ | 种树 | 4.00 | 5.00 | 6.00");
    List<GridCell> inner =
        drawn.cells().stream()
            .filter(cell -> cell.column() > 0)
            .map(
                cell ->
                    new GridCell(
                        cell.row(),
                        cell.column() - 1,
                        1,
                        1,
                        2,
                        cell.box(),
                        cell.words(),
                        cell.text()))
            .toList();
    Grid open = new Grid(2, 4, inner, List.of(new Region(2, new Box(50, 0, 250, 40))), true);
    GridCell[][] joined =
        join(page(first), page(2, List.of(open), List.of(line("分局", 5, 15))))
            .get(0)
            .grid()
            .places();
    assertEquals(5, joined[3].length);
    assertEquals("铺砖", joined[3][1].text());
    assertEquals("分局", joined[4][0].text());
  }
}
