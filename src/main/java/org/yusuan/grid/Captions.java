package org.yusuan.grid;

import java.util.regex.Pattern;

/** The words with which captions above tables and notes below them begin. */
final class Captions {

  private static final Pattern CAPTION =
      Pattern.compile("(?i)(table|exhibit|figure|chart|appendix|box)\\s+[\\dA-Z][\\w.–-]*\\b.*");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)(notes?|sources?|abbreviations?|exhibit reads)\\s?[:.].*|[*†‡§¹²³].{10,}");

  private Captions() {}

  static boolean isCaption(String text) {
    return CAPTION.matcher(text).matches();
  }

  static boolean isNote(String text) {
    return NOTE.matcher(text).matches();
  }

  static boolean isCaption(Line line) {
    return isCaption(line.chunks().get(0).text());
  }

  static boolean isNote(Line line) {
    return isNote(line.chunks().get(0).text());
  }
}
