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
import org.yusuan.cli.option.Verbosity;
import org.yusuan.export.DisclosureJson;
import org.yusuan.knowledge.Classification;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Finding;
import org.yusuan.model.Severity;
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
      "0:all files are sound",
      "1:some file cannot be read, or contradicts itself",
      "2:wrong usage"
    })
public final class ValidateCommand implements Callable<Integer> {

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
        Disclosure checked = claims.recheck(checker.check(Reparsed.of(json.read(file))));
        new Summary(checked, Verbosity.of(spec).isOn()).print(out, file);
        sound &= checked.findings().stream().noneMatch(ValidateCommand::isError);
      } catch (UnreadableFileException e) {
        sound = false;
        err.println("yusuan: " + e.getMessage());
      }
    }
    out.flush();
    err.flush();
    return sound ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }
}
