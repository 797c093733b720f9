package org.yusuan.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/** Reads amounts anew from the texts of cells, so that nothing that a file states is trusted. */
public final class TextReparser {

  private TextReparser() {}

  /**
   * The disclosure with values and amounts as its texts state them, without statuses. What a cell
   * holds is told by its column, and in forms by whether it held an amount.
   */
  public static Disclosure reparse(Disclosure disclosure) {
    List<Table> tables = new ArrayList<>();
    for (Table table : disclosure.tables()) {
      boolean dotted =
          table.rows().stream()
              .flatMap(row -> row.cells().stream())
              .anyMatch(cell -> PrintedNumber.isDotted(cell.text()));
      List<Row> rows = new ArrayList<>();
      for (Row row : table.rows()) {
        rows.add(
            row.withCells(row.cells().stream().map(cell -> cell(table, cell, dotted)).toList()));
      }
      tables.add(table.withRows(rows));
    }
    return disclosure.withTables(tables);
  }

  private static Cell cell(Table table, Cell cell, boolean dotted) {
    ColumnRole role =
        cell.column() < table.columns().size()
            ? table.columns().get(cell.column()).role()
            : ColumnRole.TEXT;
    boolean numeric = role.isNumeric() || cell.value() != null || cell.amount() != null;
    PrintedNumber figure =
        numeric
            ? PrintedNumber.parseCell(
                cell.text(), cell.origin() == Origin.OCR, dotted, table.unitFactor())
            : null;
    BigDecimal value = figure == null ? null : figure.value();
    // A number that was found to be no money, in a form or a count among amounts, stays none.
    boolean money = cell.amount() != null || role == ColumnRole.AMOUNT && cell.value() == null;
    Integer factor = table.unitFactor();
    BigDecimal amount =
        value == null || !money || figure == null || figure.percent() || factor == null
            ? null
            : MoneyUnit.toYuan(value, factor);
    return cell.withNumber(value, amount).withStatus(null);
  }
}
