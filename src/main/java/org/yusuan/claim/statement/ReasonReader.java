package org.yusuan.claim.statement;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.text.TextNormalizer;

/**
 * Finds reasons that say the opposite of the change that they are given for: 「增加 5 万元，主要原因是人员减少」.
 * Immutable; threads may share it.
 */
final class ReasonReader {

  /** The words of a change before its amount. A guess. */
  private static final int MAX_CHANGE_CHARACTERS = 30;

  private final ClaimVocabulary rules;

  ReasonReader(ClaimVocabulary rules) {
    this.rules = rules;
  }

  /**
   * The reason for a change, as published, if every clause of it speaks for one the other way.
   *
   * @param paragraph where the change stands
   * @param end where its amount ends in the plain text
   * @return null if there is none
   */
  @Nullable String contrary(Paragraph paragraph, int end) {
    String plain = paragraph.plain();
    Matcher reason =
        rules
            .reason()
            .matcher(plain)
            .region(Math.max(0, end - MAX_CHANGE_CHARACTERS), plain.length());
    while (reason.find() && reason.start() < end) {
      if (reason.end("change") == end) {
        String words = paragraph.published(reason.start("reason"), reason.end("reason"));
        return isContrary(reason.group("change"), words) ? words : null;
      }
    }
    return null;
  }

  /** Whether every clause of a reason speaks for another change than the one that is stated. */
  boolean isContrary(String change, String reason) {
    boolean up = rules.upward().matcher(change).find();
    String plain = TextNormalizer.of(reason);
    return up != rules.downward().matcher(change).find()
        && !rules.reasonOfOther().matcher(plain).find()
        && Arrays.stream(plain.split("[,;:、]"))
            .allMatch(
                clause ->
                    (up ? rules.reasonDown() : rules.reasonUp()).matcher(clause).find()
                        && !(up ? rules.upward() : rules.downward()).matcher(clause).find());
  }
}
