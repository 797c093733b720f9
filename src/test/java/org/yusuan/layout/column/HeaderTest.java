package org.yusuan.layout.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.TableTerms;

class HeaderTest {

  private static final TableTerms WORDS = Layouts.shipped().vocabulary();

  private static Header header(String... rows) {
    return Header.of(Grids.of(rows), WORDS);
  }

  @Test
  void everyLeafColumnHasItsPathFromTheTopDown() {
    Header header =
        header(
            "项目           |<   |<   |<            |收入预算|<",
            "功能分类科目编码|<   |<   |功能分类科目名称|合计    |其他收入",
            "类             |款  |项  |^            |^       |^",
            "201            |    |    |一般公共服务支出|10.00   |2.00");
    assertEquals(3, header.end());
    assertEquals(List.of("项目", "功能分类科目编码", "款"), header.paths().get(1));
    assertEquals(List.of("项目", "功能分类科目名称"), header.paths().get(3));
    assertEquals(List.of("收入预算", "其他收入"), header.paths().get(5));
  }

  @Test
  void aLoneQuotationMarkAboveTheHeaderIsNoCaption() {
    Header header = header("'   |<", "科目|合计", "教育|1.00");
    assertEquals(0, header.captionRows());
  }

  @Test
  void aLabelAtTheSideMayStandBesideHeaderAndBody() {
    Header header = header("本级|科目名称|合计|项目支出", "^   |合计    |3.00|2.00", "^   |教育    |3.00|2.00");
    assertEquals(1, header.end());
    assertEquals(List.of("合计"), header.paths().get(2));
  }

  @Test
  void aSlantedStrokePartsTheTextsOfTheCorner() {
    Grid plain = Grids.of("项目科目|合计", "201|3.00");
    List<GridCell> cells = new ArrayList<>(plain.cells());
    cells.set(
        0,
        cells
            .get(0)
            .with(List.of(Grids.word("项目", 28, 0), Grids.word("科目", 2, 10)), cells.get(0).text()));
    Grid grid = new Grid(2, 2, cells, plain.regions(), true);
    assertEquals(List.of("项目", "科目"), Header.of(grid, WORDS).paths().get(0));
  }

  @Test
  void thePartsOfACodeAreHeaderThoughNothingSpansThem() {
    Header header =
        header(
            "科目|    |    |采购项目|经济科目|<   |预算金额",
            "类  |款  |项  |        |类      |款  |",
            "    |    |    |合计    |        |    |31.40",
            "201 |03  |01  |印刷    |302     |02  |31.40");
    assertEquals(2, header.end());
    assertEquals(Set.of(), header.mixedColumns());
    assertEquals(List.of("科目", "类"), header.paths().get(0));
    assertEquals(List.of("项"), header.paths().get(2));
  }

  @Test
  void aRowCanBeHeaderInSomeColumnsAndTotalInOthers() {
    Header header =
        header(
            "项目        |<|<|<      |本年收入合计|财政拨款收入",
            "支出功能分类|<|<|科目名称|^         |^",
            "科目编码    |<|<|^      |^         |^",
            "类          |款|项|合计   |2,946.25  |2,900.00",
            "201         |  |  |一般公共服务支出|2,946.25|2,900.00");
    assertEquals(4, header.end());
    assertEquals(Set.of(0, 1, 2), header.mixedColumns());
    assertEquals(3, header.bodyStart());
    assertEquals(List.of("项目", "支出功能分类", "科目编码", "类"), header.paths().get(0));
    assertEquals(List.of("项目", "科目名称"), header.paths().get(3));
  }

  @Test
  void theTotalRowCanStandBesideTheThirdHeaderRow() {
    Header header =
        header(
            "项目  |<  |年初结转和结余|本年收入|本年支出|<|<|年末结转和结余",
            "功能分类科目编码|科目名称|^|^    |^       |^|^|^",
            "合计  |<  |        |        |合计|基本支出|项目支出|");
    assertEquals(3, header.end());
    assertEquals(Set.of(4, 5, 6), header.mixedColumns());
    assertEquals(List.of("本年支出", "基本支出"), header.paths().get(5));
    assertEquals(List.of("项目", "科目名称"), header.paths().get(1));
  }

  @Test
  void aHeaderRowMayBePartlyBlank() {
    Header header =
        header(
            "三公经费|<     |<       |<     |<       |<",
            "合计    |<     |公务用车购置及运行费|<|<  |<",
            "        |<     |小计    |<     |购置费  |<",
            "        |<     |        |<     |        |<",
            "预算数  |决算数|预算数  |决算数|预算数  |决算数",
            "5.00    |4.00  |5.00    |4.00  |        |");
    assertEquals(5, header.end());
    assertEquals(List.of("三公经费", "合计", "决算数"), header.paths().get(1));
    assertEquals(List.of("三公经费", "公务用车购置及运行费", "购置费", "预算数"), header.paths().get(4));
  }

  @Test
  void aMergedHeaderOverCodeAndNameIsNotDividedByTheBody() {
    Header header = header("项目|<      |本年预算", "201 |一般公共服务支出|10.00", "    |合计    |10.00");
    assertEquals(1, header.end());
  }

  @Test
  void aRowThatOnlyNumbersTheColumnsIsNoBody() {
    Header header =
        header(
            "单位代码|单位名称|总计|经费拨款|其他收入",
            "**      |**      |1   |2       |5",
            "152001  |办公室  |3.00|3.00    |");
    assertEquals(Set.of(1), header.numberRows());
  }

  @Test
  void columnsMayBeNumberedInBracketsByLettersAndWithFormulas() {
    String names = "地区|合计|一般债务|专项债务";
    for (String numbers :
        List.of("栏次|(1)=(2)+(3)|(2)|(3)", "栏次|A=B+C|B|C", "栏次|1=2+3|2|3", "栏次|A|B|C=A/B×100%")) {
      assertEquals(Set.of(1), header(names, numbers, "甲市|3.00|1.00|2.00").numberRows(), numbers);
    }
    assertEquals(Set.of(), header(names, "甲市|(3)|(1)|(2)", "乙市|3.00|1.00|2.00").numberRows());
  }

  @Test
  void aFormulaMayBeMisreadWhereOthersAreRead() {
    String names = "地区|小计|中央|省级|合计|中央|省级|备注";
    String body = "甲市|3.00|1.00|2.00|3.00|1.00|2.00|";
    assertEquals(Set.of(1), header(names, "行号||1|2|3=4+5|4=1|5-214|", body).numberRows());
    assertEquals(Set.of(), header(names, "行号||1|2|3=4+5|1-16|5-214|", body).numberRows());
    assertEquals(Set.of(), header(names, "甲市||1|2|3=4+5|4=1|5-214|", body).numberRows());
  }

  @Test
  void aRowOfSmallAmountsIsBody() {
    Header header = header("合计|因公出国(境)费|公务接待费|机关运行经费预算数", "15  |6             |2         |7");
    assertTrue(header.numberRows().isEmpty());
  }

  @Test
  void aTitleInsideTheGridIsNoHeader() {
    Header header =
        header("2023年部门收入预算总表|<  |<", "单位：万元   |<  |<", "项目         |合计|其他收入", "一、教育支出 |1.00|");
    assertEquals(2, header.captionRows());
    assertEquals(3, header.end());
    assertEquals(List.of("合计"), header.paths().get(1));
  }

  @Test
  void theOrganizationAndTheUnitMayStandSideBySideInsideTheGrid() {
    Header header =
        header(
            "支出预算表--人员经费(工资福利支出)(按部门预算经济分类)|<|<|<",
            "部门名称：某县林业局|<|单位：万元|<",
            "科目编码|科目名称|合计|基本工资",
            "2130201|行政运行|5.00|1.00");
    assertEquals(2, header.captionRows());
    assertEquals(List.of("合计"), header.paths().get(2));
    assertEquals(
        0, header("2023年|<|2024年|<", "合计|接待费|合计|接待费", "9.00|4.00|8.00|3.00").captionRows());
    // A form about a unit names it beside a label.
    assertEquals(0, header("项目名称|植树|<|<", "主管部门|某县林业局|<|<", "预算数|5.00|<|<").captionRows());
  }

  @Test
  void aRowThatNumbersTheColumnsIsOneThoughSomeOfItIsMisread() {
    Header header =
        header(
            "科目编码|单位|功能科目|总计|合计|基本工资|津贴补贴|绩效工资|奖金|社会保险",
            "料      |A   |**      |1   |2   |3       |4       |$       |6   |7",
            "201     |甲  |行政运行|183.06|136.43|53.42|37.37   |        |45.64|30.75");
    assertEquals(Set.of(1), header.numberRows());
  }

  @Test
  void aFewColumnsAreNumberedIfTheyCountFromOne() {
    String names = "经济科目|经济科目名称|总计|人员经费|公用经费";
    assertEquals(Set.of(1), header(names, "*心|--|1|2|3", "301|工资|9.00|9.00|").numberRows());
    assertEquals(Set.of(), header(names, "|合计|1|2|3", "301|工资|9.00|9.00|").numberRows());
    assertEquals(Set.of(), header(names, "*心|--|1|2|4", "301|工资|9.00|9.00|").numberRows());
  }

  @Test
  void smallFiguresDoNotNumberColumns() {
    Header header =
        header("项目|总计|合计|基本工资|津贴补贴|绩效工资|奖金", "一  |1   |3   |4       |9       |10      |12");
    assertEquals(Set.of(), header.numberRows());
  }

  @Test
  void aHeaderOfAScanEndsWhereColumnsAreNumberedThoughAWordOfItLooksLikeAFigure() {
    String[] rows = {
      "功能科目|<|<|单位代码|8 |办公费|印刷费|咨询费|手续费|水费",
      "类      |款|项|^     |^ |^     |^     |^     |^     |^",
      "--      |--|~4|--    |1 |2     |3     |4     |6     |6",
      "201     |37|01|152001|10.00|10.00|    |      |      |"
    };
    Header header = Header.of(Grids.recognized(rows), WORDS);
    assertEquals(2, header.end());
    assertEquals(Set.of(2), header.numberRows());
    assertEquals(List.of("功能科目", "款"), header.paths().get(1));
    assertEquals(List.of("印刷费"), header.paths().get(6));
  }

  @Test
  void numbersOfTwoColumnsThatWereNotPartedNumberThemAllTheSame() {
    String names = "单位|项目代码项目名称|科目|合计|本年|上年";
    String body = "某局|0301办公|201|9.00|9.00|";
    assertEquals(Set.of(1), header(names, "1|2 3|4|5|6|7", body).numberRows());
    assertEquals(Set.of(), header(names, "1|3 2|4|9|6|8", body).numberRows());
  }

  @Test
  void numbersInTheirPlacesNumberTheColumnsThoughOthersAreMisread() {
    String names = "单位|总计|办公费|印刷费|咨询费|手续费|水费|电费|邮电费";
    Header header = header(names, "--|1|8|3|1|5|6|1|8", "甲|9.00|9.00||||||");
    assertEquals(Set.of(1), header.numberRows());
    assertEquals(Set.of(), header(names, "--|1|8|3|1|7|6|1|9", "甲|9.00|9.00||||||").numberRows());
  }

  @Test
  void anAsteriskReadAsACharacterIsNoLabel() {
    String[] rows = {"经济科目|经济科目名称|总计|人员经费|公用经费", "~中中|--|1|2|3", "301|工资|9.00|9.00|"};
    assertEquals(Set.of(1), Header.of(Grids.recognized(rows), WORDS).numberRows());
    rows[1] = "中中|--|1|2|3";
    assertEquals(Set.of(), Header.of(Grids.recognized(rows), WORDS).numberRows());
  }

  @Test
  void aLabelAtTheSideOfManyRowsIsNoHeaderOfThem() {
    Header header =
        header(
            "单位名称|<       |某市园林局|<     |<",
            "年度任务|任务名称|预算金额  |<     |<",
            "^       |^       |总额      |财政拨款|其他资金",
            "^       |绿化    |290       |290   |",
            "^       |养护    |95.5      |95.5  |");
    assertEquals(3, header.end());
    assertEquals(List.of("某市园林局", "预算金额", "财政拨款"), header.paths().get(3));
    assertEquals(
        1,
        header(
                "绩效指标|一级指标|二级指标",
                "^|产出|甲",
                "^|产出|乙",
                "^|产出|丙",
                "^|产出|丁",
                "^|产出|戊",
                "^|效益|己",
                "^|效益|庚",
                "^|效益|辛",
                "^|满意度|壬")
            .end());
  }

  @Test
  void oneMoreLabelMayStandAcrossTheColumnsThatItNames() {
    Header header =
        header(
            "收入    |<   |支出    |<",
            "项目名称|金额|支出用途|<",
            "^       |^   |项目名称|金额",
            "一、拨款|8.00|一、基本支出|8.00");
    assertEquals(3, header.end());
    assertEquals(Set.of(), header.mixedColumns());
    assertEquals(List.of("支出", "支出用途", "金额"), header.paths().get(3));
    assertEquals(List.of("收入", "金额"), header.paths().get(1));
  }
}
