package org.yusuan.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Reading;
import org.yusuan.text.TextNormalizer;

/**
 * The closed vocabulary of budget tables: names of the classification, headers, items, captions and
 * titles. It finds the term that a slightly misread text must have been. Its knowledge is data in
 * {@code models/vocabulary} and {@code models/classification}. Immutable; threads may share it.
 */
public final class ClosedVocabulary {
  /**
   * Cost of taking a character for one that looks like it; of taking it for any other, 1. A guess,
   * as all numbers of this class.
   */
  private static final double LOOKALIKE_COST = 0.4;

  /** Cost of overlooking a stroke or a mark, or of seeing one that is not there. A guess. */
  private static final double SLIGHT_COST = 0.45;

  /** Cost of overlooking a whole character: then the text is rather another name. A guess. */
  private static final double MISSED_COST = 2.5;

  /** The cost may be at most this share of the length of the term. A guess. */
  private static final double MAX_COST_SHARE = 0.25;

  /** The cost may be at most this much, however long the term is. A guess. */
  private static final double MAX_COST = 1.6;

  /** Each nat of doubt about the whole text raises the greatest cost by this. A guess. */
  private static final double MAX_COST_PER_NAT = 0.5;

  /** Each nat of doubt about the whole text raises the greatest share by this. A guess. */
  private static final double MAX_SHARE_PER_NAT = 0.01;

  /** The share is never allowed more than this, whatever the doubt. A guess. */
  private static final double MAX_DOUBTFUL_SHARE = 0.35;

  /** The next best term must cost this much more than the best one. A guess. */
  private static final double MIN_LEAD = 0.4;

  /**
   * The lead must be greater by this part of what the best term costs beyond the greatest cost. A
   * guess.
   */
  private static final double LEAD_PER_EXCESS = 0.2;

  /**
   * A reading that the image offers costs at most this share of its distance from the likeliest
   * one. A guess.
   */
  private static final double OFFERED_COST_SHARE = 0.5;

  /**
   * And at most this much for each nat by which it is less likely than the likeliest one. A guess.
   */
  private static final double COST_PER_NAT = 0.5;

  /**
   * A text read with more than this probability is what stands there, unless look-alikes explain
   * the difference. A guess.
   */
  private static final double SURE_PROBABILITY = 0.85;

  /** Characters so thin that recognition overlooks them. */
  private static final String THIN = "一、";

  /** Characters as which recognition reads a piece of a ruling beside a text. */
  private static final String STRAY = "1lI|丨";

  private final Map<String, String> terms;
  private final Map<Integer, List<String>> byCharacter = new HashMap<>();
  private final Map<Integer, Set<Integer>> lookalikes = new HashMap<>();
  private final List<Misread> misread;

  /** Characters that no label has, and what was meant. */
  private record Misread(Pattern text, String meant) {}

  private ClosedVocabulary(
      Map<String, String> terms, List<String> groups, List<String> misreadWords) {
    this.terms = terms;
    this.misread =
        misreadWords.stream()
            .map(line -> line.split("\t"))
            .map(parts -> new Misread(Pattern.compile(parts[0]), parts[1]))
            .toList();
    for (String term : terms.keySet()) {
      term.codePoints()
          .distinct()
          .forEach(c -> byCharacter.computeIfAbsent(c, key -> new ArrayList<>()).add(term));
    }
    for (String group : groups) {
      int[] alike = group.codePoints().toArray();
      for (int one : alike) {
        for (int other : alike) {
          lookalikes.computeIfAbsent(one, key -> new HashSet<>()).add(other);
        }
      }
    }
  }

  /** The vocabulary that the program ships, with the names of a classification. */
  public static ClosedVocabulary shipped(Classification classification) {
    List<String> labels =
        new ArrayList<>(lines(KnowledgeFiles.shippedText("vocabulary", "labels.txt")));
    classification.all().forEach(entry -> labels.add(entry.name()));
    Map<String, String> terms = new TreeMap<>();
    labels.forEach(label -> terms.putIfAbsent(TextNormalizer.of(label), label));
    return new ClosedVocabulary(
        terms,
        lines(KnowledgeFiles.shippedText("vocabulary", "lookalikes.txt")),
        lines(KnowledgeFiles.shippedText("vocabulary", "misread.txt")));
  }

  /**
   * A recognized text without what no label of a budget says, whatever the rest of it is: 收人 is 收入.
   * Terms need not be known whole for it.
   */
  public String mended(String text) {
    String mended = text;
    for (Misread each : misread) {
      mended = each.text.matcher(mended).replaceAll(each.meant);
    }
    return mended;
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  /** All terms, as they are printed. */
  public Collection<String> printed() {
    return Collections.unmodifiableCollection(terms.values());
  }

  /** Whether a text is one of the terms, white space and quotation marks aside. */
  public boolean knows(String text) {
    return terms.containsKey(TextNormalizer.of(text));
  }

  /**
   * The term that a recognized text must have been.
   *
   * @param readings what the image offers, likeliest first
   * @return the term as it is printed; null if the text is a term, or like none, or like several
   */
  public @Nullable String settle(List<Reading> readings) {
    if (readings.isEmpty() || knows(readings.get(0).text())) {
      return null;
    }
    Map<String, Double> offers = offers(readings);
    String read = TextNormalizer.of(readings.get(0).text());
    String best = null;
    double bestCost = Double.MAX_VALUE;
    double nextCost = Double.MAX_VALUE;
    for (String term : near(read)) {
      double cost =
          offers.entrySet().stream()
              .mapToDouble(offer -> offer.getValue() + distance(offer.getKey(), term))
              .min()
              .orElseThrow();
      if (cost < bestCost) {
        nextCost = bestCost;
        bestCost = cost;
        best = term;
      } else if (cost < nextCost) {
        nextCost = cost;
      }
    }
    if (best == null) {
      return null;
    }
    // The less surely a text is read, the more of it may be wrong: this is how many characters are,
    // roughly.
    double doubt = -Math.log(Math.max(Double.MIN_NORMAL, readings.get(0).probability()));
    double share = Math.min(MAX_DOUBTFUL_SHARE, MAX_COST_SHARE + MAX_SHARE_PER_NAT * doubt);
    boolean far = bestCost > Math.min(MAX_COST + MAX_COST_PER_NAT * doubt, share * best.length());
    double margin = MIN_LEAD + LEAD_PER_EXCESS * Math.max(0, bestCost - MAX_COST);
    if (far
        || nextCost - bestCost < margin
        || (readings.get(0).probability() > SURE_PROBABILITY && bestCost >= 1)) {
      return null;
    }
    return terms.get(best);
  }

  /**
   * What each reading costs: a share of its distance from the likeliest one, or less by its odds.
   */
  private Map<String, Double> offers(List<Reading> readings) {
    Reading first = readings.get(0);
    String read = TextNormalizer.of(first.text());
    Map<String, Double> offers = new HashMap<>();
    for (Reading reading : readings) {
      String text = TextNormalizer.of(reading.text());
      double odds =
          COST_PER_NAT
              * Math.log(first.probability() / Math.max(Double.MIN_NORMAL, reading.probability()));
      double price = Math.min(OFFERED_COST_SHARE * distance(read, text), Math.max(0, odds));
      offers.merge(text, price, Math::min);
    }
    return offers;
  }

  /** Terms that share most characters with the text. */
  private Set<String> near(String read) {
    int[] characters = read.codePoints().distinct().toArray();
    Map<String, Integer> shared = new HashMap<>();
    for (int c : characters) {
      for (String term : byCharacter.getOrDefault(c, List.of())) {
        shared.merge(term, 1, Integer::sum);
      }
    }
    Set<String> near = new HashSet<>();
    shared.forEach(
        (term, count) -> {
          if (2 * count >= characters.length && Math.abs(term.length() - read.length()) <= 4) {
            near.add(term);
          }
        });
    return near;
  }

  /** Edit distance (Levenshtein 1966) in which slips of recognition cost less. */
  public double distance(String read, String term) {
    int[] a = read.codePoints().toArray();
    int[] b = term.codePoints().toArray();
    double[] before = new double[b.length + 1];
    for (int k = 1; k <= b.length; k++) {
      before[k] = before[k - 1] + missed(b[k - 1]);
    }
    for (int i = 1; i <= a.length; i++) {
      double[] now = new double[b.length + 1];
      now[0] = before[0] + added(a, i - 1);
      for (int k = 1; k <= b.length; k++) {
        now[k] =
            Math.min(
                before[k - 1] + taken(a[i - 1], b[k - 1]),
                Math.min(before[k] + added(a, i - 1), now[k - 1] + missed(b[k - 1])));
      }
      before = now;
    }
    return before[b.length];
  }

  private double taken(int read, int is) {
    if (read == is) {
      return 0;
    }
    return lookalikes.getOrDefault(read, Set.of()).contains(is) ? LOOKALIKE_COST : 1;
  }

  /**
   * The cost of a character that is no part of the term; a one before the term may be its number.
   */
  private static double added(int[] read, int at) {
    boolean stray = STRAY.indexOf(read[at]) >= 0 && (at > 0 || read[at] != '1');
    return stray ? SLIGHT_COST : missed(read[at]);
  }

  private static double missed(int c) {
    return THIN.indexOf(c) >= 0 || !Character.isLetterOrDigit(c) ? SLIGHT_COST : MISSED_COST;
  }
}
