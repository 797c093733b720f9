package org.yusuan.benchmark.command;

import java.util.concurrent.Callable;
import org.yusuan.benchmark.damage.CorrectionBenchmark;
import org.yusuan.cli.option.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the check does with misreadings whose truth is known. */
@Command(
    name = "correction",
    mixinStandardHelpOptions = true,
    description =
        "Put misreadings into made-up disclosures, check them, and count what was verified, corrected and disputed, right and wrong.")
final class CorrectionBenchmarkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--documents", paramLabel = "N", description = "Disclosures. Default: 1000.")
  private int documents = 1000;

  @Option(names = "--first", paramLabel = "SEED", description = "The first seed. Default: 1.")
  private int first = 1;

  @SuppressWarnings("NullAway.Init")
  CorrectionBenchmarkCommand() {}

  @Override
  public Integer call() {
    CorrectionBenchmark benchmark = new CorrectionBenchmark(spec.commandLine().getOut());
    benchmark.run(first, documents);
    benchmark.runScale();
    return ExitCode.DONE;
  }
}
