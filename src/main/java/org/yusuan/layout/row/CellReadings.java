package org.yusuan.layout.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Reading;
import org.yusuan.page.Word;

/** Puts the readings of a cell together from those of its words. */
public final class CellReadings {
  /** At most this many readings of a cell are kept. A guess. */
  private static final int MAX_READINGS = 8;

  private CellReadings() {}

  /**
   * Readings of a whole cell, likeliest first.
   *
   * @param words its words in reading order
   * @param text its text, as joined from them; the readings are joined in the same way
   * @return empty if the text is not its words one after the other
   */
  public static List<Reading> of(List<Word> words, String text) {
    if (words.size() == 1) {
      return words.get(0).readings();
    }
    List<String> gaps = gaps(words, text);
    List<Reading> sofar = List.of(new Reading("", 1));
    for (int i = 0; i < gaps.size(); i++) {
      Word word = words.get(i);
      List<Reading> own =
          word.readings().isEmpty()
              ? List.of(new Reading(word.text(), word.confidence()))
              : word.readings();
      Map<String, Double> longer = new LinkedHashMap<>();
      for (Reading before : sofar) {
        for (Reading next : own) {
          longer.merge(
              before.text() + gaps.get(i) + next.text(),
              before.probability() * next.probability(),
              Double::sum);
        }
      }
      List<Reading> all = new ArrayList<>();
      longer.forEach((joined, probability) -> all.add(new Reading(joined, probability)));
      all.sort(Comparator.comparingDouble(Reading::probability).reversed());
      sofar = all.subList(0, Math.min(MAX_READINGS, all.size()));
    }
    return gaps.isEmpty() ? List.of() : List.copyOf(sofar);
  }

  /** What stands before each word in the text; empty if the words are not all there in order. */
  private static List<String> gaps(List<Word> words, String text) {
    List<String> gaps = new ArrayList<>();
    int at = 0;
    for (Word word : words) {
      int found = text.indexOf(word.text(), at);
      if (found < 0 || !text.substring(at, found).isBlank()) {
        return List.of();
      }
      gaps.add(text.substring(at, found));
      at = found + word.text().length();
    }
    return text.substring(at).isBlank() ? gaps : List.of();
  }
}
