package org.yusuan.layout.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.model.FiscalPeriod;
import org.yusuan.model.Level;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Stage;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** Covers and titles say whose document it is, for which year and at which stage. */
class SubjectReaderTest {

  private static final TableMapper MAPPER =
      new TableMapper(Layouts.shipped(), Classification.shipped());

  private static List<TextLine> lines(String... texts) {
    List<TextLine> lines = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      Word word = Grids.word(texts[i], 100, 100 + 30 * i);
      lines.add(new TextLine(texts[i], word.box(), List.of(word)));
    }
    return lines;
  }

  private static Subject cover(String... texts) {
    return read(List.of(texts), List.of());
  }

  private static Subject titles(String... titles) {
    return read(List.of(), List.of(titles));
  }

  private static Subject read(List<String> cover, List<String> titles) {
    List<PlacedGrid> grids = new ArrayList<>();
    for (String title : titles) {
      grids.add(placed(title));
    }
    PageContent page =
        new PageContent(
            new Page(1, 842, 595, Origin.TEXT, List.of(), List.of(), List.of(), List.of()),
            List.of(),
            lines(cover.toArray(String[]::new)));
    return SubjectReader.read(List.of(page), MAPPER.map(grids), Layouts.shipped());
  }

  private static PlacedGrid placed(String title) {
    return PlacedGrid.of(Grids.of("项目 | 预算数 | 执行数", "一 | 1.00 | 2.00"), lines(title), List.of());
  }

  private static <T> T value(@Nullable Stated<T> stated) {
    return Objects.requireNonNull(stated, "not stated").value();
  }

  @Test
  void aPlaceIsNoDepartmentWhereTheCoverNamesOne() {
    Subject subject = cover("东海市南山区2025年区级部门预算", "预算主管部门：东海市南山区人民政府办公室");
    assertEquals("东海市南山区人民政府办公室", value(subject.organization()));
    assertEquals("东海市南山区", value(subject.region()));
    assertEquals(Level.DEPARTMENT, value(subject.level()));
  }

  @Test
  void aGovernmentPublishesItsOwn() {
    for (Subject subject :
        List.of(
            cover("东海市2031年政府预算信息公开", "附表", "表一 2031年全市一般公共预算收入表"),
            cover("2031年东海市人民政府预算公开"),
            cover(
                "东海市九届人大二次会议文件（7）",
                "关于2030年全市和市本级预算执行情况与",
                "2031年全市和市本级预算草案的报告",
                "——2031年1月8日在东海市第九届人民代表大会"))) {
      assertEquals("东海市", value(subject.organization()));
      assertEquals("东海市", value(subject.region()));
      assertEquals(Level.GOVERNMENT, value(subject.level()));
      assertEquals(2031, value(subject.fiscalYear()));
      assertEquals(Stage.BUDGET, value(subject.stage()));
    }
  }

  @Test
  void theWordForADepartmentMayBeMissing() {
    Subject subject = cover("2031年度东海省高级", "人民法院决算公开");
    assertEquals("东海省高级人民法院", value(subject.organization()));
    assertEquals(Stage.FINAL_ACCOUNTS, value(subject.stage()));
    assertNull(cover("2031年度政府性基金预算").organization());
    assertNull(cover("2031年度一般公共预算").organization());
  }

  @Test
  void aCoverMayBeSetOverTwoOrThreeLines() {
    for (Subject subject :
        List.of(
            cover("2026年度", "东海市教育局", "部门预算"),
            cover("东海市教育局", "2026年度部门预算"),
            cover("东海市教育局2026年部门综合预算", "目录", "第二部分收支情况", "五、2026年部门预算收支说明"),
            cover("2026年东海市教育局部门预算公开"))) {
      assertEquals("东海市教育局", value(subject.organization()));
      assertEquals("东海市", value(subject.region()));
      assertEquals(Level.DEPARTMENT, value(subject.level()));
      assertEquals(2026, value(subject.fiscalYear()));
      assertEquals(Stage.BUDGET, value(subject.stage()));
    }
  }

  @Test
  void theCoverTellsAUnitFromADepartment() {
    assertEquals(Level.UNIT, value(cover("东海市图书馆2024年度单位决算").level()));
  }

  @Test
  void aReportOfAGovernmentIsThatOfItsDraft() {
    Subject subject = cover("关于东海市2025年预算执行情况和", "2026年预算草案的报告");
    assertEquals("东海市", value(subject.organization()));
    assertEquals(Level.GOVERNMENT, value(subject.level()));
    assertEquals(2026, value(subject.fiscalYear()));
    assertEquals(Stage.BUDGET, value(subject.stage()));
  }

  @Test
  void titlesOfGovernmentsTellPlaceYearAndStage() {
    Subject subject = titles("50东山省2021年地方政府一般债务余额情况表", "50东山省2021年地方政府专项债务余额情况表");
    assertEquals("东山省", value(subject.region()));
    assertEquals(Level.GOVERNMENT, value(subject.level()));
    assertEquals(2021, value(subject.fiscalYear()));
    assertEquals(Stage.EXECUTION, value(subject.stage()), "by its columns");
    assertEquals(Stage.EXECUTION, value(titles("2018年全市一般公共预算收入完成情况表").stage()), "by its title");
    Subject both = titles("2024年东海市债务预算情况表", "2024年东海市债务执行情况表", "2025年东海市新增债券预算表");
    assertEquals(2025, value(both.fiscalYear()));
    assertEquals(Stage.BUDGET, value(both.stage()));
  }

  @Test
  void aUnitOrASentenceIsNoOrganization() {
    assertNull(cover("单位：万元").organization());
    assertNull(cover("第二部分收支情况五、2022年部门预算收支说明").organization());
    assertNull(cover("关于报送材料的报告2024年部门预算").organization());
  }

  @Test
  void allYearsAndStagesOfItsTablesAreListed() {
    Subject subject = titles("东海市2024年一般公共预算支出执行情况表", "东海市2025年一般公共预算支出预算表");
    assertEquals(
        List.of(new FiscalPeriod(2024, Stage.EXECUTION), new FiscalPeriod(2025, Stage.BUDGET)),
        subject.periods());
  }

  @Test
  void aDepartmentThatHandsOutTransfersIsNoGovernment() {
    String transfers = "东海市教育共同事权转移支付绩效目标表";
    PlacedGrid whole = placed("部门整体支出绩效目标表");
    PlacedGrid income =
        PlacedGrid.of(
            Grids.of(
                "科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入",
                "205 | 教育支出 | 1.00 | 1.00 | | | | | "),
            lines("收入决算表"),
            List.of());
    assertEquals(Level.GOVERNMENT, value(titles(transfers).level()));
    assertEquals(
        Level.DEPARTMENT,
        value(
            SubjectReader.read(
                    List.of(),
                    MAPPER.map(
                        List.of(placed(transfers), placed(transfers), income, income, whole)),
                    Layouts.shipped())
                .level()));
    assertEquals(2031, value(titles("二○三一年全市一般公共预算支出执行情况表").fiscalYear()));
    assertNull(titles("2030年自治区本级一般公共预算收入决算表").region());
  }

  @Test
  void anAutonomousRegionThatIsNotNamedIsNoPlace() {
    assertNull(titles("2031年自治区对市县转移支付决算表").region());
    assertNull(titles("2031年度自治区政府债务限额情况表").region());
    assertNull(titles("2031年政府性基金区级对市县转移支付表").region());
    assertNull(cover("2031年自治区预算自治区财政厅").region());
    assertEquals("东海省", value(titles("2031年度东海省政府债务限额情况表").region()));
  }
}
