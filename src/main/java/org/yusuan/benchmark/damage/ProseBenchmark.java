package org.yusuan.benchmark.damage;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.Claims;
import org.yusuan.knowledge.Classification;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;

/** Measures what is told of faults that are planted in prose, and what else is told of them. */
public final class ProseBenchmark {

  /** Messages quote a clause without the mark that ended the one before it. */
  private static final Pattern MARK_BEFORE = Pattern.compile("^[\\s、，,；;。：:]+(?=.)");

  private final Claims claims = new Claims(Classification.shipped());
  private final Map<ProseDamage.Kind, Counts> counts = new EnumMap<>(ProseDamage.Kind.class);
  private final @Nullable PrintWriter missed;

  /**
   * A benchmark that counts.
   *
   * @param missed gets a line for each fault of which nothing is told, and for each finding that
   *     blames another sentence; null for none
   */
  public ProseBenchmark(@Nullable PrintWriter missed) {
    this.missed = missed;
  }

  /** What came of the faults of one kind. */
  private static final class Counts {
    int planted;
    int warned;
    int informed;
    int elsewhere;
  }

  /**
   * Plants faults of each kind in the prose of some disclosures.
   *
   * @param first number of the first fault of each kind, so that others can be planted than before
   * @param each how many of each kind in each disclosure
   */
  public void run(Disclosure given, int first, int each) {
    Disclosure before = claims.recheck(given);
    for (ProseDamage.Kind kind : ProseDamage.Kind.values()) {
      Set<Integer> done = new HashSet<>();
      for (int seed = first; seed < first + each; seed++) {
        ProseDamage.Planted planted = ProseDamage.plant(before, kind, 1000L * seed + 7);
        if (planted != null && done.add(planted.at())) {
          add(kind, before, planted);
        }
      }
    }
  }

  private void add(ProseDamage.Kind kind, Disclosure before, ProseDamage.Planted planted) {
    Counts own = counts.computeIfAbsent(kind, key -> new Counts());
    Set<String> known = new HashSet<>();
    before.findings().forEach(finding -> known.add(finding.messageZh()));
    Claim wrong = planted.claim();
    String words = MARK_BEFORE.matcher(wrong.text()).replaceFirst("");
    List<Finding> told =
        claims.recheck(planted.disclosure()).findings().stream()
            .filter(finding -> !known.contains(finding.messageZh()))
            .toList();
    List<Finding> ofIt =
        told.stream().filter(finding -> finding.messageZh().contains(words)).toList();
    own.planted++;
    boolean warned = ofIt.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    own.warned += warned ? 1 : 0;
    own.informed += !warned && !ofIt.isEmpty() ? 1 : 0;
    if (!warned) {
      tell("silent", kind, before, planted, wrong.text());
    }
    for (Finding finding : told) {
      if (finding.severity() != Severity.INFO && !ofIt.contains(finding)) {
        own.elsewhere++;
        tell("elsewhere", kind, before, planted, wrong.text() + ": " + finding.messageZh());
      }
    }
  }

  private void tell(
      String what,
      ProseDamage.Kind kind,
      Disclosure before,
      ProseDamage.Planted planted,
      String text) {
    if (missed != null) {
      Claim was = before.claims().get(planted.at());
      missed.printf(
          "%s: %s, %s p%d 「%s」 was 「%s」%n",
          what, kind.label(), before.source().file(), was.page(), text, was.text());
    }
  }

  /** Prints what was counted, a line for each kind. */
  public void print(PrintWriter out) {
    out.printf(
        "%-18s %7s %16s %9s %10s%n", "planted in prose", "faults", "told", "as info", "elsewhere");
    counts.forEach(
        (kind, own) ->
            out.printf(
                Locale.ROOT,
                "%-18s %7d %8d %5.1f %% %9d %10d%n",
                kind.label(),
                own.planted,
                own.warned,
                100.0 * own.warned / own.planted,
                own.informed,
                own.elsewhere));
    out.flush();
  }

  /** Of the faults planted, the share that an error or a warning tells. */
  double toldShare() {
    int planted = counts.values().stream().mapToInt(own -> own.planted).sum();
    int told = counts.values().stream().mapToInt(own -> own.warned).sum();
    return planted == 0 ? 1 : (double) told / planted;
  }
}
