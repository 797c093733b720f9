package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

/** What 其中 names first, with parts beside it that begin where its name does. */
class OfWhichListsTest {

  private static Disclosure check(String first, String last) {
    return new Checker()
        .check(
            MadeDisclosure.budget("某市", 2025)
                .table(
                    MadeTable.items("t1", "gov_transfers", "转移支付表", "元")
                        .measure("budget_amount", "预算数")
                        .item(1, "教育转移支付", "10,257.31")
                        .item(2, "其中：免费教育补助（课本费）", first)
                        .item(2, "教师队伍建设", "457.20")
                        .item(2, "学前教育", "2,766.11")
                        .item(2, "特殊教育", last)
                        .item(1, "文化转移支付", "500.00"))
                .build());
  }

  @Test
  void partsThatAddUpWithItVerifyTheirTotal() {
    Disclosure checked = check("1,004.00", "6,030.00");
    assertEquals(List.of(), checked.findings());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 0, 1).status());
    assertEquals(Status.VERIFIED, Scans.cell(checked, "t1", 1, 1).status());
  }

  @Test
  void partsThatAreNotAllAreNoContradiction() {
    assertEquals(List.of(), check("1,004.00", "5,030.00").findings());
    assertEquals(Status.UNVERIFIED, Scans.cell(check("1,004.00", "5,030.00"), "t1", 0, 1).status());
  }

  @Test
  void theNextOfTwoPartsNeedNotBeTheLast() {
    MadeTable table =
        MadeTable.items("t1", "social_insurance_revenue", "社会保险基金收入表", "元")
            .measure("budget_amount", "预算数")
            .item(1, "失业保险基金收入", "2,125")
            .item(2, "其中：失业保险费收入", "2,083")
            .item(2, "利息收入", "21")
            .item(1, "工伤保险基金收入", "1,459");
    assertEquals(
        List.of(),
        new Checker().check(MadeDisclosure.budget("某市", 2025).table(table).build()).findings());
  }
}
