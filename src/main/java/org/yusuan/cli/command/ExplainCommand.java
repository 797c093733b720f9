package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.ReadingTrace;
import org.yusuan.Yusuan;
import org.yusuan.cli.input.PageRanges;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.OcrOptions;
import org.yusuan.cli.option.PasswordOption;
import org.yusuan.cli.option.Verbosity;
import org.yusuan.explain.Explainer;
import org.yusuan.model.table.Table;
import org.yusuan.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a page was read as it was. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Say why a page was read as it was.",
      "Why this grid, this layout, this meaning of each column, and this verdict: which identities"
          + " touch the table, which hold and which fail, with the numbers."
    })
public final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The document.")
  private Path file;

  @Option(names = "--page", required = true, paramLabel = "N", description = "The page, from 1.")
  private int page;

  @Option(
      names = "--table",
      paramLabel = "tN",
      description = "One table of the page, as extract calls it. Default: all.")
  private @Nullable String table;

  @Option(
      names = "--pages",
      paramLabel = "RANGES",
      converter = PageRanges.Converter.class,
      description =
          "Read these pages only, as 3-9: quicker, but sums with tables elsewhere are not seen."
              + " Default: all.")
  private @Nullable PageRanges pages;

  @Mixin private LayoutOptions layouts;

  @Mixin private OcrOptions ocr;

  @Mixin private PasswordOption password;

  @SuppressWarnings("NullAway.Init")
  ExplainCommand() {}

  @Override
  public Integer call() throws IOException {
    // All pages are read unless others are named: a table's header may stand on a page before.
    Options options =
        ocr.applied(
            Options.defaults()
                .withLayoutFolders(layouts.folders())
                .withPassword(password.password()),
            Runtime.getRuntime().availableProcessors());
    ReadingTrace trace;
    try (Yusuan yusuan = new Yusuan(pages == null ? options : options.withPages(pages.pages()))) {
      trace = yusuan.trace(file, Set.of(page), number -> {});
    }
    Page read =
        trace.pages().stream()
            .filter(candidate -> candidate.number() == page)
            .findFirst()
            .orElseThrow(() -> wrong("page " + page + " was not read: there is none, or --pages"));
    List<Table> tables =
        trace.disclosure().tables().stream()
            .filter(candidate -> candidate.pages().contains(page))
            .filter(candidate -> table == null || candidate.id().equals(table))
            .toList();
    if (table != null && tables.isEmpty()) {
      throw wrong("page " + page + " has no table " + table);
    }
    PrintWriter out = spec.commandLine().getOut();
    new Explainer(trace, out, LanguageOption.speaker(spec), Verbosity.of(spec).isOn())
        .explain(read, tables);
    out.flush();
    return ExitCode.DONE;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
