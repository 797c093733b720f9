package org.yusuan.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.link.Brackets;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/**
 * Holds the shares that the prose lists against the amounts that it states beside them: 「支出 100
 * 万元，其中：基本支出 40 万元，占 40%；项目支出 60 万元，占 55%」. Immutable; threads may share it.
 */
final class StatedShares {

  /** The rule of these findings. */
  static final String RULE = "claim-share";

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** The whole of a list is one of so many amounts before its first one. A guess. */
  private static final int MAX_WHOLES = 4;

  /** A share may be of an amount so many statements earlier. A guess. */
  private static final int MAX_STATEMENTS_BACK = 30;

  /**
   * So many shares of a list must be of a whole that its parts do not add up to, and of these at
   * most one may be wrong. A guess; of 351 shares in 62 lists of real documents none was wrong.
   */
  private static final int MIN_AGREEING = 2;

  /** The name of a whole has at least so many characters, or it may be any. A guess. */
  private static final int MIN_NAME_CHARACTERS = 3;

  /** What stands before a name and is a part of it: 项目 before 支出合计; not a year, not whose it is. */
  private static final Pattern NAME_GOES_ON =
      Pattern.compile("(?!.*(?:年|年度|的|部门|单位|[局委厅办院省市县区])$).*\\p{IsHan}");

  private final Messages messages;

  StatedShares(Messages messages) {
    this.messages = messages;
  }

  /**
   * An amount of a list and its share.
   *
   * @param part what states the amount
   * @param share what states the share
   * @param amount the amount in 元
   * @param stated the share in percent
   */
  private record Listed(Linked part, Linked share, BigDecimal amount, PrintedNumber stated) {
    boolean isNothing() {
      return amount.signum() == 0;
    }

    BigDecimal of(BigDecimal whole) {
      return amount.multiply(HUNDRED).divide(whole, stated.decimals(), RoundingMode.HALF_UP);
    }

    /** Whether the share is that of a whole, both amounts being rounded as they are printed. */
    boolean agrees(Whole whole) {
      BigDecimal all = whole.amount();
      BigDecimal slack =
          StatedSums.halfDigit(part.claim())
              .multiply(all)
              .add(whole.slack().multiply(amount))
              .multiply(HUNDRED)
              .divide(all.multiply(all), stated.decimals() + 1, RoundingMode.UP)
              .add(BigDecimal.ONE.movePointLeft(stated.decimals()));
      return of(all).subtract(stated.value()).abs().compareTo(slack) <= 0;
    }
  }

  /**
   * What a list may be the parts of.
   *
   * @param amount the amount in 元
   * @param slack by how much it may be off for its rounding
   * @param stated what states it; null if it is the sum of the list
   */
  private record Whole(BigDecimal amount, BigDecimal slack, @Nullable Linked stated) {}

  /** The shares that are not those of the amounts beside them, of the statements in order. */
  List<Finding> review(List<Linked> linked) {
    List<Finding> findings = new ArrayList<>();
    int i = 1;
    while (i < linked.size()) {
      List<Listed> list = list(linked, i);
      if (list.isEmpty()) {
        i++;
        continue;
      }
      review(list, levelsBefore(linked, i - 1), findings);
      i += 2 * list.size();
    }
    named(linked, findings);
    return findings;
  }

  /**
   * Shares of a whole that they name as the prose did before: 「授予中小企业合同金额 90 万元，占政府采购支出总额的 75%」.
   * They are told only if as many of the document are right.
   */
  private void named(List<Linked> linked, List<Finding> findings) {
    int right = 0;
    Map<Listed, Whole> wrong = new LinkedHashMap<>();
    for (int i = 1; i < linked.size(); i++) {
      Linked share = linked.get(i);
      int place = Brackets.before(linked, i);
      Listed one = place < 0 ? null : listed(linked.get(place), share);
      String words = TextNormalizer.of(share.statement().share());
      if (one == null
          || one.isNothing()
          || words.length() < MIN_NAME_CHARACTERS
          || !share.claim().refersTo().isEmpty()) {
        continue;
      }
      List<Linked> levels =
          levelsBefore(linked, place).stream()
              .filter(level -> level.statement().paragraph() == share.statement().paragraph())
              .toList();
      Linked named =
          levels.stream().filter(level -> isCalled(level, words)).findFirst().orElse(null);
      if (named == null) {
        continue;
      }
      if (one.agrees(whole(named))) {
        right++;
      } else if (levels.stream().noneMatch(level -> one.agrees(whole(level)))) {
        wrong.put(one, whole(named));
      }
    }
    // The prose names the whole, so that one share that is right shows how it reckons. A guess.
    if (right > 0 && wrong.size() <= 1) {
      wrong.forEach((one, whole) -> add(one, whole, findings));
    }
  }

  /** Whether the words right before an amount are those of a whole. */
  private static boolean isCalled(Linked level, String words) {
    String text = TextNormalizer.of(level.claim().text());
    int figure = text.lastIndexOf(TextNormalizer.of(level.claim().printed()));
    String before = figure < 0 ? "" : text.substring(0, figure);
    return before.endsWith(words)
        && !NAME_GOES_ON.matcher(before.substring(0, before.length() - words.length())).matches();
  }

  private static @Nullable Listed listed(Linked part, Linked share) {
    BigDecimal amount = part.claim().amount();
    PrintedNumber stated = PrintedNumber.parse(share.claim().printed());
    return share.statement().quantity() == Quantity.SHARE
            && part.statement().quantity() == Quantity.LEVEL
            && part.statement().paragraph() == share.statement().paragraph()
            && amount != null
            && amount.signum() >= 0
            && stated != null
        ? new Listed(part, share, amount, stated)
        : null;
  }

  /** The amounts with shares of no named whole, of which the first share stands at a place. */
  private static List<Listed> list(List<Linked> linked, int first) {
    List<Listed> list = new ArrayList<>();
    for (int i = first; i < linked.size(); i += 2) {
      Linked part = linked.get(i - 1);
      Linked share = linked.get(i);
      Listed one = listed(part, share);
      if (one == null
          || !share.statement().share().isEmpty()
          || Brackets.before(linked, i) != i - 1) {
        break;
      }
      list.add(one);
    }
    return list;
  }

  /** The amounts before a place, the nearest first. */
  private static List<Linked> levelsBefore(List<Linked> linked, int at) {
    List<Linked> levels = new ArrayList<>();
    for (int i = at - 1; i >= Math.max(0, at - MAX_STATEMENTS_BACK); i--) {
      BigDecimal amount = linked.get(i).claim().amount();
      if (linked.get(i).statement().quantity() == Quantity.LEVEL
          && amount != null
          && amount.signum() > 0) {
        levels.add(linked.get(i));
      }
    }
    return levels;
  }

  private void review(List<Listed> list, List<Linked> levels, List<Finding> findings) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal slack = BigDecimal.ZERO;
    for (Listed one : list) {
      sum = sum.add(one.amount());
      slack = slack.add(StatedSums.halfDigit(one.part().claim()));
      boolean share = one.stated().value().signum() > 0;
      if (one.isNothing() ? share : one.stated().value().compareTo(HUNDRED) > 0) {
        add(one, null, findings);
      }
    }
    Whole added = new Whole(sum, slack, null);
    Whole best = null;
    boolean adds = false;
    for (Linked level : levels.subList(0, Math.min(MAX_WHOLES, levels.size()))) {
      Whole whole = whole(level);
      boolean sums = whole.amount().subtract(sum).abs().compareTo(slack.add(whole.slack())) <= 0;
      boolean better = best == null || agreeing(list, whole) > agreeing(list, best);
      if (sums == adds ? better : sums) {
        best = whole;
        adds = sums;
      }
    }
    if (!adds
        && sum.signum() > 0
        && (best == null || agreeing(list, added) > agreeing(list, best))) {
      best = added;
    }
    if (best == null) {
      return;
    }
    Whole whole = best;
    List<Listed> wrong =
        list.stream().filter(one -> !one.isNothing() && !one.agrees(whole)).toList();
    boolean certain =
        adds
            ? list.size() > 1 && wrong.size() < list.size()
            : wrong.size() <= 1 && agreeing(list, whole) >= MIN_AGREEING;
    for (Listed one : certain ? wrong : List.<Listed>of()) {
      if (one.stated().value().compareTo(HUNDRED) <= 0
          && levels.stream().noneMatch(level -> one.agrees(whole(level)))) {
        add(one, whole, findings);
      }
    }
  }

  private static Whole whole(Linked level) {
    BigDecimal amount = level.claim().amount();
    return new Whole(
        amount == null ? BigDecimal.ZERO : amount, StatedSums.halfDigit(level.claim()), level);
  }

  private static long agreeing(List<Listed> list, Whole whole) {
    return list.stream().filter(one -> !one.isNothing() && one.agrees(whole)).count();
  }

  private static String quoted(Linked one) {
    return ClaimFindings.quoted(one.claim());
  }

  private void add(Listed one, @Nullable Whole whole, List<Finding> findings) {
    Claim share = one.share().claim();
    if (one.share().severity() != null && one.share().severity() != Severity.INFO) {
      return;
    }
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(share.page()));
    fields.put("part", Wording.of(quoted(one.part())));
    fields.put("share", Wording.of(quoted(one.share())));
    if (whole != null) {
      BigDecimal actual = one.of(whole.amount());
      MoneyUnit unit = MoneyUnit.named(one.part().claim().unit());
      fields.put(
          "whole",
          Wording.of(
              whole.stated() == null
                  ? ClaimFindings.money(whole.amount(), unit)
                  : quoted(whole.stated())));
      fields.put("actual", Wording.of(actual.toPlainString()));
      fields.put(
          "difference", Wording.of(one.stated().value().subtract(actual).abs().toPlainString()));
    }
    Wording sentence =
        messages.say(whole == null ? "claim-share-impossible" : "claim-share-stated", fields);
    findings.add(ClaimFindings.warning(RULE, sentence, List.of(), share.page()));
  }
}
