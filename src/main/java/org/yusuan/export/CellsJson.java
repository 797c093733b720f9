package org.yusuan.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.Region;

/**
 * The neutral form of tables: cells with row, column, spans and text, header rows included, one
 * entry a table joined over its pages. Blank cells are left out. Programs that compare table
 * extractors read it.
 */
public final class CellsJson {

  private final ObjectMapper mapper = JsonMapper.builder().build();

  private record PageTable(int page, List<Integer> pages, List<JsonCell> cells) {}

  private record JsonCell(int row, int col, int rowspan, int colspan, String text) {}

  /** The JSON of the grids of one document. */
  public byte[] write(List<Grid> grids) {
    List<PageTable> entries = new ArrayList<>();
    for (Grid grid : grids) {
      List<JsonCell> cells = new ArrayList<>();
      for (GridCell cell : grid.cells()) {
        if (!cell.isBlank()) {
          cells.add(
              new JsonCell(
                  cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text()));
        }
      }
      List<Integer> pages = grid.regions().stream().map(Region::page).distinct().toList();
      entries.add(new PageTable(pages.get(0), pages, cells));
    }
    try {
      return mapper.writeValueAsBytes(entries);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
