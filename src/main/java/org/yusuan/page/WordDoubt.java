package org.yusuan.page;

import java.util.regex.Pattern;

/**
 * Problems of a page of which many words are guesses. They may be labels that the vocabulary knows,
 * or strokes beside a table, while its figures are well read.
 */
public final class WordDoubt {
  private static final Pattern ANY =
      Pattern.compile(
          "page \\d+ is (?:poor: \\d+ of \\d+ words are guesses"
              + "|too poor to read: \\d+ of \\d+ words are guesses; scan it again at 300 dpi or"
              + " more)");

  private WordDoubt() {}

  /** That some words of a page are guesses. */
  public static String some(int page, long guesses, int words) {
    return "page " + page + " is poor: " + guesses + " of " + words + " words are guesses";
  }

  /** That most are. */
  public static String most(int page, long guesses, int words) {
    return "page "
        + page
        + " is too poor to read: "
        + guesses
        + " of "
        + words
        + " words are guesses; scan it again at 300 dpi or more";
  }

  /** Whether a problem is one of these. */
  public static boolean isSaidBy(String problem) {
    return ANY.matcher(problem).matches();
  }
}
