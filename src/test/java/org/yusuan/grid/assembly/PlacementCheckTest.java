package org.yusuan.grid.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.Grids;
import org.yusuan.grid.Sheets;
import org.yusuan.grid.Sheets.Drawing;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.Word;

/** Every figure of a page stands in one cell or one line. */
class PlacementCheckTest {

  private final Page page = Sheets.draw(Grids.of("名称 | 数", "合计 | 12.50"), Drawing.WHOLE);
  private final PageContent content = PageContent.of(page, TableFinder.find(page));

  private List<String> problems(List<GridCell> cells) {
    Grid grid = content.grids().get(0);
    Grid changed = new Grid(grid.rows(), grid.columns(), cells, grid.regions(), true);
    return PlacementCheck.problems(page, new PageContent(page, List.of(changed), List.of()));
  }

  @Test
  void aTableReadWholeHasNoProblem() {
    assertEquals(List.of(), PlacementCheck.problems(page, content));
  }

  @Test
  void aFigureInNoCellIsTold() {
    List<GridCell> blank =
        content.grids().get(0).cells().stream()
            .map(cell -> cell.text().equals("12.50") ? cell.with(List.of(), "") : cell)
            .toList();
    assertEquals(
        List.of("page 1: 1 figures stand in a table but in none of its cells: 12.50"),
        problems(blank));
  }

  @Test
  void aColumnOfFiguresBesideAnyTableOfAScanIsTold() {
    List<Word> words =
        Stream.of("12.50", "30.00", "42.50")
            .map(text -> Grids.word(text, 400, 40 + 20 * text.charAt(0) - 20 * '0'))
            .toList();
    Page scan = new Page(1, 600, 800, Origin.OCR, words, List.of(), List.of(), List.of());
    assertEquals(
        List.of("page 1: 3 figures stand in rows but in no table: 12.50, 30.00, 42.50"),
        PlacementCheck.problems(scan, PageContent.of(scan, List.of())));
  }

  @Test
  void rowsWhoseLabelsStandLeftOfTheTableAreTold() {
    Grid figures = Grids.of("1.00|2.00", "3.00|4.00", "5.00|6.00");
    List<Word> labels =
        figures.cells().stream()
            .filter(cell -> cell.column() == 0)
            .map(cell -> Grids.word("青山市", cell.box().left() - 45, cell.box().top() + 4))
            .toList();
    List<String> told =
        List.of(
            "page 1: 3 rows of a table have figures and no text,"
                + " and text stands left of the table");
    List<Word> words =
        Stream.concat(
                labels.stream(), figures.cells().stream().flatMap(cell -> cell.words().stream()))
            .toList();
    Page read = Sheets.page(words, List.of());
    assertEquals(
        told,
        PlacementCheck.problems(
            read, new PageContent(read, List.of(figures), TextLines.of(labels))));
    assertEquals(
        List.of(),
        PlacementCheck.problems(
            read, new PageContent(read, List.of(figures), TextLines.of(labels.subList(0, 2)))));
  }

  @Test
  void aFigureInTwoCellsIsTold() {
    List<GridCell> cells = content.grids().get(0).cells();
    GridCell figure = cells.get(cells.size() - 1);
    List<GridCell> doubled =
        cells.stream().map(cell -> cell.with(figure.words(), figure.text())).toList();
    assertEquals(
        List.of("page 1: 1 figures stand in more than one cell: 12.50"), problems(doubled));
  }

  @Test
  void aRowOfAScanThatIsInNoTableIsTold() {
    List<Word> row = List.of(Grids.word("865.62", 100, 400), Grids.word("836.930012", 200, 400));
    PageContent more = new PageContent(page, content.grids(), TextLines.of(row));
    assertEquals(List.of(), PlacementCheck.problems(page, more));
    Page scan =
        new Page(1, page.width(), page.height(), Origin.OCR, row, List.of(), List.of(), List.of());
    assertEquals(
        List.of("page 1: 2 figures stand in rows but in no table: 865.62, 836.930012"),
        PlacementCheck.problems(scan, more));
  }
}
