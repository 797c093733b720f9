package org.yusuan.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.cell.MeaningMatch;
import org.yusuan.claim.link.AmountComparison;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.Statement;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Finds amounts of another year that are to the last digit those that the tables have for the year
 * of the document: 「2023 年会议费 3.27 万元」 in the budget of 2024, as a text that was taken over from
 * the year before has it. One object reviews one document.
 */
final class OtherYears {

  /** The rule of these findings. */
  static final String RULE = "claim-year";

  /** An amount of fewer digits may be that of two years. A guess. */
  private static final int MIN_DIGITS = 4;

  /** One of this many digits is hardly that of two years, whatever else is left unsaid. A guess. */
  private static final int MANY_DIGITS = 6;

  private final CellIndex cells;
  private final String year;
  private final Messages messages;

  /**
   * A reviewer of one document.
   *
   * @param year the year of the document
   */
  OtherYears(CellIndex cells, int year, Messages messages) {
    this.cells = cells;
    this.year = Integer.toString(year);
    this.messages = messages;
  }

  /** The amounts that are called those of another year. */
  List<Finding> review(List<Linked> linked) {
    List<Finding> findings = new ArrayList<>();
    for (Linked one : linked) {
      Candidate cell = isOfOtherYear(one) ? cell(one.statement()) : null;
      if (cell != null && linked.stream().noneMatch(other -> states(other, one, cell.ref()))) {
        findings.add(finding(one.claim(), cell));
      }
    }
    return findings;
  }

  private boolean isOfOtherYear(Linked one) {
    Statement statement = one.statement();
    String stated = statement.meaning().get(Aspect.YEAR);
    Claim claim = one.claim();
    BigDecimal amount = claim.amount();
    return statement.quantity() == Quantity.LEVEL
        && stated != null
        && !stated.equals(year)
        && claim.refersTo().isEmpty()
        && amount != null
        && amount.signum() > 0
        && digits(claim) >= MIN_DIGITS
        && TextNormalizer.of(claim.text()).contains(stated + "年");
  }

  /** The cell of the year of the document that says the same otherwise, and holds the amount. */
  private @Nullable Candidate cell(Statement statement) {
    Meaning now = statement.meaning().with(Aspect.YEAR, year);
    return cells.find(now, statement.context(), statement.section()).stream()
        .filter(one -> one.fit() == MeaningMatch.EXACT || isUnmistakable(statement, one.fit()))
        .filter(one -> !one.renamed())
        .filter(one -> AmountComparison.agrees(statement.claim(), one.cell()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether an amount has so many digits that a cell of a department holds it, though one of both
   * says more: 「2023 年一般公共预算当年拨款 5,753.07 万元」 does not say that it is spent.
   */
  private boolean isUnmistakable(Statement statement, MeaningMatch fit) {
    return fit != MeaningMatch.NONE
        && fit != MeaningMatch.PART
        && !cells.isOfGovernment()
        && digits(statement.claim()) >= MANY_DIGITS;
  }

  private static int digits(Claim claim) {
    return claim.printed().replaceAll("\\D", "").length();
  }

  /**
   * Whether the prose states the amount of the cell, too, in the same paragraph or beside it: then
   * it may be that of both years.
   */
  private boolean states(Linked other, Linked one, CellRef ref) {
    // 「2023 年收入 984,760.87 万元。其中：本年收入合计 984,760.87 万元」: the second is its part.
    boolean part =
        other.statement().paragraph() > one.statement().paragraph()
            && digits(one.claim()) >= MANY_DIGITS
            && !year.equals(other.statement().meaning().get(Aspect.YEAR));
    return other != one
        && !part
        && Math.abs(other.statement().paragraph() - one.statement().paragraph()) <= 1
        && other.claim().refersTo().contains(ref);
  }

  private Finding finding(Claim claim, Candidate candidate) {
    Table table = candidate.table();
    Cell cell = Objects.requireNonNull(cells.cell(candidate.ref()));
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(claim.page()));
    fields.put("text", Wording.of(ClaimFindings.quoted(claim)));
    fields.put("year", Wording.of(year));
    ClaimFindings.place(table, cell, cells.label(candidate.ref()), fields);
    Wording sentence = messages.say(RULE, fields);
    return ClaimFindings.warning(RULE, sentence, List.of(candidate.ref()), claim.page());
  }
}
