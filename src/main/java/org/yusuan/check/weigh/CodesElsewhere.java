package org.yusuan.check.weigh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/** Looks in other tables for the item that a list leaves out. */
final class CodesElsewhere {

  /** So many amounts that agree are no chance. A guess. */
  private static final int MIN_AGREEING = 2;

  private final AmountIndex index;
  private final Assignment values;
  private @Nullable TreeMap<String, List<TableRow>> places;

  /** A row, by its table's index. */
  private record TableRow(int table, int row) {}

  CodesElsewhere(AmountIndex index, Assignment values) {
    this.index = index;
    this.values = values;
  }

  /**
   * Whether another table prints, with exactly the missing amount, a code that belongs below a row
   * and is not in its table. Where only names tell the codes, the other table must have the amounts
   * of other parts too: it is the same list.
   *
   * @param sum whose parts fall short of its first cell
   * @param missing by how much, in 分
   */
  boolean isPrinted(Identity sum, long missing) {
    int total = sum.cells()[0];
    int t = index.tableOf(total);
    Table table = index.tables().get(t);
    String code = table.rows().get(index.ref(total).row()).keys().codeOrNamed();
    String below = code == null ? "" : code;
    Set<String> own = new HashSet<>();
    boolean printed = false;
    for (Row row : table.rows()) {
      String found = row.keys().codeOrNamed();
      if (found != null) {
        own.add(found);
        printed |= row.keys().code() != null;
      }
    }
    if (own.isEmpty()) {
      return false;
    }
    for (var entry : places().subMap(below, below + "\uffff").entrySet()) {
      if (!own.contains(entry.getKey()) && !entry.getKey().equals(below)) {
        for (TableRow place : entry.getValue()) {
          if (place.table != t
              && holds(place, missing)
              && (printed && isPrinted(place) || agreeing(sum, place.table) >= MIN_AGREEING)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isPrinted(TableRow place) {
    return index.tables().get(place.table).rows().get(place.row).keys().code() != null;
  }

  /** How many parts of a sum a table has with their codes and amounts. */
  private int agreeing(Identity sum, int table) {
    int agreeing = 0;
    for (int i = 1; i < sum.cells().length; i++) {
      int cell = sum.cells()[i];
      String code = index.row(cell).keys().codeOrNamed();
      long amount = values.of(cell);
      if (code != null && amount != 0) {
        agreeing +=
            places().getOrDefault(code, List.of()).stream()
                    .anyMatch(place -> place.table == table && holds(place, amount))
                ? 1
                : 0;
      }
    }
    return agreeing;
  }

  private boolean holds(TableRow place, long amount) {
    for (int c = 0; c < index.tables().get(place.table).columns().size(); c++) {
      int cell = index.id(place.table, place.row, c);
      if (cell >= 0 && values.of(cell) == amount) {
        return true;
      }
    }
    return false;
  }

  private TreeMap<String, List<TableRow>> places() {
    TreeMap<String, List<TableRow>> known = places;
    if (known == null) {
      known = new TreeMap<>();
      for (int t = 0; t < index.tables().size(); t++) {
        List<Row> rows = index.tables().get(t).rows();
        for (int r = 0; r < rows.size(); r++) {
          String code = rows.get(r).keys().codeOrNamed();
          if (code != null && rows.get(r).kind() == RowKind.ITEM) {
            known.computeIfAbsent(code, key -> new ArrayList<>()).add(new TableRow(t, r));
          }
        }
      }
      places = known;
    }
    return known;
  }
}
