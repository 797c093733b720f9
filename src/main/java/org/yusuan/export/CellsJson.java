package org.yusuan.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Table;
import org.yusuan.page.DisplayMapping;

/**
 * The neutral form of tables: cells with row, column, spans and text, header rows included, one
 * entry a table joined over its pages. Blank cells are left out. Where the text of a cell was
 * corrected, what was read stands beside it. Programs that compare table extractors read it.
 */
public final class CellsJson {

  /** Boxes that share more than this part of their area are one cell: none overlap. A guess. */
  private static final double SAME_PLACE = 0.8;

  private final ObjectMapper mapper = JsonMapper.builder().build();

  private record PageTable(int page, List<Integer> pages, List<JsonCell> cells) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record JsonCell(
      int row, int col, int rowspan, int colspan, String text, @Nullable String read) {}

  /**
   * The JSON of the grids of one document.
   *
   * @param tables what they were read as
   * @param displayed how their pages lie on those displayed, where the cells of the tables lie
   */
  public byte[] write(List<Grid> grids, List<Table> tables, DisplayMapping displayed) {
    Map<Integer, List<Cell>> corrected =
        tables.stream()
            .flatMap(table -> table.rows().stream())
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.correction() != null)
            .collect(Collectors.groupingBy(Cell::page));
    List<PageTable> entries = new ArrayList<>();
    for (Grid grid : grids) {
      List<JsonCell> cells = new ArrayList<>();
      for (GridCell cell : grid.cells()) {
        Box box = displayed.onDisplayed(cell.page(), cell.box());
        Cell now =
            corrected.getOrDefault(cell.page(), List.of()).stream()
                .filter(other -> other.bbox().intersectionOverUnion(box) > SAME_PLACE)
                .findFirst()
                .orElse(null);
        String text = now == null ? cell.text() : now.text();
        if (!text.isBlank()) {
          cells.add(
              new JsonCell(
                  cell.row(),
                  cell.column(),
                  cell.rowSpan(),
                  cell.columnSpan(),
                  text,
                  now == null ? null : cell.text()));
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
