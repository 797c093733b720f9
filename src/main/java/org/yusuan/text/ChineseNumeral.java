package org.yusuan.text;

/** Chinese numerals as lists use them: 一 to 九十九. */
public final class ChineseNumeral {
  private static final String DIGITS = "零一二三四五六七八九";

  /** Characters of strokes so thin that a fax loses them. */
  private static final String THIN = "一二三";

  private ChineseNumeral() {}

  /**
   * The number that a numeral means.
   *
   * @return 0 if it is no numeral from 一 to 九十九
   */
  public static int parse(String numeral) {
    int ten = numeral.indexOf('十');
    if (ten < 0) {
      return numeral.length() == 1 ? Math.max(0, DIGITS.indexOf(numeral)) : 0;
    }
    String tens = numeral.substring(0, ten);
    String ones = numeral.substring(ten + 1);
    int high = tens.isEmpty() ? 1 : tens.length() == 1 ? DIGITS.indexOf(tens) : -1;
    int low = ones.isEmpty() ? 0 : ones.length() == 1 ? DIGITS.indexOf(ones) : -1;
    boolean wrong =
        high < 1
            || low < 0
            || high == 1 && !tens.isEmpty()
            || low == 0 && ten + 1 < numeral.length();
    return wrong ? 0 : 10 * high + low;
  }

  /** The numeral of a number from 1 to 99. */
  public static String print(int number) {
    String ones = number % 10 == 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1);
    int tens = number / 10;
    return tens == 0 ? ones : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十" + ones;
  }

  /**
   * Whether the numeral of one number is that of another without some thin characters: 十 of 二十一.
   *
   * @param left the number that is left; 0 for none
   * @param whole the number that was meant; 0 for none
   */
  public static boolean isThinned(int left, int whole) {
    if (left <= 0 || whole <= 0 || left == whole || whole > 99) {
      return false;
    }
    String rest = print(left);
    int at = 0;
    for (char c : print(whole).toCharArray()) {
      if (at < rest.length() && rest.charAt(at) == c) {
        at++;
      } else if (THIN.indexOf(c) < 0) {
        return false;
      }
    }
    return at == rest.length();
  }
}
