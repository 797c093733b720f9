package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.yusuan.batch.Batch;
import org.yusuan.batch.BatchOptions;
import org.yusuan.batch.BatchProgress;
import org.yusuan.batch.BatchSummary;
import org.yusuan.batch.ChildWorker;
import org.yusuan.cli.option.CorrectionOptions;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.OcrOptions;
import org.yusuan.cli.option.PasswordOption;
import org.yusuan.correction.Corrections;
import org.yusuan.knowledge.message.LocalizedMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads every document below a folder. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description = {
      "Read every PDF and image below a folder, in parallel.",
      "Writes one JSON file for each and a line in batch.jsonl. If it is interrupted, run it again:"
          + " what is done stays done.",
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all documents were read", "1:some document failed", "2:wrong usage"})
public final class BatchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder with the documents.")
  private Path input;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The folder to write to.")
  private Path output;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Documents to read at a time. Default: the number of processor cores.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--time-budget",
      paramLabel = "SECONDS",
      description = "Seconds after which a document is cut off. Default: ${DEFAULT-VALUE}.")
  private int seconds = 900;

  @Option(
      names = "--memory-budget",
      paramLabel = "SIZE",
      description = "Java heap of each job, as 512m or 2g. Default: ${DEFAULT-VALUE}.")
  private String memory = "1g";

  @Option(names = "--retry", description = "Try documents again that failed before.")
  private boolean retry;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but failures.")
  private boolean quiet;

  @Mixin private LayoutOptions layouts;

  @Mixin private OcrOptions ocr;

  @Mixin private PasswordOption password;

  @Mixin private CorrectionOptions corrections;

  @SuppressWarnings("NullAway.Init")
  BatchCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(input)) {
      throw new ParameterException(spec.commandLine(), "no such folder: " + input);
    }
    if (jobs < 1 || seconds < 1 || !memory.matches("[1-9][0-9]*[kmgKMG]?")) {
      throw new ParameterException(
          spec.commandLine(), "--jobs, --time-budget and --memory-budget must be above zero");
    }
    Corrections corrected = corrections.read(output);
    List<String> arguments = new ArrayList<>(ocr.arguments());
    arguments.add(corrections.path(output).toAbsolutePath().toString());
    for (Path folder : layouts.folders()) {
      arguments.add(folder.toAbsolutePath().toString());
    }
    List<String> command = ChildWorker.javaCommand(memory, BatchWorker.class.getName(), arguments);
    BatchOptions options =
        new BatchOptions(
            input,
            output,
            jobs,
            BatchWorker.fingerprint(layouts.folders(), ocr.arguments()),
            retry,
            corrected);
    BatchSummary summary;
    try (Bar bar = new Bar(!quiet)) {
      summary =
          new Batch(
                  options,
                  () ->
                      new ChildWorker(command, Duration.ofSeconds(seconds), password.environment()),
                  bar)
              .run();
    }
    if (summary.documents() == 0) {
      throw new ParameterException(spec.commandLine(), "no PDFs or pictures below " + input);
    }
    print(summary);
    return summary.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(BatchSummary summary) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    for (BatchSummary.Failure failure : summary.failures()) {
      err.printf(
          "yusuan: %s: %s: %s%n",
          failure.document(),
          failure.outcome().result().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          failure.outcome().message());
    }
    if (!quiet) {
      LocalizedMessages speaker = LanguageOption.speaker(spec);
      out.println(
          speaker.say(
              "batch-documents",
              Map.of(
                  "documents", summary.documents(),
                  "done", summary.done(),
                  "resumed", summary.resumed(),
                  "duplicates", summary.duplicates(),
                  "failed", summary.failures().size())));
      out.println(
          speaker.say(
              "batch-pages",
              Map.of(
                  "pages", summary.pages(),
                  "seconds", summary.duration().toSeconds(),
                  "speed", String.format(Locale.ROOT, "%.1f", summary.pagesPerSecond()),
                  "amounts", summary.amounts(),
                  "verified", summary.verified(),
                  "disputed", summary.disputed())));
      out.printf("%s%n", output.resolve("batch.jsonl"));
    }
    out.flush();
    err.flush();
  }

  /** A progress bar: documents, time left, pages, failures. */
  private static final class Bar implements BatchProgress, AutoCloseable {
    /** Width of a line on progress, in characters, in a file or a pipe. */
    private static final int LINE_CHARACTERS = 110;

    private final boolean shown;
    private @Nullable ProgressBar bar;

    Bar(boolean shown) {
      this.shown = shown;
    }

    @Override
    public synchronized void begin(int documents) {
      if (shown) {
        ProgressBarBuilder builder =
            new ProgressBarBuilder()
                .setTaskName("batch")
                .setUnit(" docs", 1)
                .setInitialMax(documents)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500);
        if (System.console() == null) {
          // In a file or a pipe nothing can be drawn over: a line now and then.
          builder
              .setUpdateIntervalMillis(10_000)
              .setConsumer(new DelegatingProgressBarConsumer(System.err::println, LINE_CHARACTERS));
        }
        bar = builder.build();
      }
    }

    @Override
    public synchronized void update(BatchState state) {
      if (bar != null) {
        bar.stepTo(state.documents());
        bar.setExtraMessage(state.pages() + " pages, " + state.failures() + " failed");
      }
    }

    @Override
    public synchronized void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
