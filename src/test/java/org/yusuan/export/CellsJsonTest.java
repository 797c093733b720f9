package org.yusuan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Correction;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Table;
import org.yusuan.page.DisplayMapping;

class CellsJsonTest {
  private static final Grid GRID = Grids.recognized("项目|金额", "一般公共服务支出|35,678");

  /** A table whose one amount stands where the grid has it, and was corrected. */
  private static Table table() {
    Table made =
        MadeTable.items("t1", "expenditure", "支出总表", "万元")
            .measure("total", "合计")
            .item(1, "一般公共服务支出", "35.678")
            .build();
    GridCell place = GRID.cells().get(GRID.cells().size() - 1);
    Cell corrected =
        new Cell(
            1,
            1,
            1,
            "35.678",
            new BigDecimal("35.678"),
            new BigDecimal("356780"),
            place.page(),
            place.box(),
            Origin.OCR,
            0.9,
            List.of(),
            null,
            new Correction("35,678", "35.678", 0.1, List.of(), null, null, null, null, null));
    return made.withRows(List.of(made.rows().get(0).withCells(List.of(corrected))));
  }

  @Test
  void aCorrectedCellHasItsCorrectionAndWhatWasRead() {
    String json =
        new String(
            new CellsJson().write(List.of(GRID), List.of(table()), new DisplayMapping(Map.of())),
            StandardCharsets.UTF_8);
    assertEquals(
        "[{\"page\":1,\"pages\":[1],\"cells\":["
            + "{\"row\":0,\"col\":0,\"rowspan\":1,\"colspan\":1,\"text\":\"项目\"},"
            + "{\"row\":0,\"col\":1,\"rowspan\":1,\"colspan\":1,\"text\":\"金额\"},"
            + "{\"row\":1,\"col\":0,\"rowspan\":1,\"colspan\":1,\"text\":\"一般公共服务支出\"},"
            + "{\"row\":1,\"col\":1,\"rowspan\":1,\"colspan\":1,\"text\":\"35.678\","
            + "\"read\":\"35,678\"}]}]",
        json);
  }
}
