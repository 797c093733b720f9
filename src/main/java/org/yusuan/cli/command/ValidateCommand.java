package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.yusuan.check.Checker;
import org.yusuan.check.Reparsed;
import org.yusuan.claim.Claims;
import org.yusuan.cli.option.Disclosures;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.Verbosity;
import org.yusuan.export.DisclosureJson;
import org.yusuan.knowledge.Classification;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

  /** So many faults of a file are named; the rest is counted. */
  private static final int MOST_FAULTS = 50;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "JSON files, or folders.")
  private List<Path> named = new ArrayList<>();

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
    Checker checker = new Checker();
    Claims claims = new Claims(Classification.standard());
    boolean sound = true;
    for (Path file : files) {
      try {
        Disclosure stored = json.read(file);
        Disclosure checked = claims.recheck(checker.check(Reparsed.of(stored)));
        new Summary(checked, Verbosity.of(spec).isOn(), LanguageOption.speaker(spec))
            .print(out, file);
        List<String> faults = FileConsistency.faults(stored, checked);
        faults.stream().limit(MOST_FAULTS).forEach(fault -> err.println(file + ": " + fault));
        if (faults.size() > MOST_FAULTS) {
          err.println(file + ": and " + (faults.size() - MOST_FAULTS) + " more");
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
}
