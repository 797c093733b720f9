package org.yusuan.scan;

import java.util.List;
import org.yusuan.page.FigureDoubt;
import org.yusuan.page.Word;
import org.yusuan.page.WordDoubt;
import org.yusuan.text.Ideographs;
import org.yusuan.text.PrintedNumber;

/**
 * Whether a page was read well enough to be believed. On 17 made defects of one document, each with
 * three pages, the pages of which more than a tenth of the amounts were lost or wrong had at least
 * two figures read with less confidence than 0.9, and 6 % of all, or labels with a mean confidence
 * below 0.8; of the pages read right one in 25 had.
 */
final class PageVerdict {
  /** A page with a larger share of guesses is called too poor to read; a guess. */
  private static final double MAX_GUESS_SHARE = 0.5;

  /**
   * And one with a larger share than this is poor. Chosen on 120 pages of made defects, with those
   * below: of 337 amounts that were lost there 323 stand on pages called so, and 4 of 39 such pages
   * were wholly right; on 72 pages of two other documents 334 of 337, and none of 21.
   */
  private static final double MAX_DOUBTFUL_SHARE = 0.12;

  /** Fewer guesses are accidents: an upright page of prose had four of thirty. */
  private static final int MIN_GUESSES = 5;

  /**
   * A figure read with less confidence than this is unsure; measured as told above, as the three
   * that follow.
   */
  private static final double SURE_CONFIDENCE = 0.9;

  /**
   * So many unsure figures make a page doubtful. On the pages of three sets of made defects that
   * only this told, 13 of 21 with two to six were wholly right and 25 amounts were lost; with seven
   * or more none of 19 was, and 86 were.
   */
  private static final int MIN_UNSURE_FIGURES = 7;

  /** Fewer do if they are this share of a page's figures. A guess. */
  private static final double MOSTLY_UNSURE_SHARE = 0.3;

  /** One unsure figure is an accident. */
  private static final int MIN_MOSTLY_UNSURE_FIGURES = 2;

  /** And more than this share of all figures: 6 %, as told above. */
  private static final double MAX_UNSURE_SHARE = 0.06;

  /** Labels with a lower mean confidence than 0.8 make a page doubtful, as told above. */
  private static final double MIN_LABEL_CONFIDENCE = 0.8;

  /** Characters of a label. A guess. */
  private static final double LABEL_CHARACTERS = 8;

  /** Fewer labels say nothing; a guess. */
  private static final int MIN_LABELS = 5;

  private PageVerdict() {}

  /**
   * What is said of a page whose picture shows paper alone. It is most often the back of a sheet,
   * but a person should know that nothing was read.
   */
  static List<String> blank(int number) {
    return List.of("page " + number + ": its picture is blank");
  }

  /** The problems to report of a page; empty if it can be believed. */
  static List<String> problems(List<Word> words, int number) {
    if (words.isEmpty()) {
      return List.of("page " + number + ": no text was found on its picture");
    }
    long guesses =
        words.stream().filter(word -> confidence(word) < ScanPipeline.GUESS_CONFIDENCE).count();
    if (words.size() >= ScanPipeline.MIN_WORDS_TO_JUDGE
        && guesses > MAX_GUESS_SHARE * words.size()) {
      return List.of(WordDoubt.most(number, guesses, words.size()));
    }
    if (words.size() >= ScanPipeline.MIN_WORDS_TO_JUDGE
        && guesses >= MIN_GUESSES
        && guesses > MAX_DOUBTFUL_SHARE * words.size()) {
      return List.of(WordDoubt.some(number, guesses, words.size()));
    }
    List<Word> figures = words.stream().filter(PageVerdict::isFigure).toList();
    long unsure = figures.stream().filter(word -> word.confidence() < SURE_CONFIDENCE).count();
    boolean many = unsure >= MIN_UNSURE_FIGURES && unsure > MAX_UNSURE_SHARE * figures.size();
    boolean most =
        unsure >= MIN_MOSTLY_UNSURE_FIGURES && unsure >= MOSTLY_UNSURE_SHARE * figures.size();
    if (many || most) {
      return List.of(FigureDoubt.unsure(number, unsure, figures.size()));
    }
    double[] labels =
        words.stream()
            .filter(word -> Ideographs.count(word.text()) >= 2)
            .mapToDouble(PageVerdict::confidence)
            .toArray();
    double sum = 0;
    for (double label : labels) {
      sum += label;
    }
    return labels.length >= MIN_LABELS && sum < MIN_LABEL_CONFIDENCE * labels.length
        ? List.of("page " + number + " is poor: its words are not read surely")
        : List.of();
  }

  /**
   * How surely a word is read, as if it had the length of a label: a line of prose, of which each
   * character is read as surely, is less likely as a whole.
   */
  static double confidence(Word word) {
    int length = word.text().codePointCount(0, word.text().length());
    return Math.pow(word.confidence(), LABEL_CHARACTERS / Math.max(LABEL_CHARACTERS, length));
  }

  /** Whether a word is a figure, or was one before dirt or a stroke spoiled it. */
  private static boolean isFigure(Word word) {
    long digits = word.text().chars().filter(Character::isDigit).count();
    return digits >= 2
        && (PrintedNumber.parseRecognized(word.text()) != null
            || 2 * digits > word.text().length() && !Ideographs.in(word.text()));
  }
}
