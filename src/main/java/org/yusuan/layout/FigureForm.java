package org.yusuan.layout;

import java.util.regex.Pattern;
import org.yusuan.text.SpreadsheetError;
import org.yusuan.text.TextNormalizer;

/** Tells texts that are meant as figures though they are no numbers, and whose fault that is. */
final class FigureForm {

  /** The replacement character, which stands for a glyph whose font does not say what it means. */
  private static final char NO_CHARACTER = '\uFFFD';

  /** Text that can only be meant as a figure, which a sentence with a year in it is not. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?=.*\\d)(?:[A-Z]{0,3}[¥￥$€£]?|人民币)[\\d.,:()△▲·\uFFFD\\-−+%]+(?:[百千万亿]*元|[万亿]|[A-Z])?",
          Pattern.CASE_INSENSITIVE);

  /** A figure with decimals and a few signs, or something in brackets, behind it. */
  private static final Pattern FIGURE_AND_MORE =
      Pattern.compile("\\d[\\d,]*\\.\\d{2}(?:[^\\d\\p{IsHan}%.(]{1,4}|[(\\[【][^)]{0,4}[)\\]】])");

  /** Digits, most of it, with other signs between: a figure that is damaged; 7*24 is none. */
  private static final Pattern DAMAGED =
      Pattern.compile(
          "(?!\\d{1,2}[*×]\\d{1,2}$)(?=(?:\\D*\\d){3})\\d[\\d,.]*[^\\d\\p{IsHan}%/:年月-]{1,2}[\\d,.]*\\d");

  /** Two figures, one right behind the other: the publisher printed them apart. */
  private static final Pattern TWO_FIGURES =
      Pattern.compile(".*\\d\\.\\d{2}.*\\d\\.\\d{2}.*|.*\\d\\.\\d{2}\\s+\\d+");

  private FigureForm() {}

  /** Whether a cell's text is meant as a figure. */
  static boolean isMeant(String text) {
    String plain = TextNormalizer.of(text);
    return FIGURE.matcher(plain).matches()
        || FIGURE_AND_MORE.matcher(plain).matches()
        || DAMAGED.matcher(plain).matches()
        || SpreadsheetError.matches(text);
  }

  /** Whether such a text shows that the page was read wrongly: nobody prints it so. */
  static boolean isMisread(String text) {
    String plain = TextNormalizer.of(text);
    return text.indexOf(NO_CHARACTER) >= 0
        || TWO_FIGURES.matcher(text).matches()
        || DAMAGED.matcher(plain).matches() && !FIGURE.matcher(plain).matches();
  }
}
