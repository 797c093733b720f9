package org.yusuan.grid.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yusuan.grid.GridCell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;
import org.yusuan.text.EditDistance;

/**
 * Whether two places of a document print the same: a header or a heading that each page repeats, a
 * running head. Texts of a text layer must be equal, white space aside; recognized ones may differ
 * by slips of recognition.
 */
final class SameText {
  /**
   * Two recognized texts are one if they differ in at most one character per this many. A guess.
   */
  private static final int CHARACTERS_PER_SLIP = 4;

  private SameText() {}

  /** Whether all lines are the same, or have a reading in common. */
  static boolean areOffered(List<TextLine> some, List<TextLine> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      TextLine one = some.get(i);
      TextLine other = others.get(i);
      if (!isOffered(one.text(), one.words(), other.text(), other.words())) {
        return false;
      }
    }
    return true;
  }

  /** Whether two cells are the same, or have a reading in common. */
  static boolean isOffered(GridCell one, GridCell other) {
    return isOffered(one.text(), one.words(), other.text(), other.words());
  }

  /** Whether two cells are the same, or nearly. Their figures are the same. */
  static boolean isAlike(GridCell one, GridCell other) {
    return isAlike(one.text(), one.words(), other.text(), other.words());
  }

  /** Whether two lines are the same, or nearly. Their figures are the same. */
  static boolean isAlike(TextLine one, TextLine other) {
    return isAlike(one.text(), one.words(), other.text(), other.words());
  }

  private static boolean isAlike(String one, List<Word> its, String other, List<Word> others) {
    if (isOffered(one, its, other, others)) {
      return true;
    }
    String a = plain(one);
    String b = plain(other);
    int allowed = Math.min(a.length(), b.length()) / CHARACTERS_PER_SLIP;
    return (isRecognized(its) || isRecognized(others))
        && Math.abs(a.length() - b.length()) <= allowed
        && a.replaceAll("\\D", "").equals(b.replaceAll("\\D", ""))
        && EditDistance.of(a, b) <= allowed;
  }

  private static boolean isOffered(String one, List<Word> its, String other, List<Word> others) {
    if (plain(one).equals(plain(other))) {
      return true;
    }
    if (its.size() != 1 || others.size() != 1 || !isRecognized(its) && !isRecognized(others)) {
      return false;
    }
    Set<String> offered = offered(its.get(0));
    offered.retainAll(offered(others.get(0)));
    return !offered.isEmpty();
  }

  private static Set<String> offered(Word word) {
    Set<String> texts = new HashSet<>();
    texts.add(plain(word.text()));
    word.readings().stream().map(Reading::text).map(SameText::plain).forEach(texts::add);
    return texts;
  }

  private static boolean isRecognized(List<Word> words) {
    return words.stream().anyMatch(word -> word.origin() == Origin.OCR);
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }
}
