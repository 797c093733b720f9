package org.yusuan.knowledge.evidence;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * The signs, other than figures, that a document was not finished. Data in {@code models/evidence}.
 *
 * @param placeholder what a template has where a name belongs
 * @param budgetTitle titles of tables that are of the document's year
 * @param otherYearTitle titles of tables that may be of another year
 * @param denial what a note says that there is none of; its second group names it
 * @param outstanding what a note says that was not allocated yet; its first group names it
 * @param form kinds of table that are forms: their rows need no names
 * @param denied how the kinds of table begin that such a note belongs to, by what it names
 */
public record DocumentRules(
    Pattern placeholder,
    Pattern budgetTitle,
    Pattern otherYearTitle,
    Pattern denial,
    Pattern outstanding,
    Pattern form,
    Map<String, List<String>> denied) {
  public DocumentRules {
    denied = Map.copyOf(denied);
  }

  /**
   * The shipped rules.
   *
   * @throws IllegalArgumentException if the file is wrong
   */
  public static DocumentRules shipped() {
    return KnowledgeFiles.shipped("evidence", "document.yaml", DocumentRules.class);
  }
}
