package org.yusuan.correction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.correction.CorrectionEntry.Kind;
import org.yusuan.export.JsonTerm;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.FindingReview;
import org.yusuan.model.finding.FindingReview.Verdict;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;

/**
 * Applies what people said of findings to the findings as they are now. A finding is identified by
 * its rule, its amounts, its page and the place of its first cell, not by its words, which another
 * build may change. With other amounts it is another finding.
 */
public final class FindingReviews {

  /**
   * The result of applying reviews.
   *
   * @param disclosure the disclosure with its findings reviewed
   * @param rejected entries whose finding is not there any more
   */
  public record Outcome(Disclosure disclosure, List<CorrectionEntry> rejected) {
    public Outcome {
      rejected = List.copyOf(rejected);
    }
  }

  private FindingReviews() {}

  /** The findings with the reviews in force, and with no others. */
  public static Outcome apply(Disclosure disclosure, Corrections corrections) {
    List<Finding> findings = new ArrayList<>();
    disclosure.findings().forEach(finding -> findings.add(finding.withReview(null)));
    List<CorrectionEntry> rejected = new ArrayList<>();
    for (CorrectionEntry entry : corrections.of(disclosure.source().sha256())) {
      Verdict verdict =
          entry.kind() == Kind.FINDING ? JsonTerm.constant(Verdict.class, entry.is()) : null;
      if (verdict == null) {
        continue;
      }
      int at = index(disclosure, findings, entry);
      if (at < 0) {
        rejected.add(entry);
      } else {
        FindingReview review =
            new FindingReview(verdict, entry.who(), entry.when(), entry.why(), entry.id());
        findings.set(at, findings.get(at).withReview(review));
      }
    }
    return new Outcome(disclosure.withFindings(findings), rejected);
  }

  private static int index(Disclosure disclosure, List<Finding> findings, CorrectionEntry entry) {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (target(finding).equals(entry.target())
          && (finding.page() == null ? entry.page() == null : finding.page().equals(entry.page()))
          && samePlace(place(disclosure, finding), finding, entry)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean samePlace(@Nullable Box place, Finding finding, CorrectionEntry entry) {
    Box box = entry.bbox();
    return place == null || box == null
        ? Replay.same(finding.messageZh(), entry.read())
        : place.intersectionOverUnion(box) >= Replay.MIN_SHARED_AREA;
  }

  /** The rule and the amounts of a finding: what an entry about it names as its target. */
  public static String target(Finding finding) {
    return finding.rule() + number(finding.expected()) + number(finding.actual());
  }

  private static String number(@Nullable BigDecimal amount) {
    return amount == null ? "" : " " + amount.stripTrailingZeros().toPlainString();
  }

  /**
   * Where a finding stands on its page: its words in the prose, else its first cell.
   *
   * @return null if it stands nowhere, or in words that run over a line's end
   */
  public static @Nullable Box place(Disclosure disclosure, Finding finding) {
    Claim claim = claim(disclosure, finding);
    if (claim != null) {
      return claim.bbox();
    }
    Cell cell = finding.cells().isEmpty() ? null : disclosure.cell(finding.cells().get(0));
    return cell == null ? null : cell.bbox();
  }

  /**
   * The amount of the prose that a finding is about.
   *
   * @return null if it is about none
   */
  public static @Nullable Claim claim(Disclosure disclosure, Finding finding) {
    if (!finding.rule().startsWith("claim") || finding.page() == null) {
      return null;
    }
    Claim best = null;
    for (Claim claim : disclosure.claims()) {
      boolean named =
          claim.page() == finding.page()
              && !claim.text().isBlank()
              && finding.messageZh().contains(claim.text())
              && (finding.cells().isEmpty() || claim.refersTo().contains(finding.cells().get(0)));
      if (named && (best == null || claim.text().length() > best.text().length())) {
        best = claim;
      }
    }
    return best;
  }
}
