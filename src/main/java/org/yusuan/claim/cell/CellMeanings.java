package org.yusuan.claim.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.claim.cell.RowIndex.IndexedRow;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.knowledge.claim.Aspect;

/**
 * What cells say by their rows, columns and tables. Where they disagree, the column outranks the
 * row, and the row the table. One thread at a time may use it: it remembers what it put together.
 */
final class CellMeanings {

  private final List<Meaning> tables;

  /** What cells say, by table, column and what their labels say, whatever they name. */
  private final Map<Integer, Map<Integer, Map<Map<Aspect, String>, Meaning>>> combined =
      new HashMap<>();

  /**
   * Cells of one document.
   *
   * @param tables what its tables say, which may be told later
   */
  CellMeanings(List<Meaning> tables) {
    this.tables = tables;
  }

  /** What the cell of a row in a column says. */
  Meaning of(IndexedRow row, int at, Meaning column) {
    return combined
        .computeIfAbsent(row.table(), table -> new HashMap<>())
        .computeIfAbsent(at, place -> new HashMap<>())
        .computeIfAbsent(
            row.meaning().aspects(),
            label -> combined(row.meaning(), column, tables.get(row.table())));
  }

  private static Meaning combined(Meaning label, Meaning column, Meaning table) {
    Meaning all = column.orElse(label).orElse(table);
    for (Aspect aspect : List.of(Aspect.SIDE, Aspect.BUDGET, Aspect.NATURE)) {
      String own = label.get(aspect);
      String above = column.get(aspect);
      if (aspect == Aspect.SIDE && above != null && above.equals(table.get(aspect))) {
        // 卫生健康支出 in a table of revenue is what is received for it.
        all = all.with(aspect, above);
      } else if (own != null && above != null && !own.equals(above)) {
        // 一般公共预算 as a row below 财政拨款 is the narrower of the two, and holds.
        all =
            all.with(
                aspect,
                "fiscal".equals(above)
                    ? own
                    : "fiscal".equals(own) ? above : aspect == Aspect.SIDE ? own : "?");
      }
    }
    return all;
  }
}
