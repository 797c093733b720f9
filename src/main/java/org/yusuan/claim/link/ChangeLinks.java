package org.yusuan.claim.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Links changes to the cells of 增减 that stand beside the amount before them, or beside the amount
 * of the thing that they name: in another column of the row, or in another row of the column. Only
 * changes that agree in amount and direction are linked.
 */
public final class ChangeLinks {

  /** A change may name a thing that was stated so many statements earlier. A guess. */
  private static final int MAX_STATEMENTS_BACK = 30;

  /** So many characters at most follow the name of the thing: 费用支出有所减少. A guess. */
  private static final int MAX_VERB_CHARACTERS = 6;

  private final ClaimVocabulary rules;
  private final Pattern comparison;
  private final List<String> measures;
  private final CellIndex cells;

  public ChangeLinks(ClaimVocabulary rules, AmountWords words, CellIndex cells) {
    this.rules = rules;
    this.comparison = words.comparison();
    this.measures = words.excludedMeasures();
    this.cells = cells;
  }

  /** The statements in reading order, with the changes among them linked. */
  public List<Linked> link(List<Linked> linked) {
    List<Linked> all = new ArrayList<>(linked);
    for (int i = 0; i < all.size(); i++) {
      Linked change = all.get(i);
      if (change.statement().quantity() != Quantity.CHANGE
          || change.claim().amount() == null
          || !AmountComparison.isTelling(change.claim())) {
        continue;
      }
      Linked level = levelBefore(all, i);
      CellRef found =
          level == null || !Boolean.TRUE.equals(level.claim().agrees())
              ? null
              : beside(change.claim(), level.claim().refersTo());
      if (found == null) {
        Linked namesake = namesake(all, i);
        found = namesake == null ? null : beside(change.claim(), namesake.claim().refersTo());
      }
      if (found != null) {
        Claim claim = change.claim().compared(List.of(found), true, null);
        all.set(i, new Linked(change.statement(), claim, change.naming(), LinkReason.CHANGE));
      }
    }
    return all;
  }

  /**
   * The nearest level before a change in its paragraph; null if there is none, or an amount of an
   * explanation stands between them: 「支出 9 亿元，主要用于：①教育支出 3 亿元，增长 5%」.
   */
  public static @Nullable Linked levelBefore(List<Linked> all, int at) {
    int paragraph = all.get(at).statement().paragraph();
    for (int k = Brackets.before(all, at);
        k >= 0 && all.get(k).statement().paragraph() == paragraph;
        k = Brackets.before(all, k)) {
      Quantity quantity = all.get(k).statement().quantity();
      if (quantity == Quantity.LEVEL) {
        return all.get(k);
      }
      if (quantity == Quantity.OTHER && all.get(k).claim().amount() != null) {
        return null;
      }
    }
    return null;
  }

  /** The amount before a change, linked, of the thing that the change names; null if none is. */
  private @Nullable Linked namesake(List<Linked> all, int at) {
    String name = all.get(at).statement().meaning().name();
    for (int k = at - 1; k >= Math.max(0, at - MAX_STATEMENTS_BACK); k--) {
      Linked level = all.get(k);
      String thing = level.statement().meaning().name();
      if (level.statement().quantity() == Quantity.LEVEL
          && Boolean.TRUE.equals(level.claim().agrees())
          && !thing.isEmpty()
          && name.startsWith(thing)
          && isVerb(name.substring(thing.length()))) {
        return level;
      }
    }
    return null;
  }

  private boolean isVerb(String rest) {
    return rest.length() <= MAX_VERB_CHARACTERS
        && (rules.upward().matcher(rest).find() || rules.downward().matcher(rest).find());
  }

  private @Nullable CellRef beside(Claim change, List<CellRef> levels) {
    String text = TextNormalizer.of(change.text());
    boolean up = rules.upward().matcher(text).find();
    if (up == rules.downward().matcher(text).find()) {
      return null;
    }
    for (CellRef level : levels) {
      Table table = cells.table(level.table());
      if (table == null) {
        continue;
      }
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        for (Cell cell : row.cells()) {
          boolean inRow = r == level.row();
          boolean inColumn = cell.column() == level.column();
          if ((inRow || inColumn)
              && isChange(change, cell, up)
              && (inRow && isOfChange(table.columns().get(cell.column()))
                  || inColumn && isOfChange(row))) {
            return new CellRef(table.id(), r, cell.column());
          }
        }
      }
    }
    return null;
  }

  private boolean isOfChange(Column column) {
    return measures.contains(column.measure())
        || comparison.matcher(TextNormalizer.of(String.join("|", column.header()))).find();
  }

  private boolean isOfChange(Row row) {
    String label = row.keys().label();
    return label != null && comparison.matcher(TextNormalizer.of(label)).find();
  }

  private static boolean isChange(Claim change, Cell cell, boolean up) {
    BigDecimal amount = cell.amount();
    return amount != null
        && amount.signum() == (up ? 1 : -1)
        && AmountComparison.agrees(change, amount.abs());
  }
}
