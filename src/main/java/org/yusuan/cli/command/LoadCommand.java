package org.yusuan.cli.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yusuan.Recheck;
import org.yusuan.cli.input.Disclosures;
import org.yusuan.cli.option.CorrectionOptions;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.correction.Corrections;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.store.ParquetTables;
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
      description =
          "JSON files that extract or batch wrote, folders of them, or a folder of a cluster's Parquet.")
  private List<Path> named = new ArrayList<>();

  @Option(names = "--db", required = true, paramLabel = "FILE", description = "The database.")
  private Path database;

  @Option(
      names = "--trust",
      description = "Load files as they are, also where amounts do not follow from the texts.")
  private boolean trust;

  @Mixin private CorrectionOptions corrections;

  private final DisclosureJson json = new DisclosureJson();
  private final Recheck recheck = new Recheck();
  private int failed;

  @SuppressWarnings("NullAway.Init")
  LoadCommand() {}

  @Override
  public Integer call() throws IOException, SQLException {
    List<Path> clusters = named.stream().filter(ParquetTables::isIn).toList();
    List<Path> files =
        Disclosures.of(named.stream().filter(path -> !ParquetTables.isIn(path)).toList());
    if (files.isEmpty() && clusters.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no JSON files in " + named);
    }
    PrintWriter out = spec.commandLine().getOut();
    Map<Store.Loaded, Integer> counts = new EnumMap<>(Store.Loaded.class);
    failed = 0;
    try (Store store = Store.open(database)) {
      for (Path file : files) {
        load(
            store,
            () -> checked(json.read(file), file.toAbsolutePath().getParent(), file.toString()),
            file.toString(),
            counts);
      }
      for (Path folder : clusters) {
        loadTables(store, folder, counts);
      }
    }
    out.println(
        LanguageOption.speaker(spec)
            .say(
                "load-documents",
                Map.of(
                    "documents",
                    counts.values().stream().mapToInt(Integer::intValue).sum() + failed,
                    "added",
                    counts.getOrDefault(Store.Loaded.ADDED, 0),
                    "replaced",
                    counts.getOrDefault(Store.Loaded.REPLACED, 0),
                    "unchanged",
                    counts.getOrDefault(Store.Loaded.UNCHANGED, 0),
                    "failed",
                    failed)));
    out.flush();
    spec.commandLine().getErr().flush();
    return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Reads one disclosure. */
  @FunctionalInterface
  private interface Source {
    Disclosure read() throws IOException;
  }

  private void load(Store store, Source source, String name, Map<Store.Loaded, Integer> counts) {
    try {
      counts.merge(store.load(source.read(), trust), 1, Integer::sum);
    } catch (IOException e) {
      fail(e.getMessage());
    } catch (SQLException e) {
      fail(name + ": " + e.getMessage());
    }
  }

  private void fail(@Nullable String message) {
    failed++;
    spec.commandLine().getErr().println("yusuan: " + message);
  }

  /** Documents of a cluster: by their JSON where it was kept, else as their tables have them. */
  private void loadTables(Store store, Path folder, Map<Store.Loaded, Integer> counts)
      throws IOException {
    ParquetTables tables = new ParquetTables(folder);
    try {
      Map<Store.Loaded, Integer> asTheyAre = tables.load(store);
      asTheyAre.forEach((did, count) -> counts.merge(did, count, Integer::sum));
      int unchecked = asTheyAre.values().stream().mapToInt(Integer::intValue).sum();
      if (unchecked > 0) {
        spec.commandLine()
            .getErr()
            .printf(
                "yusuan: %s: %d documents are loaded as their tables have them; without their JSON"
                    + " nothing can be checked, and the facts say vouched_by = file%n",
                folder, unchecked);
      }
      tables.eachJson(
          store,
          (path, text) -> {
            InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            load(store, () -> checked(json.read(path, in), folder, path), path, counts);
          });
    } catch (SQLException e) {
      fail(folder + ": these tables do not fit this version: " + e.getMessage());
    }
  }

  /** What a file's texts say, with what people corrected, if its stored parts follow from them. */
  private Disclosure checked(Disclosure stored, @Nullable Path folder, String name)
      throws IOException {
    if (trust) {
      return stored;
    }
    Disclosure anew = recheck.recheck(stored, Corrections.NONE);
    List<String> wrong = FileConsistency.cellFaults(stored, anew);
    if (!wrong.isEmpty()) {
      String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more)";
      throw new UnreadableFileException(
          name,
          "is not consistent: " + wrong.get(0) + more + "; --trust loads it all the same",
          null);
    }
    Corrections corrected = corrections.read(folder == null ? Path.of("") : folder);
    return corrected.of(stored.source().sha256()).isEmpty()
        ? stored
        : recheck.recheck(stored, corrected);
  }
}
