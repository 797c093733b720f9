package org.yusuan.check.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Origin;

class DamagedPagesTest {

  private static Finding finding(String rule, CellRef cell) {
    return new Finding(rule, Severity.ERROR, Blame.DOCUMENT, "错", "wrong", List.of(cell), null);
  }

  /** A table that is not damaged, with a finding of its own and one that rests on others. */
  private static final Disclosure DISCLOSURE =
      MadeDisclosure.budget("某局", 2025)
          .table(MadeTable.coded("t1", "expenditure", "支出表", "元").code("201", "一般公共服务支出", "5"))
          .build()
          .withFindings(
              List.of(
                  finding("identity", new CellRef("t1", 0, 2)),
                  finding("claim", new CellRef("t1", 0, 2))));

  private static Disclosure withPages(int... numbers) {
    SourceFile source = DISCLOSURE.source();
    List<SourcePage> pages =
        Arrays.stream(numbers)
            .mapToObj(page -> new SourcePage(page, 595, 842, Origin.TEXT, List.of()))
            .toList();
    return new Disclosure(
        DISCLOSURE.schemaVersion(),
        new SourceFile(source.file(), source.sha256(), 9, null, pages),
        DISCLOSURE.subject(),
        DISCLOSURE.tables(),
        DISCLOSURE.claims(),
        DISCLOSURE.findings(),
        DISCLOSURE.quality());
  }

  private static List<Blame> blamed(Disclosure disclosure, int damaged) {
    return DamagedPages.doubted(disclosure, page -> page == damaged).findings().stream()
        .map(Finding::blame)
        .toList();
  }

  @Test
  void whatRestsOnOtherPagesIsDoubtedWhereAnyPageIsDamaged() {
    assertEquals(List.of(Blame.DOCUMENT, Blame.EXTRACTION), blamed(withPages(1, 9), 9));
  }

  @Test
  void nothingIsDoubtedWhereNoPageIsDamaged() {
    assertEquals(List.of(Blame.DOCUMENT, Blame.DOCUMENT), blamed(withPages(1, 9), 0));
  }
}
