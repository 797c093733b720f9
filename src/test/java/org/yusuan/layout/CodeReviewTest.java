package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

class CodeReviewTest {

  private static final Layouts LAYOUTS = Layouts.shipped();
  private static final Classification CLASSIFICATION = Classification.shipped();

  private static CodeReview.Reviewed review(String title, String... rows) {
    PlacedGrid placed =
        PlacedGrid.of(Grids.of(rows), TextLines.of(List.of(Grids.word(title, 10, -60))), List.of());
    Table table = new TableMapper(LAYOUTS, CLASSIFICATION).map(placed, "t1").table();
    return new CodeReview(CLASSIFICATION, LAYOUTS.vocabulary().numbering(), Messages.shipped())
        .review(List.of(table), 2024);
  }

  private static Keys keys(CodeReview.Reviewed reviewed, int row) {
    return reviewed.tables().get(0).rows().get(row).keys();
  }

  @Test
  void aNameAloneLeadsToItsCodeThroughTheClassAboveIt() {
    CodeReview.Reviewed reviewed =
        review(
            "2024年全省一般公共预算支出决算表",
            "项目                |预算数|决算数",
            "一、一般公共服务支出|30.00 |31.00",
            "人大事务            |20.00 |21.00",
            "行政运行            |20.00 |21.00",
            "二、科学技术        |10.00 |11.00",
            "科学技术管理事务    |10.00 |11.00",
            "行政运行            |10.00 |11.00",
            "三、青山事务        |1.00  |1.00",
            "四、教育支出        |5.00  |5.00");
    assertEquals("201", keys(reviewed, 0).codeByName());
    assertEquals("20101", keys(reviewed, 1).codeByName());
    assertEquals("2010101", keys(reviewed, 2).codeByName());
    assertEquals("206", keys(reviewed, 3).codeByName());
    assertEquals("20601", keys(reviewed, 4).codeByName());
    assertEquals("2060101", keys(reviewed, 5).codeByName());
    assertNull(keys(reviewed, 6).codeByName());
    assertEquals("205", keys(reviewed, 7).codeByName());
    assertNull(keys(reviewed, 7).functionalCode());
    assertEquals(List.of(), reviewed.findings());
  }

  @Test
  void aCodeThatWeDoNotKnowIsOurGapAndALocalOneIsNone() {
    CodeReview.Reviewed reviewed =
        review(
            "2024年部门一般公共预算基本支出表",
            "经济科目编码|经济科目名称|金额",
            "302         |商品和服务支出|5.00",
            "3021177     |本地差旅费  |5.00",
            "39777       |某项支出    |5.00");
    Finding finding = reviewed.findings().get(0);
    assertEquals(1, reviewed.findings().size());
    assertEquals("unknown-code", finding.rule());
    assertEquals(Severity.INFO, finding.severity());
    assertEquals(Blame.UNKNOWN, finding.blame());
  }

  @Test
  void codesOfBothEconomicClassificationsStandSideBySide() {
    CodeReview.Reviewed reviewed =
        review(
            "2024年部门一般公共预算支出明细表（按经济分类）",
            "部门经济科目编码|部门经济科目名称|政府经济科目编码|政府经济科目名称|合计",
            "30101           |基本工资        |50101           |工资奖金津补贴  |5.00",
            "[302]商品和服务支出|            |502             |机关商品和服务支出|6.00");
    assertEquals("30101", keys(reviewed, 0).economicCode());
    assertEquals("50101", keys(reviewed, 0).governmentCode());
    assertEquals("基本工资", keys(reviewed, 0).label());
    assertEquals("302", keys(reviewed, 1).economicCode());
    assertEquals("商品和服务支出", keys(reviewed, 1).label());
    assertEquals("502", keys(reviewed, 1).governmentCode());
  }

  @Test
  void aNumberOrARemarkIsNoPartOfAName() {
    CodeReview.Reviewed reviewed =
        review(
            "2024年全省一般公共预算支出决算表",
            "科目编码|科目名称                  |决算数",
            "201     |一、一般公共服务支出（类）|5.00",
            "2010102 |一般行政管理事务(人大)    |5.00",
            "20501   |教育管理事务支出          |5.00",
            "20113   |商贸事务                  |5.00");
    assertEquals(List.of(), reviewed.findings());
  }

  @Test
  void aNameOfRevenueIsNotThatOfExpenditure() {
    CodeReview.Reviewed reviewed =
        review(
            "2024年全省一般公共预算支出决算表",
            "科目编码|科目名称          |决算数",
            "20599   |其他教育          |5.00",
            "20699   |其他科学技术收入  |5.00");
    assertEquals(List.of("name-differs"), reviewed.findings().stream().map(Finding::rule).toList());
    assertEquals(1, reviewed.findings().get(0).cells().get(0).row());
  }

  @Test
  void aCodeIsHeldAgainstTheNameBesideItNotAgainstThatOfTheOtherClassification() {
    CodeReview.Reviewed reviewed =
        review(
            "一般公共预算基本支出表",
            "政府支出经济分类科目|部门支出经济分类科目|合计",
            "50101-工资奖金津补贴|30101-基本工资|5.00",
            "50101-工资奖金津补贴|30102-某项补贴|5.00");
    assertEquals(List.of("name-differs"), reviewed.findings().stream().map(Finding::rule).toList());
    assertEquals(1, reviewed.findings().get(0).cells().get(0).row());
  }

  @Test
  void aLabelWithoutRoomForAnIndentIsAsLowAsItsSiblings() {
    Table table =
        review(
                "2024年全省一般公共预算支出决算表",
                "项目                        |决算数",
                "一、社会保障和就业支出      |30.00",
                "行政事业单位养老支出        |30.00",
                "行政单位离退休              |10.00",
                "机关事业单位基本养老保险缴费支出|20.00",
                "二、教育支出|5.00",
                "三、卫生健康支出|6.00")
            .tables()
            .get(0);
    assertEquals("2080501", table.rows().get(2).keys().codeByName());
    Row low = table.rows().get(2).withLevel(3);
    Table indented =
        table.withRows(List.of(table.rows().get(0), table.rows().get(1), low, table.rows().get(3)));
    List<Row> rows =
        new CodeReview(CLASSIFICATION, LAYOUTS.vocabulary().numbering(), Messages.shipped())
            .review(List.of(indented), 2024)
            .tables()
            .get(0)
            .rows();
    assertEquals(List.of(1, 2, 3, 3), rows.stream().map(Row::level).toList());
  }

  @Test
  void aUnitAmongFunctionsIsNoEconomicClass() {
    CodeReview.Reviewed reviewed =
        review(
            "2024年部门支出总表",
            "科目编码|科目名称            |合计",
            "301     |青山省应急管理厅    |30.00",
            "301001  |青山省应急管理厅本级|30.00",
            "201     |一般公共服务支出    |20.00",
            "20132   |组织事务            |20.00",
            "2013201 |行政运行            |20.00",
            "208     |社会保障和就业支出  |10.00");
    assertEquals(List.of(), reviewed.findings());
    assertNull(keys(reviewed, 0).economicCode());
    assertNull(keys(reviewed, 0).standardName());
    assertEquals("301", keys(reviewed, 0).unitCode());
    assertEquals("青山省应急管理厅本级", keys(reviewed, 1).unitName());
    assertEquals("201", keys(reviewed, 2).functionalCode());
  }

  @Test
  void codesInTheColumnOfUnitsAreNoneOfUnits() {
    CodeReview.Reviewed reviewed =
        review(
            "2024年支出预算分类汇总表（按政府预算经济分类）",
            "类 |款|项|单位代码|单位名称（功能分类科目名称）|总计",
            "   |  |  |301     |青山省应急管理厅    |30.00",
            "201|  |  |201     |一般公共服务支出    |30.00",
            "201|32|  |20132   |组织事务            |30.00",
            "201|32|01|2013201 |行政运行            |30.00");
    assertEquals("青山省应急管理厅", keys(reviewed, 0).unitName());
    assertNull(keys(reviewed, 1).unitCode());
    assertEquals("行政运行", keys(reviewed, 3).label());
  }
}
