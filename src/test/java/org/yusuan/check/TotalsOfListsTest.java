package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** Totals that hold though rows of their list stand at each other's places, or are left out. */
class TotalsOfListsTest {

  private static Disclosure check(MadeTable table) {
    return new Checker().check(MadeDisclosure.budget("某市", 2031).table(table).build());
  }

  private static List<String> rules(Disclosure checked) {
    return checked.findings().stream().map(f -> f.rule() + " " + f.severity()).toList();
  }

  private static @Nullable Status status(Disclosure checked, int row, int column) {
    return Scans.cell(checked, "t1", row, column).status();
  }

  /** Profits with four kinds, and dividends with two; no level is printed. */
  private static MadeTable capital(String[] profits, String[] others) {
    return MadeTable.items("t1", "gov_state_capital_revenue", "国有资本经营收入表", "万元")
        .measure(null, "预算数")
        .measure(null, "决算数")
        .item(1, "利润收入", profits)
        .item(1, "煤炭企业利润收入", "37", "218")
        .item(1, "贸易企业利润收入", "879", "546")
        .item(1, "建筑企业利润收入", "1,031", "977")
        .item(1, "其他企业利润收入", others)
        .item(1, "股利、股息收入", "8,463", "38,651")
        .item(1, "控股公司股息收入", "21", "30,562")
        .item(1, "金融企业股息收入", "8,442", "8,089")
        .item(1, "国有资本经营收入", "10,538", "40,457");
  }

  @Test
  void theLastPartInThePlaceOfItsWholeIsNotVerifiedByWhatTheTotalAddsUp() {
    String[] whole = {"2,075", "1,806"};
    String[] last = {"128", "65"};
    Disclosure right = check(capital(whole, last));
    assertEquals(List.of(), right.findings());
    assertEquals(Status.VERIFIED, status(right, 4, 1));
    Disclosure exchanged = check(capital(last, whole));
    for (int column = 1; column <= 2; column++) {
      assertNotEquals(Status.VERIFIED, status(exchanged, 0, column));
      assertNotEquals(Status.VERIFIED, status(exchanged, 4, column));
      assertEquals(Status.VERIFIED, status(exchanged, 5, column), "dividends have their own parts");
    }
  }

  /** Funds that a subtotal closes, the first two of them in one column alone. */
  private static MadeTable funds(boolean others) {
    MadeTable table =
        MadeTable.items("t1", "gov_fund_revenue", "政府性基金收入表", "万元")
            .measure(null, "上年数")
            .measure(null, "预算数")
            .measure(null, "执行数")
            .item(1, "土地收益基金收入", "", "51,873", "")
            .item(1, "农业土地开发收入", "", "4,127", "")
            .item(1, "土地出让收入", "928,117", "1,407,331", "1,151,209")
            .item(1, "彩票公益金收入", "27,023", "19,216", "25,447")
            .item(1, "配套费收入", "21,731", "9,041", "20,087");
    if (others) {
      table.item(1, "其他基金收入", "", "163", "");
    }
    return table
        .item(1, "污水处理费收入", "43,251", "42,019", "56,183")
        .subtotal("基金收入合计", "1,020,122", "1,533,770", "1,252,926");
  }

  @Test
  void aSubtotalLacksWhatItsListLacksAndNotAllOfAColumn() {
    assertEquals(List.of(), check(funds(true)).findings());
    Disclosure checked = check(funds(false));
    assertEquals(List.of("list-incomplete WARNING"), rules(checked));
    String message = checked.findings().get(0).messageZh();
    assertTrue(message.contains("少 163"), message);
  }

  /** Districts of which nothing but the amounts tells that the first row is their sum. */
  private static MadeTable districts(String... shifted) {
    return MadeTable.items("t1", "debt_limit_allocation", "债务限额安排表", "万元")
        .measure(null, "合计")
        .measure(null, "一般债务限额")
        .measure(null, "外债")
        .measure(null, "专项债务限额")
        .item(1, "青山市", "4,903,000", "20,000", "", "4,883,000")
        .item(1, "青山市中心", "3,713,000", "10,000", "", "3,703,000")
        .item(1, "甲区", "95,000", "10,000", "", "85,000")
        .item(1, "乙区", "145,000", "", "", "145,000")
        .item(1, "丙区", shifted)
        .item(1, "丁区", "310,000", "", "", "310,000");
  }

  @Test
  void oneAmountInTheNextColumnIsNotVerifiedByItsRow() {
    Disclosure right = check(districts("640,000", "", "", "640,000"));
    assertEquals(List.of(), right.findings());
    assertEquals(Status.VERIFIED, status(right, 4, 4));
    Disclosure shifted = check(districts("640,000", "640,000", "", ""));
    assertNotEquals(Status.VERIFIED, status(shifted, 4, 2));
  }

  private static MadeTable balance(String sewage, String carried) {
    return MadeTable.items("t1", "gov_fund_revenue", "政府性基金收入表", "万元")
        .measure(null, "预算数")
        .item(1, "一、土地出让收入", "150,000")
        .item(1, "二、配套费收入", "6,000")
        .item(1, "三、污水处理费收入", sewage)
        .item(1, "四、彩票公益金收入", "300")
        .subtotal("本年收入合计", "158,500")
        .item(2, "上级补助收入", "1,100")
        .item(1, "上年结余收入", carried)
        .total("收入总计", "162,100");
  }

  @Test
  void aTotalThatPassesOverAWrongSubtotalVerifiesNothing() {
    assertEquals(Status.VERIFIED, status(check(balance("2,200", "2,500")), 2, 1));
    Disclosure exchanged = check(balance("2,500", "2,200"));
    assertNotEquals(Status.VERIFIED, status(exchanged, 2, 1));
  }
}
