package org.yusuan.check.bound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.declared.LabelledRows;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Finds amounts that exceed what they are part of, or what bounds them: a balance its limit, a
 * city's own level the whole city, an item named 其中 the item above it.
 */
public final class BoundChecker {

  /** A bound that fails more than once per this many holds is misread. A guess. */
  private static final int MIN_HOLDS_PER_FAILURE = 5;

  private final AmountIndex index;
  private final Assignment values;
  private final Messages messages;
  private final LabelPatterns words;

  /**
   * @param values the values of the check
   */
  public BoundChecker(
      AmountIndex index, Assignment values, Messages messages, LabelPatterns words) {
    this.words = words;
    this.index = index;
    this.values = values;
    this.messages = messages;
  }

  /**
   * An amount that exceeds another.
   *
   * @param part its cell
   * @param whole the cell of what bounds it
   * @param says the bound, without a full stop
   */
  public record Excess(int part, int whole, Wording says) {}

  /** How many pairs of one bound hold, and which amounts exceed theirs. */
  private static final class Pairs {
    final List<Excess> excesses = new ArrayList<>();
    int holds;
  }

  /** The amounts that exceed others, of bounds that mostly hold. */
  public List<Excess> exceeded(List<Relation> rules) {
    List<Excess> all = new ArrayList<>();
    for (Relation rule : rules) {
      if (rule.bound() != null) {
        Pairs pairs = new Pairs();
        declared(rule.bound(), new Wording(rule.zh(), rule.en()), pairs);
        // Limits are set by law: an excess counts even if no other pair is there to confirm the
        // bound.
        all.addAll(pairs.excesses.size() <= Math.max(1, pairs.holds) ? pairs.excesses : List.of());
      }
    }
    Pairs named = new Pairs();
    Wording says = messages.say("of-which-bound", Map.of());
    for (int t = 0; t < index.tables().size(); t++) {
      ofWhich(t, says, named);
    }
    if (named.holds >= MIN_HOLDS_PER_FAILURE * named.excesses.size()) {
      all.addAll(named.excesses);
    }
    return all;
  }

  private void declared(Relation.BoundRule rule, Wording says, Pairs pairs) {
    LabelledRows labelled = new LabelledRows(index, words);
    for (int t = 0; t < index.tables().size(); t++) {
      Table table = index.tables().get(t);
      if (!rule.kind().contains(table.kind())) {
        continue;
      }
      if (rule.wholeLabel() != null && rule.partLabel() != null) {
        int whole = labelled.row(t, rule.wholeLabel());
        int part = labelled.row(t, rule.partLabel());
        if (whole >= 0 && part >= 0 && whole != part) {
          labelled
              .cells(t, List.of(part, whole))
              .forEach(cells -> compare(cells[0], cells[1], says, pairs));
        }
      } else {
        int whole = column(table, Objects.requireNonNull(rule.whole()));
        int part = column(table, Objects.requireNonNull(rule.part()));
        for (int r = 0; r < table.rows().size() && whole >= 0 && part >= 0; r++) {
          compare(index.id(t, r, part), index.id(t, r, whole), says, pairs);
        }
      }
    }
  }

  /** The one column of a measure; -1 if there is none, or several. */
  private static int column(Table table, String measure) {
    int found = -1;
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      if (measure.equals(column.measure())) {
        if (found >= 0) {
          return -1;
        }
        found = c;
      }
    }
    return found;
  }

  /** Rows named 其中 directly below the row that they are part of. */
  private void ofWhich(int t, Wording says, Pairs pairs) {
    Table table = index.tables().get(t);
    Map<Integer, Integer> above = new HashMap<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      Integer before = above.put(row.list(), r);
      if (before != null
          && row.kind() == RowKind.ITEM
          && isOfWhich(row)
          && !isOfWhich(table.rows().get(before))) {
        for (int c = 0; c < table.columns().size(); c++) {
          compare(index.id(t, r, c), index.id(t, before, c), says, pairs);
        }
      }
    }
  }

  private boolean isOfWhich(Row row) {
    return words.isOfWhich(row.keys().label());
  }

  private void compare(int part, int whole, Wording says, Pairs pairs) {
    if (part < 0 || whole < 0 || values.of(part) <= 0 || values.of(whole) <= 0) {
      return;
    }
    long slack = (index.quantum(part) + index.quantum(whole)) / 2;
    if (values.of(part) > values.of(whole) + slack) {
      pairs.excesses.add(new Excess(part, whole, says));
    } else {
      pairs.holds++;
    }
  }
}
