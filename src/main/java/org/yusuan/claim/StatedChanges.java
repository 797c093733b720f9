package org.yusuan.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.link.Brackets;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.ClaimSubject;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.Finding;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/**
 * Holds the changes that the prose states against the amounts that it states beside them: 「2023 年…为
 * 60 万元，2024 年…45 万元，比 2023 年减少 25%」.
 */
final class StatedChanges {

  /** The rule of these findings. */
  static final String RULE = "claim-change";

  /** Turns a share into percent. */
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /**
   * A printed amount may be off by this part of a unit of its last digit, a percentage by a whole
   * unit.
   */
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * Rates that are wrong are reported only if this many of the document agree for each that does
   * not. A guess.
   */
  private static final int MIN_AGREEING_PER_DISAGREEING = 3;

  /** The aspects that two statements about one thing share in all years, as files name them. */
  private static final List<String> OF_THING = List.of("budget", "side", "nature", "scope");

  private final ClaimVocabulary rules;
  private final Messages messages;

  StatedChanges(ClaimVocabulary rules, Messages messages) {
    this.rules = rules;
    this.messages = messages;
  }

  /**
   * The changes that do not follow from the amounts beside them.
   *
   * @param claims the amounts of the prose in reading order
   * @param year the fiscal year; null if unknown: then nothing is reviewed
   */
  List<Finding> review(List<Claim> claims, @Nullable Integer year) {
    List<Finding> findings = new ArrayList<>();
    if (year == null) {
      return findings;
    }
    findings.addAll(rates(claims));
    findings.addAll(differences(claims));
    Claim base = null;
    Claim level = null;
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      int place = Brackets.beforeClaim(claims, i);
      Claim before = place < 0 ? null : claims.get(place);
      String text = TextNormalizer.of(claim.text());
      Matcher dated = rules.levelOfYear().matcher(text);
      if (claim.amount() != null && dated.find()) {
        if (dated.group("year").equals(year.toString())) {
          level = claim;
        } else {
          base = claim;
          level = null;
        }
      }
      Matcher change = rules.changeByPercent().matcher(text);
      if (claim.amount() == null && change.find()) {
        if (base != null && level != null && isAlike(base, level)) {
          boolean up = rules.upward().matcher(change.group()).find();
          Finding finding = percent(base, level, claim, up);
          if (finding != null) {
            findings.add(finding);
          }
        }
        base = null;
        level = null;
      }
      if (claim.amount() != null
          && is(claim, Quantity.CHANGE, claim)
          && before != null
          && before.amount() != null
          && rules.increaseByAmount().matcher(text).find()
          && !rules.compared().matcher(TextNormalizer.of(before.text())).find()
          && claim.amount().compareTo(before.amount()) > 0) {
        findings.add(impossible(before, claim));
      }
    }
    return findings;
  }

  /**
   * A claim with the two that stand before it, but for brackets closed since.
   *
   * @param place that of the first of them
   */
  private record Followed(int place, Claim level, Claim before, Claim claim) {

    /** All claims of a text that have two before them. */
    static List<Followed> all(List<Claim> claims) {
      List<Followed> all = new ArrayList<>();
      for (int i = 2; i < claims.size(); i++) {
        int before = Brackets.beforeClaim(claims, i);
        int first = Brackets.beforeClaim(claims, before);
        if (first >= 0) {
          all.add(new Followed(first, claims.get(first), claims.get(before), claims.get(i)));
        }
      }
      return all;
    }
  }

  /**
   * Rates that do not follow from the amount and the change before them: 「支出 20 万元，与上年相比增加 5 万元，增长
   * 30%」. They are told only where most of a document's rates follow.
   */
  private List<Finding> rates(List<Claim> claims) {
    List<Finding> wrong = new ArrayList<>();
    List<Finding> opposite = new ArrayList<>();
    int right = 0;
    int oneWay = 0;
    for (Followed followed : Followed.all(claims)) {
      Claim level = followed.level();
      Claim change = followed.before();
      Claim rate = followed.claim();
      if (!is(level, Quantity.LEVEL, rate)
          || !is(change, Quantity.CHANGE, rate)
          || !is(rate, Quantity.RATE, rate)) {
        continue;
      }
      String changed = TextNormalizer.of(change.text());
      String rated = TextNormalizer.of(rate.text());
      boolean up = rules.upward().matcher(changed).find();
      boolean down = rules.downward().matcher(changed).find();
      // 「减少 5 万元（20%）」: a rate in brackets goes the way of its change.
      boolean bare = rules.bareRate().matcher(rated).matches();
      boolean sameWay =
          bare
              || (up == rules.upward().matcher(rated).find()
                  && down == rules.downward().matcher(rated).find());
      // Of 836 rates told so, right behind a change from the year before, 835 are those of the
      // amount before them, and the other is that of its whole.
      boolean certain =
          rules.changeFromYear().matcher(changed).matches()
              && (bare || rules.growth().matcher(rated).matches());
      PrintedNumber printed = PrintedNumber.parse(rate.printed());
      if (up == down
          || !(sameWay || certain)
          || printed == null
          || level.amount() == null
          || change.amount() == null
          || change.amount().signum() == 0) {
        continue;
      }
      if (!sameWay) {
        opposite.add(opposite(level, change, rate));
        continue;
      }
      oneWay++;
      BigDecimal from = before(level.amount(), change.amount(), up);
      if (from.signum() <= 0) {
        continue;
      }
      BigDecimal actual = rateOf(change.amount(), from, printed);
      // A small base is the difference of two rounded amounts: the rate may be far off then.
      BigDecimal slack =
          StatedSums.halfDigit(level)
              .multiply(change.amount())
              .add(StatedSums.halfDigit(change).multiply(level.amount()))
              .multiply(HUNDRED)
              .divide(from.multiply(from), 6, RoundingMode.UP)
              .add(BigDecimal.ONE.movePointLeft(printed.decimals()));
      BigDecimal off = actual.subtract(printed.value()).abs();
      if (off.compareTo(slack) <= 0) {
        right++;
      } else if (off.compareTo(printed.value().multiply(HALF)) < 0
          || (certain && !isOfWhole(claims, followed, up, printed))) {
        // A rate that is far off is hardly the rate of these two amounts.
        wrong.add(rate(level, change, rate, actual, off));
      }
    }
    List<Finding> told = new ArrayList<>(mostlyRight(right, wrong) ? wrong : List.of());
    told.addAll(mostlyRight(oneWay, opposite) ? opposite : List.of());
    return told;
  }

  private static boolean mostlyRight(int right, List<Finding> wrong) {
    return right >= MIN_AGREEING_PER_DISAGREEING
        && right >= MIN_AGREEING_PER_DISAGREEING * wrong.size();
  }

  /**
   * Whether a rate and its change are of an amount stated earlier in the paragraph: 收入 90 万元，其中…。
   */
  private static boolean isOfWhole(
      List<Claim> claims, Followed followed, boolean up, PrintedNumber printed) {
    Claim rate = followed.claim();
    BigDecimal change = followed.before().amount();
    for (int i = followed.place() - 1; i >= 0 && change != null; i--) {
      Claim level = claims.get(i);
      if (level.subject() == null
          || rate.subject() == null
          || level.subject().paragraph() != rate.subject().paragraph()) {
        return false;
      }
      BigDecimal from =
          level.amount() == null ? BigDecimal.ZERO : before(level.amount(), change, up);
      if (from.signum() > 0
          && rateOf(change, from, printed)
                  .subtract(printed.value())
                  .abs()
                  .compareTo(BigDecimal.ONE.movePointLeft(printed.decimals()))
              <= 0) {
        return true;
      }
    }
    return false;
  }

  /** What an amount was before it rose or fell. */
  private static BigDecimal before(BigDecimal level, BigDecimal change, boolean up) {
    return up ? level.subtract(change) : level.add(change);
  }

  /** A change as a rate of what was before, with as many decimals as the printed one. */
  private static BigDecimal rateOf(BigDecimal change, BigDecimal from, PrintedNumber printed) {
    return change.multiply(HUNDRED).divide(from, printed.decimals(), RoundingMode.HALF_UP);
  }

  /** Whether two amounts may be of one thing in two years. */
  private static boolean isAlike(Claim one, Claim other) {
    ClaimSubject first = one.subject();
    ClaimSubject second = other.subject();
    return first == null
        || second == null
        || (first.names().equals(second.names())
            && OF_THING.stream()
                .allMatch(
                    aspect -> {
                      String said = first.says().get(aspect);
                      String then = second.says().get(aspect);
                      return said == null || then == null || said.equals(then);
                    }));
  }

  private static boolean is(Claim claim, Quantity quantity, Claim beside) {
    return claim.subject() != null
        && beside.subject() != null
        && claim.subject().quantity() == quantity
        && claim.subject().paragraph() == beside.subject().paragraph();
  }

  /** An increase that is called a decrease in the next clause. */
  private Finding opposite(Claim level, Claim change, Claim rate) {
    return finding(
        "claim-opposite", rate, Map.of("level", level, "change", change, "rate", rate), Map.of());
  }

  private Finding rate(Claim level, Claim change, Claim rate, BigDecimal actual, BigDecimal off) {
    return finding(
        "claim-rate",
        rate,
        Map.of("level", level, "change", change, "rate", rate),
        Map.of("actual", actual.toPlainString(), "difference", off.toPlainString()));
  }

  /**
   * Changes that are not the difference of the amounts before them: 「2024 年预算数为 60 万元，比 2023 年执行数
   * 50 万元增加 11 万元」. They are told only where most of a document's changes are.
   */
  private List<Finding> differences(List<Claim> claims) {
    List<Finding> wrong = new ArrayList<>();
    int right = 0;
    for (Followed followed : Followed.all(claims)) {
      Claim level = followed.level();
      Claim base = followed.before();
      Claim change = followed.claim();
      String changed = TextNormalizer.of(change.text());
      boolean up = rules.upward().matcher(changed).find();
      boolean down = rules.downward().matcher(changed).find();
      if (!is(level, Quantity.LEVEL, change)
          || !is(base, Quantity.CHANGE, change)
          || !is(change, Quantity.CHANGE, change)
          || !rules.base().matcher(TextNormalizer.of(base.text())).matches()
          || !rules.onlyChange().matcher(changed).matches()
          || up == down
          || level.amount() == null
          || base.amount() == null
          || change.amount() == null) {
        continue;
      }
      BigDecimal actual = level.amount().subtract(base.amount());
      BigDecimal stated = up ? change.amount() : change.amount().negate();
      BigDecimal slack =
          lastDigit(level).add(lastDigit(base)).add(lastDigit(change)).multiply(HALF);
      BigDecimal off = stated.subtract(actual).abs();
      if (off.compareTo(slack) <= 0) {
        right++;
      } else {
        MoneyUnit unit = MoneyUnit.named(change.unit());
        wrong.add(
            finding(
                "claim-difference",
                change,
                Map.of("level", level, "base", base, "change", change),
                Map.of(
                    "actual", ClaimFindings.money(actual, unit),
                    "difference", ClaimFindings.money(off, unit))));
      }
    }
    return mostlyRight(right, wrong) ? wrong : List.of();
  }

  private @Nullable Finding percent(Claim base, Claim level, Claim change, boolean up) {
    PrintedNumber printed = PrintedNumber.parse(change.printed());
    BigDecimal from = base.amount();
    BigDecimal to = level.amount();
    if (printed == null || from == null || to == null || from.signum() <= 0) {
      return null;
    }
    BigDecimal actual =
        to.subtract(from).multiply(HUNDRED).divide(from, printed.decimals(), RoundingMode.HALF_UP);
    BigDecimal stated = up ? printed.value() : printed.value().negate();
    // Both amounts are rounded: the percentage may be off by this, besides its own last digit.
    BigDecimal slack =
        lastDigit(base)
            .add(lastDigit(level))
            .multiply(HALF)
            .multiply(HUNDRED)
            .multiply(to.max(from))
            .divide(from.multiply(from), 6, RoundingMode.UP)
            .add(BigDecimal.ONE.movePointLeft(printed.decimals()));
    if (actual.subtract(stated).abs().compareTo(slack) <= 0) {
      return null;
    }
    return rate(base, level, change, actual, stated.subtract(actual).abs());
  }

  /** One in the last printed place, in 元; of a figure that is none, one of its unit. */
  static BigDecimal lastDigit(Claim claim) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    int decimals = printed == null ? 0 : printed.decimals();
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    return BigDecimal.valueOf(unit == null ? 1 : unit.factor()).movePointLeft(decimals);
  }

  private Finding impossible(Claim level, Claim increase) {
    return finding(
        "claim-impossible", increase, Map.of("level", level, "change", increase), Map.of());
  }

  private Finding finding(
      String id, Claim claim, Map<String, Claim> quoted, Map<String, String> texts) {
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(claim.page()));
    quoted.forEach((name, one) -> fields.put(name, Wording.of(ClaimFindings.quoted(one))));
    texts.forEach((name, text) -> fields.put(name, Wording.of(text)));
    Wording sentence = messages.say(id, fields);
    return ClaimFindings.warning(RULE, sentence, List.of(), claim.page());
  }
}
