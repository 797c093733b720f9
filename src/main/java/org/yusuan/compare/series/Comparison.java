package org.yusuan.compare.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.DocumentChoice;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.Period;
import org.yusuan.export.Fact;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.SeriesCatalog;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;

/**
 * The disclosures of an organization side by side.
 *
 * @param organizations its name, or its names if it changed
 * @param level {@code department} or {@code unit}; null if the documents do not say
 * @param columns the periods and their documents, oldest first
 * @param lines the lines asked for
 * @param totals total revenue and expenditure
 * @param functions expenditure by 类
 * @param threePublic travel abroad, vehicles and receptions
 * @param debts what a government may owe and what it owes
 * @param notes what cannot be compared, and why
 * @param contradictions what the documents say against themselves
 */
public record Comparison(
    List<String> organizations,
    @Nullable String level,
    List<PeriodColumn> columns,
    View lines,
    View totals,
    View functions,
    View threePublic,
    View debts,
    List<Wording> notes,
    List<Holdings.Contradiction> contradictions) {

  private static final Messages MESSAGES = Messages.shipped();

  public Comparison {
    organizations = List.copyOf(organizations);
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * A period and the document that is used for it.
   *
   * @param period the period
   * @param document its document
   * @param verified how many of the document's amounts are verified
   * @param unverified how many are not
   * @param disputed how many are disputed
   */
  public record PeriodColumn(
      Period period, Fact.Document document, int verified, int unverified, int disputed) {}

  /**
   * What a user asks to compare.
   *
   * @param by the series: {@code function}, {@code economic} or {@code item}
   * @param firstYear the first year
   * @param lastYear the last year
   * @param stage {@code budget} or {@code final-accounts}; null for both
   */
  public record Question(String by, int firstYear, int lastYear, @Nullable String stage) {}

  /** Compares the holdings of one organization at one level. */
  public static Comparison of(Holdings holdings, Question question) {
    DocumentChoice choice =
        DocumentChoice.of(
            holdings, question.firstYear(), question.lastYear(), question.stage(), MESSAGES);
    TreeMap<Period, Fact.Document> documents = choice.documents();
    Views views =
        new Views(holdings, documents, SeriesCatalog.shipped(), Classification.shipped(), MESSAGES);
    List<Wording> notes = new ArrayList<>(choice.notes());
    List<String> organizations =
        documents.values().stream()
            .map(document -> Objects.requireNonNullElse(document.organization(), ""))
            .distinct()
            .toList();
    if (organizations.size() > 1) {
      String names = String.join("、", organizations);
      notes.add(MESSAGES.say("other-organizations", Map.of("names", Wording.of(names))));
    }
    List<PeriodColumn> columns = new ArrayList<>();
    documents.forEach((period, document) -> columns.add(column(period, document, holdings)));
    List<String> used = documents.values().stream().map(Fact.Document::sha256).toList();
    return new Comparison(
        organizations,
        documents.isEmpty() ? null : documents.firstEntry().getValue().level(),
        columns,
        views.of(question.by()),
        views.of("totals"),
        classes(views.of("function")),
        views.of("three_public"),
        views.of("debt"),
        notes,
        holdings.contradictions().stream().filter(one -> used.contains(one.document())).toList());
  }

  /** All series that are shown; of one that no document has, no notes are told. */
  public List<View> views() {
    return List.of(lines, totals, functions, threePublic, debts).stream()
        .filter(view -> view == lines || !view.lines().isEmpty())
        .toList();
  }

  /** The notes of all parts, each once. */
  public List<Wording> allNotes() {
    List<Wording> all = new ArrayList<>(notes);
    for (View view : views()) {
      view.notes().stream().filter(note -> !all.contains(note)).forEach(all::add);
    }
    return all;
  }

  private static View classes(View view) {
    return new View(
        view.series(),
        view.tables(),
        view.lines().stream().filter(line -> line.level() <= 1).toList(),
        view.notes());
  }

  private static PeriodColumn column(Period period, Fact.Document document, Holdings holdings) {
    int[] counts = new int[3];
    for (Fact fact : holdings.factsOf(document)) {
      switch (fact.evidence().status()) {
        case "verified" -> counts[0]++;
        case "disputed" -> counts[2]++;
        default -> counts[1]++;
      }
    }
    return new PeriodColumn(period, document, counts[0], counts[1], counts[2]);
  }
}
