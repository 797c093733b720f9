package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.identity.row.RowSums;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/** Applies declared relations to a disclosure: finds the cells that they are about. */
public final class DeclaredIdentities {

  private final AmountIndex index;
  private final LabelPatterns words;
  private final Assignment values;
  private final @Nullable Stage stage;
  private final Map<String, List<Integer>> byKind = new HashMap<>();
  private final DeclaredInTable inTable;
  private @Nullable LikeTables likeTables;

  public DeclaredIdentities(AmountIndex index, @Nullable Stage stage, LabelPatterns words) {
    this.words = words;
    this.index = index;
    this.values = index.asRead();
    this.stage = stage;
    this.inTable = new DeclaredInTable(index);
    for (int t = 0; t < index.tables().size(); t++) {
      if (hasAmounts(t)) {
        byKind.computeIfAbsent(index.tables().get(t).kind(), kind -> new ArrayList<>()).add(t);
      }
    }
  }

  private LikeTables likeTables() {
    if (likeTables == null) {
      likeTables = new LikeTables(index, words);
    }
    return likeTables;
  }

  private boolean hasAmounts(int t) {
    return index.tables().get(t).rows().stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell.amount() != null);
  }

  /** The identities that a rule yields in this disclosure. */
  public List<Identity> identitiesOf(Relation rule) {
    List<Identity> identities = new ArrayList<>();
    if (rule.stage() != null && stage != null && rule.stage() != stage) {
      return identities;
    }
    if (rule.columns() != null) {
      inTable.columns(rule, rule.columns(), identities);
    } else if (rule.form() != null) {
      inTable.form(rule, rule.form(), identities);
    } else if (rule.rows() != null) {
      new LabelledRows(index, words).sums(rule, rule.rows(), identities);
    } else if (rule.repeated() != null) {
      new RepeatedAmounts(index).add(rule, rule.repeated(), identities);
    } else if (rule.again() != null) {
      likeTables().again(rule, rule.again(), identities);
    } else if (rule.levels() != null) {
      likeTables().levels(rule, rule.levels(), identities);
    } else if (rule.ownColumn() != null) {
      new OwnLevelColumns(index).add(rule, rule.ownColumn(), identities);
    } else if (rule.crossed() != null) {
      crossed(rule, rule.crossed(), identities);
    } else if (rule.named() != null) {
      new NamedBalances(index, words).add(rule, rule.named(), identities);
    } else if (rule.bound() != null) {
      return identities;
    } else if (rule.each() != null) {
      Integer left = table(rule.left().get(0));
      Integer right = table(rule.right().get(0));
      if (left != null && right != null && !left.equals(right)) {
        new DeclaredPairs(index, rule, left, right, words).add(identities);
      }
    } else {
      sums(rule, identities);
    }
    return identities;
  }

  private void crossed(Relation rule, Relation.CrossedRule crossed, List<Identity> identities) {
    CrossedTotals totals = new CrossedTotals(index, words);
    for (String kind : crossed.rows()) {
      for (int rows : byKind.getOrDefault(kind, List.of())) {
        for (String other : crossed.columns()) {
          for (int columns : byKind.getOrDefault(other, List.of())) {
            if (rows != columns) {
              totals.add(rule, rows, columns, identities);
            }
          }
        }
      }
    }
  }

  /** The codes that tables should print by a rule and do not, each once for each table. */
  public List<MissingCode> missing(List<Relation> rules) {
    List<MissingCode> all = new ArrayList<>();
    for (Relation rule : rules) {
      if ("code".equals(rule.each())
          && (stage == null || rule.stage() == null || rule.stage() == stage)) {
        Integer left = table(rule.left().get(0));
        Integer right = table(rule.right().get(0));
        if (left != null && right != null && !left.equals(right)) {
          new DeclaredPairs(index, rule, left, right, words).missing(all);
        }
      }
    }
    CodeGaps gaps = new CodeGaps(index);
    for (int t = 0; t < index.tables().size(); t++) {
      all.addAll(gaps.missingCodes(t));
    }
    Map<String, MissingCode> once = new LinkedHashMap<>();
    all.forEach(each -> once.putIfAbsent(each.lacks() + " " + each.code(), each));
    return List.copyOf(once.values());
  }

  static IdentityGroup group(Relation rule, boolean across) {
    return group(rule, across, rule.strengthOrStrong());
  }

  static IdentityGroup group(Relation rule, boolean across, Strength strength) {
    return new IdentityGroup(rule.id(), strength, across, new Wording(rule.zh(), rule.en()));
  }

  // --- one amount against another

  private void sums(Relation rule, List<Identity> identities) {
    List<List<List<Integer>>> choices = List.of(List.of());
    for (Relation.Selector selector : rule.left()) {
      choices = extended(choices, places(selector));
    }
    int leftSize = rule.left().size();
    for (Relation.Selector selector : rule.right()) {
      choices = extended(choices, places(selector));
    }
    // One identity for each choice of lists; the rows that a list offers are readings of it.
    Map<List<Integer>, Identity> best = new LinkedHashMap<>();
    IdentityGroup group = group(rule, true);
    for (List<List<Integer>> choice : choices) {
      Identity identity = identity(group, choice, leftSize);
      if (identity == null || identity.nonZeroCount(values) == 0) {
        continue;
      }
      List<Integer> lists = new ArrayList<>();
      for (List<Integer> ids : choice) {
        lists.add(index.tableOf(ids.get(0)));
        lists.add(listOf(ids.get(0)));
      }
      Identity known = best.get(lists);
      if (known == null
          || (identity.outcome(index, values).ordinal() < known.outcome(index, values).ordinal())) {
        best.put(lists, identity);
      }
    }
    for (Identity identity : best.values()) {
      boolean across = false;
      for (int cell : identity.cells()) {
        across |= index.tableOf(cell) != index.tableOf(identity.cells()[0]);
      }
      identities.add(
          new Identity(
              across ? group : group(rule, false), identity.cells(), identity.coefficients()));
    }
  }

  private int listOf(int id) {
    return index.table(id).columns().get(index.ref(id).column()).list();
  }

  private static List<List<List<Integer>>> extended(
      List<List<List<Integer>>> choices, List<List<Integer>> places) {
    List<List<List<Integer>>> longer = new ArrayList<>();
    for (List<List<Integer>> choice : choices) {
      for (List<Integer> place : places) {
        List<List<Integer>> more = new ArrayList<>(choice);
        more.add(place);
        longer.add(more);
      }
    }
    return longer;
  }

  private static @Nullable Identity identity(
      IdentityGroup group, List<List<Integer>> choice, int leftSize) {
    List<Integer> cells = new ArrayList<>();
    List<Integer> coefficients = new ArrayList<>();
    for (int i = 0; i < choice.size(); i++) {
      for (int id : choice.get(i)) {
        if (cells.contains(id)) {
          return null;
        }
        cells.add(id);
        coefficients.add(i < leftSize ? 1 : -1);
      }
    }
    return new Identity(
        group,
        cells.stream().mapToInt(i -> i).toArray(),
        coefficients.stream().mapToInt(i -> i).toArray());
  }

  /** The cells, or sums of cells, that a selector may mean. */
  private List<List<Integer>> places(Relation.Selector selector) {
    Integer t = table(selector);
    if (t == null) {
      return List.of();
    }
    Table table = index.tables().get(t);
    List<List<Integer>> places = new ArrayList<>();
    for (int list : lists(table, selector)) {
      int column = column(table, list, selector.measure());
      if (column < 0) {
        continue;
      }
      List<List<Integer>> rowChoices = new ArrayList<>();
      if (selector.label() != null) {
        labelled(table, list, selector.label(), rowChoices);
      }
      for (String row : selector.row()) {
        rows(table, list, row, words, rowChoices);
      }
      for (List<Integer> rows : rowChoices) {
        List<Integer> ids = new ArrayList<>();
        for (int r : rows) {
          int id = index.id(t, r, column);
          if (id >= 0) {
            ids.add(id);
          }
        }
        if (!ids.isEmpty()) {
          places.add(ids);
        }
      }
    }
    return places;
  }

  private @Nullable Integer table(Relation.Selector selector) {
    for (String kind : selector.kind()) {
      List<Integer> tables = byKind.getOrDefault(kind, List.of());
      if (!tables.isEmpty()) {
        return tables.size() == 1 ? tables.get(0) : null;
      }
    }
    return null;
  }

  /** The lists of a table that a selector is about. */
  static List<Integer> lists(Table table, Relation.Selector selector) {
    List<Integer> lists = new ArrayList<>();
    for (Column column : table.columns()) {
      String header = TextNormalizer.of(String.join("", column.header()));
      if (!lists.contains(column.list())
          && (selector.list() == null || selector.list().matcher(header).find())) {
        lists.add(column.list());
      }
    }
    return lists;
  }

  /**
   * The column that a list has for the first of some measures, or its first amount if none is asked
   * for; -1 if it has none. Columns of earlier years than its last (2023年预算数 before 2024年预算数) are
   * left aside: relations between tables are about one year.
   */
  static int column(Table table, int list, List<String> measures) {
    int year = lastYear(table, list);
    if (measures.isEmpty()) {
      for (int c = 0; c < table.columns().size(); c++) {
        Column column = table.columns().get(c);
        if (column.list() == list
            && column.role() == ColumnRole.AMOUNT
            && !isEarlier(column, year)) {
          return c;
        }
      }
      return -1;
    }
    for (String measure : measures) {
      int found = only(table, list, measure, year);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private static int lastYear(Table table, int list) {
    return table.columns().stream()
        .filter(column -> column.list() == list && column.year() != null)
        .mapToInt(column -> Objects.requireNonNull(column.year()))
        .max()
        .orElse(0);
  }

  private static boolean isEarlier(Column column, int year) {
    return "prior_year_final".equals(column.measure())
        || column.year() != null && column.year() < year;
  }

  /** The one column of a list and year that has a measure; -1 if there is none, or several. */
  private static int only(Table table, int list, String measure, int year) {
    int found = -1;
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      if (column.list() == list
          && measure.equals(column.measure())
          && (column.year() == null || column.year() >= year)) {
        if (found >= 0) {
          return -1;
        }
        found = c;
      }
    }
    return found;
  }

  private static void labelled(
      Table table, int list, Pattern label, List<List<Integer>> rowChoices) {
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      if (row.list() == list
          && row.keys().label() != null
          && label.matcher(TextNormalizer.of(row.keys().label())).matches()) {
        rowChoices.add(List.of(r));
        return;
      }
    }
  }

  /** Adds the rows of a list that a word names: each choice is one row, or several to add up. */
  static void rows(
      Table table, int list, String which, LabelPatterns words, List<List<Integer>> rowChoices) {
    RowKind kind =
        which.equals("total")
            ? RowKind.TOTAL
            : which.equals("subtotal") ? RowKind.SUBTOTAL : RowKind.ITEM;
    boolean found = false;
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      if (row.list() == list
          && row.kind() == kind
          && (kind != RowKind.ITEM || which.equals(row.keys().code()))
          && row.cells().stream().anyMatch(cell -> cell.amount() != null)) {
        rowChoices.add(List.of(r));
        found = true;
      }
    }
    if (!found && kind == RowKind.TOTAL && noTotals(table, list)) {
      List<Integer> top = new RowSums(table, list, words).top();
      if (!top.isEmpty()) {
        rowChoices.add(top);
      }
    }
  }

  private static boolean noTotals(Table table, int list) {
    return table.rows().stream().noneMatch(row -> row.list() == list && row.kind() != RowKind.ITEM);
  }
}
