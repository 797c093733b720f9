package org.yusuan.compare.series;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.LineChange;
import org.yusuan.export.Fact;
import org.yusuan.export.Facts;
import org.yusuan.export.PrintedLine;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Box;

/** Compares made disclosures. */
public final class Compared {

  private Compared() {}

  static Holdings holdings(MadeDisclosure... made) {
    Facts facts = new Facts();
    List<Fact.Document> documents = new ArrayList<>();
    List<Fact> amounts = new ArrayList<>();
    List<PrintedLine> lines = new ArrayList<>();
    List<Holdings.Contradiction> contradictions = new ArrayList<>();
    for (MadeDisclosure one : made) {
      Disclosure disclosure = one.build();
      documents.add(Facts.document(disclosure));
      amounts.addAll(facts.of(disclosure));
      lines.addAll(facts.linesOf(disclosure));
      for (Finding finding : disclosure.findings()) {
        contradictions.add(
            new Holdings.Contradiction(
                disclosure.source().sha256(),
                1,
                new Wording(finding.messageZh(), finding.messageEn()),
                finding.cells().isEmpty()
                    ? List.of()
                    : List.of(new Holdings.AmountPlace(1, new Box(50, 100, 130, 120)))));
      }
    }
    return new Holdings(documents, amounts, lines, contradictions);
  }

  public static Comparison by(String by, MadeDisclosure... made) {
    return Comparison.of(holdings(made), new Comparison.Question(by, 2010, 2030, null));
  }

  static ComparedLine line(Comparison comparison, String key) {
    return comparison.lines().lines().stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    key
                        + " is not among "
                        + comparison.lines().lines().stream().map(ComparedLine::key).toList()));
  }

  /** The first change of a line. */
  static LineChange change(Comparison comparison, String key) {
    return line(comparison, key).changes().get(0);
  }
}
