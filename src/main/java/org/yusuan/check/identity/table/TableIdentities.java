package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.identity.row.ChangeRows;
import org.yusuan.check.identity.row.HeadedItems;
import org.yusuan.check.identity.row.LevelSums;
import org.yusuan.check.identity.row.MarkedSums;
import org.yusuan.check.identity.row.NamedSums;
import org.yusuan.check.identity.row.OfWhichSums;
import org.yusuan.check.identity.row.OpenEnd;
import org.yusuan.check.identity.row.OwnLevelSums;
import org.yusuan.check.identity.row.RestartedNumbers;
import org.yusuan.check.identity.row.RowSums;
import org.yusuan.check.identity.row.UnitSums;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** The identities inside one table that its header and its rows state. */
public final class TableIdentities {

  /** The group of what a table prints as a formula. */
  public static final String PRINTED_FORMULA = "printed-formula";

  /** The group of rows that name parts of a total, as others name them of its items. */
  public static final String OF_WHICH = "of-which";

  /** The group of rows of changes below the rows of two years. */
  public static final String CHANGE_ROW = "change-row";

  /** The group of rows whose names tell what belongs to what. */
  public static final String BY_NAME = "names-hierarchy";

  /** The group of items that are numbered in turn. */
  private static final String BY_UNIT = "units-hierarchy";

  private static final String BY_MARK = "marks-hierarchy";

  /** The group of sums of regions, told by the row of their own level. */
  public static final String OWN_LEVEL = "own-level";

  /** The group of governments with their own level and those below them. */
  private static final String LEVELS = "levels-of-government";

  /** Two amounts that are equal may be so by chance: marks tell no sum of one part. */
  private static final int MIN_AMOUNTS_BY_MARK = 3;

  private final AmountIndex index;
  private final Assignment values;
  private final Messages messages;
  private final LabelPatterns words;

  public TableIdentities(AmountIndex index, Messages messages, LabelPatterns words) {
    this.messages = messages;
    this.words = words;
    this.index = index;
    this.values = index.asRead();
  }

  /** The identities of one table. */
  public List<Identity> identitiesOf(int t) {
    List<Identity> identities = new ArrayList<>();
    Table table = index.tables().get(t);
    ColumnReadings readings = new ColumnReadings(index, t);
    PrintedFormulas formulas = new PrintedFormulas(table);
    Set<Integer> printed = new HashSet<>();
    for (PrintedFormulas.Formula formula : formulas.columns()) {
      printed.add(formula.total());
      for (int r = 0; r < table.rows().size(); r++) {
        int row = r;
        formula(printedAs(formula), formula, column -> index.id(t, row, column), identities);
      }
    }
    for (HeaderSums.ColumnSum stated : new HeaderSums(table, words).find()) {
      if (printed.contains(stated.total())) {
        continue;
      }
      List<Identity> wide = new WideTables(index, messages, words).sums(t, stated);
      if (!wide.isEmpty()) {
        identities.addAll(wide);
        continue;
      }
      HeaderSums.ColumnSum sum = readings.best(stated);
      columnSum(t, group(table, sum), sum.total(), sum.parts(), identities);
    }
    new FormHeaders(table)
        .find()
        .forEach(
            (row, headed) ->
                new HeaderSums(headed, words)
                    .find()
                    .forEach(
                        sum ->
                            columnSum(
                                t, row, group(headed, sum), sum.total(), sum.parts(), identities)));
    int lists = table.listCount();
    printed.clear();
    for (PrintedFormulas.Formula formula : formulas.rows()) {
      printed.add(formula.total());
      IdentityGroup group = printedAs(formula);
      for (int column : table.amountColumns(table.rows().get(formula.total()).list())) {
        formula(group, formula, row -> index.id(t, row, column), identities);
      }
    }
    IdentityGroup changing =
        new IdentityGroup(CHANGE_ROW, Strength.STRONG, false, messages.say(CHANGE_ROW, Map.of()));
    for (ChangeRows.ChangeRow row : new ChangeRows(table, words).find()) {
      for (int column : table.amountColumns(table.rows().get(row.change()).list())) {
        int[] cells = {
          index.id(t, row.change(), column),
          index.id(t, row.later(), column),
          index.id(t, row.earlier(), column)
        };
        if (Arrays.stream(cells).allMatch(cell -> cell >= 0)) {
          identities.add(new Identity(changing, cells, new int[] {1, -1, 1}));
        }
      }
    }
    for (int list = 0; list < lists; list++) {
      rowSums(t, list, printed, identities);
    }
    return identities;
  }

  private IdentityGroup printedAs(PrintedFormulas.Formula formula) {
    return new IdentityGroup(
        PRINTED_FORMULA,
        Strength.STRONG,
        false,
        messages.say(PRINTED_FORMULA, Map.of("formula", Wording.of(formula.text()))));
  }

  /** A formula at one place, if all that it names is there. */
  private static void formula(
      IdentityGroup group,
      PrintedFormulas.Formula formula,
      IntUnaryOperator id,
      List<Identity> identities) {
    List<Integer> cells = new ArrayList<>();
    cells.add(id.applyAsInt(formula.total()));
    formula.parts().forEach(part -> cells.add(id.applyAsInt(part)));
    formula.less().forEach(part -> cells.add(id.applyAsInt(part)));
    if (!cells.contains(-1)) {
      int[] coefficients = new int[cells.size()];
      Arrays.fill(coefficients, -1);
      coefficients[0] = 1;
      Arrays.fill(coefficients, 1 + formula.parts().size(), coefficients.length, 1);
      identities.add(
          new Identity(group, cells.stream().mapToInt(Integer::intValue).toArray(), coefficients));
    }
  }

  private IdentityGroup group(Table table, HeaderSums.ColumnSum sum) {
    ColumnNames names = new ColumnNames();
    names.add(table, sum.total());
    sum.parts().forEach(part -> names.add(table, part));
    return new IdentityGroup("column-sum", sum.strength(), false, names.say(messages));
  }

  /** One column as the sum of others, in every row that has them. */
  void columnSum(
      int t, IdentityGroup group, int total, List<Integer> parts, List<Identity> identities) {
    for (int r = 0; r < index.tables().get(t).rows().size(); r++) {
      columnSum(t, r, group, total, parts, identities);
    }
  }

  private void columnSum(
      int t,
      int row,
      IdentityGroup group,
      int total,
      List<Integer> parts,
      List<Identity> identities) {
    int whole = index.id(t, row, total);
    if (whole < 0) {
      return;
    }
    int[] ids =
        parts.stream().mapToInt(part -> index.id(t, row, part)).filter(id -> id >= 0).toArray();
    if (ids.length > 0) {
      identities.add(Identity.sum(group, whole, ids));
    }
  }

  private void rowSums(int t, int list, Set<Integer> printed, List<Identity> identities) {
    Table table = index.tables().get(t);
    Map<SameReading, IdentityGroup> groups = new HashMap<>();
    List<Integer> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      if (table.rows().get(r).list() == list) {
        rows.add(r);
      }
    }
    RowSums rowSums = new RowSums(table, list, words);
    // Where columns tell how deep rows stand, their amounts need not.
    NestedSums nested =
        new NestedSums(
            index, t, rowSums.isStair() ? List.of() : rows, table.amountColumns(list), words);
    IdentityGroup named =
        new IdentityGroup(OF_WHICH, Strength.STRONG, false, messages.say(OF_WHICH, Map.of()));
    new OfWhichSums(table, rows, words)
        .find()
        .forEach((total, readings) -> identities.addAll(best(t, named, total, readings).sums));
    IdentityGroup restarted = group(RowSums.Kind.ITEMS, Strength.STRONG);
    Map<Integer, List<Integer>> numbered = new RestartedNumbers(table).find(rows);
    numbered.forEach((total, parts) -> identities.addAll(read(t, restarted, total, parts)));
    IdentityGroup byUnit =
        new IdentityGroup(BY_UNIT, Strength.WEAK, false, messages.say(BY_UNIT, Map.of()));
    Map<Integer, List<Integer>> units =
        new LinkedHashMap<>(
            new UnitSums(table, words, (total, parts) -> holds(read(t, byUnit, total, parts)))
                .find(rows));
    if (units.isEmpty()) {
      units.putAll(new HeadedItems(table).find(rows));
    }
    units.forEach((total, parts) -> identities.addAll(read(t, byUnit, total, parts)));
    IdentityGroup byRegion =
        new IdentityGroup(OWN_LEVEL, Strength.EVIDENCE, false, messages.say(OWN_LEVEL, Map.of()));
    Map<Integer, List<Integer>> regions =
        new OwnLevelSums(table, words, (total, parts) -> failing(read(t, byRegion, total, parts)))
            .find(rows);
    OpenEnd end = new OpenEnd(table, rows);
    for (RowSums.RowSum sum : rowSums.find()) {
      if (printed.contains(sum.total())
          || numbered.containsKey(sum.total())
          || units.containsKey(sum.total())) {
        continue;
      }
      IdentityGroup group =
          groups.computeIfAbsent(reading(table, sum), reading -> group(sum.kind(), sum.strength()));
      ReadSum best = best(t, group, sum.total(), sum.readings());
      boolean item = sum.kind() == RowSums.Kind.ITEMS || sum.kind() == RowSums.Kind.CODES;
      // A county stands below a city that does not hold its amounts.
      boolean isRegion =
          regions.containsKey(sum.total()) || best.parts.stream().anyMatch(regions::containsKey);
      boolean told = !item || !isRegion && !end.holds(sum.total());
      // The reading that adds up is the one that was meant, whatever levels and order say.
      if (best.failing == 0
          || told && (nested.allows(sum.total(), best.parts) || nearlyAddsUp(t, sum, nested))) {
        identities.addAll(best.sums);
      }
    }
    IdentityGroup adding =
        new IdentityGroup("nested", Strength.WEAK, false, messages.say("nested", Map.of()));
    nested.all().forEach((total, parts) -> identities.addAll(read(t, adding, total, parts)));
    IdentityGroup byLevel =
        new IdentityGroup(LEVELS, Strength.STRONG, false, messages.say(LEVELS, Map.of()));
    new LevelSums(table, words)
        .find(rows)
        .forEach((total, readings) -> identities.addAll(best(t, byLevel, total, readings).sums));
    regions.forEach((total, parts) -> identities.addAll(read(t, byRegion, total, parts)));
    IdentityGroup byName =
        new IdentityGroup(BY_NAME, Strength.EVIDENCE, false, messages.say(BY_NAME, Map.of()));
    new NamedSums(table)
        .find(rows)
        .forEach(
            (total, parts) ->
                read(t, byName, total, parts).stream()
                    .filter(identity -> identity.outcome(index, values) != Outcome.FAILS)
                    .filter(identity -> identity.nonZeroCount(values) >= 2)
                    .forEach(identities::add));
    IdentityGroup byMark =
        new IdentityGroup(BY_MARK, Strength.EVIDENCE, false, messages.say(BY_MARK, Map.of()));
    for (MarkedSums.MarkedSum sum : new MarkedSums(table, rows, words).find()) {
      List<Identity> own = read(t, byMark, sum.total(), sum.parts());
      if (failing(own) == 0) {
        own.stream()
            .filter(identity -> identity.outcome(index, values) == Outcome.HOLDS)
            .filter(identity -> identity.nonZeroCount(values) >= MIN_AMOUNTS_BY_MARK)
            .forEach(identities::add);
      }
    }
  }

  /**
   * Sums that one reading of a list tells. What order and indentation tell of items that are
   * numbered need not be so of others, nor at another level.
   */
  private record SameReading(RowSums.Kind kind, Strength strength, boolean numbered, int level) {}

  private SameReading reading(Table table, RowSums.RowSum sum) {
    Row total = table.rows().get(sum.total());
    boolean items = sum.kind() == RowSums.Kind.ITEMS && sum.strength() == Strength.WEAK;
    return new SameReading(
        sum.kind(),
        sum.strength(),
        items && words.isNumbered(total.keys().label()),
        items ? total.level() : 0);
  }

  /** One reading of a sum: its parts, what it says in each column, and in how many it fails. */
  private record ReadSum(List<Integer> parts, List<Identity> sums, int failing) {}

  /** The reading that fails in the fewest columns, the first of several. */
  private ReadSum best(int t, IdentityGroup group, int total, List<List<Integer>> readings) {
    ReadSum best = new ReadSum(List.of(), List.of(), Integer.MAX_VALUE);
    for (List<Integer> reading : readings) {
      List<Identity> own = read(t, group, total, reading);
      int failing = failing(own);
      if (failing < best.failing) {
        best = new ReadSum(reading, own, failing);
      }
    }
    return best;
  }

  /** Parts in another list stand in the column of the same place there. */
  private List<Identity> read(int t, IdentityGroup group, int total, List<Integer> parts) {
    List<Identity> identities = new ArrayList<>();
    int[] ids = new int[parts.size()];
    Table table = index.tables().get(t);
    List<Integer> columns = table.amountColumns(table.rows().get(total).list());
    for (int k = 0; k < columns.size(); k++) {
      int column = columns.get(k);
      int whole = index.id(t, total, column);
      if (whole < 0) {
        continue;
      }
      // A blank total is no fault if only its order makes it a total, or if the meaning of the
      // column is unknown: it may hold amounts that are never summed, as the cost of a target.
      boolean known = index.tables().get(t).columns().get(column).measure() != null;
      if (index.isBlank(whole) && (!known || group.strength() != Strength.STRONG)) {
        continue;
      }
      int n = 0;
      for (int part : parts) {
        int of = table.rows().get(part).list();
        List<Integer> there =
            of == table.rows().get(total).list() ? columns : table.amountColumns(of);
        int id = k < there.size() ? index.id(t, part, there.get(k)) : -1;
        if (id >= 0) {
          ids[n++] = id;
        }
      }
      if (n > 0) {
        identities.add(Identity.sum(group, whole, Arrays.copyOf(ids, n)));
      }
    }
    return identities;
  }

  /** Whether codes state a sum, and other rows add up to its total but for rounding. */
  private boolean nearlyAddsUp(int t, RowSums.RowSum sum, NestedSums nested) {
    IdentityGroup any = group(sum.kind(), sum.strength());
    return sum.kind() == RowSums.Kind.CODES
        && sum.strength() == Strength.STRONG
        && read(t, any, sum.total(), nested.all().getOrDefault(sum.total(), List.of())).stream()
            .anyMatch(other -> other.outcome(index, values) == Outcome.ROUNDS);
  }

  private boolean holds(List<Identity> identities) {
    return !identities.isEmpty()
        && identities.stream().allMatch(each -> each.outcome(index, values) != Outcome.FAILS);
  }

  /**
   * In how many columns a sum of rows fails. What one column has too much and another lacks stands
   * in the wrong column, and is one fault.
   */
  private int failing(List<Identity> identities) {
    Set<Long> open = new HashSet<>();
    int failing = 0;
    for (Identity identity : identities) {
      long residual = identity.residual(values);
      if (identity.outcome(index, values) == Outcome.FAILS && !open.remove(-residual)) {
        open.add(residual);
        failing++;
      }
    }
    return failing;
  }

  private IdentityGroup group(RowSums.Kind kind, Strength strength) {
    String id =
        switch (kind) {
          case CODES -> "code-hierarchy";
          case ITEMS -> "item-hierarchy";
          case SUBTOTAL -> "subtotal";
          case HEADING -> "heading-subtotal";
          case TOTAL -> "total";
        };
    return new IdentityGroup(id, strength, false, messages.say(id, Map.of()));
  }
}
