package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.claim.cell.RowIndex.IndexedRow;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.knowledge.ClassificationCode;

/**
 * Tells rows of one name apart: 其他支出 below 其他支出.
 *
 * @param index the rows of all tables
 */
record NamesakeRows(RowIndex index) {

  /** Class, group and item. */
  private static final int ITEM_DEPTH = 3;

  /** A name that several items of a table share says nothing without the names above it. */
  List<IndexedRow> narrowed(List<IndexedRow> list, Meaning meaning, Meaning context) {
    if (list.size() < 2) {
      return list;
    }
    int best = -1;
    List<IndexedRow> kept = new ArrayList<>();
    for (IndexedRow row : list) {
      // Only printed codes tell rows of one name apart: 其他支出 below 其他支出.
      int fit =
          row.code() == null
              ? 0
              : index.ancestors(row, meaning.names()) * 2 + index.ancestors(row, context.names());
      if (fit > best) {
        best = fit;
        kept.clear();
      }
      if (fit == best) {
        kept.add(row);
      }
    }
    if (kept.size() > 1) {
      // The depth tells apart equal names: 其他支出（类）其他支出（款）.
      int depth = meaning.names().size();
      List<IndexedRow> deep =
          kept.stream()
              .filter(
                  row ->
                      row.itemCode() != null && ClassificationCode.level(row.itemCode()) == depth)
              .toList();
      kept = deep.size() == 1 ? new ArrayList<>(deep) : kept;
    }
    // The item stands below the group of its name.
    return kept.size() == 2
            && kept.get(1).row() == kept.get(0).row() + 1
            && kept.stream().allMatch(row -> row.itemCode() == null)
            && isItemOfItsName(meaning.names())
        ? kept.subList(1, 2)
        : kept;
  }

  /** Whether class, group and item are named, and the last two alike: 其他城乡社区支出（款）其他城乡社区支出（项）. */
  private static boolean isItemOfItsName(List<String> names) {
    return names.size() == ITEM_DEPTH
        && names.get(ITEM_DEPTH - 1).equals(names.get(ITEM_DEPTH - 2));
  }
}
