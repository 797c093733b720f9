package org.yusuan.claim.statement;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Claim;
import org.yusuan.model.ClaimSubject;
import org.yusuan.model.Quantity;
import org.yusuan.model.table.Box;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/**
 * An amount of the prose and what the sentence says about it.
 *
 * @param claim the amount, linked to nothing
 * @param quantity what kind of number it is
 * @param meaning what the clause says that it is, with what it takes over from clauses before it
 * @param alternative what it says if it is a part of the thing before it; null if it cannot be
 * @param context what headings and sentences before it say
 * @param paragraph number of its paragraph
 * @param depth how many brackets it stands in: 「收入 9 万元（含结转 2 万元），占 30%」
 * @param share the words that name the whole of a share; empty if none do
 * @param section the table that the nearest heading is about; empty if none is
 * @param reason the reason for a change, if it speaks for one the other way; null if it does not
 */
public record Statement(
    Claim claim,
    Quantity quantity,
    Meaning meaning,
    @Nullable Meaning alternative,
    Meaning context,
    int paragraph,
    int depth,
    String share,
    String section,
    @Nullable String reason) {

  /** A statement whose claim says what it is about. */
  static Statement of(
      Claim claim,
      Quantity quantity,
      Meaning meaning,
      @Nullable Meaning alternative,
      Meaning context,
      int paragraph,
      int depth,
      String share,
      String section,
      @Nullable String reason) {
    ClaimSubject subject =
        new ClaimSubject(
            quantity,
            meaning.names(),
            meaning.code(),
            meaning.said(),
            context.said(),
            context.names(),
            alternative == null ? List.of() : alternative.names(),
            alternative == null ? null : alternative.code(),
            section.isEmpty() ? null : section,
            reason,
            paragraph,
            depth == 0 ? null : depth);
    return new Statement(
        claim.withSubject(subject),
        quantity,
        meaning,
        alternative,
        context,
        paragraph,
        depth,
        share,
        section,
        reason);
  }

  /** A claim without a cell; without an amount too if its figure or unit cannot be read. */
  static Claim unlinked(
      int page,
      @Nullable Box box,
      String text,
      String printed,
      String unit,
      @Nullable PrintedNumber figure) {
    MoneyUnit money = unit.isEmpty() ? new MoneyUnit("", 1) : MoneyUnit.named(unit);
    return new Claim(
        page,
        box,
        text,
        printed,
        unit,
        money == null || figure == null
            ? null
            : figure.value().multiply(BigDecimal.valueOf(money.factor())),
        List.of(),
        null,
        null,
        null);
  }
}
