package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the text of a cell is not, or not only, what was read first: another reading of the image was
 * chosen, or a person says what stands there.
 *
 * @param read what was read first
 * @param became the text that was chosen; unless a person chose it, one of the image's own readings
 * @param probability how likely the recognizer holds the chosen reading, from 0 to 1; null if a
 *     person chose it
 * @param identities the identities that hold with the chosen reading and failed before; empty if a
 *     person chose it
 * @param by who chose; null for the program
 * @param who the person's name; null for the program
 * @param when the time, as ISO 8601 with its zone; null for the program
 * @param why the person's reason; null if none was given
 * @param entry id of the entry in the file of corrections; null for the program
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Correction(
    String read,
    String became,
    @Nullable Double probability,
    List<String> identities,
    @Nullable By by,
    @Nullable String who,
    @Nullable String when,
    @Nullable String why,
    @Nullable String entry) {

  /** Who chose a text, other than the program. */
  public enum By {
    /** A person, who looked at the page. */
    @JsonProperty("person")
    PERSON
  }

  public Correction {
    identities = List.copyOf(identities);
  }

  /** A reading of the image, chosen because identities hold with it. */
  public static Correction byIdentities(
      String read, String became, double probability, List<String> identities) {
    return new Correction(read, became, probability, identities, null, null, null, null, null);
  }

  /** The correction that a person made. */
  public static Correction byPerson(
      String read, String became, String who, String when, @Nullable String why, String entry) {
    return new Correction(read, became, null, List.of(), By.PERSON, who, when, why, entry);
  }
}
