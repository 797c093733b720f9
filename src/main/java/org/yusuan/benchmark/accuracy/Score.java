package org.yusuan.benchmark.accuracy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Right ones among all, for each thing that is measured. Scores add up.
 *
 * @param invented tables that the truth does not have
 * @param shares the share of each thing; what is not there was not measured
 */
record Score(int invented, Map<Measure, Share> shares) {

  /** What is measured. */
  enum Measure {
    /** Tables found in one piece. */
    TABLES,
    KINDS,
    TITLES,
    UNITS,
    /** Header paths. */
    COLUMNS,
    /** Cells with a number, exact and in their row and column. */
    FIGURES,
    /** Body rows, right in every cell. */
    ROWS,
    /** Cells with text, exact and in their row and column. */
    CELLS,
    /** Facts about the document: organization, year, stage, level. */
    SUBJECT,
    /** Likeness of tables, from 0 to 1 each, by {@link Grits}. */
    LIKENESS
  }

  /**
   * A share.
   *
   * @param right how many are right
   * @param all how many there are
   */
  record Share(double right, int all) {
    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
      return new Share(right + other.right, all + other.all);
    }

    Share plus(boolean isRight) {
      return new Share(right + (isRight ? 1 : 0), all + 1);
    }

    /** The mean of what was measured by degrees. */
    String mean() {
      return all == 0 ? "-" : String.format(Locale.ROOT, "%.4f of %d", right / all, all);
    }

    @Override
    public String toString() {
      return all == 0
          ? "-"
          : String.format(Locale.ROOT, "%.0f/%d %.2f%%", right, all, 100 * right / all);
    }
  }

  static final Score NONE = new Score(0, Map.of());

  Score {
    shares = Map.copyOf(shares);
  }

  Score plus(Score other) {
    Map<Measure, Share> sums = new EnumMap<>(Measure.class);
    sums.putAll(shares);
    other.shares.forEach((measure, share) -> sums.merge(measure, share, Share::plus));
    return new Score(invented + other.invented, sums);
  }

  Score plus(Measure measure, Share share) {
    return plus(new Score(0, Map.of(measure, share)));
  }

  Score plus(Measure measure, boolean isRight) {
    return plus(measure, Share.NONE.plus(isRight));
  }

  Share of(Measure measure) {
    return shares.getOrDefault(measure, Share.NONE);
  }

  /** Whether nothing is wrong. */
  boolean isPerfect() {
    return invented == 0
        && Arrays.stream(Measure.values())
            .filter(measure -> measure != Measure.LIKENESS)
            .allMatch(measure -> of(measure).right() == of(measure).all());
  }
}
