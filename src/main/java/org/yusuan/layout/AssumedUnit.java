package org.yusuan.layout;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Table;

/**
 * The unit assumed for a recognized table whose own cannot be read, under a stamp perhaps: that of
 * the other tables of the document, if they all have the same and the figures of the table are well
 * read and of similar size.
 *
 * @param factor how many 元 one unit of the others is worth
 * @param most the greatest figure of the others, in their unit
 */
record AssumedUnit(int factor, BigDecimal most) {

  /** At least this many tables of a document must state the unit. A guess. */
  private static final int MIN_STATING_TABLES = 3;

  /**
   * The greatest figure of the table must be above this share of the greatest of the others: in a
   * table in 万元 among tables in 元 it is not, as one 万元 is 10,000 元.
   */
  private static final BigDecimal MIN_GREATEST_SHARE = new BigDecimal("0.0001");

  /** A figure read with at least this probability is well read. A guess. */
  private static final double SURE_PROBABILITY = 0.9;

  /** A table is well read if at least this share of its figures is. A guess. */
  private static final double MIN_WELL_READ_SHARE = 0.5;

  /** The unit that the tables of a document allow to assume; null if they allow none. */
  static @Nullable AssumedUnit of(List<Table> tables) {
    List<Table> stating = tables.stream().filter(table -> table.unitFactor() != null).toList();
    List<Integer> factors = stating.stream().map(Table::unitFactor).distinct().toList();
    if (stating.size() < MIN_STATING_TABLES || factors.size() != 1) {
      return null;
    }
    return new AssumedUnit(factors.get(0), greatest(stating.stream()));
  }

  /** Whether a table without a unit may have this one. */
  boolean fits(Table table) {
    BigDecimal own = greatest(Stream.of(table));
    return isWellRead(table)
        && own.compareTo(most) <= 0
        && own.compareTo(most.multiply(MIN_GREATEST_SHARE)) > 0;
  }

  private static boolean isWellRead(Table table) {
    List<Cell> figures = figures(table).filter(cell -> !cell.text().isEmpty()).toList();
    long sure =
        figures.stream()
            .filter(cell -> cell.confidence() == null || cell.confidence() >= SURE_PROBABILITY)
            .count();
    return sure >= MIN_WELL_READ_SHARE * figures.size();
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
