package org.yusuan.grid.element;

import java.util.regex.Pattern;
import org.yusuan.text.ListMark;

/** The words with which captions above tables and notes below them begin. */
public final class Captions {

  private static final Pattern CAPTION =
      Pattern.compile("(?i)(table|exhibit|figure|chart|appendix|box)\\s+[\\dA-Z][\\w.–-]*\\b.*");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)(notes?|sources?|abbreviations?|exhibit reads)\\s?[:.].*|[*†‡§¹²³].{10,}");

  private static final Pattern UNIT = Pattern.compile("(金额)?单位[:：].{1,8}");

  private Captions() {}

  /** Whether the text begins with a numeral, as the items of a list do. */
  public static boolean isItem(String text) {
    ListMark mark = ListMark.of(text);
    return mark != null
        && (mark.style() == ListMark.Style.NUMERAL
            || mark.style() == ListMark.Style.NUMERAL_IN_BRACKETS);
  }

  /** Whether the text states the unit of a table and nothing else. */
  public static boolean isUnit(String text) {
    return UNIT.matcher(text).matches();
  }

  public static boolean isCaption(String text) {
    return CAPTION.matcher(text).matches();
  }

  public static boolean isNote(String text) {
    return NOTE.matcher(text).matches();
  }

  public static boolean isCaption(ChunkLine line) {
    return isCaption(line.chunks().get(0).text());
  }

  public static boolean isNote(ChunkLine line) {
    return isNote(line.chunks().get(0).text());
  }
}
