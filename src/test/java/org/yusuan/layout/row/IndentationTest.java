package org.yusuan.layout.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.Word;

class IndentationTest {

  private final Indentation indentation =
      new Indentation(Pattern.compile("其中[:：]?"), Map.of(1, 0.0, 2, 20.0));

  /** A cell 160 points wide at x, with lines of text that begin so many points inside. */
  private static GridCell cell(double x, double inside, String... lines) {
    return cell(1, x, inside, lines);
  }

  private static GridCell cell(int page, double x, double inside, String... lines) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      words.add(Grids.word(lines[i], x + inside, 4 + 12 * i));
    }
    Box box = new Box(x, 0, x + 160, 12 * lines.length + 8);
    return new GridCell(0, 0, 1, 1, page, box, words, String.join("", lines));
  }

  private int level(GridCell cell) {
    Double left = indentation.left(List.of(cell));
    return left == null ? -1 : indentation.level(List.of(cell), left);
  }

  @Test
  void aLabelFurtherRightIsAPartOfTheOneAbove() {
    assertEquals(1, level(cell(0, 2, "上级补助收入")));
    assertEquals(2, level(cell(0, 12, "返还性收入")));
    assertEquals(3, level(cell(0, 22, "所得税返还")));
    assertEquals(2, level(cell(0, 12, "专项补助")));
    assertEquals(1, level(cell(0, 3, "调入资金")));
  }

  @Test
  void theListMayStandElsewhereOnTheNextPage() {
    assertEquals(1, level(cell(0, 2, "教育支出")));
    assertEquals(2, level(cell(0, 12, "普通教育")));
    assertEquals(2, level(cell(2, 20, 12, "职业教育")));
    assertEquals(1, level(cell(2, 20, 2, "科学技术支出")));
  }

  /** Where the class of goods is named once for all rows, its column holds no cell beside them. */
  @Test
  void aLabelInTheNextColumnIsAPart() {
    assertEquals(1, level(cell(0, 2, "办公设备购置")));
    assertEquals(2, level(cell(160, 2, "便携式计算机")));
    assertEquals(1, level(cell(0, 2, "会议费")));
  }

  @Test
  void partsBesideTheOneThatIsNamedFirstBeginWhereItsNameDoes() {
    assertEquals(1, level(cell(0, 2, "失业保险基金")));
    assertEquals(2, level(cell(0, 12, "其中：保险费收入")));
    assertEquals(2, level(cell(0, 42, "利息收入")));
    assertEquals(1, level(cell(0, 2, "工伤保险基金")));
  }

  @Test
  void aFoldedLabelAtTheEdgeStandsAsDeepAsTheOneBefore() {
    level(cell(0, 2, "其他支出"));
    level(cell(0, 12, "彩票公益金安排的支出"));
    assertEquals(2, level(cell(0, 2, "其他地方试点项目收益专项债", "券收入安排的支出")));
    assertEquals(2, level(cell(0, 12, "其他基金安排的各项目支出", "和相关支出")));
  }

  @Test
  void aCentredLabelShowsNoLevelUnlessOthersBeginThere() {
    assertNull(indentation.left(List.of(cell(0, 40, "各项合计数额共计"))));
    level(cell(0, 2, "卫生支出"));
    level(cell(0, 22, "医疗保障"));
    assertEquals(2, level(cell(0, 22, "财政对其他基本医疗补助支")));
  }

  @Test
  void cellsAroundTheirTextsHaveNoEdge() {
    GridCell tight =
        new GridCell(
            0, 0, 1, 1, 1, new Box(12, 4, 52, 14), List.of(Grids.word("教育支出", 12, 4)), "教育支出");
    Region region = new Region(1, new Box(0, 0, 160, 20));
    assertEquals(
        Map.of(), Indentation.edges(new Grid(1, 1, List.of(tight), List.of(region), false)));
    assertEquals(
        Map.of(1, 0.0),
        Indentation.edges(new Grid(1, 1, List.of(cell(0, 2, "教育支出")), List.of(region), true)));
    assertEquals(12, new Indentation(Pattern.compile("其中"), Map.of()).left(List.of(tight)));
  }
}
