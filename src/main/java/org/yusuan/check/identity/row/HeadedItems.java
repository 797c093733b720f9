package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Units and projects above their items: a row with the code of a unit, or the name of a project,
 * and without the code of an item is the sum of the rows that follow it with codes of items and,
 * printed in each of them, the same unit or project. Several provinces print their departments'
 * tables so.
 */
public final class HeadedItems {

  /** One row of the same unit may be the unit printed again. */
  private static final int MIN_ITEMS = 2;

  private final Table table;

  public HeadedItems(Table table) {
    this.table = table;
  }

  /**
   * The rows of units and projects, each with its items of the top level.
   *
   * @param rows the rows of one list, in order
   */
  public Map<Integer, List<Integer>> find(List<Integer> rows) {
    Map<Integer, List<Integer>> found = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = table.rows().get(rows.get(i));
      if (row.kind() == RowKind.ITEM && row.keys().code() == null) {
        List<Integer> below = rows.subList(i + 1, rows.size());
        List<Integer> items = items(below, Keys::unitCode, row);
        if (items.isEmpty()) {
          items = items(below, Keys::project, row);
        }
        if (!items.isEmpty()) {
          found.put(rows.get(i), items);
        }
      }
    }
    return found;
  }

  /** The items of the top level below a head; none if other rows stand among them. */
  private List<Integer> items(
      List<Integer> below, Function<Keys, @Nullable String> of, Row headRow) {
    String head = of.apply(headRow.keys());
    List<Integer> top = new ArrayList<>();
    @Nullable Keys above = null;
    int own = 0;
    for (int r : head == null ? List.<Integer>of() : below) {
      Row row = table.rows().get(r);
      Keys keys = row.keys();
      String printed = of.apply(keys);
      if (row.kind() != RowKind.ITEM || keys.codeOrNamed() == null && printed != null) {
        break;
      }
      if (keys.codeOrNamed() == null || printed != null && !printed.equals(head)) {
        if (keys.code() != null) {
          break; // an item of the next head
        }
        return List.of();
      }
      own += printed == null ? 0 : 1;
      if (above == null || !isBelow(keys, above)) {
        above = keys;
        top.add(r);
      }
    }
    return own < MIN_ITEMS ? List.of() : top;
  }

  /** Whether a code is below another, or a project that of an item without one. */
  private static boolean isBelow(Keys keys, Keys above) {
    String code = keys.codeOrNamed();
    String other = above.codeOrNamed();
    return code != null
        && other != null
        && code.startsWith(other)
        && (!code.equals(other) || keys.project() != null && above.project() == null);
  }
}
