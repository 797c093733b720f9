package org.yusuan.layout.title;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

class KindReaderTest {

  private static final TableMapper MAPPER =
      new TableMapper(Layouts.shipped(), Classification.shipped());

  private static final String[] TAXES = {
    "项目        |预算数  |决算数",
    "一、税收收入|1,000.00|1,100.00",
    "增值税      |600.00  |700.00",
    "资源税      |400.00  |400.00"
  };

  private static final String[] FUNCTIONS = {
    "项目                |预算数  |决算数",
    "一、一般公共服务支出|1,000.00|1,100.00",
    "二、教育支出        |600.00  |700.00",
    "三、卫生健康支出    |400.00  |400.00"
  };

  private static PlacedGrid placed(String title, String... rows) {
    return PlacedGrid.of(
        Grids.of(rows),
        title.isEmpty() ? List.of() : TextLines.of(List.of(Grids.word(title, 10, -60))),
        List.of());
  }

  private static Table map(String title, String... rows) {
    return MAPPER.map(placed(title, rows), "t1").table();
  }

  @ParameterizedTest
  @CsvSource({
    "2030年青山省一般公共预算收入决算表, gov_general_revenue",
    "2030年青山市本级政府性基金收入决算表, gov_fund_revenue",
    "2030年全省国有资本经营预算收入表, gov_state_capital_revenue",
    "2030年全市社会保险基金预算收入表, social_insurance_revenue",
    "2030年省级一般公共预算收支平衡情况表, gov_general_balance",
    "2030年青山市一般公共预算收入分地区执行情况表, gov_general_revenue_by_region",
    "2030年省对市县一般公共预算转移支付分项目表, gov_general_transfers_by_item",
    "青山省2030年地方政府一般债务余额情况表, debt_general_balance",
    "青山省2030年地方政府专项债务余额情况表, debt_special_balance",
    "青山市地方政府债券发行及还本付息情况表, debt_issue_repayment",
    "2031年青山市地方政府债务限额提前下达情况表, debt_limit_advance",
    "2030年全省地方政府专项债务情况表, debt_overview",
    "2031年新增地方政府债券投向情况表, bond_use",
    "2030年青山市国有土地使用权出让收支情况表, gov_fund_balance",
    "2030年青山市预算稳定调节基金变动情况表, budget_stabilization_fund",
    "2031年省级重大投资项目资金安排表, investment_projects",
    "2030年青山市主要税种完成情况表, gov_revenue"
  })
  void aTableOfAPlaceNeverSeenIsTypedByItsTitle(String title, String kind) {
    assertEquals(kind, map(title, TAXES).kind());
  }

  /** A fund's name in the list of expenditure says that it is of a government. */
  @Test
  void severalRowsOfDepartmentsCountForMoreThanOneOfGovernments() {
    String[] balance = {
      "收入              |<       |支出            |<",
      "项目              |预算数  |项目            |预算数",
      "一、一般公共预算拨款收入|1,000.00|一、一般公共服务支出|900.00",
      "二、事业收入      |        |二、外交支出    |",
      "三、上级补助收入  |        |三、国防支出    |",
      "四、附属单位上缴收入|       |四、债务还本支出|100.00",
      "本年收入合计      |1,000.00|本年支出合计    |1,000.00"
    };
    String[] expenditure = {"201  |一般公共服务支出|900.00|900.00", "21208|国有土地使用权出让收入安排的支出|100.00|100.00"};
    assertEquals(
        "income_expenditure_summary",
        MAPPER
            .map(List.of(placed("2031年度收支预算总表", balance), placed("2031年度支出预算总表", expenditure)))
            .get(0)
            .table()
            .kind());
  }

  @Test
  void rowsOverruleATitleThatNamesTheOtherSide() {
    Table table = map("2030年全省一般公共预算收入决算表", FUNCTIONS);
    assertEquals("gov_general_expenditure", table.kind());
    assertEquals("expenditure", table.dimensions().side());
    assertEquals("functional", table.dimensions().classification());
  }

  @Test
  void aTableCarriesWhatItIsAbout() {
    Table table = map("2030年全省一般公共预算收入决算表", TAXES);
    assertEquals("general_public_budget", table.dimensions().budget());
    assertEquals("whole_area", table.dimensions().scope());
    assertEquals(Stage.FINAL_ACCOUNTS, table.dimensions().stage());
    assertEquals(2030, table.dimensions().fiscalYear());
    assertNull(table.layout());
  }

  @Test
  void aTableWithoutASubjectIsReadAsThoseBesideIt() {
    String[] plain = {"项目|金额", "一、一般公共服务支出|10.00", "二、教育支出|20.00"};
    List<TableMapper.Mapped> government =
        MAPPER.map(List.of(placed("2030年全省一般公共预算收入决算表", TAXES), placed("一般公共预算支出表", plain)));
    assertEquals("gov_general_expenditure", government.get(1).table().kind());
    assertEquals("unknown", map("一般公共预算支出表", plain).kind());
  }

  @Test
  void aHeaderAloneTellsATableWithoutTitle() {
    assertEquals(
        "three_public_meetings_training",
        map(
                "",
                "合计 |因公出国（境）费|公务用车购置及运行维护费|公务接待费|会议费|培训费",
                "60.00|10.00           |20.00                   |10.00     |10.00 |10.00")
            .kind());
    assertEquals("government_procurement", map("", "采购品目大类|采购组织形式|总计", "货物|集中采购|5.00").kind());
  }

  @Test
  void aDepartmentsTableIsTypedByItsParts() {
    String[] names = {"科目编码|科目名称|金额", "301|工资福利支出|10.00", "30101|基本工资|10.00"};
    assertEquals(
        "fiscal_appropriation_basic_economic", map("2030年度青山省气象局部门财政拨款基本支出预算表", names).kind());
    assertEquals("operating_expenditure", map("一般公共预算机关运行经费支出预算表", names).kind());
    String[] reception = {"科目编码|科目名称|机关运行经费支出", "302|商品和服务支出|10.00", "30217|公务接待费|10.00"};
    assertEquals("operating_expenditure", map("机关运行经费支出预算表", reception).kind());
    String[] basic = {
      "科目编码|科目名称|合计|人员经费|公用经费", "301|工资福利支出|10.00|10.00|", "30101|基本工资|10.00|10.00|"
    };
    assertEquals("fiscal_appropriation_basic_economic", map("财政拨款基本支出表（经济科目）", basic).kind());
    assertEquals("basic_expenditure_economic", map("一般公共预算基本支出表", basic).kind());
  }

  @Test
  void aGovernmentsExpenditureMayNameNoBudget() {
    assertEquals("gov_expenditure_by_economic", map("2031年省本级政府预算支出经济分类预算表", ECONOMIC).kind());
  }

  private static final String[] ECONOMIC = {
    "科目编码|科目名称      |预算数",
    "301     |工资福利支出  |600.00",
    "302     |商品和服务支出|300.00",
    "307     |债务利息及费用支出|60.00",
    "       |债务还本支出   |40.00"
  };

  @ParameterizedTest
  @CsvSource({
    "一般公共预算支出经济分类情况表, general_public_budget_economic",
    "一般公共预算基本支出情况表, basic_expenditure_economic",
    "部门支出总表（按经济分类）, expenditure_economic",
    "支出预算分类汇总表（按政府预算经济分类）, expenditure_economic",
    "商品和服务支出预算表, expenditure_economic_class",
    "财政专户管理资金支出情况表, special_account_expenditure",
    "机构运行信息表, operating_information"
  })
  void amongADepartmentsTablesRowsThatGovernmentsHaveTooTellNoSubject(String title, String kind) {
    List<TableMapper.Mapped> tables =
        MAPPER.map(
            List.of(
                placed("部门收入总表", "科目编码|科目名称|合计", "205|教育支出|1,000.00"),
                placed("部门支出总表", "科目编码|科目名称|合计", "205|教育支出|1,000.00"),
                placed("财政拨款收支总表", "项目|合计|项目|合计", "收入|1,000.00|支出|1,000.00"),
                placed(title, ECONOMIC)));
    assertEquals(kind, tables.get(3).table().kind());
  }

  @Test
  void aListOfUnitsIsToldByAHeaderWithNothingElse() {
    assertEquals("unit_list", map("", "序号|单位名称", "1|青山市林业局", "2|青山市苗圃").kind());
    assertEquals("unit_list", map("", "单位名称|经费性质|在职人数", "青山市林业局|财政核拨|12", "青山市苗圃|财政核补|3").kind());
    assertEquals(Table.UNKNOWN, map("", "序号|单位名称|用水量", "1|青山市林业局|12").kind());
  }

  @Test
  void proseAboveATableTellsNoKind() {
    assertEquals(Table.UNKNOWN, map("各类企业主要指标情况如下：", "指标|数量", "甲|1", "乙|2").kind());
  }

  @Test
  void aYearBeforeTheTablesOwnIsThePriorYear() {
    String[] rows = {"项目|2029年决算数|2030年决算数", "税收收入|1.00|2.00", "非税收入|1.00|2.00"};
    Table accounts = map("2030年全省一般公共预算收入决算表", rows);
    assertEquals("prior_year_final", accounts.columns().get(1).measure());
    assertEquals("final_amount", accounts.columns().get(2).measure());
    Table budget = map("2031年全省一般公共预算收入预算表", "项目|2030年决算数|2031年预算数", "税收收入|1.00|2.00");
    assertEquals("prior_year_final", budget.columns().get(1).measure());
    assertEquals("budget_amount", budget.columns().get(2).measure());
  }

  @Test
  void figuresThatAreNoMoneyAreCounts() {
    Table table =
        map(
            "2030年全省专项债券项目明细情况表（单位：万元）",
            "项目编码|项目名称|债券规模|期限|发行利率",
            "126001  |甲      |5.00    |10  |3.25",
            "126002  |乙      |6.00    |15  |3.31");
    assertEquals(ColumnRole.TEXT, table.columns().get(0).role());
    assertEquals(ColumnRole.AMOUNT, table.columns().get(2).role());
    assertEquals(ColumnRole.COUNT, table.columns().get(3).role());
    assertEquals(ColumnRole.PERCENT, table.columns().get(4).role());
  }

  @Test
  void regionsAreKeysAndMemoColumnsNoAddends() {
    Table table =
        map("2030年青山省分地区一般公共预算支出决算表", "地区  |合计|其中：政府采购项目", "青山市|5.00|1.00", "绿水县|6.00|2.00");
    assertEquals(ColumnRole.REGION, table.columns().get(0).role());
    assertEquals("青山市", table.rows().get(0).keys().region());
    assertNull(table.columns().get(1).memo());
    assertEquals(true, table.columns().get(2).memo());
  }

  @Test
  void codesOfRegionsAreNoMoney() {
    Table table =
        map(
            "2030年各地一般公共预算收入完成情况表",
            "地区编码|区划名称|2029年决算数|2030年完成数",
            "9901|青山市|3,697.00|3,713.00",
            "9940|绿水县|1,486.00|1,639.00");
    assertEquals(ColumnRole.TEXT, table.columns().get(0).role());
    assertEquals(2, table.rows().size());
    assertEquals("绿水县", table.rows().get(1).keys().region());
  }

  @Test
  void aColumnOfMoneyBeneathAHeaderThatSaysPercentIsMoney() {
    Table table =
        map(
            "2030年全省一般公共预算收入决算表",
            "项目    |预算数的% |执行数",
            "税收收入|1,234,567 |2.00",
            "非税收入|2,345,678 |3.00");
    assertEquals(ColumnRole.AMOUNT, table.columns().get(1).role());
  }
}
