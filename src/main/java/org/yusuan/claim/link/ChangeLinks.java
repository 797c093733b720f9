package org.yusuan.claim.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.cell.MeaningMatch;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.Statement;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
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

  /** A change of so many digits is hardly by chance that in the row of its level. A guess. */
  private static final int MIN_DIGITS = 2;

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
      if (change.statement().quantity() != Quantity.CHANGE || change.claim().amount() == null) {
        continue;
      }
      Linked level = levelBefore(all, i);
      if (rules.base().matcher(TextNormalizer.of(change.claim().text())).matches()) {
        Linked base = level == null ? null : base(change, level.statement());
        if (base != null) {
          all.set(i, base);
        }
        continue;
      }
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
   * The amount that a change is from, in its cell: 「2024 年决算数 8 万元，比年初预算数 9 万元减少 1 万元」; null if no
   * cell holds it.
   */
  private @Nullable Linked base(Linked change, Statement level) {
    Meaning own = change.statement().meaning();
    Meaning thing = level.meaning();
    for (Aspect aspect : List.of(Aspect.YEAR, Aspect.STAGE)) {
      String said = own.get(aspect);
      thing = said == null ? thing : thing.with(aspect, said);
    }
    for (Candidate cell : cells.find(thing, level.context(), level.section())) {
      if (cell.fit().compareTo(MeaningMatch.PART) < 0
          && !cell.renamed()
          && AmountComparison.agrees(change.claim(), cell.cell())) {
        return ClaimLinker.agreeing(change.statement(), cell, List.of(cell));
      }
    }
    return null;
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
          if ((inRow
                  ? digits(change) >= MIN_DIGITS
                  : inColumn && AmountComparison.isTelling(change))
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

  private static long digits(Claim claim) {
    return claim.printed().chars().filter(Character::isDigit).dropWhile(one -> one == '0').count();
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
