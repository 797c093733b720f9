package org.yusuan.check.identity.declared;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Relation;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

/**
 * Amounts of the own level that a table of the whole area prints in a column, and a table of the
 * own level alone too. Two columns are about the same money if kind, year and stage are the same
 * and their totals agree.
 */
final class OwnLevelColumns {

  private final AmountIndex index;
  private final Assignment values;

  OwnLevelColumns(AmountIndex index) {
    this.index = index;
    this.values = index.asRead();
  }

  /** Adds an identity for each item that both print. */
  void add(Relation rule, Relation.OwnColumnRule own, List<Identity> identities) {
    for (int t = 0; t < index.tables().size(); t++) {
      Table whole = index.tables().get(t);
      if (whole.kind().equals(Table.UNKNOWN) || own.scope().equals(whole.dimensions().scope())) {
        continue;
      }
      for (int other = 0; other < index.tables().size(); other++) {
        Table alone = index.tables().get(other);
        if (whole.kind().equals(alone.kind()) && own.scope().equals(alone.dimensions().scope())) {
          IdentityGroup group = DeclaredIdentities.group(rule, true);
          for (int c = 0; c < whole.columns().size(); c++) {
            if (own.measure().equals(whole.columns().get(c).measure())) {
              pair(group, t, c, other, identities);
            }
          }
        }
      }
    }
  }

  private void pair(IdentityGroup group, int t, int column, int other, List<Identity> identities) {
    Table whole = index.tables().get(t);
    Table alone = index.tables().get(other);
    int total = total(t, column);
    for (int c = 0; c < alone.columns().size(); c++) {
      int otherTotal = total(other, c);
      if (total < 0
          || otherTotal < 0
          || values.of(total) == 0
          || values.of(total) != values.of(otherTotal)
          || !isSameTime(whole, whole.columns().get(column), alone, alone.columns().get(c))) {
        continue;
      }
      Map<String, Integer> otherRows =
          ItemRows.by(alone, alone.columns().get(c).list(), ItemRows::label);
      int there = c;
      ItemRows.by(whole, whole.columns().get(column).list(), ItemRows::label)
          .forEach(
              (name, row) -> {
                Integer otherRow = otherRows.get(name);
                int one = index.id(t, row, column);
                int cell = otherRow == null ? -1 : index.id(other, otherRow, there);
                if (one >= 0 && cell >= 0 && (values.of(one) != 0 || values.of(cell) != 0)) {
                  identities.add(Identity.sum(group, one, new int[] {cell}));
                }
              });
    }
  }

  private static boolean isSameTime(Table whole, Column one, Table alone, Column other) {
    return Objects.equals(year(whole, one), year(alone, other))
        && year(whole, one) != null
        && Objects.equals(stage(whole, one), stage(alone, other));
  }

  private static @Nullable Integer year(Table table, Column column) {
    return column.year() == null ? table.dimensions().fiscalYear() : column.year();
  }

  private static @Nullable Stage stage(Table table, Column column) {
    return column.stage() == null ? table.dimensions().stage() : column.stage();
  }

  /** The cell of the last total of a column's list; −1 if there is none. */
  private int total(int t, int column) {
    Column own = index.tables().get(t).columns().get(column);
    return own.role() == ColumnRole.AMOUNT ? ItemRows.total(index, t, own.list(), column) : -1;
  }
}
