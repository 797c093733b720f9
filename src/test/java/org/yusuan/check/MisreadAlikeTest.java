package org.yusuan.check;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Status;

/** Misreadings of a scan that one cause makes in several amounts, so that sums hold. */
class MisreadAlikeTest {

  private static final int AMOUNT = 2;

  private final Checker checker = new Checker(Messages.shipped());

  /** The disclosure as read off pages that were not read well. */
  private Disclosure checked(MadeTable table, Map<CellRef, List<Reading>> readings) {
    Disclosure scan = Scans.of(MadeDisclosure.budget("某局", 2025).table(table).build(), readings);
    SourceFile file = scan.source();
    List<SourcePage> pages =
        file.pages().stream()
            .map(
                page ->
                    new SourcePage(
                        page.page(),
                        page.width(),
                        page.height(),
                        Origin.OCR,
                        List.of("page " + page.page() + " is poor")))
            .toList();
    return checker.check(
        new Disclosure(
            scan.schemaVersion(),
            new SourceFile(file.file(), file.sha256(), file.pageCount(), file.producer(), pages),
            scan.subject(),
            scan.tables(),
            scan.claims(),
            scan.findings(),
            scan.quality()));
  }

  @Test
  void aCopyOfATotalProvesNoSum() {
    MadeTable table =
        MadeTable.coded("t1", "unknown", "支出预算表", "万元")
            .measure("budget_amount", "预算数")
            .code("220", "自然资源海洋气象等支出", "4,271.48")
            .code("22005", "气象事务", "4,271.48")
            .code("2200501", "行政运行", "1,617.19")
            .code("2200504", "气象事业机构", "550.68")
            .code("2200509", "气象服务", "2,103.61");
    Map<CellRef, List<Reading>> readings = new HashMap<>();
    List<String> thin = List.of("4,271.43", "4,271.43", "1,617.19", "550.63");
    for (int row = 0; row < thin.size(); row++) {
      readings.put(new CellRef("t1", row, AMOUNT), List.of(new Reading(thin.get(row), 0.99)));
    }
    Disclosure scan = checked(table, readings);
    for (int row = 0; row < 5; row++) {
      Cell cell = Scans.cell(scan, "t1", row, AMOUNT);
      assertNotEquals(Status.VERIFIED, cell.status(), cell.text());
    }
  }
}
