package org.yusuan.benchmark.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yusuan.benchmark.damage.DamageBenchmark;
import org.yusuan.benchmark.damage.ProseBenchmark;
import org.yusuan.cli.input.Disclosures;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what the check says of faults that are planted. */
@Command(
    name = "damage",
    mixinStandardHelpOptions = true,
    description =
        "Plant faults (amounts, swapped rows and columns, dropped and shifted rows) in disclosures, check them, and count"
            + " what is reported and what is verified though wrong.")
final class DamageBenchmarkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR",
      description = "Disclosures (JSON), or folders of them. Default: made-up ones.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--documents",
      paramLabel = "N",
      description = "Made-up disclosures. Default: ${DEFAULT-VALUE}.")
  private int documents = 200;

  @Option(
      names = "--draw",
      paramLabel = "N",
      description =
          "Of the files named so many, at equal distances in the list of their paths. Default: all.")
  private int draw;

  @Option(
      names = "--each",
      paramLabel = "N",
      description = "Faults of each kind in each disclosure. Default: ${DEFAULT-VALUE}.")
  private int each = 5;

  @Option(
      names = "--first",
      paramLabel = "N",
      description =
          "Number of the first fault of each kind: others than those that rules were looked at with."
              + " Default: ${DEFAULT-VALUE}.")
  private int first;

  @Option(
      names = "--missed",
      description =
          "Print what was missed: each fault that another figure contradicts and nothing reports,"
              + " and each that leaves a contradicted cell verified.")
  private boolean missed;

  @Option(
      names = "--prose",
      description =
          "Plant faults in the prose instead: amounts, shares, rates, directions, years, parts and sums that another"
              + " printed figure contradicts.")
  private boolean prose;

  @SuppressWarnings("NullAway.Init")
  DamageBenchmarkCommand() {}

  /**
   * Some files at equal distances in their list, so that nobody chooses them.
   *
   * @param count how many; none for all
   */
  static List<Path> drawn(List<Path> files, int count) {
    if (count <= 0 || count >= files.size()) {
      return files;
    }
    List<Path> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(files.get((int) ((2L * i + 1) * files.size() / (2L * count))));
    }
    return drawn;
  }

  @Override
  public Integer call() throws IOException {
    if (prose) {
      return ofProse();
    }
    List<Disclosure> disclosures = new ArrayList<>();
    DisclosureJson json = new DisclosureJson();
    for (Path file : drawn(Disclosures.of(named), draw)) {
      disclosures.add(json.read(file));
    }
    if (named.isEmpty()) {
      disclosures.addAll(DamageBenchmark.made(1, documents));
    }
    DamageBenchmark benchmark = new DamageBenchmark(missed ? spec.commandLine().getOut() : null);
    benchmark.run(disclosures, first, each);
    benchmark.print(spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private int ofProse() throws IOException {
    ProseBenchmark benchmark = new ProseBenchmark(missed ? spec.commandLine().getOut() : null);
    for (Path file : drawn(Disclosures.of(named), draw)) {
      benchmark.run(new DisclosureJson().read(file), first, each);
    }
    benchmark.print(spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
