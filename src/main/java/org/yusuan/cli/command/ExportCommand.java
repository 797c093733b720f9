package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.yusuan.cli.input.Disclosures;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.ToolVersion;
import org.yusuan.export.CsvFacts;
import org.yusuan.export.CsvTables;
import org.yusuan.export.DisclosureJson;
import org.yusuan.export.Fact;
import org.yusuan.export.Facts;
import org.yusuan.export.FiscalDataPackage;
import org.yusuan.export.ParquetFacts;
import org.yusuan.export.XlsxTables;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes disclosures in the forms of other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write disclosures for other programs.",
      "csv: OUT/facts.csv. parquet: OUT/facts.parquet. fiscal-data-package:"
          + " OUT/datapackage/. xlsx: a workbook for each document."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:some file could not be read", "2:wrong usage"})
public final class ExportCommand implements Callable<Integer> {

  /** The forms that disclosures can be written in. */
  enum Format {
    /** CSV with one fact in each line. */
    CSV,
    /** A workbook that looks like the document. */
    XLSX,
    /** A Parquet file of facts. */
    PARQUET,
    /** A Fiscal Data Package: a CSV file of facts with its descriptor. */
    FISCAL_DATA_PACKAGE,
    /** A file for each table, as printed. */
    CSV_TABLES
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "JSON files that extract or batch wrote, or folders of them.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The folder to write to.")
  private Path output;

  @Option(
      names = "--format",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      description =
          "csv, xlsx, parquet, fiscal_data_package, csv_tables (a file for each table, as"
              + " printed); several with commas.")
  private Set<Format> formats = EnumSet.noneOf(Format.class);

  @Option(names = "--bom", description = "Begin CSV with a byte order mark, for Excel.")
  private boolean byteOrderMark;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "Title of the data package. Default: ${DEFAULT-VALUE}.")
  private String title = "Government budget disclosures";

  private Facts facts;
  private DisclosureJson json;

  @SuppressWarnings("NullAway.Init")
  ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    // Made here and not above: every run of any command makes all commands.
    facts = new Facts();
    json = new DisclosureJson();
    List<Path> files = new ArrayList<>();
    int failed = 0;
    for (Path file : Disclosures.of(named)) {
      try {
        json.read(file);
        files.add(file);
      } catch (UnreadableFileException e) {
        failed++;
        spec.commandLine().getErr().println("yusuan: " + e.getMessage());
      }
    }
    if (files.isEmpty() && failed == 0) {
      throw new ParameterException(spec.commandLine(), "no JSON files in " + named);
    }
    if (files.isEmpty()) {
      // Nothing is left to say: an empty file would look like an answer.
      spec.commandLine().getErr().flush();
      return ExitCode.FAILED;
    }
    Files.createDirectories(output);
    PrintWriter out = spec.commandLine().getOut();
    for (Format format : formats) {
      try {
        export(format, files, out);
      } catch (IOException | UncheckedIOException e) {
        failed++;
        spec.commandLine()
            .getErr()
            .println("yusuan: not exported as " + format + ": " + ErrorMessage.of(cause(e)));
      }
    }
    out.flush();
    spec.commandLine().getErr().flush();
    return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Throwable cause(Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : null;
    return cause == null ? e : cause;
  }

  private void count(String what, Path target, long count) {
    spec.commandLine()
        .getOut()
        .println(LanguageOption.speaker(spec).say(what, Map.of("file", target, "count", count)));
  }

  private void export(Format format, List<Path> files, PrintWriter out) throws IOException {
    switch (format) {
      case CSV -> {
        Path target = output.resolve("facts.csv");
        long count = new CsvFacts(byteOrderMark).write(facts(files), target);
        count("count-facts", target, count);
      }
      case PARQUET -> {
        Path target = output.resolve("facts.parquet");
        count("count-facts", target, ParquetFacts.write(facts(files), target));
      }
      case FISCAL_DATA_PACKAGE -> {
        Path target = output.resolve("datapackage");
        long count = FiscalDataPackage.write("budget-disclosures", title, facts(files), target);
        count("count-facts", target, count);
      }
      case CSV_TABLES -> {
        Set<Path> taken = new HashSet<>();
        for (Path file : files) {
          Path target = target(file, "", taken);
          int count = new CsvTables(byteOrderMark).write(readDisclosure(file), target);
          count("count-tables", target, count);
        }
      }
      case XLSX -> {
        XlsxTables workbooks = new XlsxTables(new ToolVersion().getVersion()[0]);
        Set<Path> taken = new HashSet<>();
        for (Path file : files) {
          Path target = target(file, ".xlsx", taken);
          workbooks.write(readDisclosure(file), target);
          out.println(target);
        }
      }
    }
  }

  /** One document after the other, so that memory does not grow with their number. */
  private Stream<Fact> facts(List<Path> files) {
    return files.stream()
        .map(this::readDisclosure)
        .flatMap(disclosure -> facts.of(disclosure).stream());
  }

  private Disclosure readDisclosure(Path file) {
    try {
      return json.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path target(Path file, String ending, Set<Path> taken) {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    Path target = output.resolve(name + ending);
    for (int n = 2; !taken.add(target); n++) {
      target = output.resolve(name + "-" + n + ending);
    }
    return target;
  }
}
