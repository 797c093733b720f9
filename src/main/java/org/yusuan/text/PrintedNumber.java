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
 *       White space between two whole numbers parts them: {@code 15 20} is no figure; nor is {@code
 *       345.67 1}, a figure with something beside it. Characters that leave no mark do not count.
 *   <li>A leading {@code -}, {@code −}, {@code △} or {@code ▲}, a trailing {@code -}, or enclosing
 *       parentheses, make it negative.
 *   <li>A currency sign or its letters before it, or {@code 元} behind it, and the mark of a
 *       footnote ({@code ①}, {@code ¹}, {@code *}, {@code [2]}, {@code （注1）}) at either end, are no
 *       part of it.
 *   <li>{@code 1.234.567} has points for commas; {@code 1.234} has only where another figure of the
 *       table shows it.
 *   <li>{@code .5} is 0.5; apostrophes may stand for the commas.
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
      Pattern.compile(
          "([-+△▲]?)([1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d{0,2}(?:'\\d{3})+|\\d+|(?=\\.))(\\.\\d+)?"
              + "(%|-)?");
  private static final Pattern DOTTED_GROUPS = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3}){2,}");

  /** Points that stand for commas: one group is enough here, which elsewhere is a fraction. */
  private static final Pattern DOTTED =
      Pattern.compile("([-(]?[1-9]\\d{0,2}(?:\\.\\d{3})+)(,\\d+)?(\\)?)");

  private static final Pattern DASH = Pattern.compile("-{1,4}");
  private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+(?:[\\s\\h]+\\d+)+");

  /** A figure with two or more digits after its point, and more text behind white space. */
  private static final Pattern FIGURE_AND_MORE =
      Pattern.compile("[^.．]*[.．]\\d{2,}[\\s\\h]+\\d.*", Pattern.DOTALL);

  private static final Pattern CURRENCY =
      Pattern.compile("^([-+△▲(]?)(?:[¥￥$€£]|RMB|CNY|人民币)|(?<=\\d)元$");

  /** A mark of a footnote; any raised and circled digits of Unicode are one. */
  private static final String MARK =
      "(?:[⁰¹²³⁴-⁹⁽⁾₀-₉①-⑳⑴-⒇❶-❿➀-➓㈠-㈩ᵃᵇᶜᵈᵉ*＊†‡※]+"
          + "|[\\[［【〔]\\s*(?:注\\s*)?\\d{1,2}\\s*[\\]］】〕]"
          + "|[(（]?\\s*注\\s*[\\d①-⑳一二三四五六七八九十]{0,2}\\s*[)）]?)";

  private static final Pattern MARKS =
      Pattern.compile("^(?:" + MARK + "[\\s\\h]*)+|(?:[\\s\\h]*" + MARK + ")+$");

  /**
   * Reads a figure.
   *
   * @return null if the text is blank or is anything but one number
   */
  public static @Nullable PrintedNumber parse(String text) {
    return switch (CharacterContent.of(text)) {
      case FIGURE -> parsePlain(text);
      case WORDS -> null;
      case OTHER -> parseUnmarked(withoutMarks(text));
    };
  }

  /** The kind of a text by a single look at each character, which is enough for most texts. */
  private enum CharacterContent {
    /** It has only digits and signs, as in {@link #NUMBER}. */
    FIGURE,
    /** It has a Chinese character that no spelling of a number has. */
    WORDS,
    OTHER;

    /** Characters of footnote marks and of currencies. */
    private static final String OF_NUMBERS = "元人民币注一二三四五六七八九十";

    static CharacterContent of(String text) {
      boolean figure = !text.isEmpty();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= '\u4e00' && c <= '\u9fff' && OF_NUMBERS.indexOf(c) < 0) {
          return WORDS;
        }
        figure &= c >= '0' && c <= '9' || c == '.' || c == ',' || c == '-';
      }
      return figure ? FIGURE : OTHER;
    }
  }

  private static @Nullable PrintedNumber parseUnmarked(String unmarked) {
    String plain = CURRENCY.matcher(normalize(unmarked)).replaceAll("$1");
    if (plain.isEmpty()
        || TWO_NUMBERS.matcher(unmarked).matches()
        || FIGURE_AND_MORE.matcher(unmarked).matches()) {
      return null;
    }
    return parsePlain(plain);
  }

  private static @Nullable PrintedNumber parsePlain(String plain) {
    if (plain.charAt(0) == '-' && DASH.matcher(plain).matches()) {
      return new PrintedNumber(BigDecimal.ZERO, false, true);
    }
    boolean parenthesized = plain.length() > 2 && plain.startsWith("(") && plain.endsWith(")");
    Matcher number = NUMBER.matcher(parenthesized ? plain.substring(1, plain.length() - 1) : plain);
    if (!number.matches()) {
      return null;
    }
    String after = number.group(4) == null ? "" : number.group(4);
    boolean trailing = after.equals("-");
    if ((parenthesized || trailing) && !number.group(1).isEmpty() || parenthesized && trailing) {
      return null;
    }
    String fraction = number.group(3) == null ? "" : number.group(3);
    String whole = number.group(2).replace(",", "").replace("'", "");
    BigDecimal value = new BigDecimal((whole.isEmpty() ? "0" : whole) + fraction);
    boolean negative =
        parenthesized || trailing || "-△▲".contains(number.group(1)) && !number.group(1).isEmpty();
    return new PrintedNumber(negative ? value.negate() : value, after.equals("%"), false);
  }

  /**
   * Reads a figure that was recognized: a dash behind it is a piece of a ruling as often as a sign.
   *
   * @return null if the text is blank, or is anything but one number, or ends with a dash
   */
  public static @Nullable PrintedNumber parseRecognized(String text) {
    PrintedNumber figure = parse(text);
    return figure != null && !figure.dash && normalize(text).endsWith("-") ? null : figure;
  }

  /**
   * Reads a figure of a cell.
   *
   * @param text the text of the cell; the unit of its table may stand behind the figure
   * @param recognized whether it was recognized on a picture
   * @param dotted whether points stand for commas in its table, if it was not
   * @param unitFactor how many 元 the table's unit is worth; null if it has none
   * @return null if the text is blank or is anything but one number
   */
  public static @Nullable PrintedNumber parseCell(
      String text, boolean recognized, boolean dotted, @Nullable Integer unitFactor) {
    String figure = MoneyUnit.withoutUnit(text, unitFactor);
    if (recognized) {
      return parseRecognized(figure);
    }
    return dotted ? parseDotted(figure) : parse(figure);
  }

  /** Whether points stand for commas in a text without doubt: {@code 1.234.567}. */
  public static boolean isDotted(String text) {
    return text.indexOf('.') != text.lastIndexOf('.')
        && DOTTED_GROUPS.matcher(normalize(text)).matches();
  }

  /**
   * Reads a figure of a table in which points stand for commas, as another figure of it shows:
   * 7.704 is seven thousand and some there.
   *
   * @return null if the text is blank or is anything but one number
   */
  public static @Nullable PrintedNumber parseDotted(String text) {
    Matcher dotted = DOTTED.matcher(normalize(text));
    if (!dotted.matches()) {
      return parse(text);
    }
    String fraction = dotted.group(2) == null ? "" : dotted.group(2).replace(',', '.');
    return parse(dotted.group(1).replace(".", "") + fraction + dotted.group(3));
  }

  /** Number of digits printed after the decimal point. */
  public int decimals() {
    return value.scale();
  }

  /** The text without characters that leave no mark, and without marks of footnotes at its ends. */
  private static String withoutMarks(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean shows = type != Character.FORMAT && (type != Character.CONTROL || c >= 9 && c <= 13);
      if (shows) {
        visible.append(c);
      }
    }
    String plain = visible.toString().strip();
    return needsLook(plain) ? MARKS.matcher(plain).replaceAll("") : plain;
  }

  /** Whether a text may have a mark: it has something else than letters and what figures have. */
  private static boolean needsLook(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= '+' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      if (!plain && c != ' ') {
        return true;
      }
    }
    return false;
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
            case '’', '‘' -> '\'';
            case '，' -> ',';
            case '．' -> '.';
            default -> c;
          });
    }
    return plain.toString();
  }
}
