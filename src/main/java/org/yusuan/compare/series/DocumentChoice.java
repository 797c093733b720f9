package org.yusuan.compare.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;

/**
 * Which document speaks for each period, and why some do not.
 *
 * @param documents one document for each period
 * @param notes what is left out, and why
 */
record DocumentChoice(TreeMap<Period, Fact.Document> documents, List<Note> notes) {

  static DocumentChoice of(Holdings holdings, int firstYear, int lastYear, @Nullable String stage) {
    TreeMap<Period, List<Fact.Document>> candidates = new TreeMap<>();
    List<Note> notes = new ArrayList<>();
    for (Fact.Document document : holdings.documents()) {
      Integer year = document.fiscalYear();
      String itsStage = document.stage();
      if (year == null || itsStage == null) {
        notes.add(
            new Note(
                document.file() + " 未写明年度或预算、决算阶段，未列入比较",
                document.file() + " states no year or no stage and is left out"));
      } else if (year >= firstYear
          && year <= lastYear
          && (stage == null || stage.equals(itsStage))) {
        candidates
            .computeIfAbsent(new Period(year, itsStage), period -> new ArrayList<>())
            .add(document);
      }
    }
    TreeMap<Period, Fact.Document> chosen = new TreeMap<>();
    candidates.forEach((period, files) -> choose(period, files, holdings, chosen, notes));
    missing(candidates, firstYear, lastYear, notes);
    return new DocumentChoice(chosen, notes);
  }

  private static void choose(
      Period period,
      List<Fact.Document> files,
      Holdings holdings,
      Map<Period, Fact.Document> chosen,
      List<Note> notes) {
    List<Fact.Document> sorted =
        files.stream().sorted(Comparator.comparing(Fact.Document::file)).toList();
    Fact.Document first = sorted.get(0);
    List<String> content = content(first, holdings);
    boolean same = sorted.stream().allMatch(other -> content(other, holdings).equals(content));
    String names = sorted.stream().map(Fact.Document::file).collect(Collectors.joining(", "));
    if (same) {
      chosen.put(period, first);
    }
    if (sorted.size() > 1) {
      notes.add(
          same
              ? new Note(
                  period.zh() + "有" + sorted.size() + "份文件，金额完全相同，取其一：" + names,
                  "there are "
                      + sorted.size()
                      + " documents for the "
                      + period.en()
                      + " with the same amounts; one is taken: "
                      + names)
              : new Note(
                  period.zh()
                      + "有"
                      + sorted.size()
                      + "份文件，金额不同，不作比较："
                      + names
                      + "。可用 --without 排除其中之一",
                  "there are "
                      + sorted.size()
                      + " documents for the "
                      + period.en()
                      + " and they differ, so neither is compared: "
                      + names
                      + ". Leave one out with --without"));
    }
  }

  private static void missing(
      TreeMap<Period, List<Fact.Document>> candidates,
      int firstYear,
      int lastYear,
      List<Note> notes) {
    List<String> stages = candidates.keySet().stream().map(Period::stage).distinct().toList();
    for (String stage : stages) {
      List<String> years =
          IntStream.rangeClosed(firstYear, lastYear)
              .filter(year -> !candidates.containsKey(new Period(year, stage)))
              .mapToObj(String::valueOf)
              .toList();
      if (!years.isEmpty()) {
        boolean budget = stage.equals(Period.BUDGET);
        notes.add(
            new Note(
                "没有" + String.join("、", years) + "年" + (budget ? "预算" : "决算") + "的文件",
                "there is no document for the "
                    + (budget ? "budget" : "final accounts")
                    + " of "
                    + String.join(", ", years)));
      }
    }
  }

  /** What a document says, apart from where it stands on the page. */
  private static List<String> content(Fact.Document document, Holdings holdings) {
    return holdings.factsOf(document).stream()
        .map(
            fact ->
                fact.table().kind()
                    + '|'
                    + fact.line().list()
                    + '|'
                    + Objects.requireNonNullElse(fact.line().itemPath(), "")
                    + '|'
                    + Objects.requireNonNullElse(fact.line().functionalCode(), "")
                    + Objects.requireNonNullElse(fact.line().economicCode(), "")
                    + '|'
                    + fact.meaning().measure()
                    + '|'
                    + fact.meaning().basis()
                    + '|'
                    + fact.amount().stripTrailingZeros().toPlainString())
        .sorted()
        .toList();
  }
}
