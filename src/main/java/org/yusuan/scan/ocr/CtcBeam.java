package org.yusuan.scan.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Reading;

/**
 * Prefix beam search over the output of a CTC network (Hannun et al. 2014, "First-Pass Large
 * Vocabulary Continuous Speech Recognition using Bi-Directional Recurrent DNNs"): the likeliest
 * texts with the probability of each, summed over its alignments.
 */
final class CtcBeam {
  /** Symbols less likely than this at a time step are left out of the search; a guess. */
  private static final float MIN_SYMBOL_PROBABILITY = 0.002f;

  private final int beam;
  private final List<String> symbols;

  /**
   * @param symbols what each class stands for; class 0 is the blank
   * @param beam how many prefixes are kept at each step
   */
  CtcBeam(List<String> symbols, int beam) {
    this.symbols = symbols;
    this.beam = beam;
  }

  private static final class Alignment {
    double blank;
    double symbol;

    double total() {
      return blank + symbol;
    }
  }

  /**
   * @param output probabilities, {@code steps} × {@code classes}, row by row from {@code offset}
   * @return texts, likeliest first; the empty text may be among them
   */
  List<Reading> decode(float[] output, int offset, int steps, int classes) {
    Map<List<Integer>, Alignment> beams = new HashMap<>();
    Alignment start = new Alignment();
    start.blank = 1;
    beams.put(List.of(), start);
    for (int step = 0; step < steps; step++) {
      int row = offset + step * classes;
      List<Integer> likely = likely(output, row, classes);
      if (likely.size() == 1 && likely.get(0) == 0) {
        for (Alignment path : beams.values()) {
          path.blank = path.total() * output[row];
          path.symbol = 0;
        }
        continue;
      }
      Map<List<Integer>, Alignment> next = new HashMap<>();
      for (Map.Entry<List<Integer>, Alignment> entry : beams.entrySet()) {
        extend(entry.getKey(), entry.getValue(), output, row, likely, next);
      }
      beams = next.size() > beam ? best(next) : next;
    }
    List<Reading> readings = new ArrayList<>();
    for (Map.Entry<List<Integer>, Alignment> entry : beams.entrySet()) {
      StringBuilder text = new StringBuilder();
      for (int symbol : entry.getKey()) {
        text.append(symbols.get(symbol));
      }
      readings.add(new Reading(text.toString(), Math.min(1, entry.getValue().total())));
    }
    readings.sort(Comparator.comparingDouble(Reading::probability).reversed());
    return readings;
  }

  private static void extend(
      List<Integer> prefix,
      Alignment path,
      float[] output,
      int row,
      List<Integer> likely,
      Map<List<Integer>, Alignment> next) {
    int last = prefix.isEmpty() ? -1 : prefix.get(prefix.size() - 1);
    for (int symbol : likely) {
      double probability = output[row + symbol];
      if (symbol == 0) {
        next.computeIfAbsent(prefix, key -> new Alignment()).blank += path.total() * probability;
        continue;
      }
      if (symbol == last) {
        next.computeIfAbsent(prefix, key -> new Alignment()).symbol += path.symbol * probability;
      }
      double fresh = symbol == last ? path.blank : path.total();
      if (fresh > 0) {
        List<Integer> longer = new ArrayList<>(prefix.size() + 1);
        longer.addAll(prefix);
        longer.add(symbol);
        next.computeIfAbsent(longer, key -> new Alignment()).symbol += fresh * probability;
      }
    }
  }

  private static List<Integer> likely(float[] output, int row, int classes) {
    List<Integer> likely = new ArrayList<>();
    for (int symbol = 0; symbol < classes; symbol++) {
      if (output[row + symbol] >= MIN_SYMBOL_PROBABILITY) {
        likely.add(symbol);
      }
    }
    if (likely.isEmpty()) {
      int top = 0;
      for (int symbol = 1; symbol < classes; symbol++) {
        top = output[row + symbol] > output[row + top] ? symbol : top;
      }
      likely.add(top);
    }
    return likely;
  }

  private Map<List<Integer>, Alignment> best(Map<List<Integer>, Alignment> paths) {
    Map<List<Integer>, Alignment> kept = new HashMap<>();
    paths.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<List<Integer>, Alignment> e) -> e.getValue().total())
                .reversed())
        .limit(beam)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }
}
