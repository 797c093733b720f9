package org.yusuan.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Reading;
import org.yusuan.page.Word;
import org.yusuan.text.PrintedNumber;

/**
 * Checks the points of figures by the other figures of their column. A point is the smallest mark
 * of print, and lost first: then a figure is a hundred times too large, though it is read as surely
 * as any. A figure without a point among figures with points is never sure. Constants are guesses.
 */
final class DecimalPoints {
  /** At least this many other figures make a column. */
  private static final int MIN_PEERS = 3;

  /** At least this share of a column's figures agree on their decimals. */
  private static final double MIN_AGREEING_SHARE = 0.8;

  /** Figures of a column end, or have their middles, this close to each other, in font sizes. */
  private static final double MAX_ASIDE = 0.6;

  /** How sure a figure is at most whose point may be lost. */
  private static final double LOST_POINT_CONFIDENCE = 0.4;

  /** A figure that may be a thousand or have three decimals: only the column can tell. */
  private static final Pattern THREE_AFTER_COMMA = Pattern.compile("-?\\d{1,3},\\d{3}");

  private static final Pattern WITHOUT_POINT = Pattern.compile("-?[\\d,]*\\d");

  private DecimalPoints() {}

  /** The words of a page, with figures that the rest of their column contradicts made doubtful. */
  static List<Word> settled(List<Word> words) {
    List<Word> figures = words.stream().filter(DecimalPoints::isFigure).toList();
    return words.stream().map(word -> isFigure(word) ? settled(word, figures) : word).toList();
  }

  private static boolean isFigure(Word word) {
    return word.text().chars().anyMatch(Character::isDigit)
        && PrintedNumber.parseRecognized(word.text()) != null;
  }

  private static Word settled(Word word, List<Word> figures) {
    String text = word.text();
    if (!WITHOUT_POINT.matcher(text).matches() || text.equals("0")) {
      return word;
    }
    List<String> peers = peers(word, figures);
    if (peers.size() < MIN_PEERS) {
      return word;
    }
    long pointed = peers.stream().filter(peer -> peer.indexOf('.') >= 0).count();
    boolean commas = peers.stream().anyMatch(peer -> peer.indexOf(',') >= 0);
    if (pointed < MIN_AGREEING_SHARE * peers.size()) {
      return word;
    }
    Set<Integer> lengths = new HashSet<>();
    peers.forEach(peer -> lengths.add(decimals(peer)));
    lengths.remove(0);
    if (THREE_AFTER_COMMA.matcher(text).matches() && !commas && lengths.size() > 1) {
      return with(word, text.replace(',', '.'), word.confidence());
    }
    Integer usual = usualDecimals(peers);
    String digits = text.replace(",", "");
    if (usual == null || digits.replace("-", "").length() <= usual) {
      return word;
    }
    for (Reading reading : word.readings()) {
      if (decimals(reading.text()) == usual
          && reading.text().replaceAll("[.,]", "").equals(digits)) {
        return with(word, reading.text(), LOST_POINT_CONFIDENCE);
      }
    }
    int point = digits.length() - usual;
    List<Reading> readings = new ArrayList<>(word.readings());
    readings.add(
        new Reading(
            digits.substring(0, point) + "." + digits.substring(point), LOST_POINT_CONFIDENCE));
    return new Word(
        text,
        word.box(),
        word.glyphs(),
        word.fontSize(),
        word.bold(),
        word.origin(),
        Math.min(word.confidence(), LOST_POINT_CONFIDENCE),
        readings);
  }

  /** The other figures of the column, without noughts, which are printed in any way. */
  private static List<String> peers(Word word, List<Word> figures) {
    double reach = MAX_ASIDE * word.fontSize();
    double right = word.box().right();
    double middle = (word.box().left() + right) / 2;
    return figures.stream()
        .filter(other -> other != word && !other.text().equals("0"))
        .filter(
            other ->
                Math.abs(other.box().right() - right) <= reach
                    || Math.abs((other.box().left() + other.box().right()) / 2 - middle) <= reach)
        .map(Word::text)
        .toList();
  }

  /** The number of decimals that nearly all figures of a column have; null if they differ. */
  private static @Nullable Integer usualDecimals(List<String> peers) {
    for (int decimals = 1; decimals <= 6; decimals++) {
      int length = decimals;
      long alike = peers.stream().filter(peer -> decimals(peer) == length).count();
      if (alike >= MIN_AGREEING_SHARE * peers.size()) {
        return decimals;
      }
    }
    return null;
  }

  private static int decimals(String text) {
    int point = text.lastIndexOf('.');
    return point < 0 ? 0 : text.length() - point - 1;
  }

  private static Word with(Word word, String text, double confidence) {
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading(text, confidence));
    word.readings().stream().filter(reading -> !reading.text().equals(text)).forEach(readings::add);
    return new Word(
        text,
        word.box(),
        ScanPipeline.glyphs(text, word.box()),
        word.fontSize(),
        word.bold(),
        word.origin(),
        confidence,
        readings);
  }
}
