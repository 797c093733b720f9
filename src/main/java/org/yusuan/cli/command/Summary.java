package org.yusuan.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Finding;
import org.yusuan.model.Quality;
import org.yusuan.model.Severity;
import org.yusuan.model.SourcePage;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;

/**
 * What a terminal shows of a document that was read.
 *
 * @param disclosure the document
 * @param verbose whether to show every finding, also the least
 */
record Summary(Disclosure disclosure, boolean verbose) {

  /** Prints the summary. */
  void print(PrintWriter out, Path target) {
    Subject subject = disclosure.subject();
    out.printf(
        "%s → %s%n  %s · %s · %s%n",
        disclosure.source().file(),
        target,
        text(subject.organization()),
        text(subject.fiscalYear()),
        stage(subject));
    int kindWidth =
        disclosure.tables().stream().mapToInt(table -> table.kind().length()).max().orElse(4);
    out.printf(
        "  %-4s %-" + kindWidth + "s %7s %5s %8s %-5s %s%n",
        "no.",
        "kind",
        "pages",
        "rows",
        "amounts",
        "unit",
        "title");
    for (Table table : disclosure.tables()) {
      out.printf(
          "  %-4s %-" + kindWidth + "s %7s %5d %8d %-5s %s%s%n",
          table.id(),
          table.kind(),
          pages(table.pages()),
          table.rows().size(),
          amounts(table),
          table.unit() == null ? "-" : table.unit(),
          table.title() == null ? "-" : table.title(),
          table.declaredEmpty() ? " (empty)" : "");
    }
    Quality quality = disclosure.quality();
    out.printf(
        Locale.ROOT,
        "  %d amounts: %d verified, %d unverified, %d disputed, %d corrected; identities cover %.1f %%%n",
        quality.amounts(),
        quality.verified(),
        quality.unverified(),
        quality.disputed(),
        quality.corrected(),
        100 * quality.coverage());
    printFindings(out);
    for (SourcePage page : disclosure.source().pages()) {
      page.problems().forEach(problem -> out.println("  ! " + problem));
    }
  }

  private void printFindings(PrintWriter out) {
    List<Finding> findings = disclosure.findings();
    String counts =
        List.of(Severity.ERROR, Severity.WARNING, Severity.INFO).stream()
            .map(
                severity ->
                    findings.stream().filter(finding -> finding.severity() == severity).count()
                        + " "
                        + severity.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    out.printf("  %d findings (%s)%n", findings.size(), counts);
    for (Finding finding : findings) {
      if (verbose || finding.severity() == Severity.ERROR) {
        out.printf(
            "  %s p%s %s%n     %s%n",
            finding.severity() == Severity.ERROR ? "✗" : "·",
            finding.page() == null ? "?" : finding.page(),
            finding.messageZh(),
            finding.messageEn());
      }
    }
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

  private static String stage(Subject subject) {
    if (subject.stage() == null) {
      return "?";
    }
    return switch (subject.stage().value()) {
      case BUDGET -> "budget 预算";
      case ADJUSTED -> "adjusted budget 调整预算";
      case EXECUTION -> "execution 执行";
      case FINAL_ACCOUNTS -> "final accounts 决算";
    };
  }
}
