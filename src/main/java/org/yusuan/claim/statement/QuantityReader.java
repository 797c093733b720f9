package org.yusuan.claim.statement;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.model.Quantity;

/** Tells from the words before a number what kind of number it is. */
final class QuantityReader {

  private final ClaimVocabulary rules;

  QuantityReader(ClaimVocabulary rules) {
    this.rules = rules;
  }

  /**
   * What kind of number a clause states.
   *
   * @param clause the words before it
   * @param explaining whether it stands in an explanation
   * @param rebased whether growth is told on another basis
   */
  Quantity read(String clause, String unit, boolean explaining, boolean rebased) {
    if (unit.equals("%")) {
      return rebased ? Quantity.OTHER : Quantity.RATE;
    }
    if (rules.change().matcher(clause).find() || rules.compared().matcher(clause).find()) {
      return Quantity.CHANGE;
    }
    return explaining ? Quantity.OTHER : Quantity.LEVEL;
  }

  /**
   * The words that name the whole of a share, maybe none; null if the amount is no share. 「占预算的
   * 96%」 is what was carried out of a budget.
   */
  @Nullable String share(String clause, String digits, String unit) {
    Matcher share = rules.share().matcher(withoutMark(clause));
    return unit.equals("%")
            && share.matches()
            && !rules.completion().matcher(clause + digits + "%").matches()
        ? share.group("whole")
        : null;
  }

  private static String withoutMark(String clause) {
    boolean marked = clause.startsWith(",") || clause.startsWith("、");
    return marked ? clause.substring(1) : clause;
  }

  /** Whether a clause may state the amount of some projects only: …的项目5个，涉及项目预算资金 3 万元. */
  boolean isOfSome(String clause, Meaning meaning) {
    return meaning.names().isEmpty()
        && meaning.get(Aspect.NATURE) != null
        && rules.ofSome().matcher(clause).find();
  }
}
