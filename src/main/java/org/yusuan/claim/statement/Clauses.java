package org.yusuan.claim.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The amounts of a paragraph, and the clauses between them. */
final class Clauses {

  /** A zero is often printed without its unit: 预算为0；. Behind a word a dash is a minus. */
  static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\d.,])((?:(?<=\\p{IsHan})-)?(?:\\d{1,3}(?:,\\d{3})+|\\d+))(\\.\\d+)?(亿元|万元|元|万(?=[，。;()、,])|%)"
              + "|(?<=[为是])(0)(?:\\.0+)?(?=[,。;])");

  private static final Pattern DELIMITER = Pattern.compile("[。;:!?|]|(?<!\\d),|,(?!\\d{3}(?!\\d))");

  private Clauses() {}

  /** The digits of an amount that was found. */
  static String digits(Matcher amount) {
    return amount.group(4) != null
        ? amount.group()
        : amount.group(1) + (amount.group(2) == null ? "" : amount.group(2));
  }

  /** The unit of an amount that was found; empty if none is printed. */
  static String unit(Matcher amount) {
    return amount.group(4) != null ? "" : amount.group(3);
  }

  /** Start and end of each clause of a part of a text; the last one ends with the part. */
  static List<int[]> between(String plain, int from, int to) {
    List<int[]> clauses = new ArrayList<>();
    Matcher delimiter = DELIMITER.matcher(plain).region(from, to).useTransparentBounds(true);
    int start = from;
    while (delimiter.find()) {
      if (delimiter.start() > start) {
        clauses.add(new int[] {start, delimiter.start()});
      }
      start = delimiter.end();
    }
    clauses.add(new int[] {start, to});
    return clauses;
  }
}
