package org.yusuan.benchmark.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.yusuan.batch.Batch;
import org.yusuan.batch.BatchOptions;
import org.yusuan.batch.BatchProgress;
import org.yusuan.batch.BatchSummary;
import org.yusuan.batch.ChildWorker;
import org.yusuan.benchmark.speed.Median;
import org.yusuan.cli.command.BatchWorker;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.OcrOptions;
import org.yusuan.correction.CorrectionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times a batch with one job and with several. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description = {
      "Time a batch of all documents below a folder with one job and with several.",
      "Rounds take turns, so that other load on the machine strikes both; medians are compared."
    })
final class BatchBenchmarkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder with the documents.")
  private Path input;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Jobs to compare with one. Default: ${DEFAULT-VALUE}.")
  private int jobs = 2;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Runs with each number of jobs. Default: ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(
      names = "--memory-budget",
      paramLabel = "SIZE",
      description = "Java heap of each job. Default: ${DEFAULT-VALUE}.")
  private String memory = "1g";

  @Mixin private OcrOptions ocr;

  @SuppressWarnings("NullAway.Init")
  BatchBenchmarkCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(input) || jobs < 2 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "name a folder, at least two jobs and at least one round");
    }
    PrintWriter out = spec.commandLine().getOut();
    double[] single = new double[rounds];
    double[] several = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      single[round] = run(1, round, out);
      several[round] = run(jobs, round, out);
    }
    double one = Median.of(single);
    double many = Median.of(several);
    out.printf(
        Locale.ROOT,
        "median: 1 job %.1f pages/s, %d jobs %.1f pages/s, ratio %.2f%n",
        one,
        jobs,
        many,
        many / one);
    out.flush();
    return ExitCode.DONE;
  }

  private double run(int number, int round, PrintWriter out)
      throws IOException, InterruptedException {
    Path output = Files.createTempDirectory("yusuan-benchmark");
    try {
      List<String> arguments = new ArrayList<>(ocr.arguments());
      arguments.add(output.resolve(CorrectionFile.NAME).toString());
      List<String> command =
          ChildWorker.javaCommand(memory, BatchWorker.class.getName(), arguments);
      BatchOptions options = new BatchOptions(input, output, number, "benchmark", false);
      BatchSummary summary =
          new Batch(
                  options,
                  () -> new ChildWorker(command, Duration.ofMinutes(15)),
                  BatchProgress.silent())
              .run();
      out.printf(
          Locale.ROOT,
          "round %d, %d %s: %d documents, %d pages, %d failed in %.1f s: %.1f pages/s%n",
          round + 1,
          number,
          number == 1 ? "job" : "jobs",
          summary.documents(),
          summary.pages(),
          summary.failures().size(),
          summary.duration().toMillis() / 1000.0,
          summary.pagesPerSecond());
      out.flush();
      if (summary.pages() == 0) {
        throw new IOException("no document below " + input + " could be read");
      }
      return summary.pagesPerSecond();
    } finally {
      delete(output);
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
