package org.yusuan.grid.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** Tables too wide for a page are printed over several: their columns come together again. */
class PagesAcrossTest {

  private static PageContent page(Grid grid, String... above) {
    List<TextLine> lines = new ArrayList<>();
    for (int i = 0; i < above.length; i++) {
      Word word = Grids.word(above[i], 10, -40 + 12 * i);
      lines.add(new TextLine(above[i], word.box(), List.of(word)));
    }
    return new PageContent(
        new Page(
            grid.regions().get(0).page(),
            842,
            595,
            Origin.TEXT,
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of(grid),
        lines);
  }

  private static PageContent left(int page, String... rows) {
    return page(Grids.onPage(page, rows), "分地区表");
  }

  private static PageContent right(int page, String... rows) {
    return page(Grids.onPage(page, rows), "单位：万元");
  }

  private static List<String> texts(PlacedGrid placed) {
    return Grids.rows(placed.grid());
  }

  private static final List<String> LEFT =
      List.of("项目|东区|西区", "合计|9.00|8.00", "一、甲|5.00|4.00", "二、乙|4.00|");

  private static final PageContent[] OVER_THEN_DOWN = {
    left(1, "项目|东区|西区", "合计|9.00|8.00", "一、甲|5.00|4.00", "二、乙|4.00|"),
    right(2, "南区|北区", "7.00|6.00", "3.00|2.00", "|4.00"),
    left(3, "项目|东区|西区", "三、丙||", "四、丁||4.00", "五、戊||"),
    right(4, "南区|北区", "4.00|", "|", "|")
  };

  private static final List<String> WHOLE =
      List.of(
          "项目|东区|西区|南区|北区",
          "合计|9.00|8.00|7.00|6.00",
          "一、甲|5.00|4.00|3.00|2.00",
          "二、乙|4.00|||4.00",
          "三、丙|||4.00|",
          "四、丁||4.00||",
          "五、戊||||");

  @Test
  void pagesBesideOneAnotherAreOneTableAndGoOnBelow() {
    List<PlacedGrid> joined = PageJoiner.join(List.of(OVER_THEN_DOWN));
    assertEquals(List.of(WHOLE), joined.stream().map(PagesAcrossTest::texts).toList());
    PlacedGrid whole = joined.get(0);
    assertEquals(
        List.of(1, 2, 3, 4), whole.grid().regions().stream().map(region -> region.page()).toList());
    assertEquals(4, whole.grid().places()[4][3].page());
    assertEquals(List.of("分地区表", "单位：万元"), whole.above().stream().map(TextLine::text).toList());
  }

  @Test
  void allLeftPagesMayComeBeforeTheRightOnes() {
    PageContent[] downThenOver = {
      OVER_THEN_DOWN[0],
      left(2, "项目|东区|西区", "三、丙||", "四、丁||4.00", "五、戊||"),
      right(3, "南区|北区", "7.00|6.00", "3.00|2.00", "|4.00"),
      OVER_THEN_DOWN[3]
    };
    List<PlacedGrid> joined = PageJoiner.join(List.of(downThenOver));
    assertEquals(List.of(WHOLE), joined.stream().map(PagesAcrossTest::texts).toList());
  }

  @Test
  void rowsThatAreBlankOnTheRightMayBeMissingThere() {
    Grid full = Grids.onPage(2, "南区|北区", "7.00|6.00", "|", "3.00|2.00", "4.00|4.00");
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : full.cells()) {
      if (cell.row() != 2) {
        cells.add(cell.row() < 2 ? cell : cell.inRows(cell.row() - 1, 1));
      }
    }
    PageContent right = page(new Grid(4, 2, cells, full.regions(), true));
    PageContent left =
        left(1, "项目|东区|西区", "合计|9.00|8.00", "一、甲||", "二、乙|5.00|4.00", "三、丙|4.00|4.00");
    List<PlacedGrid> joined = PageJoiner.join(List.of(left, right));
    assertEquals(
        List.of(
            List.of(
                "项目|东区|西区|南区|北区",
                "合计|9.00|8.00|7.00|6.00",
                "一、甲||||",
                "二、乙|5.00|4.00|3.00|2.00",
                "三、丙|4.00|4.00|4.00|4.00")),
        joined.stream().map(PagesAcrossTest::texts).toList());
  }

  @Test
  void aTableThatNamesItsRowsIsOneOfItsOwn() {
    PageContent other = right(2, "名称|南区", "合计|6.00", "甲|2.00", "乙|4.00");
    assertEquals(
        List.of(LEFT, List.of("名称|南区", "合计|6.00", "甲|2.00", "乙|4.00")),
        PageJoiner.join(List.of(OVER_THEN_DOWN[0], other)).stream()
            .map(PagesAcrossTest::texts)
            .toList());
  }

  @Test
  void theSameColumnsAreNoOnesBesideThem() {
    PageContent same = right(2, "东区|西区", "7.00|6.00", "3.00|2.00", "4.00|4.00");
    assertEquals(
        List.of(LEFT, List.of("东区|西区", "7.00|6.00", "3.00|2.00", "4.00|4.00")),
        PageJoiner.join(List.of(OVER_THEN_DOWN[0], same)).stream()
            .map(PagesAcrossTest::texts)
            .toList());
  }

  @Test
  void aBlankFormWithAHeadingOfItsOwnIsNoRightHalf() {
    PageContent blank = page(Grids.onPage(2, "科目名称|支出合计", "|", "|", "|"), "基金支出表", "单位：万元");
    assertEquals(
        List.of(LEFT),
        PageJoiner.join(List.of(OVER_THEN_DOWN[0], blank)).stream()
            .map(PagesAcrossTest::texts)
            .limit(1)
            .toList());
    PageContent columns = right(2, "南区|北区", "|", "|", "|");
    assertEquals(
        List.of("项目|东区|西区|南区|北区", "合计|9.00|8.00||", "一、甲|5.00|4.00||", "二、乙|4.00|||"),
        texts(PageJoiner.join(List.of(OVER_THEN_DOWN[0], columns)).get(0)));
  }

  @Test
  void aListByCodesWithATitleOfItsOwnIsNoRightHalf() {
    String[] rows = {"科目编码|科目名称", "201|8.00", "20101|5.00", "20102|3.00"};
    PageContent codes = page(Grids.onPage(2, rows), "分地区支出表");
    PageContent revenue = page(Grids.onPage(1, LEFT.toArray(String[]::new)), "分地区收入表");
    assertEquals(2, PageJoiner.join(List.of(revenue, codes)).size());
    String[] named = {"编码|名称|金额", "201|甲|8.00", "20101|乙|5.00", "20102|丙|3.00"};
    PageContent list = page(Grids.onPage(2, named), "按科目");
    assertEquals(2, PageJoiner.join(List.of(OVER_THEN_DOWN[0], list)).size());
  }
}
