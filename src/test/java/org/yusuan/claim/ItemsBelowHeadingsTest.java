package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Claim;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

/** Sentences that leave to their heading what they are about. */
class ItemsBelowHeadingsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();

  private static final Table FUNDS =
      table(
          "2024年全市社会保险基金决算表",
          "项目|合计|失业保险基金|工伤保险基金",
          "一、收入|990.00|480.00|510.00",
          "其中：财政补贴收入|72.00|60.00|12.00",
          "二、支出|600.00|330.00|270.00");

  private static Table table(String title, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    return new TableMapper(Layouts.shipped(), CLASSIFICATION)
        .map(PlacedGrid.of(Grids.of(rows), above, List.of()), "t1")
        .table();
  }

  private static List<Claim> read(String... lines) {
    return MadeProse.linked(
            new Claims(CLASSIFICATION),
            Stage.FINAL_ACCOUNTS,
            MadeProse.lines(lines),
            List.of(FUNDS))
        .claims();
  }

  @Test
  void anItemBelowTheHeadingOfAColumnIsOfThatColumn() {
    for (String end : List.of("", "。")) {
      List<Claim> claims =
          read(
              "一、2024年全市社会保险基金收支情况。",
              "（一）失业保险基金" + end,
              "1.收入决算。财政补贴收入60万元。",
              "（二）工伤保险基金" + end,
              "1.收入决算。财政补贴收入12万元。");
      assertEquals(2, claims.get(0).refersTo().get(0).column());
      assertEquals(3, claims.get(1).refersTo().get(0).column());
      assertEquals(1, claims.get(1).refersTo().get(0).row());
    }
  }

  @Test
  void aSentenceIsNoHeading() {
    List<Claim> claims = read("一、失业保险基金收支，稳中有进。", "财政补贴收入12万元。");
    assertEquals(List.of(), claims.get(0).refersTo());
  }
}
