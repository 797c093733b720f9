package org.yusuan.compare.holding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;

/**
 * Which document is used for each period, and why others are not.
 *
 * @param documents one document for each period
 * @param notes what is left out, and why
 */
public record DocumentChoice(TreeMap<Period, Fact.Document> documents, List<Note> notes) {

  public static DocumentChoice of(
      Holdings holdings, int firstYear, int lastYear, @Nullable String stage) {
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
    List<DuplicateDocuments.Copy> copies =
        files.stream()
            .map(document -> DuplicateDocuments.Copy.of(document, holdings.factsOf(document)))
            .sorted(DuplicateDocuments.BETTER_READ_FIRST)
            .toList();
    DuplicateDocuments.Copy best = copies.get(0);
    chosen.put(period, best.document());
    for (DuplicateDocuments.Copy other : copies.subList(1, copies.size())) {
      notes.add(DuplicateDocuments.compared(period, best, other));
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
        notes.add(
            new Note(
                "没有" + String.join("、", years) + "年" + Period.stageZh(stage) + "的文件",
                "there is no document for the "
                    + Period.stageEn(stage)
                    + " of "
                    + String.join(", ", years)));
      }
    }
  }
}
