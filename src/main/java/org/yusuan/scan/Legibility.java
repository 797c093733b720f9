package org.yusuan.scan;

import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.page.Word;
import org.yusuan.text.Ideographs;
import org.yusuan.text.PrintedNumber;

/** Whether what was read on a picture is print, and stands upright. */
final class Legibility {

  /** What drawings are taken for is shorter. A guess. */
  private static final int MIN_NAME_CHARACTERS = 5;

  /** And read less surely. A guess. */
  private static final double MIN_NAME_CONFIDENCE = 0.9;

  /** A character that is another one upside down, or none. */
  private static final Pattern TELLING = Pattern.compile("[\\p{L}23457]");

  private Legibility() {}

  /**
   * Share of characters that stand in Chinese lines, as far as these are believed. Figures are not
   * Chinese: upside down they are figures too. Nor is a character alone: in a line that runs down
   * the page each is one. A whole line is the less likely the longer it is, whatever stands there,
   * so the mean of its characters is taken.
   */
  static double chineseShare(List<Word> words) {
    double chinese = 0;
    long all = 0;
    for (Word word : words) {
      long length = word.text().codePoints().filter(Character::isLetterOrDigit).count();
      all += length;
      chinese += length * chinese(word);
    }
    return all == 0 ? 0 : chinese / all;
  }

  private static double chinese(Word word) {
    int length = word.text().codePointCount(0, word.text().length());
    boolean chinese = Ideographs.count(word.text()) >= 2;
    return chinese ? Math.pow(word.confidence(), 1.0 / length) : 0;
  }

  /**
   * Share of words that are surely read and are what print consists of: names and figures. Marks
   * are the same on a page upside down, so they say nothing.
   */
  static double soundness(List<Word> words) {
    List<Word> telling = words.stream().filter(word -> !isMark(word.text())).toList();
    long sound = telling.stream().filter(Legibility::isSound).count();
    return telling.isEmpty() ? 0 : (double) sound / telling.size();
  }

  /**
   * The same of the words that are others upside down: 0.00 is not, nor any figure without a 2, 3,
   * 4, 5 or 7. A table of zeros stood on its head and was read as one. 1 if there are no such
   * words.
   */
  static double uprightness(List<Word> words) {
    List<Word> telling =
        words.stream().filter(word -> TELLING.matcher(word.text()).find()).toList();
    return telling.isEmpty() ? 1 : soundness(telling);
  }

  /**
   * Whether a word is a name of some length that was surely read. On a cover of drawings and photos
   * such a line is print, as the name of the publisher, though most of what was read is none.
   */
  static boolean isSureName(Word word) {
    return Ideographs.count(word.text()) >= MIN_NAME_CHARACTERS
        && PageVerdict.confidence(word) >= MIN_NAME_CONFIDENCE;
  }

  private static boolean isMark(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isSound(Word word) {
    String text = word.text();
    boolean named = Ideographs.count(text) >= 2;
    boolean counted =
        text.chars().filter(Character::isDigit).count() >= 3
            && PrintedNumber.parseRecognized(text) != null;
    return PageVerdict.confidence(word) >= ScanPipeline.GUESS_CONFIDENCE && (named || counted);
  }
}
