package org.yusuan.check.identity.declared;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
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
