package org.yusuan.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.cli.option.Phrasebook;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.SourcePage;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;

/**
 * What a terminal shows of a document that was read.
 *
 * @param disclosure the document
 * @param verbose whether to show every finding, also the least
 * @param speaker the language
 */
record Summary(Disclosure disclosure, boolean verbose, LocalizedMessages speaker) {

  private static final List<String> HEADINGS =
      List.of("number", "kind", "pages", "rows", "amounts", "unit", "title");

  /** The first of the columns of numbers, which are set to the right; counted from 0. */
  private static final int FIRST_RIGHT = 2;

  /** The last of these columns. */
  private static final int LAST_RIGHT = 4;

  /** Prints the summary. */
  void print(PrintWriter out, Path target) {
    Subject subject = disclosure.subject();
    out.println(disclosure.source().file() + " → " + target);
    out.println(
        "  "
            + String.join(
                " · ", text(subject.organization()), text(subject.fiscalYear()), stage(subject)));
    printTables(out);
    Quality quality = disclosure.quality();
    out.println(
        "  "
            + quality(
                quality, String.format(Locale.ROOT, "%.1f", 100 * quality.coverage()), speaker));
    printFindings(out);
    Phrasebook phrases = new Phrasebook();
    for (SourcePage page : disclosure.source().pages()) {
      page.problems()
          .forEach(problem -> out.println("  ! " + speaker.say(phrases.wording(problem))));
    }
  }

  /**
   * What a document counts, in words.
   *
   * @param coverage the share of amounts that are verified, in percent, as it is to be printed
   */
  static String quality(Quality quality, String coverage, LocalizedMessages speaker) {
    return speaker.say(
        "summary-quality",
        Map.of(
            "amounts", quality.amounts(),
            "verified", quality.verified(),
            "unverified", quality.unverified(),
            "disputed", quality.disputed(),
            "corrected", quality.corrected(),
            "coverage", coverage));
  }

  private void printTables(PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS.stream().map(name -> speaker.say("summary-" + name, Map.of())).toList());
    for (Table table : disclosure.tables()) {
      lines.add(
          List.of(
              table.id(),
              table.kind(),
              pages(table.pages()),
              String.valueOf(table.rows().size()),
              String.valueOf(amounts(table)),
              table.unit() == null ? "-" : table.unit(),
              (table.title() == null ? "-" : table.title())
                  + (table.declaredEmpty() ? speaker.say("summary-empty", Map.of()) : "")));
    }
    int[] widths = new int[HEADINGS.size()];
    for (List<String> line : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], width(line.get(c)));
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder(" ");
      for (int c = 0; c < widths.length; c++) {
        String pad = " ".repeat(widths[c] - width(line.get(c)));
        boolean right = c >= FIRST_RIGHT && c <= LAST_RIGHT;
        text.append(' ').append(right ? pad + line.get(c) : line.get(c) + pad);
      }
      out.println(text.toString().stripTrailing());
    }
  }

  /** Width on a terminal: a Chinese character takes two places. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
  }

  private void printFindings(PrintWriter out) {
    List<Finding> findings = disclosure.findings();
    out.println(
        "  "
            + speaker.say(
                "summary-findings",
                Map.of(
                    "count", findings.size(),
                    "error", count(Severity.ERROR),
                    "warning", count(Severity.WARNING),
                    "info", count(Severity.INFO))));
    for (Finding finding : findings) {
      if (verbose || finding.severity() == Severity.ERROR) {
        out.println(
            (finding.severity() == Severity.ERROR ? "  ✗ p" : "  · p")
                + (finding.page() == null ? "?" : finding.page())
                + " "
                + speaker.say(new Wording(finding.messageZh(), finding.messageEn())));
      }
    }
  }

  private long count(Severity severity) {
    return disclosure.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private static long amounts(Table table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .map(Cell::amount)
        .filter(amount -> amount != null)
        .count();
  }

  private static String pages(List<Integer> pages) {
    int first = pages.get(0);
    int last = pages.get(pages.size() - 1);
    return first == last ? "p" + first : "p" + first + "-" + last;
  }

  private static String text(@Nullable Stated<?> stated) {
    return stated == null ? "?" : String.valueOf(stated.value());
  }

  private String stage(Subject subject) {
    return subject.stage() == null
        ? "?"
        : speaker.say(
            "summary-" + subject.stage().value().name().toLowerCase(Locale.ROOT), Map.of());
  }
}
