package org.yusuan.check.weigh;

import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Whether figures that a sum lacks may stand in the table unread: where rulings are missing, two
 * figures may come out in one cell, or those of one column in two.
 */
final class UnreadFigures {

  private final AmountIndex index;

  UnreadFigures(AmountIndex index) {
    this.index = index;
  }

  /**
   * Whether the column of a sum is one of several without names, or a blank part stands in a row
   * that has a figure which is no number.
   */
  boolean mayBeMissing(Identity sum) {
    int total = sum.cells()[0];
    Table table = index.table(total);
    if (isUnnamed(table, index.ref(total).column())) {
      return true;
    }
    for (int i = 1; i < sum.cells().length; i++) {
      int part = sum.cells()[i];
      if (index.isBlank(part) && hasUnread(table, index.row(part))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnnamed(Table table, int column) {
    long amounts =
        table.columns().stream().filter(each -> each.role() == ColumnRole.AMOUNT).count();
    return amounts > 1 && table.columns().get(column).header().stream().allMatch(String::isBlank);
  }

  private static boolean hasUnread(Table table, Row row) {
    for (Cell cell : row.cells()) {
      if (table.columns().get(cell.column()).role() == ColumnRole.AMOUNT
          && cell.value() == null
          && cell.text().chars().anyMatch(Character::isDigit)) {
        return true;
      }
    }
    return false;
  }
}
