package org.yusuan.benchmark.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.benchmark.damage.LargeTable;
import org.yusuan.benchmark.speed.StageSampler;
import org.yusuan.cli.input.Inputs;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.scan.ScanOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what checks and claims cost. */
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    description =
        "Measure what checks cost: the share of checks and claims in the extraction of documents, or, without any,"
            + " the time and memory for a made table with errors (give the heap in YUSUAN_JAVA_OPTS).")
final class ChecksBenchmarkCommand implements Callable<Integer> {

  /** Checks and claims, and the second reading of what would accuse. */
  private static final List<String> CHECKS =
      List.of("org.yusuan.check", "org.yusuan.claim", "org.yusuan.source.second");

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE|DIR", description = "Documents with a text layer.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of the made table. Default: ${DEFAULT-VALUE}.")
  private int rows = 10_000;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "Its columns of amounts. Default: ${DEFAULT-VALUE}.")
  private int columns = 40;

  @Option(
      names = "--errors",
      paramLabel = "N",
      description = "Wrong amounts in it. Default: ${DEFAULT-VALUE}.")
  private int errors = 100;

  @SuppressWarnings("NullAway.Init")
  ChecksBenchmarkCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (named.isEmpty()) {
      LargeTable table = LargeTable.of(rows, columns, errors);
      LargeTable.Outcome outcome = table.check();
      out.printf(
          Locale.ROOT,
          "%d amounts, %d wrong: checked in %.1f s (%.1f s of the processor) with at most %d MiB of heap; findings name %d of these, %d are verified%n",
          table.amounts(),
          errors,
          outcome.seconds(),
          outcome.cpuSeconds(),
          Runtime.getRuntime().maxMemory() >> 20,
          outcome.named(),
          outcome.verified());
    } else {
      List<Path> documents = Inputs.of(named).stream().map(Inputs::file).toList();
      Options options = Options.defaults().withScan(Options.Ocr.NEVER, ScanOptions.standard());
      try (Yusuan yusuan = new Yusuan(options)) {
        // The first round warms up: what runs once is compiled, and would count as work.
        read(yusuan, documents);
        try (StageSampler sampler = new StageSampler(CHECKS)) {
          read(yusuan, documents);
          sampler.count();
          out.printf(
              Locale.ROOT,
              "%d documents: checks and claims are %.1f %% of extraction (%d looks at stacks):",
              documents.size(),
              100 * sampler.share(),
              sampler.samples());
          for (String name : CHECKS) {
            out.printf(Locale.ROOT, " %s %.1f %%", name, 100 * sampler.share(name));
          }
          out.println();
        }
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void read(Yusuan yusuan, List<Path> documents) throws IOException {
    for (Path document : documents) {
      yusuan.read(document, page -> {});
    }
  }
}
