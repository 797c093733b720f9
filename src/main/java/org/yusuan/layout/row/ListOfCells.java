package org.yusuan.layout.row;

import java.util.List;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.text.TextNormalizer;

/** To which of the lists side by side the cells of one line belong. */
final class ListOfCells {

  private final TableTerms words;
  private final List<Column> columns;

  /** The cells of this list are read as those of {@link #to}; -1 if each list has its own. */
  private final int from;

  private final int to;

  /**
   * @param line the cells of the line, from left to right
   */
  ListOfCells(TableTerms words, List<Column> columns, List<GridCell> line) {
    this.words = words;
    this.columns = columns;
    int last = lastBefore(line, Integer.MAX_VALUE);
    int labelled = lastBefore(line, last);
    boolean closes = labelled >= 0 && isTotalAlone(line, labelled) && isAmountAlone(line, last);
    from = closes ? labelled : -1;
    to = closes ? last : -1;
  }

  /**
   * The list of a cell. A label over several lists belongs to the last: 公用经费合计 closes both lists
   * below 公用经费. It is the same where the label stands in the first of these lists, nothing in its
   * amounts, and the amount without a label in the last.
   */
  int of(GridCell cell) {
    int list = printed(cell);
    return list == from ? to : list;
  }

  /** The last list before another one in which the line says something; -1 if there is none. */
  private int lastBefore(List<GridCell> line, int other) {
    return line.stream()
        .filter(cell -> !cell.isBlank())
        .mapToInt(this::printed)
        .filter(list -> list < other)
        .max()
        .orElse(-1);
  }

  private int printed(GridCell cell) {
    return columns.get(cell.columnEnd() - 1).list();
  }

  private boolean isTotalAlone(List<GridCell> line, int list) {
    return line.stream()
        .filter(cell -> !cell.isBlank() && printed(cell) == list)
        .allMatch(cell -> columns.get(cell.column()).role() != ColumnRole.AMOUNT && isTotal(cell));
  }

  private boolean isTotal(GridCell cell) {
    String plain = TextNormalizer.of(cell.text());
    return TableTerms.fits(words.rows().total(), plain)
        || TableTerms.fits(words.rows().subtotal(), plain);
  }

  private boolean isAmountAlone(List<GridCell> line, int list) {
    return line.stream()
        .filter(cell -> !cell.isBlank() && printed(cell) == list)
        .allMatch(cell -> columns.get(cell.column()).role() == ColumnRole.AMOUNT);
  }
}
