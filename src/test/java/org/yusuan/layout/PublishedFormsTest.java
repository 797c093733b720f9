package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.Table;
import org.yusuan.page.Word;

/**
 * Titles, headers and numbers of forms as governments and departments of made-up places print them.
 */
class PublishedFormsTest {

  private static final TableMapper MAPPER =
      new TableMapper(Layouts.shipped(), Classification.shipped());

  private static final Map<String, String[]> ROWS =
      Map.ofEntries(
          rows("plain", "项目|金额", "甲|10.00", "乙|20.00"),
          rows("taxes", "项目|预算数|决算数", "一、税收收入|10.00|11.00", "增值税|6.00|7.00", "资源税|4.00|4.00"),
          rows(
              "functions",
              "科目编码|科目名称|合计",
              "201|一般公共服务支出|10.00",
              "205|教育支出|6.00",
              "210|卫生健康支出|4.00"),
          rows("economic", "科目编码|科目名称|合计", "301|工资福利支出|6.00", "302|商品和服务支出|3.00", "30201|办公费|1.00"),
          rows("regions", "地区|合计", "青山市|6.00", "绿水县|3.00"),
          rows("funds", "项目|金额", "国有土地使用权出让收入|6.00", "彩票公益金收入|3.00"),
          rows(
              "twosides",
              "项目|预算数|项目|预算数",
              "一、保险费收入|6.00|一、待遇支出|3.00",
              "二、利息收入|1.00|二、其他支出|4.00",
              "收入总计|7.00|支出总计|7.00"),
          rows(
              "incomeexpense", "项目|合计|甲", "一、收入|6.00|6.00", "二、支出|5.00|5.00", "三、本年收支结余|1.00|1.00"),
          rows("debt", "项目|预算数|执行数", "一、年末余额|6.00|5.00", "二、本年发行额|5.00|4.00"),
          rows("projects", "序号|项目名称|金额", "1|桥梁工程|5.00", "2|道路工程|1.00"),
          rows("indicators", "项目名称|一级指标|二级指标|指标值", "桥梁工程|产出指标|数量指标|1", "道路工程|产出指标|数量指标|2"),
          rows(
              "formindicators",
              "部门名称|青山市林业局|<|<",
              "年度目标|植树|<|<",
              "一级指标|二级指标|指标值|得分",
              "产出指标|数量指标|5|3"),
          rows("scores", "项目名称|评价得分|评价等级", "桥梁工程|90|优"),
          rows("units", "单位名称|金额", "青山市林业局|5.00", "青山市水利局|1.00"),
          rows("staff", "单位|编制人数|在职人数", "青山市林业局|50|40", "青山市苗圃|10|9"),
          rows("keywork", "重点工作|说明", "举借债务|无"),
          rows("fundaccount", "科目编码|科目名称|年初结转|本年收入|本年支出|年末结转", "212|城乡社区支出|0.00|5.00|5.00|0.00"));

  private static Map.Entry<String, String[]> rows(String name, String... rows) {
    return Map.entry(name, rows);
  }

  private static PlacedGrid placed(String[] rows, Word... above) {
    return PlacedGrid.of(Grids.of(rows), TextLines.of(List.of(above)), List.of());
  }

  private static String[] drawn(String form) {
    return Objects.requireNonNull(ROWS.get(form), form);
  }

  private static PlacedGrid titled(String title, String form) {
    return placed(drawn(form), Grids.word(title, 10, -60));
  }

  /** The tables that stand before the one in question, and tell whose document it is. */
  private static List<PlacedGrid> others(String subject) {
    return "government".equals(subject)
        ? List.of(
            titled("2030年全省一般公共预算收入决算表", "taxes"),
            titled("2030年全省政府性基金收入决算表", "funds"),
            titled("2030年省本级国有资本经营预算收入决算表", "plain"))
        : List.of(
            titled("部门收入总表", "functions"),
            titled("部门支出总表", "functions"),
            titled("财政拨款收支总表", "twosides"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "titles.csv", delimiter = '|', nullValues = "-")
  void aTitleTellsWhatItsTableIs(
      String subject,
      String form,
      String title,
      String kind,
      String budget,
      String side,
      String scope,
      String stage) {
    List<PlacedGrid> grids = new ArrayList<>(others(subject));
    grids.add(titled(title, form));
    Table table = MAPPER.map(grids).get(grids.size() - 1).table();
    assertEquals(kind, table.kind());
    Dimensions about = table.dimensions();
    assertEquals(budget, about.budget(), "budget");
    assertEquals(side, about.side(), "side");
    assertEquals(scope, about.scope(), "scope");
    assertEquals(stage, about.stage() == null ? null : name(about.stage()), "stage");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "headers.csv", delimiter = '|', nullValues = "-")
  void aHeaderTellsWhatItsColumnHolds(
      String header, String value, String role, String measure, Integer year) {
    String[] levels = header.split("/");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      rows.add((i == 0 ? "项目|" : "^|") + levels[i] + (i == 0 ? "|其他资金" : "|^"));
    }
    for (String label : List.of("甲", "乙", "丙")) {
      rows.add(label + "|" + value + "|3.00");
    }
    Word title = Grids.word("2031年青山市情况明细表", 10, -60);
    Column column =
        MAPPER.map(placed(rows.toArray(String[]::new), title), "t1").table().columns().get(1);
    assertEquals(role, name(column.role()));
    assertEquals(measure, column.measure());
    assertEquals(year, column.year());
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "表一",
        "表二十三",
        "表1",
        "表1-2",
        "表1-2：",
        "附表1-2",
        "附表三：",
        "附表01",
        "附件3-1",
        "附件1：",
        "附件二",
        "附1-1：",
        "（表一）",
        "表（一）",
        "【表1】",
        "公开01表",
        "公开表1",
        "公开表1-1",
        "部门公开01表",
        "部门公开表1",
        "部门预算公开表1",
        "单位预算公开表3",
        "预算公开01-1表",
        "预算01表",
        "财决01表",
        "财决公开01表",
        "表号：财决01表",
        "社预05表",
        "省资本01表",
        "国资预02表",
        "Z01-1表",
        "GK02表",
        "1-1",
        "2-3、",
        "附表 1",
        "表 3-2",
        "表１",
        "附表１－２"
      })
  void theNumberOfATableOrFormIsNotItsTitle(String number) {
    String title = "2031年市本级一般公共预算收入表";
    PlacedGrid above =
        placed(drawn("taxes"), Grids.word(number, 0, -90), Grids.word(title, 10, -60));
    PlacedGrid below =
        placed(drawn("taxes"), Grids.word(title, 10, -90), Grids.word(number, 0, -60));
    PlacedGrid before = titled(number + title, "taxes");
    assertEquals(title, MAPPER.map(above, "t1").table().title());
    assertEquals(title, MAPPER.map(below, "t1").table().title());
    assertEquals("gov_general_revenue", MAPPER.map(before, "t1").table().kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"表二十三", "附表八-1", "表1-2", "附表1-2", "附件3-1", "表１－２", "附1-1："})
  void aNumberBeforeATitleEndsWhereItsYearBegins(String number) {
    String title = "2031年市本级一般公共预算收入表";
    assertEquals(title, MAPPER.map(titled(number + title, "taxes"), "t1").table().title());
  }
}
