package org.yusuan.benchmark.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yusuan.benchmark.accuracy.FindingsBenchmark;
import org.yusuan.cli.input.Disclosures;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.export.DisclosureJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares findings with contradictions that people listed. */
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    description =
        "Compare the findings of disclosures with contradictions that people listed: how many are found, and how many"
            + " errors are true.")
final class FindingsBenchmarkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Disclosures (JSON), or folders.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "Truth files with \"inconsistencies\", named as the disclosures.")
  private List<Path> truth = new ArrayList<>();

  @Option(names = "--judged", paramLabel = "FILE", description = "A list of judged accusations.")
  private List<Path> judged = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  FindingsBenchmarkCommand() {}

  @Override
  public Integer call() throws IOException {
    FindingsBenchmark benchmark = new FindingsBenchmark();
    DisclosureJson json = new DisclosureJson();
    for (Path file : Disclosures.of(named)) {
      String name = String.valueOf(file.getFileName());
      benchmark.add(name.substring(0, name.length() - ".json".length()), json.read(file));
    }
    for (Path folder : truth) {
      for (Path file : FindingsBenchmark.files(folder)) {
        benchmark.compareTruth(file);
      }
    }
    for (Path file : judged) {
      benchmark.compareJudged(file);
    }
    benchmark.print(spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
