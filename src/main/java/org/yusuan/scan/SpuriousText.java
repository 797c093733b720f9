package org.yusuan.scan;

import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.page.Word;

/**
 * Drops what was read where nothing is printed: specks and rests of rulings read as a digit, which
 * are smaller than any print of the page; upright lines, as the edge of a sheet, read as 1; and
 * rests of rulings read as a row of marks.
 */
final class SpuriousText {
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

  /** An upright line read as a digit or a letter. */
  private static final Pattern STROKE = Pattern.compile("[1lI|丨]{1,2}");

  /**
   * An upright line is at least so many times as high as figures usually are. The edge of a sheet
   * beside a table had 1.5 to 5.
   */
  private static final double MIN_STROKE_HEIGHT = 1.4;

  /** And narrower than this part of its height: a printed 1 has 0.25 and more. A guess. */
  private static final double MAX_STROKE_WIDTH = 0.2;

  /** A rest of a ruling is lower than this share of the figures; 0.24 was seen. */
  private static final double MAX_FLAT_HEIGHT = 0.3;

  /** And so many times as long as it is high. A guess. */
  private static final double MIN_FLAT_LENGTH = 5;

  /** What a dash is read as, or the dots that lead to the number of a page. */
  private static final Pattern DASH = Pattern.compile("[-－—–_一―…．.·・•,，、:： ]+");

  private SpuriousText() {}

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
    double usual = heights[heights.length / 2];
    return words.stream()
        .filter(word -> !isStain(word, usual) && !isStroke(word, usual) && !isFlat(word, usual))
        .toList();
  }

  private static boolean isStain(Word word, double usual) {
    return word.text().length() <= MAX_CHARACTERS
        && word.text().chars().anyMatch(Character::isDigit)
        && word.box().height() < MIN_HEIGHT * usual;
  }

  private static boolean isStroke(Word word, double usual) {
    return STROKE.matcher(word.text()).matches()
        && word.box().height() >= MIN_STROKE_HEIGHT * usual
        && word.box().width() < MAX_STROKE_WIDTH * word.box().height();
  }

  private static boolean isFlat(Word word, double usual) {
    return word.box().height() < MAX_FLAT_HEIGHT * usual
        && word.box().width() >= MIN_FLAT_LENGTH * word.box().height()
        && !DASH.matcher(word.text()).matches();
  }
}
