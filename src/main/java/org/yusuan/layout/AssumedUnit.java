package org.yusuan.layout;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Table;

/**
 * The unit of a recognized table whose own cannot be read, under a stamp perhaps: that of the
 * document's other tables, if they have but one and its figures are well read and of their order.
 *
 * @param factor how many 元 one unit of the others is worth
 * @param most the greatest figure of the others, in their unit
 */
record AssumedUnit(int factor, BigDecimal most) {

  /** So many tables must state the unit. */
  private static final int LEAST_TABLES = 3;

  /** A table in 万元 among tables in 元 has no figure above this share of their greatest. */
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.0001");

  /**
   * A figure is well read if it is read as surely as this, a table if so many of its figures are.
   */
  private static final double SURE = 0.9;

  private static final double MOST = 0.5;

  /** What the tables of a document allow to assume; null if nothing. */
  static @Nullable AssumedUnit of(List<Table> tables) {
    List<Table> stating = tables.stream().filter(table -> table.unitFactor() != null).toList();
    List<Integer> factors = stating.stream().map(Table::unitFactor).distinct().toList();
    if (stating.size() < LEAST_TABLES || factors.size() != 1) {
      return null;
    }
    return new AssumedUnit(factors.get(0), greatest(stating.stream()));
  }

  /** Whether a table without a unit may have this one. */
  boolean fits(Table table) {
    BigDecimal own = greatest(Stream.of(table));
    return isWellRead(table)
        && own.compareTo(most) <= 0
        && own.compareTo(most.multiply(LEAST_SHARE)) > 0;
  }

  private static boolean isWellRead(Table table) {
    List<Cell> figures = figures(table).filter(cell -> !cell.text().isEmpty()).toList();
    long sure =
        figures.stream()
            .filter(cell -> cell.confidence() == null || cell.confidence() >= SURE)
            .count();
    return sure >= MOST * figures.size();
  }

  private static BigDecimal greatest(Stream<Table> tables) {
    return tables
        .flatMap(AssumedUnit::figures)
        .map(cell -> cell.value() == null ? BigDecimal.ZERO : cell.value().abs())
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static Stream<Cell> figures(Table table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> table.columns().get(cell.column()).role() == ColumnRole.AMOUNT);
  }
}
