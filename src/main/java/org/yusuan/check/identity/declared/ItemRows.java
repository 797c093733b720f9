package org.yusuan.check.identity.declared;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/**
 * The rows of a list by names that rows of other tables for the same items have too: the code, or
 * the label without its mark. A label that stands in several rows, as 其中：财政补贴收入, is told apart by
 * the nearest label above that stands in one alone.
 */
final class ItemRows {

  private ItemRows() {}

  /** The rows of a list by name; names of several rows are left out. */
  static Map<String, Integer> of(Table table, int list, LabelPatterns words) {
    List<Row> rows = table.rows();
    Map<String, Integer> counts = new HashMap<>();
    for (Row row : rows) {
      String name = row.list() == list ? name(row, words) : null;
      if (name != null) {
        counts.merge(name, 1, Integer::sum);
      }
    }
    Map<String, Integer> named = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    String above = "";
    for (int r = 0; r < rows.size(); r++) {
      String name = rows.get(r).list() == list ? name(rows.get(r), words) : null;
      if (name == null) {
        continue;
      }
      boolean alone = counts.getOrDefault(name, 0) == 1;
      String full = alone ? name : above + "/" + name;
      if (named.put(full, r) != null) {
        twice.add(full);
      }
      above = alone ? name : above;
    }
    named.keySet().removeAll(twice);
    return named;
  }

  /**
   * The items of a list by a key, in their order; a key that occurs twice is left out, as it does
   * not tell its rows apart.
   *
   * @param key the key of a row; null for none
   */
  static Map<String, Integer> by(Table table, int list, Function<Row, @Nullable String> key) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      if (row.list() == list && row.kind() == RowKind.ITEM) {
        String own = key.apply(row);
        if (own != null && rows.put(own, r) != null) {
          twice.add(own);
        }
      }
    }
    rows.keySet().removeAll(twice);
    return rows;
  }

  /** The label of a row in plain form, without its mark; null if it has none. */
  static @Nullable String label(Row row) {
    @Nullable String label = row.keys().label();
    return label == null ? null : ListMark.without(TextNormalizer.of(label));
  }

  /** The cell of the last total of a list in a column; −1 if there is none. */
  static int total(AmountIndex index, int t, int list, int column) {
    List<Row> rows = index.tables().get(t).rows();
    for (int r = rows.size() - 1; r >= 0; r--) {
      int cell = index.id(t, r, column);
      if (rows.get(r).list() == list && rows.get(r).kind() == RowKind.TOTAL && cell >= 0) {
        return cell;
      }
    }
    return -1;
  }

  private static @Nullable String name(Row row, LabelPatterns words) {
    Keys keys = row.keys();
    String code = keys.code() == null ? keys.codeByName() : keys.code();
    if (code != null) {
      return keys.unitCode() == null ? code : keys.unitCode() + " " + code;
    }
    if (keys.label() == null || keys.label().isBlank()) {
      return null;
    }
    return words.part(ListMark.without(TextNormalizer.of(keys.label())));
  }
}
