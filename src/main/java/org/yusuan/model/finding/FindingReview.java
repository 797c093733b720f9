package org.yusuan.model.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of a person on a finding, having looked at its places.
 *
 * @param verdict whether it holds
 * @param who the person's name
 * @param when the time, as ISO 8601 with its zone
 * @param why the reason; null if none was given, which only an accepted finding may lack
 * @param entry id of the entry in the file of corrections
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingReview(
    Verdict verdict, String who, String when, @Nullable String why, String entry) {

  /** Whether a finding holds. */
  public enum Verdict {
    /** The finding is right: the document states what it says. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** The finding is wrong or does not matter; it accuses nobody any more. */
    @JsonProperty("dismissed")
    DISMISSED
  }
}
