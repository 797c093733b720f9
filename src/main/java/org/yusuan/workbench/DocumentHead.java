package org.yusuan.workbench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.JsonTerm;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.finding.FindingReview;
import org.yusuan.model.finding.Severity;

/**
 * What a list of documents says of one. Read from a file without its tables, which are passed over:
 * a folder holds hundreds of files of megabytes.
 *
 * @param id hash of the document's file
 * @param source name of the document's file
 * @param organization whose it is; empty if unknown
 * @param region its region; empty if unknown
 * @param year for which year; null if unknown
 * @param stage at which stage; empty if unknown
 * @param amounts how many amounts it holds
 * @param verified how many of them are verified
 * @param disputed how many are disputed
 * @param errors how many findings are errors that no person has dismissed
 */
record DocumentHead(
    String id,
    String source,
    String organization,
    String region,
    @Nullable Integer year,
    String stage,
    int amounts,
    int verified,
    int disputed,
    int errors) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The head of a disclosure. */
  static DocumentHead of(Disclosure disclosure) {
    var subject = disclosure.subject();
    Quality quality = disclosure.quality();
    return new DocumentHead(
        disclosure.source().sha256(),
        disclosure.source().file(),
        subject.organization() == null ? "" : subject.organization().value(),
        subject.region() == null ? "" : subject.region().value(),
        subject.fiscalYear() == null ? null : subject.fiscalYear().value(),
        subject.stage() == null ? "" : JsonTerm.of(subject.stage().value()),
        quality.amounts(),
        quality.verified(),
        quality.disputed(),
        (int) disclosure.findings().stream().filter(one -> one.isStandingError()).count());
  }

  /**
   * The head of a file.
   *
   * @throws IOException if it cannot be read or is no disclosure
   */
  static DocumentHead read(Path file) throws IOException {
    JsonNode source = null;
    JsonNode subject = null;
    JsonNode quality = null;
    int errors = 0;
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("is no disclosure");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "source" -> source = JSON.readTree(parser);
          case "disclosure" -> subject = JSON.readTree(parser);
          case "quality" -> quality = JSON.readTree(parser);
          case "findings" -> errors = errors(parser);
          default -> parser.skipChildren();
        }
      }
    }
    if (source == null
        || subject == null
        || quality == null
        || !source.path("sha256").isTextual()) {
      throw new IOException("is no disclosure");
    }
    JsonNode year = subject.path("fiscalYear").path("value");
    return new DocumentHead(
        source.path("sha256").asText(),
        source.path("file").asText(),
        value(subject, "organization"),
        value(subject, "region"),
        year.isInt() ? year.intValue() : null,
        value(subject, "stage"),
        quality.path("amounts").asInt(),
        quality.path("verified").asInt(),
        quality.path("disputed").asInt(),
        errors);
  }

  private static String value(JsonNode subject, String name) {
    return subject.path(name).path("value").asText("");
  }

  private static int errors(JsonParser parser) throws IOException {
    int errors = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      JsonNode finding = JSON.readTree(parser);
      boolean error = finding.path("severity").asText().equals(JsonTerm.of(Severity.ERROR));
      String verdict = finding.path("review").path("verdict").asText();
      if (error && !verdict.equals(JsonTerm.of(FindingReview.Verdict.DISMISSED))) {
        errors++;
      }
    }
    return errors;
  }
}
