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
import org.yusuan.cli.option.Disclosures;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.store.Store;
import picocli.CommandLine.Command;
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
      "A document that is there already is replaced if something else was read from it."
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
    Map<Store.Loaded, Integer> counts = new EnumMap<>(Store.Loaded.class);
    int failed = 0;
    try (Store store = Store.open(database)) {
      for (Path file : files) {
        try {
          counts.merge(store.load(json.read(file)), 1, Integer::sum);
        } catch (UnreadableFileException e) {
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
}
