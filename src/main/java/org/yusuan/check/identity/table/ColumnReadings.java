package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.knowledge.Strength;

/**
 * Tries by the rows which of the columns that a header calls the parts of a total really are: one
 * may contain another beside it, as a 小计 contains the columns that it adds up.
 */
final class ColumnReadings {

  /**
   * A sum of at most this many parts is tried in other readings: with more, 2ⁿ choices are too
   * many.
   */
  private static final int MAX_PARTS = 10;

  /** Rows that must tell for a choice to be taken. A guess. */
  private static final int MIN_TELLING_ROWS = 2;

  private final AmountIndex index;
  private final Assignment values;
  private final int t;
  private final int rows;

  ColumnReadings(AmountIndex index, int t) {
    this.index = index;
    this.values = index.asRead();
    this.t = t;
    this.rows = index.tables().get(t).rows().size();
  }

  /** How often a choice of parts adds up, in rows where two parts or more are filled. */
  private record Fit(int holds, int fails) {}

  /**
   * The sum as stated if it mostly adds up, else the greatest choice of its parts that does in all
   * rows; as stated if there is none.
   */
  HeaderSums.ColumnSum best(HeaderSums.ColumnSum stated) {
    int n = stated.parts().size();
    Fit own = fit(stated.total(), stated.parts());
    if (own.fails == 0 || own.holds > own.fails || n < 2 || n > MAX_PARTS) {
      return stated;
    }
    List<Integer> best = List.of();
    int most = MIN_TELLING_ROWS - 1;
    for (int choice = (1 << n) - 2; choice > 0; choice--) {
      List<Integer> parts = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if ((choice & 1 << i) != 0) {
          parts.add(stated.parts().get(i));
        }
      }
      Fit fit = fit(stated.total(), parts);
      if (fit.fails == 0 && (fit.holds > most || fit.holds == most && parts.size() > best.size())) {
        best = parts;
        most = fit.holds;
      }
    }
    return best.isEmpty() ? stated : new HeaderSums.ColumnSum(stated.total(), best, Strength.WEAK);
  }

  private Fit fit(int total, List<Integer> parts) {
    int holds = 0;
    int fails = 0;
    for (int r = 0; r < rows; r++) {
      int whole = index.id(t, r, total);
      if (whole < 0) {
        continue;
      }
      long residual = values.of(whole);
      long slack = index.quantum(whole);
      int filled = 0;
      for (int part : parts) {
        int id = index.id(t, r, part);
        if (id >= 0 && values.of(id) != 0) {
          residual -= values.of(id);
          slack += index.quantum(id);
          filled++;
        }
      }
      if (Math.abs(residual) > slack / 2) {
        fails++;
      } else if (filled >= 2) {
        holds++;
      }
    }
    return new Fit(holds, fails);
  }
}
