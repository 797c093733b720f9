package org.yusuan.check.weigh;

import java.util.List;
import java.util.stream.Stream;
import org.yusuan.check.identity.Identity;
import org.yusuan.knowledge.evidence.Evidence;
import org.yusuan.knowledge.evidence.Hypothesis;

/**
 * Why an identity fails: the evidence for each explanation.
 *
 * @param identity the identity
 * @param evidence what applies to it
 */
public record Weighing(Identity identity, List<Evidence> evidence) {

  /** The name of the evidence that a sum which the header states holds in no row. */
  static final String FAILS_THROUGHOUT = "fails-throughout";

  /** The name of the evidence that another column prints its total alone. */
  static final String COLUMN_LEFT_OUT = "column-left-out";

  /** The name of the evidence that the total stands in a column in which its parts are blank. */
  static final String TOTAL_IN_OTHER_COLUMN = "total-in-other-column";

  /**
   * From this weight of another structure on a relation is taken to be misread. A guess: what is
   * enough for it alone.
   */
  private static final int MIN_WEIGHT_MISREAD = 9;

  public Weighing {
    evidence = List.copyOf(evidence);
  }

  /**
   * The weight of an explanation, in points. Evidence for several explanations at once, as that the
   * relation is right, counts for an innocent one only if there is also evidence for that one
   * alone.
   */
  public int weight(Hypothesis hypothesis) {
    if (hypothesis != Hypothesis.DOCUMENT
        && evidence.stream().noneMatch(each -> each.supports().equals(List.of(hypothesis)))) {
      return 0;
    }
    return evidence.stream()
        .filter(each -> each.supports().contains(hypothesis))
        .mapToInt(Evidence::weight)
        .sum();
  }

  /** Whether it is of a sum that the header states and that holds in no row of its table. */
  public boolean failsThroughout() {
    return evidence.stream().anyMatch(each -> each.id().equals(FAILS_THROUGHOUT));
  }

  /**
   * Whether another column prints its total alone, to the last place what the list is short of:
   * then its amounts contradict nothing.
   */
  public boolean isAccountedFor() {
    return evidence.stream().anyMatch(each -> each.id().equals(COLUMN_LEFT_OUT));
  }

  /** Whether other amounts than it names are what is added up, so that it proves nothing. */
  public boolean isMisread() {
    return weight(Hypothesis.STRUCTURE) >= MIN_WEIGHT_MISREAD;
  }

  /** The explanation with the greatest weight; of equal ones the one that accuses least. */
  public Hypothesis likeliest() {
    Hypothesis likeliest = Hypothesis.DOCUMENT;
    for (Hypothesis hypothesis : Hypothesis.values()) {
      likeliest = weight(hypothesis) >= weight(likeliest) ? hypothesis : likeliest;
    }
    return weight(likeliest) == 0 ? Hypothesis.STRUCTURE : likeliest;
  }

  /** By how much the document's weight exceeds that of the likeliest innocent explanation. */
  public int margin() {
    return weight(Hypothesis.DOCUMENT)
        - Math.max(weight(Hypothesis.INCOMPLETE), greatestInnocent());
  }

  /**
   * By how much the weight of an incomplete list exceeds that of the likeliest explanation without
   * any fault.
   */
  public int marginOfIncomplete() {
    return weight(Hypothesis.INCOMPLETE) - greatestInnocent();
  }

  private int greatestInnocent() {
    return Stream.of(
            Hypothesis.WITHHELD, Hypothesis.STRUCTURE, Hypothesis.READING, Hypothesis.ROUNDING)
        .mapToInt(this::weight)
        .max()
        .orElse(0);
  }
}
