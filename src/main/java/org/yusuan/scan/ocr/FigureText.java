package org.yusuan.scan.ocr;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Reading;
import org.yusuan.text.Ideographs;
import org.yusuan.text.PrintedNumber;

/** Knows how figures look in print, and how engines misread them. */
final class FigureText {
  private static final Pattern FIGURE_LIKE = Pattern.compile("[-0-9.,:;()%·•'`~_ OoIlSs$B|*]+");
  private static final Pattern SHORT_LATIN = Pattern.compile("\\p{ASCII}{1,3}");
  private static final Pattern WITH_SEPARATORS = Pattern.compile("-?\\d+([.,]\\d+)+");
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d{2}");
  private static final Pattern PLAIN_MONEY = Pattern.compile("-?\\d+\\.\\d{2}");

  /** A figure with a mark after it that no figure has: dirt beside a ruling. */
  private static final Pattern FIGURE_WITH_DIRT = Pattern.compile("(-?[\\d,]+\\.\\d{2})[.,]+");

  /** A fraction whose point was taken for a comma: no thousands begin with a nought. */
  private static final Pattern NOUGHT_AND_COMMA = Pattern.compile("-?0,\\d+");

  /** Two figures read as one, as the ruling between them was lost. */
  private static final Pattern RUN_TOGETHER =
      Pattern.compile("-?\\d{1,3}(,\\d{3})+\\.\\d{2}(\\d{1,3}(,\\d{3})*\\.\\d{2})+");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The digits of a day of these two centuries. */
  private static final Pattern DAY =
      Pattern.compile("((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

  /** A dash between the parts of a date; no amount has one there. */
  private static final Pattern DASHED = Pattern.compile("\\d{4}-.*|\\d{4}.?\\d{2}-.*");

  private static final Pattern MARKS = Pattern.compile("[-.,]+");

  /** A reading less likely than this does not make a date; a guess. */
  private static final double MIN_DATE_PROBABILITY = 0.01;

  private static final Pattern WHOLE = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d+)");

  /** Characters that engines read in place of digits and points; what was meant follows. */
  private static final String MISTAKEN_FOR_DIGITS = "OoDIl|SsBZz$&:;·•'`~_";

  private static final String MEANT_DIGITS = "000111558225" + "8........";

  /** Share of digits and marks in a figure of which a character was misread; a guess. */
  private static final double MIN_FIGURE_SHARE = 0.7;

  /** A reading that makes a line a figure has more than this probability. A guess. */
  private static final double MIN_LIKELY_PROBABILITY = 0.02;

  /**
   * How plausible an amount with two decimals is as a printed figure; the others below are in
   * proportion to it.
   */
  private static final double MONEY_PRIOR = 1;

  /** How plausible a whole number in groups of three digits, or a date, is. A guess. */
  private static final double WHOLE_PRIOR = 0.7;

  /** How plausible any other number is. A guess. */
  private static final double NUMBER_PRIOR = 0.3;

  /** How plausible anything else is. A guess. */
  private static final double UNLIKELY_PRIOR = 0.02;

  private FigureText() {}

  /** Whether a text is a whole amount that its points or commas tell from a code or a year. */
  static boolean isMarked(String text) {
    return !leadingZero(text)
        && (MONEY.matcher(text).matches()
            || PLAIN_MONEY.matcher(text).matches()
            || WHOLE.matcher(text).matches() && text.contains(","));
  }

  /** Whether the line may be a figure, going by one engine's readings of it. */
  static boolean isLikely(List<Reading> readings) {
    for (Reading reading : readings) {
      String text = Normalizer.normalize(reading.text(), Normalizer.Form.NFKC);
      if (!text.isBlank()
          && (FIGURE_LIKE.matcher(text).matches()
              || SHORT_LATIN.matcher(text).matches()
              || isMostlyFigure(text))
          && reading.probability() > MIN_LIKELY_PROBABILITY) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text is a figure but for one or two characters that no figure has: 6.0C, 5,993,30C.
   * Units (2023年) are Chinese.
   */
  private static boolean isMostlyFigure(String text) {
    long digits = text.chars().filter(c -> Character.isDigit(c) || c == '.' || c == ',').count();
    return digits >= MIN_FIGURE_SHARE * text.length()
        && (text.indexOf('.') > 0 || text.indexOf(',') > 0)
        && !Ideographs.in(text);
  }

  /**
   * The figure that an engine may have meant: half-width, no spaces, letters that look like digits
   * as digits, any mark before two last digits as a point.
   */
  static String normalize(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    StringBuilder normalized = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      int twin = MISTAKEN_FOR_DIGITS.indexOf(plain.charAt(i));
      normalized.append(twin < 0 ? plain.charAt(i) : MEANT_DIGITS.charAt(twin));
    }
    return normalized.toString();
  }

  /**
   * The same digits with points and commas where print has them: groups of three after commas, two
   * decimals after a point, none at the end. Engines take one mark for the other.
   *
   * @return the text itself if it cannot be mended so
   */
  static String mend(String text) {
    Matcher stained = FIGURE_WITH_DIRT.matcher(text);
    if (stained.matches() && prior(stained.group(1)) >= 1) {
      return stained.group(1);
    }
    if (NOUGHT_AND_COMMA.matcher(text).matches()) {
      return text.replace(',', '.');
    }
    if (!WITH_SEPARATORS.matcher(text).matches() || RUN_TOGETHER.matcher(text).matches()) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text);
    boolean money = text.length() > 3 && !Character.isDigit(text.charAt(text.length() - 3));
    int last = money ? text.length() - 3 : text.length();
    if (money) {
      mended.setCharAt(last, '.');
    }
    for (int i = 0; i < last; i++) {
      if (!Character.isDigit(text.charAt(i)) && i > 0) {
        mended.setCharAt(i, ',');
      }
    }
    String result = mended.toString();
    return prior(result) >= WHOLE_PRIOR ? result : text;
  }

  /**
   * The date that a figure was whose dashes were taken for points, or overlooked: its digits are
   * those of a day, and one of the readings has a dash between them.
   *
   * @return null if it is none
   */
  static @Nullable String date(List<Reading> readings) {
    String digits = MARKS.matcher(readings.get(0).text()).replaceAll("");
    Matcher day = DAY.matcher(digits);
    if (!day.matches()) {
      return null;
    }
    for (Reading reading : readings) {
      if (reading.probability() >= MIN_DATE_PROBABILITY
          && DASHED.matcher(reading.text()).matches()
          && MARKS.matcher(reading.text()).replaceAll("").equals(digits)) {
        return day.group(1) + "-" + day.group(2) + "-" + day.group(3);
      }
    }
    return null;
  }

  /**
   * How plausible a text is as a printed figure, before looking at the image. Amounts have two
   * decimals or none; groups of three digits are whole; a number has no leading zeros unless it is
   * a code. Forms hold dates too.
   */
  static double prior(String text) {
    if (MONEY.matcher(text).matches() || PLAIN_MONEY.matcher(text).matches()) {
      return leadingZero(text) ? UNLIKELY_PRIOR : MONEY_PRIOR;
    }
    if (NOUGHT_AND_COMMA.matcher(text).matches()) {
      return UNLIKELY_PRIOR;
    }
    if (WHOLE.matcher(text).matches() || DATE.matcher(text).matches()) {
      return WHOLE_PRIOR;
    }
    return PrintedNumber.parseRecognized(text) != null ? NUMBER_PRIOR : UNLIKELY_PRIOR;
  }

  private static boolean leadingZero(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.';
  }
}
