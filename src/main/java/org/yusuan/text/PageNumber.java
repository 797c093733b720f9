package org.yusuan.text;

import java.util.regex.Pattern;

/** The forms that a page number takes when it stands alone on its line. */
public final class PageNumber {
  private static final String DASHES = "[\\p{Pd}─━~·•|\\s]";

  private static final Pattern MARKED =
      Pattern.compile(
          "%1$s+\\d{1,4}%1$s+|%1$s*第\\d{1,4}页?([,，/、共]共?\\d{1,4}页?)?%1$s*|\\d{1,4}(页|[/／]\\d{1,4}页?)"
              .formatted(DASHES));

  private static final Pattern BARE = Pattern.compile("%1$s*\\d{1,3}%1$s*".formatted(DASHES));

  private PageNumber() {}

  /** Whether a line says by its marks that it is one: 第5页,共116页 or - 9 - or 5/12. */
  public static boolean isMarked(String line) {
    return MARKED.matcher(spaceless(line)).matches();
  }

  /**
   * Whether a line may be one: marked, or a number of at most three digits. One of four may be a
   * year.
   */
  public static boolean isPossible(String line) {
    return isMarked(line) || BARE.matcher(line).matches();
  }

  private static String spaceless(String line) {
    return line.replace(" ", "");
  }
}
