package org.yusuan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.correction.DrawnTable;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

class RereadPagesTest {

  private static MadeTable table(String id, String title, int page) {
    return MadeTable.items(id, "unknown", title, "元")
        .measure(null, "金额")
        .on(page, Status.UNVERIFIED)
        .item(1, "甲", "12");
  }

  private static final Disclosure STORED =
      MadeDisclosure.budget("某局", 2025)
          .table(table("t1", "前", 1))
          .table(table("t2", "中", 2))
          .table(table("t3", "后", 3))
          .finding("t2", 0, 1)
          .finding("t3", 0, 1)
          .build();

  @Test
  void onlyThePagesThatWereDrawnOnAreRead() {
    DrawnTable drawn = new DrawnTable(2, new Box(0, 0, 9, 9), List.of(), List.of(), null);
    assertEquals(List.of(2), RereadPages.of(STORED, List.of(drawn)));
  }

  @Test
  void tablesOfOtherPagesKeepTheirNamesAndNewOnesTakeThoseThatAreFree() {
    Disclosure anew =
        MadeDisclosure.budget("别的局", 2020)
            .table(table("t1", "中一", 2))
            .table(table("t2", "中二", 2))
            .build();
    Disclosure read = RereadPages.put(STORED, anew, List.of(2));
    assertEquals(List.of("t1", "t2", "t4", "t3"), read.tables().stream().map(Table::id).toList());
    assertEquals(
        List.of("前", "中一", "中二", "后"), read.tables().stream().map(Table::titleOrId).toList());
    assertEquals(STORED.subject(), read.subject());
    assertEquals(4, read.quality().amounts());
    assertEquals(
        List.of("t3"),
        read.findings().stream().map(Finding::cells).map(cells -> cells.get(0).table()).toList());
  }
}
