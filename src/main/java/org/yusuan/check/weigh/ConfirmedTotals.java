package org.yusuan.check.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Totals that another relation shows to be right: they are a part of what is printed above them, or
 * another table prints them too, or the total of the list beside theirs is the same. Where their
 * own parts do not add up to them, it is the parts that are wrong, or that are not all printed.
 */
final class ConfirmedTotals {

  private final AmountIndex index;
  private final Assignment values;
  private final SumShape shape;

  /** The relations that hold and show their amounts to be right, by cell. */
  private final Map<Integer, List<Identity>> holding = new HashMap<>();

  /**
   * @param found all identities of the document
   */
  ConfirmedTotals(AmountIndex index, Assignment values, SumShape shape, List<Identity> found) {
    this.index = index;
    this.values = values;
    this.shape = shape;
    for (Identity identity : found) {
      if (identity.group().isStated()
          && identity.outcome(index, values) != Outcome.FAILS
          && shape.isTelling(identity)
          && !shape.isColumnSum(identity)) {
        for (int cell : identity.cells()) {
          if (values.of(cell) != 0) {
            holding.computeIfAbsent(cell, key -> new ArrayList<>()).add(identity);
          }
        }
      }
    }
  }

  /** Whether the total of a sum that fails is confirmed by a relation in which no part of it is. */
  boolean contains(Identity identity) {
    int total = identity.cells()[0];
    boolean confirmed = isBalanced(total);
    for (Identity other : holding.getOrDefault(total, List.of())) {
      if (shape.isSameTable(other) && other.cells()[0] == total) {
        // Other rows are what adds up to it.
        return false;
      }
      confirmed |= Arrays.stream(identity.cells()).skip(1).allMatch(p -> other.indexOf(p) < 0);
    }
    return confirmed;
  }

  /** Whether the total of another list of the table is the same, as 收入总计 and 支出总计 are. */
  private boolean isBalanced(int total) {
    Row row = index.row(total);
    Table table = index.table(total);
    if (row.kind() != RowKind.TOTAL || values.of(total) == 0) {
      return false;
    }
    for (int r = 0; r < table.rows().size(); r++) {
      Row other = table.rows().get(r);
      if (other.kind() == RowKind.TOTAL && other.list() != row.list()) {
        for (int column : table.amountColumns(other.list())) {
          int cell = index.id(index.tableOf(total), r, column);
          if (cell >= 0 && values.of(cell) == values.of(total)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
