package org.yusuan.evaluate;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Right ones among all, for each thing that is measured. Scores add up.
 *
 * @param tables tables found in one piece among tables
 * @param invented tables that the truth does not have
 * @param kinds kinds right
 * @param titles titles right
 * @param units units right
 * @param columns header paths right
 * @param figures cells with a number, exact and in their row and column
 * @param rows body rows right in every cell
 * @param cells cells with text, exact and in their row and column
 * @param subject facts about the document right: organization, year, stage, level
 */
record Score(
    Share tables,
    int invented,
    Share kinds,
    Share titles,
    Share units,
    Share columns,
    Share figures,
    Share rows,
    Share cells,
    Share subject) {

  /**
   * A share.
   *
   * @param right how many are right
   * @param all how many there are
   */
  record Share(int right, int all) {
    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
      return new Share(right + other.right, all + other.all);
    }

    Share plus(boolean isRight) {
      return new Share(right + (isRight ? 1 : 0), all + 1);
    }

    @Override
    public String toString() {
      return all == 0
          ? "-"
          : String.format(Locale.ROOT, "%d/%d %.2f%%", right, all, 100.0 * right / all);
    }
  }

  static final Score NONE =
      new Score(
          Share.NONE,
          0,
          Share.NONE,
          Share.NONE,
          Share.NONE,
          Share.NONE,
          Share.NONE,
          Share.NONE,
          Share.NONE,
          Share.NONE);

  Score plus(Score other) {
    return new Score(
        tables.plus(other.tables),
        invented + other.invented,
        kinds.plus(other.kinds),
        titles.plus(other.titles),
        units.plus(other.units),
        columns.plus(other.columns),
        figures.plus(other.figures),
        rows.plus(other.rows),
        cells.plus(other.cells),
        subject.plus(other.subject));
  }

  /** Whether nothing is wrong. */
  boolean isPerfect() {
    return invented == 0
        && Stream.of(tables, kinds, titles, units, columns, figures, rows, cells, subject)
            .allMatch(share -> share.right() == share.all());
  }
}
