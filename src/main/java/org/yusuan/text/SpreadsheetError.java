package org.yusuan.text;

import java.util.regex.Pattern;

/**
 * What a spreadsheet program prints where it has no figure, or no room for it: #####, #REF!,
 * #DIV/0!. The amount is unknown, not nothing.
 */
public final class SpreadsheetError {

  private static final Pattern ERROR =
      Pattern.compile("#{2,}|#(?:REF!|DIV/0!|VALUE!|N/A|NAME\\?|NUM!|NULL!)");

  private SpreadsheetError() {}

  /** Whether a text, as published, is such a mark and nothing else. */
  public static boolean matches(String text) {
    return ERROR.matcher(TextNormalizer.of(text)).matches();
  }
}
