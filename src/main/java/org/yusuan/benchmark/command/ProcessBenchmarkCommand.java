package org.yusuan.benchmark.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yusuan.benchmark.speed.ProcessBenchmark;
import org.yusuan.cli.input.Inputs;
import org.yusuan.cli.option.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times whole processes against those of another program. */
@Command(
    name = "process",
    mixinStandardHelpOptions = true,
    description =
        "Time whole processes, start-up included, against any other command on the same documents, in turn.")
final class ProcessBenchmarkCommand implements Callable<Integer> {

  /** How the launcher that started this process is called; the launchers set it. */
  private static final String LAUNCHER = "yusuan.launcher";

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Documents.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--against",
      required = true,
      paramLabel = "COMMAND",
      description = "The other command, for the shell; {} stands for the document.")
  private String against;

  @Option(
      names = "--ours",
      paramLabel = "COMMAND",
      description = "The first command. Default: this program's extract.")
  private @Nullable String ours;

  @Option(
      names = "--together",
      description = "Give all documents to one run; {} stands for all of them.")
  private boolean together;

  @Option(names = "--rounds", paramLabel = "N", description = "Rounds. Default: 5.")
  private int rounds = 5;

  @SuppressWarnings("NullAway.Init")
  ProcessBenchmarkCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Path> documents = Inputs.of(named).stream().map(Inputs::file).toList();
    String launcher = System.getProperty(LAUNCHER);
    if (documents.isEmpty() || rounds < 1) {
      throw new ParameterException(spec.commandLine(), "name documents, and at least one round");
    }
    if (ours == null && launcher == null) {
      throw new ParameterException(spec.commandLine(), "no launcher is known: name --ours");
    }
    Path output = Files.createTempDirectory("yusuan-benchmark");
    try {
      String first =
          ours != null
              ? ours
              : "'" + launcher + "' extract -q -o '" + output + "' " + ProcessBenchmark.DOCUMENTS;
      ProcessBenchmark.run(
          together ? List.of(documents) : documents.stream().map(List::of).toList(),
          first,
          against,
          rounds,
          spec.commandLine().getOut());
    } finally {
      BatchBenchmarkCommand.delete(output);
    }
    return ExitCode.DONE;
  }
}
