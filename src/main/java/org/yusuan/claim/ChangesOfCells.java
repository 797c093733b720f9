package org.yusuan.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.TextNormalizer;

/**
 * Holds a change that the prose states against the two years that a table has of the amount before
 * it: 「公务接待费 4 万元，比上年减少 1 万元」 where the table has 4 and 3.
 */
final class ChangesOfCells {

  /**
   * Changes that the tables contradict are reported only if this many of the document agree for
   * each that does not. Those of the wrong direction are always reported. A guess.
   */
  private static final int MIN_AGREEING_PER_DISAGREEING = 3;

  private final ClaimVocabulary rules;
  private final Messages messages;
  private final CellIndex cells;

  ChangesOfCells(ClaimVocabulary rules, Messages messages, CellIndex cells) {
    this.rules = rules;
    this.messages = messages;
    this.cells = cells;
  }

  /** The changes that the tables contradict, of the statements in reading order. */
  List<Finding> review(List<Linked> linked) {
    List<Finding> contrary = new ArrayList<>();
    List<Finding> wrong = new ArrayList<>();
    int right = 0;
    for (int i = 1; i < linked.size(); i++) {
      Linked level = linked.get(i - 1);
      Claim change = linked.get(i).claim();
      String text = TextNormalizer.of(change.text());
      boolean up = rules.upward().matcher(text).find();
      boolean down = rules.downward().matcher(text).find();
      Matcher compared = rules.changeFromYear().matcher(text);
      if (linked.get(i).statement().quantity() != Quantity.CHANGE
          || linked.get(i).statement().paragraph() != level.statement().paragraph()
          || level.statement().quantity() != Quantity.LEVEL
          || !Boolean.TRUE.equals(level.claim().agrees())
          || change.amount() == null
          || up == down
          || !compared.find()) {
        continue;
      }
      CellRef now = level.claim().refersTo().get(0);
      CellRef before = cells.yearBefore(now);
      Cell own = cells.cell(now);
      Cell other = before == null ? null : cells.cell(before);
      if (before == null || own == null || other == null) {
        continue;
      }
      BigDecimal actual = value(own).subtract(value(other));
      BigDecimal stated = up ? change.amount() : change.amount().negate();
      BigDecimal slack =
          StatedChanges.lastDigit(change).add(StatedChanges.lastDigit(level.claim()));
      if (stated.subtract(actual).abs().compareTo(slack) <= 0) {
        right++;
        continue;
      }
      Finding finding = finding(level.claim(), change, now, before, stated, actual);
      boolean opposite = stated.add(actual).abs().compareTo(slack) <= 0;
      if (finding != null) {
        (opposite ? contrary : wrong).add(finding);
      }
    }
    if (right >= MIN_AGREEING_PER_DISAGREEING * wrong.size()) {
      contrary.addAll(wrong);
    }
    return contrary;
  }

  private static BigDecimal value(Cell cell) {
    return cell.amount() == null ? BigDecimal.ZERO : cell.amount();
  }

  private @Nullable Finding finding(
      Claim level,
      Claim change,
      CellRef now,
      CellRef before,
      BigDecimal stated,
      BigDecimal actual) {
    Table table = cells.table(now.table());
    Cell own = cells.cell(now);
    Cell other = cells.cell(before);
    if (table == null || own == null || other == null) {
      return null;
    }
    MoneyUnit unit = MoneyUnit.named(change.unit());
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(change.page()));
    fields.put("level", Wording.of(ClaimFindings.quoted(level)));
    fields.put("change", Wording.of(ClaimFindings.quoted(change)));
    ClaimFindings.place(table, own, cells.label(now), fields);
    fields.put("labelBefore", Wording.of(cells.label(before)));
    fields.put("now", Wording.of(ClaimFindings.money(value(own), unit)));
    fields.put("before", Wording.of(ClaimFindings.money(value(other), unit)));
    fields.put("actual", Wording.of(ClaimFindings.money(actual, unit)));
    fields.put("difference", Wording.of(ClaimFindings.money(stated.subtract(actual).abs(), unit)));
    Wording sentence = messages.say("claim-direction", fields);
    return new Finding(
        StatedChanges.RULE,
        Severity.WARNING,
        Blame.DOCUMENT,
        sentence.zh(),
        sentence.en(),
        List.of(now, before),
        change.page());
  }
}
