package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yusuan.Recheck;
import org.yusuan.cli.input.Disclosures;
import org.yusuan.cli.option.CorrectionOptions;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.correction.Corrections;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads disclosures into a database. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Load disclosures into a DuckDB database.",
      "A document that is there already is replaced if something else was read from it.",
      "Amounts are read from the texts and verdicts worked out anew; a file whose stored amounts do"
          + " not follow from its texts is refused."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all were loaded", "1:some file could not be loaded", "2:wrong usage"})
public final class LoadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "JSON files that extract or batch wrote, or folders of them.")
  private List<Path> named = new ArrayList<>();

  @Option(names = "--db", required = true, paramLabel = "FILE", description = "The database.")
  private Path database;

  @Option(
      names = "--trust",
      description = "Load files as they are, also where amounts do not follow from the texts.")
  private boolean trust;

  @Mixin private CorrectionOptions corrections;

  @SuppressWarnings("NullAway.Init")
  LoadCommand() {}

  @Override
  public Integer call() throws IOException, SQLException {
    List<Path> files = Disclosures.of(named);
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no JSON files in " + named);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DisclosureJson json = new DisclosureJson();
    Recheck recheck = new Recheck();
    Map<Store.Loaded, Integer> counts = new EnumMap<>(Store.Loaded.class);
    int failed = 0;
    try (Store store = Store.open(database)) {
      for (Path file : files) {
        try {
          counts.merge(store.load(checked(recheck, json.read(file), file), trust), 1, Integer::sum);
        } catch (IOException e) {
          failed++;
          err.println("yusuan: " + e.getMessage());
        } catch (SQLException e) {
          failed++;
          err.println("yusuan: " + file + ": " + e.getMessage());
        }
      }
    }
    out.printf(
        "%d documents: %d added, %d replaced, %d unchanged, %d failed%n",
        files.size(),
        counts.getOrDefault(Store.Loaded.ADDED, 0),
        counts.getOrDefault(Store.Loaded.REPLACED, 0),
        counts.getOrDefault(Store.Loaded.UNCHANGED, 0),
        failed);
    out.flush();
    err.flush();
    return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** What a file's texts say, with what people corrected, if its stored parts follow from them. */
  private Disclosure checked(Recheck recheck, Disclosure stored, Path file) throws IOException {
    if (trust) {
      return stored;
    }
    Path folder = file.toAbsolutePath().getParent();
    Disclosure anew = recheck.recheck(stored, Corrections.NONE);
    List<String> wrong = FileConsistency.cellFaults(stored, anew);
    if (!wrong.isEmpty()) {
      String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more)";
      throw new UnreadableFileException(
          String.valueOf(file),
          "is not consistent: " + wrong.get(0) + more + "; --trust loads it all the same",
          null);
    }
    Corrections corrected = corrections.read(folder == null ? Path.of("") : folder);
    return corrected.of(stored.source().sha256()).isEmpty()
        ? stored
        : recheck.recheck(stored, corrected);
  }
}
