package org.yusuan.benchmark.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.benchmark.speed.SpeedBenchmark;
import org.yusuan.cli.input.Inputs;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;
import org.yusuan.scan.ScanOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times extraction against other programs on the same pages in the same run. */
@Command(
    name = "benchmark",
    subcommands = {
      BatchBenchmarkCommand.class,
      ChecksBenchmarkCommand.class,
      CorrectionBenchmarkCommand.class,
      DamageBenchmarkCommand.class,
      FindingsBenchmarkCommand.class,
      OcrBenchmarkCommand.class,
      ProcessBenchmarkCommand.class
    },
    mixinStandardHelpOptions = true,
    description =
        "Time extraction (with JSON) as a ratio to PDFBox's text stripper and tabula-java's lattice mode.")
public final class BenchmarkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE|DIR", description = "Documents with a text layer.")
  private List<Path> named = new ArrayList<>();

  @Option(names = "--rounds", paramLabel = "N", description = "Timed rounds. Default: 5.")
  private int rounds = 5;

  @SuppressWarnings("NullAway.Init")
  BenchmarkCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Path> documents = Inputs.of(named).stream().map(Inputs::file).toList();
    if (documents.isEmpty() || rounds < 1) {
      throw new ParameterException(spec.commandLine(), "name documents, and at least one round");
    }
    DisclosureJson json = new DisclosureJson();
    PrintWriter out = spec.commandLine().getOut();
    // The other two read text layers only: pictures would be no match.
    Options options = Options.defaults().withScan(Options.Ocr.NEVER, ScanOptions.standard());
    try (Yusuan yusuan = new Yusuan(options)) {
      SpeedBenchmark.run(
          documents,
          rounds,
          document -> {
            Disclosure disclosure = yusuan.read(document, page -> {});
            json.write(disclosure, true);
            return disclosure.source().pages().size();
          },
          out);
    }
    out.flush();
    return ExitCode.DONE;
  }
}
