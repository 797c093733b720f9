package org.yusuan.grid.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.Grids;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;

class PageContentTest {

  private static List<String> notes(Grid grid) {
    Page page = new Page(1, 500, 800, Origin.TEXT, List.of(), List.of(), List.of(), List.of());
    return new PageContent(page, List.of(grid), List.of())
        .enclosedNotes().stream().flatMap(List::stream).map(TextLine::text).toList();
  }

  @Test
  void aNoteInTheFrameOfATableIsProse() {
    assertEquals(
        List.of("说明：公务接待费5万元，比上年减少2万元。"),
        notes(Grids.of("项目|2024年|2023年", "公务接待费|5|7", "说明：公务接待费5万元，比上年减少2万元。|<|<")));
  }

  @Test
  void aRemarkBesideAnAmountIsNone() {
    assertEquals(List.of(), notes(Grids.of("项目|2024年|备注", "公务接待费|5|说明：比上年减少2万元。", "会议费：|<|<")));
  }
}
