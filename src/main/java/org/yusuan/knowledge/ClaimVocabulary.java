package org.yusuan.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Stage;

/**
 * The words of the prose: {@code models/claims/subjects.yaml}.
 *
 * @param subjects what an amount may be about; the first that fits wins
 * @param lead words before the subject
 * @param qualifiers words between subject and amount
 * @param change words before an amount that is a change
 * @param compared words that set an amount against another year or stage
 * @param explains words that begin an explanation
 * @param parts words that begin the parts of the amount before them
 * @param share words before a share; the group {@code whole} names the whole, or is empty
 * @param levelOfYear a clause that states the amount of a {@code year}
 * @param changeByPercent a clause that states a change from another year in percent
 * @param increaseByAmount a clause that states an increase from another year
 * @param upward words of changes that are increases
 * @param otherYear words for another year
 * @param pathMarks what stands after the names of a path: （类）, （款）, （项）
 * @param functionalKinds tables of functional items, in order of preference
 * @param economicKinds tables of economic items, in order of preference
 * @param itemMeasures the column that an item's amount stands in, in order of preference
 */
public record ClaimVocabulary(
    List<Subject> subjects,
    Pattern lead,
    List<Qualifier> qualifiers,
    Pattern change,
    Pattern compared,
    Pattern explains,
    Pattern parts,
    Pattern share,
    @JsonProperty("level_of_year") Pattern levelOfYear,
    @JsonProperty("change_by_percent") Pattern changeByPercent,
    @JsonProperty("increase_by_amount") Pattern increaseByAmount,
    Pattern upward,
    @JsonProperty("other_year") Pattern otherYear,
    @JsonProperty("path_marks") Pattern pathMarks,
    @JsonProperty("functional_kinds") List<String> functionalKinds,
    @JsonProperty("economic_kinds") List<String> economicKinds,
    @JsonProperty("item_measures") List<String> itemMeasures) {

  public ClaimVocabulary {
    change = atEnd(change);
  }

  /** The label of a row that sums its list. */
  public static final String TOTAL = "total";

  /** The measure that stands for a row's first amount. */
  public static final String FIRST = "first";

  /** The one row of a table of one row. */
  public static final String ONLY = "only";

  /**
   * What an amount may be about.
   *
   * @param id its name
   * @param match the words at the end of the text before the amount
   * @param weak whether it need not equal its cell
   * @param cells where it may stand, best first
   */
  public record Subject(String id, Pattern match, boolean weak, List<Target> cells) {
    public Subject {
      match = atEnd(match);
      cells = List.copyOf(cells);
    }
  }

  /**
   * Where an amount may stand.
   *
   * @param kinds kinds of table, best first
   * @param list index of the list; null if any
   * @param row {@link #TOTAL}, {@link #ONLY}, or an expression for the label
   * @param measures the column, best first
   */
  public record Target(
      List<String> kinds, @Nullable Integer list, String row, List<String> measures) {}

  /**
   * Words between subject and amount.
   *
   * @param match the words
   * @param stage the stage that they name; null if none
   */
  public record Qualifier(Pattern match, @Nullable Stage stage) {
    public Qualifier {
      match = atEnd(match);
    }
  }

  /** The shipped rules. */
  public static ClaimVocabulary shipped() {
    Map.Entry<String, String> file =
        KnowledgeFiles.shipped("claims", ".yaml").entrySet().iterator().next();
    return KnowledgeFiles.yaml(file.getKey(), file.getValue(), ClaimVocabulary.class);
  }

  private static Pattern atEnd(Pattern pattern) {
    return Pattern.compile("(?:" + pattern.pattern() + ")$");
  }
}
