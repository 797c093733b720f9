package org.yusuan.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code yusuan}. Exit codes: 0 done, 1 some document failed, 2 wrong usage. */
@Command(
    name = "yusuan",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Turns published Chinese government budget PDFs back into verified, structured data.",
    subcommands = {
      ExtractCommand.class,
      LayoutsCommand.class,
      DebugCommand.class,
      EvaluateCommand.class,
      BenchmarkCommand.class,
      BatchCommand.class,
      ValidateCommand.class,
      LoadCommand.class,
      QueryCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class,
    })
public final class Main implements Runnable {

  /** Exit code: everything asked for was done. */
  static final int DONE = 0;

  /** Exit code: some document could not be read or written. */
  static final int FAILED = 1;

  @Spec private CommandSpec spec;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  public Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command with all its subcommands. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (e, line, result) -> {
              line.getErr().println("yusuan: " + message(e));
              return FAILED;
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, as: yusuan extract FILE");
  }

  /** What went wrong, for a person: the first line of its message. */
  static String message(Throwable e) {
    String message = e.getMessage();
    if (e instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + reason(file);
    }
    return message == null || message.isBlank()
        ? "unexpected fault (" + e.getClass().getSimpleName() + ")"
        : message.lines().findFirst().orElse(message);
  }

  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "it is no folder";
    }
    return e instanceof AccessDeniedException ? "access is denied" : "cannot be used";
  }

  /** The version that the build wrote into the archive. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"yusuan " + (version == null ? "(not packaged)" : version)};
    }
  }
}
