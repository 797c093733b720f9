package org.yusuan.scan;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.model.Figure;
import org.yusuan.model.Reading;

/** What figures look like in print, and what engines make of them. */
final class FigureText {
  private static final Pattern FIGURE_LIKE = Pattern.compile("[-0-9.,:;()%·•'`~_ OoIlSs$B|*]+");
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d{2}");
  private static final Pattern PLAIN_MONEY = Pattern.compile("-?\\d+\\.\\d{2}");
  private static final Pattern WHOLE = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d+)");

  private FigureText() {}

  /** Whether the line may be a figure, going by one engine's readings of it. */
  static boolean likely(List<Reading> readings) {
    for (Reading reading : readings) {
      String text = Normalizer.normalize(reading.text(), Normalizer.Form.NFKC);
      if (!text.isBlank()
          && FIGURE_LIKE.matcher(text).matches()
          && (text.chars().anyMatch(Character::isDigit) || text.contains("-"))
          && reading.probability() > 0.05) {
        return true;
      }
    }
    return false;
  }

  /** In half-width characters without spaces. */
  static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  /**
   * How plausible a text is as a printed figure, before looking at the image. Amounts have two
   * decimals or none; groups of three digits are whole; a number has no leading zeros unless it is a
   * code.
   */
  static double prior(String text) {
    if (MONEY.matcher(text).matches() || PLAIN_MONEY.matcher(text).matches()) {
      return leadingZero(text) ? 0.02 : 1;
    }
    if (WHOLE.matcher(text).matches()) {
      return 0.7;
    }
    return Figure.parse(text) != null ? 0.3 : 0.02;
  }

  private static boolean leadingZero(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return digits.length() > 1 && digits.charAt(0) == '0' && Character.isDigit(digits.charAt(1));
  }
}
