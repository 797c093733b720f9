package org.yusuan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yusuan.check.Checker;
import org.yusuan.check.TextReparser;
import org.yusuan.check.document.TextReview;
import org.yusuan.claim.Claims;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.Corrections;
import org.yusuan.correction.FindingReviews;
import org.yusuan.correction.Replay;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.evidence.DocumentRules;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.CodeReview;
import org.yusuan.layout.TableReview;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;

/**
 * Works out anew what follows from the texts of a disclosure: amounts, verdicts, corrections,
 * findings and claims; what people corrected is put in first. Nothing that a file states of these
 * is trusted. Immutable; threads may share it.
 */
public final class Recheck {

  /** The rule of findings about corrections that no longer fit. */
  public static final String NOT_APPLIED = "correction-not-applied";

  private final Checker checker;
  private final Claims claims;
  private final TableReview tableReview;
  private final CodeReview codeReview;
  private final TextReview textReview;
  private final Replay replay;
  private final Messages messages;

  /** A recheck by the shipped rules, classification and units. */
  public Recheck() {
    this(Messages.shipped(), Layouts.shipped(), Classification.shipped());
  }

  private Recheck(Messages messages, Layouts layouts, Classification classification) {
    this(
        new Checker(messages),
        new Claims(classification, messages),
        new TableReview(layouts, messages),
        new CodeReview(classification, layouts.vocabulary().numbering(), messages),
        new TextReview(DocumentRules.shipped(), messages),
        messages);
  }

  Recheck(
      Checker checker,
      Claims claims,
      TableReview tableReview,
      CodeReview codeReview,
      TextReview textReview,
      Messages messages) {
    this.messages = messages;
    this.checker = checker;
    this.claims = claims;
    this.tableReview = tableReview;
    this.codeReview = codeReview;
    this.textReview = textReview;
    this.replay = new Replay();
  }

  /** The disclosure with everything that follows from its texts and the corrections. */
  public Disclosure recheck(Disclosure disclosure, Corrections corrections) {
    return reviewed(claims.recheck(checked(replay.apply(disclosure, corrections))), corrections);
  }

  /**
   * The disclosure with what people said of its findings, which must all be there, and with all
   * pages that each of them names.
   */
  Disclosure reviewed(Disclosure disclosure, Corrections corrections) {
    FindingReviews.Outcome outcome = FindingReviews.apply(disclosure, corrections);
    List<Finding> findings = new ArrayList<>(outcome.disclosure().findings());
    outcome.rejected().forEach(entry -> findings.add(notApplied(entry)));
    findings.replaceAll(finding -> finding.withPages(pages(disclosure, finding)));
    return outcome.disclosure().withFindings(findings);
  }

  /** The page of a finding and those of its cells, if they are several. */
  private static List<Integer> pages(Disclosure disclosure, Finding finding) {
    Set<Integer> pages = new TreeSet<>();
    if (finding.page() != null) {
      pages.add(finding.page());
    }
    for (CellRef ref : finding.cells()) {
      Cell cell = disclosure.cell(ref);
      if (cell != null) {
        pages.add(cell.page());
      }
    }
    return pages.size() > 1 ? List.copyOf(pages) : List.of();
  }

  /**
   * The disclosure rechecked, with the identities of all tables by which it was checked.
   *
   * @return the disclosure, and what led to its verdicts
   */
  public Checker.Checked traced(Disclosure disclosure, Corrections corrections) {
    Replay.Outcome outcome = replay.apply(disclosure, corrections);
    Disclosure anew = TextReparser.reparse(withoutStated(outcome.disclosure()));
    Set<String> all = anew.tables().stream().map(Table::id).collect(Collectors.toSet());
    Checker.Checked checked = checker.check(anew, all);
    Disclosure told = claims.recheck(told(checked.disclosure(), outcome));
    return new Checker.Checked(reviewed(told, corrections), checked.trace());
  }

  /** A disclosure just read and checked, with the corrections of its document. */
  Disclosure corrected(Disclosure disclosure, Corrections corrections) {
    return corrections.of(disclosure.source().sha256()).isEmpty()
        ? disclosure
        : checked(replay.apply(disclosure, corrections));
  }

  private Disclosure checked(Replay.Outcome outcome) {
    return told(checker.check(TextReparser.reparse(withoutStated(outcome.disclosure()))), outcome);
  }

  /**
   * The disclosure with what its tables alone tell, in place of all findings that it states: one
   * that nothing finds again is not believed.
   */
  private Disclosure withoutStated(Disclosure disclosure) {
    Stated<Integer> year = disclosure.subject().fiscalYear();
    List<Finding> findings = new ArrayList<>(tableReview.review(disclosure.tables()));
    findings.addAll(
        codeReview.review(disclosure.tables(), year == null ? null : year.value()).findings());
    findings.addAll(textReview.stated(disclosure));
    return disclosure.withFindings(findings);
  }

  private Disclosure told(Disclosure checked, Replay.Outcome outcome) {
    List<Finding> findings = new ArrayList<>(checked.findings());
    outcome.rejected().forEach(entry -> findings.add(notApplied(entry)));
    return checked.withFindings(findings);
  }

  private Finding notApplied(CorrectionEntry entry) {
    Wording page =
        entry.page() == null
            ? Wording.of("")
            : messages.say("on-page", Map.of("page", Wording.of(entry.page())));
    Wording message =
        messages.say(
            NOT_APPLIED,
            Map.of(
                "who", Wording.of(entry.who()),
                "page", page,
                "read", Wording.of(entry.read()),
                "is", Wording.of(entry.is()),
                "id", Wording.of(entry.id())));
    return new Finding(
        NOT_APPLIED,
        Severity.WARNING,
        Blame.EXTRACTION,
        message.zh(),
        message.en(),
        List.of(),
        entry.page());
  }
}
