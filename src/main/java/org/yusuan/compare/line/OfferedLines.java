package org.yusuan.compare.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.export.Fact;
import org.yusuan.export.PrintedLine;
import org.yusuan.knowledge.Series;

/**
 * The lines that one table of one document offers to a series.
 *
 * @param table which table
 * @param lines its lines by key, in their order
 */
public record OfferedLines(Fact.TableKey table, Map<String, KeyedEntry> lines) {

  /**
   * An entry and the key of its line.
   *
   * @param key its key
   * @param direction revenue or expenditure; null if unknown
   * @param entry the entry
   */
  record KeyedEntry(LineKeys.LineKey key, @Nullable String direction, StatedLine entry) {}

  /** Reads all tables of a kind that hold figures; empty if the document has none. */
  public static List<OfferedLines> of(
      Fact.Document document, Holdings holdings, Series.LineOrigin origin, LineKeys keys) {
    return of(document, String.valueOf(document.stage()), holdings, origin, keys);
  }

  /**
   * Reads the amounts of one stage.
   *
   * @param basis the stage; a final account may repeat the budget
   */
  public static List<OfferedLines> of(
      Fact.Document document,
      String basis,
      Holdings holdings,
      Series.LineOrigin origin,
      LineKeys keys) {
    Map<String, List<Fact>> facts =
        holdings.factsOf(document).stream()
            .filter(fact -> fact.table().kind().equals(origin.kind()))
            .filter(
                fact ->
                    origin.scope() == null
                        || origin.scope().equals(fact.table().dimensions().scope()))
            .filter(
                fact ->
                    fact.meaning().measure() != null
                        && origin.measures().contains(fact.meaning().measure()))
            .filter(fact -> Objects.equals(fact.meaning().year(), document.fiscalYear()))
            .filter(fact -> basis.equals(fact.meaning().basis()))
            .collect(
                Collectors.groupingBy(
                    fact -> fact.table().id(), LinkedHashMap::new, Collectors.toList()));
    List<PrintedLine> lines = holdings.linesOf(document);
    List<OfferedLines> readings = new ArrayList<>();
    facts.forEach(
        (table, amounts) -> {
          List<PrintedLine> rows =
              lines.stream().filter(line -> line.table().id().equals(table)).toList();
          Map<String, KeyedEntry> read =
              origin.key() == Series.Key.MEASURE
                  ? measures(origin, rows, amounts)
                  : keyed(origin, rows, amounts, keys);
          if (!read.isEmpty()) {
            readings.add(new OfferedLines(amounts.get(0).table(), read));
          }
        });
    return readings;
  }

  private static Map<String, KeyedEntry> keyed(
      Series.LineOrigin origin, List<PrintedLine> rows, List<Fact> amounts, LineKeys keys) {
    Map<Integer, List<Fact>> byList = new TreeMap<>();
    amounts.forEach(
        fact -> byList.computeIfAbsent(fact.line().list(), list -> new ArrayList<>()).add(fact));
    Map<String, KeyedEntry> read = new LinkedHashMap<>();
    byList.forEach(
        (list, all) -> {
          Map<Integer, Fact> whole = whole(origin, all);
          String direction = all.get(0).meaning().direction();
          for (PrintedLine row : rows) {
            if (row.line().list() == list) {
              int year = Objects.requireNonNull(row.document().fiscalYear());
              LineKeys.LineKey key = keys.of(origin.key(), row.line(), direction, year);
              if (key != null) {
                StatedLine entry = StatedLine.of(row, whole.get(row.line().row()));
                read.merge(key.id(), new KeyedEntry(key, direction, entry), OfferedLines::joined);
              }
            }
          }
        });
    return read;
  }

  /** The amounts of the column that holds the whole of a line, by row. */
  private static Map<Integer, Fact> whole(Series.LineOrigin origin, List<Fact> facts) {
    for (String measure : origin.measures()) {
      Map<Integer, Fact> found = new LinkedHashMap<>();
      for (Fact fact : facts) {
        if (measure.equals(fact.meaning().measure())) {
          found.putIfAbsent(fact.line().row(), fact);
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Map.of();
  }

  /** The columns of the one row that sums a table, or of its only one. */
  private static Map<String, KeyedEntry> measures(
      Series.LineOrigin origin, List<PrintedLine> rows, List<Fact> amounts) {
    List<PrintedLine> totals =
        rows.stream().filter(row -> row.line().kind().equals(LineKeys.TOTAL)).toList();
    List<PrintedLine> sums = totals.isEmpty() ? rows : totals;
    if (sums.size() != 1) {
      return Map.of();
    }
    PrintedLine row = sums.get(0);
    Map<String, KeyedEntry> read = new LinkedHashMap<>();
    for (String measure : origin.measures()) {
      Fact found =
          amounts.stream()
              .filter(fact -> fact.line().row() == row.line().row())
              .filter(fact -> measure.equals(fact.meaning().measure()))
              .findFirst()
              .orElse(null);
      read.put(
          measure,
          new KeyedEntry(
              new LineKeys.LineKey(measure, null), "expenditure", StatedLine.of(row, found)));
    }
    return read;
  }

  /**
   * Joins two lines with one key: the same amount twice is one line, and an amount replaces a
   * blank.
   */
  private static KeyedEntry joined(KeyedEntry first, KeyedEntry second) {
    if (second.entry().state() == StatedLine.State.BLANK) {
      return first;
    }
    if (first.entry().state() == StatedLine.State.BLANK) {
      return second;
    }
    var one = first.entry().amount();
    var two = second.entry().amount();
    if (one != null && two != null && one.compareTo(two) == 0) {
      return first;
    }
    return new KeyedEntry(
        first.key(),
        first.direction(),
        new StatedLine(StatedLine.State.AMBIGUOUS, first.entry().line(), null));
  }
}
