package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Tables too wide for their pages, printed one after another as tables of their own: the first has
 * a column of totals and the first regions, the others have the same rows and the other regions. A
 * total is the sum of its row in all of them. It is taken where most rows add up: a missing part
 * would fail in all.
 */
final class WideTables {

  /** For this many rows, one may lack a row of the same name in the other table. A guess. */
  private static final int ROWS_PER_STRANGER = 10;

  /** Fewer rows, as of a summary, may have the same names by chance. A guess. */
  private static final int MIN_ROWS = 5;

  /** At least this many rows must add up for a reading to be taken. A guess. */
  private static final int MIN_HOLDING_ROWS = 4;

  /** And this many rows must add up for each that does not. A guess. */
  private static final int MIN_HOLDS_PER_FAILURE = 4;

  private final AmountIndex index;
  private final Messages messages;
  private final LabelPatterns words;
  private final Assignment values;

  WideTables(AmountIndex index, Messages messages, LabelPatterns words) {
    this.words = words;
    this.index = index;
    this.messages = messages;
    this.values = index.asRead();
  }

  /**
   * The sums of a column with its parts in this table and those that follow it; none if they do not
   * add up, be it with the total and one of its parts exchanged.
   */
  List<Identity> sums(int t, HeaderSums.ColumnSum stated) {
    List<Map<Integer, Integer>> rows = new ArrayList<>();
    for (int next = t + 1; next < index.tables().size(); next++) {
      Map<Integer, Integer> same = continued(t, next);
      if (same.isEmpty()) {
        break;
      }
      rows.add(same);
    }
    // Another list of the same items may follow the last part.
    List<List<Identity>> failing = new ArrayList<>();
    for (int parts = rows.size(); parts > 0; parts--) {
      List<Identity> read = read(t, stated, rows.subList(0, parts));
      if (holds(read)) {
        return read;
      }
      failing.add(read);
    }
    for (List<Identity> read : failing) {
      if (stated.parts().stream().anyMatch(column -> holdsExchanged(t, read, column))) {
        return read;
      }
    }
    return List.of();
  }

  /**
   * Whether the sums hold if the column of totals and one of its parts carry each other's amounts.
   */
  private boolean holdsExchanged(int t, List<Identity> sums, int column) {
    int holds = 0;
    int fails = 0;
    for (Identity sum : sums) {
      int total = sum.cells()[0];
      int part = index.id(t, index.rowOf(total), column);
      if (part >= 0 && values.of(part) != values.of(total)) {
        long residual = sum.residual(values) + 2 * (values.of(part) - values.of(total));
        boolean telling = sum.nonZeroCount(values) >= 3;
        holds += telling && Math.abs(residual) <= sum.tolerance(index, values) ? 1 : 0;
        fails += Math.abs(residual) > sum.tolerance(index, values) ? 1 : 0;
      }
    }
    return holds >= MIN_HOLDING_ROWS && holds >= MIN_HOLDS_PER_FAILURE * fails;
  }

  private List<Identity> read(
      int t, HeaderSums.ColumnSum stated, List<Map<Integer, Integer>> others) {
    List<Identity> identities = new ArrayList<>();
    ColumnNames names = new ColumnNames();
    names.add(index.tables().get(t), stated.total());
    stated.parts().forEach(column -> names.add(index.tables().get(t), column));
    for (int k = 1; k <= others.size(); k++) {
      Table other = index.tables().get(t + k);
      other.amountColumns().forEach(column -> names.add(other, column));
    }
    IdentityGroup group =
        new IdentityGroup("column-sum", stated.strength(), false, names.say(messages));
    for (int r = 0; r < index.tables().get(t).rows().size(); r++) {
      int total = index.id(t, r, stated.total());
      if (total < 0 || index.isBlank(total)) {
        continue;
      }
      List<Integer> cells = new ArrayList<>();
      for (int column : stated.parts()) {
        cells.add(index.id(t, r, column));
      }
      boolean complete = true;
      for (int k = 0; k < others.size(); k++) {
        int row = others.get(k).getOrDefault(r, -1);
        complete &= row >= 0;
        for (int column :
            row < 0 ? List.<Integer>of() : index.tables().get(t + 1 + k).amountColumns()) {
          cells.add(index.id(t + 1 + k, row, column));
        }
      }
      if (complete) {
        int[] parts = cells.stream().filter(id -> id >= 0).mapToInt(Integer::intValue).toArray();
        identities.add(Identity.sum(group, total, parts));
      }
    }
    return identities;
  }

  private boolean holds(List<Identity> identities) {
    int holds = 0;
    int fails = 0;
    long difference = 0;
    for (Identity identity : identities) {
      if (identity.outcome(index, values) == Identity.Outcome.FAILS) {
        fails++;
        difference += identity.residual(values);
      } else if (identity.nonZeroCount(values) >= 3) {
        holds++;
      }
    }
    // Rows whose differences cancel are exchanged in one of the tables: that is one failure.
    int failures = fails == 2 && difference == 0 ? 1 : fails;
    return holds >= MIN_HOLDING_ROWS && holds >= MIN_HOLDS_PER_FAILURE * failures;
  }

  /** The rows of a table by those of the one that it continues; empty if it does not. */
  private Map<Integer, Integer> continued(int t, int next) {
    Table first = index.tables().get(t);
    Table other = index.tables().get(next);
    Map<Integer, Integer> same = new HashMap<>();
    if (first.rows().size() < MIN_ROWS
        || !first.kind().equals(other.kind())
        || index.tables().get(next).amountColumns().isEmpty()
        || other.columns().stream().anyMatch(this::isTotal)) {
      return same;
    }
    int from = 0;
    for (int r = 0; r < first.rows().size(); r++) {
      @Nullable String label = label(first.rows().get(r));
      for (int k = from; label != null && k < other.rows().size(); k++) {
        if (label.equals(label(other.rows().get(k)))) {
          same.put(r, k);
          from = k + 1;
          break;
        }
      }
    }
    int strangers = Math.max(first.rows().size(), other.rows().size()) - same.size();
    return strangers * ROWS_PER_STRANGER > first.rows().size() ? Map.of() : same;
  }

  private boolean isTotal(Column column) {
    return column.role() == ColumnRole.AMOUNT
        && (column.measure() != null || words.isTotal(String.join("", column.header())));
  }

  private static @Nullable String label(Row row) {
    return row.keys().label() == null ? null : TextNormalizer.of(row.keys().label());
  }
}
