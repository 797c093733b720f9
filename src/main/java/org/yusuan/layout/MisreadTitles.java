package org.yusuan.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.knowledge.ClosedVocabulary;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.TextLine;
import org.yusuan.text.TextNormalizer;

/**
 * Titles of tables that were read unsurely, told by lines of the same document that were read
 * surely: a form prints its name in the heading of its section and again above the table, and all
 * forms of a document have one year. Immutable.
 *
 * @param lexicon tells how far a text is from another
 * @param names names of tables, by their plain texts
 * @param year the year of most titles with the words behind it, as 2026年度; null if none has one
 */
record MisreadTitles(ClosedVocabulary lexicon, Map<String, String> names, @Nullable String year) {

  /** A name of a table, behind its number and its year. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:[一二三四五六七八九十]{1,3}[、.．]|附?表\\d{1,2}[:：.]?)?\\s*((?:19|20)\\d\\d年度?)?(\\p{IsHan}{5,}表)");

  /** A year of which one character or two were misread, and what follows. */
  private static final Pattern MISREAD_YEAR = Pattern.compile("([^年]{3,5}年度?)(.{5,})");

  /** A line read so surely, its eight last characters at least, says what it shows. A guess. */
  private static final double SURE_PROBABILITY = 0.9;

  /** Characters of a short line: of a longer one each is as sure. A guess. */
  private static final double LINE_CHARACTERS = 8;

  /**
   * A name is misread by less than this: 收入 and 收支 tell two forms apart, so no character may be
   * another that does not look like it.
   */
  private static final double MIN_OTHER_NAME = 1;

  /** A year is misread in at most this many characters. A guess. */
  private static final double MAX_YEAR_DISTANCE = 2;

  MisreadTitles {
    // In one order, so that of two names that are as near the same one is taken in every run.
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }

  /** What the lines around the recognized tables of a document tell of their titles. */
  static MisreadTitles of(List<PlacedGrid> grids, ClosedVocabulary lexicon) {
    Map<String, String> names = new HashMap<>();
    Map<String, Integer> years = new HashMap<>();
    for (PlacedGrid grid : grids) {
      List<TextLine> lines = new ArrayList<>(grid.above());
      lines.addAll(grid.foot());
      for (TextLine line : lines) {
        Matcher title = TITLE.matcher(line.text());
        if (isSure(line) && title.matches()) {
          names.put(TextNormalizer.of(title.group(2)), title.group(2));
          if (title.group(1) != null) {
            years.merge(title.group(1), 1, Integer::sum);
          }
        }
      }
    }
    return new MisreadTitles(
        lexicon,
        names,
        years.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse(null));
  }

  private static boolean isSure(TextLine line) {
    return line.words().stream()
        .allMatch(
            word ->
                word.origin() == Origin.OCR
                    && sure(new Reading(word.text(), word.confidence())) >= SURE_PROBABILITY);
  }

  private static double sure(Reading reading) {
    int length = reading.text().codePointCount(0, reading.text().length());
    return Math.pow(reading.probability(), LINE_CHARACTERS / Math.max(LINE_CHARACTERS, length));
  }

  /** The title that an unsurely read line must be; null if it was read surely or may be another. */
  @Nullable String settled(List<Reading> readings) {
    if (names.isEmpty() || sure(readings.get(0)) >= SURE_PROBABILITY) {
      return null;
    }
    String best = null;
    double least = Double.MAX_VALUE;
    for (Reading reading : readings) {
      String text = TextNormalizer.of(reading.text());
      Matcher dated = MISREAD_YEAR.matcher(text);
      boolean isOfYear =
          year != null
              && dated.matches()
              && lexicon.distance(dated.group(1), year) <= MAX_YEAR_DISTANCE;
      String name = isOfYear ? dated.group(2) : text;
      for (Map.Entry<String, String> known : names.entrySet()) {
        double distance = lexicon.distance(name, known.getKey());
        if (distance < MIN_OTHER_NAME && distance < least) {
          least = distance;
          best = (isOfYear ? year : "") + known.getValue();
        }
      }
    }
    return best;
  }
}
