package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.page.Glyph;
import org.yusuan.page.Word;
import org.yusuan.source.pdf.paint.DisplaySpace;

/**
 * Small digits and stars beside a word, raised or lowered, and raised letters behind a figure, are
 * marks of footnotes (or powers, as in m²): they become the raised and lowered characters of
 * Unicode, so that nobody takes them for digits of a figure.
 */
final class FootnoteMarks {

  /** A mark is at most this part as high as what it marks. Programs raise at 0.58 to 0.67. */
  static final double MAX_SIZE_SHARE = 0.78;

  /**
   * The foot of a mark stands higher than that of what it marks by at least this part of that one's
   * font size. A guess.
   */
  static final double MIN_RAISE_EM = 0.2;

  /** The foot of a lowered mark stands lower by at least this part of the font size. A guess. */
  private static final double MIN_DROP_EM = 0.1;

  /** A mark stands no farther from what it marks than this part of the font size. A guess. */
  private static final double MAX_DISTANCE_EM = 0.35;

  /** A mark: a number, in brackets or not, stars, or a letter. */
  private static final Pattern MARK =
      Pattern.compile("[\\[(（［]?\\d{1,2}[\\])）］]?|[*＊]{1,3}\\d?|[a-e][)）]?");

  /** Pages with more small words than this are set small, not marked. A guess. */
  private static final int MAX_MARKS = 500;

  private static final String LEVEL = "0123456789()[]（）［］abcde";
  private static final String RAISED_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾⁽⁾⁽⁾ᵃᵇᶜᵈᵉ";
  private static final String LOWERED_DIGITS = "₀₁₂₃₄₅₆₇₈₉";

  private FootnoteMarks() {}

  /** Whether a glyph of one size stands small and raised beside one of another. */
  static boolean isRaised(Box small, double smallSize, Box large, double largeSize) {
    double foot = small.bottom() - DisplaySpace.DESCENT_EM * smallSize;
    double baseline = large.bottom() - DisplaySpace.DESCENT_EM * largeSize;
    return smallSize <= MAX_SIZE_SHARE * largeSize
        && foot <= baseline - MIN_RAISE_EM * largeSize
        && small.bottom() > large.top();
  }

  /** Whether a glyph of one size stands small and lowered beside one of another. */
  private static boolean isLowered(Box small, double smallSize, Box large, double largeSize) {
    double foot = small.bottom() - DisplaySpace.DESCENT_EM * smallSize;
    double baseline = large.bottom() - DisplaySpace.DESCENT_EM * largeSize;
    return smallSize <= MAX_SIZE_SHARE * largeSize
        && foot >= baseline + MIN_DROP_EM * largeSize
        && small.top() < large.bottom() - DisplaySpace.DESCENT_EM * largeSize;
  }

  private static boolean isLowered(Word mark, Word word) {
    return isLowered(mark.box(), mark.fontSize(), word.box(), word.fontSize());
  }

  /** The words with their marks at them. */
  static List<Word> attached(List<Word> words) {
    List<Word> marks = words.stream().filter(FootnoteMarks::mayBeMark).toList();
    if (marks.isEmpty() || marks.size() > MAX_MARKS) {
      return words;
    }
    Map<Word, Word> changed = new IdentityHashMap<>();
    Map<Word, Boolean> taken = new IdentityHashMap<>();
    for (Word mark : marks) {
      Word marked = marked(mark, words);
      if (marked != null) {
        Word now = changed.getOrDefault(marked, marked);
        changed.put(marked, joined(now, mark, mark.box().left() > marked.box().centerX()));
        taken.put(mark, true);
      }
    }
    List<Word> result = new ArrayList<>(words.size());
    for (Word word : words) {
      if (!taken.containsKey(word)) {
        result.add(changed.getOrDefault(word, word));
      }
    }
    return result;
  }

  private static boolean mayBeMark(Word word) {
    return MARK.matcher(word.text()).matches();
  }

  /** The word that a mark stands beside; null if there is none. */
  private static @Nullable Word marked(Word mark, List<Word> words) {
    Word nearest = null;
    double least = Double.MAX_VALUE;
    for (Word word : words) {
      double size = word.fontSize();
      boolean raised = isRaised(mark.box(), mark.fontSize(), word.box(), size);
      if (word == mark
          || !raised && !(isLowered(mark, word) && endsWithDigit(word) && isNumber(mark))
          || isLetter(mark) && !endsWithDigit(word)) {
        continue;
      }
      double after = Math.abs(mark.box().left() - word.box().right());
      double before = Math.abs(word.box().left() - mark.box().right());
      // A mark follows its word; only a figure that begins a cell may have one before it.
      double gap = raised && !isLetter(mark) ? Math.min(after, 2 * before) : after;
      if (gap <= MAX_DISTANCE_EM * size && gap < least) {
        least = gap;
        nearest = word;
      }
    }
    return nearest;
  }

  private static boolean isNumber(Word mark) {
    return mark.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isLetter(Word mark) {
    return mark.text().charAt(0) >= 'a' && mark.text().charAt(0) <= 'e';
  }

  private static boolean endsWithDigit(Word word) {
    char last = word.text().charAt(word.text().length() - 1);
    return last >= '0' && last <= '9';
  }

  private static String raised(String text, boolean lowered) {
    int sign = LEVEL.indexOf(text);
    if (sign < 0) {
      return text;
    }
    return (lowered && sign < LOWERED_DIGITS.length() ? LOWERED_DIGITS : RAISED_SIGNS)
        .substring(sign, sign + 1);
  }

  private static Word joined(Word word, Word mark, boolean after) {
    List<Glyph> raised = new ArrayList<>();
    boolean lowered = isLowered(mark, word);
    for (Glyph glyph : mark.glyphs()) {
      raised.add(new Glyph(raised(glyph.text(), lowered), glyph.box()));
    }
    List<Glyph> glyphs = new ArrayList<>(after ? word.glyphs() : raised);
    glyphs.addAll(after ? raised : word.glyphs());
    Word whole = Word.of(glyphs, word.fontSize(), word.bold());
    return new Word(
        whole.text(),
        word.box(),
        whole.glyphs(),
        word.fontSize(),
        word.bold(),
        word.origin(),
        word.confidence(),
        word.readings());
  }
}
