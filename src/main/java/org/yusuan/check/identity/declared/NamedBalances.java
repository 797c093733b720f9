package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Relation;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/**
 * Sums among the amounts that tables print of one name, as revenue, expenditure and surplus of each
 * fund. The tables are those of one year and level of government. A form may hold more than the
 * rule knows, as what a level above takes: so the rule counts for tables where it mostly holds, and
 * where it does not nothing follows.
 */
final class NamedBalances {

  /** The rule must hold this often in its tables for each time that it fails. A guess. */
  private static final int MIN_HOLDS_PER_FAILURE = 4;

  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");

  private final AmountIndex index;
  private final LabelPatterns words;
  private final Assignment values;

  NamedBalances(AmountIndex index, LabelPatterns words) {
    this.index = index;
    this.words = words;
    this.values = index.asRead();
  }

  /** A table that an amount of the rule may stand in: rows by name, columns by what they mean. */
  private record NamedRows(int table, Map<String, Integer> rows, Map<String, Integer> columns) {}

  /** Adds the sums of all tables that belong together. */
  void add(Relation rule, Relation.NamedRule named, List<Identity> identities) {
    for (List<NamedRows> tables : together(named.all())) {
      Set<String> names = new LinkedHashSet<>(tables.get(0).rows().keySet());
      tables.forEach(each -> names.retainAll(each.rows().keySet()));
      Set<String> columns = new LinkedHashSet<>();
      for (NamedRows each : tables) {
        columns.addAll(each.columns().keySet());
      }
      IdentityGroup group = DeclaredIdentities.group(rule, true);
      List<Identity> sums = new ArrayList<>();
      for (String name : names) {
        for (String column : columns) {
          int[] cells = tables.stream().mapToInt(each -> cell(each, name, column)).toArray();
          if (Arrays.stream(cells).allMatch(cell -> cell >= 0 && !index.isBlank(cell))
              && Arrays.stream(cells).distinct().count() == cells.length) {
            int[] coefficients = new int[cells.length];
            Arrays.setAll(coefficients, i -> i > 0 && i <= named.parts().size() ? -1 : 1);
            sums.add(new Identity(group, cells, coefficients));
          }
        }
      }
      long fails = sums.stream().filter(this::fails).count();
      if (sums.size() - fails >= Math.max(1, MIN_HOLDS_PER_FAILURE * fails)) {
        identities.addAll(sums);
      }
    }
  }

  private boolean fails(Identity identity) {
    return identity.outcome(index, values) == Outcome.FAILS;
  }

  /** Choices of a table for each amount of the rule, all of one year and level of government. */
  private List<List<NamedRows>> together(List<Relation.NamedAmount> amounts) {
    List<List<NamedRows>> choices = List.of(List.of());
    for (Relation.NamedAmount amount : amounts) {
      List<List<NamedRows>> longer = new ArrayList<>();
      for (int t = 0; t < index.tables().size(); t++) {
        if (!amount.kind().contains(index.tables().get(t).kind())) {
          continue;
        }
        NamedRows own = new NamedRows(t, rows(t, amount.label()), columns(t, amount.measure()));
        for (List<NamedRows> choice : choices) {
          if (!own.rows().isEmpty() && belongs(choice, own)) {
            longer.add(Stream.concat(choice.stream(), Stream.of(own)).toList());
          }
        }
      }
      choices = longer;
    }
    return choices;
  }

  private boolean belongs(List<NamedRows> choice, NamedRows other) {
    Table own = index.tables().get(other.table());
    return choice.stream()
        .map(each -> index.tables().get(each.table()))
        .allMatch(
            table ->
                Objects.equals(table.dimensions().scope(), own.dimensions().scope())
                    && Objects.equals(
                        table.dimensions().fiscalYear(), own.dimensions().fiscalYear()));
  }

  /** The first row of each name: what follows below the same name is a part of it. */
  private Map<String, Integer> rows(int t, Pattern label) {
    Map<String, Integer> named = new HashMap<>();
    List<Row> rows = index.tables().get(t).rows();
    for (int r = 0; r < rows.size(); r++) {
      @Nullable String own = rows.get(r).keys().label();
      if (own != null) {
        String plain = words.part(ListMark.without(TextNormalizer.of(own)));
        Matcher matcher = label.matcher(IN_BRACKETS.matcher(plain).replaceAll(""));
        if (matcher.matches()) {
          named.putIfAbsent(Objects.requireNonNullElse(matcher.group(1), ""), r);
        }
      }
    }
    return named;
  }

  /**
   * The columns that an amount may stand in, by what they mean; one for all if the rule says it.
   */
  private Map<String, Integer> columns(int t, @Nullable String wanted) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    Set<String> twice = new LinkedHashSet<>();
    Table table = index.tables().get(t);
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      @Nullable String measure = column.measure();
      if (column.role() != ColumnRole.AMOUNT || measure == null) {
        continue;
      }
      String meaning = wanted == null ? measure + " " + year(table, column) : "";
      if ((wanted == null || wanted.equals(measure)) && columns.put(meaning, c) != null) {
        twice.add(meaning);
      }
    }
    columns.keySet().removeAll(twice);
    return columns;
  }

  private static @Nullable Integer year(Table table, Column column) {
    return column.year() == null && !"prior_year_final".equals(column.measure())
        ? table.dimensions().fiscalYear()
        : column.year();
  }

  private int cell(NamedRows rows, String name, String meaning) {
    Integer row = rows.rows().get(name);
    Integer column = rows.columns().get(meaning);
    return row == null || column == null ? -1 : index.id(rows.table(), row, column);
  }
}
