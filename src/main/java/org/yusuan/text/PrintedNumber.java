package org.yusuan.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as budget tables print it, and what each spelling means.
 *
 * <ul>
 *   <li>Full-width digits and signs (１２，３４５．００) count as their half-width forms; stray spaces and
 *       line breaks inside a number are dropped; commas must stand before groups of three digits.
 *       White space between two whole numbers parts them: {@code 15 20} is no figure.
 *   <li>A leading {@code -}, {@code −}, {@code △} or {@code ▲}, or enclosing parentheses, make it
 *       negative.
 *   <li>A lone dash ({@code -}, {@code --}, {@code —}, {@code －}) states zero; so does {@code 0}.
 *   <li>A trailing {@code %} or {@code ％} makes it a percentage.
 *   <li>Blank text is no figure: blank is not zero.
 * </ul>
 *
 * @param value the number as printed, with the digits after the point that were printed; a
 *     percentage keeps its printed value (12.5 for 12.5%)
 * @param percent whether a percent sign follows it
 * @param dash whether it was printed as a dash
 */
public record PrintedNumber(BigDecimal value, boolean percent, boolean dash) {

  private static final Pattern NUMBER =
      Pattern.compile("([-+△▲]?)([1-9]\\d{0,2}(?:,\\d{3})+|\\d+)(\\.\\d+)?(%?)");
  private static final Pattern DASH = Pattern.compile("-{1,4}");
  private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+(?:[\\s\\h]+\\d+)+");

  /**
   * Reads a figure.
   *
   * @return null if the text is blank or is anything but one number
   */
  public static @Nullable PrintedNumber parse(String text) {
    String plain = normalize(text);
    if (plain.isEmpty() || TWO_NUMBERS.matcher(text.strip()).matches()) {
      return null;
    }
    if (DASH.matcher(plain).matches()) {
      return new PrintedNumber(BigDecimal.ZERO, false, true);
    }
    boolean parenthesized = plain.length() > 2 && plain.startsWith("(") && plain.endsWith(")");
    Matcher number = NUMBER.matcher(parenthesized ? plain.substring(1, plain.length() - 1) : plain);
    if (!number.matches() || (parenthesized && !number.group(1).isEmpty())) {
      return null;
    }
    String fraction = number.group(3) == null ? "" : number.group(3);
    BigDecimal value = new BigDecimal(number.group(2).replace(",", "") + fraction);
    boolean negative =
        parenthesized || "-△▲".contains(number.group(1)) && !number.group(1).isEmpty();
    return new PrintedNumber(negative ? value.negate() : value, !number.group(4).isEmpty(), false);
  }

  /** Number of digits printed after the decimal point. */
  public int decimals() {
    return value.scale();
  }

  /** The text in half-width forms, with one sign for minus and no white space. */
  private static String normalize(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        continue;
      }
      plain.append(
          switch (c) {
            case '\u2010',
                '\u2011',
                '\u2012',
                '\u2013',
                '\u2014',
                '\u2015',
                '\u2212',
                '\u2500',
                '\u2501' ->
                '-';
            case '，' -> ',';
            case '．' -> '.';
            default -> c;
          });
    }
    return plain.toString();
  }
}
