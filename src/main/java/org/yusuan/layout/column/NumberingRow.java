package org.yusuan.layout.column;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/** Tells rows that only number the columns, as 1 2 3, 栏次 or A B C=A+B: they are never money. */
final class NumberingRow {

  /** Longest text in a row that only numbers the columns: 18 or **, and a stain. */
  private static final int MAX_NUMBER_CHARACTERS = 3;

  /** At least this many columns of a row that count up are no accident. A guess. */
  private static final int MIN_STEPS = 5;

  /**
   * In a row of nothing but numbers that all count up, this many columns are none either. A guess.
   */
  private static final int MIN_STEPS_ALONE = 3;

  /**
   * At least this share of a numbering row's cells counts up; some are badly recognized. A guess.
   */
  private static final double MIN_STEP_SHARE = 0.5;

  /** A text read with less confidence than this may be anything: two asterisks too. A guess. */
  private static final double MIN_CONFIDENCE = 0.5;

  private static final Pattern COLUMN_NUMBER =
      Pattern.compile("(?:(?<letter>[A-Z])|[(]?(?<digits>\\d{1,2})[)]?)(?:=.*)?");

  /** The number of a column, or of several that were not parted. */
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}(?:\\s+\\d{1,2})*");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What recognition makes of 7=2+4: 7-244. */
  private static final Pattern MISREAD_FORMULA =
      Pattern.compile("(?<digits>\\d{1,2})[=+*/()\\-][=+*/()\\d-]{1,8}");

  private NumberingRow() {}

  /**
   * The first row that numbers the columns; -1 if none does so near the top.
   *
   * @param top the first row of the header, which numbers nothing
   * @param end the row below the last that is asked
   */
  static int first(GridCell[][] places, int top, int end, TableTerms words) {
    for (int row = top + 1; row < Math.min(places.length, end); row++) {
      if (is(places[row], words)) {
        return row;
      }
    }
    return -1;
  }

  /** Which of the two rows below a header number the columns. */
  static Set<Integer> below(GridCell[][] places, int end, TableTerms words) {
    Set<Integer> rows = new LinkedHashSet<>();
    for (int row = end; row < Math.min(places.length, end + 2); row++) {
      if (is(places[row], words)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Whether a row does no more than number the columns. */
  static boolean is(GridCell[] row, TableTerms words) {
    return numbersColumns(row, words) || countsUp(row) || countsInPlace(row);
  }

  /** A row of short texts, half of whose numbers are those of their places: the rest is misread. */
  private static boolean countsInPlace(GridCell[] row) {
    Map<Integer, Integer> byOffset = new HashMap<>();
    int numbers = 0;
    for (GridCell cell : Header.filled(row)) {
      String text = TextNormalizer.of(cell.text());
      if (text.length() > MAX_NUMBER_CHARACTERS) {
        return false;
      }
      if (text.matches("\\d{1,2}")) {
        byOffset.merge(cell.column() - Integer.parseInt(text), 1, Integer::sum);
        numbers++;
      }
    }
    int inPlace = byOffset.values().stream().mapToInt(count -> count).max().orElse(0);
    return inPlace >= MIN_STEPS && inPlace >= MIN_STEP_SHARE * numbers;
  }

  /** A row of short texts, most of them one more than the number before: the rest is misread. */
  private static boolean countsUp(GridCell[] row) {
    Set<GridCell> filled = Header.filled(row);
    int last = 0;
    int steps = 0;
    int numbers = 0;
    boolean words = false;
    for (GridCell cell : filled) {
      String text = TextNormalizer.of(cell.text());
      if (text.length() > MAX_NUMBER_CHARACTERS) {
        return false;
      }
      words |= Ideographs.count(text) > 1 && cell.confidence() >= MIN_CONFIDENCE;
      if (NUMBERS.matcher(cell.text().strip()).matches()) {
        for (String each : SPACES.split(cell.text().strip())) {
          int number = Integer.parseInt(each);
          steps += number == last + 1 ? 1 : 0;
          numbers++;
          last = number;
        }
      }
    }
    boolean counted = steps == numbers && !words;
    return steps >= (counted ? MIN_STEPS_ALONE : MIN_STEPS)
        && steps >= MIN_STEP_SHARE * filled.size();
  }

  /** The place that 3, (3), C, 3=1+2 or C=A+B gives its column, from 1; null if it is none. */
  private static @Nullable Integer columnNumber(String text) {
    Matcher matcher = COLUMN_NUMBER.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String letter = matcher.group("letter");
    return letter == null ? Integer.valueOf(matcher.group("digits")) : letter.charAt(0) - 'A' + 1;
  }

  private static boolean numbersColumns(GridCell[] row, TableTerms words) {
    Set<GridCell> filled = Header.filled(row);
    int last = 0;
    int numbers = 0;
    int formulas = 0;
    int misread = 0;
    for (GridCell cell : filled) {
      String text = TextNormalizer.of(cell.text());
      Integer number = columnNumber(text);
      if (TableTerms.fits(words.columnNumbers(), text)) {
        formulas += text.contains("=") ? 1 : 0;
      } else {
        Matcher odd = MISREAD_FORMULA.matcher(text);
        if (!odd.matches()) {
          return false;
        }
        misread++;
        number = Integer.valueOf(odd.group("digits"));
      }
      if (number != null) {
        // Numbers rise from left to right; lists side by side may each begin anew.
        if (number <= last && number != 1) {
          return false;
        }
        last = number;
        numbers++;
      }
    }
    // Where most formulas are read, the others are formulas too.
    return filled.size() >= Math.max(2, row.length / 2)
        && numbers >= 1
        && (misread == 0 || misread < formulas);
  }
}
