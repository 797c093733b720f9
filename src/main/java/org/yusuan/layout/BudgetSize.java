package org.yusuan.layout;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Table;

/**
 * What the figures of a department's tables tell of their unit: its whole budget in 元 and in 万元
 * differ by four digits, 元 have no more than two decimals, and those of 万元 are fen at the sixth.
 *
 * <p>Of 66 budgets and final accounts of departments and units of six places the greatest figure
 * was 1,136 to 4,483,900 in the 55 in 万元 (above 300,000 in nine, of which seven have six decimals),
 * and 18,999,012 to 872,031,967 in the eleven in 元.
 *
 * @param figures the amounts of the tables with a prescribed form, without blanks and noughts
 * @param whole whether a table states a whole budget
 */
record BudgetSize(List<BigDecimal> figures, boolean whole) {
  /** Tables that state a whole budget, not some small part of it. */
  private static final Set<String> WHOLE =
      Set.of("income_expenditure_summary", "income", "expenditure", "fiscal_appropriation_summary");

  /** The greatest figure of a budget in 万元 at most: in 元 it is less than any. */
  private static final BigDecimal MOST_TEN_THOUSANDS = new BigDecimal("300000");

  /** The greatest figure of a budget in 元 at least. */
  private static final BigDecimal LEAST_YUAN = new BigDecimal("10000000");

  /** 元 have no more decimals. */
  private static final int DECIMALS_OF_YUAN = 2;

  /** So many decimals lead down to one fen in 万元, and in no other unit. */
  private static final int DECIMALS_OF_FEN = 6;

  /** Fewer figures tell nothing. A guess. */
  private static final int MIN_FIGURES = 5;

  /** A figure read with at least this probability is well read. A guess. */
  private static final double SURE_PROBABILITY = 0.9;

  BudgetSize {
    figures = List.copyOf(figures);
  }

  static BudgetSize of(List<Table> tables) {
    return new BudgetSize(
        tables.stream()
            .filter(table -> table.layout() != null)
            .flatMap(BudgetSize::figures)
            .toList(),
        tables.stream().anyMatch(table -> table.layout() != null && WHOLE.contains(table.kind())));
  }

  private static Stream<BigDecimal> figures(Table table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> table.columns().get(cell.column()).role() == ColumnRole.AMOUNT)
        .filter(cell -> cell.confidence() == null || cell.confidence() >= SURE_PROBABILITY)
        .map(Cell::value)
        .filter(Objects::nonNull)
        .map(BigDecimal::abs)
        .filter(value -> value.signum() != 0);
  }

  BigDecimal greatest() {
    return figures.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
  }

  /** How many 元 one unit is worth; null if the figures do not tell. */
  @Nullable Integer factor() {
    long fine = figures.stream().filter(value -> value.scale() > DECIMALS_OF_YUAN).count();
    long decimal = figures.stream().filter(value -> value.scale() == DECIMALS_OF_YUAN).count();
    if (figures.size() < MIN_FIGURES) {
      return null;
    }
    if (2 * figures.stream().filter(value -> value.scale() == DECIMALS_OF_FEN).count()
        > figures.size()) {
      return 10_000;
    }
    if (!whole) {
      return null;
    }
    if (2 * fine > figures.size()) {
      return 10_000;
    }
    if (2 * decimal <= figures.size()) {
      return null;
    }
    if (greatest().compareTo(LEAST_YUAN) >= 0) {
      return 1;
    }
    return greatest().compareTo(MOST_TEN_THOUSANDS) <= 0 ? 10_000 : null;
  }
}
