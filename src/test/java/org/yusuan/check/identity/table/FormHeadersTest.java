package org.yusuan.check.identity.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yusuan.check.Checker;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/** Rows of a form that head the amounts below them. */
class FormHeadersTest {

  /** A sheet of aims; its row of amounts stands below two rows that head it. */
  private static MadeTable form(String... amounts) {
    MadeTable table = MadeTable.items("t1", "performance_target", "整体绩效目标表", "万元");
    for (int column = 0; column < 7; column++) {
      table.names("");
    }
    return table
        .step(List.of("部门名称", "某局", "", "", "", "", "", ""))
        .wide(1, 7)
        .step(List.of("资金情况", "预算支出总额", "财政拨款", "", "", "其他资金", "", ""))
        .wide(2, 3)
        .wide(5, 3)
        .step(List.of("", "", "合计", "基本支出", "项目支出", "合计", "基本支出", "项目支出"))
        .step(List.of(""), amounts)
        .step(List.of("目标", "做好各项工作", "", "", "", "", "", ""))
        .wide(1, 7);
  }

  private static Disclosure check(MadeTable table) {
    return new Checker().check(MadeDisclosure.budget("某局", 2026).table(table).build());
  }

  private static String statuses(Disclosure checked) {
    Table table = checked.tables().get(0);
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.amount() != null)
        .map(cell -> cell.status() == Status.VERIFIED ? "+" : "-")
        .collect(Collectors.joining());
  }

  @Test
  void amountsAreCheckedByTheRowsThatHeadThem() {
    Disclosure checked =
        check(form("960.50", "700.30", "450.10", "250.20", "260.20", "60.20", "200.00"));
    assertEquals("+++++++", statuses(checked));
    assertEquals(List.of(), checked.findings());
  }

  @Test
  void whatTheHeadersContradictIsNotVerified() {
    Disclosure checked =
        check(form("960.50", "700.30", "450.10", "205.20", "260.20", "60.20", "200.00"));
    assertEquals("++--+++", statuses(checked));
  }

  @Test
  void amountsBelowNoHeaderAreLeftAlone() {
    MadeTable table = MadeTable.items("t1", "performance_target", "绩效目标表", "万元");
    table.names("").names("").names("");
    table.step(List.of("项目", "某项目", "", ""));
    table.step(List.of(""), "30.00", "10.00", "20.00");
    assertEquals("---", statuses(check(table)));
  }
}
