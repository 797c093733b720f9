package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Sums whose parts labels and numbers tell, and lists whose rows are no parts. */
class SumsByLabelTest {

  private final Checker checker = new Checker();

  private List<String> rules(MadeTable table) {
    return checker.check(MadeDisclosure.budget("某局", 2025).table(table).build()).findings().stream()
        .map(f -> f.rule() + " " + f.severity())
        .toList();
  }

  private static MadeTable debt(String issued, String loans, String bonds) {
    return MadeTable.items("t1", "debt_general_balance", "一般债务余额情况表", "亿元")
        .measure("budget_amount", "预算数")
        .measure("execution_amount", "执行数")
        .item(1, "三、2024年地方政府一般债务发行额", "", issued)
        .item(2, "中央转贷地方的国际金融组织和外国政府贷款", "", loans)
        .item(2, "2024年地方政府一般债券发行额", "", bonds);
  }

  @Test
  void whatIsIssuedIsLoansAndBonds() {
    assertEquals(List.of(), rules(debt("777.45", "3.20", "774.25")));
    assertEquals(List.of("list-incomplete WARNING"), rules(debt("777.45", "3.20", "714.25")));
  }

  @Test
  void partsNumberedInTurnBelongToTheNumberAbove() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "支出预算表", "万元")
            .measure(null, "预算数")
            .item(1, "7.失业保险基金支出", "1,617,263")
            .item(2, "(1)失业保险金", "1,101,420")
            .item(2, "(2)稳定岗位补贴支出", "402,230")
            .item(2, "(3)其他支出", "186,385");
    assertEquals(List.of("identity WARNING"), rules(table));
  }

  @Test
  void aRowThatTheTotalAddsUpBesideItsPartsIsNotTheirSum() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "转移支付明细表", "万元")
            .measure(null, "金额")
            .code("22960", "彩票公益金安排的支出", "24,250")
            .code("2296003", "用于体育事业的彩票公益金支出", "1,443")
            .code("2296004", "用于教育事业的彩票公益金支出", "559")
            .code("2296013", "用于城乡医疗救助的彩票公益金支出", "2,851")
            .total("合计", "29,103");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void aRowShiftedByOneOfTwoColumnsIsTold() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "转移支付表", "万元")
            .measure(null, "一般性转移支付")
            .measure(null, "专项转移支付")
            .item(1, "甲市", "12,341", "7,713")
            .item(1, "乙市", "3,119", "15,227")
            .item(1, "丙市", "8,451", "2,306")
            .item(1, "丁市", "9,973", "6,415")
            .total("合计", "45,992", "19,553");
    List<String> rules = rules(table);
    assertTrue(rules.contains("amounts-displaced WARNING"), rules.toString());
  }

  @Test
  void aGroupWithoutItemsStandsAsItsOwnItem() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出预算表", "万元")
            .measure(null, "预算数")
            .code("227", "预备费", "100,000")
            .again()
            .code("229", "其他支出", "626,136")
            .code("22902", "年初预留", "276,254")
            .again()
            .code("22999", "其他支出", "349,882")
            .code("2299901", "其他支出", "349,882")
            .total("合计", "726,136");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void theLastSubtotalMayHoldTheOthers() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "基金预算表", "万元")
            .measure(null, "预算数")
            .item(1, "一、基础养老金支出", "93,716")
            .item(1, "二、个人账户养老金支出", "9,699")
            .subtotal("三、本年支出小计", "103,415")
            .subtotal("四、本年支出合计", "103,415")
            .item(1, "五、本年收支结余", "43,930")
            .item(1, "六、年末滚存结余", "316,999")
            .total("总计", "420,414");
    assertEquals(List.of(), rules(table));
  }

  private String verified(MadeTable table) {
    StringBuilder verified = new StringBuilder();
    checker
        .check(MadeDisclosure.budget("某局", 2025).table(table).build())
        .tables()
        .get(0)
        .rows()
        .forEach(
            row ->
                row.cells().stream()
                    .filter(cell -> cell.amount() != null)
                    .forEach(c -> verified.append(c.status() == Status.VERIFIED ? '+' : '-')));
    return verified.toString();
  }

  @Test
  void theFundsOfAProjectAreItsWhole() {
    MadeTable table =
        MadeTable.items("t1", "project_performance", "项目支出绩效表", "万元")
            .measure("project_total", "项目总额")
            .measure("fiscal_funds", "其中：", "财政资金")
            .measure("other_funds", "其中：", "其他资金")
            .item(1, "甲项目", "675.97", "435.97", "240.00")
            .item(1, "乙项目", "61.22", "61.22", "")
            .item(1, "丙项目", "18.69", "", "18.69")
            .item(1, "丁项目", "125.31", "125.81", "");
    assertEquals("+++" + "++" + "++" + "--", verified(table));
  }

  @Test
  void theFundsOfAPeriodAreThoseOfTheFormBelow() {
    MadeTable right =
        MadeTable.items("t1", "performance_target", "绩效目标表", "万元")
            .measure(null, "")
            .item(1, "实施期资金总额：", "55.72")
            .item(1, "其中：财政拨款", "50.02")
            .item(1, "其他资金", "5.70");
    assertEquals("+++", verified(right));
    MadeTable wrong =
        MadeTable.items("t1", "performance_target", "绩效目标表", "万元")
            .measure(null, "")
            .item(1, "年度金额：", "624.31")
            .item(1, "其中：中央财政资金", "0.00")
            .item(1, "市级财政资金", "624.32");
    assertEquals("---", verified(wrong));
  }

  @Test
  void twoEqualAmountsAreNotRounded() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "支出预算表", "万元")
            .measure(null, "合计")
            .measure(null, "基本支出")
            .measure(null, "项目支出")
            .item(1, "甲", "5.02", "2.01", "3.00")
            .item(1, "乙", "7.36", "7.36", "")
            .item(1, "丙", "9.47", "", "9.48");
    assertEquals("+++" + "++" + "--", verified(table));
  }

  private static MadeTable funds(String paid) {
    return MadeTable.items("t1", "social_insurance_revenue", "社会保险基金收入决算表", "万元")
        .measure("budget_amount", "预算数")
        .measure("final_amount", "决算数")
        .item(1, "甲基金", "2,477,240", "2,908,509")
        .item(1, "其中：保险费收入", "1,798,991", "2,161,494")
        .item(1, "财政补贴收入", "593,925", "638,448")
        .item(1, "乙基金", "212,387", "216,610")
        .item(1, "其中：个人缴费收入", "45,682", paid)
        .item(1, "财政补贴收入", "149,061", "139,127")
        .item(1, "丙基金", "956,313", "998,086")
        .item(1, "其中：保险费收入", "495,795", "533,906")
        .item(1, "财政补贴收入", "449,237", "438,929")
        .subtotal("基金收入合计", "3,645,940", "4,123,205")
        .item(1, "其中：保险费收入", "2,340,468", "2,745,460")
        .item(1, "财政补贴收入", "1,192,223", "1,216,504");
  }

  @Test
  void itemsAboveTheirFirstPartsAreWhatTheTotalSums() {
    Disclosure checked =
        checker.check(MadeDisclosure.budget("某省", 2025).table(funds("50,060")).build());
    assertEquals(List.of(), checked.findings());
    for (int row = 0; row < 12; row++) {
      assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", row, 1).status(), "row " + row);
      assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", row, 2).status(), "row " + row);
    }
  }

  @Test
  void aFirstPartOfAnotherNameWithAWrongDigitIsTold() {
    Disclosure checked =
        checker.check(MadeDisclosure.budget("某省", 2025).table(funds("50,760")).build());
    assertEquals(1, checked.findings().size());
    assertTrue(Scans.cell(checked, "t1", 4, 2).status() != Status.VERIFIED);
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 4, 1).status());
  }

  private static MadeTable threePublic(String vehicles, String reception) {
    return MadeTable.items("t1", "three_public", "“三公”经费决算表", "万元")
        .measure("final_amount", "决算数")
        .item(1, "“三公”经费支出合计", "7,472.31")
        .item(1, "一、因公出国（境）费", "841.06")
        .item(1, "二、公务用车购置及运行维护费", vehicles)
        .item(2, "公务用车购置", "919.48")
        .item(2, "公务用车运行维护费", "5,186.35")
        .item(1, "三、公务接待费", reception);
  }

  @Test
  void vehiclesOfWhichTheFormPrintsOnePartAloneAreNoIncompleteList() {
    MadeTable form =
        MadeTable.items("t1", "three_public", "“三公”经费决算表", "万元")
            .measure("final_amount", "决算数")
            .item(1, "“三公”经费支出合计", "7,472.31")
            .item(1, "一、因公出国（境）费", "841.06")
            .item(1, "二、公务用车购置及运行维护费", "6,105.83")
            .item(2, "其中：公务用车运行维护费", "5,186.35")
            .item(1, "三、公务接待费", "525.42");
    assertEquals(List.of(), rules(form));
  }

  private static MadeTable vehicles(String part, String amount) {
    return MadeTable.items("t1", "three_public", "“三公”经费决算表", "万元")
        .measure("final_amount", "决算数")
        .item(1, "“三公”经费支出合计", "7,472.31")
        .item(1, "1、因公出国（境）费", "841.06")
        .item(1, "2、公务用车购置及运行维护费", "6,105.83")
        .item(2, part, amount)
        .item(1, "3、公务接待费", "525.42");
  }

  @Test
  void vehiclesWithoutTheirPurchaseOrTheirOperationAreAnIncompleteList() {
    List<String> incomplete = List.of("list-incomplete WARNING");
    assertEquals(incomplete, rules(vehicles("公务用车运行维护费", "5,186.35")));
    assertEquals(incomplete, rules(vehicles("（1）公务用车购置", "919.48")));
    assertEquals(incomplete, rules(vehicles("其中：（1）公务用车运行维护费", "5,186.35")));
    assertEquals(List.of(), rules(vehicles("公务用车运行维护费", "6,105.83")));
  }

  @Test
  void vehiclesExchangedWithReceptionAreTold() {
    assertEquals(List.of(), rules(threePublic("6,105.83", "525.42")));
    assertEquals(List.of("identity WARNING"), rules(threePublic("525.42", "6,105.83")));
  }

  /** Two heads with two parts each, the first of them marked 其中. */
  private static MadeTable marked(String head, String part) {
    return MadeTable.items("t1", "debt_issue_repayment", "债务发行及还本付息情况表", "亿元")
        .measure(null, "本地区")
        .measure(null, "本级")
        .item(1, "一、2024年末债务余额", head, "723.11")
        .item(2, "其中：一般债务", "2,352.46", "696.94")
        .item(2, "专项债务", "840.14", "26.17")
        .item(1, "二、2024年债务限额", "3,685.70", "773.45")
        .item(2, "其中：一般债务", "2,664.78", "726.06")
        .item(2, "专项债务", "1,020.92", "47.39")
        .item(1, "三、2025年债务还本", "322.78", "68.65")
        .item(2, "一般债务", "274.54", "68.65")
        .item(2, "专项债务", part, "");
  }

  @Test
  void aMarkedPartAndTheOneBesideItAreTheWhole() {
    assertEquals(List.of(), rules(marked("3,192.60", "48.24")));
    assertEquals(
        List.of("amounts-displaced WARNING"),
        rules(
            MadeTable.items("t1", "debt_issue_repayment", "债务发行及还本付息情况表", "亿元")
                .measure(null, "本地区")
                .measure(null, "本级")
                .item(1, "一、2024年末债务余额", "3,192.60", "723.11")
                .item(2, "其中：一般债务", "274.54", "68.60")
                .item(2, "专项债务", "840.14", "26.17")
                .item(1, "二、2024年债务限额", "3,685.70", "773.45")
                .item(2, "其中：一般债务", "2,664.78", "726.06")
                .item(2, "专项债务", "1,020.92", "47.39")
                .item(1, "三、2025年债务还本", "322.78", "68.65")
                .item(2, "一般债务", "2,352.46", "696.94")
                .item(2, "专项债务", "48.24", "0.05")));
  }

  @Test
  void aHeadExchangedWithTheLastOfItsPartsIsNotItsTotal() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入执行情况表", "万元")
            .measure(null, "决算数")
            .measure(null, "执行数")
            .item(1, "一、转移性收入", "17,223", "1,411")
            .item(2, "上级补助收入", "2,713,519", "2,912,643")
            .item(2, "调入资金", "387,133", "534,576")
            .item(2, "区域间转移性收入", "3,117,875", "3,448,630");
    assertEquals("--------", verified(table));
  }

  @Test
  void otherRowsThatAreMoreInOneColumnAndLessInAnotherAreNoListCutShort() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "转移支付分地区表", "万元")
            .measure(null, "甲区")
            .measure(null, "乙区")
            .measure(null, "丙区")
            .item(1, "一、税收返还", "18,661", "20,172", "3,110")
            .item(2, "所得税基数返还", "15,443", "20,000", "3,000")
            .item(2, "其他返还", "3,218", "172", "110")
            .item(1, "二、一般性转移支付", "55,301", "33,696", "24,334")
            .item(2, "结算补助", "53,627", "19,904", "10,505")
            .item(2, "固定补助", "1,230", "13,900", "13,900")
            .item(2, "其他补助", "103", "12", "11");
    assertEquals(List.of(), rules(table));
  }

  @Test
  void aPartThatOtherTotalsHaveBesideTheSameOnesIsMissing() {
    MadeTable table =
        MadeTable.items("t1", "debt_issue_repayment", "债务发行及还本付息情况表", "亿元")
            .measure(null, "本地区")
            .item(1, "一、2024年末债务余额", "3,192.60")
            .item(2, "专项债务", "840.14")
            .item(1, "二、2024年债务限额", "3,685.70")
            .item(2, "其中：一般债务", "2,664.78")
            .item(2, "专项债务", "1,020.92")
            .item(1, "三、2025年债务还本", "322.78")
            .item(2, "一般债务", "274.54")
            .item(2, "专项债务", "48.24");
    assertEquals(List.of("list-incomplete WARNING"), rules(table));
  }

  private static MadeTable insured(String left) {
    MadeTable table =
        MadeTable.items("t1", "social_insurance_revenue", "社会保险基金收入决算表", "万元")
            .measure(null, "预算数")
            .measure(null, "决算数");
    String[][] funds = {
      {"甲险基金", "1,053,798", "1,078,151"},
      {"乙险基金", "186,408", "219,859"},
      {"丙险基金", "8,689", "12,241"},
      {"丁险基金", "26,869", "27,397"},
      {"戊险基金", "6,785", "8,397"},
      {"己险基金", "18,577", "23,043"},
    };
    for (String[] fund : funds) {
      if (!fund[0].equals(left)) {
        table.item(1, fund[0], fund[1], fund[2]);
      }
    }
    return table.total("合计", "1,301,126", "1,369,088");
  }

  @Test
  void aShortListThatIsShortOfItsTotalInBothColumnsLacksARow() {
    assertEquals(List.of(), rules(insured("")));
    assertEquals(List.of("list-incomplete WARNING"), rules(insured("己险基金")));
  }

  private static MadeTable purchases(String lastProject) {
    return MadeTable.items("t1", "government_procurement", "政府采购预算表", "元")
        .measure("budget_amount", "预算金额")
        .total("合计", "12,330")
        .unit("1", "全额", "9,230")
        .unit("241001", "某局", "3,510")
        .item(3, "办公设备", "2,010")
        .item(3, "印刷", "1,500")
        .unit("241002", "某中心", "2,520")
        .item(3, "物业", "1,220")
        .item(3, "办公设备", "1,300")
        .unit("241003", "某站", "1,100")
        .item(3, "物业", "610")
        .item(3, "印刷", "490")
        .unit("241004", "某所", "1,200")
        .item(3, "维修", "870")
        .item(3, "印刷", "330")
        .unit("241005", "某馆", "900")
        .item(3, "维修", "900")
        .unit("1", "全额", "3,100")
        .unit("241001", "某局", "3,100")
        .item(3, "车辆", "1,040")
        .item(3, "软件", lastProject);
  }

  @Test
  void theCodesOfUnitsTellHowDeepRowsStand() {
    Disclosure checked =
        checker.check(MadeDisclosure.budget("某局", 2025).table(purchases("2,060")).build());
    assertEquals(List.of(), checked.findings());
    assertEquals(
        List.of(),
        checked.tables().get(0).rows().stream()
            .map(row -> row.cell(1))
            .filter(cell -> cell == null || cell.status() != Status.VERIFIED)
            .toList());
  }

  @Test
  void aProjectThatItsUnitDoesNotHoldIsToldAsAWarning() {
    assertEquals(List.of("identity WARNING"), rules(purchases("2,160")));
  }
}
