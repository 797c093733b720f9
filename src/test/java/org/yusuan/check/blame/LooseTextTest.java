package org.yusuan.check.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/** What stands beside the tables speaks against findings. */
class LooseTextTest {

  private static final CellRef BLANK = new CellRef("t1", 0, 2);

  /** A cell is blank that should be 9.50 万元. */
  private static final Finding MISSING =
      new Finding(
          "identity",
          Severity.ERROR,
          Blame.DOCUMENT,
          "为空",
          "is blank",
          List.of(BLANK),
          new BigDecimal("95000"),
          null,
          new BigDecimal("-95000"),
          1);

  private static final Finding NO_UNIT =
      new Finding(
          "unit-missing", Severity.WARNING, Blame.DOCUMENT, "无单位", "no unit", List.of(BLANK), 1);

  private static Blame blamed(Finding finding, String outside) {
    Disclosure disclosure =
        MadeDisclosure.budget("某局", 2025)
            .table(MadeTable.coded("t1", "expenditure", "支出表", "万元").code("201", "一般公共服务支出", ""))
            .build()
            .withFindings(List.of(finding));
    Box box = new Box(100, 600, 140, 610);
    Word word = new Word(outside, box, List.of(), 9, false, Origin.TEXT, 1, List.of());
    Page page = new Page(1, 595, 842, Origin.TEXT, List.of(word), List.of(), List.of(), List.of());
    PageContent content =
        new PageContent(page, List.of(), List.of(new TextLine(outside, box, List.of(word))));
    return LooseText.doubted(disclosure, List.of(content)).findings().get(0).blame();
  }

  @Test
  void anAmountThatStandsOutsideIsNotMissing() {
    assertEquals(Blame.EXTRACTION, blamed(MISSING, "9.50"));
    assertEquals(Blame.DOCUMENT, blamed(MISSING, "9.51"));
  }

  @Test
  void aUnitThatIsNotUnderstoodIsNotMissing() {
    assertEquals(Blame.EXTRACTION, blamed(NO_UNIT, "单位：门元"));
    assertEquals(Blame.EXTRACTION, blamed(NO_UNIT, "早位：万元"));
    assertEquals(Blame.DOCUMENT, blamed(NO_UNIT, "单位：某市教育局"));
  }
}
