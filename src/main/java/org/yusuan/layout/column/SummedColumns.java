package org.yusuan.layout.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.table.TermSum;
import org.yusuan.layout.column.ColumnReader.FoundMeaning;
import org.yusuan.layout.column.MappingTrace.MeaningSource;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.text.PrintedNumber;

/**
 * Tells by the figures what a column of amounts means whose header was not read on a scan: where
 * one column is the sum of others in row after row, and all but one of them are known, so is that
 * one. Constants are guesses.
 */
final class SummedColumns {

  /** At least so many rows must keep a sum. */
  private static final int MIN_ROWS = 3;

  /** And at least this share of the rows: others have misread figures. */
  private static final double MIN_KEPT_SHARE = 0.8;

  private final List<FoundMeaning> meanings;
  private final @Nullable BigDecimal[][] amounts;
  private final boolean[] unclear;

  private SummedColumns(List<FoundMeaning> meanings, Grid grid, Header header) {
    this.meanings = meanings;
    this.amounts = new @Nullable BigDecimal[grid.rows()][grid.columns()];
    this.unclear = new boolean[grid.rows()];
    for (GridCell cell : grid.cells()) {
      boolean body = !header.holds(cell) && !header.numberRows().contains(cell.row());
      if (!body || cell.rowSpan() > 1) {
        unclear[cell.row()] = true;
        continue;
      }
      boolean amount = meanings.get(cell.column()).column().role() == ColumnRole.AMOUNT;
      PrintedNumber figure = amount ? PrintedNumber.parse(cell.text()) : null;
      amounts[cell.row()][cell.column()] = figure == null ? BigDecimal.ZERO : figure.value();
      unclear[cell.row()] |= amount && figure == null && !cell.isBlank();
    }
  }

  /**
   * The meanings with those that sums tell.
   *
   * @param read the meanings that headers tell
   * @param sums what adds up, in the order in which it is tried
   */
  static List<FoundMeaning> named(
      List<FoundMeaning> read, Grid grid, Header header, List<TermSum> sums) {
    List<FoundMeaning> meanings = read;
    for (TermSum sum : sums) {
      SummedColumns columns = new SummedColumns(meanings, grid, header);
      List<String> all = new ArrayList<>(sum.parts());
      all.add(0, sum.total());
      for (String lost : all) {
        for (int c = 0; c < meanings.size(); c++) {
          if (columns.isOpen(c) && columns.tells(sum, lost, c)) {
            FoundMeaning before = meanings.get(c);
            meanings = new ArrayList<>(meanings);
            meanings.set(
                c,
                new FoundMeaning(
                    lost,
                    before.column().withMeaning(ColumnRole.AMOUNT, lost),
                    MeaningSource.SUM,
                    sum.total() + " = " + String.join(" + ", sum.parts())));
            columns = new SummedColumns(meanings, grid, header);
          }
        }
      }
    }
    return meanings;
  }

  /**
   * Whether the figures contradict what the columns are said to mean: a sum of them mostly fails.
   */
  static boolean contradict(
      List<FoundMeaning> meanings, Grid grid, Header header, List<TermSum> sums) {
    SummedColumns columns = new SummedColumns(meanings, grid, header);
    for (TermSum sum : sums) {
      int total = columns.only(sum.total(), -1, null, 0);
      int[] parts =
          sum.parts().stream().mapToInt(part -> columns.only(part, -1, null, 0)).toArray();
      if (total >= 0 && columns.known(parts)) {
        int[] kept = columns.kept(total, parts);
        if (kept[1] >= MIN_ROWS && 2 * kept[0] < kept[1]) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the header of a column of amounts tells less than it should: nothing, that it is some
   * subtotal, or what another column of its list is said to be too.
   */
  private boolean isOpen(int c) {
    FoundMeaning own = meanings.get(c);
    if (own.column().role() != ColumnRole.AMOUNT) {
      return false;
    }
    return own.column().measure() == null
        || own.term().equals(ColumnReader.UNKNOWN)
        || own.term().equals(TermSum.SUBTOTAL)
        || only(own.term(), -1, null, own.column().list()) < 0;
  }

  /** Whether a sum holds if a column is its member that no other column is. */
  private boolean tells(TermSum sum, String lost, int c) {
    int list = meanings.get(c).column().list();
    boolean named = false;
    for (int i = 0; i < meanings.size(); i++) {
      named |=
          i != c && meanings.get(i).column().list() == list && meanings.get(i).term().equals(lost);
    }
    int total = only(sum.total(), c, lost, list);
    int[] parts = sum.parts().stream().mapToInt(part -> only(part, c, lost, list)).toArray();
    if (named || total < 0 || !known(parts)) {
      return false;
    }
    int[] kept = kept(total, parts);
    return kept[0] >= MIN_ROWS
        && kept[0] >= MIN_KEPT_SHARE * kept[1]
        && (!lost.equals(sum.total()) || sum.whole() == isGreatest(total, list));
  }

  /** The only column of a list with a term; −1 if there is none, or several. */
  private int only(String term, int instead, @Nullable String lost, int list) {
    if (term.equals(lost)) {
      return instead;
    }
    int found = -1;
    for (int i = 0; i < meanings.size(); i++) {
      FoundMeaning meaning = meanings.get(i);
      if (i != instead && meaning.column().list() == list && meaning.term().equals(term)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private boolean known(int[] parts) {
    for (int part : parts) {
      boolean filled = false;
      for (@Nullable BigDecimal[] row : amounts) {
        filled |= part >= 0 && row[part] != null && row[part].signum() != 0;
      }
      if (!filled) {
        return false;
      }
    }
    return true;
  }

  /** How many rows with a total keep a sum, and how many there are. */
  private int[] kept(int total, int[] parts) {
    int kept = 0;
    int all = 0;
    for (int r = 0; r < amounts.length; r++) {
      BigDecimal whole = amounts[r][total];
      if (unclear[r] || whole == null || whole.signum() == 0) {
        continue;
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (int part : parts) {
        BigDecimal amount = amounts[r][part];
        sum = amount == null ? sum : sum.add(amount);
      }
      all++;
      kept += sum.compareTo(whole) == 0 ? 1 : 0;
    }
    return new int[] {kept, all};
  }

  /** Whether no column of amounts of its list adds up to more. */
  private boolean isGreatest(int c, int list) {
    BigDecimal own = added(c);
    for (int i = 0; i < meanings.size(); i++) {
      if (meanings.get(i).column().list() == list
          && meanings.get(i).column().role() == ColumnRole.AMOUNT
          && added(i).compareTo(own) > 0) {
        return false;
      }
    }
    return true;
  }

  private BigDecimal added(int c) {
    BigDecimal sum = BigDecimal.ZERO;
    for (@Nullable BigDecimal[] row : amounts) {
      BigDecimal amount = row[c];
      sum = amount == null ? sum : sum.add(amount);
    }
    return sum;
  }
}
