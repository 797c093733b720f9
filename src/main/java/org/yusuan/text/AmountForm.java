package org.yusuan.text;

import java.util.regex.Pattern;

/**
 * The form that only amounts have: decimals or separators. A year, a code, a number of a row or of
 * a column has neither. It serves where nothing is known yet of columns and units.
 */
public final class AmountForm {

  /** Amounts of budgets have two decimals, those in 万元 up to six, or separators. */
  private static final Pattern AMOUNT =
      Pattern.compile("[-−]?(\\d[\\d,]*\\.\\d{2,6}|\\d{1,3}(,\\d{3})+)");

  private AmountForm() {}

  /** Whether the whole text is in that form. A whole amount without separators is not. */
  public static boolean matches(String text) {
    return AMOUNT.matcher(text).matches();
  }
}
