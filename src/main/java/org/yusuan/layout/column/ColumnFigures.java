package org.yusuan.layout.column;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.text.PrintedNumber;

/**
 * What the cells of a column show, whatever its header says.
 *
 * @param filled number of its cells that have text
 * @param figures how many of these are numbers
 * @param percents how many of the numbers are percentages
 * @param decimals how many of them have a decimal point
 * @param separated how many of them have thousands separators
 * @param codes how many of them may be codes of a classification: 3, 5 or 7 digits
 * @param nested how many of these go on from a shorter one above, as 20101 from 201
 */
record ColumnFigures(
    int filled, int figures, int percents, int decimals, int separated, int codes, int nested) {

  /**
   * A column of unknown header holds numbers if at least this share of its filled cells are
   * numbers. A guess.
   */
  private static final double MIN_FIGURE_SHARE = 0.6;

  /** Fewer figures than this do not speak against a header. A guess. */
  private static final int MIN_FIGURES = 2;

  private static final Pattern CODE = Pattern.compile("[1-9]\\d{2}(?:\\d{2}){0,2}");

  /** Of whole amounts, one in 100 begins like one above it by chance; this many do not. A guess. */
  private static final int MIN_NESTED = 2;

  static ColumnFigures of(Grid grid, Header header, int column) {
    int filled = 0;
    int figures = 0;
    int percents = 0;
    int decimals = 0;
    int separated = 0;
    int nested = 0;
    Set<String> codes = new HashSet<>();
    int coded = 0;
    for (GridCell cell : grid.cells()) {
      if (cell.column() == column
          && cell.columnSpan() == 1
          && !cell.isBlank()
          && !header.holds(cell)
          && !header.numberRows().contains(cell.row())) {
        filled++;
        PrintedNumber figure = PrintedNumber.parse(cell.text());
        if (figure != null) {
          figures++;
          percents += figure.percent() ? 1 : 0;
          decimals += figure.decimals() > 0 ? 1 : 0;
          separated += cell.text().contains(",") ? 1 : 0;
          String code = cell.text().strip();
          if (CODE.matcher(code).matches()) {
            coded++;
            nested += codes.contains(code.substring(0, Math.max(0, code.length() - 2))) ? 1 : 0;
            codes.add(code);
          }
        }
      }
    }
    return new ColumnFigures(filled, figures, percents, decimals, separated, coded, nested);
  }

  /** What the cells hold. */
  ColumnRole role() {
    if (filled == 0 || figures < MIN_FIGURE_SHARE * filled) {
      return ColumnRole.TEXT;
    }
    if (areCodes()) {
      return ColumnRole.CODE;
    }
    return percents > figures / 2 ? ColumnRole.PERCENT : ColumnRole.AMOUNT;
  }

  /**
   * Whether the numbers are codes: enough of them go on from a shorter one above, as sums of money
   * do not.
   */
  private boolean areCodes() {
    return codes == figures && nested >= MIN_NESTED && 2 * nested >= codes;
  }

  /**
   * Whether the cells are money, though the header says that they are names, or percentages: the
   * wrapped end of a header may say % of another column, and two columns beneath 支出 are names and
   * amounts. Whole amounts speak as plainly where labels stand before them, as in 险种 | 收入 | 支出.
   *
   * @param isFirst whether no column stands before it
   */
  boolean contradict(ColumnRole told, boolean isFirst) {
    if (told == ColumnRole.AMOUNT) {
      return isFirst && figures == 0 && filled >= MIN_FIGURES;
    }
    boolean names = told == ColumnRole.ITEM || told == ColumnRole.NAME || told == ColumnRole.REGION;
    boolean money = figures >= MIN_FIGURE_SHARE * filled && figures >= MIN_FIGURES && percents == 0;
    return money
        && ((names && 2 * (decimals + separated) >= figures)
            || (told == ColumnRole.ITEM && !isFirst && figures == filled)
            || (told == ColumnRole.PERCENT && 2 * separated >= figures));
  }
}
