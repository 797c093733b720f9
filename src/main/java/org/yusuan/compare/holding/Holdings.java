package org.yusuan.compare.holding;

import java.util.List;
import org.yusuan.export.Fact;
import org.yusuan.export.PrintedLine;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Box;

/**
 * What is known of an organization.
 *
 * @param documents its documents
 * @param facts their amounts
 * @param lines their lines, also those without amounts
 * @param contradictions what these documents say against themselves
 */
public record Holdings(
    List<Fact.Document> documents,
    List<Fact> facts,
    List<PrintedLine> lines,
    List<Contradiction> contradictions) {
  public Holdings {
    documents = List.copyOf(documents);
    facts = List.copyOf(facts);
    lines = List.copyOf(lines);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * A contradiction of a document.
   *
   * @param document hash of its file
   * @param page the page to look at, from 1; 0 if it concerns the whole document
   * @param message what contradicts what
   * @param places the cells that it speaks of
   */
  public record Contradiction(
      String document, int page, Wording message, List<AmountPlace> places) {
    public Contradiction {
      places = List.copyOf(places);
    }
  }

  /**
   * Where an amount stands.
   *
   * @param page the page, from 1
   * @param bbox its rectangle, in points from the top left of the page
   */
  public record AmountPlace(int page, Box bbox) {}

  /** The facts of a document. */
  public List<Fact> factsOf(Fact.Document document) {
    return facts.stream()
        .filter(fact -> fact.document().sha256().equals(document.sha256()))
        .toList();
  }

  /** The lines of a document. */
  public List<PrintedLine> linesOf(Fact.Document document) {
    return lines.stream()
        .filter(line -> line.document().sha256().equals(document.sha256()))
        .toList();
  }
}
