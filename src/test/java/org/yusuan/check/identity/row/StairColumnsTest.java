package org.yusuan.check.identity.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.check.Checker;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;

/** Lists that several columns name, each narrower than the one before. */
class StairColumnsTest {

  private final Checker checker = new Checker();

  private static MadeTable goods(String desks) {
    return MadeTable.items("t1", "unknown", "采购表", "元")
        .names("经济科目")
        .names("物品")
        .measure(null, "金额")
        .step(List.of("货物", "", ""), "665")
        .step(List.of("", "设备购置", ""), "300")
        .step(List.of("", "", "电脑"), "120")
        .step(List.of("", "", "桌椅"), desks)
        .step(List.of("", "办公费", "纸张"), "365")
        .step(List.of("服务", "", ""), "251")
        .step(List.of("", "会议费", ""), "90")
        .step(List.of("", "", "会议服务"), "90")
        .step(List.of("", "印刷费", ""), "161")
        .step(List.of("", "", "印刷服务"), "161")
        .total("合计", "916");
  }

  private Disclosure check(MadeTable table) {
    return checker.check(MadeDisclosure.budget("某局", 2025).table(table).build());
  }

  private static Status status(Disclosure checked, int row) {
    Row found = checked.tables().get(0).rows().get(row);
    Status status = found.cells().get(found.cells().size() - 1).status();
    return status == null ? Status.UNVERIFIED : status;
  }

  @Test
  void theLastColumnThatNamesARowTellsHowDeepItStands() {
    Disclosure checked = check(goods("180"));
    assertEquals(List.of(), checked.findings());
    assertEquals(checked.quality().amounts(), checked.quality().verified());
  }

  @Test
  void anAmountThatTheRowAboveContradictsIsNotVerified() {
    Disclosure checked = check(goods("130"));
    assertNotEquals(Status.VERIFIED, status(checked, 3));
    assertEquals(Status.VERIFIED, status(checked, 7));
  }

  @Test
  void aSubtotalNamesTheColumnBeforeIt() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "收入表", "元")
            .names("来源")
            .measure(null, "金额")
            .step(List.of("预算资金", "小计"), "1,007")
            .step(List.of("", "拨款"), "900")
            .step(List.of("", "专项收入"), "107")
            .step(List.of("其他资金", "小计"), "80")
            .step(List.of("", "事业收入"), "50")
            .step(List.of("", "经营收入"), "30")
            .total("收入总计", "1,087");
    Disclosure checked = check(table);
    assertEquals(List.of(), checked.findings());
    assertEquals(checked.quality().amounts(), checked.quality().verified());
  }

  @Test
  void namesBesideOneAnotherAreNoStair() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "项目表", "元")
            .names("说明")
            .measure(null, "金额")
            .step(List.of("甲", "续建"), "30")
            .step(List.of("乙", ""), "20")
            .step(List.of("丙", "新建"), "10")
            .total("合计", "60");
    Disclosure checked = check(table);
    assertEquals(List.of(), checked.findings());
    assertEquals(checked.quality().amounts(), checked.quality().verified());
  }
}
