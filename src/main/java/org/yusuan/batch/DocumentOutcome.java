package org.yusuan.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;

/**
 * The outcome of one document.
 *
 * @param result how it ended
 * @param outputSha256 hash of the file that was written; null if none was
 * @param pages number of pages read
 * @param tables number of tables found
 * @param amounts number of amounts
 * @param verified of these, how many the document's arithmetic confirms
 * @param disputed of these, how many stand in a failing identity
 * @param errors number of findings that are errors
 * @param message why it failed; null if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentOutcome(
    Result result,
    @Nullable String outputSha256,
    int pages,
    int tables,
    int amounts,
    int verified,
    int disputed,
    int errors,
    @Nullable String message) {

  /** How reading a document ended. */
  public enum Result {
    /** It was read and written. */
    @JsonProperty("done")
    DONE,
    /** It could not be read. */
    @JsonProperty("failed")
    FAILED,
    /** It was read, but its file could not be written: the next run tries again. */
    @JsonProperty("not-written")
    NOT_WRITTEN,
    /** A file that no batch wrote stands in the place of its output, and was left as it is. */
    @JsonProperty("edited")
    EDITED,
    /** It was cut off at its time budget. */
    @JsonProperty("timed-out")
    TIMED_OUT,
    /** It was cut off at its memory budget. */
    @JsonProperty("out-of-memory")
    OUT_OF_MEMORY,
    /** Another file with the same content was read in its place. */
    @JsonProperty("duplicate")
    DUPLICATE
  }

  /** The outcome of a document that was read and written. */
  static DocumentOutcome done(Disclosure disclosure, String outputSha256) {
    long errors =
        disclosure.findings().stream()
            .map(Finding::severity)
            .filter(severity -> severity == Severity.ERROR)
            .count();
    return new DocumentOutcome(
        Result.DONE,
        outputSha256,
        disclosure.source().pages().size(),
        disclosure.tables().size(),
        disclosure.quality().amounts(),
        disclosure.quality().verified(),
        disclosure.quality().disputed(),
        (int) errors,
        null);
  }

  /** The outcome of a document that yielded nothing. */
  static DocumentOutcome without(Result result, String message) {
    return new DocumentOutcome(result, null, 0, 0, 0, 0, 0, 0, message);
  }

  /** Whether the document yielded nothing though it should have. */
  public boolean failed() {
    return result != Result.DONE && result != Result.DUPLICATE;
  }
}
