package org.yusuan.check.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.Relation;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/** Applies a declared relation that pairs amounts of two tables: by code, by name, by class. */
final class DeclaredPairs {

  private static final Pattern NUMBER =
      Pattern.compile("^([一二三四五六七八九十百]+|[(][一二三四五六七八九十]+[)]|\\d+)[、.．]?");

  /** All columns of equal meaning. */
  private static final String ALL = "*";

  private static final String ECONOMIC = "economic-";

  private final AmountIndex index;
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
  DeclaredPairs(AmountIndex index, Relation rule, int left, int right) {
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
    IdentityGroup group = DeclaredIdentities.group(rule, true);
    for (int leftList : DeclaredIdentities.lists(leftTable, leftSelector)) {
      for (int rightList : DeclaredIdentities.lists(rightTable, rightSelector)) {
        for (int[] pair :
            "economic".equals(rule.each())
                ? classes(leftList, leftSelector, rightList, rightSelector)
                : rows(leftList, leftSelector, rightList, rightSelector)) {
          if (values.of(pair[0]) != 0 || values.of(pair[1]) != 0) {
            identities.add(Identity.sum(group, pair[0], new int[] {pair[1]}));
          }
        }
      }
    }
  }

  // --- rows against rows

  private List<int[]> rows(
      int leftList,
      Relation.Selector leftSelector,
      int rightList,
      Relation.Selector rightSelector) {
    boolean byName = "name".equals(rule.each());
    Map<String, Integer> leftRows = keyed(leftTable, leftList, byName);
    Map<String, Integer> rightRows = keyed(rightTable, rightList, byName);
    List<int[]> pairs = new ArrayList<>();
    for (int[] columns : columnPairs(leftList, leftSelector, rightList, rightSelector)) {
      leftRows.forEach(
          (key, leftRow) -> {
            Integer rightRow = rightRows.get(key);
            if (rightRow != null) {
              addPair(pairs, leftRow, columns[0], rightRow, columns[1]);
            }
          });
    }
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
    leftSelector.row().forEach(row -> DeclaredIdentities.rows(leftTable, leftList, row, leftRows));
    int rightColumn = DeclaredIdentities.column(rightTable, rightList, rightSelector.measure());
    List<int[]> pairs = new ArrayList<>();
    if (leftRows.isEmpty() || leftRows.get(0).size() > 1 || rightColumn < 0) {
      return pairs;
    }
    Map<String, Integer> byName = items(rightTable, rightList, DeclaredPairs::name);
    Map<String, Integer> byCode = keyed(rightTable, rightList, false);
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

  /** Rows by code, or by the name of a class. */
  private static Map<String, Integer> keyed(Table table, int list, boolean byName) {
    return byName
        ? items(table, list, row -> row.level() == 1 ? name(row) : null)
        : items(table, list, row -> row.keys().code());
  }

  /** Rows of items by a key; a key that occurs twice tells nothing. */
  private static Map<String, Integer> items(
      Table table, int list, Function<Row, @Nullable String> key) {
    Map<String, Integer> rows = new TreeMap<>();
    Set<String> twice = new HashSet<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      if (row.list() == list && row.kind() == RowKind.ITEM) {
        String own = key.apply(row);
        if (own != null && rows.put(own, r) != null) {
          twice.add(own);
        }
      }
    }
    rows.keySet().removeAll(twice);
    return rows;
  }

  private static @Nullable String name(Row row) {
    return row.keys().label() == null
        ? null
        : NUMBER.matcher(TextNormalizer.of(row.keys().label())).replaceFirst("");
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
