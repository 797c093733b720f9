package org.yusuan.compare.holding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;

/**
 * Which document is used for each period, and why others are not.
 *
 * @param documents one document for each period
 * @param notes what is left out, and why
 */
public record DocumentChoice(TreeMap<Period, Fact.Document> documents, List<Wording> notes) {

  public static DocumentChoice of(
      Holdings holdings, int firstYear, int lastYear, @Nullable String stage, Messages messages) {
    TreeMap<Period, List<Fact.Document>> candidates = new TreeMap<>();
    List<Wording> notes = new ArrayList<>();
    for (Fact.Document document : holdings.documents()) {
      Integer year = document.fiscalYear();
      String itsStage = document.stage();
      if (year == null || itsStage == null) {
        notes.add(messages.say("no-year-or-stage", Map.of("file", Wording.of(document.file()))));
      } else if (year >= firstYear
          && year <= lastYear
          && (stage == null || stage.equals(itsStage))) {
        candidates
            .computeIfAbsent(new Period(year, itsStage), period -> new ArrayList<>())
            .add(document);
      }
    }
    TreeMap<Period, Fact.Document> chosen = new TreeMap<>();
    candidates.forEach((period, files) -> choose(period, files, holdings, messages, chosen, notes));
    missing(candidates, firstYear, lastYear, messages, notes);
    return new DocumentChoice(chosen, notes);
  }

  private static void choose(
      Period period,
      List<Fact.Document> files,
      Holdings holdings,
      Messages messages,
      Map<Period, Fact.Document> chosen,
      List<Wording> notes) {
    List<DuplicateDocuments.Copy> copies =
        files.stream()
            .map(document -> DuplicateDocuments.Copy.of(document, holdings.factsOf(document)))
            .sorted(DuplicateDocuments.BETTER_READ_FIRST)
            .toList();
    DuplicateDocuments.Copy best = copies.get(0);
    chosen.put(period, best.document());
    for (DuplicateDocuments.Copy other : copies.subList(1, copies.size())) {
      notes.add(DuplicateDocuments.compared(period, best, other, messages));
    }
  }

  private static void missing(
      TreeMap<Period, List<Fact.Document>> candidates,
      int firstYear,
      int lastYear,
      Messages messages,
      List<Wording> notes) {
    List<String> stages = candidates.keySet().stream().map(Period::stage).distinct().toList();
    for (String stage : stages) {
      List<String> years =
          IntStream.rangeClosed(firstYear, lastYear)
              .filter(year -> !candidates.containsKey(new Period(year, stage)))
              .mapToObj(String::valueOf)
              .toList();
      if (!years.isEmpty()) {
        notes.add(
            messages.say(
                "no-document",
                Map.of(
                    "years",
                    new Wording(String.join("、", years), String.join(", ", years)),
                    "stage",
                    Period.stageWording(stage))));
      }
    }
  }
}
