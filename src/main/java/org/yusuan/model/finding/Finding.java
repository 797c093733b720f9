package org.yusuan.model.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader of the disclosure should know.
 *
 * @param rule the rule that found it, as {@code identity} or {@code unknown-code}
 * @param severity how serious it is
 * @param blame the document or its reading
 * @param messageZh one sentence in Chinese
 * @param messageEn the same in English
 * @param cells the cells involved
 * @param expected what the rule expects, in 元; null if it is not about an amount
 * @param actual what is published, in 元; null if it is not about an amount
 * @param difference actual less expected, in 元; null if it is not about an amount
 * @param page the page to look at first, from 1; null if it concerns the whole document
 * @param pages all pages that it names, in their order, where there are several; else empty
 * @param review what a person says of it; null if nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
    String rule,
    Severity severity,
    Blame blame,
    String messageZh,
    String messageEn,
    List<CellRef> cells,
    @Nullable BigDecimal expected,
    @Nullable BigDecimal actual,
    @Nullable BigDecimal difference,
    @Nullable Integer page,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> pages,
    @Nullable FindingReview review) {
  public Finding {
    cells = List.copyOf(cells);
    pages = pages == null ? List.of() : List.copyOf(pages);
  }

  /** A finding that nobody has looked at. */
  public Finding(
      String rule,
      Severity severity,
      Blame blame,
      String messageZh,
      String messageEn,
      List<CellRef> cells,
      @Nullable BigDecimal expected,
      @Nullable BigDecimal actual,
      @Nullable BigDecimal difference,
      @Nullable Integer page) {
    this(
        rule,
        severity,
        blame,
        messageZh,
        messageEn,
        cells,
        expected,
        actual,
        difference,
        page,
        List.of(),
        null);
  }

  /** A finding that is not about an amount, and that nobody has looked at. */
  public Finding(
      String rule,
      Severity severity,
      Blame blame,
      String messageZh,
      String messageEn,
      List<CellRef> cells,
      @Nullable Integer page) {
    this(rule, severity, blame, messageZh, messageEn, cells, null, null, null, page);
  }

  /** This finding, as serious and blamed as given, and looked at by nobody. */
  public Finding with(Severity newSeverity, Blame newBlame) {
    return with(newSeverity, newBlame, pages, null);
  }

  /** The same about other cells. */
  public Finding withCells(List<CellRef> newCells) {
    return new Finding(
        rule,
        severity,
        blame,
        messageZh,
        messageEn,
        newCells,
        expected,
        actual,
        difference,
        page,
        pages,
        review);
  }

  /** This finding with all pages that it names. */
  public Finding withPages(List<Integer> newPages) {
    return with(severity, blame, newPages, review);
  }

  /** This finding with the review of a person. */
  public Finding withReview(@Nullable FindingReview newReview) {
    return with(severity, blame, pages, newReview);
  }

  private Finding with(
      Severity newSeverity,
      Blame newBlame,
      List<Integer> newPages,
      @Nullable FindingReview newReview) {
    return new Finding(
        rule,
        newSeverity,
        newBlame,
        messageZh,
        messageEn,
        cells,
        expected,
        actual,
        difference,
        page,
        newPages,
        newReview);
  }

  /** Whether a page is one of those that it names. */
  public boolean isOn(int number) {
    return pages.contains(number) || page != null && page == number;
  }

  /** Whether it still accuses the document: it is an error that no person has dismissed. */
  @JsonIgnore
  public boolean isStandingError() {
    return severity == Severity.ERROR
        && (review == null || review.verdict() != FindingReview.Verdict.DISMISSED);
  }
}
