package org.yusuan.compare.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.Period;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.LineBuilder;
import org.yusuan.compare.line.LineKeys;
import org.yusuan.compare.line.OfferedLines;
import org.yusuan.compare.line.RestatementCheck;
import org.yusuan.export.Fact;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.Series;
import org.yusuan.knowledge.SeriesCatalog;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;

/** Puts the lines of one series side by side. */
final class Views {

  private final Holdings holdings;
  private final NavigableMap<Period, Fact.Document> documents;
  private final SeriesCatalog model;
  private final Messages messages;
  private final LineKeys keys;
  private final LineBuilder builder;
  private final RestatementCheck restated;

  Views(
      Holdings holdings,
      NavigableMap<Period, Fact.Document> documents,
      SeriesCatalog model,
      Classification classification,
      Messages messages) {
    this.messages = messages;
    this.holdings = holdings;
    this.documents = documents;
    this.model = model;
    this.keys = new LineKeys(model, classification);
    this.builder =
        new LineBuilder(model, classification, List.copyOf(documents.keySet()), messages);
    this.restated = new RestatementCheck(holdings, keys, model, messages);
  }

  /** The view of a series. */
  View of(String id) {
    Series series = model.series(id);
    List<Wording> notes = new ArrayList<>();
    List<@Nullable OfferedLines> readings = readings(series, notes);
    List<Fact.@Nullable TableKey> tables = new ArrayList<>();
    for (OfferedLines reading : readings) {
      tables.add(reading == null ? null : reading.table());
    }
    List<ComparedLine> lines = builder.lines(readings, series);
    List<Map.Entry<Period, Fact.Document>> columns = List.copyOf(documents.entrySet());
    for (int i = 0; i < columns.size(); i++) {
      OfferedLines reading = readings.get(i);
      if (reading != null) {
        notes.addAll(restated.disagreements(columns.get(i).getValue(), series, reading));
        Period period = columns.get(i).getKey();
        Fact.Document later = documents.get(new Period(period.year(), Period.FINAL_ACCOUNTS));
        if (period.isBudget() && later != null) {
          notes.addAll(restated.budgetsRepeated(reading, later, series));
        }
      }
    }
    return new View(series, tables, lines, notes);
  }

  /** For each period the table that its lines are taken from. */
  private List<@Nullable OfferedLines> readings(Series series, List<Wording> notes) {
    Map<Series.LineOrigin, List<@Nullable OfferedLines>> byOrigin = new LinkedHashMap<>();
    for (Series.LineOrigin origin : series.from()) {
      List<@Nullable OfferedLines> found = new ArrayList<>();
      for (Fact.Document document : documents.values()) {
        List<OfferedLines> all = OfferedLines.of(document, holdings, origin, keys);
        found.add(all.isEmpty() ? null : all.get(0));
      }
      byOrigin.put(origin, found);
    }
    List<@Nullable OfferedLines> best =
        series.either()
            ? firstOfEach(byOrigin.values())
            : Collections.max(
                byOrigin.values(),
                Comparator.comparingLong(list -> list.stream().filter(Objects::nonNull).count()));
    int column = 0;
    for (Map.Entry<Period, Fact.Document> document : documents.entrySet()) {
      if (best.get(column++) == null) {
        notes.add(
            messages.say(
                "no-comparable-table",
                Map.of(
                    "period",
                    document.getKey().wording(),
                    "series",
                    new Wording(series.zh(), series.en()),
                    "file",
                    Wording.of(document.getValue().file()))));
      }
    }
    return best;
  }

  private static List<@Nullable OfferedLines> firstOfEach(
      Collection<List<@Nullable OfferedLines>> alternatives) {
    List<@Nullable OfferedLines> first = new ArrayList<>();
    for (List<@Nullable OfferedLines> readings : alternatives) {
      for (int i = 0; i < readings.size(); i++) {
        if (first.size() <= i) {
          first.add(readings.get(i));
        } else if (first.get(i) == null) {
          first.set(i, readings.get(i));
        }
      }
    }
    return first;
  }
}
