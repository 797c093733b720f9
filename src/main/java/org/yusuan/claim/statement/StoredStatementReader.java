package org.yusuan.claim.statement;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.model.Claim;
import org.yusuan.model.ClaimSubject;
import org.yusuan.model.Quantity;
import org.yusuan.text.PrintedNumber;

/** Reads stored claims anew, from their own words and what is stored of their context. */
public final class StoredStatementReader {

  private final MeaningReader meanings;
  private final ReasonReader reasons;
  private final QuantityReader quantities;

  public StoredStatementReader(ClaimVocabulary rules, MeaningReader meanings) {
    this.meanings = meanings;
    this.reasons = new ReasonReader(rules);
    this.quantities = new QuantityReader(rules);
  }

  /**
   * A stored claim read anew: what its own words say goes before what is stored of its context.
   *
   * @return null if its words state no amount, or nothing is stored of its context
   */
  public @Nullable Statement restate(Claim stored) {
    ClaimSubject subject = stored.subject();
    String plain = Paragraph.of(stored.text(), stored.page(), stored.bbox()).plain();
    Matcher amount = Clauses.AMOUNT.matcher(plain);
    int end = -1;
    while (amount.find()) {
      end = amount.start();
    }
    if (subject == null || end < 0) {
      return null;
    }
    Meaning known = Meaning.of(subject.says(), subject.names(), subject.code());
    String clause = plain.substring(0, end);
    Meaning own = meanings.readAfter(clause, known);
    Meaning meaning =
        own.names().isEmpty() && own.code() == null ? own.about(known) : own.orElse(known);
    boolean explaining = subject.quantity() == Quantity.OTHER;
    String share = quantities.share(clause, stored.printed(), stored.unit());
    Quantity said = quantities.read(clause, stored.unit(), explaining, explaining);
    // Whether a change is that of the amount before it, or of a list, its own words do not tell.
    Quantity quantity = explaining && said == Quantity.CHANGE ? Quantity.OTHER : said;
    Claim claim =
        Statement.unlinked(
            stored.page(),
            stored.bbox(),
            stored.text(),
            stored.printed(),
            stored.unit(),
            PrintedNumber.parse(stored.printed()));
    if (Claim.MISREAD.equals(stored.note())) {
      claim = claim.compared(List.of(), null, Claim.MISREAD);
    }
    return Statement.of(
        claim,
        share == null ? quantity : Quantity.SHARE,
        meaning,
        subject.partOf().isEmpty()
            ? (quantities.isOfSome(clause, meaning) ? meaning : null)
            : own.about(Meaning.of(Map.of(), subject.partOf(), subject.partOfCode())),
        Meaning.of(subject.context(), subject.contextNames(), null),
        subject.paragraph(),
        subject.brackets(),
        share == null ? "" : share,
        subject.section() == null ? "" : subject.section(),
        subject.reason() != null && reasons.isContrary(plain, subject.reason())
            ? subject.reason()
            : null);
  }
}
