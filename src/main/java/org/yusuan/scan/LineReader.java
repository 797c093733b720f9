package org.yusuan.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Figure;
import org.yusuan.model.Reading;

/**
 * Reads lines with several engines and weighs what they say. One instance belongs to one thread.
 */
final class LineReader implements AutoCloseable {
  /** How many readings of a line are kept. */
  private static final int KEPT = 6;

  /**
   * How likely an engine took a point for a comma or the other way, when that makes it a figure.
   */
  private static final double MENDED = 0.6;

  private final @Nullable Recognizer general;
  private final Recognizer figures;
  private final @Nullable Recognizer text;

  /**
   * @param general reads everything: PP-OCR; null if it is not wanted or cannot be had
   * @param figures reads figures only
   * @param text reads text if there is no general engine
   */
  LineReader(@Nullable Recognizer general, Recognizer figures, @Nullable Recognizer text) {
    this.general = general;
    this.figures = figures;
    this.text = text;
  }

  /** Readings of each line, likeliest first; empty where nothing was read. */
  List<List<Reading>> read(List<Gray> lines) {
    Recognizer first = general != null ? general : text;
    if (first == null) {
      return figures.read(lines);
    }
    List<List<Reading>> read = new ArrayList<>(first.read(lines));
    List<Integer> numeric = new ArrayList<>();
    List<Gray> crops = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (FigureText.likely(read.get(i))) {
        numeric.add(i);
        crops.add(lines.get(i));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!numeric.contains(i)) {
        read.set(i, PlainText.tidy(read.get(i)));
      }
    }
    List<List<Reading>> second = figures.read(crops);
    for (int k = 0; k < numeric.size(); k++) {
      int i = numeric.get(k);
      read.set(i, combine(read.get(i), second.get(k)));
    }
    return read;
  }

  /** Weighs two opinions on a figure. */
  private static List<Reading> combine(List<Reading> one, List<Reading> other) {
    Map<String, Double> scores = new LinkedHashMap<>();
    double total = 0;
    for (List<Reading> opinion : List.of(one, other)) {
      for (Reading reading : opinion) {
        String text = FigureText.tidy(reading.text());
        if (text.isEmpty()) {
          continue;
        }
        double score = reading.probability() * FigureText.prior(text);
        scores.merge(text, score, Double::sum);
        total += score;
        String mended = FigureText.mend(text);
        if (!mended.equals(text)) {
          double better = reading.probability() * FigureText.prior(mended) * MENDED;
          scores.merge(mended, better, Double::sum);
          total += better;
        }
      }
    }
    if (scores.isEmpty()) {
      return one;
    }
    boolean agreed =
        !one.isEmpty()
            && !other.isEmpty()
            && FigureText.tidy(one.get(0).text()).equals(FigureText.tidy(other.get(0).text()));
    List<Reading> readings = new ArrayList<>();
    double sum = Math.max(total, 1e-9);
    scores.forEach((text, score) -> readings.add(new Reading(text, score / sum)));
    readings.sort(Comparator.comparingDouble(Reading::probability).reversed());
    List<Reading> kept = readings.subList(0, Math.min(KEPT, readings.size()));
    if (agreed && Figure.parse(kept.get(0).text()) != null) {
      Reading top = kept.get(0);
      kept.set(0, new Reading(top.text(), 1 - (1 - top.probability()) * 0.1));
    }
    return List.copyOf(kept);
  }

  @Override
  public void close() {
    if (general != null) {
      general.close();
    }
    figures.close();
    if (text != null) {
      text.close();
    }
  }
}
