package org.yusuan.check.solve;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.model.table.Column;

/** Which amounts are in doubt where some stand at each other's places. */
public final class DisplacedAmounts {

  private DisplacedAmounts() {}

  /**
   * The amounts that may be what is wrong: either of two tables, and either the parts or their
   * totals, may be. Where columns are exchanged, no amount of either column is sure, in either
   * table.
   */
  public static Set<Integer> of(AmountIndex index, Displacement displacement) {
    Set<Integer> doubted = new HashSet<>(displacement.should().keySet());
    for (Identity identity : displacement.mended()) {
      Arrays.stream(identity.cells()).forEach(doubted::add);
    }
    if (displacement.kind() == Displacement.Kind.COLUMNS) {
      Set<String> measures = new HashSet<>();
      List<Column> columns = index.tables().get(displacement.table()).columns();
      for (int column : List.of(displacement.first(), displacement.second())) {
        @Nullable String measure = columns.get(column).measure();
        if (measure != null) {
          measures.add(measure);
        }
      }
      Set<Integer> tables = new HashSet<>();
      Set<TableColumn> touched = new HashSet<>();
      for (int cell : doubted) {
        tables.add(index.tableOf(cell));
        touched.add(new TableColumn(index.tableOf(cell), index.ref(cell).column()));
      }
      for (int cell = 0; cell < index.size(); cell++) {
        int column = index.ref(cell).column();
        @Nullable String measure = index.table(cell).columns().get(column).measure();
        if (touched.contains(new TableColumn(index.tableOf(cell), column))
            || measure != null
                && measures.contains(measure)
                && tables.contains(index.tableOf(cell))) {
          doubted.add(cell);
        }
      }
    }
    return doubted;
  }

  /** A column of a table. */
  private record TableColumn(int table, int column) {}
}
