package org.yusuan.scan.ocr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.text.PrintedNumber;

/**
 * Reads lines with several engines and weighs what they say. One instance belongs to one thread.
 *
 * <p>Two engines read what looks like a figure. Where they agree it is settled: on five thousand
 * figures of faxes and coarse scans, the network of figures and Tesseract never agreed on a wrong
 * amount. Where they do not, and for text, the general engine is asked too; it takes twenty times
 * as long as the network of figures.
 */
public final class EnsembleReader implements AutoCloseable {
  /** How many readings of a line are kept; a guess. */
  private static final int MAX_READINGS = 6;

  /**
   * How likely an engine took a point for a comma or the other way, when that makes it a figure; a
   * guess.
   */
  private static final double MENDED_WEIGHT = 0.6;

  /**
   * What the network of figures says counts this many times as much as what others say; a guess.
   */
  private static final double NETWORK_WEIGHT = 2;

  /** A line this many times as wide as high is no figure; a guess. */
  private static final int MAX_FIGURE_ELONGATION = 20;

  /**
   * A figure that the general engine takes for text is one if it was read at least so surely; a
   * guess.
   */
  private static final double MIN_SURE_FIGURE = 0.5;

  /** What is left of the doubt about a figure on which two engines agree; a guess. */
  private static final double DOUBT_IF_AGREED = 0.1;

  /** How many readings of a hidden figure are kept: sums choose among them. A guess. */
  private static final int MAX_HIDDEN_READINGS = 12;

  private final @Nullable Recognizer network;
  private final @Nullable Recognizer hidden;
  private final Recognizer general;
  private final Recognizer figures;

  /**
   * @param network reads figures and tells them from text; null if it is not wanted
   * @param hidden the same for figures that strokes hide in part; null if it is not wanted
   * @param general reads everything: PP-OCR, or Tesseract where that is not wanted
   * @param figures reads figures only: Tesseract
   */
  public EnsembleReader(
      @Nullable Recognizer network,
      @Nullable Recognizer hidden,
      Recognizer general,
      Recognizer figures) {
    this.network = network;
    this.hidden = hidden;
    this.general = general;
    this.figures = figures;
  }

  /** Readings of each line, likeliest first; empty where nothing was read. */
  List<List<Reading>> readLines(List<GrayImage> lines) {
    List<List<Reading>> trained = networkReadings(lines);
    List<Integer> numeric = all(lines.size(), i -> isFigure(trained.get(i)));
    List<List<Reading>> plain = readChosen(figures, lines, numeric);
    List<Integer> open =
        all(lines.size(), i -> !isFigure(trained.get(i)) || !agree(trained.get(i), plain.get(i)));
    List<List<Reading>> broad = readChosen(general, lines, open);
    List<Integer> further =
        open.stream()
            .filter(i -> !isFigure(trained.get(i)) && FigureText.isLikely(broad.get(i)))
            .toList();
    List<List<Reading>> second = readChosen(figures, lines, further);
    List<List<Reading>> readings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean figure =
          broad.get(i).isEmpty() || FigureText.isLikely(broad.get(i)) || surely(trained.get(i));
      readings.add(
          OcrTextCleanup.tidy(
              figure
                  ? combined(
                      trained.get(i),
                      broad.get(i),
                      plain.get(i).isEmpty() ? second.get(i) : plain.get(i))
                  : broad.get(i)));
    }
    return readings;
  }

  /**
   * Readings of lines in which what hides print is grey, by the network that was trained for such
   * figures: no other engine knows the grey. Empty for what it takes for no figure.
   */
  public List<List<Reading>> readHidden(List<GrayImage> lines) {
    if (hidden == null) {
      return readLines(lines);
    }
    List<List<Reading>> trained = hidden.readLines(lines);
    List<List<Reading>> readings = new ArrayList<>();
    for (List<Reading> line : trained) {
      Map<String, Double> scores = new LinkedHashMap<>();
      if (isFigure(line)) {
        line.forEach(reading -> score(reading, 1, scores));
      }
      readings.add(ranked(scores, 1, MAX_HIDDEN_READINGS));
    }
    return readings;
  }

  /**
   * Readings by their shares of all scores, or of a higher sum that what was not read is part of.
   */
  private static List<Reading> ranked(Map<String, Double> scores, double least, int most) {
    double sum = Math.max(least, scores.values().stream().mapToDouble(score -> score).sum());
    List<Reading> readings = new ArrayList<>();
    scores.forEach((text, score) -> readings.add(new Reading(text, score / sum)));
    readings.sort(Comparator.comparingDouble(Reading::probability).reversed());
    return readings.subList(0, Math.min(most, readings.size()));
  }

  private List<List<Reading>> networkReadings(List<GrayImage> lines) {
    return network == null
        ? Collections.nCopies(lines.size(), List.of())
        : readChosen(
            network,
            lines,
            all(
                lines.size(),
                i -> lines.get(i).width <= MAX_FIGURE_ELONGATION * lines.get(i).height));
  }

  private static List<Integer> all(int count, IntPredicate chosen) {
    return IntStream.range(0, count).filter(chosen).boxed().toList();
  }

  /** The readings of an engine for the chosen lines; none for the others. */
  private static List<List<Reading>> readChosen(
      Recognizer engine, List<GrayImage> lines, List<Integer> chosen) {
    List<List<Reading>> all = new ArrayList<>(Collections.nCopies(lines.size(), List.of()));
    List<List<Reading>> read = engine.readLines(chosen.stream().map(lines::get).toList());
    for (int k = 0; k < chosen.size(); k++) {
      all.set(chosen.get(k), read.get(k));
    }
    return all;
  }

  /** Whether the network of figures takes a line for one. Dashes may be a stroke of a character. */
  private static boolean isFigure(List<Reading> readings) {
    String text = readings.isEmpty() ? "" : readings.get(0).text();
    return !text.contains(CtcModel.OTHER) && text.chars().anyMatch(Character::isDigit);
  }

  private static boolean surely(List<Reading> readings) {
    return isFigure(readings) && readings.get(0).probability() >= MIN_SURE_FIGURE;
  }

  private static boolean agree(List<Reading> one, List<Reading> other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && FigureText.normalize(one.get(0).text())
            .equals(FigureText.normalize(other.get(0).text()));
  }

  /** Weighs opinions on a figure, that of the network of figures first. */
  private static List<Reading> combined(
      List<Reading> trained, List<Reading> broad, List<Reading> plain) {
    Map<String, Double> scores = new LinkedHashMap<>();
    trained.forEach(reading -> score(reading, NETWORK_WEIGHT, scores));
    broad.forEach(reading -> score(reading, 1, scores));
    plain.forEach(reading -> score(reading, 1, scores));
    if (scores.isEmpty()) {
      return broad;
    }
    List<Reading> kept = ranked(scores, 1e-9, MAX_READINGS);
    String date = FigureText.date(kept);
    if (date != null && !date.equals(kept.get(0).text())) {
      List<Reading> dated = new ArrayList<>();
      dated.add(new Reading(date, kept.get(0).probability()));
      kept.stream().filter(reading -> !reading.text().equals(date)).forEach(dated::add);
      return List.copyOf(dated);
    }
    boolean agreed = agree(trained, plain) || agree(trained, broad) || agree(broad, plain);
    if (agreed && PrintedNumber.parseRecognized(kept.get(0).text()) != null) {
      Reading top = kept.get(0);
      kept.set(0, new Reading(top.text(), 1 - (1 - top.probability()) * DOUBT_IF_AGREED));
    }
    return List.copyOf(kept);
  }

  private static void score(Reading reading, double weight, Map<String, Double> scores) {
    String text = FigureText.normalize(reading.text());
    if (text.isEmpty() || text.contains(CtcModel.OTHER)) {
      return;
    }
    double probability = reading.probability() * weight;
    scores.merge(text, probability * FigureText.prior(text), Double::sum);
    String mended = FigureText.mend(text);
    if (!mended.equals(text)) {
      scores.merge(mended, probability * FigureText.prior(mended) * MENDED_WEIGHT, Double::sum);
    }
  }

  @Override
  public void close() {
    if (network != null) {
      network.close();
    }
    if (hidden != null) {
      hidden.close();
    }
    general.close();
    figures.close();
  }
}
