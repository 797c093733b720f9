package org.yusuan.knowledge.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * The words of sentences that state amounts: {@code models/claims/sentences.yaml}.
 *
 * @param change words before an amount that is a change
 * @param compared words that set an amount against another year or stage
 * @param explains words that begin an explanation
 * @param parts words that begin the parts of the amount before them
 * @param firstPart the start of a clause that states the first part of the amount before it
 * @param connective a clause that only leads others in
 * @param ownParts names of things whose parts are things of their own
 * @param share words before a share; the group {@code whole} names the whole, or is empty
 * @param headingEnd words at the end of a heading that say nothing
 * @param textTitle a heading without a number that begins a text of its own
 * @param runIn names of things that the first sentence of a paragraph may be the heading of
 * @param levelOfYear a clause that states the amount of a {@code year}
 * @param changeByPercent a clause that states a change from another year in percent
 * @param increaseByAmount a clause that states an increase from another year
 * @param changeFromYear a clause that states a change from the year before as an amount
 * @param bareRate a rate in brackets behind a change
 * @param upward words of changes that are increases
 * @param downward words of changes that are decreases
 * @param otherYear words for another year
 * @param growth a clause that states growth from the year before in percent
 * @param completion a clause that states what was carried out of the budget in percent
 * @param budgetStage the words for the initial and the adjusted budget
 * @param otherBasis words before a growth that is not that of the printed amounts
 * @param base the clause of the amount that a change is from
 * @param onlyChange a clause that states a change and nothing else
 * @param reason a {@code change} of an amount and the {@code reason} that the text gives for it
 * @param reasonUp the end of a clause that says that something was more
 * @param reasonDown the end of a clause that says that something was less
 * @param reasonOfOther words of reasons that tell of other things than the amount
 * @param ofSome a clause that states the amount of some of the things of a kind
 * @param bare a clause that states no more than what is received or spent, or a sum
 * @param paid the end of a clause that states what is paid to those below
 */
public record ClaimVocabulary(
    Pattern change,
    Pattern compared,
    Pattern explains,
    Pattern parts,
    @JsonProperty("first_part") Pattern firstPart,
    Pattern connective,
    @JsonProperty("own_parts") Pattern ownParts,
    Pattern share,
    @JsonProperty("heading_end") Pattern headingEnd,
    @JsonProperty("text_title") Pattern textTitle,
    @JsonProperty("run_in") Pattern runIn,
    @JsonProperty("level_of_year") Pattern levelOfYear,
    @JsonProperty("change_by_percent") Pattern changeByPercent,
    @JsonProperty("increase_by_amount") Pattern increaseByAmount,
    @JsonProperty("change_from_year") Pattern changeFromYear,
    @JsonProperty("bare_rate") Pattern bareRate,
    Pattern upward,
    Pattern downward,
    @JsonProperty("other_year") Pattern otherYear,
    Pattern growth,
    Pattern completion,
    @JsonProperty("budget_stage") Pattern budgetStage,
    @JsonProperty("other_basis") Pattern otherBasis,
    Pattern base,
    @JsonProperty("only_change") Pattern onlyChange,
    Pattern reason,
    @JsonProperty("reason_up") Pattern reasonUp,
    @JsonProperty("reason_down") Pattern reasonDown,
    @JsonProperty("reason_of_other") Pattern reasonOfOther,
    @JsonProperty("of_some") Pattern ofSome,
    Pattern bare,
    Pattern paid) {

  public ClaimVocabulary {
    change = Pattern.compile("(?:" + change.pattern() + ")$");
  }

  /** The shipped words. */
  public static ClaimVocabulary shipped() {
    return KnowledgeFiles.shipped("claims", "sentences.yaml", ClaimVocabulary.class);
  }
}
