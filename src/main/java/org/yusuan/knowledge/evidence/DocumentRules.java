package org.yusuan.knowledge.evidence;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * The signs, other than figures, that a document was not finished. Data in {@code models/evidence}.
 *
 * @param placeholder what a template has where a name belongs
 * @param remains what a template leaves in the text between the tables
 * @param contentsHead the head of a list of contents
 * @param contentsLine a line of such a list
 * @param contentsEntry a line of it that names a table; its first group is the name
 * @param contentsNumber what stands before the name of a table
 * @param contentsFillers what tells no table from another in its name
 * @param heading headings of what is told of the document's year
 * @param emptiness words that explain any empty table
 * @param denies an expression for words that say that there is none of a thing, which stands for
 *     THING
 * @param budgetTitle titles of tables that are of the document's year
 * @param otherYearTitle titles of tables that may be of another year
 * @param denial what a note says that there is none of; its second group names it
 * @param outstanding what a note says that was not allocated yet; its first group names it
 * @param form kinds of table that are forms: their rows need no names
 * @param total rows of the total of a list, where another list stands beside it
 * @param section rows that begin a part of a table
 * @param budgetMeasure the measure of columns of the budget
 * @param executionMeasure the measure of columns of what was carried out
 * @param executed rows of what was carried out that two kinds of table have
 * @param denied how the kinds of table begin that such a note belongs to, by what it names
 */
public record DocumentRules(
    Pattern placeholder,
    Pattern remains,
    Pattern contentsHead,
    Pattern contentsLine,
    Pattern contentsEntry,
    Pattern contentsNumber,
    Pattern contentsFillers,
    Pattern heading,
    Pattern emptiness,
    String denies,
    Pattern budgetTitle,
    Pattern otherYearTitle,
    Pattern denial,
    Pattern outstanding,
    Pattern form,
    Pattern total,
    Pattern section,
    String budgetMeasure,
    String executionMeasure,
    List<SameThing> executed,
    Map<String, List<String>> denied) {
  public DocumentRules {
    denied = Map.copyOf(denied);
    executed = List.copyOf(executed);
  }

  /**
   * A row of what was carried out, which is a row with a column of it in another kind of table.
   *
   * @param kind the kind of its table
   * @param section the part of the table that it is in
   * @param label what it is called
   * @param otherKind the kind of the other table, which says of whom it is
   * @param otherLabel the row there
   */
  public record SameThing(
      String kind, Pattern section, Pattern label, String otherKind, Pattern otherLabel) {}

  /**
   * The shipped rules.
   *
   * @throws IllegalArgumentException if the file is wrong
   */
  public static DocumentRules shipped() {
    return KnowledgeFiles.shipped("evidence", "document.yaml", DocumentRules.class);
  }
}
