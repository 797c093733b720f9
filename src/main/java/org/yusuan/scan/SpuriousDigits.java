package org.yusuan.scan;

import java.util.List;
import org.yusuan.page.Word;

/**
 * Drops specks and rests of rulings that were read as a digit: no print of the page is as small.
 */
final class SpuriousDigits {
  /**
   * A digit is at least this share as high as the figures of its page usually are. Stains of a
   * watermark and of dropped toner that were read as noughts had 0.2 to 0.45.
   */
  private static final double MIN_HEIGHT = 0.55;

  /** At least this many figures tell the usual height of figures. A guess. */
  private static final int MIN_FIGURES = 5;

  /** Figures with at least this many digits are no stains. A guess. */
  private static final int MIN_DIGITS = 3;

  /** A stain is read as at most this many characters. A guess. */
  private static final int MAX_CHARACTERS = 2;

  private SpuriousDigits() {}

  /** The words of a page without stains. */
  static List<Word> without(List<Word> words) {
    double[] heights =
        words.stream()
            .filter(word -> word.text().chars().filter(Character::isDigit).count() >= MIN_DIGITS)
            .mapToDouble(word -> word.box().height())
            .sorted()
            .toArray();
    if (heights.length < MIN_FIGURES) {
      return words;
    }
    double least = MIN_HEIGHT * heights[heights.length / 2];
    return words.stream().filter(word -> !isStain(word, least)).toList();
  }

  private static boolean isStain(Word word, double leastHeight) {
    return word.text().length() <= MAX_CHARACTERS
        && word.text().chars().anyMatch(Character::isDigit)
        && word.box().height() < leastHeight;
  }
}
