package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.column.MappingTrace;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.Stated;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

class TableMapperTest {

  private static final TableMapper MAPPER =
      new TableMapper(Layouts.shipped(), Classification.shipped());

  private static final String[] EXPENDITURE = {
    "项目           |<   |<   |<              |支出预算|<       |<",
    "功能分类科目编码|<   |<   |功能分类科目名称|合计    |基本支出|项目支出",
    "类             |款  |项  |^              |^       |^       |^",
    "201            |    |    |一般公共服务支出|300.00  |200.00  |100.00",
    "201            |5   |    |统计信息事务    |300.00  |200.00  |100.00",
    "201            |5   |7   |专项普查活动    |300.00  |200.00  |100.00",
    "合计           |<   |<   |<              |300.00  |200.00  |100.00"
  };

  private static Table map(List<String> above, List<String> below, String... rows) {
    return MAPPER
        .map(PlacedGrid.of(Grids.of(rows), lines(above, -200), lines(below, 900)), "t1")
        .table();
  }

  private static String kindBelowCutTitle(String... rows) {
    List<TextLine> title = TextLines.of(List.of(Grids.word("2041年度部门支出预算", 75, -30)));
    return MAPPER.map(PlacedGrid.of(Grids.of(rows), title, List.of()), "t1").table().kind();
  }

  @Test
  void aTitleThatTheEdgeOfThePictureCutsIsToldByItsBeginning() {
    assertEquals(
        "expenditure",
        kindBelowCutTitle(
            "科目编码|科目名称|合计  |基本支出|项目支出",
            "201     |甲项支出|400.00|300.00  |10…",
            "20101   |乙项支出|300.00|200.00  |10…",
            "20102   |丙项支出|100.00|100.00  |"));
    assertEquals(
        Table.UNKNOWN,
        kindBelowCutTitle(
            "科目编码|科目名称|合计  |基本支出|项目支出",
            "201     |甲项支出|400.00|300.00  |100.00",
            "20101   |乙项支出|300.00|200.00  |100.00",
            "20102   |丙项支出|100.00|100.00  |"));
  }

  private static List<TextLine> lines(List<String> texts, double top) {
    List<TextLine> lines = new ArrayList<>();
    double y = top;
    for (String text : texts) {
      List<Word> words = new ArrayList<>();
      double x = 10;
      for (String part : text.split("  ")) {
        Word word = Grids.word(part, x, y);
        words.add(word);
        x = word.box().right() + 60;
      }
      lines.addAll(TextLines.of(words));
      y += 18;
    }
    return lines;
  }

  @Test
  void titleUnitAttachmentAndOrganizationComeFromTheLinesAbove() {
    TableMapper.Mapped mapped =
        MAPPER.map(
            PlacedGrid.of(
                Grids.of(EXPENDITURE),
                lines(List.of("附件3", "2025年部门支出预算总表", "编制部门：某市教育局  单位：元"), -200),
                List.of()),
            "t1");
    Table table = mapped.table();
    assertEquals("2025年部门支出预算总表", table.title());
    assertEquals("3", table.attachment());
    assertEquals("元", table.unit());
    assertEquals("某市教育局", mapped.organization() == null ? null : mapped.organization().value());
    assertEquals("expenditure", table.kind());
  }

  @Test
  void theRestOfACaptionThatTheEdgeCutsHidesNoTitle() {
    Table table =
        MAPPER
            .map(
                PlacedGrid.of(
                    Grids.of(EXPENDITURE), lines(List.of("2025年部门支出预算总表", "单位："), -200), List.of()),
                "t1")
            .table();
    assertEquals("2025年部门支出预算总表", table.title());
    assertEquals("expenditure", table.kind());
  }

  @Test
  void theNameOfAGroupBelowTheUnitIsNoTitle() {
    List<TextLine> above = new ArrayList<>(lines(List.of("2025年部门支出预算总表", "单位：元"), -200));
    Word group = Grids.word("2025年政府采购项目", 330, -20);
    above.add(new TextLine(group.text(), group.box(), List.of(group)));
    Table table = MAPPER.map(PlacedGrid.of(Grids.of(EXPENDITURE), above, List.of()), "t1").table();
    assertEquals("2025年部门支出预算总表", table.title());
    assertEquals("expenditure", table.kind());
  }

  @Test
  void theTraceSaysWhatChoseTheLayoutAndWhatToldEachColumn() {
    MappingTrace trace =
        MAPPER
            .map(
                PlacedGrid.of(
                    Grids.of(EXPENDITURE), lines(List.of("部门收入预算总表", "单位：元"), -200), List.of()),
                "t1")
            .trace();
    assertEquals(MappingTrace.Decision.HEADER_ALONE, trace.decision());
    MappingTrace.Candidate named =
        trace.candidates().stream()
            .filter(c -> c.kind().equals("income"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, named.title());
    MappingTrace.Candidate chosen =
        trace.candidates().stream()
            .filter(c -> c.kind().equals("expenditure") && c.header() == 1)
            .findFirst()
            .orElseThrow();
    assertTrue(chosen.header() > named.header());
    assertEquals(
        List.of(
            new MappingTrace.ColumnReason("code_class", MappingTrace.MeaningSource.HEADER, "类"),
            new MappingTrace.ColumnReason("total", MappingTrace.MeaningSource.HEADER, "合计"),
            new MappingTrace.ColumnReason(
                "project_expenditure", MappingTrace.MeaningSource.HEADER, "项目支出")),
        List.of(trace.columns().get(0), trace.columns().get(4), trace.columns().get(6)));
  }

  @Test
  void theTraceSaysThatCellsToldAColumnWhoseHeaderIsUnknown() {
    MappingTrace trace =
        MAPPER
            .map(PlacedGrid.of(Grids.of("甲|乙", "一|1.00", "二|2.00"), List.of(), List.of()), "t1")
            .trace();
    assertEquals(MappingTrace.Decision.NONE, trace.decision());
    assertEquals(
        new MappingTrace.ColumnReason("text", MappingTrace.MeaningSource.CELLS, "2/2"),
        trace.columns().get(1));
  }

  @Test
  void aMissingTitleDoesNotMatterWhenTheHeaderIsUnmistakable() {
    assertEquals("expenditure", map(List.of("单位：元"), List.of(), EXPENDITURE).kind());
  }

  @Test
  void aTitleThatLiesDoesNotMatterWhenTheHeaderIsUnmistakable() {
    assertEquals(
        "expenditure", map(List.of("2025年部门收入预算总表", "单位：元"), List.of(), EXPENDITURE).kind());
  }

  @Test
  void anUnusualHeaderDoesNotMatterWhenTheTitleIsUnmistakable() {
    Table table =
        map(
            List.of("部门支出总表", "单位：万元"),
            List.of(),
            "科目编码|科目名称|总计|财政拨款|教育收费",
            "201|一般公共服务支出|1.00|1.00|");
    assertEquals("expenditure", table.kind());
  }

  @Test
  void codesWhoseHeaderIsLostAreNoMoney() {
    Table table =
        map(
            List.of("某地情况表", "单位：万元"),
            List.of(),
            "甲乙丙|甲丙丁|乙丙丁",
            "201|一般公共服务支出|126.10",
            "20101|人大事务|126.10",
            "2010101|行政运行|63.05",
            "2010102|一般行政管理事务|63.05");
    assertEquals(ColumnRole.CODE, table.columns().get(0).role());
    assertEquals(ColumnRole.NAME, table.columns().get(1).role());
    assertEquals("2010101", table.rows().get(2).keys().functionalCode());
    assertEquals("人大事务", table.rows().get(1).keys().label());
  }

  @Test
  void wholeAmountsUnderALostHeaderStayAmounts() {
    Table table =
        map(
            List.of("某地情况表", "单位：元"),
            List.of(),
            "甲乙丙|甲丙丁",
            "东乡|20100",
            "西乡|36500",
            "南乡|201",
            "北乡|10500");
    assertEquals(ColumnRole.AMOUNT, table.columns().get(1).role());
  }

  @Test
  void anUnknownTableKeepsItsHeadersAndFigures() {
    Table table =
        map(
            List.of("某地特有情况表", "单位：万元"),
            List.of(),
            "乡镇|人口（人）|补贴金额|占比",
            "东乡|1,200|35.50|40%",
            "西乡|800|53.25|60%");
    assertEquals(Table.UNKNOWN, table.kind());
    assertEquals(List.of("补贴金额"), table.columns().get(2).header());
    assertEquals(ColumnRole.PERCENT, table.columns().get(3).role());
    assertEquals(new BigDecimal("355000.00"), table.rows().get(0).cells().get(2).amount());
  }

  @Test
  void averagesOfYearsAndRatesAreNoMoney() {
    Table table =
        map(
            List.of("2025年全省地方政府债务执行情况表", "单位：万元"),
            List.of(),
            "地区|政府债务余额|<|债务平均年限（年）|<|债务平均利率（%）|<",
            "^|合计|一般债务|合计|一般债务|合计|一般债务",
            "甲市|38249570|19431695|14.2|12.2|3.0|3.1",
            "乙市|7267900|4133751|15.0|12.3|2.9|3.1");
    assertEquals(
        List.of(
            ColumnRole.AMOUNT,
            ColumnRole.AMOUNT,
            ColumnRole.COUNT,
            ColumnRole.COUNT,
            ColumnRole.PERCENT,
            ColumnRole.PERCENT),
        table.columns().stream().skip(1).map(Column::role).toList());
  }

  @Test
  void aLabelInAnotherColumnTellsNoLevel() {
    Table table =
        map(
            List.of("基本建设投资支出表", "单位：元"),
            List.of(),
            "部门及领域|项目      |预算数",
            "教育支出  |          |100",
            "省教育厅  |某大学楼舍|60",
            "          |某学校楼舍|40");
    assertEquals(List.of(1, 1, 1), table.rows().stream().map(Row::level).toList());
  }

  @Test
  void figuresOfATableOfPeopleAreNoMoney() {
    Table table =
        map(
            List.of("人员基本情况表", "部门：某局 单位：人"),
            List.of(),
            "单位名称|编制数|<   |在职人数",
            "^       |行政  |事业|^",
            "合计    |86    |46  |80",
            "某局本级|40    |0   |38");
    assertTrue(
        table.columns().stream().skip(1).allMatch(column -> column.role() == ColumnRole.COUNT));
    assertEquals(List.of(), rules(table));
  }

  @Test
  void vehiclesBelowTheirNumberAreNoMoney() {
    Table table =
        map(
            List.of("机构运行信息表", "单位：元"),
            List.of(),
            "项目                  |统计数",
            "五、国有资产占用情况  |—",
            "（一）车辆数合计（辆）|3",
            "1.主要负责人用车      |2",
            "2.车辆购置费          |900",
            "六、政府采购支出      |310",
            "1.货物支出            |310");
    List<@Nullable BigDecimal> amounts =
        table.rows().stream().map(row -> row.cells().get(1).amount()).toList();
    assertNull(amounts.get(1));
    assertNull(amounts.get(2));
    assertEquals(new BigDecimal("900"), amounts.get(3));
    assertEquals(new BigDecimal("310"), amounts.get(5));
  }

  @Test
  void codesArePutTogetherAndTotalsRecognized() {
    Table table = map(List.of("部门支出预算总表", "单位：元"), List.of(), EXPENDITURE);
    List<Row> rows = table.rows();
    assertEquals("2010507", rows.get(2).keys().functionalCode());
    assertEquals("20105", rows.get(2).keys().parentCode());
    assertEquals(3, rows.get(2).level());
    assertEquals(RowKind.TOTAL, rows.get(3).kind());
    assertEquals("合计", rows.get(3).keys().label());
    assertEquals(new BigDecimal("300.00"), rows.get(3).cells().get(1).amount());
  }

  private static List<Integer> levels(Table table) {
    return table.rows().stream().map(Row::level).toList();
  }

  @Test
  void rowsBelowTheTotalOfTheYearStandBesideIt() {
    Table table =
        map(
            List.of("政府性基金支出预算表", "单位：万元"),
            List.of(),
            "项目          |预算数",
            "一、城乡社区支出  |900",
            "征地补偿支出    |900",
            "本年支出合计    |900",
            "上解支出       |20",
            "调出资金       |80",
            "支出总计       |1,000");
    assertEquals(List.of(1, 2, 1, 1, 1, 0), levels(table));
  }

  /** A grid whose labels are indented by ten points for each dot before them. */
  private static Grid indented(String... rows) {
    Grid grid = Grids.of(rows);
    List<GridCell> cells =
        grid.cells().stream()
            .map(
                cell -> {
                  String plain = cell.text().replaceAll("^·+", "");
                  int by = 10 * (cell.text().length() - plain.length());
                  Word word = Grids.word(plain, cell.box().left() + 2 + by, cell.box().top() + 4);
                  return cell.with(plain.isEmpty() ? List.of() : List.of(word), plain);
                })
            .toList();
    return new Grid(grid.rows(), grid.columns(), cells, grid.regions(), grid.ruled());
  }

  @Test
  void partsBelowTheTotalOfTheYearStandAsDeepAsTheyBegin() {
    Grid grid =
        indented(
            "项目        |预算数",
            "一、税收收入  |900",
            "·增值税      |900",
            "本年收入合计  |900",
            "债务收入     |20",
            "转移性收入   |80",
            "·调入资金    |50",
            "·动用预算稳定调节基金|10",
            "·上年结转收入 |20",
            "收入总计     |1,000");
    Table table =
        MAPPER
            .map(PlacedGrid.of(grid, lines(List.of("一般公共预算收入表", "单位：万元"), -200), List.of()), "t1")
            .table();
    assertEquals(List.of(1, 2, 1, 1, 1, 2, 2, 2, 0), levels(table));
  }

  @Test
  void itemsBelowTheCodeAndNameOfAUnitAreItsParts() {
    Table table =
        map(
            List.of("政府采购预算表", "单位：万元"),
            List.of(),
            "单位代码 |单位及采购项目 |计量单位|金额",
            "        |合计         |      |9.00",
            "105001  |水务局本级    |      |6.00",
            "        |复印纸       |箱     |4.00",
            "        |物业服务      |项     |2.00",
            "105002  |防汛中心      |      |3.00",
            "        |冲锋舟       |艘     |3.00");
    assertEquals(List.of(0, 1, 2, 2, 1, 2), levels(table));
    // A unit that names its first item too is printed once for all of its items.
    assertEquals(
        List.of(0, 1, 1, 1),
        levels(
            map(
                List.of("政府采购预算表", "单位：万元"),
                List.of(),
                "单位代码 |单位及采购项目 |计量单位|金额",
                "        |合计         |      |9.00",
                "105001  |复印纸       |箱     |4.00",
                "        |物业服务      |项     |2.00",
                "105002  |冲锋舟       |艘     |3.00")));
  }

  @Test
  void aCodePrintedOnceForSeveralRowsIsCarriedDown() {
    Table table =
        map(
            List.of("部门支出预算总表", "单位：元"),
            List.of(),
            EXPENDITURE[0],
            EXPENDITURE[1],
            EXPENDITURE[2],
            "201||  |一般公共服务支出|1.00|1.00|",
            "   |05|  |统计信息事务|1.00|1.00|",
            "   |  |07|专项普查活动|1.00|1.00|");
    assertEquals("20105", table.rows().get(1).keys().functionalCode());
    assertEquals("2010507", table.rows().get(2).keys().functionalCode());
  }

  @Test
  void aCodeAndANameThatShareACellAreSeparated() {
    Table table =
        map(
            List.of("部门支出总表", "单位：万元"),
            List.of(),
            "科目编码|科目名称|总计|基本支出|项目支出",
            "|20105统计信息事务|1.00|1.00|");
    assertEquals("20105", table.rows().get(0).keys().functionalCode());
    assertEquals("统计信息事务", table.rows().get(0).keys().label());
  }

  @Test
  void listsSideBySideBecomeSeparateRows() {
    Table table =
        map(
            List.of("部门收支总表", "单位：万元"),
            List.of(),
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、财政拨款收入|10.00|一、教育支出|12.00",
            "1、一般公共预算资金|10.00||",
            "二、事业收入|2.00||",
            "收入总计|12.00|支出总计|12.00");
    assertEquals("income_expenditure_summary", table.kind());
    List<Row> left = table.rows().stream().filter(row -> row.list() == 0).toList();
    List<Row> right = table.rows().stream().filter(row -> row.list() == 1).toList();
    assertEquals(List.of(1, 2, 1, 0), left.stream().map(Row::level).toList());
    assertEquals(List.of("一、教育支出", "支出总计"), right.stream().map(row -> row.keys().label()).toList());
    assertEquals(3, right.get(1).line());
  }

  @Test
  void threeBlocksOfCodesStandSideBySide() {
    Table table =
        map(
            List.of("一般公共预算财政拨款基本支出决算表", "单位：万元"),
            List.of(),
            "人员经费|<|<|公用经费|<|<|公用经费|<|<",
            "经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数",
            "301|工资福利支出|5.00|302|商品和服务支出|3.00|310|资本性支出|1.00");
    assertEquals("basic_expenditure_economic", table.kind());
    assertEquals(
        List.of("301", "302", "310"),
        table.rows().stream().map(row -> row.keys().economicCode()).toList());
    assertEquals(Stage.FINAL_ACCOUNTS, table.columns().get(8).stage());
  }

  /** Three lists side by side, and the line of their totals. */
  private static Table basicAccounts(String totals) {
    return map(
        List.of("一般公共预算财政拨款基本支出决算表", "单位：万元"),
        List.of(),
        "人员经费|<|<|公用经费|<|<|公用经费|<|<",
        "经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数",
        "301|工资福利支出|5.00|302|商品和服务支出|3.00|310|资本性支出|1.00",
        totals);
  }

  @Test
  void aTotalBelowTwoListsBelongsToTheLast() {
    Table table = basicAccounts("人员经费合计|<|5.00|公用经费合计|<|<|<|<|4.00");
    Row total = table.rows().get(table.rows().size() - 1);
    assertEquals("公用经费合计", total.keys().label());
    assertEquals(2, total.list());
    assertEquals(new BigDecimal("40000.00"), total.cells().get(1).amount());
    assertEquals(5, table.rows().size());
  }

  /**
   * The cells below both lists are not joined into one; the amount stands in the last all the same.
   */
  @Test
  void aTotalBelowTwoListsMayStandInTheCellsOfTheFirst() {
    Table table = basicAccounts("人员经费合计||5.00|公用经费合计|||||4.00");
    Row total = table.rows().get(table.rows().size() - 1);
    assertEquals("公用经费合计", total.keys().label());
    assertEquals(2, total.list());
    assertEquals(5, table.rows().size());
    assertEquals("人员经费合计", table.rows().get(3).keys().label());
  }

  @Test
  void anAmountWithoutALabelIsNoTotalOfTheListBefore() {
    Table table =
        map(
            List.of("收支预算总表", "单位：万元"),
            List.of(),
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、财政拨款|5.00|一、教育支出|3.00",
            "二、其他收入|||2.00",
            "收入总计|5.00|支出总计|5.00");
    assertEquals("二、其他收入", table.rows().get(2).keys().label());
    assertEquals(0, table.rows().get(2).list());
    assertEquals(1, table.rows().get(3).list());
  }

  @Test
  void theSingleCharacterWanMeansTenThousandYuan() {
    Table table = map(List.of("部门支出预算总表", "单位：万"), List.of(), EXPENDITURE);
    assertEquals(Integer.valueOf(10_000), table.unitFactor());
    assertEquals(new BigDecimal("3000000.00"), table.rows().get(0).cells().get(4).amount());
  }

  @Test
  void withoutAUnitThereAreNumbersButNoAmounts() {
    Table table = map(List.of("部门支出预算总表"), List.of(), EXPENDITURE);
    assertEquals(new BigDecimal("300.00"), table.rows().get(0).cells().get(4).value());
    assertNull(table.rows().get(0).cells().get(4).amount());
  }

  @Test
  void aBlankTableWithItsNoteIsDeclaredEmpty() {
    Table table =
        map(
            List.of("2025年部门政府性基金预算支出功能分类预算表", "单位：元"),
            List.of("注:本部门2025年无政府性基金预算财政拨款安排的预算，故本表为空表。"),
            "项目|<|<|<|政府性基金预算支出|<|<",
            "功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出",
            "类|款|项|^|^|^|^",
            "合计|<|<|<|||");
    assertTrue(table.declaredEmpty());
    assertEquals("government_fund_functional", table.kind());
  }

  @Test
  void aNoteInsideTheGridIsANote() {
    Table table =
        map(
            List.of("部门支出预算总表", "单位：元"),
            List.of(),
            EXPENDITURE[0],
            EXPENDITURE[1],
            EXPENDITURE[2],
            "合计|<|<|<|||",
            "注：本部门无此项预算，故本表为空表。|<|<|<|<|<|<");
    assertEquals("注：本部门无此项预算，故本表为空表。", table.note());
    assertEquals(1, table.rows().size());
  }

  @Test
  void aFilledTableIsNotEmptyWhateverItsNoteSays() {
    Table table = map(List.of("部门支出预算总表", "单位：元"), List.of("注：本部门无预算，故本表为空表。"), EXPENDITURE);
    assertFalse(table.declaredEmpty());
  }

  @Test
  void aHeaderNamesTheYearOfItsColumns() {
    Table table =
        map(
            List.of("“三公”经费和机关运行经费预算表", "单位:万元"),
            List.of(),
            "2024年“三公”经费预算数|<|<|<|<|<|2024年机关运行经费预算数",
            "合计|因公出国(境)费|公务接待费|公务用车购置及运行费|<|<|^",
            "^|^|^|小计|购置费|运行费|^",
            "6.4|0|1.4|5|0|5|15");
    assertEquals("three_public_and_operating", table.kind());
    assertEquals(Integer.valueOf(2024), table.columns().get(6).year());
    assertEquals("agency_operating", table.columns().get(6).measure());
    assertEquals("official_vehicles", table.columns().get(3).measure());
    assertEquals(new BigDecimal("64000.0"), table.rows().get(0).cells().get(0).amount());
  }

  @Test
  void partsOfACodeFollowEachOtherThoughTheirHeadersAreMisread() {
    Table table =
        map(
            List.of("支出决算表", "单位：万元"),
            List.of(),
            "项目|<|<|<|本年支出合计|基本支出|项目支出",
            "功能料日编马|<|<|科目名称|^|^|^",
            "类|4|珠|^|^|^|^",
            "201|03|01|行政运行|300.00|200.00|100.00");
    assertEquals(
        List.of(ColumnRole.CODE_CLASS, ColumnRole.CODE_GROUP, ColumnRole.CODE_ITEM),
        table.columns().stream().limit(3).map(Column::role).toList());
  }

  @Test
  void aCodeOfFourColumnsHasASubitem() {
    Table table =
        map(
            List.of("国有资本经营收入表", "单位：万元"),
            List.of(),
            "科目编码|<|<|<|科目名称|预算数",
            "类|款|项|目|^|^",
            "103|06|||国有资本经营收入|1,100",
            "103|06|01||利润收入|1,100",
            "103|06|01|07|煤炭企业利润收入|700",
            "|||98|其他企业利润收入|400");
    assertEquals(ColumnRole.CODE_SUBITEM, table.columns().get(3).role());
    assertEquals(
        List.of("10306", "1030601", "103060107", "103060198"),
        table.rows().stream().map(row -> row.keys().code()).toList());
  }

  @Test
  void aPartOfACodeWhoseHeaderIsLostIsTakenByItsPlace() {
    Table table =
        map(
            List.of("支出决算表", "单位：万元"),
            List.of(),
            "项目|<|<|<|本年支出合计|基本支出|项目支出",
            "功能分类科目编码|<|<|科目名称|^|^|^",
            "类||项|^|^|^|^",
            "201|03|01|行政运行|300.00|200.00|100.00");
    assertEquals("2010301", table.rows().get(0).keys().code());
  }

  @Test
  void aMarkOrADigitInPlaceOfAPartOfACodeIsNoNumberOfItsColumn() {
    for (String misread : List.of("*", "4")) {
      Table table =
          map(
              List.of("一般公共预算基本支出部门预算经济分类预算表", "单位：元"),
              List.of(),
              "项目|<|<|一般公共预算基本支出|<|<",
              "经济分类科目编码|<|部门经济分类科目名称|合计|人员经费|公用经费",
              "类|" + misread + "|^|^|^|^",
              "301||工资福利支出|900|900|",
              "301|01|基本工资|900|900|");
      assertEquals("30101", table.rows().get(1).keys().code());
    }
  }

  @Test
  void aRowThatEndsTheHeaderAndNumbersTheOtherColumnsHoldsNoAmounts() {
    Table table =
        map(
            List.of("支出决算表", "单位：万元"),
            List.of(),
            "项目|<|<|<|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出",
            "功能分类科目编码|<|<|科目名称|^|^|^|^|^|^",
            "类|款|项|栏次|1|2|3|4|5|6",
            "合计|<|<|<|300.00|200.00|100.00|||");
    assertEquals("expenditure", table.kind());
    assertEquals(1, table.rows().size());
    assertEquals(List.of("项目", "功能分类科目编码", "款"), table.columns().get(1).header());
  }

  @Test
  void numbersOfLinesAreNoAmounts() {
    Table table =
        map(
            List.of("收入支出决算总表", "公开01表", "金额单位：万元"),
            List.of(),
            "收入|<|<|支出|<|<",
            "项目|行次|金额|项目|行次|金额",
            "栏次||1|栏次||2",
            "一、财政拨款收入|1|10.00|一、教育支出|32|10.00",
            "总计|31|10.00|总计|62|10.00");
    assertEquals("income_expenditure_summary", table.kind());
    assertEquals("公开01表", table.attachment());
    assertEquals("final_amount", table.columns().get(2).measure());
    assertNull(table.rows().get(0).cells().get(1).amount());
    assertEquals(4, table.rows().size());
  }

  @Test
  void theTitleTellsApartTablesOfOneHeader() {
    String[] rows = {
      "收入|<|支出|<", "项目|预算数|项目|预算数", "一、本年收入|5.00|一、本年支出|5.00", "收入总计|5.00|支出总计|5.00"
    };
    assertEquals(
        "fiscal_appropriation_summary", map(List.of("财政拨款收支总表", "单位：万元"), List.of(), rows).kind());
    assertEquals(
        "income_expenditure_summary", map(List.of("部门收支总表", "单位：万元"), List.of(), rows).kind());
  }

  @Test
  void aComparisonOfTwoYearsBelongsToNeither() {
    Table table =
        map(
            List.of("一般公共预算支出表", "单位：万元"),
            List.of(),
            "功能分类科目|<|2020年执行数|2021年预算数|<|<|2021年预算数比2020年执行数|<",
            "科目编码|科目名称|^|小计|基本支出|项目支出|增减额|增减%",
            "206|科学技术支出|4.00|3.00|1.00|2.00|-1.00|-25.00");
    assertEquals("general_public_budget_functional", table.kind());
    assertEquals(Integer.valueOf(2020), table.columns().get(2).year());
    assertEquals("total", table.columns().get(3).measure());
    assertNull(table.columns().get(6).year());
    assertNull(table.columns().get(6).stage());
  }

  @Test
  void aListOfUnitsIsKnownByItsHeader() {
    assertEquals("unit_list", map(List.of(), List.of(), "序号|单位名称|备注", "1|某局本级|", "2|某中心|").kind());
  }

  @Test
  void theSecondLineOfALabelDoesNotShowItsLevel() {
    Grid drawn = Grids.of("项目|预算数", "一、其他支出|9.00", "彩票安排的|9.00", "福利彩票|9.00", "体育彩票|0.00");
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : drawn.cells()) {
      double left = cell.box().left() + 2;
      double top = cell.box().top();
      List<Word> words =
          cell.column() > 0
              ? cell.words()
              : switch (cell.row()) {
                case 2 ->
                    List.of(Grids.word("彩票", left + 15, top), Grids.word("安排的", left, top + 10));
                case 3, 4 -> List.of(Grids.word(cell.text(), left + 25, top));
                default -> List.of(Grids.word(cell.text(), left, top));
              };
      cells.add(new GridCell(cell.row(), cell.column(), 1, 1, 1, cell.box(), words, cell.text()));
    }
    Grid grid = new Grid(drawn.rows(), drawn.columns(), cells, drawn.regions(), true);
    Table table =
        MAPPER
            .map(PlacedGrid.of(grid, lines(List.of("支出情况表", "单位：万元"), -200), List.of()), "t1")
            .table();
    assertEquals(List.of(1, 2, 3, 3), table.rows().stream().map(Row::level).toList());
  }

  @Test
  void aCentredLabelIsNoDeeperThanItsNeighbours() {
    Grid drawn =
        Grids.of("项目|预算数", "一、基本支出|5.00", "工资|3.00", "商品和服务|1.00", "补助|1.00", "二、项目支出|2.00");
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : drawn.cells()) {
      // The label of row 2 is centred in a wide cell; the others begin at its left.
      boolean centred = cell.row() == 2 && cell.column() == 0;
      Box box =
          centred ? new Box(cell.box().left() - 20, 40, cell.box().left() + 44, 60) : cell.box();
      cells.add(new GridCell(cell.row(), cell.column(), 1, 1, 1, box, cell.words(), cell.text()));
    }
    Grid grid = new Grid(drawn.rows(), drawn.columns(), cells, drawn.regions(), true);
    Table table =
        MAPPER
            .map(PlacedGrid.of(grid, lines(List.of("支出情况表", "单位：万元"), -200), List.of()), "t1")
            .table();
    assertEquals(List.of(1, 2, 2, 2, 1), table.rows().stream().map(Row::level).toList());
  }

  @Test
  void aRowThatThePageEndCutsIsOneRow() {
    String[] first = {
      EXPENDITURE[0],
      EXPENDITURE[1],
      EXPENDITURE[2],
      EXPENDITURE[3],
      "201|05||统计信息事务|300.00|200.00|100.00",
      "201|05|07|专项普查|||"
    };
    Grid both = onTwoPages(first, "|||活动支出|300.00|200.00|100.00", "合计|<|<|<|300.00|200.00|100.00");
    Table table =
        MAPPER
            .map(PlacedGrid.of(both, lines(List.of("部门支出预算总表", "单位：元"), -200), List.of()), "t1")
            .table();
    assertEquals(4, table.rows().size());
    assertEquals("专项普查活动支出", table.rows().get(2).keys().label());
    assertEquals(new BigDecimal("300.00"), table.rows().get(2).cells().get(4).amount());
  }

  @Test
  void aFigureThatTheEndOfThePageCutsIsOne() {
    String[] first = {
      "单位名称|合计|事业收入",
      "某局|22,986.88|22,986.88",
      "某局水文站|3,000.00|3,000.00",
      "某局档案馆|1,450.00|1,450.00",
      "某局考试服|12,437.36|12,437.3"
    };
    Grid both = onTwoPages(first, "务中心||6", "某局救助中心|6,099.52|6,099.52");
    Table table =
        MAPPER
            .map(PlacedGrid.of(both, lines(List.of("部门收入预算总表", "单位：元"), -200), List.of()), "t1")
            .table();
    assertEquals(5, table.rows().size());
    assertEquals("某局考试服务中心", table.rows().get(3).keys().label());
    assertEquals("12,437.36", table.rows().get(3).cells().get(2).text());
    assertEquals(new BigDecimal("12437.36"), table.rows().get(3).cells().get(2).amount());
  }

  @Test
  void anAmountOfOneDecimalAtTheEndOfAPageIsWhole() {
    String[] first = {"单位名称|合计|事业收入", "某局|18.5|18.5", "某局考试中心|12.4|12.3"};
    Grid both = onTwoPages(first, "某局水文站||6", "某局救助中心|6.1|0.2");
    Table table =
        MAPPER
            .map(PlacedGrid.of(both, lines(List.of("部门收入预算总表", "单位：元"), -200), List.of()), "t1")
            .table();
    assertEquals(4, table.rows().size());
    assertEquals("12.3", table.rows().get(1).cells().get(2).text());
  }

  /** The rows of page 1, and two more on page 2. */
  private static Grid onTwoPages(String[] first, String... second) {
    Grid one = Grids.onPage(1, first);
    List<GridCell> cells = new ArrayList<>(one.cells());
    for (GridCell cell : Grids.onPage(2, second).cells()) {
      cells.add(
          new GridCell(
              cell.row() + first.length,
              cell.column(),
              cell.rowSpan(),
              cell.columnSpan(),
              2,
              cell.box(),
              cell.words(),
              cell.text()));
    }
    return new Grid(first.length + second.length, one.columns(), cells, one.regions(), true);
  }

  private static List<Finding> review(Table table) {
    return new TableReview(Layouts.shipped(), Messages.shipped()).review(List.of(table));
  }

  private static List<String> rules(Table table) {
    return review(table).stream().map(Finding::rule).toList();
  }

  @Test
  void aNoteThatDeniesTheFiguresIsReported() {
    Table table = map(List.of("部门支出预算总表", "单位：元"), List.of("注：本部门无预算，故本表为空表。"), EXPENDITURE);
    assertTrue(rules(table).contains("note-denies-figures"));
  }

  @Test
  void aRemarkOnSomeItemsDeniesNoFigures() {
    for (String note :
        List.of(
            "注：1.预备费按实列支。2.部分支出科目无调整预算数，但有执行数据，主要是年中安排形成支出。",
            "注：如部门无政府性基金安排的支出，则本表为空表。",
            "注：如该单位无此项支出，则本表为空。同时按要求以空表报送。",
            "注：2025年起无该项收入，各年不可比。",
            "注：3.上年结转收入有决算数无预算数，按规定据实反映。",
            "注：区域间转移性支出反映无隶属关系的政府间支出，主要是横向补偿资金。")) {
      Table table = map(List.of("部门支出预算总表", "单位：元"), List.of(note), EXPENDITURE);
      assertFalse(rules(table).contains("note-denies-figures"), note);
    }
  }

  @Test
  void aMissingUnitIsReported() {
    assertTrue(rules(map(List.of("部门支出预算总表"), List.of(), EXPENDITURE)).contains("unit-missing"));
  }

  @Test
  void aCellWithTwoNumbersIsReported() {
    Table table =
        map(
            List.of("部门支出总表", "单位：万元"),
            List.of(),
            "科目编码|科目名称|合计|基本支出|项目支出",
            "201|一般公共服务支出|15 20|15.00|20.00");
    assertEquals(List.of("not-a-number"), rules(table));
  }

  /** Nobody prints such figures: the file or its reading is damaged. */
  @ParameterizedTest
  @ValueSource(strings = {"445>17", "611.!1", "2,s45.67", "445.17 8888", "1,950.201,950.20"})
  void aDamagedFigureIsTheReadings(String text) {
    Table table =
        map(
            List.of("部门支出总表", "单位：万元"),
            List.of(),
            "科目编码|科目名称|合计|基本支出|项目支出",
            "201|一般公共服务支出|" + text + "|15.00|20.00");
    List<Finding> findings = review(table);
    assertEquals(List.of("not-a-number"), findings.stream().map(Finding::rule).toList());
    assertEquals(Blame.EXTRACTION, findings.get(0).blame());
  }

  @ParameterizedTest
  @ValueSource(strings = {"US$12.50", "12.50[a]", "1,23.45"})
  void aFigureThatCannotBeValuedIsTold(String text) {
    Table table =
        map(
            List.of("部门支出总表", "单位：万元"),
            List.of(),
            "科目编码|科目名称|合计|基本支出|项目支出",
            "201|一般公共服务支出|" + text + "|15.00|20.00");
    assertEquals(List.of("not-a-number"), rules(table));
  }

  @ParameterizedTest
  @ValueSource(strings = {"≤1638.67万元", "2024年3月", "详见附件2", "3/4"})
  void wordsInAColumnOfAmountsAreNoFigures(String text) {
    Table table =
        map(
            List.of("部门支出总表", "单位：万元"),
            List.of(),
            "科目编码|科目名称|合计|基本支出|项目支出",
            "201|一般公共服务支出|" + text + "|15.00|20.00");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void aCodeThatLacksItsZeroIsReported() {
    Table table = map(List.of("部门支出预算总表", "单位：元"), List.of(), EXPENDITURE);
    assertEquals(List.of("short-code", "short-code", "short-code"), rules(table));
  }

  @Test
  void aTableInOrderHasNoFindings() {
    Table table =
        map(
            List.of("部门支出总表", "单位：万元"),
            List.of(),
            "科目编码|科目名称|合计|基本支出|项目支出",
            "201|一般公共服务支出|15.00|15.00|");
    assertEquals(List.of(), rules(table));
  }

  private static final String[] GOODS = {
    "功能科目|<|<|单位代码|单位名称|功能科目|总计|办公费|~印印|咨询费|手续费|水费|电费|~即电|物业管理费",
    "类|款|项|^|^|^|^|^|^|^|^|^|^|^|^",
    "**|**|**|**|**|**|1|2|3|4|5|6|7|8|9",
    "|||||~a址|30.00|10.00||||||20.00|",
    "201|37|01|152001|办公室|行政运行|30.00|10.00||||||20.00|"
  };

  private static PlacedGrid recognized(String title, String unit, String... rows) {
    return PlacedGrid.of(Grids.recognized(rows), lines(List.of(title, unit), -200), List.of());
  }

  @Test
  void aColumnOfAScanWhoseHeaderIsLostIsToldByItsPlace() {
    Table table = MAPPER.map(recognized("基本支出预算明细表—单位运转经费支出预算表", "单位：万元", GOODS), "t1").table();
    assertEquals("economic-30202", table.columns().get(8).measure());
    assertEquals("economic-30207", table.columns().get(13).measure());
    assertEquals(List.of("即电"), table.columns().get(13).header());
  }

  @Test
  void theFirstRowWithoutACodeIsTheTotalThoughItsLabelIsLost() {
    List<Row> rows =
        MAPPER.map(recognized("基本支出预算明细表—单位运转经费支出预算表", "单位：万元", GOODS), "t1").table().rows();
    assertEquals(RowKind.TOTAL, rows.get(0).kind());
    assertEquals("a址", rows.get(0).keys().label());
    assertEquals(RowKind.ITEM, rows.get(1).kind());
  }

  /** The last of four tables of a scan, whose unit cannot be read. */
  private static Table withoutUnit(String unit, String other, String... rows) {
    String title = "基本支出预算明细表—单位运转经费支出预算表";
    return MAPPER
        .map(
            List.of(
                recognized(title, unit, GOODS),
                recognized(title, unit, GOODS),
                recognized(title, other, GOODS),
                recognized(title, "的甘厂", rows)))
        .get(3)
        .table();
  }

  @Test
  void aScanWhoseUnitIsLostHasThatOfTheOtherTables() {
    Table table = withoutUnit("单位：万元", "单位：万元", GOODS);
    assertNull(table.unit());
    assertEquals(10000, table.unitFactor());
    assertEquals(
        0, new BigDecimal("300000").compareTo(table.rows().get(0).cells().get(6).amount()));
    assertEquals(
        List.of("unit-assumed"),
        new TableReview(Layouts.shipped(), Messages.shipped())
            .review(List.of(table)).stream().map(Finding::rule).toList());
  }

  private static List<String> lostFigures(Table table, Origin origin) {
    SourceFile source =
        new SourceFile(
            "a.pdf", "", 1, null, List.of(new SourcePage(1, 595, 842, origin, List.of())));
    return new TableReview(Layouts.shipped(), Messages.shipped())
        .withLostFigures(source, List.of(table))
        .pages()
        .get(0)
        .problems();
  }

  @Test
  void aScannedPageSaysThatFiguresOfItsTableAreNoAmounts() {
    Table lost = map(List.of(), List.of(), "甲|乙", "丙|12.50", "丁|1,300.25 -", "戊|己");
    List<String> told =
        List.of("page 1: 2 figures stand in a table that was not understood, and are no amounts");
    assertEquals(told, lostFigures(lost, Origin.OCR));
    assertEquals(List.of(), lostFigures(lost, Origin.TEXT));
    Table known = map(List.of("部门支出预算总表", "单位：万元"), List.of(), EXPENDITURE);
    assertEquals(List.of(), lostFigures(known, Origin.OCR));
  }

  /** Of 基本支出 over 小计 the upper name was lost: two columns would be totals. */
  @Test
  void aScannedPageSaysThatTwoColumnsWouldMeanTheSame() {
    String[] rows = EXPENDITURE.clone();
    for (int i = 0; i < rows.length; i++) {
      rows[i] = rows[i].replace("基本支出", "小计");
    }
    List<String> told = lostFigures(map(List.of("部门支出预算总表", "单位：万元"), List.of(), rows), Origin.OCR);
    assertEquals(1, told.size(), "" + told);
    assertTrue(told.get(0).endsWith("whose names were not read"), "" + told);
  }

  /**
   * Such a column is of no known meaning, and yet its name was read: it is a part of the one
   * before.
   */
  @Test
  void aScannedPageKnowsAColumnWithoutSomething() {
    String[] rows = {
      EXPENDITURE[0] + "|<",
      EXPENDITURE[1] + "|扣除专项后预算数",
      EXPENDITURE[2] + "|^",
      EXPENDITURE[3] + "|60.00",
      EXPENDITURE[4] + "|60.00",
      EXPENDITURE[5] + "|60.00",
      EXPENDITURE[6] + "|60.00"
    };
    Table table = map(List.of("部门支出预算总表", "单位：万元"), List.of(), rows);
    assertNull(table.columns().get(7).measure());
    assertNotNull(table.layout());
    assertEquals(List.of(), lostFigures(table, Origin.OCR));
  }

  /** 小计 of a group whose name a part repeats is known: 其中：采购项目中预留的资金. */
  @Test
  void aScannedPageKnowsTheGroupThatAPartRepeats() {
    String[] rows = {
      EXPENDITURE[0] + "|采购项目|<",
      EXPENDITURE[1] + "|小计|%s",
      EXPENDITURE[2] + "|^|^",
      EXPENDITURE[3] + "|60.00|10.00",
      EXPENDITURE[4] + "|60.00|10.00",
      EXPENDITURE[5] + "|60.00|10.00",
      EXPENDITURE[6] + "|60.00|10.00"
    };
    String[] other = rows.clone();
    rows[1] = rows[1].formatted("其中：采购项目中预留的资金");
    other[1] = other[1].formatted("其中：预留的资金");
    List<String> above = List.of("部门支出预算总表", "单位：万元");
    assertEquals(List.of(), lostFigures(map(above, List.of(), rows), Origin.OCR));
    assertEquals(1, lostFigures(map(above, List.of(), other), Origin.OCR).size());
  }

  /** 公用经费 above the right half was not read: what its amounts are nobody knows. */
  @Test
  void aScannedPageSaysThatTheGroupOfSomeColumnsIsLost() {
    String[] rows = {
      "人员经费|<|<|科目代码|科目名称|决算数",
      "科目代码|科目名称|决算数|^|^|^",
      "301|工资福利支出|30.00|302|商品和服务支出|8.00",
      "30101|基本工资|20.00|30201|办公费|5.00",
      "30102|津贴补贴|10.00|30202|印刷费|3.00"
    };
    Table table = map(List.of("一般公共预算财政拨款基本支出决算表", "单位：万元"), List.of(), rows);
    assertEquals(
        List.of("page 1: 3 amounts stand in a table or in columns whose names were not read"),
        lostFigures(table, Origin.OCR));
  }

  /** The ruling between an amount and the label behind it is missing: both are one cell. */
  @Test
  void aScannedPageSaysThatFiguresRanTogetherWithLabels() {
    Table joined = map(List.of(), List.of(), "甲|乙", "丙|665.49一、一般公共服务", "丁|本年收入合计0.95", "戊|己");
    assertEquals(
        List.of("page 1: 2 figures stand in a table that was not understood, and are no amounts"),
        lostFigures(joined, Origin.OCR));
    Table measured = map(List.of(), List.of(), "甲|乙", "丙|412.34平方公里", "丁|1624.61万元", "戊|己");
    assertEquals(List.of(), lostFigures(measured, Origin.OCR));
  }

  @Test
  void wordsBetweenAmountsAreNoAmounts() {
    Table table =
        map(
            List.of("部门综合预算收支总表", "单位：万元"),
            List.of(),
            "收入|<|支出|<|<|<|<|<",
            "项目|预算数|支出功能分类|预算数|部门预算支出经济分类|预算数|去向|预算数",
            "1、财政拨款|310.20|1、外交|110.20|1、人员经费|200.00|1、本级|300.20",
            "2、事业收入|10.00|2、教育|200.00|2、专项业务经费|120.20|2、下级|20.00",
            "3、其他收入||3、国防|10.00|3、上缴上级支出||3、其他|",
            "收入合计|320.20|支出合计|320.20|支出合计|320.20|支出合计|320.20");
    assertEquals(
        List.of(1, 3, 5, 7),
        IntStream.range(0, 8)
            .filter(column -> table.columns().get(column).role() == ColumnRole.AMOUNT)
            .boxed()
            .toList());
    assertEquals(ColumnRole.ITEM, table.columns().get(4).role());
    assertEquals(2, table.columns().get(5).list());
  }

  /** How many 元 a unit is worth on a scan whose only table has lost it; its figures end so. */
  private static @Nullable Integer lostFactor(String ending) {
    String[] rows = EXPENDITURE.clone();
    for (int i = 3; i < rows.length; i++) {
      rows[i] = rows[i].replace("00.00", ending);
    }
    return MAPPER.map(List.of(recognized("部门支出预算总表", "的甘厂", rows))).get(0).table().unitFactor();
  }

  @Test
  void aBudgetWhoseUnitIsLostEverywhereTellsItByItsSize() {
    assertEquals(10_000, lostFactor("00.00"));
    assertEquals(10_000, lostFactor("9,000.123456"));
    assertEquals(1, lostFactor("00,000,000.00"));
    assertNull(lostFactor(",000,000.00"));
    assertNull(lostFactor("00"));
  }

  @Test
  void sixDecimalsTellTheUnitWithoutAWholeBudget() {
    String title = "基本支出预算明细表—单位运转经费支出预算表";
    String[] fine = GOODS.clone();
    for (int i = 3; i < fine.length; i++) {
      fine[i] = fine[i].replace("0.00", "0.314159");
    }
    assertEquals(
        10_000, MAPPER.map(List.of(recognized(title, "的甘厂", fine))).get(0).table().unitFactor());
    assertNull(MAPPER.map(List.of(recognized(title, "的甘厂", GOODS))).get(0).table().unitFactor());
  }

  @Test
  void theSizeOfABudgetTellsItsUnitIfTheOneTableThatStatesOneStatesTheSame() {
    String[] rows = EXPENDITURE.clone();
    for (int i = 3; i < rows.length; i++) {
      rows[i] = rows[i].replace("00.00", "00,000,000.00");
    }
    String title = "基本支出预算明细表—单位运转经费支出预算表";
    for (String stated : List.of("单位：元", "单位：万元")) {
      List<Table> tables =
          MAPPER
              .map(List.of(recognized("部门支出预算总表", "单位：", rows), recognized(title, stated, GOODS)))
              .stream()
              .map(TableMapper.Mapped::table)
              .toList();
      assertEquals(stated.equals("单位：元") ? 1 : null, tables.get(0).unitFactor());
    }
  }

  @Test
  void aTitleAboveACaptionThatTheEdgeCutsIsFoundAndFiguresThatItCutsDoNotHideTheUnit() {
    String[] rows = EXPENDITURE.clone();
    for (int i = 3; i < rows.length; i++) {
      rows[i] = rows[i].replace("200.00", "20…").replace("100.00", "10…");
    }
    rows[4] = rows[4].replace("20…", "200.00");
    rows[5] = rows[5].replace("20…", "200.00");
    Table table = MAPPER.map(List.of(recognized("部门支出预算总表", "金额单", rows))).get(0).table();
    assertEquals("部门支出预算总表", table.title());
    assertEquals("expenditure", table.kind());
    assertEquals(10_000, table.unitFactor());
  }

  @Test
  void noUnitIsAssumedWhereTheOthersDifferOrTheFiguresAreNotOfTheirOrder() {
    assertNull(withoutUnit("单位：万元", "单位：元", GOODS).unitFactor());
    String[] large = GOODS.clone();
    large[3] = "|||||合计|300,000.00|100,000.00||||||200,000.00|";
    assertNull(withoutUnit("单位：万元", "单位：万元", large).unitFactor());
    String[] doubtful = GOODS.clone();
    doubtful[3] = "|||||合计|~30.00|~10.00||||||~20.00|";
    doubtful[4] = "201|37|01|152001|办公室|行政运行|~30.00|~10.00||||||20.00|";
    assertNull(withoutUnit("单位：万元", "单位：万元", doubtful).unitFactor());
  }

  @Test
  void aScanWhoseUnitIsLostHasThatOfATableWithTheSameFigures() {
    String title = "基本支出预算明细表—单位运转经费支出预算表";
    String[] figures = GOODS.clone();
    figures[3] = "|||||合计|31.25|10.17||||||21.08|";
    String[] others = GOODS.clone();
    others[3] = "|||||合计|412500.00|100700.00||||||311800.00|";
    List<Table> tables =
        MAPPER
            .map(
                List.of(
                    recognized(title, "单位：万元", figures),
                    recognized(title, "单位：元", others),
                    recognized(title, "的甘厂", figures)))
            .stream()
            .map(TableMapper.Mapped::table)
            .toList();
    assertNull(tables.get(2).unit());
    assertEquals(10000, tables.get(2).unitFactor());
  }

  @Test
  void aKindOfMoneyIsNoOrganization() {
    String title = "基本支出预算明细表—单位运转经费支出预算表";
    for (String caption : List.of("单位：人民币元", "单位：人民币 万元", "单位：元、%", "单位：万元")) {
      assertNull(MAPPER.map(recognized(title, caption, GOODS), "t1").organization(), caption);
    }
    Stated<String> named = MAPPER.map(recognized(title, "单位：元氏县档案馆", GOODS), "t1").organization();
    assertNotNull(named);
    assertEquals("元氏县档案馆", named.value());
  }

  private static Table titled(List<TextLine> above, List<TextLine> foot) {
    return MAPPER
        .map(new PlacedGrid(Grids.of(EXPENDITURE), above, List.of(), foot, 0), "t1")
        .table();
  }

  private static TextLine line(String text, double left, double top) {
    Word word = Grids.word(text, left, top);
    return new TextLine(text, word.box(), List.of(word));
  }

  private static TextLine line(String text, double left, double top, double size) {
    Word plain = Grids.word(text, left, top);
    Word word =
        new Word(
            text,
            plain.box(),
            plain.glyphs(),
            size,
            false,
            plain.origin(),
            plain.confidence(),
            plain.readings());
    return new TextLine(text, word.box(), List.of(word));
  }

  @Test
  void aLargerTitleWinsOverALineAtTheSideThatIsALittleLarger() {
    double size = line("字", 0, 0).words().get(0).fontSize();
    TextLine rest = line("某某委员会办公厅", 0, -20, 1.2 * size);
    assertEquals(
        "某厅支出预算总表", titled(List.of(line("某厅支出预算总表", 100, -60, 2 * size), rest), List.of()).title());
    assertEquals("某某委员会办公厅", titled(List.of(rest), List.of()).title());
  }

  @Test
  void aStrokeReadAsACharacterIsNoLineAboveATable() {
    assertEquals(
        "某厅项目支出预算(第一批)",
        titled(List.of(line("某厅项目支出预算(第一批)", 100, -60, 20), line("习", 300, -20, 2)), List.of())
            .title());
  }

  @Test
  void aTitleIsWholeThoughItIsWrapped() {
    assertEquals(
        "甲省某市地方债券发行及还本付息情况表",
        titled(List.of(line("甲省某市地方债券发行及还本", 100, -60), line("付息情况表", 140, -45)), List.of())
            .title());
    assertEquals(
        "某市支出决算表（按功能科目分类）",
        titled(
                List.of(
                    line("某市支出决算表", 100, -60),
                    line("（按功能科目分类）", 100, -45),
                    line("金额单位：万元", 200, -30)),
                List.of())
            .title());
  }

  @Test
  void aTitleHasNoNumberOfItsSectionBeforeIt() {
    for (String above : List.of("三、某市支出决算表", "（二）某市支出决算表", "附件3-1：某市支出决算表", "5-6 某市支出决算表")) {
      assertEquals("某市支出决算表", titled(List.of(line(above, 100, -60)), List.of()).title(), above);
    }
  }

  @Test
  void aYearOrADateIsNoTitle() {
    assertEquals(
        "某局整体绩效目标表",
        titled(List.of(line("某局整体绩效目标表", 100, -60), line("2026（年度）", 100, -45)), List.of())
            .title());
  }

  @Test
  void aSentenceIsNoTitle() {
    for (String above : List.of("各单位的情况如下：", "比上年提高0.3个百分点。", "，提高了绩效水平，见表")) {
      assertNull(titled(List.of(line(above, 20, -20)), List.of()).title(), above);
    }
  }

  @Test
  void aTableThatProseLeadsOverToIsNamedAfterItsSection() {
    TextLine prose = line("从构成看，本部门的预算包括本级预算和所属单位预算。", 20, -60);
    TextLine lead = line("纳入编制范围的单位包括：", 20, -40);
    Table table =
        titled(List.of(line("二、单位构成（一个单位", 20, -100), line("不填）", 0, -80), prose, lead), List.of());
    assertEquals("二、单位构成（一个单位不填）", table.title());
    assertEquals("二、单位构成", titled(List.of(prose, lead), List.of(line("二、单位构成", 20, 700))).title());
    assertEquals(
        "某市支出决算表",
        titled(List.of(line("二、单位构成", 20, -100), line("某市支出决算表", 100, -60)), List.of()).title());
  }

  @Test
  void aSectionNamesATableButSaysNotWhatKindItIs() {
    String[] rows = {"项目|2024年|2025年", "甲|1.00|2.00", "乙|3.00|4.00"};
    TextLine heading = line("二、政府采购支出决算表", 20, -100);
    TextLine lead = line("具体情况如下：", 20, -60);
    Table table =
        MAPPER.map(PlacedGrid.of(Grids.of(rows), List.of(heading, lead), List.of()), "t1").table();
    assertEquals("二、政府采购支出决算表", table.title());
    assertEquals(Table.UNKNOWN, table.kind());
  }

  @Test
  void aParagraphWithANumberNamesNoTable() {
    for (String first : List.of("3.负责全区环境保护工作。", "（四）依法对全区环境保护工作实施统一监督管理，承担从源头上")) {
      TextLine rest = line("预防、控制环境污染的责任，具体如下：", 0, -60);
      assertNull(titled(List.of(line(first, 20, -80), rest), List.of()).title(), first);
    }
  }

  @Test
  void aTitleAtTheFootOfThePageBeforeIsTheTables() {
    Table table = titled(List.of(), List.of(line("某市支出决算表", 100, 700), line("单位：万元", 200, 715)));
    assertEquals("某市支出决算表", table.title());
    assertEquals("万元", table.unit());
    assertNull(titled(List.of(), List.of(line("以上是全部情况。", 20, 700))).title());
  }

  @Test
  void theUnitIsApartFromWhatElseIsMeasured() {
    for (String caption : List.of("单位：亿元、%", "亿元", "（单位：万元）", "单位：辆、万元", "计量单位：人民币元")) {
      Table table = titled(List.of(line("某市支出决算表", 100, -60), line(caption, 200, -45)), List.of());
      assertTrue(caption.contains(String.valueOf(table.unit())), caption);
      assertEquals("某市支出决算表", table.title());
    }
  }

  @Test
  void theUnitAboveTheLastColumnMayBeInItsHeader() {
    Table table =
        MAPPER
            .map(
                PlacedGrid.of(
                    Grids.of("项目|预算数|单位：万元决算数", "一般公共服务支出|30.00|31.00", "教育支出|5.00|6.00"),
                    List.of(line("2024年全省支出决算表", 100, -60)),
                    List.of()),
                "t1")
            .table();
    assertEquals("万元", table.unit());
  }

  @Test
  void numbersOfPeopleNeedNoUnit() {
    PlacedGrid placed =
        PlacedGrid.of(
            Grids.of("项目|2025年执行数|2026年预算数", "参保人数|53,031|53,624", "缴费人数|44,806|44,877"),
            List.of(line("2025年全省社会保险基础资料表", 100, -60)),
            List.of());
    Table table = MAPPER.map(placed, "t1").table();
    assertEquals("social_insurance_basis", table.kind());
    assertTrue(
        new TableReview(Layouts.shipped(), Messages.shipped())
            .review(List.of(table)).stream()
                .noneMatch(finding -> finding.rule().equals("unit-missing")));
  }

  @Test
  void theUnitMayStandInAHeaderCellAlone() {
    Table table =
        MAPPER
            .map(
                PlacedGrid.of(
                    Grids.of("项目 | 预算数（单位：万元） | 单价（元） | 决算数（万元）", "一 | 1.00 | 2.00 | 3.00"),
                    lines(List.of("某市支出决算表"), -200),
                    List.of()),
                "t1")
            .table();
    assertEquals("万元", table.unit());
  }

  @Test
  void aTableWithFiguresIsNotEmptyWhateverItsNoteSays() {
    Table table =
        map(List.of("政府性基金预算支出表", "单位：万元"), List.of("注：本表为空。"), "项目 | 说明", "合计 | 1,234.50");
    assertFalse(table.declaredEmpty());
  }

  @Test
  void aLabelAboveTellsMoneyInAForm() {
    Table table =
        map(
            List.of("项目绩效自评表"),
            List.of(),
            "项目名称        |大厅改造    |<         |<         |<   ",
            "项目资金（万元）|            |全年预算数|全年执行数|分值",
            "^               |年度资金总额|180.50    |170.25    |10.0",
            "^               |上年未用    |40.00     |39.50     |--  ",
            "绩效指标        |一级指标    |指标值    |实际完成值|分值",
            "^               |产出指标    |1.5       |1.2       |8.0 ");
    assertEquals("performance_target", table.kind());
    assertEquals(
        List.of("1805000", "1702500", "400000", "395000"),
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.amount() != null)
            .map(cell -> cell.amount().stripTrailingZeros().toPlainString())
            .toList());
  }

  @Test
  void aWeightIsNoMoneyThoughItsLabelNamesTheWhole() {
    Table table =
        map(
            List.of("项目绩效目标表"),
            List.of(),
            "项目名称|大厅改造          |<    |<               ",
            "资金金额（万元）|实施期资金总额：|5.50 |执行率分值（10分）",
            "年度绩效指标|三级指标          |指标值|分值权重（90分）",
            "^           |购置成本（万元）  |5     |10              ");
    assertEquals(
        List.of("55000"),
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.amount() != null)
            .map(cell -> cell.amount().stripTrailingZeros().toPlainString())
            .toList());
  }

  @Test
  void lettersAndFormulasBelowAHeaderSayNotWhatAColumnHolds() {
    Table table =
        map(
            List.of("某省2031年地方政府债务限额及余额决算情况表", "单位：亿元"),
            List.of(),
            "地区|2031年债务限额|<       |<       |2031年债务余额（决算数）|<       |<",
            "^   |              |一般债务|专项债务|                        |一般债务|专项债务",
            "公式|A=B+C         |B       |C       |D=E+F                   |E       |F",
            "甲市|3.00          |1.00    |2.00    |2.50                    |1.00    |1.50",
            "乙市|5.00          |3.00    |2.00    |5.00                    |3.00    |2.00");
    assertEquals(
        List.of(
            "debt_limit",
            "general_debt_limit",
            "special_debt_limit",
            "debt_balance",
            "general_debt_balance",
            "special_debt_balance"),
        table.columns().stream().skip(1).map(Column::measure).toList());
  }

  @Test
  void aYearInChineseDigitsIsTheYearOfItsColumn() {
    Table table =
        map(
            List.of("二○三一年全市一般公共预算支出执行情况表", "单位：万元"),
            List.of(),
            "支出项目|二○三○年决算数|二○三一年执行数",
            "教育支出|3.00          |4.00");
    assertEquals("prior_year_final", table.columns().get(1).measure());
    assertEquals(2030, table.columns().get(1).year());
    assertEquals("execution_amount", table.columns().get(2).measure());
  }

  @Test
  void aNumberInAListIsNoLabelWhereAnotherColumnNamesTheRow() {
    Table table =
        map(
            List.of("部门专项业务经费支出表", "单位：元"),
            List.of(),
            "单位编码|单位（项目）名称|项目金额",
            "116     |东海市园林局    |300.00",
            "        |绿化养护        |300.00");
    assertEquals("东海市园林局", table.rows().get(0).keys().label());
    assertEquals("绿化养护", table.rows().get(1).keys().label());
  }

  @Test
  void namesOfProjectsUnderTheSameHeaderBeginAnotherList() {
    Table table =
        map(
            List.of("财政拨款收支预算总表", "单位：万元"),
            List.of(),
            "收入          |<   |支出          |<",
            "项目名称      |金额|支出用途      |<",
            "^             |^   |项目名称      |金额",
            "一、一般公共预算|8.00|一、基本支出|8.00",
            "收入合计      |8.00|支出合计      |8.00");
    assertEquals(4, table.rows().size());
    assertEquals("一、基本支出", table.rows().get(1).keys().label());
    assertEquals("budget_amount", table.columns().get(3).measure());
  }

  @Test
  void classesOfExpenditureAreNamesThoughTheirHeaderLacksAWord() {
    Table table =
        map(
            List.of("部门综合预算收支总表", "单位：元"),
            List.of(),
            "收入|<     |支出                   |<",
            "项目|预算数|支出功能分科目（按大类）|预算数",
            "拨款|9.00  |1、教育支出            |9.00");
    assertEquals("1、教育支出", table.rows().get(1).keys().label());
  }
}
