package org.yusuan.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.ClosedVocabulary;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Word;

/** Names of columns that recognition read as one. */
class JoinedNamesTest {

  private static final JoinedNames NAMES =
      new JoinedNames(ClosedVocabulary.shipped(Classification.shipped()));

  private static GridCell cell(int row, int column, int span, Origin origin, String text) {
    Box box = new Box(100.0 * column, 20.0 * row, 100.0 * (column + span), 20.0 * row + 20);
    Word word =
        new Word(
            text, box, List.of(), 10, false, origin, origin == Origin.OCR ? 0.8 : 1, List.of());
    return new GridCell(row, column, 1, span, 1, box, List.of(word), text);
  }

  /** A name over two columns, and what stands in them. */
  private static List<String> parted(Origin origin, String name) {
    List<GridCell> cells = new ArrayList<>();
    cells.add(cell(0, 0, 2, origin, name));
    cells.add(cell(1, 0, 1, origin, "12.00"));
    cells.add(cell(1, 1, 1, origin, "13.00"));
    Grid grid = NAMES.parted(new Grid(2, 2, cells, List.of(), true));
    return grid.cells().stream()
        .filter(cell -> cell.row() == 0)
        .map(cell -> cell.column() + " " + cell.text())
        .toList();
  }

  @Test
  void twoNamesOverTwoColumnsAreParted() {
    assertEquals(List.of("0 人员经费", "1 公用经费"), parted(Origin.OCR, "人员经费公用经费"));
    assertEquals(List.of("0 基本支出", "1 项目支出"), parted(Origin.OCR, "基本支出」项目支出"));
  }

  @Test
  void whatIsNoNameOrOneNameStays() {
    assertEquals(List.of("0 一般公共预算"), parted(Origin.OCR, "一般公共预算"));
    assertEquals(List.of("0 人员经费和杉木"), parted(Origin.OCR, "人员经费和杉木"));
  }

  @Test
  void aTextLayerIsLeftAlone() {
    assertEquals(List.of("0 人员经费公用经费"), parted(Origin.TEXT, "人员经费公用经费"));
  }
}
