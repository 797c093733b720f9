package org.yusuan.benchmark.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.benchmark.speed.OcrBenchmark;
import org.yusuan.cli.input.PageRanges;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.page.PageSource;
import org.yusuan.scan.ScanOptions;
import org.yusuan.source.PageSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares recognition with plain Tesseract. */
@Command(
    name = "ocr",
    mixinStandardHelpOptions = true,
    description = "Compare speed and figures with plain Tesseract (chi_sim, whole page).")
final class OcrBenchmarkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SCAN", description = "A document of pictures.")
  private Path scan;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "PDF",
      description = "The same document with a text layer.")
  private Path truth;

  @Option(
      names = "--pages",
      paramLabel = "RANGES",
      converter = PageRanges.Converter.class,
      description = "Pages to read, as 3-9 or 1,4,7-8. Default: all.")
  private @Nullable PageRanges pages;

  @SuppressWarnings("NullAway.Init")
  OcrBenchmarkCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Integer> numbers;
    try (PageSource source = PageSources.open(scan)) {
      numbers =
          pages == null
              ? IntStream.rangeClosed(1, source.pageCount()).boxed().toList()
              : pages.pages();
    }
    PrintWriter out = spec.commandLine().getOut();
    Options options =
        Options.defaults()
            .withScan(Options.Ocr.ALWAYS, new ScanOptions(ScanOptions.standard().engines(), 1));
    OcrBenchmark.run(
        scan,
        truth,
        numbers,
        (file, wanted) -> {
          try (Yusuan yusuan = new Yusuan(options.withPages(wanted))) {
            return yusuan.trace(file, page -> {}).pages();
          }
        },
        out);
    out.flush();
    return ExitCode.DONE;
  }
}
