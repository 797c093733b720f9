package org.yusuan.scan.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms that lines of print may show, held against what the network saw, not against what was read:
 * on a copy of a copy 支出总表 is read as 文出导教, though the network thinks each of the four characters
 * likely enough that no other term fits as well. A term is sought in the whole line, behind a year
 * or the number of an item. Immutable; threads may share it.
 *
 * <p>The limits were chosen on 465 lines of nine pages, copies of copies and one with a watermark,
 * that were read with a probability below 0.5: 106 were taken for a term that stood there, 17 for
 * the beginning of one, none for another. With a lead of 2 nats it were 120, and 5 wrong ones.
 */
final class KnownTerms {
  /** A symbol is never less likely than this at a place: one character may be spoilt altogether. */
  private static final double LEAST_LOG = Math.log(3e-4);

  /** A term may be less likely than the likeliest text by so many nats for each character. */
  private static final double MAX_EXCESS = 3;

  /** The same for the beginning of a term, the rest of which stands in the next line. */
  private static final double MAX_EXCESS_OF_BEGINNING = 1.5;

  /** Any other term is less likely by at least so many nats. */
  private static final double MIN_LEAD = 3;

  /** Terms that are less likely by more than this for each character are not looked at. A guess. */
  private static final double MAX_EXCESS_LOOKED_AT = 4.5;

  /** Shorter terms are too much like others. A guess. */
  private static final int MIN_CHARACTERS = 3;

  private static final int MIN_CHARACTERS_OF_BEGINNING = 4;

  /** What may stand before a term. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:附?表\\d{1,2})?(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\\d]{1,2}[)）]|\\d{1,2}[、.．])?"
              + "(?:其中[:：])?(?:(?:19|20)\\d\\d\\s*年度?)?");

  private final List<KnownTerm> terms = new ArrayList<>();
  private final int[] used;
  private final int[] twins;

  /**
   * A term.
   *
   * @param text as printed
   * @param symbols the classes of the network that stand for its characters
   */
  private record KnownTerm(String text, int[] symbols) {
    String beginning(int length) {
      return text.substring(0, text.offsetByCodePoints(0, length));
    }
  }

  /** How likely a text is: the logarithm of the likeliest of its alignments. */
  private record Fit(String text, int length, double log, boolean whole) {
    boolean isWithin(double likeliest) {
      return likeliest - log <= (whole ? MAX_EXCESS : MAX_EXCESS_OF_BEGINNING) * length;
    }
  }

  /**
   * @param keys the symbol of each class of the network; class 0 is the blank
   * @param texts the terms; those with a character that the network does not know are left out
   */
  KnownTerms(List<String> keys, Collection<String> texts) {
    Map<String, Integer> classes = new HashMap<>();
    for (int i = 1; i < keys.size(); i++) {
      classes.putIfAbsent(keys.get(i), i);
    }
    // Brackets of either width are the same in print.
    twins = new int[keys.size()];
    for (String pair : List.of("(（", ")）")) {
      Integer narrow = classes.get(pair.substring(0, 1));
      Integer wide = classes.get(pair.substring(1));
      if (narrow != null && wide != null) {
        twins[narrow] = wide;
        twins[wide] = narrow;
      }
    }
    for (String text : new LinkedHashSet<>(texts)) {
      int[] symbols =
          text.codePoints().map(c -> classes.getOrDefault(Character.toString(c), 0)).toArray();
      if (symbols.length >= MIN_CHARACTERS && Arrays.stream(symbols).allMatch(c -> c > 0)) {
        terms.add(new KnownTerm(text, symbols));
      }
    }
    used = terms.stream().flatMapToInt(term -> Arrays.stream(term.symbols)).distinct().toArray();
  }

  /**
   * The texts that a line may be: one if it can be no other, several if they are about as likely,
   * the likeliest first; empty if none of the terms is likely.
   *
   * @param output probabilities of the network, {@code steps} × {@code keys}
   */
  List<String> likely(float[] output, int steps, int classes, List<String> keys) {
    double[] most = new double[steps];
    int[] likeliest = new int[steps];
    for (int step = 0; step < steps; step++) {
      for (int symbol = 0; symbol < classes; symbol++) {
        if (output[step * classes + symbol] > output[step * classes + likeliest[step]]) {
          likeliest[step] = symbol;
        }
      }
      most[step] = Math.log(output[step * classes + likeliest[step]]);
    }
    String before = before(likeliest, keys);
    int from = end(before, likeliest, keys);
    return terms(output, from, steps, classes, Arrays.stream(most).skip(from).sum()).stream()
        .map(before::concat)
        .toList();
  }

  /** What stands before the term, as read. */
  private static String before(int[] likeliest, List<String> keys) {
    StringBuilder read = new StringBuilder();
    for (int step = 0; step < likeliest.length; step++) {
      if (step == 0 || likeliest[step] != likeliest[step - 1]) {
        read.append(keys.get(likeliest[step]));
      }
    }
    Matcher matcher = BEFORE.matcher(read);
    return matcher.lookingAt() ? matcher.group() : "";
  }

  /** The step at which the text before the term is read. */
  private static int end(String before, int[] likeliest, List<String> keys) {
    int length = 0;
    int step = 0;
    while (step < likeliest.length && length < before.length()) {
      if (step == 0 || likeliest[step] != likeliest[step - 1]) {
        length += keys.get(likeliest[step]).length();
      }
      step++;
    }
    // The last symbol may be seen at several steps.
    while (step > 0 && step < likeliest.length && likeliest[step] == likeliest[step - 1]) {
      step++;
    }
    return step;
  }

  private List<String> terms(float[] output, int from, int steps, int classes, double read) {
    if (from >= steps) {
      return List.of();
    }
    double[] peaks = new double[classes];
    for (int symbol : used) {
      double peak = 0;
      for (int step = from; step < steps; step++) {
        peak = Math.max(peak, probability(output, step * classes, symbol));
      }
      peaks[symbol] = Math.max(LEAST_LOG, Math.log(peak));
    }
    List<Fit> fits = new ArrayList<>();
    for (KnownTerm term : terms) {
      if (mayFit(term, peaks, read)) {
        double[] logs = logs(term.symbols, output, from, steps, classes);
        for (int length = MIN_CHARACTERS; length <= logs.length; length++) {
          boolean whole = length == logs.length;
          if (whole || length >= MIN_CHARACTERS_OF_BEGINNING) {
            fits.add(new Fit(term.beginning(length), length, logs[length - 1], whole));
          }
        }
      }
    }
    Fit best = null;
    for (Fit fit : fits) {
      if (fit.isWithin(read) && (best == null || isLikelier(fit, best))) {
        best = fit;
      }
    }
    if (best == null) {
      return List.of();
    }
    List<String> likely = new ArrayList<>();
    likely.add(best.text);
    for (Fit fit : fits) {
      boolean same = likely.contains(fit.text) || !fit.whole && best.text.startsWith(fit.text);
      boolean counts = fit.whole || fit.isWithin(read);
      if (!same && counts && best.log - fit.log < MIN_LEAD) {
        likely.add(fit.text);
      }
    }
    return likely;
  }

  /** Whether one fits better; a term is rather whole than cut. */
  private static boolean isLikelier(Fit one, Fit other) {
    boolean begins =
        one.whole != other.whole
            && (one.whole ? one.text.startsWith(other.text) : other.text.startsWith(one.text));
    return begins ? one.whole : one.log > other.log;
  }

  /** Whether a term or a beginning could be likely enough, if all its characters were in order. */
  private static boolean mayFit(KnownTerm term, double[] peaks, double read) {
    double sum = 0;
    for (int i = 0; i < term.symbols.length; i++) {
      sum += peaks[term.symbols[i]];
      boolean beginning = i + 1 >= MIN_CHARACTERS_OF_BEGINNING;
      if (beginning && read - sum <= MAX_EXCESS_OF_BEGINNING * (i + 1)) {
        return true;
      }
    }
    return read - sum <= MAX_EXCESS_LOOKED_AT * term.symbols.length;
  }

  /** How likely each beginning of a text is as the whole line, by its likeliest alignment. */
  private double[] logs(int[] symbols, float[] output, int from, int steps, int classes) {
    int length = symbols.length;
    double[] blanks = new double[length + 1];
    double[] shown = new double[length];
    Arrays.fill(blanks, Double.NEGATIVE_INFINITY);
    Arrays.fill(shown, Double.NEGATIVE_INFINITY);
    blanks[0] = 0;
    for (int step = from; step < steps; step++) {
      int row = step * classes;
      double blank = Math.max(LEAST_LOG, Math.log(output[row]));
      for (int i = length; i > 0; i--) {
        int symbol = symbols[i - 1];
        double come = Math.max(blanks[i - 1], shown[i - 1]);
        if (i > 1 && symbols[i - 2] != symbol) {
          come = Math.max(come, shown[i - 2]);
        }
        blanks[i] = Math.max(blanks[i], shown[i - 1]) + blank;
        shown[i - 1] = come + Math.max(LEAST_LOG, Math.log(probability(output, row, symbol)));
      }
      blanks[0] += blank;
    }
    double[] logs = new double[length];
    for (int i = 0; i < length; i++) {
      logs[i] = Math.max(blanks[i + 1], shown[i]);
    }
    return logs;
  }

  private double probability(float[] output, int row, int symbol) {
    double own = output[row + symbol];
    return twins[symbol] == 0 ? own : Math.max(own, output[row + twins[symbol]]);
  }
}
