package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.Word;

/** Prescribed forms as places change them: their kinds, and which of their figures are money. */
class PrescribedFormsTest {

  private static final TableMapper MAPPER =
      new TableMapper(Layouts.shipped(), Classification.shipped());

  private static Table map(String title, String... rows) {
    List<Word> above = List.of(Grids.word(title, 10, -60), Grids.word("金额单位：万元", 400, -30));
    return MAPPER.map(PlacedGrid.of(Grids.of(rows), TextLines.of(above), List.of()), "t1").table();
  }

  private static List<String> amounts(Table table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.amount() != null)
        .map(Cell::text)
        .toList();
  }

  private static List<ColumnRole> roles(Table table) {
    return table.columns().stream().map(column -> column.role()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2031年国际金融组织和外国政府贷款分地区情况表; 地区|合计|外国政府; debt_external_loans",
        "2031年超长期特别国债资金情况表; 领域|总额度; treasury_bonds",
        "2031年县级预算经人代会批准前已安排资金表; 项目|金额; pre_approval_expenditure",
        "2031年全省社会保险基础资料表; 项目|2031年预算数; social_insurance_basis",
        "2031年省级国有资本经营预算补充表; 项目|指标值; gov_state_capital_supplement",
        "综合评价得分情况表; 一级指标|分值|得分; performance_evaluation",
        "2031年财政专项扶贫资金分配结果表; 县（市、区）|合计|贫困村（个）; special_fund_list",
        "乡镇财政体制结算表; 乡镇|体制补助|合计; gov_transfers",
        "2031年青山市新增债券项目用途情况表; 用途|新增债券; bond_use",
        "支出决算明细表; 科目名称|工资福利支出|商品和服务支出; expenditure_economic",
        "部门决算相关信息统计表; 项目|决算数; operating_information",
        "2031年普惠发展专项资金清算分配表; 县（市、区）|合计|中央; special_fund_list",
        "2031年体育项目资金安排表; 项目单位|项目名称|金额; project_expenditure",
        "第六部分重点项目预算绩效情况说明; 下属单位|一级项目名称|预算数（万元）|绩效目标; project_performance"
      })
  void aFormIsKnownByItsTitle(String title, String header, String kind) {
    assertEquals(kind, map(title, header, header.replaceAll("[^|]+", "5")).kind());
  }

  @Test
  void receiptsAndExpenditureSideBySideNeedNoBudgetInTheTitle() {
    assertEquals(
        "gov_balance",
        map(
                "青山县2031年预算执行情况表",
                "收入    |<     |支出            |<     ",
                "项目    |执行数|项目            |执行数",
                "税收收入|11.00 |一般公共服务支出|9.00  ",
                "收入合计|11.00 |支出合计        |9.00  ")
            .kind());
  }

  @Test
  void codesAndCountsAreNoMoney() {
    Table income =
        map(
            "部门收入总体情况表",
            "部门（单位）代码|部门（单位）名称|合计  |财政拨款收入|事业收入",
            "101             |青山市林业局    |100.00|90.00       |10.00   ",
            "102             |青山市苗圃      |50.00 |50.00       |        ");
    assertEquals(ColumnRole.UNIT_CODE, roles(income).get(0));
    assertEquals(List.of("100.00", "90.00", "10.00", "50.00", "50.00"), amounts(income));
    Table operating =
        map(
            "部门决算相关信息统计表",
            "项目                        |预算数|决算统计数",
            "一、“三公”经费支出          |10.00 |9.00      ",
            "（二）公务用车保有量（辆）  |3     |2         ",
            "（三）国内公务接待人次（人）|      |60        ");
    assertEquals("final_amount", operating.columns().get(2).measure());
    assertEquals(List.of("10.00", "9.00"), amounts(operating));
  }

  @Test
  void figuresBeneathANameOfASideAreItsAmounts() {
    Table table =
        map(
            "2031年全市社会保险基金预算收支决算总表",
            "险种        |收入|支出|参保人数（万人）",
            "养老保险基金|100 |90  |12.5            ",
            "失业保险基金|10  |5   |5.5             ");
    assertEquals(
        List.of(ColumnRole.TEXT, ColumnRole.AMOUNT, ColumnRole.AMOUNT, ColumnRole.COUNT),
        roles(table));
    assertEquals(List.of("100", "90", "10", "5"), amounts(table));
  }

  @Test
  void placesAreKeysBeneathAHeaderThatCouldBeOfAmounts() {
    Table bonds =
        map(
            "青山省2031年新增债券项目明细表",
            "市县  |项目名称|发行金额|期限（年）",
            "青山市|大桥    |5000.00 |10        ",
            "绿水县|公路    |6000.00 |15        ");
    assertEquals(ColumnRole.REGION, roles(bonds).get(0));
    assertEquals("绿水县", bonds.rows().get(1).keys().region());
    Table transfers =
        map("2031年转移支付预算表", "全省  |省级  |市县  ", "500.00|200.00|300.00", "50.00 |20.00 |30.00 ");
    assertEquals("lower_levels", transfers.columns().get(2).measure());
    for (String header : List.of("地市", "州（市）", "市县别", "县（市、区）名称", "盟市", "旗县区")) {
      Table table = map("2031年各地一般公共预算收入执行情况表", header + "|执行数", "青山|1.00", "绿水|2.00");
      assertEquals(ColumnRole.REGION, roles(table).get(0), header);
      assertEquals("gov_general_revenue_by_region", table.kind(), header);
    }
  }

  @Test
  void theNameOfABudgetIsNoStage() {
    Table accounts =
        map(
            "财政拨款收入支出决算总表",
            "项目        |合计  |一般公共预算|政府性基金预算",
            "一、教育支出|100.00|90.00       |10.00         ");
    accounts.columns().forEach(column -> assertEquals(null, column.stage()));
    Table plan = map("2031年省级一般公共预算收支总表", "项目|2030年执行数|2031年预算数", "收入合计|1.00|2.00");
    assertEquals(Stage.BUDGET, plan.dimensions().stage());
    Table both = map("2031年省级一般公共预算收支总表", "项目|预算数|执行数", "收入合计|1.00|2.00");
    assertEquals(null, both.dimensions().stage());
  }

  @Test
  void aListOfTargetsBeneathAHeaderIsNoForm() {
    Table table =
        map(
            "项目支出绩效目标表",
            "项目名称    |项目总额|其中：  |绩效目标|一级指标|三级指标|本年绩效指标值|度量单位",
            "^           |^       |财政资金|^       |^       |^       |^             |^       ",
            "热线电话补助|36.500  |36.500  |通话畅通|产出指标|接听量  |1600.5        |次      ",
            "^           |^       |^       |^       |成本指标|单价    |59.5          |万元    ");
    assertEquals("project_performance", table.kind());
    assertEquals(ColumnRole.PROJECT, roles(table).get(0));
    assertEquals(List.of("36.500", "36.500"), amounts(table));
    assertEquals(
        "performance_target",
        map("项目支出绩效目标表", "项目名称|热线|<", "一级指标|二级指标|指标值", "产出指标|数量指标|5.5").kind());
  }
}
