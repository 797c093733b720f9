package org.yusuan.cli.command;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.cli.option.CorrectionOptions;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.PasswordOption;
import org.yusuan.workbench.WorkbenchServer;
import org.yusuan.workbench.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the workbench in the browser. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Look at what was read beside the pages, and correct it, in the browser.",
      "Serves this machine alone until it is ended by Ctrl-C. Corrections are kept in"
          + " corrections.jsonl; extract, batch and load replay them."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:ended", "1:the port is taken", "2:wrong usage"})
public final class ReviewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "OUT", description = "The folder that extract or batch wrote to.")
  private Path outputs;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "The folder of the documents. Default: the folder of the outputs.")
  private @Nullable Path sources;

  @Option(
      names = "--db",
      paramLabel = "FILE",
      description = "The database that load made of the folder: its facts can then be searched.")
  private @Nullable Path database;

  @Option(
      names = "--at",
      paramLabel = "ADDRESS",
      description = "Where to open: the address of a fact, DOCUMENT/TABLE.ROW.COLUMN.")
  private @Nullable String at;

  @Option(names = "--port", paramLabel = "N", description = "The port. Default: any that is free.")
  private int port;

  @Option(names = "--no-browser", description = "Only print the link.")
  private boolean quiet;

  @Mixin private CorrectionOptions corrections;

  @Mixin private PasswordOption password;

  @Mixin private LayoutOptions layouts;

  @SuppressWarnings("NullAway.Init")
  ReviewCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (Path folder : sources == null ? new Path[] {outputs} : new Path[] {outputs, sources}) {
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(spec.commandLine(), "no such folder: " + folder);
      }
    }
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port must lie between 0 and 65535");
    }
    if (database != null && !Files.isRegularFile(database)) {
      throw new ParameterException(spec.commandLine(), "no such database: " + database);
    }
    if (at != null && !at.matches("[0-9a-f]{64}(/[A-Za-z0-9]+\\.\\d+\\.\\d+)?")) {
      throw new ParameterException(
          spec.commandLine(), "--at must be DOCUMENT/TABLE.ROW.COLUMN: " + at);
    }
    Workspace workspace =
        new Workspace(
            outputs,
            sources,
            corrections.path(outputs),
            database,
            Options.defaults()
                .withLayoutFolders(layouts.folders())
                .withPassword(password.password()));
    PrintWriter out = spec.commandLine().getOut();
    try (WorkbenchServer server = WorkbenchServer.start(workspace, port)) {
      String link = at == null ? server.link() : server.link() + "/" + at;
      out.println(link);
      out.flush();
      if (!quiet) {
        open(link);
      }
      // The server runs until the process is ended.
      new CountDownLatch(1).await();
    }
    return ExitCode.DONE;
  }

  /** Opens the link where there is a desktop; elsewhere the printed link is enough. */
  private static void open(String link) {
    try {
      if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
        Desktop.getDesktop().browse(URI.create(link));
      } else {
        new ProcessBuilder(
                System.getProperty("os.name", "").startsWith("Mac") ? "open" : "xdg-open", link)
            .start();
      }
    } catch (IOException | UnsupportedOperationException e) {
      // The link stands on the terminal.
    }
  }
}
