package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

/** Growth in the prose against columns of growth, and what the prose states twice. */
class GrowthTest {

  private static final Classification CLASSIFICATION = Classification.shipped();
  private static final TableMapper MAPPER = new TableMapper(Layouts.shipped(), CLASSIFICATION);

  private static final Table PERCENT =
      table(
          "2024年一般公共预算支出决算表",
          "项目|预算数|决算数|完成预算%|比上年增减%",
          "教育支出|100.00|120.00|120.0|4.8",
          "科学技术支出|50.00|40.00|80.0|-6.3",
          "卫生健康支出|60.00|61.00|101.7|0.4",
          "农林水支出|10.00|20.00|200.0|7.5");

  private static final Table RATIO =
      table(
          "2024年一般公共预算支出决算表",
          "项目|预算数|决算数|决算数为预算数的%|决算数为上年决算数的%",
          "教育支出|100.00|120.00|120.0|104.8",
          "科学技术支出|50.00|40.00|80.0|93.7",
          "卫生健康支出|60.00|61.00|101.7|100.4",
          "农林水支出|10.00|20.00|200.0|107.5");

  private static Table table(String title, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    return MAPPER.map(PlacedGrid.of(Grids.of(rows), above, List.of()), "t1").table();
  }

  private static Disclosure read(@Nullable Table table, String... lines) {
    return MadeProse.linked(
        new Claims(CLASSIFICATION),
        Stage.FINAL_ACCOUNTS,
        MadeProse.lines(lines),
        table == null ? List.of() : List.of(table));
  }

  private static List<Finding> warnings(Disclosure read) {
    return read.findings().stream().filter(f -> f.severity() == Severity.WARNING).toList();
  }

  private static final String[] RIGHT = {
    "教育支出120万元，增长4.8%。", "卫生健康支出61万元，为预算的101.7%，比上年增长0.4%。", "农林水支出20万元，同比增长7.5%。"
  };

  private static List<Finding> with(Table table, String line) {
    List<String> lines = new ArrayList<>(List.of(RIGHT));
    lines.add(line);
    return warnings(read(table, lines.toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "科学技术支出40万元，下降6.9%。",
        "科学技术支出决算40万元，完成预算的80%，比上年下降6.9%。",
        "科学技术支出完成40万元，同比减少6.9%，主要是项目减少。",
        "科学技术支出40万元，较上年增长6.3%。",
      })
  void growthThatTheTableDeniesIsTold(String line) {
    for (Table table : List.of(PERCENT, RATIO)) {
      List<Finding> told = with(table, line);
      assertEquals(1, told.size(), told.toString());
      assertTrue(told.get(0).messageZh().contains("科学技术支出"), told.toString());
      assertTrue(told.get(0).messageZh().contains("即下降 6.3%"), told.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "科学技术支出40万元，下降6.3%。",
        "科学技术支出40万元，下降6.2%。",
        "科学技术支出40万元，剔除一次性因素后，增长2.1%。",
        "科学技术支出40万元，同口径增长2.1%。",
        "科学技术支出40万元，比年初预算下降20%。",
        "科学技术支出40万元，占总支出的16.6%。",
        "科学技术支出40万元，两年平均增长3.5%。",
      })
  void growthOnAnotherBasisAndRoundingAccuseNobody(String line) {
    assertEquals(List.of(), with(PERCENT, line));
    assertEquals(List.of(), with(RATIO, line));
  }

  @Test
  void growthIsLinkedToItsCell() {
    Claim rate = read(PERCENT, RIGHT).claims().get(1);
    assertEquals(Boolean.TRUE, rate.agrees());
    assertEquals(4, rate.refersTo().get(0).column());
  }

  @Test
  void whatWasCarriedOutIsLinkedToItsCell() {
    for (String line :
        List.of("教育支出120万元，完成预算的120%。", "教育支出120万元，为预算数的120.0%。", "教育支出120万元，完成年初预算的120%。")) {
      for (Table table : List.of(PERCENT, RATIO)) {
        Claim rate = read(table, line).claims().get(1);
        assertEquals(Boolean.TRUE, rate.agrees(), line);
        assertEquals(3, rate.refersTo().get(0).column());
      }
    }
    assertEquals(List.of(), with(PERCENT, "科学技术支出40万元，完成预算的90%。"));
  }

  @Test
  void growthBetweenTheYearsOfATableIsLinkedWhereItAgrees() {
    Table years =
        table(
            "2024年一般公共预算支出决算表", "项目|2023年决算数|2024年决算数", "教育支出|100.00|120.00", "科学技术支出|50.00|40.00");
    assertEquals(Boolean.TRUE, read(years, "教育支出120万元，增长20%。").claims().get(1).agrees());
    assertEquals(Boolean.TRUE, read(years, "科学技术支出40万元，比上年下降20.0%。").claims().get(1).agrees());
    assertEquals(null, read(years, "科学技术支出40万元，比上年下降25%。").claims().get(1).agrees());
  }

  private static final String[] FUNDS = {
    "项目|合计|失业保险基金|工伤保险基金", "一、收入|900.00|400.00|500.00", "二、支出|500.00|300.00|200.00",
  };

  private static List<Finding> betweenTables(String line) {
    List<Table> tables =
        List.of(
            table("2023年全市社会保险基金预算执行情况表", FUNDS),
            table(
                "2024年全市社会保险基金决算表",
                FUNDS[0],
                "一、收入|990.00|480.00|510.00",
                "二、支出|600.00|330.00|270.00"));
    Disclosure read =
        MadeProse.linked(
            new Claims(CLASSIFICATION),
            Stage.FINAL_ACCOUNTS,
            MadeProse.lines(
                "2024年全市失业保险基金收入480.00万元，同比增长20%。",
                "2024年全市失业保险基金支出330.00万元，比上年增长10%。", "2024年全市工伤保险基金支出270.00万元，增长35%。", line),
            List.of(tables.get(0), tables.get(1).withId("t2")));
    return warnings(read);
  }

  @Test
  void whatWasCarriedOutDoesNotGrowFromABudget() {
    String[] lines = {
      "2024年教育支出决算数为120.00万元，增长20.0%。",
      "2024年科学技术支出决算数为44.00万元，增长10.0%。",
      "2024年卫生健康支出决算数为61.00万元，增长22.0%。",
      "2024年农林水支出决算数为20.00万元，下降6.3%。"
    };
    for (String stage : List.of("决算数", "预算数")) {
      Table years =
          table(
              "2024年一般公共预算支出决算表",
              "项目|2023年" + stage + "|2024年决算数",
              "教育支出|100.00|120.00",
              "科学技术支出|40.00|44.00",
              "卫生健康支出|50.00|61.00",
              "农林水支出|22.00|20.00");
      assertEquals(stage.equals("决算数") ? 1 : 0, warnings(read(years, lines)).size(), stage);
    }
  }

  @Test
  void growthBetweenTheTablesOfTwoYearsIsHeldAgainstBoth() {
    List<Finding> told = betweenTables("2024年全市工伤保险基金收入510.00万元，同比增长2.86%。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).messageZh().contains("按此计算为增长 2.000%"), told.toString());
    assertEquals(2, told.get(0).cells().size());
    assertEquals(List.of(), betweenTables("2024年全市工伤保险基金收入510.00万元，同比增长2%。"));
    assertEquals(List.of(), betweenTables("2024年全市工伤保险基金收入510.00万元，同口径增长2.86%。"));
    assertEquals(List.of(), betweenTables("2024年全市工伤保险基金收入510.00万元，比上年预算增长2.86%。"));
  }

  @Test
  void aDocumentWhoseGrowthMostlyDisagreesAccusesNobody() {
    assertEquals(List.of(), warnings(read(PERCENT, "教育支出120万元，增长9.9%。", "农林水支出20万元，增长1.1%。")));
  }

  @Test
  void oneThingWithTwoAmountsIsTold() {
    List<Finding> told =
        warnings(
            read(
                null,
                "2024年度公务接待费支出3.20万元，主要用于来访接待。",
                "2024年度培训费支出8.00万元，用于业务培训。",
                "2024年度公务接待费支出3.50万元，国内公务接待12批次。"));
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).messageZh().contains("相差 0.3 万元"), told.get(0).messageZh());
  }

  @Test
  void oneThingStatedTwiceAlikeOrInAnotherYearIsFine() {
    assertEquals(
        List.of(),
        warnings(
            read(
                null,
                "2024年度公务接待费支出3.20万元，主要用于来访接待。",
                "2024年度公务接待费支出32000元，国内公务接待12批次。",
                "2023年度公务接待费支出4.10万元。",
                "2024年度公务接待费年初预算5.00万元。")));
  }

  @Test
  void whatALevelKeepsOfAThingIsNotAllOfIt() {
    assertEquals(
        List.of(),
        warnings(read(null, "2024年市本级决算情况如下。", "2024年发行再融资债券36.00亿元。市本级留用再融资债券14.00亿元，用于偿还到期本金。")));
  }

  @Test
  void debtsOfAnAreaAndOfALevelContradictNothing() {
    assertEquals(
        List.of(),
        warnings(read(null, "2024年政府债务315.00万元，其中一般债务150.00万元。市本级政府债务139.00万元，其中一般债务62.00万元。")));
  }
}
