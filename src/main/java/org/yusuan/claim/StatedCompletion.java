package org.yusuan.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.link.ChangeLinks;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.Statement;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.Finding;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/**
 * Holds what the prose says was carried out of a budget against the two amounts that it states
 * before: 「年初预算为 60 亿元，实际完成 57 亿元，为年初预算的 95%」. Immutable; threads may share it.
 */
final class StatedCompletion {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** The budget stands so many amounts before what was carried out. A guess. */
  private static final int MAX_STATEMENTS_BACK = 4;

  /**
   * Percentages that are wrong are reported only if this many of the document are right for each
   * that is not. Of 84 in real documents 83 are.
   */
  private static final int MIN_RIGHT_PER_WRONG = 3;

  private static final List<Aspect> OF_THING =
      List.of(Aspect.SIDE, Aspect.BUDGET, Aspect.SCOPE, Aspect.NATURE, Aspect.YEAR);

  private final ClaimVocabulary rules;
  private final Messages messages;

  StatedCompletion(ClaimVocabulary rules, Messages messages) {
    this.rules = rules;
    this.messages = messages;
  }

  /** The percentages that do not follow, of the statements in reading order. */
  List<Finding> review(List<Linked> linked) {
    List<Finding> wrong = new ArrayList<>();
    int right = 0;
    for (int i = 2; i < linked.size(); i++) {
      Linked rate = linked.get(i);
      String text = TextNormalizer.of(rate.claim().text());
      Linked level =
          rate.statement().quantity() == Quantity.RATE
                  && rate.claim().agrees() == null
                  && rules.completion().matcher(text).matches()
              ? ChangeLinks.levelBefore(linked, i)
              : null;
      boolean adjusted = text.contains("调整") || text.contains("变动");
      Linked base = level == null ? null : base(linked, linked.indexOf(level), adjusted);
      PrintedNumber printed = PrintedNumber.parse(rate.claim().printed());
      if (level == null || base == null || printed == null) {
        continue;
      }
      BigDecimal done = Objects.requireNonNull(level.claim().amount());
      BigDecimal planned = Objects.requireNonNull(base.claim().amount());
      BigDecimal actual =
          done.multiply(HUNDRED).divide(planned, printed.decimals(), RoundingMode.HALF_UP);
      BigDecimal slack =
          StatedSums.halfDigit(level.claim())
              .multiply(planned)
              .add(StatedSums.halfDigit(base.claim()).multiply(done))
              .multiply(HUNDRED)
              .divide(planned.multiply(planned), 6, RoundingMode.UP)
              .add(BigDecimal.ONE.movePointLeft(printed.decimals()));
      BigDecimal off = actual.subtract(printed.value()).abs();
      if (off.compareTo(slack) <= 0) {
        right++;
      } else {
        wrong.add(finding(base.claim(), level.claim(), rate.claim(), actual, off));
      }
    }
    boolean certain = right >= MIN_RIGHT_PER_WRONG && right >= MIN_RIGHT_PER_WRONG * wrong.size();
    return certain ? wrong : List.of();
  }

  /** The budget of what was carried out, before it in its paragraph; null if none is stated. */
  private static @Nullable Linked base(List<Linked> linked, int at, boolean adjusted) {
    Linked level = linked.get(at);
    if (level.claim().amount() == null) {
      return null;
    }
    for (int i = at - 1; i >= Math.max(0, at - MAX_STATEMENTS_BACK); i--) {
      Linked one = linked.get(i);
      BigDecimal amount = one.claim().amount();
      if (one.statement().paragraph() != level.statement().paragraph()) {
        return null;
      }
      if (one.statement().quantity() == Quantity.LEVEL
          && (adjusted ? "adjusted" : "budget").equals(one.statement().meaning().get(Aspect.STAGE))
          && amount != null
          && amount.signum() > 0) {
        return isAlike(one.statement(), level.statement()) ? one : null;
      }
    }
    return null;
  }

  private static boolean isAlike(Statement one, Statement other) {
    Meaning first = one.meaning().orElse(one.context());
    Meaning second = other.meaning().orElse(other.context());
    return one.meaning().names().equals(other.meaning().names())
        && OF_THING.stream()
            .allMatch(aspect -> Objects.equals(first.get(aspect), second.get(aspect)));
  }

  private Finding finding(Claim base, Claim level, Claim rate, BigDecimal actual, BigDecimal off) {
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(rate.page()));
    fields.put("base", Wording.of(ClaimFindings.quoted(base)));
    fields.put("level", Wording.of(ClaimFindings.quoted(level)));
    fields.put("rate", Wording.of(ClaimFindings.quoted(rate)));
    fields.put("actual", Wording.of(actual.toPlainString()));
    fields.put("difference", Wording.of(off.toPlainString()));
    Wording sentence = messages.say("claim-completion-stated", fields);
    return ClaimFindings.warning(StatedChanges.RULE, sentence, List.of(), rate.page());
  }
}
