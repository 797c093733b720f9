package org.yusuan.check.solve;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Recognized tables whose figures may all have lost their points: a table that loses its points
 * alike keeps its sums, so that no sum proves it. What the other tables of its unit print tells.
 */
final class LostPoints {
  /** Fewer figures tell nothing of how a table prints them; a guess. */
  private static final int MIN_FIGURES = 4;

  /** Lower figures may be printed without decimals where others have some; a guess. */
  private static final int MIN_DIGITS = 3;

  /** Other tables that print decimals do so in at least this share of their figures; a guess. */
  private static final double MIN_POINTED_SHARE = 0.9;

  private LostPoints() {}

  /**
   * Which tables may have lost their points: they show none, and all others of their unit do.
   *
   * @return for each table, in their order
   */
  static boolean[] among(List<Table> tables) {
    double[] pointed = tables.stream().mapToDouble(LostPoints::pointedShare).toArray();
    boolean[] lost = new boolean[pointed.length];
    for (int t = 0; t < lost.length; t++) {
      int others = 0;
      boolean alike = true;
      for (int other = 0; other < lost.length; other++) {
        if (pointed[other] > 0
            && Objects.equals(tables.get(t).unitFactor(), tables.get(other).unitFactor())) {
          others++;
          alike &= pointed[other] >= MIN_POINTED_SHARE;
        }
      }
      lost[t] = pointed[t] == 0 && others > 0 && alike;
    }
    return lost;
  }

  /** The share of figures with a point; −1 if there are too few or none was recognized. */
  private static double pointedShare(Table table) {
    int figures = 0;
    int pointed = 0;
    boolean recognized = false;
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        BigDecimal value = cell.value();
        if (cell.amount() != null && value != null && value.precision() >= MIN_DIGITS) {
          figures++;
          pointed += value.scale() > 0 ? 1 : 0;
          recognized |= cell.origin() == Origin.OCR;
        }
      }
    }
    return figures < MIN_FIGURES || !recognized ? -1 : (double) pointed / figures;
  }
}
