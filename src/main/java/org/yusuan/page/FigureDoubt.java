package org.yusuan.page;

import java.util.regex.Pattern;

/**
 * Problems of a page that say how its picture may have spoiled figures, without one that is known
 * to be wrong. Sums may prove that it did not.
 */
public final class FigureDoubt {
  private static final Pattern ANY =
      Pattern.compile(
          "page \\d+(?: is poor: \\d+ of \\d+ figures are not read surely, others may be lost"
              + "|: toner is missing in \\d+ lines across its picture, characters may have lost"
              + " strokes)");

  private FigureDoubt() {}

  /** That some figures of a page were not read surely. */
  public static String unsure(int page, long unsure, int figures) {
    return "page "
        + page
        + " is poor: "
        + unsure
        + " of "
        + figures
        + " figures are not read surely, others may be lost";
  }

  /** That white hairlines run across a page. */
  public static String withoutToner(int page, int hairlines) {
    return "page "
        + page
        + ": toner is missing in "
        + hairlines
        + " lines across its picture, characters may have lost strokes";
  }

  /** Whether a problem is one of these. */
  public static boolean isSaidBy(String problem) {
    return ANY.matcher(problem).matches();
  }
}
