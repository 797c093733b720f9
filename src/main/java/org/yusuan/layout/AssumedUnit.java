package org.yusuan.layout;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Table;

/**
 * The unit assumed for a recognized table whose own cannot be read, under a stamp perhaps: that of
 * the tables that state figures which it states too; else that of the other tables of the document,
 * if they all have the same and the figures of the table are well read and of similar size. Where
 * few tables state one, or none does, on copies whose edge is cut away perhaps, it is told by the
 * size of the budget, if no table states another.
 *
 * @param stating the tables that state their unit
 * @param budget what the figures of all tables tell of their size
 */
record AssumedUnit(List<Table> stating, BudgetSize budget) {

  /** At least this many tables of a document must state the unit. A guess. */
  private static final int MIN_STATING_TABLES = 3;

  /**
   * A figure with so many digits that are not noughts at its end is seldom the same by chance: two
   * tables of fifty such figures share one in four times, and two in twenty-five.
   */
  private static final int MIN_TELLING_DIGITS = 4;

  /** Two tables that share this many different figures have one unit. */
  private static final int MIN_SHARED_FIGURES = 2;

  /**
   * The greatest figure of the table must be above this share of the greatest of the others: in a
   * table in 万元 among tables in 元 it is not, as one 万元 is 10,000 元.
   */
  private static final BigDecimal MIN_GREATEST_SHARE = new BigDecimal("0.0001");

  /** A figure read with at least this probability is well read. A guess. */
  private static final double SURE_PROBABILITY = 0.9;

  /** A table is well read if at least this share of its figures is. A guess. */
  private static final double MIN_WELL_READ_SHARE = 0.5;

  AssumedUnit {
    stating = List.copyOf(stating);
  }

  /** What the tables of a document tell of its units. */
  static AssumedUnit of(List<Table> tables) {
    return new AssumedUnit(
        tables.stream().filter(table -> table.unit() != null).toList(), BudgetSize.of(tables));
  }

  /** How many 元 one unit of a table without one is worth; null if nothing allows to assume it. */
  @Nullable Integer factor(Table table) {
    Integer shared = ofSharedFigures(table);
    if (shared != null) {
      return shared;
    }
    return fits(table) ? stating.get(0).unitFactor() : ofSize(table);
  }

  /** The factor that the size of the budget tells; null if a table states another. */
  private @Nullable Integer ofSize(Table table) {
    Integer factor = budget.factor();
    return factor != null
            && stating.stream().allMatch(other -> factor.equals(other.unitFactor()))
            && isOfSize(table, budget.greatest())
        ? factor
        : null;
  }

  /** The factor of the tables that share figures with this one; null unless there is just one. */
  private @Nullable Integer ofSharedFigures(Table table) {
    Set<BigDecimal> own = telling(table);
    Set<Integer> factors = new HashSet<>();
    for (Table other : stating) {
      Set<BigDecimal> shared = telling(other);
      shared.retainAll(own);
      if (shared.size() >= MIN_SHARED_FIGURES && other.unitFactor() != null) {
        factors.add(other.unitFactor());
      }
    }
    return factors.size() == 1 ? factors.iterator().next() : null;
  }

  /** The figures of a table that are seldom found elsewhere by chance. */
  private static Set<BigDecimal> telling(Table table) {
    Set<BigDecimal> telling = new HashSet<>();
    figures(table)
        .map(Cell::value)
        .filter(Objects::nonNull)
        .map(BigDecimal::stripTrailingZeros)
        .filter(value -> value.precision() >= MIN_TELLING_DIGITS)
        .forEach(telling::add);
    return telling;
  }

  /** Whether the one unit of the other tables fits the figures of a table. */
  private boolean fits(Table table) {
    if (stating.size() < MIN_STATING_TABLES
        || stating.stream().map(Table::unitFactor).distinct().count() != 1) {
      return false;
    }
    return isOfSize(table, greatest(stating.stream()));
  }

  private static boolean isOfSize(Table table, BigDecimal most) {
    BigDecimal own = greatest(Stream.of(table));
    return isWellRead(table)
        && own.compareTo(most) <= 0
        && own.compareTo(most.multiply(MIN_GREATEST_SHARE)) > 0;
  }

  private static boolean isWellRead(Table table) {
    // What is cut at the edge of a picture is known to be no figure.
    List<Cell> figures = figures(table).filter(cell -> cell.value() != null).toList();
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
