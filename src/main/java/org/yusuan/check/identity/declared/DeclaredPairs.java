package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/** Applies a declared relation that pairs amounts of two tables: by code, by name, by class. */
final class DeclaredPairs {

  /** What a rule names if it compares all columns of equal meaning. */
  private static final String ALL = "*";

  private static final String ECONOMIC = "economic-";

  /** A table that prints fewer codes of a length may not list them at all. A guess. */
  private static final int MIN_CODES = 3;

  private final AmountIndex index;
  private final LabelPatterns words;
  private final Assignment values;
  private final Relation rule;
  private final int left;
  private final int right;
  private final Table leftTable;
  private final Table rightTable;

  /**
   * @param left index of the table of the rule's left side
   * @param right index of the table of its right side
   */
  DeclaredPairs(AmountIndex index, Relation rule, int left, int right, LabelPatterns words) {
    this.words = words;
    this.index = index;
    this.values = index.asRead();
    this.rule = rule;
    this.left = left;
    this.right = right;
    this.leftTable = index.tables().get(left);
    this.rightTable = index.tables().get(right);
  }

  /** Adds an identity for each pair that holds an amount. */
  void add(List<Identity> identities) {
    Relation.Selector leftSelector = rule.left().get(0);
    Relation.Selector rightSelector = rule.right().get(0);
    IdentityGroup usual = DeclaredIdentities.group(rule, true);
    IdentityGroup agreeing = DeclaredIdentities.group(rule, true, Strength.WEAK);
    for (int leftList : DeclaredIdentities.lists(leftTable, leftSelector)) {
      for (int rightList : DeclaredIdentities.lists(rightTable, rightSelector)) {
        if ("economic".equals(rule.each())) {
          add(usual, classes(leftList, leftSelector, rightList, rightSelector), identities);
          continue;
        }
        for (int[] columns : columnPairs(leftList, leftSelector, rightList, rightSelector)) {
          // A relation that need not hold must hold where both totals agree.
          boolean whole =
              usual.strength() == Strength.EVIDENCE
                  && rule.each() != null
                  && totalsAgree(leftList, columns[0], rightList, columns[1]);
          add(whole ? agreeing : usual, rows(leftList, rightList, columns), identities);
        }
      }
    }
  }

  private void add(IdentityGroup group, List<int[]> pairs, List<Identity> identities) {
    for (int[] pair : pairs) {
      if (values.of(pair[0]) != 0 || values.of(pair[1]) != 0) {
        identities.add(Identity.sum(group, pair[0], new int[] {pair[1]}));
      }
    }
  }

  private boolean totalsAgree(int leftList, int leftColumn, int rightList, int rightColumn) {
    int one = ItemRows.total(index, left, leftList, leftColumn);
    int other = ItemRows.total(index, right, rightList, rightColumn);
    return one >= 0 && other >= 0 && values.of(one) != 0 && values.of(one) == values.of(other);
  }

  // --- codes that one table lacks

  /**
   * Adds the codes that one table prints and the other does not, though both have the same amount
   * for the code above and the other table prints codes of that length.
   */
  void missing(List<MissingCode> codes) {
    Relation.Selector leftSelector = rule.left().get(0);
    Relation.Selector rightSelector = rule.right().get(0);
    for (int leftList : DeclaredIdentities.lists(leftTable, leftSelector)) {
      for (int rightList : DeclaredIdentities.lists(rightTable, rightSelector)) {
        Map<String, Integer> leftRows = byCode(leftTable, leftList);
        Map<String, Integer> rightRows = byCode(rightTable, rightList);
        for (int[] columns : columnPairs(leftList, leftSelector, rightList, rightSelector)) {
          boolean whole = totalsAgree(leftList, columns[0], rightList, columns[1]);
          int leftTotal = whole ? ItemRows.total(index, left, leftList, columns[0]) : -1;
          int rightTotal = whole ? ItemRows.total(index, right, rightList, columns[1]) : -1;
          missing(left, leftRows, columns[0], right, rightRows, columns[1], rightTotal, codes);
          missing(right, rightRows, columns[1], left, leftRows, columns[0], leftTotal, codes);
        }
      }
    }
  }

  private void missing(
      int has,
      Map<String, Integer> rows,
      int column,
      int lacks,
      Map<String, Integer> others,
      int otherColumn,
      int agreeingTotal,
      List<MissingCode> codes) {
    Map<Integer, Integer> lengths = new HashMap<>();
    Set<String> printed = new HashSet<>();
    index.tables().get(lacks).rows().forEach(row -> printed.add(row.keys().code() + ""));
    others.keySet().forEach(code -> lengths.merge(code.length(), 1, Integer::sum));
    Map<Integer, Integer> ownLengths = new HashMap<>();
    rows.keySet().forEach(code -> ownLengths.merge(code.length(), 1, Integer::sum));
    rows.forEach(
        (code, row) -> {
          int cell = index.id(has, row, column);
          int known = lengths.getOrDefault(code.length(), 0);
          if (printed.contains(code)
              || cell < 0
              || values.of(cell) == 0
              || known < MIN_CODES
              || 2 * known < ownLengths.getOrDefault(code.length(), 0)) {
            return;
          }
          String above = code.substring(0, Math.max(0, code.length() - 2));
          while (above.length() >= 3 && !(rows.containsKey(above) && others.containsKey(above))) {
            above = above.substring(0, above.length() - 2);
          }
          int parent = above.length() < 3 ? -1 : index.id(has, rows.getOrDefault(above, 0), column);
          int other =
              above.length() < 3 ? -1 : index.id(lacks, others.getOrDefault(above, 0), otherColumn);
          boolean same =
              above.length() < 3
                  ? agreeingTotal >= 0
                  : parent >= 0
                      && other >= 0
                      && values.of(parent) != 0
                      && values.of(parent) == values.of(other);
          if (same) {
            codes.add(
                new MissingCode(code, cell, lacks, above.length() < 3 ? agreeingTotal : other));
          }
        });
  }

  // --- rows against rows

  private List<int[]> rows(int leftList, int rightList, int[] columns) {
    Map<String, Integer> leftRows = paired(leftTable, leftList);
    Map<String, Integer> rightRows = paired(rightTable, rightList);
    List<int[]> pairs = new ArrayList<>();
    leftRows.forEach(
        (key, leftRow) -> {
          Integer rightRow = rightRows.get(key);
          if (rightRow != null) {
            addPair(pairs, leftRow, columns[0], rightRow, columns[1]);
          }
        });
    return pairs;
  }

  private void addPair(
      List<int[]> pairs, int leftRow, int leftColumn, int rightRow, int rightColumn) {
    int a = index.id(left, leftRow, leftColumn);
    int b = index.id(right, rightRow, rightColumn);
    if (a >= 0 && b >= 0) {
      pairs.add(new int[] {a, b});
    }
  }

  // --- columns against rows

  /** A column for each economic class, against the row of that class. */
  private List<int[]> classes(
      int leftList,
      Relation.Selector leftSelector,
      int rightList,
      Relation.Selector rightSelector) {
    List<List<Integer>> leftRows = new ArrayList<>();
    leftSelector
        .row()
        .forEach(row -> DeclaredIdentities.rows(leftTable, leftList, row, words, leftRows));
    int rightColumn = DeclaredIdentities.column(rightTable, rightList, rightSelector.measure());
    List<int[]> pairs = new ArrayList<>();
    if (leftRows.isEmpty() || leftRows.get(0).size() > 1 || rightColumn < 0) {
      return pairs;
    }
    Map<String, Integer> byName = ItemRows.by(rightTable, rightList, ItemRows::label);
    Map<String, Integer> byCode = byCode(rightTable, rightList);
    for (int c = 0; c < leftTable.columns().size(); c++) {
      Column column = leftTable.columns().get(c);
      if (column.list() == leftList && column.role() == ColumnRole.AMOUNT) {
        Integer rightRow = byName.get(leaf(column));
        if (rightRow == null && column.measure() != null && column.measure().startsWith(ECONOMIC)) {
          rightRow = byCode.get(column.measure().substring(ECONOMIC.length()));
        }
        if (rightRow != null) {
          addPair(pairs, leftRows.get(0).get(0), c, rightRow, rightColumn);
        }
      }
    }
    return pairs;
  }

  private static String leaf(Column column) {
    return column.header().isEmpty()
        ? ""
        : TextNormalizer.of(column.header().get(column.header().size() - 1));
  }

  // --- keys

  private static Map<String, Integer> byCode(Table table, int list) {
    return ItemRows.by(table, list, row -> row.keys().code());
  }

  /** Rows by what the rule pairs them by: their codes, the names of classes, or projects. */
  private Map<String, Integer> paired(Table table, int list) {
    return switch (Objects.requireNonNull(rule.each())) {
      case "name" -> ItemRows.by(table, list, row -> row.level() == 1 ? ItemRows.label(row) : null);
      case "project" -> ItemRows.by(table, list, this::project);
      default -> byCode(table, list);
    };
  }

  /** A project with the unit that does it, as units of a department name theirs alike. */
  private @Nullable String project(Row row) {
    String name = row.keys().project() == null ? row.keys().label() : row.keys().project();
    if (name == null) {
      return null;
    }
    boolean units = haveUnits(leftTable) && haveUnits(rightTable);
    return TextNormalizer.of(name) + (units ? '|' + unit(row) : "");
  }

  private static boolean haveUnits(Table table) {
    return table.rows().stream().anyMatch(row -> row.keys().unitName() != null);
  }

  private static String unit(Row row) {
    String name = row.keys().unitName();
    return name == null ? "" : TextNormalizer.of(name);
  }

  // --- columns

  /** The columns that are compared, left and right. */
  private List<int[]> columnPairs(
      int leftList,
      Relation.Selector leftSelector,
      int rightList,
      Relation.Selector rightSelector) {
    List<int[]> pairs = new ArrayList<>();
    if (!leftSelector.measure().contains(ALL)) {
      int a = DeclaredIdentities.column(leftTable, leftList, leftSelector.measure());
      int b = DeclaredIdentities.column(rightTable, rightList, rightSelector.measure());
      if (a >= 0 && b >= 0) {
        pairs.add(new int[] {a, b});
      }
      return pairs;
    }
    for (int a = 0; a < leftTable.columns().size(); a++) {
      Column column = leftTable.columns().get(a);
      for (int b = 0; b < rightTable.columns().size(); b++) {
        Column other = rightTable.columns().get(b);
        if (column.list() == leftList && other.list() == rightList && isSame(column, other)) {
          pairs.add(new int[] {a, b});
          break;
        }
      }
    }
    return pairs;
  }

  private static boolean isSame(Column column, Column other) {
    return column.role() == ColumnRole.AMOUNT
        && other.role() == ColumnRole.AMOUNT
        && Objects.equals(column.measure(), other.measure())
        && TextNormalizer.of(String.join("/", column.header()))
            .equals(TextNormalizer.of(String.join("/", other.header())));
  }
}
