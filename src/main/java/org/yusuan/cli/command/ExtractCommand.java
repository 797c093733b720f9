package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.ReadingTrace;
import org.yusuan.Yusuan;
import org.yusuan.cli.input.Inputs;
import org.yusuan.cli.input.PageRanges;
import org.yusuan.cli.input.StandardInput;
import org.yusuan.cli.option.CorrectionOptions;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.OcrOptions;
import org.yusuan.cli.option.PasswordOption;
import org.yusuan.cli.option.Verbosity;
import org.yusuan.cli.reading.ReadAhead;
import org.yusuan.cli.reading.ReadingBar;
import org.yusuan.export.CellsJson;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.AtomicFile;
import org.yusuan.io.DaemonThreads;
import org.yusuan.io.ErrorMessage;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.store.Answers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads documents and writes one JSON file for each. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Read documents and write one JSON file for each.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all documents were read", "1:some document failed", "2:wrong usage"})
public final class ExtractCommand implements Callable<Integer> {

  /** The forms that a document can be written in. */
  enum Format {
    /** The data contract. */
    JSON,
    /** Cells with spans, for programs that compare extractors. */
    CELLS
  }

  /** So many documents are read at a time at most: each takes up to some hundred MB. */
  private static final int MAX_TOGETHER = 2;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Documents, folders of documents, or - for standard input.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description =
          "Where to write: a folder, or, for one document, a file that ends in .json, or - for standard"
              + " output. Default: the current folder.")
  private @Nullable Path output;

  @Option(
      names = "--pages",
      paramLabel = "RANGES",
      converter = PageRanges.Converter.class,
      description = "Pages to read, as 3-9 or 1,4,7-8. Default: all.")
  private @Nullable PageRanges pages;

  @Option(
      names = "--format",
      description = "json (the data contract) or cells (the neutral form). Default: json.")
  private Format format = Format.JSON;

  @Option(names = "--compact", description = "Write the JSON on one line.")
  private boolean compact;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors.")
  private boolean quiet;

  @Mixin private LayoutOptions layouts;

  @Mixin private OcrOptions ocr;

  @Mixin private PasswordOption password;

  @Mixin private CorrectionOptions corrections;

  @SuppressWarnings("NullAway.Init")
  ExtractCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!named.contains(StandardInput.NAME)) {
      return extract(named);
    }
    try (StandardInput input = StandardInput.read(System.in)) {
      return extract(
          named.stream().map(n -> n.equals(StandardInput.NAME) ? input.file() : n).toList());
    }
  }

  private int extract(List<Path> files) throws IOException {
    List<Inputs> inputs = Inputs.of(files);
    boolean toStandardOutput = output != null && output.toString().equals("-");
    boolean toFile =
        output != null
            && !toStandardOutput
            && output.toString().toLowerCase(Locale.ROOT).endsWith(".json")
            && !Files.isDirectory(output);
    if (inputs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no documents in " + named);
    }
    if (inputs.size() > 1 && (toFile || toStandardOutput)) {
      throw new ParameterException(
          spec.commandLine(), "-o must name a folder: there are " + inputs.size() + " documents");
    }
    Options options =
        ocr.applied(
            Options.defaults()
                .withLayoutFolders(layouts.folders())
                .withPassword(password.password()),
            Runtime.getRuntime().availableProcessors());
    Options corrected = options.withCorrections(corrections.read(folder(toFile)));
    // Both are made ready while pages are read.
    FutureTask<DisclosureJson> json = new FutureTask<>(DisclosureJson::new);
    start(json);
    FutureTask<LocalizedMessages> speaker = new FutureTask<>(() -> LanguageOption.speaker(spec));
    if (!quiet) {
      start(speaker);
    }
    try (Yusuan yusuan =
        new Yusuan(pages == null ? corrected : corrected.withPages(pages.pages()))) {
      return extract(yusuan, inputs, toFile, toStandardOutput, json, speaker);
    }
  }

  private static void start(FutureTask<?> task) {
    new DaemonThreads("yusuan-output").newThread(task).start();
  }

  private static <T> T ready(FutureTask<T> made) {
    try {
      // For one that was not started.
      made.run();
      return made.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          ErrorMessage.of(Objects.requireNonNullElse(e.getCause(), e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private int extract(
      Yusuan yusuan,
      List<Inputs> inputs,
      boolean toFile,
      boolean toStandardOutput,
      FutureTask<DisclosureJson> json,
      FutureTask<LocalizedMessages> speaker) {
    PrintWriter out = spec.commandLine().getOut();
    boolean verbose = Verbosity.of(spec).isOn();
    boolean shown = !quiet && System.console() != null;
    List<ReadingBar> bars = Stream.generate(ReadingBar::new).limit(inputs.size()).toList();
    List<Supplier<Outcome>> readings =
        IntStream.range(0, inputs.size())
            .<Supplier<Outcome>>mapToObj(
                i -> () -> outcome(yusuan, inputs.get(i).file(), bars.get(i), json))
            .toList();
    // The log of one document stays together.
    int together =
        verbose
            ? 1
            : Math.min(
                inputs.size(), Math.min(MAX_TOGETHER, Runtime.getRuntime().availableProcessors()));
    int failed = 0;
    try (ReadAhead<Outcome> ahead = new ReadAhead<>(readings, together, Outcome::lacksMemory)) {
      for (int i = 0; i < inputs.size(); i++) {
        Inputs input = inputs.get(i);
        try {
          Outcome outcome;
          try (ReadingBar bar = bars.get(i)) {
            if (shown) {
              bar.show(Answers.harmless(input.relative().toString()));
            }
            outcome = ahead.next();
          }
          if (outcome.fault() != null) {
            failed++;
            tell(input, outcome.fault());
            continue;
          }
          if (toStandardOutput) {
            System.out.write(outcome.bytes());
            System.out.flush();
            continue;
          }
          Path target = target(input, toFile);
          AtomicFile.write(target, outcome.bytes());
          if (!quiet && outcome.disclosure() != null) {
            new Summary(outcome.disclosure(), verbose, ready(speaker)).print(out, target);
          }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
          failed++;
          tell(input, e);
        }
      }
    }
    if (inputs.size() > 1 && !quiet) {
      out.println(
          ready(speaker)
              .say("summary-documents", Map.of("count", inputs.size(), "failed", failed)));
    }
    out.flush();
    spec.commandLine().getErr().flush();
    return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  /**
   * What came of a document.
   *
   * @param disclosure what was read; null if it cannot be
   * @param bytes what is written of it
   * @param fault why it cannot be read; null if it can
   */
  private record Outcome(@Nullable Disclosure disclosure, byte[] bytes, @Nullable Throwable fault) {

    /** Whether there was too little memory for all of it, which another document may have taken. */
    boolean lacksMemory() {
      Stream<String> faults =
          disclosure != null
              ? disclosure.source().pages().stream().flatMap(page -> page.problems().stream())
              : Stream.ofNullable(fault).map(ErrorMessage::of);
      return faults.anyMatch(text -> text.contains(ErrorMessage.TOO_LITTLE_MEMORY));
    }
  }

  private Outcome outcome(
      Yusuan yusuan, Path file, ReadingBar bar, FutureTask<DisclosureJson> json) {
    try {
      ReadingTrace trace = yusuan.trace(file, bar);
      byte[] bytes =
          format == Format.CELLS
              ? new CellsJson().write(trace.grids(), trace.disclosure().tables(), trace.displayed())
              : ready(json).write(trace.disclosure(), !compact);
      return new Outcome(trace.disclosure(), bytes, null);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Outcome(null, new byte[0], e);
    }
  }

  private void tell(Inputs input, Throwable fault) {
    PrintWriter err = spec.commandLine().getErr();
    if (fault instanceof UnreadableFileException) {
      err.println("yusuan: " + fault.getMessage());
      return;
    }
    err.println("yusuan: " + input.relative() + ": " + ErrorMessage.of(fault));
    if (Verbosity.of(spec).isOn()) {
      fault.printStackTrace(err);
    }
  }

  /** The folder that is written to. */
  private Path folder(boolean toFile) {
    Path here = Path.of("").toAbsolutePath();
    if (output == null || output.toString().equals("-")) {
      return here;
    }
    Path parent = toFile ? output.toAbsolutePath().getParent() : output;
    return parent == null ? here : parent;
  }

  private Path target(Inputs input, boolean toFile) {
    if (output == null) {
      return Path.of("").toAbsolutePath().resolve(input.withEnding(".json"));
    }
    return toFile ? output : output.resolve(input.withEnding(".json"));
  }
}
