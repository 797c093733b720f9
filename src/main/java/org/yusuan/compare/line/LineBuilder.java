package org.yusuan.compare.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Period;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.Series;
import org.yusuan.knowledge.SeriesCatalog;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;

/** Makes lines over all periods from one reading for each. */
public final class LineBuilder {

  private final SeriesCatalog model;
  private final Classification classification;
  private final Messages messages;
  private final EntryComparer comparer;
  private final List<Period> periods;

  public LineBuilder(
      SeriesCatalog model, Classification classification, List<Period> periods, Messages messages) {
    this.messages = messages;
    this.model = model;
    this.classification = classification;
    this.comparer = new EntryComparer(model, classification, messages);
    this.periods = periods;
  }

  /** All lines in order. */
  public List<ComparedLine> lines(List<@Nullable OfferedLines> readings, Series series) {
    List<Map<String, OfferedLines.KeyedEntry>> columns = new ArrayList<>();
    List<TableDepth> shapes = new ArrayList<>();
    for (OfferedLines reading : readings) {
      Map<String, OfferedLines.KeyedEntry> column =
          reading == null ? Map.of() : new LinkedHashMap<>(reading.lines());
      columns.add(column);
      shapes.add(TableDepth.of(column.values()));
    }
    Set<String> renumbered = renumber(columns);
    boolean coded = series.key() == Series.Key.FUNCTIONAL || series.key() == Series.Key.ECONOMIC;
    List<ComparedLine> lines = new ArrayList<>();
    for (String key : order(columns, coded)) {
      lines.add(line(key, columns, shapes, readings, renumbered.contains(key)));
    }
    return lines;
  }

  /**
   * Gives one key to two lines whose codes the classification does not list, if no period has both,
   * and if they have the same name under the same parent (a region numbered them anew), or a name
   * that occurs only once in either table (a code was misprinted).
   *
   * @return the keys that were so joined
   */
  private Set<String> renumber(List<Map<String, OfferedLines.KeyedEntry>> columns) {
    Set<String> joined = new LinkedHashSet<>();
    for (int late = columns.size() - 1; late > 0; late--) {
      for (OfferedLines.KeyedEntry newer : List.copyOf(columns.get(late).values())) {
        for (int early = 0; early < late; early++) {
          String match = sameName(newer, periods.get(late), columns, early);
          if (match != null) {
            boolean misprinted = classification.knows(match) && !isKnown(newer);
            String key = misprinted ? match : newer.key().id();
            rename(columns, late, newer.key().id(), key);
            rename(columns, early, match, key);
            joined.add(key);
            break;
          }
        }
      }
    }
    return joined;
  }

  private static void rename(
      List<Map<String, OfferedLines.KeyedEntry>> columns, int column, String from, String to) {
    Map<String, OfferedLines.KeyedEntry> renamed = new LinkedHashMap<>();
    columns.get(column).forEach((id, entry) -> renamed.put(id.equals(from) ? to : id, entry));
    columns.set(column, renamed);
  }

  private boolean isKnown(OfferedLines.KeyedEntry entry) {
    String code = entry.key().code();
    return code != null && classification.knows(code);
  }

  private @Nullable String sameName(
      OfferedLines.KeyedEntry newer,
      Period period,
      List<Map<String, OfferedLines.KeyedEntry>> columns,
      int early) {
    String code = newer.key().code();
    String label = newer.entry().label();
    if (code == null || label == null || columns.get(early).containsKey(newer.key().id())) {
      return null;
    }
    int year = periods.get(early).year();
    for (Map.Entry<String, OfferedLines.KeyedEntry> older : columns.get(early).entrySet()) {
      String olderCode = older.getValue().key().code();
      boolean candidate =
          olderCode != null
              && isNamed(older.getValue(), label)
              && columns.stream()
                  .noneMatch(
                      column ->
                          column.containsKey(older.getKey())
                              && column.containsKey(newer.key().id()));
      if (candidate && olderCode != null) {
        boolean sibling =
            olderCode.length() == code.length()
                && Objects.equals(classification.parentOf(olderCode), classification.parentOf(code))
                && (classification.lookup(code, period.year()) == null
                    || classification.lookup(olderCode, year) == null);
        boolean misprint =
            classification.knows(code) != classification.knows(olderCode)
                && named(columns.get(early), label) == 1
                && named(columns.get(periods.indexOf(period)), label) == 1;
        if (sibling || misprint) {
          return older.getKey();
        }
      }
    }
    return null;
  }

  private long named(Map<String, OfferedLines.KeyedEntry> column, String label) {
    return column.values().stream().filter(entry -> isNamed(entry, label)).count();
  }

  private boolean isNamed(OfferedLines.KeyedEntry entry, String label) {
    String other = entry.entry().label();
    return other != null && model.plain(other).equals(model.plain(label));
  }

  /**
   * The order of lines: codes in their own order; others as in the newest table, with older ones
   * where they stood.
   */
  private List<String> order(List<Map<String, OfferedLines.KeyedEntry>> columns, boolean coded) {
    List<String> order = new ArrayList<>();
    for (int column = columns.size() - 1; column >= 0; column--) {
      int place = 0;
      for (String key : columns.get(column).keySet()) {
        int found = order.indexOf(key);
        if (found < 0) {
          order.add(place, key);
          found = place;
        }
        place = found + 1;
      }
    }
    if (coded) {
      order.sort(
          Comparator.comparing((String key) -> !Character.isDigit(key.charAt(0)))
              .thenComparing(key -> Character.isDigit(key.charAt(0)) ? key : ""));
    }
    return order;
  }

  private ComparedLine line(
      String key,
      List<Map<String, OfferedLines.KeyedEntry>> columns,
      List<TableDepth> shapes,
      List<@Nullable OfferedLines> readings,
      boolean renumbered) {
    List<EntryComparer.Side> sides = new ArrayList<>();
    OfferedLines.KeyedEntry newest = null;
    String code = null;
    for (int i = 0; i < columns.size(); i++) {
      OfferedLines.KeyedEntry keyed = columns.get(i).get(key);
      newest = keyed == null ? newest : keyed;
      if (keyed != null && (code == null || isKnown(keyed))) {
        code = keyed.key().code();
      }
      StatedLine missing = readings.get(i) == null ? StatedLine.NO_TABLE : StatedLine.ABSENT;
      sides.add(
          new EntryComparer.Side(
              periods.get(i),
              keyed == null ? missing : keyed.entry(),
              keyed == null ? null : keyed.key().code(),
              keyed != null && keyed.key().sum(),
              shapes.get(i)));
    }
    OfferedLines.KeyedEntry last = Objects.requireNonNull(newest);
    SeriesCatalog.Name known = model.name(key);
    var printed = Objects.requireNonNull(last.entry().line()).line();
    boolean total = !printed.kind().equals("item") && known == null;
    Classification.CodeName entry =
        code == null ? null : classification.lookup(code, periods.get(periods.size() - 1).year());
    String english = entry == null ? null : entry.english();
    String label = Objects.requireNonNullElse(printed.item(), key);
    return new ComparedLine(
        key,
        code,
        known != null ? known.zh() : model.unnumbered(label),
        known != null ? known.en() : total ? "Total" : english,
        total || LineKeys.TOTAL.equals(printed.kind()),
        known != null ? known.level() : printed.level(),
        last.direction(),
        sides.stream().map(EntryComparer.Side::entry).toList(),
        changes(sides),
        known != null ? List.of() : names(sides, renumbered));
  }

  /**
   * The changes of a line: from year to year within a stage, from the first year to the last, and
   * from each budget to its final accounts.
   */
  private List<LineChange> changes(List<EntryComparer.Side> sides) {
    List<LineChange> changes = new ArrayList<>();
    for (String stage : List.of(Period.BUDGET, Period.EXECUTION, Period.FINAL_ACCOUNTS)) {
      List<EntryComparer.Side> years =
          sides.stream().filter(side -> side.period().stage().equals(stage)).toList();
      for (int i = 1; i < years.size(); i++) {
        changes.add(comparer.compare(years.get(i - 1), years.get(i)));
      }
      if (years.size() > 2) {
        changes.add(comparer.compare(years.get(0), years.get(years.size() - 1)));
      }
    }
    for (int i = 1; i < sides.size(); i++) {
      if (sides.get(i - 1).period().year() == sides.get(i).period().year()) {
        changes.add(comparer.compare(sides.get(i - 1), sides.get(i)));
      }
    }
    return changes;
  }

  /** Notes under which names and codes a line was printed. */
  private List<Wording> names(List<EntryComparer.Side> sides, boolean renumbered) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> codes = new LinkedHashMap<>();
    for (EntryComparer.Side side : sides) {
      String label = side.entry().label();
      if (label != null && !label.isBlank()) {
        names.putIfAbsent(model.plain(label), side.period().year() + " " + label);
      }
      if (side.code() != null) {
        codes.putIfAbsent(side.code(), side.period().year() + " " + side.code());
      }
    }
    List<Wording> notes = new ArrayList<>();
    if (names.size() > 1) {
      String all = String.join("；", names.values());
      notes.add(messages.say("renamed", Map.of("names", Wording.of(all))));
    }
    if (codes.size() > 1) {
      String all = String.join("；", codes.values());
      notes.add(
          messages.say(
              renumbered ? "renumbered-by-name" : "renumbered", Map.of("codes", Wording.of(all))));
    }
    return notes;
  }
}
