package org.yusuan.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.Statement;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.text.MoneyUnit;

/**
 * Finds amounts of one thing that the prose of a department states twice, and not alike: 公务接待费 3 万元
 * in one paragraph, 4 万元 in another. Only things that are named beyond doubt count: by a code, a
 * path, or a name that all documents use. Immutable; threads may share it.
 */
final class StatedTwice {

  /** The rule of these findings. */
  static final String RULE = "claim-twice";

  private final Set<String> known;
  private final Messages messages;

  StatedTwice(AmountWords words, Messages messages) {
    this.known =
        words.words().stream()
            .filter(word -> word.of() == Aspect.NAME)
            .map(AmountWords.AspectWord::is)
            .filter(Objects::nonNull)
            .filter(name -> !words.ofMany().matcher(name).matches())
            .collect(Collectors.toUnmodifiableSet());
    this.messages = messages;
  }

  /**
   * What an amount is of: two amounts of one thing should be equal. 「再融资债券 36 亿元…，市本级留用再融资债券 14 亿元」
   * are two things, whatever level the sentences before were about.
   */
  private record Thing(
      List<String> names,
      @Nullable String code,
      @Nullable String scope,
      Map<Aspect, String> aspects,
      List<String> headings) {}

  /** Things with two amounts, of the statements in reading order; each is told once. */
  List<Finding> review(List<Linked> linked) {
    Map<Thing, Linked> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Linked one : linked) {
      Thing thing = thing(one.statement());
      Linked before = thing == null ? null : first.putIfAbsent(thing, one);
      if (thing == null || before == null) {
        continue;
      }
      Finding finding = differing(before, one);
      if (finding != null) {
        findings.add(finding);
        first.put(thing, one);
      }
    }
    return findings;
  }

  private @Nullable Thing thing(Statement statement) {
    Meaning meaning = statement.meaning();
    Claim claim = statement.claim();
    boolean named =
        meaning.code() != null || meaning.names().size() > 1 || known.contains(meaning.name());
    if (statement.quantity() != Quantity.LEVEL
        || statement.alternative() != null
        || claim.amount() == null
        || claim.unit().isEmpty()
        || !named) {
      return null;
    }
    return new Thing(
        meaning.names(),
        meaning.code(),
        meaning.get(Aspect.SCOPE),
        meaning.orElse(statement.context()).aspects(),
        statement.context().names());
  }

  private @Nullable Finding differing(Linked one, Linked other) {
    Claim first = one.claim();
    Claim second = other.claim();
    BigDecimal amount = first.amount();
    BigDecimal then = second.amount();
    if (amount == null
        || then == null
        || one.severity() != null
        || other.severity() != null
        || (Boolean.TRUE.equals(first.agrees()) && Boolean.TRUE.equals(second.agrees()))) {
      // Both are in the tables: then they are of two things. What a table contradicts is told
      // already.
      return null;
    }
    BigDecimal difference = then.subtract(amount).abs();
    if (difference.compareTo(StatedSums.halfDigit(first).add(StatedSums.halfDigit(second))) <= 0) {
      return null;
    }
    MoneyUnit unit = MoneyUnit.named(first.unit());
    Wording sentence =
        messages.say(
            RULE,
            Map.of(
                "page", Wording.of(first.page()),
                "text", Wording.of(ClaimFindings.quoted(first)),
                "otherPage", Wording.of(second.page()),
                "other", Wording.of(ClaimFindings.quoted(second)),
                "stated", Wording.of(ClaimFindings.money(amount, unit)),
                "otherStated", Wording.of(ClaimFindings.money(then, unit)),
                "difference", Wording.of(ClaimFindings.money(difference, unit))));
    return new Finding(
        RULE,
        Severity.WARNING,
        Blame.DOCUMENT,
        sentence.zh(),
        sentence.en(),
        List.of(),
        amount,
        then,
        then.subtract(amount),
        second.page());
  }
}
