package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.Recheck;
import org.yusuan.Yusuan;
import org.yusuan.cli.input.Disclosures;
import org.yusuan.cli.option.CorrectionOptions;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.PasswordOption;
import org.yusuan.cli.option.Verbosity;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.correction.Corrections;
import org.yusuan.correction.Edits;
import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks disclosure files again, from their printed texts alone. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description =
        "Check disclosure files again. Stored verdicts are not trusted: amounts are read anew from the texts.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:what all files state follows from their texts; contradictions of the publisher are findings",
      "1:some file cannot be read, or states what does not follow from its texts",
      "2:wrong usage"
    })
public final class ValidateCommand implements Callable<Integer> {

  /** At most this many faults of a file are named; the rest is counted. A guess. */
  private static final int MAX_NAMED_FAULTS = 50;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "JSON files, or folders.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--corrections-from",
      paramLabel = "DOCUMENT",
      description =
          "Turn what was edited in the one FILE into corrections: DOCUMENT, which it was read from,"
              + " is read anew and compared. They are added to corrections.jsonl beside FILE.")
  private @Nullable Path document;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      description = "Who edited it. Default: the name of the user.")
  private String who = System.getProperty("user.name", "unknown");

  @Mixin private CorrectionOptions corrections;

  @Mixin private PasswordOption password;

  @Mixin private LayoutOptions layouts;

  @SuppressWarnings("NullAway.Init")
  ValidateCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Path> files = Disclosures.of(named);
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no JSON files in " + named);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DisclosureJson json = new DisclosureJson();
    if (document != null) {
      return corrections(files, document, json);
    }
    Recheck recheck = new Recheck();
    boolean sound = true;
    for (Path file : files) {
      try {
        Disclosure stored = json.read(file);
        Disclosure checked = recheck.recheck(stored, corrections.read(folder(file)));
        new Summary(checked, Verbosity.of(spec).isOn(), LanguageOption.speaker(spec))
            .print(out, file);
        List<String> faults = FileConsistency.faults(stored, checked, LanguageOption.speaker(spec));
        faults.stream().limit(MAX_NAMED_FAULTS).forEach(fault -> err.println(file + ": " + fault));
        if (faults.size() > MAX_NAMED_FAULTS) {
          err.println(file + ": and " + (faults.size() - MAX_NAMED_FAULTS) + " more");
        }
        sound &= faults.isEmpty();
      } catch (UnreadableFileException e) {
        sound = false;
        err.println("yusuan: " + e.getMessage());
      }
    }
    out.flush();
    err.flush();
    return sound ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? Path.of("").toAbsolutePath() : folder;
  }

  private int corrections(List<Path> files, Path source, DisclosureJson json) throws IOException {
    if (files.size() != 1) {
      throw new ParameterException(
          spec.commandLine(), "--corrections-from takes one FILE, not " + files.size());
    }
    Path file = files.get(0);
    Path target = corrections.path(folder(file));
    Corrections made = new CorrectionFile(target).read();
    Disclosure read =
        Yusuan.extract(
            source,
            Options.defaults()
                .withCorrections(made.ofReading())
                .withLayoutFolders(layouts.folders())
                .withPassword(password.password()));
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    List<CorrectionEntry> entries;
    try {
      entries = Edits.without(Edits.between(read, json.read(file), who, now), made);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(String.valueOf(file), String.valueOf(e.getMessage()), e);
    }
    if (!entries.isEmpty()) {
      new CorrectionFile(target).append(entries);
    }
    spec.commandLine()
        .getOut()
        .println(
            LanguageOption.speaker(spec)
                .say("count-corrections", Map.of("count", entries.size(), "file", target)));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
