package org.yusuan.explain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** Names cells by the labels of their rows and columns. */
final class CellPlaces {

  private final Map<String, Table> tables = new HashMap<>();

  CellPlaces(Disclosure disclosure) {
    disclosure.tables().forEach(table -> tables.put(table.id(), table));
  }

  /**
   * A cell as {@code t3 「一般公共服务支出」「合计」}.
   *
   * @param here the table that is spoken of, which is not named; null if none is
   * @return the table's id alone if the disclosure has no such table
   */
  String named(CellRef ref, @Nullable Table here) {
    Table table = tables.getOrDefault(ref.table(), here);
    if (table == null) {
      return ref.table();
    }
    Row row = table.rows().get(ref.row());
    String name = row.keys().codeAndLabel();
    return (here != null && ref.table().equals(here.id()) ? "" : ref.table() + " ")
        + "「"
        + (name.isEmpty() ? "#" + (ref.row() + 1) : name)
        + "」「"
        + String.join("/", table.columns().get(ref.column()).header())
        + "」";
  }
}
