package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

/**
 * Relations of the amounts that tables of one kind print for one item, year and stage: those of two
 * years, or of a whole area and its levels. They prove amounts where they hold, to the last digit;
 * where they do not, nothing is told, as the tables may count differently.
 */
final class LikeTables {

  /** A sum of levels that holds has at least this many amounts; two are told by their digits. */
  private static final int MIN_AMOUNTS = 3;

  private final AmountIndex index;
  private final Assignment values;
  private final Map<String, List<NamedColumn>> byKind = new LinkedHashMap<>();

  /** What the amounts of a column are about. */
  private record AmountMeaning(int year, Stage stage, @Nullable String measure) {}

  /** A column of a list with its rows by name. */
  private record NamedColumn(
      int table, int column, AmountMeaning meaning, Map<String, Integer> rows) {}

  /** What a cell prints, and of what: the total of all funds is not that of one of them. */
  private record AmountPrint(
      String name, int year, Stage stage, List<String> header, long amount) {}

  LikeTables(AmountIndex index, LabelPatterns words) {
    this.index = index;
    this.values = index.asRead();
    for (int t = 0; t < index.tables().size(); t++) {
      Table table = index.tables().get(t);
      if (!table.kind().equals(Table.UNKNOWN)) {
        add(t, table, words);
      }
    }
    byKind
        .values()
        .removeIf(series -> series.stream().map(NamedColumn::table).distinct().count() < 2);
  }

  private void add(int t, Table table, LabelPatterns words) {
    Map<Integer, Map<String, Integer>> rows = new HashMap<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      @Nullable AmountMeaning meaning = meaning(table, column);
      if (meaning != null) {
        Map<String, Integer> own =
            rows.computeIfAbsent(column.list(), list -> ItemRows.of(table, list, words));
        byKind
            .computeIfAbsent(table.kind(), kind -> new ArrayList<>())
            .add(new NamedColumn(t, c, meaning, own));
      }
    }
  }

  /** What a column is about; null if its year or stage is not known, or if it is no amount. */
  private static @Nullable AmountMeaning meaning(Table table, Column column) {
    Stage stage = column.stage() == null ? table.dimensions().stage() : column.stage();
    String measure = column.measure();
    boolean ofAnotherYear =
        measure != null && (measure.startsWith("prior_year") || measure.startsWith("change"));
    Integer year =
        column.year() == null && !ofAnotherYear ? table.dimensions().fiscalYear() : column.year();
    return column.role() != ColumnRole.AMOUNT || year == null || stage == null
        ? null
        : new AmountMeaning(year, stage, measure);
  }

  // --- one amount in several tables

  void again(Relation rule, Relation.AgainRule again, List<Identity> identities) {
    IdentityGroup group = DeclaredIdentities.group(rule, true);
    for (List<NamedColumn> series : byKind.values()) {
      Map<AmountPrint, Integer> first = new HashMap<>();
      for (NamedColumn one : series) {
        List<String> header = header(one, series);
        one.rows()
            .forEach(
                (name, row) -> {
                  int cell = index.id(one.table(), row, one.column());
                  if (cell < 0 || digits(values.of(cell)) < again.digits()) {
                    return;
                  }
                  AmountPrint print =
                      new AmountPrint(
                          name,
                          one.meaning().year(),
                          one.meaning().stage(),
                          header,
                          values.of(cell));
                  Integer other = first.putIfAbsent(print, cell);
                  if (other != null && index.tableOf(other) != one.table()) {
                    identities.add(Identity.sum(group, other, new int[] {cell}));
                  }
                });
      }
    }
  }

  /** The header of a column where it alone tells it from others of its year and stage. */
  private List<String> header(NamedColumn one, List<NamedColumn> series) {
    boolean several =
        series.stream()
                .filter(other -> other.table() == one.table() && other.rows() == one.rows())
                .filter(other -> other.meaning().year() == one.meaning().year())
                .filter(other -> other.meaning().stage() == one.meaning().stage())
                .count()
            > 1;
    return several
        ? index.tables().get(one.table()).columns().get(one.column()).header()
        : List.of();
  }

  /** The digits of an amount, without noughts at its ends. */
  private static int digits(long amount) {
    long rest = Math.abs(amount);
    while (rest != 0 && rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 0 ? 0 : String.valueOf(rest).length();
  }

  // --- levels of government

  void levels(Relation rule, Relation.LevelsRule levels, List<Identity> identities) {
    IdentityGroup group = DeclaredIdentities.group(rule, true);
    for (List<NamedColumn> series : byKind.values()) {
      for (NamedColumn whole : of(series, levels.whole(), null)) {
        List<List<NamedColumn>> choices = List.of(List.of());
        for (String part : levels.parts()) {
          List<List<NamedColumn>> longer = new ArrayList<>();
          for (List<NamedColumn> choice : choices) {
            for (NamedColumn one : of(series, part, whole.meaning())) {
              List<NamedColumn> more = new ArrayList<>(choice);
              more.add(one);
              longer.add(more);
            }
          }
          choices = longer;
        }
        choices.forEach(parts -> add(group, whole, parts, identities));
      }
    }
  }

  private List<NamedColumn> of(
      List<NamedColumn> series, String scope, @Nullable AmountMeaning meaning) {
    return series.stream()
        .filter(one -> scope.equals(index.tables().get(one.table()).dimensions().scope()))
        .filter(one -> meaning == null || meaning.equals(one.meaning()))
        .toList();
  }

  private void add(
      IdentityGroup group, NamedColumn whole, List<NamedColumn> parts, List<Identity> identities) {
    whole
        .rows()
        .forEach(
            (name, row) -> {
              int total = index.id(whole.table(), row, whole.column());
              int[] own =
                  parts.stream()
                      .filter(part -> part.rows().containsKey(name))
                      .mapToInt(
                          part ->
                              index.id(
                                  part.table(), part.rows().getOrDefault(name, -1), part.column()))
                      .toArray();
              if (total >= 0
                  && own.length == parts.size()
                  && Arrays.stream(own).allMatch(c -> c >= 0)) {
                Identity sum = Identity.sum(group, total, own);
                if (sum.outcome(index, values) == Outcome.HOLDS
                    && sum.nonZeroCount(values) >= MIN_AMOUNTS) {
                  identities.add(sum);
                }
              }
            });
  }
}
