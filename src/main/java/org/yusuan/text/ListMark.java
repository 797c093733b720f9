package org.yusuan.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mark before an item of a list: 三、 or (三) or 3. or ③, and that of a part, as 第三部分.
 *
 * @param style how it is written
 * @param number its number
 * @param rest the text behind it
 */
public record ListMark(Style style, int number, String rest) {

  /** How marks are written, the usual order of their depth. */
  public enum Style {
    /** 第三部分, 第三章, 第3节. */
    PART("第(?<number>[一二三四五六七八九十\\d]+)(?:部分|章|节)"),
    /** 三、 or 三. */
    NUMERAL("(?<number>[一二三四五六七八九十]{1,3})\\s*[、.．]"),
    /** (三); the first bracket may be lost. */
    NUMERAL_IN_BRACKETS("[(（]?(?<number>[一二三四五六七八九十]{1,3})[)）]"),
    /** 3. or 3、, also before a year; a figure with decimals is none. */
    DIGITS("(?<number>\\d{1,2})\\s*(?:、|[.．](?!\\d)|[.．](?=20\\d\\d年))"),
    /** (3); the first bracket may be lost. */
    DIGITS_IN_BRACKETS("[(（]?(?<number>\\d{1,2})[)）]"),
    /** ③. */
    CIRCLED("(?<number>[①-⑳])");

    private final Pattern pattern;

    Style(String mark) {
      this.pattern = Pattern.compile("\\s*" + mark + "(?<rest>.*)", Pattern.DOTALL);
    }
  }

  /** The mark that a text begins with; null if it begins with none. */
  public static @Nullable ListMark of(String text) {
    for (Style style : Style.values()) {
      Matcher matcher = style.pattern.matcher(text);
      if (matcher.matches()) {
        return new ListMark(style, number(matcher.group("number")), matcher.group("rest"));
      }
    }
    return null;
  }

  /** The mark that a label begins with, whatever its widths and spaces; null if it has none. */
  public static @Nullable ListMark ofLabel(@Nullable String label) {
    return label == null ? null : of(TextNormalizer.of(label));
  }

  /** Whether another mark goes on with the list of this one, as 3. after 2. */
  public boolean isBefore(@Nullable ListMark other) {
    return other != null && other.style == style && other.number == number + 1;
  }

  /** What a text in plain form says behind its mark; all of it if it has none. */
  public static String without(String plain) {
    ListMark mark = of(plain);
    return mark == null ? plain : mark.rest();
  }

  private static int number(String printed) {
    char first = printed.charAt(0);
    if (first >= '①' && first <= '⑳') {
      return first - '①' + 1;
    }
    return Character.isDigit(first) ? Integer.parseInt(printed) : ChineseNumeral.parse(printed);
  }
}
