package org.yusuan.benchmark.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;

/**
 * Compares findings with what people found: truth files that list {@code inconsistencies}, and
 * lists of accusations that were judged ({@code file, page, expected, actual, verdict, message,
 * why}). A contradiction counts as found if an error or a warning on its page or beside it names
 * two of its numbers. Errors that no list tells true count against precision.
 */
public final class FindingsBenchmark {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  /** Numbers with fewer digits stand everywhere and tell nothing. A guess. */
  private static final int MIN_DIGITS = 3;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Disclosure> documents = new HashMap<>();
  private final Set<Finding> known = new HashSet<>();
  private int contradictions;
  private int found;
  private int judgedTrue;
  private int judgedTrueFound;
  private int judgedFalse;
  private int judgedFalseAgain;

  /** Adds a disclosure; its name without ending ties it to the lists. */
  public void add(String name, Disclosure disclosure) {
    documents.put(name, disclosure);
  }

  /** Compares with a truth file; one without a list of inconsistencies counts nothing. */
  public void compareTruth(Path file) throws IOException {
    Disclosure document = documents.get(stem(file.getFileName().toString()));
    if (document == null) {
      return;
    }
    for (JsonNode each : json.readTree(file.toFile()).path("inconsistencies")) {
      if (each.path("certain").asBoolean(true)) {
        contradictions++;
        found +=
            isFound(
                    document,
                    page(each),
                    each.path("published").asText()
                        + " "
                        + each.path("expected").asText()
                        + " "
                        + each.path("description").asText())
                ? 1
                : 0;
      }
    }
  }

  /** Compares with a list of judged accusations. */
  public void compareJudged(Path file) throws IOException {
    for (JsonNode each : json.readTree(file.toFile())) {
      Disclosure document = documents.get(stem(each.path("file").asText()));
      String verdict = each.path("verdict").asText();
      if (document == null) {
        continue;
      }
      if (verdict.equals("true") || verdict.equals("missed")) {
        judgedTrue++;
        String text = each.path("message").asText() + " " + each.path("why").asText();
        judgedTrueFound += isFound(document, page(each), text) ? 1 : 0;
      } else if (verdict.equals("false")) {
        judgedFalse++;
        judgedFalseAgain +=
            document.findings().stream()
                    .anyMatch(
                        f ->
                            f.severity() == Severity.ERROR
                                && String.valueOf(f.page()).equals(each.path("page").asText())
                                && same(f.expected(), each.path("expected"))
                                && same(f.actual(), each.path("actual")))
                ? 1
                : 0;
      }
    }
  }

  private static boolean same(@Nullable BigDecimal one, JsonNode other) {
    return other.isNumber() ? one != null && one.compareTo(other.decimalValue()) == 0 : one == null;
  }

  private static @Nullable Integer page(JsonNode each) {
    return each.path("page").isInt() ? each.path("page").asInt() : null;
  }

  private boolean isFound(Disclosure document, @Nullable Integer page, String text) {
    Set<String> wanted = numbers(text);
    boolean any = false;
    for (Finding finding : document.findings()) {
      boolean near = page == null || finding.page() == null || Math.abs(finding.page() - page) <= 1;
      if (near && finding.severity() != Severity.INFO && !wanted.isEmpty()) {
        Set<String> named = numbers(finding.messageZh());
        named.retainAll(wanted);
        if (named.size() >= Math.min(2, wanted.size())) {
          known.add(finding);
          any = true;
        }
      }
    }
    return any;
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new TreeSet<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String plain = matcher.group().replace(",", "");
      if (plain.chars().filter(Character::isDigit).count() >= MIN_DIGITS) {
        numbers.add(new BigDecimal(plain).stripTrailingZeros().toPlainString());
      }
    }
    return numbers;
  }

  /** Prints recall and precision. */
  public void print(PrintWriter out) {
    List<Finding> errors =
        documents.values().stream()
            .flatMap(document -> document.findings().stream())
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    long told = errors.stream().filter(known::contains).count();
    line(out, "contradictions of truth files found", found, contradictions);
    line(out, "contradictions of judged lists found", judgedTrueFound, judgedTrue);
    line(out, "accusations judged false raised again", judgedFalseAgain, judgedFalse);
    line(out, "errors that a list tells true", (int) told, errors.size());
    out.printf("%-42s %5d%n", "documents", documents.size());
    out.flush();
  }

  private static void line(PrintWriter out, String what, int part, int whole) {
    out.printf(
        Locale.ROOT,
        "%-42s %5d of %5d %6.1f %%%n",
        what,
        part,
        whole,
        whole == 0 ? 0.0 : 100.0 * part / whole);
  }

  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The JSON files of a folder, or the file itself. */
  public static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
