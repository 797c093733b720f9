package org.yusuan.check.weigh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.text.ChineseNumeral;
import org.yusuan.text.TextNormalizer;

/** The number before the name of an item, as 三、 or (三) or 3. */
final class ItemNumber {

  private static final Pattern NUMBER =
      Pattern.compile("[(]?([一二三四五六七八九十]{1,3}|[1-9]\\d?)(?:[)]|\\s*[、.．]).*");

  private ItemNumber() {}

  /** The number before a name; 0 if there is none. */
  static int of(@Nullable String label) {
    if (label == null) {
      return 0;
    }
    Matcher matcher = NUMBER.matcher(TextNormalizer.of(label));
    if (!matcher.matches()) {
      return 0;
    }
    String number = matcher.group(1);
    return Character.isDigit(number.charAt(0))
        ? Integer.parseInt(number)
        : Math.max(0, ChineseNumeral.parse(number));
  }
}
