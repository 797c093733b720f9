package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Table;

/**
 * A sum of columns in words: the total column, then its parts. Each column goes by the last text of
 * its header; where two headers end alike, as 当期结余 of several funds does, by all of it.
 */
final class ColumnNames {

  private final List<List<String>> headers = new ArrayList<>();
  private final Map<String, Integer> endings = new HashMap<>();

  /** Adds a column; the first one is the total. */
  void add(Table table, int column) {
    List<String> header = table.columns().get(column).header();
    headers.add(header.isEmpty() ? List.of("第" + (column + 1) + "列") : header);
    endings.merge(ending(headers.size() - 1), 1, Integer::sum);
  }

  /** What the sum says. */
  Wording say(Messages messages) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      boolean alone = endings.getOrDefault(ending(i), 0) == 1;
      names.add(alone ? ending(i) : String.join("/", headers.get(i)));
    }
    return messages.say(
        "column-sum",
        Map.of(
            "total", Wording.of(names.get(0)),
            "parts", Wording.of(String.join(" + ", names.subList(1, names.size())))));
  }

  private String ending(int i) {
    List<String> header = headers.get(i);
    return header.get(header.size() - 1);
  }
}
