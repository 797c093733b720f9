package org.yusuan.knowledge.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * Which evidence supports which explanation of a failed identity, and from which margin on a
 * document is accused. Data in {@code models/evidence}. Immutable; threads may share it.
 */
public final class EvidenceRules {

  private final Map<String, Evidence> evidence = new HashMap<>();
  private final Margins margins;
  private final Withheld withheld;
  private final Pattern footnoted;
  private final Set<String> settling;

  /**
   * By how many points the document's weight must exceed that of every other explanation.
   *
   * @param error for an error
   * @param warning for a warning
   * @param incomplete the same of the weight of a list that falls short
   */
  public record Margins(int error, int warning, int incomplete) {}

  /**
   * Classes of which items may be withheld.
   *
   * @param codes how their codes begin
   * @param names what they are called, in {@linkplain org.yusuan.text.TextNormalizer plain} form
   */
  public record Withheld(List<String> codes, Pattern names) {
    public Withheld {
      codes = List.copyOf(codes);
    }
  }

  private record File(
      Margins margins,
      Withheld withheld,
      Pattern footnoted,
      List<String> settling,
      List<Evidence> evidence) {}

  private EvidenceRules(File file) {
    margins = file.margins;
    withheld = file.withheld;
    footnoted = file.footnoted;
    settling = Set.copyOf(file.settling);
    file.evidence.forEach(each -> evidence.put(each.id(), each));
  }

  /**
   * The shipped rules.
   *
   * @throws IllegalArgumentException if the file is wrong
   */
  public static EvidenceRules shipped() {
    return new EvidenceRules(KnowledgeFiles.shipped("evidence", "failures.yaml", File.class));
  }

  /**
   * One kind of evidence.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Evidence of(String id) {
    Evidence found = evidence.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no evidence " + id);
    }
    return found;
  }

  public Margins margins() {
    return margins;
  }

  /** The labels of rows on which a footnote says more. */
  public Pattern footnoted() {
    return footnoted;
  }

  /**
   * The names of evidence that tells why a sum that order and indentation tell fails, so that its
   * amounts are not doubted.
   */
  public Set<String> settling() {
    return settling;
  }

  public Withheld withheld() {
    return withheld;
  }
}
